// What the words around a number say of it, read or not: which way it went, whose it is, and whether each of them is known.
import type { Around, Direction, Whose } from "./claim.ts";
import type { ShapedSentence } from "./shape.ts";

/** Where one clause ends and another begins. */
const breaks =
  / ?[,;:()] ?| - |\b(?:and|or|but|while|whilst|whereas|although|though|however|which|after|before|because|when|where)\b/g;

/** Words that say nothing of a part, a place, a wish or a doubt: what is said in no others is said of the measure. */
const known =
  `a an the this that these those they them it its their there we our ours or which is are was were be been being has have had
  now also only yet just overall so all by of to from in on at since over during for between with as than compared against
  number numbers level levels volume volumes figure figures count total totals report reports reported reporting recorded
  recording offence offences crime crimes incident incidents case cases force force's area county's measure year period
  see saw seen show shows showed showing represent represents represented representing equal equals equates equivalent
  means amounts come comes came change changes changed difference variance percentage percent points point slight slightly
  sharp sharply significant significantly further around about nearly almost approximately roughly some under least more
  fewer less additional extra however overall again still mean average previously cent per went gone clear small large
  marked result same stands stood double twice half times population people residents locally here before and confidence perception share
  proportion score contrast comparison line addition
  two three four five 's s'`.split(/\s+/);
/** A rate's population, and a part that a number is said to be nearly: "by a third (33.3%)". */
const asides = /per [\d,k]+|rate of (?=[RQ])|(?:(?:by|of) )?(?:a|two) (?:third|quarter|fifth)s?\b|(?:by|of) half\b/g;
const isKnown = (words: string): boolean =>
  (words.replace(asides, "").match(/[a-z0-9'£$€]+/g) ?? []).every((word) => known.includes(word));

/** Words of what is not so, or not yet. */
const wished =
  /\b(?:not|never|no|nobody|none|neither|nor|hardly|barely|false|untrue|wrong|without|instead|rather|except|excluding|short|unless|if|would|could|should|will|may|might|must|to be)\b|n't\b|\b(?:aim|target|goal|ambition|expect|forecast|predict|fail|plan|hop|intend|hope)(?:s|ed|ing)?\b/;
/** Known words that may yet be of another measure, or of another time: nobody is accused by them. */
const ofAnother =
  /[GXES]|\b(?:confidence|perception|population|people|residents|share|proportion|average|reporting|crime|previously|(?<!than )before)\b|\b(?:total|overall|all) (?:recorded |reported )?(?:crimes|offences|incidents)\b|(?:^|[RQ] )(?:in|during|for) (?:the )?B/;
/** Words of a part, a place or another time. */
const partly = new RegExp(
  `\\b(?:quarters?|months?|weeks?|years|decades?|days?|nights?|(?:a|each|every|last) year)\\b|(?:^|[,;:] |\\b(?:the|of|an?|our|and|that|in) )(?!(?:${known.join("|")})\\b)[a-z]+ M|M (?:of|with|involving) (?:an? |the )?(?!(?:${known.join("|")})\\b)[a-z]|\\b(?:in|near|at|within|among|amongst|around|across|along|outside|by|for|on|since|than|from|over|during|after|before) (?:(?:the|our|its|an?|some|most|all) )*(?!(?:${known.join("|")})\\b)[a-z]|X`,
);

/** Which ways words say that something went: of themselves, of a number beside them, or against another where no group is named. */
const movesIn = (shape: string): Direction[] =>
  [...shape.matchAll(/G/.test(shape) ? movesBeside : movesAnywhere)].map(([word]) =>
    word === "S" ? "still" : /^(?:[UA]|more|extra|additional)/.test(word) ? "up" : "down",
  );
const movesBeside = /[UVS]|(?<=[NRQ] )(?:more|extra|additional|A|fewer|less|W)\b|\b(?:extra|additional)(?= [NR])/g;
const movesAnywhere = new RegExp(
  `${movesBeside.source}|[AW](?= than (?:[a-z]+ )*[NRB])|\\bfewer\\b|\\bmore(?= (?:M|offences|crimes)\\b)`,
  "g",
);

/** What a sentence leaves to the next, which may go on with it: whose it is about, and which ways it says that went. */
export interface Said {
  readonly side: Whose;
  readonly moves: readonly Direction[];
  /** Whether it names the measure, in no words but those that are known: what goes on with it is of the measure. */
  readonly isOfMeasure: boolean;
}
export const saidIn = ({ shape }: ShapedSentence): Said => ({
  side: /[FGM]/.exec(shape)?.[0] === "G" ? "group" : "force",
  moves: movesIn(shape),
  isOfMeasure: /M/.test(shape) && isKnown(shape),
});

/** Whether every word of a sentence is known, and it names the measure, begins the comment or goes on with such a one. */
export const isOfMeasure = ({ shape, at }: ShapedSentence, before: Said, isDated: boolean): boolean =>
  isKnown(shape.replace(/\b(?:remained|stayed) (?:largely |broadly )?S/g, "S")) &&
  !(isDated ? /G|X.*X/ : /[GX]/).test(shape) &&
  !wished.test(shape) &&
  (/[MF]/.test(shape) || at === 0 || before.isOfMeasure);

/** Whose a number may be, by the names beside it, else by those before it; nothing where there are none. */
function sidesIn(beside: string, before: string): readonly Whose[] | undefined {
  for (const words of [beside, before]) {
    const [isOwn, isOther] = [/F|\b(?:locally|here|ours?)\b/.test(words), /G/.test(words)];
    if (isOther && (isOwn || (words === before && /M.*G/.test(words)))) return ["force", "group"];
    if (isOwn || isOther) return [isOwn ? "force" : "group"];
  }
  return /M/.test(before) ? ["force"] : undefined;
}
/** What follows is what something is compared with. */
const compared = /\b(?:than|compared|with|against|unlike|as|like)\b|[AWE]/;

/** "From 348 to 395": "to" is not of a level in "equates to". */
const towards = /\b(from|(?<!\b(?:equates|equal|equivalent|amounts|comes|came|compared) )to) (?:[a-z]+ ){0,3}$/;

/** What is said around the number at a place of a shape; `isRead` where a pattern has read which way its sentence says that it went. */
export function aroundNumber({ shape, at }: ShapedSentence, place: number, before: Said, isRead: boolean): Around {
  const ends = [...shape.matchAll(breaks)];
  const from = ends.filter(({ index }) => index < place).at(-1);
  const begin = from ? from.index + from[0].length : 0;
  const end = ends.find(({ index }) => index > place)?.index;
  const clause = shape.slice(begin, end);
  const near = shape.slice(begin, place) + (shape.slice(place, end).split(compared)[0] ?? "");
  const stated = shape.split(breaks).filter((part) => !wished.test(part));
  const [own, all] = [movesIn(clause), movesIn(stated.join(", "))];
  const tied = towards.exec(shape.slice(begin, place))?.[1];
  // A place or another time may be said before its clause: "In the town centre, it fell by 95".
  const scope = shape.slice(shape.slice(0, begin).search(/[^UVSNRQ]*$/), end);
  const isOfPart = wished.test(scope) || partly.test(scope.replace(asides, ""));
  const isNamed = own.length > 0 && /[FGM]/.test(clause);
  return {
    moves: [own, all, before.moves].find(({ length }) => length > 0) ?? [],
    levelMoves: own.length > 0 || isRead || /G/.test(shape) ? own : all,
    sides: sidesIn(near, shape.slice(0, place)) ?? [before.side],
    when: tied === "from" ? "baseline" : tied === "to" ? "current" : undefined,
    isOfPart,
    isOfMeasure: !isOfPart && !/[AWE] .*G/.test(clause) && (isNamed || isKnown(clause)),
    isCertain:
      !isOfPart &&
      isKnown(shape) &&
      !ofAnother.test(shape) &&
      new Set(all).size === 1 &&
      (at === 0 || /[MF]/.test(shape)),
  };
}
