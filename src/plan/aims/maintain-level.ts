// "maintain": no worse than the baseline. Which way is worse the plan says beside it, or its words do: "maintain (no lower)".
import { compareExact } from "../../core/number.ts";
import { type Aim, type AimForm, type Better, present } from "./aim.ts";

const worse = { lower: "no higher", higher: "no lower" } as const satisfies Record<Better, string>;

export const maintainLevel: AimForm = {
  example: "maintain",
  pattern: /^maintain(?: \((?<name>no higher|no lower)\))?$/i,
  verb: "maintain",
  otherWords: /^(no worse|stay the same|stay level|remain stable)( than .*)?$/i,
  make({ name }) {
    if (name === undefined) return { ...noWorse("higher"), better: undefined, needsBetter: true };
    return noWorse(name.toLowerCase() === worse.lower ? "lower" : "higher");
  },
};

function noWorse(better: Better): ReturnType<AimForm["make"]> {
  return {
    better,
    needs: ["baseline"],
    relative: true,
    target: present,
    formula: (baseline) => baseline,
    achieved({ baseline, current }) {
      const change = compareExact(current, present(baseline));
      return better === "lower" ? change <= 0 : change >= 0;
    },
    rule: ({ baseline, current }) => `${current} ${better === "lower" ? "≤" : "≥"} ${baseline}`,
  };
}

/** The same aim of a grade, which says itself which way is better. */
export function sidedForGrades(aim: Aim | undefined): Aim | undefined {
  const isLevel = aim?.needsBetter || (aim !== undefined && maintainLevel.pattern.test(aim.words));
  if (!isLevel || aim?.better === "lower") return aim;
  const { relative: _, target: __, formula: ___, ...level } = noWorse("higher");
  return {
    ...{ words: aim.words, ...level },
    inWords: { kind: "grade" },
    rule: ({ baseline, current }) => `${current} is ${baseline} or better`,
  };
}

/** The aim with the side that the plan says is better, which its words then say too; any other aim as it is. */
export function sided(aim: Aim | undefined, better: Better | undefined): Aim | undefined {
  if (!aim?.needsBetter || better === undefined) return aim;
  return { ...aim, ...noWorse(better), words: `${aim.words} (${worse[better]})`, needsBetter: false };
}
