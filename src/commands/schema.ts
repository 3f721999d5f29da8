// schema: the JSON Schema of the plan file, so that an editor completes and checks it.
import type { Command } from "commander";
import type { World } from "../io/world.ts";
import { planJsonSchema } from "../plan/schema.ts";

/** Adds the command's words and what it runs. */
export function schema(command: Command, world: World, done: (exitCode: number) => void): void {
  command
    .addHelpText(
      "after",
      "\nExample:\n  plan-measures schema > plan.schema.json\n\nThen begin the plan with:\n  # yaml-language-server: $schema=plan.schema.json",
    )
    .action(() => {
      world.out(`${JSON.stringify(planJsonSchema(), undefined, 2)}\n`);
      done(0);
    });
}
