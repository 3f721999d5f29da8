// The lines over charts: what each shows, without causes.
import type { Way } from "./narration.ts";
import { namesJoined, say } from "./say.ts";

/** Of a line over time: the latest figure, how it moved, and whether its last point is a signal. */
export function line({
  name,
  now,
  when,
  moved,
  signal,
}: {
  readonly name: string;
  readonly now: string;
  readonly when: string;
  readonly moved: { readonly way: Way | "same"; readonly was: string; readonly before: string } | undefined;
  readonly signal: string | "none" | undefined;
}): string {
  const slots = { name, now, when };
  const finding =
    moved === undefined
      ? say("finding.now", slots)
      : movedLine(moved.way, { ...slots, was: moved.was, before: moved.before });
  if (signal === undefined) return finding;
  return signal === "none" ? say("finding.no-signal", { finding }) : say("finding.signal", { finding, signal });
}

function movedLine(
  way: Way | "same",
  slots: {
    readonly name: string;
    readonly now: string;
    readonly when: string;
    readonly was: string;
    readonly before: string;
  },
): string {
  if (way === "up") return say("finding.up", slots);
  if (way === "down") return say("finding.down", slots);
  return say("finding.same", slots);
}

/** Of a rank plot: the figure, the rank with the range that its limits leave open, and the group's figure. */
export function ranked({
  name,
  now,
  rank,
  forces: n,
  range,
  group,
}: {
  readonly name: string;
  readonly now: string;
  readonly rank: string | undefined;
  readonly forces: number;
  readonly range: string | undefined;
  readonly group: { readonly name: string; readonly now: string } | undefined;
}): string {
  const finding =
    rank === undefined
      ? say("narration.group-now", { group: name, now })
      : range === undefined
        ? say("finding.ranked", { name, now, rank, n })
        : say("finding.ranked-range", { name, now, rank, n, range });
  return group === undefined ? finding : say("finding.group", { finding, group: group.name, now: group.now });
}

/** Of a funnel: beside a force like the others. */
export function besideLike({
  name,
  now,
  side,
}: {
  readonly name: string;
  readonly now: string;
  readonly side: "higher" | "lower" | undefined;
}): string {
  if (side === undefined) return say("finding.within", { name, now });
  return side === "higher" ? say("finding.higher", { name, now }) : say("finding.lower", { name, now });
}

/** Of changes: how many measures rose, fell, did not change or have no change to show (from 0 there is no %), and the aims. */
export function changesSaid({
  measures: n,
  rose,
  fell,
  same,
  without,
  aims,
}: {
  readonly measures: number;
  readonly rose: number;
  readonly fell: number;
  readonly same: number;
  readonly without: number;
  readonly aims: string;
}): string {
  const said = [
    ...(rose > 0 ? [say("finding.rose", { n: rose })] : []),
    ...(fell > 0 ? [say("finding.fell", { n: fell })] : []),
    ...(same > 0 ? [say("finding.unchanged", { n: same })] : []),
    ...(without > 0 ? [say("finding.without", { n: without })] : []),
  ];
  return say("finding.changes", { n, changes: namesJoined(said), aims });
}
