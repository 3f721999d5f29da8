// The one way to compute a figure: a gap in is that gap out, and origins add up.
import { type Derivation, type Figure, type Formula, type Gap, isKnown, type Origin } from "./figure.ts";
import type { Exact } from "./number.ts";
import { roundingOf } from "./rounding.ts";
import type { Unit } from "./value-kind.ts";

/**
 * The one way to compute: a gap in is that gap out, and the origins add up. So nothing is computed past a missing
 * figure, and no figure is without its sources and the formula that explains it, which is put into words only when it is
 * asked for. `compute` may itself answer with a gap (a baseline of 0).
 */
export function derive(
  unit: Unit,
  inputs: readonly Figure[],
  compute: (...values: Exact[]) => Exact | Gap,
  formula: Formula,
): Figure {
  const made: Derivation = { formula, of: inputs };
  const from: Origin[] = [];
  const byLine = new Map<number, Origin[]>();
  const values: Exact[] = [];
  for (const input of inputs) {
    // The reason keeps its finger on the cell that caused it; its problem was raised where it was found.
    if (!isKnown(input)) return { gap: input.gap, unit, from: input.from, derivation: made };
    values.push(input.value);
    for (const origin of input.from) {
      const others = byLine.get(origin.line);
      if (others?.some((one) => isSame(one, origin))) continue;
      if (others) others.push(origin);
      else byLine.set(origin.line, [origin]);
      from.push(origin);
    }
  }
  const noted = inputs.some((one) => one.notes || one.remarks) && notedOf(inputs);
  const answer = compute(...values);
  return "reason" in answer
    ? { gap: answer, unit, from, derivation: made, ...noted }
    : { value: answer, unit, from, derivation: made, ...noted, ...roundingOf(unit, inputs, values, answer, compute) };
}

/** What must be said of any of the inputs. */
function notedOf(inputs: readonly Figure[]): Pick<Figure, "notes" | "remarks"> {
  const notes = new Set(inputs.flatMap((one) => one.notes ?? []));
  const remarks = new Set(inputs.flatMap((one) => one.remarks ?? []));
  return { ...(notes.size > 0 && { notes: [...notes] }), ...(remarks.size > 0 && { remarks: [...remarks] }) };
}

const isSame = (a: Origin, b: Origin): boolean =>
  a === b || (a.line === b.line && a.column === b.column && a.file === b.file && a.lines === b.lines);
