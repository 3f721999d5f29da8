// What a refresh prints: the files, the periods, what was revised and what moved, the comments, and what is left to do.
import { periodName, populationDate } from "../core/period.ts";
import { printable, wrap } from "../core/safe-text.ts";
import { diffPage } from "../diff/page.ts";
import { painter } from "../io/paint.ts";
import { pathFrom, type World } from "../io/world.ts";
import { formats } from "../output/formats/index.ts";
import type { Page } from "../output/page.ts";
import type { Refresh } from "./refresh-plan.ts";

const MOST = 20;

/** The text of a refresh, as far as it is shown or done. */
export async function shownRefresh(world: World, refresh: Refresh, isWritten: boolean): Promise<string> {
  const { incoming, moved, diff, drafts, files, refused, left, renames, privateIn } = refresh;
  if (files.length === 0 && refused.length === 0)
    return `nothing is new, and nothing was changed\n${section(world, "Left for you", left)}`;
  const render = await formats.find(({ name }) => name === "terminal")?.page?.();
  const page =
    diff && render
      ? render(headed(diffPage(diff)), {
          columns: world.columns,
          paint: await painter(world.colour),
          toFile: false,
          forExcel: false,
        })
      : [];
  const named = ({ what, found, kept }: Refresh["moved"][number]): string => {
    const words = what === "current" ? periodName : populationDate;
    return `${what}: ${kept ? `${words(kept)} → ` : ""}${found ? words(found) : ""}`;
  };
  return [
    section(
      world,
      "New files",
      incoming.map(
        ({ from, path, replaced }) => `${path}: ${replaced ? "replaced by" : "new, from"} ${pathFrom(world, from)}`,
      ),
    ),
    section(
      world,
      "Renamed series",
      renames.map(({ old, now }) => `${old} → ${now}`),
    ),
    section(world, "Periods", [...new Set(moved.map(named))]),
    ...page.map(({ content }) => `${typeof content === "string" ? content : ""}\n`),
    section(
      world,
      "Comments to finish",
      drafts.map((name) => `${name}: a draft ${isWritten ? "was" : "would be"} added`),
    ),
    section(world, "Refused", refused),
    section(
      world,
      isWritten ? "Written" : refused.length > 0 ? "Would be written" : "To be written",
      files.map(({ path }) => path),
    ),
    privateIn === undefined
      ? ""
      : `${wrap(`${privateIn}/ ${isWritten ? "holds" : "would hold"} iQuanta figures, which may not be published. Keep this folder out of what you publish. Keep it out of any repository that others can read: add it to .gitignore.`, world.columns)}\n\n`,
    // What was refused is said once.
    section(
      world,
      "Left for you",
      left.filter((one) => !refused.includes(one)),
    ),
    isWritten
      ? ""
      : refused.length > 0
        ? "nothing was written because something was refused\n"
        : "nothing was written: add --write to do it\n",
  ].join("");
}

function section(world: World, title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const shown = lines.slice(0, MOST).map((line) => wrap(printable(line), world.columns, "  "));
  const more = lines.length > MOST ? [`  and ${lines.length - MOST} more`] : [];
  return `${[title, ...shown, ...more].join("\n")}\n\n`;
}

/** The two sides have no file names here: the page is headed by their periods. */
const headed = (page: Page): Page => ({ ...page, title: page.heading ?? page.title });
