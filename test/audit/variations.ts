// Made-up tables of known truth in the wordings of published ones: correct variations, and what must hold in each of them.
// Nothing here comes from src/: the arithmetic and the headings are its own.
import { seeded } from "../helpers/seeded.ts";

/** Headings of periods, earlier and later, each with where that way of writing was seen. */
export const periods: readonly (readonly [was: string, is: string, source: string])[] = [
  ["2019", "2023", "Gloucestershire Police and Crime Prevention Plan Update 2021-2025"],
  ["12 months to September 2019", "12 months to September 2023", "the same, crime table"],
  ["April 19 – March 20", "Aug 22– June 23", "the same, survey table"],
  ["Apr 2019 - Mar 2020", "Apr 2022 - Mar 2023", "the same, anti-social behaviour table"],
  ["Apr '17 to Mar '18", "Apr '18 to Mar '19", "ONS police force area tables, P7"],
  ["May-13 to Apr-14", "May-14 to Apr-15", "FORMATS.md, periods"],
  ["12m to Apr-15", "12m to Apr-16", "FORMATS.md, periods"],
  ["YE Jun 2024", "YE Jun 2025", "FORMATS.md, periods"],
  ["year ending March 2018", "year ending March 2019", "ONS police force area tables, P1"],
  ["2018/19", "2019/20", "Home Office open data"],
  ["2018-19", "2019-20", "Home Office open data"],
  ["Mar-24", "Mar-25", "cases/audit: two-digit years"],
  ["12m to Mar 24", "12m to Mar 25", "cases/audit: a quarterly report"],
  ["R12 Mar-24", "R12 Mar-25", "issue: R12"],
  ["YE Mar 24", "YE Mar 25", "issue: two-digit years"],
  ["12 months to Sep-22", "12 months to Sep-23", "issue: two-digit years"],
  ["FY 23/24", "FY 24/25", "issue: FY"],
  ["23/24", "24/25", "issue: two-digit years"],
  ["YTD 23/24", "YTD 24/25", "issue: YTD"],
  ["Q2 23/24", "Q2 24/25", "issue: quarters"],
  ["Q3 2023/24", "Q3 2024/25", "cases/audit: quarters"],
  ["Apr23-Mar24", "Apr24-Mar25", "issue: ranges"],
  ["Jan-Dec 2019", "Oct 22-Sep 23", "issue: ranges of two forms"],
  ["Prev", "Curr", "issue: prev/curr"],
  ["P12M", "L12M", "cases/audit: two rows of headings"],
  ["Previous year", "Current year", "the usual wording of a scorecard"],
  ["Last year", "This year", "the usual wording of a scorecard"],
  ["Baseline", "Current", "the tool's own tables"],
  ["12 mths to Mar-24", "12 mths to Mar-25", "issue: 12 mths"],
  ["March 2024", "March 2025", "a monthly report"],
  ["FYTD 2023/24", "FYTD 2024/25", "a monthly report"],
  ["Previous 12 months", "Last 12 months", "a quarterly report"],
];
/** Words for a number, a rate and changes of them; after "|" where it was seen. */
const words = {
  count: ["Number", "No.", "Offences", "Volume", "Recorded crimes", "Count", "Recorded offences"],
  rate: ["Rate per 1000", "Rate per 1,000 population", "Rate per 1000 pop", "Crimes per 1,000", "Rate /1000"],
  variance: [
    "Change",
    "Variance",
    "Difference",
    "Diff",
    "+/-",
    "Volume change",
    "Numeric change",
    "Δ",
    "Inc/dec",
    "YoY change",
  ],
  percent: [
    "% change",
    "% difference",
    "% diff",
    "Change (%)",
    "% +/-",
    "Pct change",
    "Percentage change",
    "YoY %",
    "% Δ",
    "% inc/dec",
  ],
  points: ["Percentage point change", "Change (pp)", "PP change", "Difference in percentage points", "% point change"],
  msg: ["MSG", "MSG average", "Most similar group", "MSF average", "Peer average"],
  force: ["Glos", "Gloucestershire", "Kent", "Force", "Constabulary"],
  total: ["Total", "All crime", "Total recorded crime", "Overall", "Grand total", "Force total", "All offences"],
  rank: ["MSG rank", "Rank", "Position in MSG", "Rank (1 = lowest)"],
  side: ["Compared with MSG", "Against MSG", "Above or below MSG"],
  target: ["Target", "Target level", "2024/25 target"],
  met: ["Target met", "Target met?", "Met target?", "On target?"],
  aim: ["Aim", "Direction sought", "Desired direction"],
  verdict: ["Aim achieved?", "Has the aim been achieved?", "Achieved", "Aim met?"],
};
const other = ["RAG", "Owner", "Direction of travel", "Trend", "Notes"];

export interface Column {
  readonly key: string;
  readonly group: string;
  readonly heading: string;
}
export interface Line {
  readonly name: string;
  readonly cells: Record<string, string>;
}
export interface Made {
  readonly name: string;
  readonly periods: readonly [was: string, is: string];
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly truths: readonly Truth[];
  readonly file: "csv" | "tsv" | "md" | "html" | "xlsx";
  readonly title: string;
  readonly note: string;
  readonly args: readonly string[];
  /** The % difference of the rates, and the rate of the other population, of each line: errors to seed. */
  readonly traps: readonly Record<string, string>[];
}
/** What must hold, of which cells ("line key"). */
export interface Truth {
  readonly cells: readonly string[];
  readonly holds: (text: (cell: string) => string) => boolean;
}

/** A printed number, and half its last place; counts stand for themselves or for what was rounded to 5. */
export function printed(text: string, isWhole = false, to = 1): { v: number; half: number } | undefined {
  const plain = text
    .replace(/[,£%+ ]/g, "")
    .replace(/−/g, "-")
    .replace(/^\((.*)\)$/, "-$1")
    .replace(/pp$/, "");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  const places = plain.split(".")[1]?.length ?? 0;
  return { v: Number(plain), half: isWhole ? (to > 1 ? to / 2 : 0) : 0.5 / 10 ** places };
}
const near = 1e-9;

/** A variation by its seed. */
export function made(seed: number): Made {
  const random = seeded(seed * 7919);
  const whole = (most: number): number => Math.floor(random() * most);
  const one = <T>(list: readonly T[]): T => list[whole(list.length)] as T;
  const chance = (p: number): boolean => random() < p;
  const [was, is] = one(periods);
  const layout = one([
    "plan",
    "plan",
    "quarterly",
    "quarterly",
    "scorecard",
    "survey",
    "forces",
    "two pairs",
    "districts",
  ]);
  const msg = one(words.msg);
  const force = one(words.force);
  const noun = one(words.count);
  const rateNoun = one(words.rate);
  const roundedTo = chance(0.06) && layout !== "forces" ? 5 : 1;
  const isBare = chance(0.3);
  const isGrouped = chance(0.35);
  const isAfter = chance(0.5);
  const signs = one(["", "", "+"]);
  const minus = one(["-", "-", "−", "("]);
  const places = one([1, 1, 2, 0]);
  const percentSign = chance(0.7);
  const thousands = chance(0.6);

  const signed = (v: number, digits: number, tail = ""): string => {
    const size = rounded(Math.abs(v), digits);
    const text = digits === 0 && thousands ? comma(size) : size;
    const isNegative = v < 0 && Number(size) !== 0;
    if (isNegative) return minus === "(" ? `(${text}${tail})` : `${minus}${text}${tail}`;
    return `${Number(size) === 0 ? "" : signs}${text}${tail}`;
  };
  const number = (v: number): string => (thousands ? comma(String(v)) : String(v));
  const columns: Column[] = [];
  const add = (key: string, heading: string, group = ""): unknown => columns.push({ key, group, heading });
  /** A level under a period: "2019 Number: Glos", "Number 2019 (Glos)", or its number below its period. */
  const level = (key: string, period: string, what: string, area: string): void => {
    const own = area === "" ? what : one([`${what}: ${area}`, `${what} (${area})`, `${area} ${what}`]);
    if (isGrouped) add(key, own, period);
    else if (isBare && area === "" && what === noun) add(key, period);
    else add(key, isAfter ? `${own} ${period}` : `${period} ${own}`);
  };
  const change = (key: string, what: string, area = ""): unknown => add(key, area === "" ? what : `${what}: ${area}`);

  const names = shuffled(
    [
      "Burglary",
      "Robbery",
      "Theft from shops",
      "Vehicle offences",
      "Hate crime",
      "Arson",
      "Stalking",
      "Rape",
      "Drug offences",
      "Public order",
    ],
    random,
  ).slice(0, 5 + whole(5));
  const districts = ["Stroud", "Cotswold", "Gloucester", "Tewkesbury", "Cheltenham", "Forest of Dean"];
  const forces = [
    "Northshire",
    "Southshire",
    "Eastshire",
    "Westshire",
    "Midshire",
    "Lakeshire",
    "Fenshire",
    "Moorshire",
  ];
  const lines: Line[] = [];
  const truths: Truth[] = [];
  const traps: Record<string, string>[] = [];
  const truth = (cells: readonly string[], holds: (...texts: string[]) => boolean): unknown =>
    truths.push({ cells, holds: (text) => holds(...cells.map(text)) });

  const people = [628_135 + whole(9_000), 646_627 + whole(9_000)] as const;
  const groupPeople = [7_354_770, 7_569_500] as const;
  const countTruths = (at: string, keys: { c0: string; c1: string; v?: string; p?: string }): void => {
    const c = (text: string): { v: number; half: number } | undefined => printed(text, true, roundedTo);
    const [c0, c1] = [`${at} ${keys.c0}`, `${at} ${keys.c1}`];
    for (const key of roundedTo > 1 ? [keys.c0, keys.c1, keys.v] : [])
      if (key) truth([`${at} ${key}`], (text) => ((c(text)?.v ?? 0) % roundedTo) + 0 === 0);
    if (keys.v)
      truth([c0, c1, `${at} ${keys.v}`], (a, b, d) => {
        const [A, B, D] = [c(a), c(b), c(d)];
        return !A || !B || !D || Math.abs(B.v - A.v - D.v) <= A.half + B.half + D.half + near;
      });
    if (keys.p) truth([c0, c1, `${at} ${keys.p}`], (a, b, d) => percentHolds(c(a), c(b), printed(d)));
  };
  const rateTruths = (rate: string, count: string): void => {
    const all = lines.map((_, index) => index).filter((index) => !Number.isNaN(index));
    truth(
      all.flatMap((index) => [`${index} ${count}`, `${index} ${rate}`]),
      (...texts) => {
        let [low, high] = [0, Number.POSITIVE_INFINITY];
        for (let index = 0; index < texts.length; index += 2) {
          const [c, r] = [printed(texts[index] ?? "", true, roundedTo), printed(texts[index + 1] ?? "")];
          if (!c || !r || c.v <= 0) continue;
          low = Math.max(low, (1000 * (c.v - c.half)) / (r.v + r.half));
          high = Math.min(high, r.v - r.half <= 0 ? high : (1000 * (c.v + c.half)) / (r.v - r.half));
        }
        return low <= high + near;
      },
    );
  };
  const aimTruth = (at: string, a: string, b: string, isCount: boolean): void =>
    void truth([`${at} aim`, `${at} ${a}`, `${at} ${b}`, `${at} ok`], (aim, x, y, said) => {
      const [X, Y] = [printed(x, isCount, roundedTo), printed(y, isCount, roundedTo)];
      if (!X || !Y || !/reduce|increase|down|up/i.test(aim)) return true;
      const sign = /reduce|down/i.test(aim) ? -1 : 1;
      const [least, most] = [Y.v - X.v - X.half - Y.half, Y.v - X.v + X.half + Y.half]
        .map((v) => sign * v)
        .sort((p, q) => p - q) as [number, number];
      return least > 0 ? /^(yes|achieved|met)/i.test(said) : most <= 0 ? !/^(yes|achieved|met)/i.test(said) : true;
    });

  if (layout === "plan" || layout === "quarterly" || layout === "two pairs" || layout === "districts") {
    const hasRates = layout === "plan" || (layout === "quarterly" && chance(0.6));
    const hasGroup = layout === "plan" && chance(0.7);
    const hasAim = layout === "plan" || chance(0.3);
    const hasRank = layout === "quarterly" && chance(0.5);
    const area = hasGroup ? force : "";
    if (hasAim) add("aim", one(words.aim));
    const pair = layout === "two pairs";
    if (pair) {
      level("q0", "Q3 2023/24", isBare ? "" : noun, "");
      level("q1", "Q3 2024/25", isBare ? "" : noun, "");
    }
    const [first, second] = pair ? ["YTD 2023/24", "YTD 2024/25"] : [was, is];
    level("c0", first, noun, area);
    if (hasRates && layout === "plan") level("r0", first, rateNoun, area);
    if (hasGroup) level("m0", first, rateNoun, msg);
    level("c1", second, noun, area);
    if (hasRates) level("r1", second, rateNoun, area);
    if (hasGroup) level("m1", second, rateNoun, msg);
    else if (layout === "quarterly" && hasRates && chance(0.7)) level("m1", second, rateNoun, msg);
    const [v, p] = [one(words.variance), one(words.percent)];
    const lead = pair ? "YTD " : "";
    if (layout !== "plan" || chance(0.6)) change("v", lead + v, area);
    change("p", lead + p, area);
    if (hasGroup) change("mp", `${p} in rate`, msg);
    if (hasAim) add("ok", one(words.verdict));
    if (hasRank) add("rank", one(words.rank));
    if (columns.some(({ key }) => key === "m1") && chance(0.3)) add("side", one(words.side));
    if (chance(0.4)) add("other", one(other));
    const list = layout === "districts" ? districts : names;
    const isWrittenPair = chance(0.5);
    for (const name of list) {
      const size = one([60, 400, 3_000, 9_000]);
      const round = (x: number): number => (roundedTo > 1 ? Math.round(x / roundedTo) * roundedTo : x);
      const [c0, c1] = [20 + whole(size), 20 + whole(size)];
      const [g0, g1] = [c0 * 11 + whole(300), c1 * 12 + whole(300)];
      const [a, b] = [(1000 * c0) / people[0], (1000 * c1) / people[1]];
      const [m0, m1] = [(1000 * g0) / groupPeople[0], (1000 * g1) / groupPeople[1]];
      const isDown = chance(0.8);
      const tail = percentSign ? "%" : "";
      const percent = signed((100 * (c1 - c0)) / c0, places, tail);
      lines.push({
        name,
        cells: {
          aim: isDown ? one(["Reduce", "Reduce", "Down"]) : one(["Increase", "Up"]),
          q0: number(round(Math.max(1, Math.floor(c0 / 3)))),
          q1: number(round(Math.max(1, Math.floor(c1 / 3) + 2))),
          ...{ c0: number(round(c0)), c1: number(round(c1)), v: signed(round(c1 - c0), 0) },
          p: percent,
          ...{ r0: rounded(a, 3), r1: rounded(b, 3), m0: rounded(m0, 3), m1: rounded(m1, 3) },
          mp: signed(100 * (m1 / m0 - 1), places, tail),
          ok: (isDown ? c1 < c0 : c1 > c0) ? "Yes" : one(["No", "No*"]),
          rank: isWrittenPair ? `${1 + whole(8)}/8` : String(1 + whole(8)),
          side:
            Number(rounded(b, 3)) > Number(rounded(m1, 3))
              ? "Above"
              : Number(rounded(b, 3)) < Number(rounded(m1, 3))
                ? "Below"
                : "Similar",
          other: one(["Green", "Red", "Amber", "▲", "▼", "Ops lead"]),
        },
      });
      traps.push({ p: signed(100 * (b / a - 1), places, tail), r1: rounded((1000 * c1) / people[0], 3) });
    }
    // What is withheld is withheld with all that gives it away.
    if (chance(0.15)) {
      const at = whole(lines.length);
      const mark = one(["<5", "*", "[c]", "5 or fewer", "1 to 4"]);
      Object.assign(lines[at]?.cells ?? {}, {
        c1: mark,
        v: "-",
        p: "-",
        r1: "-",
        ok: "",
        side: "",
        ...(pair && { q1: mark }),
      });
    }
    const hasTotal =
      roundedTo === 1 &&
      !pair &&
      lines.every(({ cells }) => printed(cells.c1 ?? "", true)) &&
      (layout === "districts" || chance(0.25));
    if (hasTotal) {
      const sum = (key: string): number =>
        lines.reduce((all, { cells }) => all + (printed(cells[key] ?? "", true)?.v ?? 0), 0);
      const [s0, s1] = [sum("c0"), sum("c1")];
      const parts = lines.length;
      lines.push({
        name: one(words.total),
        cells: {
          ...{ aim: "Reduce", c0: number(s0), c1: number(s1), v: signed(s1 - s0, 0), ok: s1 < s0 ? "Yes" : "No" },
          p: signed((100 * (s1 - s0)) / s0, places, percentSign ? "%" : ""),
          r0: rounded((1000 * s0) / people[0], 3),
          r1: rounded((1000 * s1) / people[1], 3),
          ...{ m0: "-", m1: "-", mp: "-", rank: "-", side: "", other: "" },
        },
      });
      for (const key of ["c0", "c1", "v"])
        truth(
          [...Array(parts + 1).keys()].map((index) => `${index} ${key}`),
          (...texts) => {
            const all = texts.map((text) => printed(text, true)?.v ?? Number.NaN);
            const total = all.pop() ?? 0;
            return Number.isNaN(total) || all.some(Number.isNaN) || all.reduce((x, y) => x + y, 0) === total;
          },
        );
    }
    for (const index of lines.keys()) {
      const at = String(index);
      countTruths(at, { c0: "c0", c1: "c1", v: "v", p: "p" });
      truth([`${at} m0`, `${at} m1`, `${at} mp`], (x, y, z) => percentHolds(printed(x), printed(y), printed(z)));
      aimTruth(at, "c0", "c1", true);
      truth([`${at} r1`, `${at} m1`, `${at} side`], (x, y, said) => {
        const [X, Y] = [printed(x), printed(y)];
        if (!X || !Y || said === "") return true;
        return Math.abs(X.v - Y.v) <= X.half + Y.half + near || (X.v > Y.v ? said === "Above" : said === "Below");
      });
    }
    if (hasRates && layout === "plan") rateTruths("r0", "c0");
    if (hasRates) rateTruths("r1", "c1");
  } else if (layout === "scorecard" || layout === "survey") {
    const isSurvey = layout === "survey";
    const what = isSurvey ? one(["Percentage", "% agreeing", "%"]) : "(%)";
    if (isSurvey) add("aim", one(words.aim));
    else add("target", one(words.target));
    const area = isSurvey ? force : "";
    level("p0", was, what, area);
    if (isSurvey) level("m0", was, what, msg);
    level("p1", is, what, area);
    if (isSurvey) level("m1", is, what, msg);
    const points = one(words.points);
    change("d", points, area);
    if (isSurvey) change("md", points, msg);
    add(isSurvey ? "ok" : "met", one(isSurvey ? words.verdict : words.met));
    const sign = isSurvey || chance(0.6) ? "%" : "";
    const form = one(["T%", "≥ T%", "T% or more", ">= T%", "at least T%"]);
    for (const name of shuffled(
      [
        "Feel safe after dark",
        "Satisfied with the police",
        "Know their local officer",
        "Good or excellent job",
        "999 calls answered in 10 seconds",
        "Trust the police",
        "Victim satisfaction - burglary",
      ],
      random,
    ).slice(0, 5 + whole(2))) {
      const [p0, p1, m0, m1] = [0, 0, 0, 0].map(() => 50 + whole(4_000) / 10 / 10) as [number, number, number, number];
      const t = Math.round(p1 + one([-6, -2, 3, 7]));
      const [a, b, c, d] = [p0, p1, m0, m1].map((x) => Number(rounded(x, 1))) as [number, number, number, number];
      const isDown = chance(0.5);
      lines.push({
        name,
        cells: {
          ...{
            p0: `${rounded(a, 1)}${sign}`,
            p1: `${rounded(b, 1)}${sign}`,
            m0: `${rounded(c, 1)}${sign}`,
            m1: `${rounded(d, 1)}${sign}`,
          },
          ...{
            d: signed(b - a, 1),
            md: signed(d - c, 1),
            target: form.replace("T", String(t)),
            met: b >= t ? "Yes" : "No",
          },
          ...{ aim: isDown ? "Reduce" : "Increase", ok: (isDown ? b < a : b > a) ? "Yes" : "No*" },
        },
      });
      traps.push({ d: signed((100 * (b - a)) / a, 1), md: signed((100 * (d - c)) / c, 1) });
    }
    for (const index of lines.keys()) {
      const at = String(index);
      for (const [x, y, z] of [
        ["p0", "p1", "d"],
        ["m0", "m1", "md"],
      ] as const)
        truth([`${at} ${x}`, `${at} ${y}`, `${at} ${z}`], (s, t, u) => {
          const [S, T, U] = [printed(s), printed(t), printed(u)];
          return !S || !T || !U || Math.abs(T.v - S.v - U.v) <= S.half + T.half + U.half + near;
        });
      if (isSurvey) aimTruth(at, "p0", "p1", false);
      else
        truth([`${at} target`, `${at} p1`, `${at} met`], (t, p, said) => {
          const [T, P] = [Number(/\d+(\.\d+)?/.exec(t)?.[0]), printed(p)];
          if (!P || said === "") return true;
          return P.v - P.half >= T ? said === "Yes" : P.v + P.half < T ? said === "No" : true;
        });
    }
  } else {
    const year = one(["2023/24", "Mar-24", "12 months to March 2024", ""]);
    add("c1", year === "" ? "Offences" : `Offences ${year}`);
    add("pop", one(["Population", "Population mid-2023", "Resident population"]));
    add("r1", one(words.rate));
    const rankHead = one(words.rank.filter((head) => head !== "Position in MSG"));
    add("rank", rankHead);
    const isHigh = chance(0.3) && !rankHead.includes("1 = lowest");
    const rows = forces.slice(0, 5 + whole(4)).map((name) => {
      const pop = 400_000 + whole(900_000);
      const count = Math.round((pop * (4 + whole(400) / 100)) / 1000);
      return { name, pop, count, rate: rounded((1000 * count) / pop, 2) };
    });
    for (const { name, pop, count, rate } of rows) {
      const ahead = rows.filter((row) =>
        isHigh ? Number(row.rate) > Number(rate) : Number(row.rate) < Number(rate),
      ).length;
      lines.push({ name, cells: { c1: number(count), pop: number(pop), r1: rate, rank: String(ahead + 1) } });
      traps.push({});
    }
    for (const index of lines.keys())
      truth([`${index} c1`, `${index} pop`, `${index} r1`], (c, n, r) => {
        const [C, N, R] = [printed(c, true), printed(n, true), printed(r)];
        return !C || !N || !R || Math.abs((1000 * C.v) / N.v - R.v) <= R.half + near;
      });
    truth(
      [...lines.keys()].flatMap((index) => [`${index} r1`, `${index} rank`]),
      (...texts) => {
        const all = texts.flatMap((text, index) =>
          index % 2 ? [] : [[Number(text), Number(texts[index + 1])] as const],
        );
        return [1, -1].some((way) =>
          all.every(([rate, rank]) => rank === all.filter(([r]) => way * r < way * rate).length + 1),
        );
      },
    );
  }
  const isPrinted = (key: string): boolean => columns.some((column) => column.key === key);
  const args = roundedTo > 1 && chance(0.5) ? ["--rounded-to", "5"] : [];
  return {
    name: `${seed}: ${layout}, ${was} / ${is}`,
    periods: layout === "two pairs" ? ["YTD 2023/24", "YTD 2024/25"] : [was, is],
    // Nothing holds between cells that the table does not print.
    truths: truths.filter(({ cells }) => cells.every((cell) => isPrinted(cell.split(" ")[1] ?? ""))),
    ...{ columns, lines, traps, args },
    file: one(["csv", "csv", "csv", "tsv", "md", "html", "xlsx"]),
    title: chance(0.3) ? "Table 3: Performance to date" : "",
    note:
      roundedTo > 1 && args.length === 0
        ? "Figures are rounded to the nearest 5."
        : chance(0.2)
          ? "Source: iQuanta"
          : "",
  };
}

function percentHolds(a: Num, b: Num, p: Num): boolean {
  if (!a || !b || !p || a.v - a.half <= 0) return true;
  const ends = [
    (100 * (b.v - b.half - a.v - a.half)) / (a.v + a.half),
    (100 * (b.v + b.half - a.v + a.half)) / (a.v - a.half),
  ] as const;
  return p.v + p.half >= ends[0] - near && p.v - p.half <= ends[1] + near;
}
type Num = { v: number; half: number } | undefined;

const comma = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");
/** Half away from zero, on decimals: 28.75 is 28.8. */
function rounded(v: number, places: number): string {
  const scaled = Number(`${v.toPrecision(12)}e${places}`);
  return (Math.sign(scaled) * Math.round(Math.abs(scaled) + 1e-9) * 10 ** -places).toFixed(places);
}
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => [random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
}
