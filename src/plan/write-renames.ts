// Writes the new name of a series into the text of a plan; every other letter of the text stays as it is.
import { nameKey } from "../core/names.ts";
import { asYaml } from "../core/problems/sentence.ts";
import type { NotEdited } from "./write-latest.ts";

/** A series that has another name in the data now. */
export interface Rename {
  readonly old: string;
  readonly now: string;
}

type Path = readonly (string | number)[];

/** A text to be put in place of another, or, where both ends are one, between others. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with the series renamed: where a measure or a part names it under `series`, that is changed; where its own name
 * is all that names it, `series` is added behind that, so that tables and comments keep the name. A sentence where a
 * name stands in a way that cannot be edited, such as an alias.
 */
export async function withRenames(text: string, renames: readonly Rename[]): Promise<string | NotEdited> {
  if (renames.length === 0) return text;
  const { fullYaml, spansIn } = await import("./full-yaml.ts");
  const { value, startOf } = fullYaml(text);
  const spanOf = spansIn(text);
  const newNames = new Map(renames.map(({ old, now }) => [nameKey(old), now]));
  const edits: Edit[] = [];
  const lost: Path[] = [];
  const newName = (said: unknown): string | undefined =>
    typeof said === "string" || typeof said === "number" ? newNames.get(nameKey(String(said))) : undefined;

  const replace = (path: Path, now: string): void => {
    const span = spanOf(path);
    if (span && /^[^&*|>]/.test(text.slice(span.start, span.end))) edits.push({ ...span, text: yamlText(now) });
    else lost.push(path);
  };
  /** Adds `series` behind the name of a group of keys. */
  const add = (path: Path, now: string): void => {
    const [group, own] = [spanOf(path), spanOf([...path, "name"])];
    if (!group || !own) return void lost.push(path);
    if (group.isFlow) return void edits.push({ start: own.end, end: own.end, text: `, series: ${yamlText(now)}` });
    const line = text.slice(own.end).search(/\r?\n|$/) + own.end;
    const end = /\r\n|\n/.exec(text)?.[0] ?? "\n";
    // The keys of a group in lines begin below each other.
    const indent = " ".repeat(group.start - (text.lastIndexOf("\n", group.start - 1) + 1));
    edits.push({ start: line, end: line, text: `${end}${indent}series: ${yamlText(now)}` });
  };
  const terms = (path: Path, said: unknown): void => {
    if (Array.isArray(said)) for (const [index, one] of said.entries()) terms([...path, index], one);
    else if (isGroup(said)) for (const key of ["add", "subtract"]) terms([...path, key], said[key]);
    else {
      const now = newName(said);
      if (now !== undefined) replace(path, now);
    }
  };
  const named = (path: Path, group: Group): void => {
    const now = newName(group.name);
    if (group.series !== undefined) terms([...path, "series"], group.series);
    else if (now !== undefined) add(path, now);
  };

  for (const [table, { measures }] of listIn(value, "tables").entries()) {
    for (const [index, measure] of (Array.isArray(measures) ? measures.filter(isGroup) : []).entries()) {
      const path = ["tables", table, "measures", index];
      const parts = Array.isArray(measure.parts) ? measure.parts : [];
      if (parts.length === 0 || measure.series !== undefined) named(path, measure);
      for (const [place, part] of parts.entries()) {
        const at = [...path, "parts", place];
        const now = newName(part);
        if (isGroup(part)) named(at, part);
        else if (now !== undefined) {
          const span = spanOf(at);
          if (!span) lost.push(at);
          else edits.push({ ...span, text: `{ name: ${text.slice(span.start, span.end)}, series: ${yamlText(now)} }` });
        }
      }
    }
  }
  const [first] = lost;
  if (first) {
    const line = text.slice(0, startOf(first) ?? 0).split("\n").length;
    return {
      why: `line ${line}: the series is written in a way that this command cannot edit`,
      hint: "write its new name by hand",
    };
  }
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: more }) => all.slice(0, start) + more + all.slice(end), text);
}

type Group = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listIn = (value: unknown, key: string): Group[] => {
  const list = isGroup(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isGroup) : [];
};

/** Words that YAML would read as something other than text stand in quotation marks. */
const yamlText = (name: string): string => (/^(?:null|true|false)$/i.test(name) ? JSON.stringify(name) : asYaml(name));
