// The gallery: each folder of test/cases is one command with what it must print. Every problem code has its case.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codes } from "../src/core/problems/problems.ts";
import { cutOnceOpened } from "./helpers/changing-files.ts";
import { type Around, home, run, words } from "./helpers/world.ts";
import { declaring, zipOf } from "./helpers/zip.ts";

const gallery = join(home, "test", "cases");
const names = readdirSync(gallery).sort();

/** Every file that was written is as it should be, and none is missing. */
async function expectFiles(written: string, golden: string): Promise<void> {
  const files = readdirSync(written).sort();
  for (const file of files) {
    await expect(readFileSync(join(written, file), "utf8")).toMatchFileSnapshot(join(golden, file));
  }
  expect(readdirSync(golden).sort()).toEqual(files);
}

describe("the gallery of cases", () => {
  test.each(names)("%s", async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "case-"));
    try {
      const golden = ["cmd", "out", "err", "written"].map((one) => join(gallery, name, one));
      cpSync(join(gallery, name), folder, { recursive: true, filter: (path) => !golden.includes(path) });
      let [exit, columns] = [0, 100];
      let around: Around = {};
      let [out, err] = ["", ""];
      for (const line of readFileSync(join(gallery, name, "cmd"), "utf8")
        .trim()
        .split("\n")) {
        const [command, ...args] = words(line);
        if (command === "exit") exit = Number(args[0]);
        else if (command === "columns") columns = Number(args[0]);
        else if (command === "windows") around = { ...around, isWindows: true };
        else if (command === "stdin") around = { ...around, input: readFileSync(join(folder, args[0] ?? "")) };
        else if (command === "sparse") {
          // A file too large to keep here: its size without its bytes.
          writeFileSync(join(folder, args[0] ?? ""), "area");
          truncateSync(join(folder, args[0] ?? ""), Number(args[1]) * 2 ** 20);
        } else if (command === "cut") {
          // A file that another program shortens by its last line as soon as it has been opened.
          cutOnceOpened(join(folder, args[0] ?? ""));
        } else if (command === "zip") {
          // A workbook, kept here as its parts: of this case, and what it takes over from another's.
          writeFileSync(join(folder, args[0] ?? ""), zipOf(args.slice(1).map((from) => join(gallery, name, from))));
        } else if (command === "declare") {
          // The size that the directory of a zipped file gives its largest part.
          const path = join(folder, args[0] ?? "");
          writeFileSync(path, declaring(readFileSync(path), Number(args[1]) * 2 ** 20));
        } else {
          expect(command).toBe("plan-measures");
          const done = await run(args, folder, columns, undefined, around);
          out += done.out;
          err += done.err;
          expect(done.exit, err).toBe(exit);
          const written = args[args.indexOf("--out") + 1] ?? "";
          if (args.includes("--out")) await expectFiles(join(folder, written), join(gallery, name, "written"));
        }
      }
      await expect(out).toMatchFileSnapshot(join(gallery, name, "out"));
      await expect(err).toMatchFileSnapshot(join(gallery, name, "err"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each(codes)("has a case that says %s", (code) => {
    const said = names.some((name) => {
      const err = join(gallery, name, "err");
      return existsSync(err) && readFileSync(err, "utf8").includes(`[${code}]`);
    });
    expect(said, `write a folder test/cases/${code} with a cmd that leads to it`).toBe(true);
  });
});
