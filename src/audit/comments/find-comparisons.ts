// Comparisons of the force with the group in the words of a comment: "less than the MSG (10.5%)", "close to the MSG".
import type { ComparisonClaim, NumberClaim, SpotAt } from "./claim.ts";
import type { Mention } from "./mentions.ts";
import { standingIn } from "./places.ts";
import { above, below, near } from "./vocabulary.ts";
import { sentenceAt, sentenceEnd } from "./whose-number.ts";

/** "Theft is above the MSG" says how much there is of it; "the rise is above" how far it went. */
const isState =
  /\b(is|are|was|were|remain(s|ed)?|stay(s|ed)?|stood)( (still|also|now|well|far|just|slightly|currently))*\s*$/i;
const moves = /\b(increas|ris|rose|fall|fell|reduc|declin|decreas|grow|grew|drop|chang|trend)\w*/i;
/** Words that compare with the area right behind "than" alone. */
const moreThan = /\b(more|further|larger|bigger)(?= than\b)/gi;
const lessThan = /\b(less|fewer)(?= than\b)/gi;
const thanArea =
  /^ than (?:(?:the|its|our|that|those|in|for|of|across|seen|at|rise|increase|fall|reduction|average) )*/i;
/** What may stand between a number and what it is compared by. */
const linking =
  /^[\s,()–—-]*(?:(?:which|that|this|is|was|and|also|an?|the|far|much|slightly|well|just|still|rise|increase|fall|reduction|decrease|drop|change|remains|remained|\w+ly)[\s,]+)*$/i;

const relations = [
  [above, "above"],
  [below, "below"],
  [near, "near"],
  [moreThan, "above"],
  [lessThan, "below"],
] as const;

/** The comparisons of a clause, each with the numbers of the text that it stands between. */
export function comparisonsIn(
  { text: clause, at: start }: { readonly text: string; readonly at: number },
  sides: readonly Mention[],
  spot: SpotAt,
  text: string,
  numbers: readonly NumberClaim[],
): ComparisonClaim[] {
  const found = relations.flatMap(([pattern, relation]) =>
    [...clause.matchAll(pattern)].map((match) => ({
      ...{ relation, text: match[0], at: match.index },
      isThan: pattern === moreThan || pattern === lessThan,
    })),
  );
  const groups = sides.filter(({ side }) => side === "group");
  return found.flatMap((one): ComparisonClaim[] => {
    const { relation, at, isThan } = one;
    const end = at + one.text.length;
    const than = isThan ? (thanArea.exec(clause.slice(end))?.[0].length ?? 0) : 0;
    const target = isThan ? sides.find((mention) => mention.by === "name" && mention.at === end + than) : undefined;
    // "Less than the 10.5% of the MSG"
    const [number] = standingIn(numbers, start + end + than, start + end + than + 1);
    const of = target?.side ?? number?.side;
    const after = isThan ? of === "group" : groups.some((mention) => mention.at > at);
    const before = isThan ? of === "force" && isOfGroup(text, start + at) : groups.some((m) => m.at < at);
    if (!after && !before) return [];
    // "Above the 2019 baseline" compares with no group.
    if (/^\W*(the |its )?\s*(baseline|benchmark)/i.test(clause.slice(end))) return [];
    const moving =
      /\b(increas|ris|rose|fall|fell|reduc|declin|grow|drop)\w*\b[^,;]*$/i.test(clause.slice(0, at)) &&
      /^\w+ rate\b/i.test(clause.slice(at));
    const pair = pairOf(text, start + at, start + end, numbers);
    const led = text.slice(sentenceAt(text, start + at), start + at);
    const about =
      /sharper|faster|steeper|slower|slowly|sharply|steeply|quickly/i.test(one.text) ||
      /^similar (amount|trend|extent|degree)/i.test(clause.slice(at)) ||
      (isThan && moves.test(led)) ||
      moving
        ? "change"
        : isThan || pair.first?.isGap
          ? "either"
          : /\b(crime |homicide )?rate\b|\blevels?\b|\baverage\b|\bpercentage\b/i.test(clause) ||
              (isState.test(clause.slice(0, at)) && !moves.test(clause))
            ? "level"
            : "either";
    return [
      {
        ...spot(one.text, at),
        ...{ type: "comparison", relation, about, subject: after ? "force" : "group" },
        remained: /\b(remain(s|ed)|still|stayed)\b[^,;]*$/i.test(clause.slice(0, at)),
        ...pair,
      },
    ];
  });
}

/** Whether a sentence is of the group: "The MSG rose by 10.5%, more than Gloucestershire". */
const isOfGroup = (text: string, at: number): boolean =>
  /^\W*(in |across )?(the |our )?(msg|most similar|similar forces|peers)/i.test(text.slice(sentenceAt(text, at), at));

/** The number right before a comparison, and the group's behind it. */
function pairOf(
  text: string,
  at: number,
  end: number,
  numbers: readonly NumberClaim[],
): Pick<ComparisonClaim, "first" | "second"> {
  const [from, to] = [sentenceAt(text, at), sentenceEnd(text, end)];
  const endOf = (one: NumberClaim): number => one.at + one.text.length;
  const last = standingIn(numbers, from, at).findLast((one) => endOf(one) <= at);
  const [next] = standingIn(numbers, end, Math.min(to, end + 100));
  return {
    first: last && linking.test(text.slice(endOf(last), at)) ? last : undefined,
    second: next?.side === "group" && next.part !== "by" ? next : undefined,
  };
}
