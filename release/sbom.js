// What an archive is made of, for those who look for known faults (a software bill of materials, CycloneDX 1.5): the libraries
// whose code is in the bundle, and Node. `npm sbom` sees no bundle: it lists no library, or all the tools of the build.
import { createHash } from "node:crypto";

const digest = (algorithm, bytes) => createHash(algorithm).update(bytes).digest("hex");

/** The libraries that the build found in the bundle, as dist/LICENSES.txt lists them. */
const bundled = (licences) =>
  [...licences.matchAll(/^=+\n(\S+) (\S+) \((.+)\)$/gm)].map(([, name, version, licence]) => ({
    name,
    version,
    licence,
  }));

const component = ({ name, version, licence }) => {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return { type: "library", "bom-ref": purl, name, version, licenses: [{ expression: licence }], purl };
};

/** The text of the SBOM: the same for the same parts. */
export function sbom({ version, commit, time, licences, nodeVersion, publisher, programs }) {
  const own = `pkg:npm/plan-measures@${version}`;
  const metadata = {
    timestamp: time.toISOString().replace(".000", ""),
    component: {
      ...{ type: "application", "bom-ref": own, name: "plan-measures", version, purl: own },
      licenses: [{ license: { id: "MIT" } }],
      properties: [{ name: "commit", value: commit }],
    },
  };
  const libraries = bundled(licences).map(component);
  const nodes = programs.map(({ name, bytes }) => ({
    ...{ type: "platform", "bom-ref": `node/${name}`, publisher, name, version: nodeVersion },
    description: "Node.js, as its publisher made it",
    hashes: [
      { alg: "SHA-256", content: digest("sha256", bytes) },
      { alg: "SHA-512", content: digest("sha512", bytes) },
    ],
    licenses: [{ license: { id: "MIT" } }],
    cpe: `cpe:2.3:a:nodejs:node.js:${nodeVersion}:*:*:*:*:*:*:*`,
  }));
  const components = [...libraries, ...nodes];
  const dependencies = [
    { ref: own, dependsOn: components.map((one) => one["bom-ref"]) },
    ...components.map((one) => ({ ref: one["bom-ref"] })),
  ];
  const parts = { metadata, components, dependencies };
  // Made of what it lists, the number is the same for the same list, and another for any other.
  const hex = digest("sha256", JSON.stringify(parts));
  const serial = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  const head = { bomFormat: "CycloneDX", specVersion: "1.5", serialNumber: `urn:uuid:${serial.join("-")}`, version: 1 };
  return `${JSON.stringify({ ...head, ...parts }, undefined, 2)}\n`;
}
