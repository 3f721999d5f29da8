// A plan for a force made from its own files: tables by source, measures by the series there; what a person has to choose is marked.
import { isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { type Period, periodName } from "../core/period.ts";
import { isPeople, type Kind } from "../core/value-kind.ts";
import type { Observation } from "../data/observation.ts";
import type { Store } from "../data/store.ts";
import { type Data, readData } from "../input/ingest.ts";
import { Refusal } from "../io/world.ts";
import { measureKindNames } from "../measures/index.ts";

const LENGTHS = { "12 months": 12, quarter: 3, month: 1 } as const;
const NOT_MEASURES: readonly Kind[] = ["base", "change", "significance"];

/** The text of a plan that reads data/ in its folder, for the force as the data name it; refused where they do not. */
export async function planFromData(folder: string, force: string): Promise<{ text: string; data: Data }> {
  let areaKey = nameKey(force);
  const place = { file: "plan.yaml" };
  const data = await readData([{ files: "data/*", at: () => place }], folder, (places) => {
    const found = places.find(force, "", "force");
    if ("key" in found) areaKey = found.key;
    const isOwn = (key: string): boolean => key === areaKey;
    return { area: isOwn, figure: isOwn, period: () => true };
  });
  const own = data.store.every().filter((one) => one.areaKey === areaKey && isMeasure(one));
  if (own.length === 0) {
    const names = [...data.store.names.areas.values()].slice(0, 10).join(", ");
    throw new Refusal(
      `--force ${force}: the files have no figures for this force`,
      names === "" ? "run plan-measures inspect to see what the files hold" : `choose from ${names}`,
    );
  }
  const sources = new Map(data.inputs.map(({ file, source }) => [file, source]));
  const titles = [...new Set(own.map((one) => sourceOf(one, sources)))];
  const tables = titles.flatMap((title) => {
    const of = own.filter((one) => sourceOf(one, sources) === title);
    return tableText(title, of, data.store, areaKey);
  });
  if (tables.length === 0)
    throw new Refusal(
      `--force ${force}: no series has a figure for a latest month, quarter or 12 months`,
      "run plan-measures init my-plan, and write the plan by hand",
    );
  const text = `title: Police and Crime Plan
force: ${JSON.stringify(force)}
# choose: the Most Similar Group, as a row of the data or a list of forces
# similar-forces: { name: MSG, forces: [${JSON.stringify(force)}, …] }
priorities:
  - { id: P1, name: First priority } # choose: your priorities, and which of them each measure serves
data: [data/*]
comments: comments.csv
outputs:
  - { format: html, folder: published } # what plan-measures refresh --write writes
tables:
${tables.join("")}`;
  return { text, data };
}

const isMeasure = ({ kind }: Observation): boolean => !isPeople(kind) && !NOT_MEASURES.includes(kind);

/** The source of a figure; one that is made from no cell has none. */
const sourceOf = ({ figure }: Observation, sources: ReadonlyMap<string, string>): string =>
  sources.get(figure.from[0]?.file ?? "") ?? "Data";

/** A table of the series that have a figure for the last period; of the longest that any of them has. */
function tableText(title: string, all: readonly Observation[], store: Store, areaKey: string): string[] {
  const last = Math.max(...all.map(({ period }) => period.to));
  const series = [...new Map(all.map((one) => [`${nameKey(one.series)}\n${one.kind}`, one])).values()];
  for (const [words, months] of Object.entries(LENGTHS)) {
    const period: Period = { from: last - months + 1, to: last };
    const has = series.filter(({ series: name, kind }) => {
      const found = store.find(name, areaKey, period, kind);
      return found !== undefined && (isKnown(found) || "word" in found);
    });
    // A rate beside its own number is printed with that.
    const counted = new Set(has.filter(({ kind }) => kind === "count").map((one) => nameKey(one.series)));
    const rows = has.filter(({ series: name, kind }) => kind !== "rate" || !counted.has(nameKey(name)));
    if (rows.length === 0) continue;
    const lines = rows.map(({ series: name, kind }) => {
      const twice = rows.filter((one) => nameKey(one.series) === nameKey(name)).length > 1;
      const shown = twice
        ? `name: ${JSON.stringify(`${name} (${kind})`)}, series: ${JSON.stringify(name)}`
        : `name: ${JSON.stringify(name)}`;
      const kindName = kind === "percent" ? "percentage" : kind;
      const ofKind = kind === "count" || !measureKindNames.includes(kindName) ? "" : `, kind: ${kindName}`;
      return `      - { ${shown}${ofKind}, priorities: [P1] } # choose: aim: reduce\n`;
    });
    return [
      `  - title: ${JSON.stringify(title)}
    # choose: baseline: the earlier period to compare with
    current: latest ${words} (${periodName(period)})
    measures:
${lines.join("")}`,
    ];
  }
  return [];
}
