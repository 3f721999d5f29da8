// Aims by hand-worked values: met, just met, just missed, a gap, and what rounding leaves open.
import { describe, expect, test } from "vitest";
import { aimOf } from "../../src/plan/aims/index.ts";
import { writtenPlans } from "../helpers/written-plan.ts";

const { report, printed } = writtenPlans();

describe("maintain: no worse than the baseline", () => {
  test.each([
    // The side that is better, baseline, current: no worse is ≤ where lower is better, ≥ where higher is.
    ["lower", "100", "60", "achieved"],
    ["lower", "100", "100", "achieved"],
    ["lower", "100", "101", "not achieved"],
    ["higher", "40", "55", "achieved"],
    ["higher", "40", "40", "achieved"],
    ["higher", "40", "39", "not achieved"],
    ["lower", "0", "0", "achieved"],
    ["lower", "0", "1", "not achieved"],
    ["lower", "100", "[x]", "not judged"],
    ["lower", "[x]", "100", "not judged"],
  ])("where %s is better, from %s to %s: %s", async (better, baseline, current, verdict) => {
    const { row } = await report(
      [`name: X, kind: people, aim: maintain, better: ${better}`],
      [`X; 2019; people; ${baseline}`, `X; 2023; people; ${current}`],
    );
    expect(row?.verdict).toBe(verdict);
  });

  test("it says in its words which way is worse, and the baseline is its target", async () => {
    const { row } = await report(
      ["name: X, kind: percentage, aim: Maintain, better: higher"],
      ["X; 2019; percent; 57.3", "X; 2023; percent; 57.4"],
    );
    expect(row).toMatchObject({ aim: "Maintain (no lower)", target: { shown: "57.3%" }, verdict: "achieved" });
  });

  test("percentages that are the same as given may differ beyond their decimals, and the row says so", async () => {
    const { row } = await report(
      ["name: X, kind: percentage, aim: maintain, better: higher"],
      ["X; 2019; percent; 57.3", "X; 2023; percent; 57.3"],
    );
    expect(row?.verdict).toBe("achieved");
    expect(row?.notes.join()).toContain("exactly at its aim by figures given rounded");
  });

  test("where nothing says which way is better it is refused, with what to add", async () => {
    const { row, err } = await report(["name: X, aim: maintain"], ["X; 2019; count; 10", "X; 2023; count; 10"]);
    expect(row).toMatchObject({ verdict: "not judged", standing: "not judged" });
    expect(err).toContain('"maintain" is no worse than the baseline, and nothing says which way is better');
    expect(err).toContain("hint: add better: lower or better: higher");
  });

  test("words that say another side than the plan are refused", async () => {
    const { err } = await report(
      ["name: X, aim: maintain (no lower), better: lower"],
      ["X; 2019; count; 10", "X; 2023; count; 10"],
    );
    expect(err).toContain('better: the aim "maintain (no lower)" says that higher is better');
  });

  test("explain says its rule, with the numbers in it", async () => {
    const { out } = await printed(
      ["explain", "X"],
      ["name: X, aim: maintain, better: lower, comment: Why."],
      ["X; 2019; count; 10", "X; 2023; count; 11"],
    );
    expect(out).toContain("achieved where current ≤ baseline, by the count, unrounded");
    expect(out).toContain("11 ≤ 10, which is not so");
  });

  test("as a report keeps its words, it is judged from them again", () => {
    expect(aimOf("maintain (no higher)")).toMatchObject({ better: "lower" });
    expect(aimOf("maintain (no lower)")).toMatchObject({ better: "higher" });
    expect(aimOf("maintain")).toMatchObject({ needsBetter: true });
  });
});
