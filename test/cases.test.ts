// The gallery: each folder of test/cases is one command with what it must print. Every problem code has its case.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codes } from "../src/core/problems/problems.ts";
import { commandsOf, gallery } from "./helpers/golden-case.ts";
import { run } from "./helpers/world.ts";

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
      let [out, err] = ["", ""];
      for (const { args, exit, columns, around } of commandsOf(name, folder)) {
        const done = await run(args, folder, columns, undefined, around);
        out += done.out;
        err += done.err;
        expect(done.exit, err).toBe(exit);
        const written = args[args.indexOf("--out") + 1] ?? "";
        if (args.includes("--out")) await expectFiles(join(folder, written), join(gallery, name, "written"));
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
