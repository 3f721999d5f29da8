// File patterns: * and ? within a name, ** for any folders. No pattern takes longer than its length times that of the names.

/** The steps of a path, folder by folder; what ends in ** means every file there. */
export function stepsOf(path: string): readonly string[] {
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  return steps.at(-1) === "**" ? [...steps, "*"] : steps;
}

/** Whether a step is a pattern. */
export const isWild = (step: string): boolean => /[*?]/.test(step);

/** Where a path stands that has reached a step: there, and behind it where that stands for no folder at all. */
export function startAt(steps: readonly string[], step: number): ReadonlySet<number> {
  const at = new Set([step]);
  for (let next = step; steps[next] === "**"; next += 1) at.add(next + 1);
  return at;
}

/** Where it stands after one more name, in however many ways it came there; at the number of steps it has ended. */
export function stepOn(
  steps: readonly string[],
  at: ReadonlySet<number>,
  name: string,
  anyCase = false,
): ReadonlySet<number> {
  const next = new Set<number>();
  for (const index of at) {
    const step = steps[index];
    if (step === undefined) continue;
    if (step === "**" ? name.startsWith(".") : !fits(name, step, anyCase)) continue;
    for (const one of startAt(steps, step === "**" ? index : index + 1)) next.add(one);
  }
  return next;
}

/** Whether a name is one that a step means. A hidden name, which begins with a dot, is meant only by a step that does. */
export function fits(name: string, step: string, anyCase = false): boolean {
  if (anyCase) return fits(name.toLowerCase(), step.toLowerCase());
  if (name.startsWith(".") && !step.startsWith(".")) return false;
  const [letters, signs] = [[...name], [...step.replace(/\*+/g, "*")]];
  let [letter, sign] = [0, 0];
  // The last * may take one letter more; those before it need not, as what follows them was found as early as can be.
  let [last, taken] = [-1, 0];
  while (letter < letters.length) {
    if (signs[sign] === "*") {
      [last, taken] = [sign, letter];
      sign += 1;
    } else if (signs[sign] === "?" || signs[sign] === letters[letter]) {
      letter += 1;
      sign += 1;
    } else if (last >= 0) {
      taken += 1;
      [letter, sign] = [taken, last + 1];
    } else return false;
  }
  return signs.slice(sign).every((one) => one === "*");
}
