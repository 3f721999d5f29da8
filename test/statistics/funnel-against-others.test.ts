// A force against the others of its group, held to values worked out with scipy from the formula.
import { describe, expect, test } from "vitest";
import { funnelAgainstOthers } from "../../src/statistics/funnel-against-others.ts";
import { studentBeyond, studentOf } from "../../src/statistics/student.ts";
import { seeded } from "../helpers/seeded.ts";

const events = [345, 796, 651, 242, 505, 468, 664, 353];
const populations = [633_600, 852_500, 1_762_400, 824_400, 758_600, 571_000, 1_282_200, 720_100];
const forces = events.map((x, at) => ({ x, n: populations[at] ?? 0 }));
const against = (at: number) =>
  funnelAgainstOthers(forces[at] ?? { x: 0, n: 0 }, [...forces.slice(0, at), ...forces.slice(at + 1)]);

/** To 10 significant digits and more. */
const near = (actual: number | undefined, expected: number): void =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1), `${actual} for ${expected}`).toBeLessThan(2e-12);

describe("Student's t", () => {
  // mpmath, 40 digits: to 16 digits: the roots of its incomplete beta function; the third is 2 * stats.t.sf of scipy 1.17.
  test("has the values of mpmath and scipy", () => {
    near(studentOf(0.95, 11), 2.20098516009164);
    near(studentOf(0.998, 6), 5.207626238725364);
    near(studentBeyond(2.4579792563207454, 6), 0.04925434699784613);
    expect(studentBeyond(0, 3)).toBe(1);
  });

  // One degree of freedom is Cauchy's distribution: P(|T| > 1) = ½.
  test("of one degree of freedom is Cauchy's", () => {
    near(studentBeyond(1, 1), 0.5);
    near(studentOf(0.5, 1), 1);
  });
});

describe("a force against the others", () => {
  test("has the rate, the dispersion and the limits of scipy", () => {
    const first = against(0);
    near(first?.rate, 0.5433305765595463 / 1000);
    near(first?.phi, 89.72407845238263);
    expect(first?.df).toBe(6);
    near(first?.t, 0.0040576382824228305);
    near(first?.p, 0.9968940276457818);
    expect([first?.limits95.lower, first?.limits998.lower]).toEqual([0, 0]);
    near(first?.limits95.upper, 1.253106334276153 / 1000);
    near(first?.limits998.upper, 2.053906798488672 / 1000);
    const second = against(1);
    near(second?.phi, 49.30595881392068);
    near(second?.t, 2.4579792563207454);
    near(second?.p, 0.04925434699784613);
    near(second?.limits95.lower, 0.05356452477283161 / 1000);
    near(second?.limits95.upper, 0.9317383459748448 / 1000);
    near(second?.limits998.upper, 1.4271356570497027 / 1000);
  });

  test("has no limits beside fewer than four others, or where a figure is no count or population", () => {
    const others = forces.slice(1, 5);
    expect(funnelAgainstOthers({ x: 5, n: 10 }, others.slice(0, 3))).toBeUndefined();
    expect(funnelAgainstOthers({ x: 5, n: 0 }, others)).toBeUndefined();
    expect(funnelAgainstOthers({ x: -1, n: 10 }, others)).toBeUndefined();
    expect(funnelAgainstOthers({ x: Number.NaN, n: 10 }, others)).toBeUndefined();
    expect(
      funnelAgainstOthers(
        { x: 5, n: 10 },
        others.map(({ n }) => ({ x: 0, n })),
      ),
    ).toBeUndefined();
    expect(funnelAgainstOthers({ x: 0, n: 10 }, others)?.rate).toBeGreaterThan(0);
  });

  test("takes the dispersion as 1 where the others are more alike than chance makes them", () => {
    expect(
      funnelAgainstOthers(
        { x: 5, n: 10 },
        Array.from({ length: 4 }, () => ({ x: 5, n: 10 })),
      )?.phi,
    ).toBe(1);
  });

  // METHODS: 5.6 % by this. Rates that differ by their own spread, 15 times wider than chance (φ of about 15 at 1,000 events).
  test("leaves at most 7 % of eight alike forces outside the 95 % limits", { tags: "long" }, () => {
    const random = seeded(2005);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let outside = 0;
    const runs = 20_000;
    for (let run = 0; run < runs; run++) {
      const made = Array.from({ length: 8 }, (_, at) => {
        const n = populations[at] ?? 1;
        const mean = n * 0.001;
        return { x: Math.max(0, Math.round(mean + normal() * Math.sqrt(15 * mean))), n };
      });
      const [force, ...others] = made;
      if (force && (funnelAgainstOthers(force, others)?.p ?? 0) < 0.05) outside++;
    }
    expect(outside / runs).toBeLessThanOrEqual(0.07);
    expect(outside / runs).toBeGreaterThan(0.03);
  });
});
