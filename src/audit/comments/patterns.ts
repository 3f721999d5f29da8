// The sentences that an audit of comments understands: one table of numberPatterns over their shapes, each with a sentence that it reads.
// What fits none is no claim against anybody: its numbers are looked for in the row, and told as not checked where they are not there.

/** A form of words. The names of its groups say what each part is; an example has one claim, a force Kent and a measure Robbery. */
export interface Pattern {
  readonly example: string;
  readonly shape: RegExp;
}

const start =
  "(?:^(?:however|conversely|overall|meanwhile|in addition|while|although|and|but)?,? ?|,? (?:but|while|whilst|whereas|although|though|and|however|conversely)(?:,| also)* )";
const lead =
  "(?:(?:in|for|during|over|by|between) (?:the |its )?[BC](?: (?:data|year|and|to|the)| [BC])*,? |(?:unlike|in contrast to|compared (?:with|to)|like) (?:the |its )?G,? (?:which|where)?[^,]{0,40}?,? ?|(?:in|for|across|among) (?:the |its |our )?(?<in>[FG]),? |with (?:an? )?[^,]{0,30}, )?";
const nouns =
  "(?:the|an?|our|its|recorded|reported|overall|total|levels? of|volumes? of|numbers? of|rates? of|reports? of|incidents?|percentage|proportion|share|average|mean|crime|crimes|rate|most|county|county's|perception|all)";
const things =
  "(?:rates?|figures?|average|mean|total|volumes?|levels?|numbers?|as a whole|area|crime|offences|overall|own)";
const subject = `(?:${nouns} )*(?<s>[MFPG])(?:'s?)?(?:(?: (?:of|from|the|an?|and|or|in|to|against))* [MFP])*(?: (?:in|across|for) (?:the |our )?(?<on>[FG]))?(?: ${things})*`;
const aux =
  "(?: (?:has|have|had|is|was|were|are|been|also|now|only|then|again|still|both|all|just|which|it|P|on average|went|slightly))*";
const soft =
  "(?:(?:just|only|around|about|nearly|almost|some|over|under|more than|less than|at least|up to|approximately|roughly|an? further|a|an|minor|minimal|average) )*";
const period =
  "(?:the )?(?:same |financial )?(?:[BC]|period)(?:'s)?(?: (?:B|C|level|levels|figures?|period|data|year))?";
const tails = `(?: (?:in|since|from|on|against|during|for|over|than in|compared (?:with|to)|when set against|between|in comparison with)(?: that of)? (?:the |its )?${period}(?: (?:and|to) ${period})?| (?:in|for|across|within|of|by|at|amongst?|seen in|was seen in|were recorded in) (?:the |our |its |an? )?[FGMP](?:(?: of an?| of| the) M)*(?: area| average| rate)?| (?:offences|crimes|incidents|cases|overall|M|since then))*`;
const end =
  "(?=$|[,;:)]| ?[(]| -| (?:and|but|while|whilst|whereas|although|though|however|from|to|unlike|which|as|so that|by|lower|higher|more|less|A|W|E|brought|against|compared|through|when)\\b)";
const number = "[NRQ]";

const made = (example: string, shape: string): Pattern => ({ example, shape: new RegExp(shape, "dg") });

const events = "(?: (?:M|offences|crimes|incidents|cases))?(?: recorded| reported)?";
/** What joins a number of now with the one before: "395, which is up from 348", "395 (previously 348)". */
const turned = "(?:,| ?[(]| -)? ?(?:(?:which|this|P|is|was|were|are|and|now|having|slightly) )*";
const before = "(?:previously|compared (?:with|to)|against|from|was)";

/** How a change is told. */
const moves = `${aux} (?<d>[UV])(?: (?:further|sharply|slightly|again|slowly))?`;
export const numberPatterns: readonly Pattern[] = [
  made(
    "Kent and the MSG rose by 13.5% and 12% respectively.",
    `${start}F and (?:the |our )?G${aux} (?<d>[UV])(?: by)? (?<by>${number}) and (?<oby>${number}) respectively`,
  ),
  made(
    "Robbery rose by 13.5% since 2015.",
    `${start}${lead}${subject}${moves}(?: by)? ${soft}(?<by>${number}) (?:since|from|between|on|against|compared (?:with|to)) (?:the )?(?<x>X)(?: and [BC])?${end}`,
  ),
  made(
    "Robbery rose by 13.5%.",
    `${start}${lead}${subject}${moves}${tails},?(?: by)? ${soft}(?<by>${number})${tails}${end}`,
  ),
  made(
    "Robbery rose by 47 offences, or 13.5%.",
    `${start}${lead}${subject}${moves} by ${soft}${number}(?: offences| crimes| incidents| M)?(?:,? or | ?[(])(?<by>[RQ])`,
  ),
  made(
    "Robbery rose from 348 in 2018 to 395.",
    `(?<dated>${number})${events}(?:,? (?:in|for|during) (?:the )?(?=[BCX])| \\((?=[BCX]\\)))(?<x>[BCX])`,
  ),
  made("Robbery in 2018 (348) was below 2023 (395).", `(?<x>[BCX]) \\((?<dated>${number})${events}\\)`),
  made(
    "Robbery rose from 348 to 395.",
    `${start}${lead}${subject}${moves}(?:(?: by)? ${soft}${number}${tails})?,? from ${soft}(?<from>${number})(?: offences| M)?(?:${tails}| in X) to ${soft}(?<to>${number})${tails}${end}`,
  ),
  made(
    "Robbery rose to 395.",
    `${start}${lead}${subject}${moves}(?: by ${soft}${number}${tails},?)? to ${soft}(?<to>${number})${tails}${end}`,
  ),
  made(
    "Robbery saw a rise of 13.5%.",
    `${start}${lead}${subject}${aux} (?:saw|seen|recorded|experienced|had|shows?|showed) (?:an? )?(?:overall |average |further )*(?<d>[UV]) of ${soft}(?<by>${number})${tails}${end}`,
  ),
  made(
    "There was an increase of 13.5%.",
    `${start}${lead}(?:there (?:was|has been|were) )?(?:an? |the )?(?:overall |average |similar )*(?<d>[UV]) of ${soft}(?<by>${number})(?: (?:was|were) (?:seen|recorded))?(?: (?:in|of|across|for) (?:an? |the |its |our )?(?:M(?: of (?:an? )?M)* (?:in )?)*(?<on>[FG])?)?${tails}${end}`,
  ),
  made("Robbery was 395, a % difference of 13.5%.", `, an? (?:% )?(?:difference|change) of ${soft}(?<by>R)${end}`),
  made(
    "Robbery rose by 13.5%, compared with 12% in the MSG.",
    `(?:compared (?:with|to)|against|than|versus|v)(?: an?| the)? (?:${soft})(?<oby>${number})(?: (?<d>[UV]))?(?: seen)? (?:in|across|for|by|of) (?:the |our |its )?(?<o>[G])(?! of)`,
  ),
  made("It fell by 13.5% (MSG: 12%).", `\\((?:the )?(?<o>G)(?: average| mean)?:? ${soft}(?<oby>${number})\\)`),
  made(
    "It rose by 13.5%, less than the MSG (12%).",
    `(?<![a-z])(?:than|below|above|as|[AWE]|to|with|against) (?:that of |those of |in |of )?(?:the |our |its )?(?<o>[GF])(?:'s)?(?: (?:average|mean|increase|rise|fall|level|rate|figure|U|V))*(?: of| at|,? at|:)? ?\\(?${soft}(?<oby>${number})${end}`,
  ),
  made(
    "The baseline was 348.",
    `${start}(?:the |our )?(?<when>B)(?: figure| number| level)? (?:is|was) ${soft}(?<at>${number})${tails}${end}`,
  ),
  made("A total of 395 robberies.", `^(?:an? )?total of ${soft}(?<at>N)(?: M| offences| crimes)${tails}${end}`),
  made(
    "There were 395 robberies.",
    `${start}${lead}there (?:were|have been|was|are) (?:a total of )?${soft}(?<at>N)(?! more| fewer| additional| extra| less| further)(?: M| offences| crimes| incidents)?(?: recorded| reported)?(?: (?:in |during )?(?:the )?(?<when>[BC]))?${tails}${end}`,
  ),
  made(
    "395 robberies were recorded.",
    `${start}${lead}(?:a total of )?${soft}(?<at>N) (?:M|offences|crimes|incidents) (?:were|was|have been) (?:recorded|reported)(?: (?:in|during) (?:the )?(?<when>[BC]))?${tails}${end}`,
  ),
  made(
    "Kent recorded 395 robberies.",
    `${start}${lead}(?:the )?(?<s>[FG])(?: area| force)?${aux} (?:recorded|saw|had|reported) ${soft}(?<at>N) (?:M|offences|crimes|incidents)(?: (?:in|during) (?:the )?(?<when>[BC]))?${tails}${end}`,
  ),
  made(
    "There were 395 this year, against 348 in the baseline.",
    `(?:against|compared (?:with|to)|from|than) ${soft}(?<at>${number})(?: M| offences)? (?:in|for|during) (?:the )?(?<when>[BC])${tails}${end}`,
  ),
  made(
    "The rate is 0.611.",
    `${start}${lead}(?:the |its )?(?:M )?rate(?: of M)?(?: (?:in|for|across) (?:the |our )?(?<on>[FG]))?(?: of M)?(?: (?:is|was|now|stands|stood|at|currently))+ (?:at )?${soft}(?<at>N)(?: (?:offences |crimes )?per [\\dNk,]+(?: (?:population|people|residents))?)?(?: (?:in|during) (?:the )?(?<when>[BC]))?${tails}${end}`,
  ),
  made(
    "Robbery stands at 52.6%.",
    `${start}${lead}${subject} (?:stands|stood|remained|remains|stays|is now|is|was|were)(?: now)? (?:at )?${soft}(?<at>${number})(?! more| fewer| times| areas| of)(?: M| offences| crimes| incidents)?(?: (?:in|during) (?:the )?(?<when>[BC]))?${tails}(?=$|[,;:)]| ?[(]| (?:and|but|while)\\b)`,
  ),
  made(
    "395 robberies were recorded (348 in 2019).",
    `(?<now>${number})${events}(?: (?:were|was) (?:recorded|reported))?${tails} [(](?<then>${number})${events} (?:in|for|during) (?:the )?(?<when>B)[)]`,
  ),
];

/** What may follow "stayed the same": a number, the other period, or nothing of the clause. */
const stillEnd = `(?: at ${soft}${number})?(?: (?:as|since|on|from|compared (?:with|to))(?: P was)?(?: in| at| the)* (?:B|(?<x>X)|last year|the year before))?(?=$|[,;:)]| (?:and|but|while|whilst)\\b)`;
/** How a direction is told: with two numbers, which the word must fit whatever they are of, and without any. */
export const directionPatterns: readonly Pattern[] = [
  made(
    "Robbery rose to 395.",
    `${start}${lead}${subject}${moves} (?:from ${soft}(?<from>${number})${tails} )?to ${soft}(?<to>${number})(?!${tails} from)${tails}${end}`,
  ),
  made(
    "Robbery rose from 348 to 395.",
    `(?<d>[UV])(?:(?: by)? ${soft}${number}${tails})?,? from ${soft}(?<from>${number})${events}(?:${tails}| in X),? to ${soft}(?<to>${number})`,
  ),
  made(
    "Robbery decreased to 395 from 348.",
    `(?<d>[UV]) to ${soft}(?<to>${number})${events}(?:${tails}| in X) from ${soft}(?<from>${number})`,
  ),
  made(
    "Robbery was 395, up from 348.",
    `(?<to>${number})${events}(?:${tails}| in X)${turned}(?:an? )?(?<d>[UV]) from ${soft}(?<from>${number})`,
  ),
  made(
    "There were 395 robberies (previously 348), a rise of 13.5%.",
    `(?<to>${number})${events}(?:${tails}| in X)(?:,| ?[(])? ?${before}(?: (?:an?|the|our) B of)? ${soft}(?<from>${number})${events}(?:${tails}| in X)(?:\\),?|,| is) (?:which is |P is |so )?(?:an? )?(?:overall |small |slight )?(?<d>[UV])`,
  ),
  made(
    "Robbery went from 348 to 395, a rise of 13.5%.",
    `from ${soft}(?<from>${number})${events}(?:${tails}| in X) to ${soft}(?<to>${number})${events}(?:${tails}| in X),? (?:an? )?(?<d>[UV])(?! (?:from|to))`,
  ),
  made(
    "Robbery rose.",
    `${start}${lead}${subject}${aux} (?<d>[UVS])(?: (?:further|sharply|slightly|again))?(?! by| of| to| from|,? by ${number}| ${number}| rate| [UV])(?=$|[,;:(]| (?:and|but|while|when|this)\\b| (?:against|since|between|over|in|at|on|during|for|compared (?:with|to)) (?:the |its |our |an? )?(?:same |last )?[BCFGAW])`,
  ),
  made(
    "Robbery remained static.",
    `${start}${lead}${subject} (?:remained|stayed|is|was|has been) (?:largely |broadly )?(?<d>S)${stillEnd}`,
  ),
  made("Robbery stayed the same as in 2019.", `${start}${lead}${subject}${aux} (?<d>S)${stillEnd}`),
  made(
    "There was no change in robbery.",
    `^(?:overall,? )?(?:there (?:was|is|has been) )?(?<d>S)(?: in (?:the )?(?:(?:numbers?|levels?|volumes?|rates?) of )?(?<on>[MF]))?${stillEnd}`,
  ),
  made(
    "Robbery did not increase.",
    `${start}${lead}${subject} (?<not>did not|didn't|has not|hasn't|does not) (?<d>[UV])(?=$|[,;.])`,
  ),
  made(
    "Levels of robbery continue to rise.",
    `${start}${lead}${subject} continue[sd]? to (?<d>[UV])(?=$|[,;.]| (?:and|in|at)\\b)`,
  ),
  made(
    "An increase was also seen in the MSG.",
    `^(?:an? |the )?(?<d>[UV])s? (?:was|were|has been) (?:also )?(?:seen|recorded|experienced) (?:in|across|by) (?:the |our |its )?(?<on>[FG])`,
  ),
  made(
    "The MSG saw reductions.",
    `${start}${lead}${subject}${aux} (?:saw|seen|recorded|experienced|had) (?:an? )?(?:overall |small |slight )?(?<d>[UV])s?(?=$|[,;.]| (?:over|in|and|but)\\b)`,
  ),
  made(
    "Robbery is still below 2019 levels.",
    `${start}${lead}${subject} (?:is|are|remains?|was)(?: (?:still|now|well|just|also))* (?<w>[AW])(?: than)?(?: (?:in|the|its|for|levels?|figures?|those|that|of|recorded))* (?<b>B)`,
  ),
];

/** How the force is compared with the group. */
const relation = "(?<r>[AWE]|more|less|further|fewer|larger|bigger)";
const link = "(?:,? (?:which|that|this|P) (?:is|was)|,|,? -)? ?(?:(?:just|well|far|much|slightly|still|an?) )*";
export const comparisonPatterns: readonly Pattern[] = [
  made(
    "It rose by 13.5%, less than the MSG (12%).",
    `(?<s>[MFPG])?[^MFPG]*?(?<own>${number})\\)?(?:${tails})${link}${relation}(?: (?:V|U|level|rate))?(?: than)?(?: (?:that|those)(?: of| in)?| in| of)?(?: the| our| its)? (?<o>[GF])(?:'s)?(?: (?:average|mean|level|rate|figure|U|V))*(?: of|,? at)? ?\\(?(?<other>${number})?`,
  ),
  made(
    "While it is aimed that this increases, it has remained above the MSG average of 52.6%.",
    `(?<![a-z])(?<s>P) (?<be>is|has remained|remains?|stays)(?: (?:still|now|well|just))* (?<r>[AWE])(?: than)?(?: the| our| its)? (?<o>G)(?:'s)?(?: (?:average|mean|level|rate|figure))*(?: of)? ?\\(?(?<other>${number})?`,
  ),
  made(
    "Robbery is below the MSG.",
    `(?:^|[,;] |(?:while|and|but|although) )${lead}${subject} (?<be>is|are|was|were|remains?|remained|stays|stood|has remained)(?: (?:still|also|now|well|far|just|slightly|currently))* (?<r>[AWE])(?: than)?(?: (?:that|those)(?: of| in)?| in| of)?(?: the| our| its)? (?<o>[GF])(?:'s)?(?: (?:average|mean|level|rate|figure))*(?: of)? ?\\(?(?<other>${number})?`,
  ),
  made(
    "Robbery rose more slowly than the MSG.",
    `${start}${lead}${subject}${aux} (?:[UV])(?: by ${number})? (?<change>[AW]) than (?:(?:that|those) (?:of|in) |in )?(?:the |our |its )?(?<o>G)`,
  ),
  made(
    "Kent has fallen at a slower rate than the MSG.",
    `(?<![a-z])(?:[UV]) at an? (?<change>[AW]) rate (?:than|of) (?:in )?(?:the |our |its )?(?<o>G)`,
  ),
  made(
    "Kent has a higher rate than the MSG.",
    `(?:${start}${lead}${subject}|so that (?<s2>F)) has an? (?<level>[AW]) (?:M |crime )?rate than (?:its |the |our )?(?<o>G)`,
  ),
];
