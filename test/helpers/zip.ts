// Workbooks for tests, zipped from folders of their parts or from texts, and damaged on purpose.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

/** Texts, or bytes, by name, zipped; long ones with less care for their size, which takes less time. */
export const zipTexts = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [
          name,
          [Buffer.from(text), { level: text.length > 2 ** 20 ? 1 : 6 }],
        ]),
      ),
      { mtime: new Date(1980, 0, 1, 12) },
    ),
  );

/** The files of folders, a later one in the place of an earlier one of its name. */
export function zipOf(folders: readonly string[]): Buffer {
  const parts: Record<string, string> = {};
  for (const folder of folders) {
    for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
      const path = join(folder, name);
      if (statSync(path).isFile()) parts[name.replaceAll("\\", "/")] = readFileSync(path, "utf8");
    }
  }
  return zipTexts(parts);
}

/** Where the directory of a zipped file has each part's entry. */
export function directory(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4)) places.push(at);
  return places;
}

/** The same file, whose largest part says that it grows to so many bytes. */
export function declaring(bytes: Buffer, size: number): Buffer {
  const changed = Buffer.from(bytes);
  const sizes = directory(changed).map((at) => [changed.readUInt32LE(at + 24), at] as const);
  const [, at] = sizes.reduce((most, one) => (one[0] > most[0] ? one : most));
  changed.writeUInt32LE(size, at + 24);
  return changed;
}
