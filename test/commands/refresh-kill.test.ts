// A refresh that is killed at random moments while it replaces files: what is left is never mixed and called ready.
// @module-tag long
// @module-tag built
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOM } from "../../src/io/change-set.ts";
import { seeded } from "../helpers/seeded.ts";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "refresh-kill-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...path: string[]): string => join(folder, ...path);

const FILES = 25;
const rows = (index: number, value: number, period: string): string =>
  `area,series,period,kind,value\nGloucestershire,S${index},2019,count,100\nGloucestershire,S${index},2022,count,${value}\n${period}`;
mkdirSync(at("start/data"), { recursive: true });
mkdirSync(at("new"));
const measures = Array.from({ length: FILES }, (_, index) => {
  writeFileSync(at("start/data", `f${index}.csv`), rows(index, 90, ""));
  writeFileSync(at("new", `f${index}.csv`), rows(index, 91, `Gloucestershire,S${index},2023,count,80\n`));
  return `      - { name: S${index}, aim: reduce, priorities: [A], comment: It fell. }\n`;
});
writeFileSync(
  at("start/plan.yaml"),
  `title: P
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [data/*.csv]
tables:
  - title: T
    baseline: 2019
    current: latest (2022)
    measures:
${measures.join("")}`,
);

/** The files of a plan's folder, without the room of a run that was stopped. */
const texts = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at(of), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(at(of).length + 1))
      .filter((path) => !path.startsWith(ROOM))
      .map((path) => [path, readFileSync(at(of, path), "utf8")]),
  );

/** Starts a refresh, and kills it so many milliseconds after it made a file or folder. */
const killed = (of: string, made: string, after: number): Promise<void> =>
  new Promise((done) => {
    const args = [join(home, "bin", "plan-measures.cjs"), "refresh", "plan.yaml", at("new"), "--write"];
    const child = spawn(process.execPath, args, {
      cwd: at(of),
      stdio: "ignore",
      env: { ...process.env, TMPDIR: folder },
    });
    let timer: NodeJS.Timeout | undefined;
    const look = setInterval(() => {
      if (timer || !existsSync(at(of, made))) return;
      timer = setTimeout(() => child.kill("SIGKILL"), after);
    }, 1);
    child.on("exit", () => {
      clearInterval(look);
      clearTimeout(timer);
      done();
    });
  });

test("50 kills: all old, all new, or refused by check until it is finished or taken back", async () => {
  cpSync(at("start"), at("whole"), { recursive: true });
  expect((await run(["refresh", "plan.yaml", at("new"), "--write"], at("whole"))).exit).toBe(0);
  const [OLD, NEW] = [texts("start"), texts("whole")];
  expect(Object.keys(NEW)).toHaveLength(Object.keys(OLD).length + FILES + 1);
  const next = seeded(22);
  const seen = { untouched: 0, halfway: 0, whole: 0 };
  for (let kill = 0; kill < 50; kill += 1) {
    const of = `run${kill}`;
    cpSync(at("start"), at(of), { recursive: true });
    // Two in three once the journal is there, the others from the first step on.
    await killed(of, kill % 3 === 0 ? ROOM : join(ROOM, "journal.json"), next() * 150);
    const isHalfway = existsSync(at(of, ROOM, "journal.json"));
    const found = texts(of);
    for (const [path, text] of Object.entries(found)) expect([OLD[path], NEW[path]]).toContain(text);
    const { ready } = JSON.parse((await run(["check", "--format", "json"], at(of))).out);
    expect(ready).toBe(!isHalfway);
    if (!isHalfway) {
      expect([OLD, NEW]).toContainEqual(found);
      seen[Object.keys(found).length === Object.keys(OLD).length ? "untouched" : "whole"] += 1;
    } else {
      seen.halfway += 1;
      const how = kill % 2 === 0 ? "--write" : "--undo";
      expect((await run(["refresh", "plan.yaml", how], at(of))).exit).toBe(0);
      expect(texts(of)).toEqual(how === "--write" ? NEW : OLD);
      expect(existsSync(at(of, ROOM))).toBe(false);
    }
    rmSync(at(of), { recursive: true });
  }
  // Kills that come too early or too late would show nothing.
  expect(seen.halfway, JSON.stringify(seen)).toBeGreaterThan(5);
}, 600_000);
