// What is installed: a bundle that needs no other package, with the licences of all that it is made of.
// @module-tag built
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { loadConfig } from "rolldown/config";
import { expect, test } from "vitest";
import { home } from "./helpers/world.ts";

const dist = join(home, "dist");

test("the package asks for no other, and the bundle loads none", () => {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
  } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  expect({ ...dependencies, ...optionalDependencies, ...peerDependencies }).toEqual({});
  const parts = readdirSync(dist).filter((name) => name.endsWith(".cjs"));
  const loaded = parts.flatMap((name) =>
    [...readFileSync(join(dist, name), "utf8").matchAll(/\b(?:require|import)\((["'`])(.*?)\1/g)].map(([, , id]) => id),
  );
  // Read wrongly, the bundle would load nothing, and this hold nothing.
  expect(loaded.length).toBeGreaterThan(100);
  const foreign = loaded.filter((id = "") => !parts.includes(id.slice(2)) && !id.startsWith("node:"));
  expect(foreign.filter((id = "") => !builtinModules.includes(id))).toEqual([]);
});

test("the package has the schemas and the types, and the bundle none of the definitions that they are made from", () => {
  const packed = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    ...{ cwd: home, encoding: "utf8", shell: process.platform === "win32" },
  });
  const files = JSON.parse(packed.stdout)[0].files.map(({ path }: { path: string }) => path);
  const schemas = readdirSync(join(home, "schemas")).map((name) => `schemas/${name}`);
  expect(schemas.length).toBeGreaterThan(8);
  expect(files).toEqual(expect.arrayContaining(schemas));
  const words = "The name and the version of this schema.";
  expect(readFileSync(join(home, "schemas", "report.json"), "utf8")).toContain(words);
  const parts = readdirSync(dist).filter((name) => name.endsWith(".cjs"));
  expect(parts.filter((name) => readFileSync(join(dist, name), "utf8").includes(words))).toEqual([]);
});

test("the lock file names no address that packages are downloaded from", () => {
  expect(readFileSync(join(home, "package-lock.json"), "utf8")).not.toContain('"resolved"');
});

test("LICENSES.txt names every library that a bundled module is from, with its licence, and no other", async () => {
  const config = await loadConfig(join(home, "rolldown.config.js"));
  if (typeof config === "function" || Array.isArray(config)) throw new Error("the build is of one bundle");
  const bundle = await rolldown(config);
  const { output } = await bundle.generate(Array.isArray(config.output) ? config.output[0] : config.output);
  await bundle.close();
  const ids = output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
  const names = ids.flatMap((id) => {
    const [, name] =
      id
        .split("node_modules/")
        .at(-1)
        ?.match(/^((?:@[^/]+\/)?[^/]+)\//) ?? [];
    return id.includes("node_modules/") && !id.startsWith("\0") && name !== undefined ? [name] : [];
  });
  const libraries = [...new Set([...names, "rolldown"])].sort();
  for (const known of ["cli-table3", "commander", "csv-parse", "decimal.js", "zod"]) expect(libraries).toContain(known);
  const licences = readFileSync(join(dist, "LICENSES.txt"), "utf8");
  const said = libraries.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(home, "node_modules", name, "package.json"), "utf8"));
    return `${name} ${version} (${license})`;
  });
  expect([...licences.matchAll(/^=+\n(.*)$/gm)].map(([, title]) => title)).toEqual(said);
  for (const name of libraries) {
    const [file] = readdirSync(join(home, "node_modules", name)).filter((file) => /^licen[cs]e/i.test(file));
    const text = file
      ? readFileSync(join(home, "node_modules", name, file), "utf8")
      : "Isaac Z. Schlueter and Contributors";
    expect(licences, name).toContain(text.replaceAll("\r\n", "\n").trim());
  }
});
