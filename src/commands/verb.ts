// The contract of the commands: a name, its line in the help, and what it runs.
import type { Command } from "commander";
import type { World } from "../io/world.ts";

export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** A call of it, to be shown where one lacks an argument. */
  readonly example?: string;
  /** Adds the command's arguments, options and help to it, and what it runs; only the command that is called is loaded. */
  readonly load: () => Promise<(command: Command, world: World, done: (exitCode: number) => void) => void>;
}
