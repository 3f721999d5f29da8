// Records of a file that come more than once: events that were counted already, alike records, and blocks of them.
import type { Cells } from "../core/figure.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { alikeRuns } from "./alike-runs.ts";
import type { EventIds } from "./event-ids.ts";
import type { RecordHash } from "./record-hash.ts";
import type { Layout } from "./sources/layout.ts";

/** What a record is to those before it. */
export interface RecordSeen {
  /** Its event was counted already, so that it is passed over. */
  readonly isPassed: boolean;
  /** It has no number of its own, and one before it is like it word for word. */
  readonly isAlike: boolean;
  /** Its event has no number of its own, where others have. */
  readonly isUnnamed: boolean;
  /** It could not be compared with all before it, as there are too many to remember. */
  readonly isLost: boolean;
  /** By which to tell sums of different records. */
  readonly mark: number;
}

/** Of a record that is not looked at. */
export const UNSEEN: RecordSeen = { isPassed: false, isAlike: false, isUnnamed: false, isLost: false, mark: 0 };

/** So many lines are named in a doubt; with more, it is of the whole file. */
const MOST_LINES = 1_000;

export type DuplicateCheck = ReturnType<typeof duplicateCheck>;

/** Looks for repeated records among those of a file that add to a figure. */
export function duplicateCheck(file: string, { values, event, headings }: Layout, ids: EventIds, most?: number) {
  const areCounted = values.every(({ counted }) => counted);
  const runs = alikeRuns(areCounted, most);
  const seen = { line: 0, isPassed: false, isAlike: false, isUnnamed: false, isLost: false, mark: 0 };
  const others: number[] = [];
  const joined: number[] = [];
  let section = ids.section();
  const sections = [section];
  const idHeading = event ? headings[event.id] || `column ${event.id + 1}` : "";
  return {
    /** Takes a record, once for all of its values; what it answers with is good until it is asked again. */
    see(line: number, hash: () => RecordHash): RecordSeen {
      if (seen.line === line) return seen;
      const said = hash();
      seen.line = line;
      seen.isUnnamed = event !== undefined && !said.isNamed;
      const found = said.isNamed ? ids.see(said, section) : "new";
      if (found === "other") others.push(line);
      seen.isPassed = found === "same";
      seen.mark = said.isNamed ? 0 : said.mark;
      const alike = said.isNamed ? "new" : runs.see(line, said);
      seen.isAlike = alike === "alike";
      seen.isLost = found === undefined || alike === undefined;
      return seen;
    },
    /** The headings come again on that line: what follows is another export. */
    join(line: number): void {
      joined.push(line);
      section = ids.section();
      sections.push(section);
    },
    /** The file is not used after all. */
    forget: (): void => ids.forget(sections),
    /** The heading of the number by which events are known. */
    idHeading,
    /** What is doubted of them. */
    doubts(): readonly Doubt[] {
      const blocks = runs.blocks();
      const found: Doubt[] = [];
      const [first] = joined;
      if (first !== undefined)
        found.push(doubt("headings-again", { file, line: first }, { file }, file, joined.length));
      if (others.length > 0) {
        const lines = others.length > MOST_LINES ? undefined : others.map((line) => [line, line] as const);
        const cells: Cells = { file, ...(lines && { lines }) };
        const updated = event?.updated.map((column) => headings[column] ?? "") ?? [];
        found.push(
          doubt("ids-differ", { file, line: others[0] as number }, cells, file, idHeading, updated, others.length),
        );
      }
      if (blocks.records > 0)
        found.push(doubt("records-doubled", { file, line: blocks.first }, { file }, file, blocks.records));
      return found;
    },
  };
}
