// The example plans beside Gloucestershire's tables: each runs without a problem, and comes to what was published.
import { expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { planFixtures, run } from "../helpers/world.ts";

const names = planFixtures.filter((name) => name !== "starter");
const reportOf = async (name: string) => {
  const done = await run(["report", `fixtures/${name}`, "--format", "json"]);
  expect(done.exit).toBe(0);
  return jsonOf("report", done.out);
};
const rowsOf = async (name: string) => (await reportOf(name)).tables.flatMap(({ rows }) => rows);
const shown = (figure: object | undefined) => (figure && "shown" in figure ? figure.shown : figure);

test.each(names)("%s runs, and nothing in it is an error", async (name) => {
  const { problems } = await reportOf(name);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("the plan's text targets: what was reached, what was due, and the fund with its total", async () => {
  const rows = await rowsOf("plan-targets");
  const of = (name: string) => rows.find(({ measure }) => measure === name);
  // 3,496 + 348 + 554 + 2,263 + 367 in 2019, 2,922 + 395 + 615 + 1,375 + 342 in the 12 months to September 2023.
  const neighbourhood = of("Neighbourhood crime");
  expect(neighbourhood?.figures.baseline.force.count).toMatchObject({ value: "7028" });
  expect(neighbourhood?.figures.current.force.count).toMatchObject({ value: "5649" });
  expect([neighbourhood?.verdict, shown(neighbourhood?.target)]).toEqual(["not achieved", "3,514"]);
  // December 2019 to March 2025 are 63 months, September 2023 the 45th: 7,028 − 3,514 × 45 ÷ 63 = 4,518.
  expect(neighbourhood?.progress).toMatchObject({
    "on-track": false,
    due: { value: "4518" },
    behind: { value: "1131" },
  });
  const antisocial = of("Anti-social behaviour");
  // A half of 18,304 is 9,152, which 9,436 has not reached; of 60 months 36 are gone: 18,304 − 9,152 × 36 ÷ 60.
  expect([antisocial?.verdict, shown(antisocial?.target)]).toEqual(["not achieved", "9,152"]);
  expect(antisocial?.progress).toMatchObject({ "on-track": true, due: { value: "12812.8" } });
  expect([of("Extra officers")?.verdict, shown(of("Extra officers")?.figures.current.force.people)]).toEqual([
    "achieved",
    "164",
  ]);
  expect(of("Volunteer PCSOs and Special Constables")?.verdict).toBe("not judged");
  expect(of("Answered within 10 seconds")?.notes).toContain("it ranks 22nd of 44, 1 being the highest");
  const total = of("Total");
  expect(total?.total).toBe(true);
  expect([shown(total?.figures.current.force.count), shown(total?.figures.current.force.pounds)]).toEqual([
    "8",
    "£4,093,647",
  ]);
});

test("homicide from 4 to 8: not achieved, +100.0 % marked [u], ratio 2.00 (0.54 to 9.08), within chance", async () => {
  const [homicide] = await rowsOf("national-measures");
  expect(homicide?.verdict).toBe("not achieved");
  expect(homicide?.figures.change.force.percent).toMatchObject({ shown: "100.0% [u]", mark: "u" });
  expect(homicide?.reading).toMatchObject({
    words: "within chance",
    estimate: { shown: "2.00" },
    limits: { lower: { shown: "0.54" }, upper: { shown: "9.08" } },
    p: { shown: "0.388" },
  });
  // Byar's and the exact limits of METHODS: 4 is 1.08987 to 10.24159, 8 is 3.45383 to 15.76319.
  const limits = (pair: { lower: object; upper: object } | undefined) =>
    pair && [pair.lower, pair.upper].map((one) => ("value" in one ? Number(one.value).toFixed(5) : ""));
  expect(limits(homicide?.reading?.baseline)).toEqual(["1.08987", "10.24159"]);
  expect(limits(homicide?.reading?.current)).toEqual(["3.45383", "15.76319"]);
});

test("a partnership beside the others of its county, without itself", async () => {
  const [crime, violence] = await rowsOf("district-partnership");
  // 4,044 + 4,324 + 15,119 + 6,146 + 4,890 over 82,881 + 81,961 + 121,688 + 112,779 + 81,943.
  expect(crime?.figures.current.peers?.count).toMatchObject({ value: "34523" });
  expect(crime?.figures.current.peers?.rate).toMatchObject({ shown: "71.736" });
  expect(crime?.verdict).toBe("not achieved");
  // By the limits of five forces that differ 611 times as much as chance, -10.3 to 69.3 around 29.5, any rank is open:
  // the others are at 20.0, 24.6, 25.7, 26.1 and 52.8.
  expect(violence?.notes).toContain(
    "it ranks 5th of 6, 1 being the lowest; allowing for chance, its rank may be anything from 1st to 6th",
  );
});
