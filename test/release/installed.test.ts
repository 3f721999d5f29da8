// The npm package installed as a machine of an office has it: for all users, where nobody but the administrator may write.
// @module-tag release
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ran } from "../../release/node.js";
import { lacksArchive, made, top } from "../helpers/archive.ts";

const isRoot = process.getuid?.() === 0;
const lacks = lacksArchive || (isRoot ? "" : " (skipped: only root may install for another user)");

test.skipIf(lacks !== "")(`a package of under 4 MB, which another user runs${lacks}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "installed-"));
  const prefix = join(folder, "Program Files é", "Swyddfa'r Heddlu");
  const work = join(folder, "another user");
  try {
    chmodSync(folder, 0o755);
    mkdirSync(prefix, { recursive: true });
    ran("npm", ["install", "--global", "--offline", "--prefix", prefix, join(made, `${top}.tgz`)], { cwd: folder });
    const installed = join(prefix, "lib", "node_modules", "plan-measures");
    const files = (readdirSync(installed, { recursive: true }) as string[]).map((name) => join(installed, name));
    const size = files.filter((file) => statSync(file).isFile()).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(size).toBeGreaterThan(1_000_000);
    expect(size).toBeLessThan(4_000_000);
    expect(existsSync(join(installed, "node_modules"))).toBe(false);
    ran("chmod", ["-R", "a-w", prefix]);
    mkdirSync(work);
    // Nobody's number, who owns no file of the install.
    ran("chown", ["65534:65534", work]);
    const path = `${dirname(process.execPath)}:${process.env.PATH}`;
    const asNobody = (...args: string[]) =>
      spawnSync(
        "setpriv",
        ["--reuid=65534", "--regid=65534", "--clear-groups", join(prefix, "bin", "plan-measures"), ...args],
        {
          ...{ cwd: work, encoding: "utf8", env: { PATH: path, LANG: "C.UTF-8" } },
        },
      );
    const fresh = asNobody("init", "my plan");
    expect([fresh.stderr, fresh.status]).toEqual(["", 0]);
    const report = asNobody("report", "my plan/plan.yaml");
    expect(report.status, report.stderr).toBe(0);
    expect(report.stdout).toContain("13.5%");
    expect(asNobody("report", "my plan/plan.yaml", "--format", "xlsx", "--out", "my plan/pages").status).toBe(0);
    // The plan is its owner's to change, though what it was copied from is not.
    const plan = statSync(join(work, "my plan", "plan.yaml"));
    expect([plan.uid, plan.mode & 0o200]).toEqual([65534, 0o200]);
    const intoInstall = asNobody("report", "my plan/plan.yaml", "--format", "html", "--out", installed);
    expect(intoInstall.status).toBe(2);
    expect(intoInstall.stderr).toContain("you may not write there");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
