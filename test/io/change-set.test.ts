// Files replaced as one: a fault at every step, and what is there afterwards; finished, taken back, and refused.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  applyChanges,
  type FileChange,
  finishChanges,
  hashAt,
  isHalfway,
  ROOM,
  undoChanges,
} from "../../src/io/change-set.ts";
import { type Disk, realDisk } from "../../src/io/disk.ts";
import { failingDisk } from "../helpers/failing-disk.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "change-set-"));
  mkdirSync(join(folder, "data"));
  for (const [path, text] of Object.entries(OLD)) writeFileSync(join(folder, path), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

const OLD = { "plan.yaml": "old plan", "data/a.csv": "old a", "untouched.txt": "as it was" };
const NEW = {
  ...OLD,
  "plan.yaml": "new plan",
  "data/a.csv": "new a",
  "data/b.csv": "new b",
  "history/1/a.csv": "old a",
};
const changes = (): FileChange[] =>
  Object.entries(NEW)
    .filter(([path]) => path !== "untouched.txt")
    .map(([path, text]) => ({ path, before: hashAt(join(folder, path)), content: Buffer.from(text) }));

/** Every file of the folder with its text, without what a stopped run keeps. */
function texts(from = folder): Record<string, string> {
  const all = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => relative(from, join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    paths.filter((path) => !path.startsWith(ROOM)).map((path) => [path, readFileSync(join(from, path), "utf8")]),
  );
}

const stepsOf = (run: (disk: Disk) => void): string[] => {
  const disk = failingDisk(folder);
  run(disk);
  return disk.steps;
};
/** A run that was over may be cleared away only when nothing of it can be alive. */
const age = (): void => {
  try {
    utimesSync(join(folder, ROOM), 0, 0);
  } catch {
    // There is none.
  }
};

test("replaces, adds and keeps what is not named; nothing of the run is left", () => {
  const steps = stepsOf((disk) => applyChanges(folder, changes(), disk));
  expect(texts()).toEqual(NEW);
  expect(readdirSync(folder)).not.toContain(ROOM);
  // Four new files, two old ones and the journal are written and flushed; then each of the four is put in its place.
  expect(steps.filter((step) => step.startsWith("flush"))).toHaveLength(4 + 2 + 1 + 4);
  expect(steps.filter((step) => step.startsWith("rename")).map((step) => step.slice(7))).toEqual([
    `${ROOM}/journal.json`,
    "plan.yaml",
    "data/a.csv",
    "data/b.csv",
    "history/1/a.csv",
  ]);
});

// By hand: the room and its number 2; two files that are replaced tried 2; six kept files, written and flushed, 12; the journal written, flushed and renamed 3; two
// folders 2; four files written, flushed, given permissions and renamed 16; the journal and the room removed 2.
const STEPS = 39;
describe.each(["finished", "taken back"] as const)("stopped at any step, then %s", (how) => {
  test.each(Array.from({ length: STEPS }, (_, at) => at))("step %i", (at) => {
    const disk = failingDisk(folder, at);
    const run = () => applyChanges(folder, changes(), disk);
    const total = disk.steps.length;
    expect(run, String(total)).toThrow(/EIO/);
    const now = texts();
    for (const [path, text] of Object.entries(now)) {
      expect([OLD[path as keyof typeof OLD], NEW[path as keyof typeof NEW]]).toContain(text);
    }
    if (!isHalfway(folder)) {
      // Either nothing was replaced yet, or all of it is.
      expect([OLD, NEW]).toContainEqual(now);
      age();
      if (Object.keys(now).length === Object.keys(OLD).length) applyChanges(folder, changes());
      expect(texts()).toEqual(NEW);
      return;
    }
    expect(() => applyChanges(folder, changes())).toThrow("stopped halfway");
    (how === "finished" ? finishChanges : undoChanges)(folder);
    expect(texts()).toEqual(how === "finished" ? NEW : OLD);
    expect(readdirSync(folder).sort()).toEqual(
      how === "finished" ? ["data", "history", "plan.yaml", "untouched.txt"] : ["data", "plan.yaml", "untouched.txt"],
    );
  });

  test("there are no more steps", () => {
    expect(stepsOf((disk) => applyChanges(folder, changes(), disk))).toHaveLength(STEPS);
  });
});

test.each([finishChanges, undoChanges])(
  "a run that is stopped again at any step of %o can still go either way",
  (first) => {
    for (let at = 0; ; at += 1) {
      for (const [path, text] of Object.entries(OLD)) writeFileSync(join(folder, path), text);
      rmSync(join(folder, "data/b.csv"), { force: true });
      rmSync(join(folder, "history"), { recursive: true, force: true });
      rmSync(join(folder, ROOM), { recursive: true, force: true });
      const steps = stepsOf(() => {});
      expect(steps).toEqual([]);
      // Stopped between the second and the third of the four.
      const halfway = failingDisk(folder, 30);
      expect(() => applyChanges(folder, changes(), halfway)).toThrow(/EIO/);
      expect(isHalfway(folder)).toBe(true);
      const disk = failingDisk(folder, at);
      let isDone = true;
      try {
        first(folder, disk);
      } catch (error) {
        expect(error).toMatchObject({ code: "EIO" });
        isDone = false;
      }
      if (isDone) break;
      if (!isHalfway(folder)) continue;
      const second = at % 2 === 0 ? finishChanges : undoChanges;
      second(folder);
      expect(texts()).toEqual(second === finishChanges ? NEW : OLD);
    }
  },
);

describe("refuses", () => {
  const stop = (): void => {
    expect(() => applyChanges(folder, changes(), failingDisk(folder, 30))).toThrow(/EIO/);
  };
  test("a file that was changed since the change was decided, before anything is written", () => {
    const decided = changes();
    writeFileSync(join(folder, "data/a.csv"), "by hand");
    expect(() => applyChanges(folder, decided)).toThrow("data/a.csv: the file was changed in the meantime");
    expect(texts()).toEqual({ ...OLD, "data/a.csv": "by hand" });
    expect(readdirSync(folder)).not.toContain(ROOM);
  });

  test.each([finishChanges, undoChanges])("a file that was changed while a run was stopped: %o", (go) => {
    stop();
    writeFileSync(join(folder, "data/a.csv"), "by hand");
    const before = texts();
    expect(() => go(folder)).toThrow("data/a.csv: the file was changed in the meantime");
    expect(texts()).toEqual(before);
    expect(isHalfway(folder)).toBe(true);
  });

  test("a second run while another is at work, whether or not it has said its number yet", () => {
    mkdirSync(join(folder, ROOM));
    expect(() => applyChanges(folder, changes())).toThrow("another refresh of this folder is running");
    // The process that started this one is alive.
    writeFileSync(join(folder, ROOM, "run"), String(process.ppid));
    age();
    expect(() => applyChanges(folder, changes())).toThrow("another refresh of this folder is running");
    expect(texts()).toEqual(OLD);
  });

  test("a link in the place of a file", () => {
    rmSync(join(folder, "data/a.csv"));
    symlinkSync(join(folder, "plan.yaml"), join(folder, "data/a.csv"));
    expect(() => applyChanges(folder, changes())).toThrow("this is a link");
    expect(readFileSync(join(folder, "plan.yaml"), "utf8")).toBe("old plan");
  });

  test.each(["../out.txt", "/etc/out.txt"])("a journal that leads out of the folder: %s", (path) => {
    stop();
    const journal = join(folder, ROOM, "journal.json");
    writeFileSync(journal, readFileSync(journal, "utf8").replace("plan.yaml", path));
    expect(() => finishChanges(folder)).toThrow("the file cannot be read");
    expect(() => undoChanges(folder)).toThrow("the file cannot be read");
  });

  test("a kept file that is not what the journal says", () => {
    stop();
    writeFileSync(join(folder, ROOM, "new-3"), "other");
    expect(() => finishChanges(folder)).toThrow("this is not the file that refresh kept there");
  });
});

test("a replaced file keeps its permissions", () => {
  const target = join(folder, "data/a.csv");
  realDisk.write(target, Buffer.from("old a"));
  const { mode } = statSync(target);
  applyChanges(folder, changes());
  expect(statSync(target).mode).toBe(mode);
  expect(dirname(target)).toBe(join(folder, "data"));
});
