// Whether a number of a comment is said of its measure itself, by the words around it: of a part of it, no table tells.
import { periodKey } from "../../core/period.ts";
import { abbreviates } from "../read/headings.ts";
import { isOfPlace } from "./about-elsewhere.ts";
import type { NumberClaim } from "./claim.ts";
import type { CommentContext } from "./context.ts";
import { overlaps, periodClaims } from "./find-periods.ts";
import { mentions, stem, stems } from "./mentions.ts";
import { dayWords, idle, partWords, periodPattern } from "./vocabulary.ts";

/** Words that a sentence on a measure as a whole is made of; any other may name a part of it, or another thing. */
const plainWords = new Set(
  (
    "a an the this that these those there it its they their he she we our us and or but so yet also again still now then as at by " +
    "from to of in on for with into over under up down about around nearly almost approximately roughly just only even " +
    "more less than fewer most least per cent percent percentage point points pp is are was were be been being has have had " +
    "having do does did not no never increase increases increased increasing rise rises rose risen rising grow grows grew grown growing growth " +
    "fall falls fell fallen falling decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions " +
    "decline declines declined declining drop drops dropped dropping dip dips dipped climb climbed jump jumped went gone go " +
    "change changes changed changing difference moved moving move stands stood stand remain remains remained rate rates number numbers " +
    "figure figures level levels volume volumes total totals count counts average mean overall all recorded recording record records " +
    "reported reporting seen saw see sees shown show shows experienced recording crime crimes offence offences " +
    "incident incidents case cases report reports force forces constabulary county area areas " +
    "year years annual month months twelve last past latest current previous same period periods since between compared compare " +
    "comparing comparison when against versus v vs while whereas however although though baseline benchmark financial ending " +
    "further small slight sharp large significant marked modest big huge some any additional extra another bringing brought " +
    "taking took making made which who whose where rate-based equivalent equates equating representing represents " +
    "thousand good news bad during until till despite trend upward downward good poor high low higher lower " +
    "gone went being total overall concern concerning perception perceptions proportion share those believe think feel was"
  ).split(/\s+/),
);
/** Leads that say why and leave what is counted as it was: "Thanks to more patrols, robbery fell". */
const whyLead = /^\W*(despite|thanks to|because of|due to|owing to|as a result of)\b[^,]*,/i;
const turn = /\b(?:while|whilst|whereas|but|although|though|however)\b/i;
/** Words behind a number that begin what it is of. */
const ofWhat = /^[^,;.:(]*?\b(?:in|of|for|among|amongst|within|across|during|on|at|is|was|were|are)\b\s+([^,;.:()]*)/i;

/** Stretches of time that no table of two periods is of, and parts of it. */
const stretch =
  /\b(?!12\b|twelve\b)[\w-]+ months\b|\b(?:last|past|previous|recent|first|next|preceding) (?:[\w-]+ )?(?:days?|weeks?|month|quarters?|years|report|release|edition)\b|\b(?:a|an|per|each|every) (?:day|week|month|quarter|year)\b|\b(?:over|under|aged|between)[- ]\d\d?(?:s\b|-\d)|^\W*of (?:the|these|those|all|which)\b/i;
const lastYear = /\b(?:last|previous|prior) year\b|\byear[- ]on[- ]year\b|\bannual\b/i;

/** The first word that may name a part of the measure, or something else; nothing where there is none. */
function strangeWord(words: string, { measure, force, groups }: CommentContext): string | undefined {
  const own = stems(measure);
  const areas = [force, ...groups].flatMap((name) => name.toLowerCase().split(/[^a-z]+/));
  const bare = [dayWords, periodPattern, idle].reduce((text, pattern) => text.replace(pattern, " "), words);
  const named = mentions(bare, { measure, force, groups }).filter(({ by }) => by === "name");
  const rest = named.reduceRight((text, { at, end }) => `${text.slice(0, at)} ${text.slice(end)}`, bare);
  const whole = measure.toLowerCase();
  return [...rest.matchAll(/[a-z][a-z’'-]*[a-z]/gi)]
    .map(([word]) => word.toLowerCase().replace(/['’]s?$/, ""))
    .find(
      (word) =>
        !plainWords.has(word) &&
        !/ly$/.test(word) &&
        !own.includes(stem(word)) &&
        !whole.split(/[^a-z]+/).includes(word) &&
        !areas.some((area) => area === word || (word.length > 3 && area !== "" && abbreviates(word, area))),
    );
}

/** What a number may be of other than the measure: "residential burglary fell by 20%", "a 20% fall in knife robberies". */
export function ofOther(claim: NumberClaim, context: CommentContext): string | undefined {
  const { baseline, current } = context.periods;
  const sentence = `${claim.sentence} ${claim.clause}`;
  const [span] =
    stretch.exec(`${claim.sentence}${claim.text}${claim.around.after}`) ?? stretch.exec(claim.clause) ?? [];
  if (span) return span;
  const [year] = lastYear.exec(sentence) ?? [];
  if (year && !(baseline && current && current.from - baseline.from === 12)) return year;
  // A year may be said for a period that begins or ends in it; any other date is of its own.
  const known = [baseline, current].flatMap((one) => one ?? []);
  const dated = periodClaims(`${claim.sentence.replace(/^.*\d% /, "")} ${claim.clause}`).find(
    ({ text, period }) =>
      period &&
      !known.some((one) => periodKey(one) === periodKey(period) || (/^\d{4}$/.test(text) && overlaps(one, period))),
  );
  if (dated) return dated.text;
  // "These rose by 45%" is of what the sentence before it spoke of.
  if (/^\W*(these|those|they|such|this|it)\b/i.test(claim.sentence)) {
    const before = strangeWord(lastSentence(claim.earlier), context);
    if (before) return before;
  }
  const [, object = ""] = ofWhat.exec(claim.around.after) ?? [];
  return strangeWord(subjectOf(claim, context), context) ?? strangeWord(object, context);
}

/** The last sentence of a text. */
function lastSentence(text: string): string {
  const whole = text.trim();
  let from = whole.length - 1;
  while (from > 0 && !".!?;".includes(whole[from - 1] ?? "")) from -= 1;
  return whole.slice(Math.max(0, from));
}

/** The words that lead to a number: from the last turn of its sentence, or from the last comma where its subject follows. */
function subjectOf({ sentence }: NumberClaim, { measure, force, groups }: CommentContext): string {
  const led = sentence.replace(whyLead, " ").split(turn).at(-1) ?? "";
  const comma = led.lastIndexOf(",");
  const hasLead = !/\d/.test(led.slice(0, Math.max(comma, 0)));
  const hasSubject = mentions(led.slice(comma + 1), { measure, force, groups }).some(({ by }) => by !== "pronoun");
  return comma >= 0 && hasSubject && !hasLead ? led.slice(comma + 1) : led;
}

const noun = "(?:recorded |reported |such )?(?:offences?|crimes?|incidents?|cases?)";
/** What may follow a number that is said of the whole measure. */
const ends =
  /^(?: (?:were|was|are|have been|has been|being))?(?: (?:recorded|reported|seen))?(?: (?:in total|overall|in all))?(?: (?:in|during|for|over) (?:the )?(?:current|latest|last|same)? ?(?:year|period|12 months)| this year| now)?\s*(?:$|[,.;:)]|(?:and|compared|against|from|to|which|when|since|while|but|than|in|during|on|by)\b(?! (?:the )?[a-z]))/i;

/** Whether a whole number is given as the count of the measure: "rose to 9,999", "a total of 9,999 robberies". */
export function isSaidOf(claim: NumberClaim, context: CommentContext): boolean {
  const { sentence, earlier, around, part, direction, unit, places } = claim;
  if (unit !== undefined || places > 0 || claim.per !== undefined || claim.side === "group") return false;
  const after = around.after;
  const own = stems(context.measure);
  const [named = "", ...words] =
    new RegExp(`^ (?:${noun}|((?:recorded |reported )?[a-z]+(?: of [a-z]+)?))`, "i").exec(after) ?? [];
  const isNamed =
    named !== "" && (words[0] === undefined || words[0].split(" ").some((word) => own.includes(stem(word))));
  const isReached = part === "level" && direction !== undefined && /^(to|from)$/.test(around.word);
  const isTotal =
    /(?:^\W*|\b(?:there (?:were|was|are|have been|has been)|total of|recorded|saw|had|to|from|reported|with|at)\s+)(?:(?:a|the|total|of|only|just|some|about|around) )*$/i.test(
      sentence,
    );
  if (!(isReached || (isNamed && isTotal))) return false;
  if (!ends.test(isNamed ? after.slice(named.length) : after)) return false;
  const all = `${earlier} ${sentence}`;
  if (partWords.test(claim.clause) || isOfPlace(all, context) || ofOther(claim, context) !== undefined) return false;
  // What an earlier sentence or lead says of another time may be meant here as well.
  const known = Object.values(context.periods).map(periodKey);
  const others = periodClaims(`${all} ${after}`).filter(({ period }) => !period || !known.includes(periodKey(period)));
  const within =
    /\b(a|per|each|every|last|this|next) (week|month|quarter|day|night|weekend)\b|\bQ[1-4]\b|\b(weekly|monthly|daily|quarterly)\b/i;
  return (
    others.length === 0 &&
    !within.test(`${all} ${after}`) &&
    !/\b(project|forecast|estimat|predict|aim|target|expect)\w*/i.test(all)
  );
}
