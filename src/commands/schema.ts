// schema: the JSON Schemas of the plan file, for editors, and of each JSON output, for scripts; as they were made by the build.
import { join } from "node:path";
import type { Command } from "commander";
import { nearest } from "../core/names.ts";
import { filesIn } from "../io/files.ts";
import { Refusal, type World } from "../io/world.ts";

/** The plan's schema, and those of the outputs, by name. */
export const schemaFiles = (world: World): ReadonlyMap<string, Uint8Array> =>
  new Map(
    filesIn(join(world.home, "schemas")).flatMap(([name, bytes]) =>
      name.endsWith(".json") ? [[name.slice(0, -".json".length), bytes] as const] : [],
    ),
  );

/** Adds the command's words and what it runs. */
export function schema(command: Command, world: World, done: (exitCode: number) => void): void {
  const files = schemaFiles(world);
  const names = ["plan", ...[...files.keys()].filter((name) => name !== "plan").sort()];
  command
    .argument("[name]", `which schema: ${names.join(", ")}`, "plan")
    .addHelpText(
      "after",
      `
Examples:
  plan-measures schema > plan.schema.json             the plan file, for editors
  plan-measures schema report > report.schema.json    what report --format json prints, for scripts

Then begin the plan with:
  # yaml-language-server: $schema=plan.schema.json`,
    )
    .action((name: string) => {
      const file = files.get(name);
      if (!file) {
        const near = nearest(name, names);
        const meant = near === undefined ? "" : `; did you mean ${near}?`;
        throw new Refusal(`there is no schema "${name}"${meant}`, "choose from the schemas:", names);
      }
      world.out(Buffer.from(file).toString("utf8"));
      done(0);
    });
}
