// Whose a number of a comment is, by the grammar of its clause: the force's, the group's, or nobody's for certain.
import { otherAreas } from "./about-elsewhere.ts";
import type { Mention, Whose } from "./mentions.ts";
import { countBefore, standingIn } from "./places.ts";

const moved =
  "rise|rose|risen|rises|increase[sd]?|increasing|growth|grew|grown|fall|fell|fallen|falls|decrease[sd]?|decreasing|drop|dropped|decline[sd]?|reduction|reduced|change[sd]?|difference|dip|dipped";
const noun = `average|averages|mean|median|rate|rates|figure|figures|level|levels|percentage|total|value|overall|pooled|own|group|groups|as a whole|area|areas|also|${moved}`;
/** Words that a figure is compared by: what follows them is not what the sentence is of. */
const comparing =
  /\b(than|compar\w+(?: (?:to|with))?|against|unlike|versus|vs?\.?|above|below|exceed\w*|supersed\w*|contrast(?: (?:to|with))?|relative to|in line with|similar to|close to|near|outpac\w*|overtak\w*|outstrip\w*|surpass\w*|match\w*|as|like|mirror\w*|follow\w*|half|double|twice|times)((?: (?:that|those|levels?|the|its|our|in|of|for|by|rise|increase|fall|reduction|decrease|drop|change|seen|recorded|average|mean|rates?|across|among|an?))*)\s*$/i;
/** What ties a number to the group that was named right before it, though something is compared with the group. */
const tied = new RegExp(
  `^(?:['’]s?)?(?:\\s+(?:${noun}|of forces))*\\s*(?:$|[(:=–—]|of\\b|at which|,?\\s*(?:which|who|whose|where)\\b|(?:was|were|is|are|did|had|has|saw|recorded|rose|fell|stands|stood)\\b)`,
  "i",
);
/** Words between a number and the area that it is of: "10.5% rise in the MSG", "10.5% (MSG)". */
const leading = new RegExp(
  `(?:^|\\s)(?:(?:in|across|for|among|amongst|within|by|throughout)(?: (?:the|its|our|their|all|this))*|(?:average|mean|${moved}) of (?:the|its|our))\\s+$`,
  "i",
);
const parting =
  /[,;:\d()]|\b(than|compar\w+|against|unlike|versus|vs?|above|below|while|whilst|whereas|but|contrast|exceed\w*|similar|relative|line|higher|lower|greater|smaller|more|less|highest|lowest|largest|smallest|biggest|best|worst|first|second|third|fourth|fifth|rank\w*|position|outlier|as|that of|those of|half|double|twice|times|and|or)\b/i;
const numberNext = new RegExp(`^(?:['’]s?)?(?:\\s+(?:${noun}|of|at|by|was|is))*\\s*[:=(]?\\s*[-+−]?\\d`, "i");
const compared = new RegExp(
  `\\b(?:than|compar\\w+ (?:to|with)|against|versus|vs?\\.?|unlike|contrast to)(?: (?:an?|the|average|${moved}|of|by|just|only|around|about|nearly))*\\s*$`,
  "i",
);
/** ", by 10.5%", ", up 10.5%", ", a rise of 10.5%" go on with what was named. */
const goesOn = new RegExp(
  `^\\s*(?:and |but |also |again |only |down |up )*(?:by|to|from|at|down|up|an?|the|(?:${moved})\\b)?(?: (?:${moved}|by|to|from|of|an?|further|small|slight|sharp|just|only|around|about|nearly|over|more|less|than|in|at))*\\s*[-+−(]?$`,
  "i",
);

/** Marks that end a sentence, where a space or nothing follows: there is none in "0.6". */
const MARKS = [".", "!", "?", ";"];
const isEnd = (text: string, mark: number): boolean => /^\s?$/.test(text[mark + 1] ?? "");
/** No sentence is longer than this: what is, has no marks. A bracket is not looked for further away either. */
export const MOST_SENTENCE = 1_000;
/** Where the sentence begins that a place of a text is in. */
export function sentenceAt(text: string, at: number): number {
  const start = Math.max(0, at - MOST_SENTENCE);
  const led = text.slice(start, at);
  const ends = MARKS.map((mark) => {
    let end = led.lastIndexOf(mark);
    while (end >= 0 && !isEnd(text, start + end)) end = end === 0 ? -1 : led.lastIndexOf(mark, end - 1);
    return start + end + 1;
  });
  return Math.max(...ends);
}
/** Where it ends, at its mark. */
export function sentenceEnd(text: string, at: number): number {
  const rest = text.slice(at, at + MOST_SENTENCE);
  const ends = MARKS.map((mark) => {
    let end = rest.indexOf(mark);
    while (end >= 0 && !isEnd(text, at + end)) end = rest.indexOf(mark, end + 1);
    return at + (end < 0 ? rest.length : end);
  });
  return Math.min(...ends);
}

/** Whether a bracket that opens before `from` is closed before `to`: what is in it is said of nothing outside. */
function isShut(text: string, from: number, to: number): boolean {
  const led = text.slice(Math.max(0, from - MOST_SENTENCE), from + 1);
  return led.lastIndexOf("(") > led.lastIndexOf(")") && text.slice(from, to).includes(")");
}

/** The bracket that a number stands in, as far as it is near: "(8.8% v 10.5%)". */
function bracketAbout(text: string, at: number, end: number): { text: string; at: number } {
  const start = Math.max(0, at - MOST_SENTENCE);
  const open = start + text.slice(start, at).lastIndexOf("(");
  const shut = end + text.slice(end, end + MOST_SENTENCE).indexOf(")");
  return open < start || shut < end ? { text: "", at } : { text: text.slice(open, shut + 1), at: open };
}

/** The areas, and the other words, that a text speaks of, each in its order. */
export interface Named {
  readonly names: readonly Mention[];
  readonly words: readonly Mention[];
}
/** The mentions of a text, parted. */
export const named = (mentions: readonly Mention[]): Named => ({
  names: mentions.filter(({ by }) => by === "name"),
  words: mentions.filter(({ by }) => by !== "name"),
});

/** Of what a number of a text is, the number standing from `at` to `end`; nothing where the grammar leaves it open. */
export function whoseNumber(text: string, at: number, end: number, all: Named): Whose | undefined {
  const [from, to] = [sentenceAt(text, at), sentenceEnd(text, end)];
  const names = standingIn(all.names, from, to);
  const earlier = names.filter((name) => name.end <= at && !isShut(text, name.at, at));
  const isGroupSaid = names.some(({ side }) => side === "group");
  if (otherAreas.test(text.slice(from, to)) && !isGroupSaid) return undefined;
  if (/\brespectively\b/i.test(text.slice(at, to))) return inTurn(text, at, from, earlier);
  const behind = sideBehind(text, at, end, names);
  if (behind) return behind;
  const last = earlier.at(-1);
  // "(8.8% v 10.5%)" after both were named may be in either order.
  const bracket = isGroupSaid ? bracketAbout(text, at, end) : { text: "", at };
  if (
    /^\([^()]*\d[^()]*\b(v|vs|versus|against|compared (to|with)|and|to)\b[^()]*\d[^()]*\)$/.test(bracket.text) &&
    !names.some((name) => name.at > bracket.at && name.at < at)
  )
    return undefined;
  if (!last) return unnamed(text, at, end, from, all, names);
  const gap = text.slice(last.end, at);
  const before = text.slice(from, last.at);
  const isObject = comparing.test(before) || /\bwith\s*$/.test(gap);
  const clause = lastClause(gap);
  if (clause === undefined)
    return isObject && !isTied(gap, earlier, text, from, end) ? undefined : coordinated(last, names, text);
  // A clause of its own: "Unlike the MSG, robbery rose by 13.5%", "In the MSG, robbery fell by 12.95%".
  if (/^\s*(which|who|whose|where)\b/i.test(clause)) return last.side;
  const isPlaced =
    /^\W*(?:(?:but|and|while|whereas|however|meanwhile) )?(?:in|across|for|within|among|amongst|throughout|over)\s+(?:the|its|our)?\s*$/i;
  const isLead = isPlaced.test(before) && (gap.match(/,/g) ?? []).length === 1;
  if (isLead) return last.side;
  const start = at - clause.length;
  const [subject] = standingIn(all.words, start, at);
  if (/^\s*(with|including|as|driven|largely|mainly)\b/i.test(clause))
    return isObject || last.side === "group" ? undefined : last.side;
  if (subject?.by === "measure") return "force";
  if (subject || isObject) return undefined;
  return goesOn.test(clause) ? coordinated(last, names, text) : undefined;
}

/** What stands after the last mark or word that begins a clause; nothing where none does. */
function lastClause(gap: string): string | undefined {
  const marks = [
    ...gap.matchAll(
      /,(?!\d)|\b(?:while|whilst|whereas|although|though|however|but|conversely|albeit|meanwhile)\b|\s[–—-]\s|\)/gi,
    ),
  ];
  const mark = marks.at(-1);
  return mark && gap.slice(mark.index + mark[0].length);
}

/**
 * Whether a number is of the area that something is compared with: "than the MSG's 10.5%". In a bracket or behind a colon
 * it is, where it stands alone and the force's is said before; and where another number stands between, only by a verb.
 */
function isTied(gap: string, earlier: readonly Mention[], text: string, from: number, end: number): boolean {
  if (!tied.test(gap)) return false;
  if (/\d/.test(gap)) return /^,?\s*(which|who|whose|where|was|were|had|saw|recorded|rose|fell)\b/i.test(gap);
  if (!/[(:]\s*[-+−]?$/.test(gap)) return true;
  const led = text.slice(from, earlier.at(-1)?.at);
  if (/\d/.test(led) || /^\W*(this|that|it)\b/i.test(led)) return true;
  const isPair = /^[^.;)]*\b(v|vs|versus|against|compared (to|with)|and|to)\b[^.;)]*\d/i.test(
    text.slice(end, end + MOST_SENTENCE),
  );
  return !isPair && /^(?:['’]s?)?\s+\w/.test(gap);
}

/** "Both the force and the MSG rose by 8.8%" is of neither alone. */
function coordinated(last: Mention, names: readonly Mention[], text: string): Whose | undefined {
  const other = names.find((name) => name.end <= last.at && name.side !== last.side && name.end > last.at - 20);
  return other && /^(['’]s)?\s*(and|or|&)\s+(in |for )?(the |its |our )?$/i.test(text.slice(other.end, last.at))
    ? undefined
    : last.side;
}

/** "The force and the MSG rose by 8.8% and 10.5% respectively": as many names as numbers, in turn. */
function inTurn(text: string, at: number, from: number, earlier: readonly Mention[]): Whose | undefined {
  const [first] = earlier;
  const last = earlier.at(-1);
  if (!first || !last || earlier.length !== 2 || first.side === last.side) return undefined;
  if (/\d/.test(text.slice(from, last.at)) || comparing.test(text.slice(from, last.at))) return undefined;
  return /\d/.test(text.slice(last.end, at)) ? last.side : first.side;
}

/** The area named right after a number that it is of. */
function sideBehind(text: string, at: number, end: number, names: readonly Mention[]): Whose | undefined {
  const next = names.find((name) => name.at >= end);
  if (!next) return undefined;
  const gap = text.slice(end, next.at).replace(/^\)/, "");
  const after = text.slice(next.end, next.end + MOST_SENTENCE);
  if (/^\s*\(\s*(the |our )?$/.test(gap)) return /^[^\d,()]*\)/.test(after) ? next.side : undefined;
  if (numberNext.test(after)) return undefined;
  if (/^\s*(the |its |our )?$/.test(gap)) return /^\s*$/.test(gap) || next.side === "group" ? next.side : undefined;
  if (/^\s*(is|was) (the |its |our )?$/i.test(gap)) return next.side;
  // "At 10.5%, the MSG's rise was larger"
  const led = text.slice(sentenceAt(text, at), at);
  if (/^\W*(at|with)(?: an?)?(?: \w+){0,2}\s*$/i.test(led) && /^\s*,\s*(the |its |our )?$/i.test(gap)) return next.side;
  const isNear = gap.length < 80 && leading.test(gap) && !parting.test(gap);
  return isNear ? next.side : undefined;
}

/** Where no area is named before the number in its sentence: the force's, unless the sentence goes on from the group's. */
function unnamed(
  text: string,
  at: number,
  end: number,
  from: number,
  all: Named,
  names: readonly Mention[],
): Whose | undefined {
  const led = text.slice(from, at);
  if (compared.test(led)) return undefined;
  const next = names.find(({ at: place }) => place >= end);
  const isFronted = /^\W*(at|with|up|down|by|an?|the)(?: \w+){0,3}\s*$/i.test(led);
  if (isFronted && next?.side === "group" && /,\s*(the |its |our )?$/i.test(text.slice(end, next.at))) return undefined;
  const count = countBefore(all.names, from);
  const previous = all.names.slice(Math.max(0, count - 2), count).findLast(({ end: place }) => place <= from);
  const isOwn = standingIn(all.words, from, at).some(({ by }) => by === "measure");
  return previous?.side === "group" && !isOwn ? undefined : "force";
}
