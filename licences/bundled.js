// The licences of the libraries that the bundle is made of: they ask to travel with every copy of the code.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const home = join(import.meta.dirname, "..");

/** The folder in node_modules that a module is from; nothing for the tool's own modules and for stand-ins. */
function packageOf(id) {
  // What the bundler itself adds is code of its own.
  if (id.startsWith("\0rolldown/")) return join(home, "node_modules/rolldown");
  return /^[^\0].*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
}

/** The text of a library's licence: its own file, or the one beside this one where the library is published without. */
function licenceText(folder, name) {
  const [own] = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(file));
  const ours = join(import.meta.dirname, `${name.replace("/", "-")}.txt`);
  if (own === undefined && !existsSync(ours)) throw new Error(`licences/bundled.js: ${name} has no licence text`);
  const text = readFileSync(own === undefined ? ours : join(folder, own), "utf8");
  return text.replaceAll("\r\n", "\n").trim();
}

/** All licences as one text: name, version and licence of each library, and the licence's own words. */
function licencesOf(ids) {
  const folders = [...new Set(ids.map(packageOf))].filter((folder) => folder !== undefined);
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${"=".repeat(80)}\n${name} ${version} (${license})\n\n${licenceText(folder, name)}\n`;
  });
  const head = "The files in this folder contain code of these libraries. Each is used under its own licence.\n";
  return [head, ...parts.sort()].join("\n");
}

/** Part of the build: writes LICENSES.txt from the modules that are in the bundle. */
export const licences = {
  name: "licences",
  generateBundle(_, bundle) {
    const ids = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: licencesOf(ids) });
  },
};
