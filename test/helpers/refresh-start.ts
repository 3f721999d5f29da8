// A small plan whose refresh changes a file of each sort, for tests of what becomes of its folder.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOM } from "../../src/io/change-set.ts";
import type { Disk } from "../../src/io/disk.ts";
import { run } from "./world.ts";

const csv = (rows: string): string => `area,series,period,kind,value\n${rows.replace(/^(?=.)/gm, "Gloucestershire,")}`;

export const OLD_DATA = csv(
  "Burglary,2019,count,1000\nBurglary,2022,count,1100\nTheft,2019,count,9\nTheft,2022,count,8\n",
);
export const NEW_DATA = csv(
  "Burglary,2019,count,1000\nBurglary,2022,count,1115\nBurglary,2023,count,1090\nTheft,2019,count,9\nTheft,2022,count,8\nTheft,2023,count,10\n",
);

/** Every file of a folder with its bytes, one to a letter, without the room of a run that was stopped. */
export const texts = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(of.length + 1).replaceAll("\\", "/"), readFileSync(path, "latin1")] as const)
      .filter(([path]) => !path.startsWith(ROOM)),
  );

const FILES = {
  "plan.yaml": `title: Plan
force: Gloucestershire
priorities: [{ id: SAFE, name: Safe }]
data: [data/*.csv]
comments: comments.csv
outputs: [{ format: markdown, folder: published }]
tables:
  - title: Recorded crime
    baseline: 2019
    current: latest (2022)
    measures:
      - { name: Burglary, aim: reduce, priorities: [SAFE] }
      - { name: Theft, aim: reduce, priorities: [SAFE] }
`,
  "comments.csv": "measure,period,comment\nBurglary,2022,Sheds are counted since 2021.\n",
  "data/figures.csv": OLD_DATA,
  "new/figures.csv": NEW_DATA,
  "notes.txt": "my own",
};

/** The folder before a refresh, and copies of it; one for each test file, which clears it away. */
export function refreshStart() {
  const top = mkdtempSync(join(tmpdir(), "refresh-start-"));
  const start = join(top, "start");
  for (const one of ["data", "new"]) mkdirSync(join(start, one), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(start, path), text);
  let copies = 0;
  return {
    start,
    copyOf(from: string): string {
      copies += 1;
      const to = join(top, `copy${copies}`);
      cpSync(from, to, { recursive: true });
      return to;
    },
    clear: () => rmSync(top, { recursive: true }),
  };
}

/** Runs refresh in a folder. */
export const refresh = (folder: string, args: readonly string[], disk?: Disk) =>
  run(["refresh", "plan.yaml", ...args], folder, 80, undefined, disk && { disk });

/** What brings the new files in. */
export const WRITE = ["new", "--write"];
