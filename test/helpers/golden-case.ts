// A folder of test/cases made ready in another folder, and the commands that its cmd has.
import { cpSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cutOnceOpened } from "./changing-files.ts";
import { type Around, home, words } from "./world.ts";
import { declaring, zipOf } from "./zip.ts";

export const gallery = join(home, "test", "cases");

export interface Command {
  readonly args: readonly string[];
  readonly exit: number;
  readonly columns: number;
  readonly around: Around;
}

/** The commands of a case, each as soon as what stands before it has been done in the folder. */
export function* commandsOf(name: string, folder: string): Generator<Command> {
  const golden = ["cmd", "out", "err", "written"].map((one) => join(gallery, name, one));
  cpSync(join(gallery, name), folder, { recursive: true, filter: (path) => !golden.includes(path) });
  let [exit, columns] = [0, 100];
  let around: Around = {};
  for (const line of readFileSync(join(gallery, name, "cmd"), "utf8")
    .trim()
    .split("\n")) {
    const [word, ...args] = words(line);
    const file = join(folder, args[0] ?? "");
    if (word === "exit") exit = Number(args[0]);
    else if (word === "columns") columns = Number(args[0]);
    else if (word === "windows") around = { ...around, isWindows: true };
    else if (word === "stdin") around = { ...around, input: readFileSync(file) };
    else if (word === "sparse") {
      // A file too large to keep here: its size without its bytes.
      writeFileSync(file, "area");
      truncateSync(file, Number(args[1]) * 2 ** 20);
    } else if (word === "cut") {
      // A file that another program shortens by its last line as soon as it has been opened.
      cutOnceOpened(file);
    } else if (word === "zip") {
      // A workbook, kept here as its parts: of this case, and what it takes over from another's.
      writeFileSync(file, zipOf(args.slice(1).map((from) => join(gallery, name, from))));
    } else if (word === "declare") {
      // The size that the directory of a zipped file gives its largest part.
      writeFileSync(file, declaring(readFileSync(file), Number(args[1]) * 2 ** 20));
    } else if (word === "plan-measures") yield { args, exit, columns, around };
    else throw new Error(`test/cases/${name}/cmd: no line begins with ${word}`);
  }
}
