// The command as a shell runs it: the real process, its streams, its exit code and the files it writes.
// @module-tag built
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { release, tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { validateText } from "../helpers/json.ts";
import { gloucestershire, home } from "../helpers/world.ts";

const bin = join(home, "bin", "plan-measures.cjs");
const folder = mkdtempSync(join(tmpdir(), "plan measures "));
afterAll(() => rmSync(folder, { recursive: true }));

const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, ...env } = process.env;
function shell(args: readonly string[], more: Record<string, string> = {}) {
  const done = spawnSync(process.execPath, [bin, ...args], {
    ...{ cwd: folder, encoding: "utf8", maxBuffer: 2 ** 24 },
    env: { ...env, ...more },
  });
  validateText(done.stdout);
  return done;
}

test("the built command prints what the source prints", () => {
  const done = shell(["report", join(home, gloucestershire, "plan.yaml")]);
  expect(done.stderr).toBe("");
  expect(done.status).toBe(0);
  expect(done.stdout).toContain("Violence against the");
  expect(done.stdout).toContain("75.3%");
});

test("init makes a plan whose report runs at once, in a path with spaces, and touches nothing that exists", () => {
  expect(shell(["init", "my plan"]).status).toBe(0);
  expect(readdirSync(join(folder, "my plan")).sort()).toEqual([
    "comments.csv",
    "data",
    "plan.schema.json",
    "plan.yaml",
  ]);
  const report = shell(["report", "my plan/plan.yaml"]);
  expect(report.status).toBe(0);
  expect(report.stdout).toContain("13.5%");
  const again = shell(["init", "my plan"]);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain("my plan: it exists already");
  mkdirSync(join(folder, "empty"));
  expect(shell(["init", "empty"]).status).toBe(2);
  expect(readdirSync(join(folder, "empty"))).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["empty", "my plan"]);
});

test("the JSON Schema accepts the shipped plans and refuses a misspelt aim", () => {
  const schema = z.fromJSONSchema(JSON.parse(shell(["schema"]).stdout));
  for (const file of [`${gloucestershire}/plan.yaml`, "fixtures/starter/plan.yaml"]) {
    const plan = parse(readFileSync(join(home, file), "utf8"));
    expect(schema.safeParse(plan).error).toBeUndefined();
    plan.tables[0].measures[0].aim = "redcue";
    expect(schema.safeParse(plan).success).toBe(false);
  }
});

test("a reader that has had enough is no failure", () => {
  const line = `"${process.execPath}" "${bin}" report "${join(home, gloucestershire, "plan.yaml")}" | head -1`;
  const done = spawnSync("sh", ["-c", line], { encoding: "utf8", env });
  if (done.error) return; // Without a POSIX shell there is no such pipe.
  expect(done.stderr).toBe("");
  expect(done.stdout).toMatch(/^Police and Crime Prevention Plan/);
});

describe("colour", () => {
  const args = ["report", join(home, gloucestershire, "plan.yaml"), "--measure", "Robbery"];
  test("none into a pipe", () => {
    for (const command of ["report", "trend"]) {
      const { status, stdout } = shell([command, join(home, gloucestershire, "plan.yaml")]);
      expect(status, command).toBe(0);
      expect(stdout, command).toContain("────");
      expect(stdout, command).not.toContain("\u001b");
    }
  });
  test("NO_COLOR wins over FORCE_COLOR", () => {
    expect(shell(args, { FORCE_COLOR: "1" }).stdout).toContain("\u001b[31mnot achieved");
    expect(shell(args, { FORCE_COLOR: "1", NO_COLOR: "1" }).stdout).not.toContain("\u001b");
  });
  test("coloured tables hold the same text in the same places", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is switched by control characters
    const bare = shell(args, { FORCE_COLOR: "1" }).stdout.replace(/\u001b\[\d+m/g, "");
    expect(bare).toBe(shell(args).stdout);
  });
});

test("a pipe that a shell hands over is read to its end, however slowly it is filled", () => {
  const lines = "area,series,period,kind,value\\nGloucestershire,Robbery,2019,count,348\\n";
  const line = `(sleep 0.3; printf '${lines}') | "${process.execPath}" "${bin}" inspect /dev/stdin`;
  const done = spawnSync("sh", ["-c", line], { encoding: "utf8", env });
  if (done.error) return; // Without a POSIX shell there is no such pipe.
  expect(done.stdout).toContain("line 2; 1 record");
});

test("where the folder that you are in is gone, that is told in a sentence, and help is still given", () => {
  const line = `mkdir gone && cd gone && rmdir ../gone && "${process.execPath}" "${bin}"`;
  const inGone = (words: string) => spawnSync("sh", ["-c", `${line} ${words}`], { cwd: folder, encoding: "utf8", env });
  const done = inGone("report");
  if (done.error || existsSync(join(folder, "gone"))) return; // Windows keeps a folder that somebody is in.
  expect(done.stderr).toBe(
    "plan-measures: the current folder cannot be used: it is no longer there\n  hint: go to another folder and try again: cd ~\n",
  );
  expect(done.status).toBe(2);
  expect(inGone("report --help").status).toBe(0);
});

describe("a run that is stopped while it writes", () => {
  const plan = join(home, gloucestershire, "plan.yaml");
  const args = ["report", plan, "--format", "csv", "--out", "stopped"];
  const drafts = (): string[] => readdirSync(join(folder, "stopped")).filter((name) => name.endsWith(".part"));
  // A kill comes when it likes; here it comes when the third of the files is to be put in place.
  const stop = `const fs = require("node:fs"); const rename = fs.renameSync; let count = 0;
fs.renameSync = (...paths) => { count += 1; if (count === 3) process.kill(process.pid, "SIGKILL"); rename(...paths); };`;

  test.skipIf(process.platform === "win32")(
    "leaves drafts, of which check tells and which the next run removes",
    () => {
      expect(shell(args).status).toBe(0);
      const names = readdirSync(join(folder, "stopped"));
      writeFileSync(join(folder, "stop.cjs"), stop);
      const done = shell(args, { NODE_OPTIONS: `--require="${join(folder, "stop.cjs")}"` });
      expect(done.signal).toBe("SIGKILL");
      // Of 18 files two were put in place.
      expect(drafts()).toHaveLength(18);
      // What another program or a run that goes on writes is left alone, and what only looks like a draft.
      const [draft = ""] = drafts();
      const [run = ""] = /\d+(?=\.part$)/.exec(draft) ?? [];
      const others = [
        `other.txt.${run}.part`,
        `notes.csv.${process.pid}.part`,
        "notes.csv.part",
        `notes.csv.0${run}.part`,
      ];
      for (const name of others) writeFileSync(join(folder, "stopped", name), "");
      const checked = shell(["check", plan, "--out", "stopped", "--format", "json"]);
      expect(checked.status).toBe(1);
      const { lacks, "not-looked-at": left } = JSON.parse(checked.stdout);
      const told = lacks.filter(({ demand }: { demand: string }) => demand === "file");
      expect(told).toEqual([
        {
          demand: "file",
          file: "stopped",
          message: expect.stringMatching(
            /^a run was stopped before it had put (\S+, ){7}\S+ and 10 more in place: files of two runs may stand here; write all of them again with report --out$/,
          ),
        },
      ]);
      expect(left).toEqual([...others].sort());
      expect(shell(args).status).toBe(0);
      expect(readdirSync(join(folder, "stopped")).sort()).toEqual([...names, ...others].sort());
      const lacksNow = (): { demand: string; file: string; message: string }[] =>
        JSON.parse(shell(["check", plan, "--out", "stopped", "--format", "json"]).stdout).lacks;
      expect(lacksNow().filter(({ demand }) => demand === "file")).toEqual([]);
      // A table that the plan no longer has is written by no run that would clear its draft away.
      writeFileSync(join(folder, "stopped", `old-table.csv.${run}.part`), "");
      expect(lacksNow().filter(({ demand }) => demand === "file")).toEqual([
        { demand: "file", file: `stopped/old-table.csv.${run}.part`, message: "the plan does not write it" },
      ]);
    },
  );
});

describe("--out", () => {
  const plan = join(home, gloucestershire, "plan.yaml");
  test("writes a file for each table, the same bytes every time, and nothing else", () => {
    expect(shell(["report", plan, "--format", "csv", "--out", "out"]).status).toBe(0);
    const names = readdirSync(join(folder, "out")).sort();
    const bytes = names.map((name) => readFileSync(join(folder, "out", name), "utf8"));
    expect(names).toHaveLength(20);
    expect(shell(["report", plan, "--format", "csv", "--out", "out"]).status).toBe(0);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(names);
    expect(names.map((name) => readFileSync(join(folder, "out", name), "utf8"))).toEqual(bytes);
    for (const text of bytes.filter((_, index) => names[index]?.endsWith(".csv"))) {
      // One header row of unique headings, and as many cells in every record: the parser refuses a ragged one.
      const [headings = []] = parseCsv(text) as string[][];
      expect(headings).not.toContain("");
      expect(new Set(headings).size).toBe(headings.length);
    }
  });
  test("leaves no half-written file behind when it cannot write", () => {
    writeFileSync(join(folder, "taken"), "");
    const done = shell(["report", plan, "--format", "csv", "--out", "taken"]);
    expect(done.status).toBe(2);
    expect(done.stderr).toBe(
      "plan-measures: taken: there is a file with this name\n  hint: choose another name, or delete that file first\n",
    );
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("");
  });
});

test("an output that cannot be written is told in a line, with exit code 2", () => {
  const full = "/dev/full";
  if (!existsSync(full)) return;
  const done = spawnSync(
    "sh",
    ["-c", `"${process.execPath}" "${bin}" report "${join(home, gloucestershire)}" > ${full}`],
    {
      encoding: "utf8",
      env,
    },
  );
  expect(done.stderr).toBe("plan-measures: the output could not be written: there is no room left\n");
  expect(done.status).toBe(2);
});

test("a plan cannot read through a link that leads out of its folder", () => {
  mkdirSync(join(folder, "linked"));
  writeFileSync(join(folder, "secret.csv"), "area,series,period,kind,value\nGloucestershire,Robbery,2019,count,1\n");
  symlinkSync(join(folder, "secret.csv"), join(folder, "linked", "figures.csv"));
  const tables = [{ title: "T", baseline: "2019", current: "2019", measures: [{ name: "Robbery" }] }];
  const plan = { title: "P", force: "Gloucestershire", priorities: [], data: ["figures.csv"], tables };
  writeFileSync(join(folder, "linked", "plan.yaml"), JSON.stringify(plan));
  const done = shell(["report", "linked"]);
  expect(done.stderr).toContain("[outside-folder]");
  expect(done.stdout).not.toMatch(/Robbery +1/);
});

test("a file that is not there is missing, not outside, in a folder that is reached through a link", () => {
  mkdirSync(join(folder, "true"));
  symlinkSync(join(folder, "true"), join(folder, "by link"));
  const tables = [{ title: "T", baseline: "2019", current: "2019", measures: [{ name: "Robbery" }] }];
  const plan = {
    title: "P",
    force: "Gloucestershire",
    priorities: [],
    data: ["d.csv"],
    comments: "gone/c.csv",
    tables,
  };
  writeFileSync(join(folder, "true", "plan.yaml"), JSON.stringify(plan));
  const { stderr } = shell(["report", "by link"]);
  expect(stderr).toContain(
    "by link/gone/c.csv: error: the file cannot be read: there is no such file [file-unreadable]",
  );
  expect(stderr).not.toContain("[outside-folder]");
});

test("files are put in place whole: a run that fails leaves the old ones", () => {
  const args = ["report", join(home, gloucestershire), "--format", "csv", "--out", "kept"];
  expect(shell(args).status).toBe(0);
  const before = readFileSync(join(folder, "kept", "notes.csv"), "utf8");
  rmSync(join(folder, "kept", "priorities.csv"));
  mkdirSync(join(folder, "kept", "priorities.csv"));
  expect(shell(args).status).toBe(2);
  expect(readFileSync(join(folder, "kept", "notes.csv"), "utf8")).toBe(before);
  expect(readdirSync(join(folder, "kept")).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a long file is read in parts, and a part may end anywhere in it", { tags: "long" }, () => {
  mkdirSync(join(folder, "long"));
  // 200,000 records, over several parts; every tenth name holds a quoted comma, every hundredth a quote.
  const line = (n: number): string =>
    `${n % 10 === 0 ? `"Area, ${n}"` : n % 100 === 1 ? `"Area ""${n}"""` : `Area ${n}`},Robbery,2019,count,"${n}"`;
  const lines = Array.from({ length: 200_000 }, (_, index) => line(index));
  writeFileSync(join(folder, "long", "d.csv"), `area,series,period,kind,value\r\n${lines.join("\r\n")}\r\n`);
  const done = shell([
    "inspect",
    "long/d.csv",
    "--area",
    "Area, 123450",
    'Area "199901"',
    "Area 7",
    "--format",
    "json",
  ]);
  const [{ figures, records }] = JSON.parse(done.stdout).files;
  expect(records).toBe(200_000);
  const found = figures.map(({ value, from }: { value: string; from: { line: number }[] }) => [value, from[0]?.line]);
  expect(found).toEqual([
    ["7", 9],
    ["123450", 123_452],
    ["199901", 199_903],
  ]);
});

test("--data reads another quarter's folder with the same plan", () => {
  cpSync(join(home, gloucestershire, "data"), join(folder, "quarter", "data"), { recursive: true });
  const crime = join(folder, "quarter", "data", "recorded-crime.csv");
  writeFileSync(crime, readFileSync(crime, "utf8").replace("348,", "400,"));
  const args = ["report", join(home, gloucestershire, "plan.yaml"), "--measure", "Robbery", "--format", "json"];
  const verdict = (more: string[]): string => JSON.parse(shell([...args, ...more]).stdout).tables[0].rows[0].verdict;
  expect(verdict([])).toBe("not achieved");
  // 400 → 395 is a reduction.
  expect(verdict(["--data", "quarter"])).toBe("achieved");
});

test("--version prints the version, and what a help desk asks for", () => {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const [first, commit, node, system, ...rest] = shell(["--version"]).stdout.trim().split("\n");
  expect([first, ...rest]).toEqual([version]);
  expect(node).toBe(`Node.js ${process.versions.node}`);
  expect(system).toBe(`${process.platform} ${process.arch}, ${release()}`);
  // The build is of this commit or of one before it.
  const [, hash = ""] = /^commit ([0-9a-f]{40})(, changed)?$|^commit unknown$/.exec(commit ?? "none") ?? [commit];
  const { status } = spawnSync("git", ["merge-base", "--is-ancestor", hash, "HEAD"], { cwd: home });
  expect(hash === "" || status === 0, hash).toBe(true);
});

test.each(["12.22.12", "20.18.3", "21.7.3", "22.2.0"])("Node.js %s is told which is needed", (version) => {
  // Of 21 and the first of 22, a function that the tool needs is not there.
  const old = `Object.defineProperty(process.versions, "node", { value: "${version}" });
    if (${Number.parseInt(version, 10) > 20}) delete process.getBuiltinModule;
    require(${JSON.stringify(bin)});`;
  const done = spawnSync(process.execPath, ["-e", old], { encoding: "utf8", env });
  expect(done.stderr).toBe(
    `plan-measures needs Node.js 20.19, 22.3 or later; this is ${version}\n  hint: install a newer Node.js, or use the archive of plan-measures that brings its own\n`,
  );
  expect([done.status, done.stdout]).toEqual([2, ""]);
});

test("the build stands where the command looks for it", () => {
  expect(existsSync(join(home, "dist", "cli.cjs")), "run npm run build").toBe(true);
});
