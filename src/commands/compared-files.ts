// What the old files of a plan give and the new ones do not, and which new file is of an older release than the file that it would replace.
import { nameKey } from "../core/names.ts";
import { isGiven, type Lost, lostIn } from "../data/lost.ts";
import type { Observation } from "../data/observation.ts";
import { compareEditions, type Edition, editionWords } from "../input/edition.ts";
import type { Data } from "../input/ingest.ts";
import type { Rename } from "../plan/write-renames.ts";
import { measuresOf, type OpenPlan } from "./open-plan.ts";

export interface SetAgainst {
  /** The figures of the plan's measures that only the old data have, over all periods, in words. */
  readonly lost: readonly Lost[];
  /** Files that would replace a newer release, in words. */
  readonly older: readonly string[];
  /** The names of the series in the new data. */
  readonly series: readonly string[];
}

/** Sets the data of a plan against those with the new files, series that have a new name under it. */
export async function comparedFiles(
  old: OpenPlan,
  now: OpenPlan,
  replaced: readonly string[],
  renames: readonly Rename[],
): Promise<SetAgainst> {
  const [before, after] = [await old.read(measuresOf(old.plan), true), await now.read(measuresOf(now.plan), true)];
  const names = new Map(renames.map(({ old: was, now: is }) => [nameKey(was), is]));
  const renamed = before.store
    .every()
    .filter(isGiven)
    .map((one) => ({ ...one, series: names.get(nameKey(one.series)) ?? one.series }));
  return {
    lost: lostIn(renamed, after.store.every().filter(isGiven)),
    older: replaced.flatMap((file) => olderThan(file, before, after)),
    series: [...after.store.names.series.values()],
  };
}

function olderThan(file: string, before: Data, after: Data): string[] {
  const [was, is] = [editionIn(before, file), editionIn(after, file)];
  if (!was || !is || compareEditions(is, was) >= 0) return [];
  return [
    `${file}: the new file is from an older release (${editionWords(is)}) than the file that it would replace (${editionWords(was)})`,
  ];
}

/** The edition of a file, with the last month of the figures that the plan uses of it. */
function editionIn({ inputs, store }: Data, file: string): Edition | undefined {
  const edition = inputs.find((one) => one.file === file)?.edition;
  const isOf = ({ figure }: Observation): boolean => isGiven({ figure }) && figure.from.some((at) => at.file === file);
  const covers = store.every().reduce((last, one) => (isOf(one) ? Math.max(last, one.period.to) : last), 0);
  return edition && { ...edition, ...(covers > 0 && { covers }) };
}
