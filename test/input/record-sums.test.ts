// Sums of records beyond what binary numbers hold, without a file that is long enough to have them.
import { expect, test } from "vitest";
import { isKnown } from "../../src/core/figure.ts";
import { exact, exactText } from "../../src/core/number.ts";
import { UNSEEN } from "../../src/input/duplicates.ts";
import { addLine, originsOf, withoutRuns } from "../../src/input/line-runs.ts";
import { addTo, addWhole, type RecordSum, recordSums, type SumNames } from "../../src/input/record-sums.ts";

const names: SumNames = {
  ...{ series: "Arson", seriesKey: "arson", heading: "Number", isTotal: false, level: 0, column: 7 },
  kind: "count",
};

/** The figure that a sum comes to, and the lines that it is of. */
function sumOf(add: (sum: RecordSum) => void): readonly [text: string | undefined, lines: string | undefined] {
  const sums = recordSums("file.csv");
  add(sums.make(names, "kent", "Kent", { from: 2018 * 12 + 3, to: 2018 * 12 + 14 }));
  const [found] = [
    ...sums.all(
      () => expect.fail(),
      () => true,
    ),
  ];
  const figure = found?.figure;
  return [isKnown(figure) ? exactText(figure.value) : undefined, figure?.from[0]?.lines];
}

test("whole numbers of a skimmed file stay exact beyond 2^53", () => {
  // 2^53 is 9,007,199,254,740,992: the odd number above it is none of the binary ones.
  const over = sumOf((sum) => {
    addWhole(sum, 9_007_199_254_740_991, 2, UNSEEN);
    addWhole(sum, 2, 3, UNSEEN);
    addWhole(sum, 4, 4, UNSEEN);
    addWhole(sum, 999_999_998, 6, UNSEEN);
  });
  // 9,007,199,254,740,991 + 2 + 4 = 9,007,199,254,740,997; + 999,999,998 = 9,007,200,254,740,995.
  expect(over).toEqual(["9007200254740995", "2-4,6"]);
});

test("records read in full and skimmed ones add to one exact sum", () => {
  const at = { unit: "count", from: [] } as const;
  const sum = sumOf((sum) => {
    addTo(sum, { value: exact("9007199254740993"), ...at }, 2, UNSEEN);
    addTo(sum, { value: exact(7), ...at }, 3, UNSEEN);
    addWhole(sum, 9_007_199_254_740_991, 4, UNSEEN);
    addTo(sum, { value: exact("0.5"), ...at }, 5, UNSEEN);
  });
  // 9,007,199,254,740,993 + 7 + 9,007,199,254,740,991 + 0.5 = 18,014,398,509,481,991.5.
  expect(sum).toEqual(["18014398509481991.5", "2-5"]);
});

test("the lines of a sum are all there, in runs, with those of others and without them", () => {
  const runsOf = (...lines: readonly number[]): number[] => {
    const runs: number[] = [];
    for (const line of lines) addLine(runs, line);
    return runs;
  };
  const linesOf = (runs: readonly number[]): unknown => originsOf(runs, "a.csv", 3).map((one) => ({ ...one }));
  const at = { file: "a.csv", column: 3 };
  expect(linesOf([])).toEqual([]);
  expect(linesOf(runsOf(1))).toEqual([{ ...at, line: 1 }]);
  expect(linesOf(runsOf(7, 7))).toEqual([{ ...at, line: 7 }]);
  const runs = runsOf(1, 2, 2, 3, 5, 9, 10);
  expect(linesOf(runs)).toEqual([{ ...at, line: 1, lines: "1-3,5,9-10" }]);
  expect(linesOf(withoutRuns(runs, runsOf(2, 5, 10)))).toEqual([{ ...at, line: 1, lines: "1,3,9" }]);
  expect(linesOf(withoutRuns(runs, runsOf(1, 2, 3, 9)))).toEqual([{ ...at, line: 5, lines: "5,10" }]);
  expect(linesOf(withoutRuns(runs, runs))).toEqual([]);
  // So many that they are written out only when they are asked for.
  const odd = Array.from({ length: 500 }, (_, index) => 2 * index + 3);
  expect(linesOf(runsOf(...odd))).toEqual([{ ...at, line: 3, lines: odd.join(",") }]);
});
