// What the plan states that files have in full: of events in those months and areas, no record means 0.

import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { FileEvents, StatedCover } from "../data/noughts.ts";
import { columnMapOf, type FilesEntry } from "./entries.ts";

/**
 * What an entry of the plan states of the events of one of its files; nothing where it states nothing. Of a file that
 * is not one of events, `events` being none, it says nothing either, which is a problem.
 */
export function statedCover(
  entry: FilesEntry,
  source: string,
  events: FileEvents | undefined,
  places: Gazetteer,
  problems: Problem[],
): StatedCover | undefined {
  const map = columnMapOf(entry);
  const covers = map?.covers;
  if (!map || !covers) return undefined;
  const place = entry.at(["covers"]);
  if (!events) {
    problems.push(problem("covers-useless", place, source));
    return undefined;
  }
  const areas = covers.areas?.map((name) => {
    const force = places.find(name, "", "force");
    const found = "key" in force && force.area ? force : places.find(name);
    const key = "key" in found ? found.key : nameKey(name);
    const isKnown = ("key" in found && found.area) || events.areas.some((one) => one.key === key);
    if (!isKnown) {
      const known = events.areas.map(({ label }) => label);
      problems.push(
        problem("area-unknown", entry.at(["covers", "areas"]), name, nearest(name, known), nearestFirst(name, known)),
      );
    }
    return { key, label: name };
  });
  return {
    ...{ period: { from: covers.from.from, to: covers.to.to }, areas, files: [map.files].flat().join(", ") },
    place: { file: place.file, line: place.line ?? 1, column: place.column ?? 1 },
  };
}
