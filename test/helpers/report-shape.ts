// The documented shape of plan-measures/report/1, strictly: a key that is not in the README fails.
import * as z from "zod";

const origin = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  lines: z.string().optional(),
});
const measured = ["seconds", "minutes", "hours", "days", "score", "ratio"] as const;
const units = [
  ...(["count", "per 1,000", "%", "percentage points", "persons"] as const),
  ...(["per 10,000", "per 100,000", "per 1,000 households", "households"] as const),
  ...(["£", "seconds", "minutes", "hours", "days", "score", "people", "ratio"] as const),
] as const;
const figure = z.union([
  z.strictObject({
    value: z.string().regex(/^-?\d+(\.\d+)?$/),
    shown: z.string().min(1),
    unit: z.enum(units),
    mark: z.enum(["u", "low"]).optional(),
    // No figure without its file and line.
    from: z.array(origin).min(1),
  }),
  // Words have no value, and no arithmetic is made of them.
  z.strictObject({
    grade: z.string().min(1).optional(),
    steps: z.string().min(1).optional(),
    done: z.boolean().optional(),
    on: z.string().min(1).optional(),
    shown: z.string().min(1),
    scale: z.array(z.string()).optional(),
    gap: z.undefined().optional(),
    mark: z.undefined().optional(),
    from: z.array(origin).min(1),
  }),
  z.strictObject({
    gap: z.string().min(1),
    mark: z.enum(["b", "c", "low", "u", "w", "z"]).optional(),
    from: z.array(origin),
  }),
]);
const between = z.strictObject({ lower: figure, upper: figure });
const kindsOfLevel = ["count", "rate", "percent", "pounds", "people", ...measured, "grade", "yes-no"];
const kindsOfChange = ["variance", "percent", "rate", "points", "grade"];
const side = (kinds: readonly string[]) =>
  z.strictObject(Object.fromEntries(kinds.map((kind) => [kind, figure.optional()])));
const sides = (kinds: readonly string[]) => {
  const one = side(kinds);
  const groups = z.array(z.strictObject({ name: z.string(), figures: one })).min(1);
  return z.strictObject({ force: one, peers: one.optional(), groups: groups.optional() });
};
const level = sides(kindsOfLevel);
const figures = z.strictObject({
  baseline: level,
  current: level,
  change: sides(kindsOfChange),
});
const priority = { id: z.string(), name: z.string() };
const count = z.int().nonnegative();
const when = z.strictObject({
  period: z.string().optional(),
  average: z.array(z.string()).min(2).optional(),
  population: z.string().optional(),
});

const place = { file: z.string(), line: z.int().optional(), column: z.int().optional() };
/** Data that may mean something else; `measures` where there are rows, `accepted` where the plan says so. */
const doubts = z.array(
  z.strictObject({
    code: z.string(),
    ...place,
    message: z.string(),
    at: z.string(),
    value: z.string(),
    hint: z.string().optional(),
    note: z.strictObject({ ...place, message: z.string() }).optional(),
    measures: z.array(z.string()).optional(),
    accepted: z.strictObject({ reason: z.string(), by: z.string().optional(), on: z.string().optional() }).optional(),
  }),
);
const problems = z.array(
  z.strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    file: z.string(),
    line: z.int().optional(),
    column: z.int().optional(),
    message: z.string(),
    hint: z.string().optional(),
    note: z.strictObject({ ...origin.partial().shape, file: z.string(), message: z.string() }).optional(),
  }),
);

export const reportShape = z.strictObject({
  schema: z.literal("plan-measures/report/1"),
  plan: z.strictObject({
    file: z.string(),
    title: z.string(),
    force: z.string(),
    "similar-forces": z.string().optional(),
    priorities: z.array(z.strictObject(priority)),
    groups: z.array(
      z.strictObject({ name: z.string(), average: z.enum(["pooled", "mean"]), forces: z.array(z.string()).min(1) }),
    ),
    published: z
      .strictObject({
        by: z.string(),
        on: z.string().optional(),
        contact: z.string().optional(),
        licence: z.string().optional(),
        next: z.string().optional(),
      })
      .optional(),
    corrected: z.array(z.strictObject({ on: z.string(), what: z.string() })).optional(),
  }),
  only: z.string().optional(),
  inputs: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.string().regex(/^([0-9a-f]{64}|withheld)$/),
      source: z.string(),
      records: count.optional(),
    }),
  ),
  standings: z.record(z.string(), count),
  tables: z.array(
    z.strictObject({
      title: z.string(),
      source: z.string().optional(),
      baseline: z.string(),
      current: z.string(),
      groups: z.array(z.string()),
      notes: z.array(z.string()).optional(),
      rows: z.array(
        z.strictObject({
          measure: z.string(),
          short: z.string().optional(),
          label: z.string().optional(),
          baseline: z.string().optional(),
          current: z.string().optional(),
          periods: z.strictObject({ baseline: when.optional(), current: when }),
          kind: z.string(),
          series: z.strictObject({ add: z.array(z.string()), subtract: z.array(z.string()) }),
          total: z.literal(true).optional(),
          aim: z.string().nullable(),
          per: z.string().optional(),
          basis: z.enum(["count", "rate", "percentage", "pounds", "people", ...measured, "grade", "yes-no", "judged"]),
          judged: z
            .strictObject({
              standing: z.enum(["achieved", "not achieved", "on track", "behind", "not judged"]),
              by: z.string(),
              on: z.string(),
              because: z.string(),
            })
            .optional(),
          target: figure.optional(),
          progress: z
            .strictObject({
              "on-track": z.boolean().nullable(),
              due: figure.optional(),
              behind: figure.optional(),
              next: z.strictObject({ by: z.string(), value: figure }).optional(),
              unknown: z.string().optional(),
            })
            .optional(),
          verdict: z.enum(["achieved", "not achieved", "not judged"]),
          standing: z.enum([
            "achieved",
            "within tolerance",
            "not achieved",
            "on track",
            "behind",
            "not judged",
            "no aim",
          ]),
          reason: z.string().optional(),
          priorities: z.array(z.string()),
          owner: z.string().optional(),
          revised: z.string().optional(),
          comment: z.string().optional(),
          reading: z
            .strictObject({
              words: z.enum(["within chance", "beyond chance", "open", "not tested"]),
              how: z.string(),
              says: z.string(),
              question: z.string().optional(),
              assumes: z.string().optional(),
              estimate: figure.optional(),
              limits: between.optional(),
              p: figure.optional(),
              "p-adjusted": figure.optional(),
              dispersion: figure.optional(),
              "degrees-of-freedom": z.int().positive().optional(),
              "could-have-found": figure.optional(),
              "could-have-found-rise": figure.optional(),
              "could-have-found-fall": figure.optional(),
              against: figure.optional(),
              step: z.enum(["month", "quarter"]).optional(),
              pairs: z.int().nonnegative().optional(),
              "months-left-out": z.int().positive().optional(),
              baseline: between.optional(),
              current: between.optional(),
              beside: z
                .strictObject({
                  group: z.string(),
                  words: z.enum(["within chance", "beyond chance"]),
                  says: z.string(),
                  estimate: figure,
                  limits: between,
                  p: figure,
                })
                .optional(),
              "beside-not-tested": z.string().optional(),
              notes: z.array(z.string()).optional(),
            })
            .optional(),
          says: z.array(z.string()),
          notes: z.array(z.string()),
          figures,
          also: z
            .array(
              z.strictObject({
                comparison: z.string(),
                periods: z.strictObject({ earlier: when, later: when }),
                figures: z.strictObject({ earlier: level, later: level, change: figures.shape.change }),
              }),
            )
            .optional(),
          beside: z
            .strictObject({
              group: z.string(),
              is: z.enum(["higher", "lower", "similar", "the same"]),
              by: figure,
            })
            .optional(),
          "since-last-year": figure.optional(),
          parts: z.array(z.strictObject({ name: z.string(), figures })).optional(),
        }),
      ),
    }),
  ),
  priorities: z.array(
    z.strictObject({
      ...priority,
      achieved: count,
      "not-achieved": count,
      "not-judged": count,
      standings: z.record(z.string(), z.number()),
      measures: z.array(z.string()),
    }),
  ),
  problems,
  doubts,
});

const basis = z.enum(["count", "rate", "percentage", "pounds", "people", ...measured]);

export const compareShape = z.strictObject({
  schema: z.literal("plan-measures/compare/1"),
  problems,
  doubts,
  plan: z.string(),
  force: z.string(),
  comparisons: z.array(
    z.strictObject({
      measure: z.string(),
      period: z.string(),
      baseline: z.string().nullable(),
      basis,
      better: z.enum(["lower", "higher"]).nullable(),
      group: z.strictObject({
        name: z.string(),
        average: z.enum(["pooled", "mean"]),
        forces: z.array(z.string()).min(2),
        figures: side(kindsOfLevel),
        change: side(kindsOfChange),
        population: figure.optional(),
      }),
      rank: z.int().positive().nullable(),
      "rank-words": z.string(),
      forces: z.array(
        z.strictObject({
          name: z.string(),
          own: z.boolean(),
          "in-group": z.boolean(),
          figures: side(kindsOfLevel),
          population: figure.optional(),
          change: side(kindsOfChange),
          rank: z.int().positive().nullable(),
          difference: figure,
          "rank-range": z.strictObject({ best: z.int().positive(), worst: z.int().positive() }).optional(),
          funnel: z
            .strictObject({
              "95%": z.enum(["lower", "similar", "higher"]),
              "99.8%": z.enum(["lower", "similar", "higher"]),
              limits: z.strictObject({ "95%": between, "99.8%": between }),
              dispersion: z.number().min(1),
              p: z.number(),
            })
            .optional(),
          "standard-deviations": z.number().optional(),
        }),
      ),
      beside: z
        .strictObject({
          group: z.string(),
          words: z.enum(["beyond chance", "within chance"]),
          says: z.string(),
          estimate: figure,
          limits: between,
          p: figure,
        })
        .optional(),
      "beside-not-tested": z.string().optional(),
      averages: z.array(z.strictObject({ name: z.string(), used: z.boolean(), figure })),
      "reversed-by": z.array(z.string()),
      dispersion: z.number().optional(),
      given: figure.optional(),
      notes: z.array(z.string()),
    }),
  ),
});

const step = z.strictObject({
  value: z.string(),
  exact: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .optional(),
  unit: z.enum(units).optional(),
  as: z.string().optional(),
  what: z.string(),
  reason: z.string().optional(),
  series: z.string().optional(),
  area: z.string().optional(),
  period: z.string().optional(),
  kind: z.string().optional(),
  heading: z.string().optional(),
  counted: z.literal(true).optional(),
  among: z.int().min(0).optional(),
  from: z.array(origin).min(1).optional(),
  get inputs() {
    return z.array(step).min(1).optional();
  },
});

export const explainShape = z.strictObject({
  schema: z.literal("plan-measures/explain/1"),
  problems,
  doubts,
  plan: z.string(),
  cells: z
    .array(
      z.strictObject({
        table: z.string(),
        measure: z.string(),
        row: z.string(),
        column: z.string(),
        printed: z.string(),
        figure: figure.optional(),
        places: count.optional(),
        rounding: z.string().optional(),
        reason: z.string().optional(),
        formula: z.string().optional(),
        rule: z.string().optional(),
        here: z.string().optional(),
        note: z.string().optional(),
        inputs: z.array(step),
      }),
    )
    .min(1),
  files: z.array(
    z.strictObject({
      file: z.string(),
      source: z.string().optional(),
      records: count.optional(),
      title: z.string().optional(),
      sha256: z.string().regex(/^([0-9a-f]{64}|withheld)$/),
    }),
  ),
});

const moment = z.strictObject({
  period: z.string(),
  break: z.literal(true).optional(),
  between: z.literal(true).optional(),
  sides: z.array(z.strictObject({ name: z.string(), figures: side(kindsOfLevel) })),
});
const digits = z.string().regex(/^-?\d+(\.\d+)?$/);

const meaning = z.enum(["improving", "concerning", "neither"]);

export const trendShape = z.strictObject({
  schema: z.literal("plan-measures/trend/1"),
  problems,
  doubts,
  plan: z.string(),
  force: z.string(),
  measures: z.array(
    z.strictObject({
      measure: z.string(),
      step: z.enum(["month", "quarter"]).nullable(),
      moments: z.array(moment),
      years: z.array(moment),
      limits: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          points: count,
          mean: digits.optional(),
          lower: digits.optional(),
          upper: digits.optional(),
          chosen: z
            .strictObject({ from: z.string(), to: z.string().optional(), reason: z.string().optional() })
            .optional(),
          except: z.array(z.strictObject({ period: z.string(), reason: z.string() })).optional(),
          seasons: z
            .strictObject({
              p: z.number(),
              each: z.array(
                z.strictObject({ period: z.string(), index: digits, mean: digits, lower: digits, upper: digits }),
              ),
            })
            .optional(),
          signals: z.array(
            z.strictObject({
              rule: z.enum(["outside", "run", "trend", "two of three"]),
              from: z.string(),
              to: z.string(),
              direction: z.enum(["up", "down"]),
              meaning,
            }),
          ),
          shift: z.strictObject({ from: z.string(), direction: z.enum(["up", "down"]) }).optional(),
        }),
      ),
      variation: z.strictObject({ at: z.string(), meaning, because: z.string() }).optional(),
      assurance: z
        .strictObject({
          outcome: z.enum(["will be met", "will not be met without change", "may or may not be met by chance"]),
          value: digits,
        })
        .optional(),
      standings: z.array(
        z.strictObject({
          group: z.string(),
          stood: z.enum(["below", "level with", "above"]),
          from: z.string(),
          to: z.string(),
        }),
      ),
      noAssurance: z.string().optional(),
      breaks: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string().optional(),
          reason: z.string(),
          source: z.string().optional(),
          groups: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
});

const verdicts = z.enum(["achieved", "not achieved", "not judged"]);
const named = z.strictObject({ what: z.string(), name: z.string() });
const twoPeriods = z.strictObject({ was: z.string().nullable(), is: z.string().nullable() });

export const diffShape = z.strictObject({
  schema: z.literal("plan-measures/diff/1"),
  problems,
  doubts,
  old: z.strictObject({ name: z.string(), title: z.string() }),
  new: z.strictObject({ name: z.string(), title: z.string() }),
  force: z.string(),
  verdicts: z.array(
    z.strictObject({
      measure: z.string(),
      table: z.string(),
      was: verdicts,
      restated: verdicts.nullable(),
      is: verdicts,
      "by-revision-alone": z.boolean(),
      by: z.array(
        z
          .array(
            z
              .string()
              .regex(/^(aim|baseline|current|group|figures|judgement) (changed|revised|moved|whole|redefined)$/),
          )
          .min(1),
      ),
      words: z.string(),
    }),
  ),
  measures: z.array(
    z.strictObject({
      measure: z.string(),
      part: z.string().optional(),
      "was-called": z.string().optional(),
      table: z.string(),
      periods: z.strictObject({ baseline: twoPeriods, current: twoPeriods }),
      verdict: z.strictObject({ was: verdicts, is: verdicts }),
      "revised-because": z.string().optional(),
      changed: z.boolean(),
      sides: z.array(
        z.strictObject({
          name: z.string(),
          own: z.boolean(),
          figures: z.array(
            z.strictObject({
              of: z.enum(["current", "baseline", "change"]),
              kind: z.enum([
                ...(["count", "rate", "percentage", "pounds", "people", ...measured, "grade", "yes-no"] as const),
                ...(["percent", "points"] as const),
              ]),
              ...{ was: figure, restated: figure, is: figure },
              ...{ revised: figure, moved: figure, whole: figure },
              "revised-by": z.array(z.enum(["number", "population", "baseline", "current"])).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
  appeared: z.array(named),
  went: z.array(named),
  definitions: z.array(z.strictObject({ of: z.string(), what: z.string(), was: z.string(), is: z.string() })),
});

export type ReportJson = z.output<typeof reportShape>;
export type FigureJson = z.output<typeof figure>;
