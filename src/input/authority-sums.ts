// Local authorities added up to the police force area that they make up, where a file has all of them and no force.

import { type Figure, isKnown } from "../core/figure.ts";
import { periodKey } from "../core/period.ts";
import { type Doubt, type Problem, problem } from "../core/problems/problems.ts";
import { kindInWords } from "../core/words/names.ts";
import { namesJoined, say } from "../core/words/say.ts";
import { type Area, besideForce, type Gazetteer } from "../data/areas.ts";
import { coverOf, type LocalAuthority, localAuthority } from "../data/local-authorities.ts";
import type { Observation } from "../data/observation.ts";
import type { StoreBuilder } from "../data/store.ts";
import { total } from "../statistics/total.ts";
import { farFrom, populationDoubt } from "./population-check.ts";

/** A force's figure that a file does not give: made of those of its local authorities, or lacking some of them. */
export interface ForceFromParts {
  readonly of: Pick<Observation, "series" | "areaKey" | "period" | "kind">;
  readonly made?: Observation;
  /** What is to be said where no other file gives the figure either. */
  readonly otherwise?: Problem;
  readonly doubts: readonly Doubt[];
}

/** What the figures of local authorities say of the forces that they are in. */
type PartSeen = Pick<Observation, "series" | "period" | "kind" | "heading"> & {
  readonly seriesKey: string;
  readonly figure: Figure;
};

export type AuthoritySums = ReturnType<typeof authoritySums>;

/** Gathers the figures of a file's local authorities by force, people's alone: others need not add up. */
export function authoritySums(file: string, places: Gazetteer) {
  interface Table extends PartSeen {
    readonly force: string;
    /** The figures by code; none for a code that stands twice. */
    readonly parts: Map<string, Figure | undefined>;
  }
  const tables = new Map<string, Table>();
  const strangers = new Map<string, ForceFromParts>();
  const idOf = ({ seriesKey, kind, period }: Omit<PartSeen, "figure">, areaKey: string): string =>
    `${seriesKey}\n${kind}\n${periodKey(period)}\n${areaKey}`;
  return {
    /** The key that data of an authority's force are found by. */
    keyOf: (code: string): string | undefined => {
      const found = places.find(code);
      return "key" in found ? found.key : undefined;
    },
    add({ code, force }: LocalAuthority, seen: PartSeen): void {
      const id = idOf(seen, force);
      const table = tables.get(id) ?? { ...seen, force, parts: new Map<string, Figure | undefined>() };
      tables.set(id, table);
      table.parts.set(code, table.parts.has(code) ? undefined : seen.figure);
    },
    /** A record that has the name of a force and the code of something else, where the force's figure is wanted. */
    addStranger(
      label: string,
      code: string,
      force: Area,
      areaKey: string,
      seen: Omit<PartSeen, "figure">,
      line: number,
    ): void {
      const id = idOf(seen, areaKey);
      const lacking = coverOf(force.code ?? "", [code]).lacking;
      const isPart = localAuthority(code)?.force === force.code;
      const otherwise = problem("not-the-force", { file, line }, label, code, force.name, isPart ? lacking : []);
      if (!strangers.has(id)) strangers.set(id, { of: { ...seen, areaKey }, otherwise, doubts: [] });
    },
    all(): ForceFromParts[] {
      const made = [...tables.values()].flatMap((table): ForceFromParts[] => {
        const { force, parts, series, period, kind, heading } = table;
        const found = places.find(force);
        if (!("key" in found) || !found.area) return [];
        const { area, key: areaKey } = found;
        const known = [...parts].flatMap(([code, figure]) => (isKnown(figure) ? [code] : []));
        const { codes, lacking } = coverOf(force, known);
        if (lacking.length > 0) return [];
        const names = codes.map((code) => {
          const name = localAuthority(code)?.name ?? code;
          return name === area.name ? besideForce(name, code) : name;
        });
        const figures = codes.flatMap((code) => parts.get(code) ?? []);
        const note = say("note.added-from", { kind: kindInWords(kind), area: area.name, areas: listedNames(names) });
        const figure: Figure = { ...total(figures), notes: [note] };
        const lines = figure.from.map(({ line }) => [line, line] as const);
        const far = kind === "population" ? farFrom(area, period, figure) : undefined;
        const doubted = far && populationDoubt(area.name, period, figure, far, { file, lines });
        const observed = { series, area: area.name, areaKey, period, kind, heading, figure };
        return [{ of: { series, areaKey, period, kind }, made: observed, doubts: doubted ? [doubted] : [] }];
      });
      return [...made, ...strangers.values()];
    },
  };
}

/** "Kent and Medway", "12 local authorities". */
const listedNames = (names: readonly string[]): string =>
  names.length > 3 ? say("note.authorities", { n: names.length }) : namesJoined(names);

/** Adds the figures of forces that no file gives; what is to be said of those, and of those that stay without. */
export function addForces(forces: readonly ForceFromParts[], store: StoreBuilder): Problem[] {
  return forces.flatMap(({ of, made, otherwise, doubts }) => {
    if (store.isGiven(of)) return [];
    if (made) store.add(made);
    return [...(otherwise ? [otherwise] : []), ...doubts];
  });
}
