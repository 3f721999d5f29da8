// Records that come more than once: by the numbers of their events, by their cells, and as far as they can be remembered.
import { describe, expect, test } from "vitest";
import { alikeRuns } from "../../src/input/alike-runs.ts";
import { eventIds } from "../../src/input/event-ids.ts";
import { recordHasher } from "../../src/input/record-hash.ts";
import type { Layout } from "../../src/input/sources/layout.ts";

/** Columns: the number of the event, its month, its place, its type, its outcome. */
const layout: Layout = {
  source: "crimes",
  headings: ["id", "month", "place", "type", "outcome"],
  firstRecord: 1,
  values: [
    {
      column: 3,
      counted: true,
      kind: { text: "count" },
      area: { text: "Kent" },
      series: { column: 3 },
      period: { column: 1 },
    },
  ],
  sums: true,
  event: { id: 0, updated: [4] },
};
const hasher = recordHasher(layout);
/** A copy: the hasher's own answer is good until it is asked again. */
const hashed = (text: string) => ({ ...hasher.of({ line: 1, cells: text.split(",") }) });

describe("the number of an event", () => {
  test("is one event in two downloads, and in one where only what is updated differs", () => {
    const ids = eventIds();
    const first = ids.section();
    expect(ids.see(hashed("a1,2024-01,High Street,Robbery,open"), first)).toBe("new");
    expect(ids.see(hashed("a1,2024-01,High Street,Robbery,closed"), first)).toBe("same");
    expect(ids.see(hashed("a1,2024-01,Long Street,Robbery,open"), first)).toBe("other");
    const second = ids.section();
    expect(ids.see(hashed("a1,2024-01,Bath Road,Robbery,open"), second)).toBe("same");
    // The other download has it as another type: each figure has it once, and it is said.
    expect(ids.see(hashed("a1,2024-01,High Street,Theft,open"), second)).toBe("other");
  });

  test("of a file that is not used is that of no record before", () => {
    const ids = eventIds();
    const record = hashed("a1,2024-01,High Street,Robbery,open");
    const first = ids.section();
    expect(ids.see(record, first)).toBe("new");
    ids.forget([first]);
    expect(ids.see(record, ids.section())).toBe("new");
    expect(ids.see(record, ids.section())).toBe("same");
  });

  test("is remembered among 100,000 others, and told where there is no room for more", () => {
    const ids = eventIds(100_000);
    const section = ids.section();
    const numbers = Array.from({ length: 100_000 }, (_, index) => hashed(`${index},2024-01,A,Robbery,`));
    expect(new Set(numbers.map((one) => ids.see(one, section)))).toEqual(new Set(["new"]));
    expect(ids.see(hashed("100000,2024-01,A,Robbery,"), section)).toBeUndefined();
    const next = ids.section();
    expect(new Set(numbers.map((one) => ids.see(one, next)))).toEqual(new Set(["same"]));
  });
});

describe("records that come again", () => {
  const records = (lines: readonly string[], areCounted: boolean, most?: number) => {
    const runs = alikeRuns(areCounted, most);
    const seen = lines.map((line, index) => runs.see(index + 2, hashed(`,${line},`)));
    return { seen, blocks: { ...runs.blocks() } };
  };
  const [robbery, theft] = ["2024-01,A,Robbery", "2024-01,A,Theft"];

  test("in their order, of two things or more, are a block; alike ones of one thing are not", () => {
    // Two offences of a quarter, and the same two again: lines 4 and 5.
    expect(records([robbery, theft, robbery, theft], false).blocks).toEqual({ records: 2, first: 4 });
    // Homicides of a combined code: 0, 1, 0, 1 under one name.
    const zero = "2024-01,0,Homicide";
    const one = "2024-01,1,Homicide";
    const homicides = records([zero, one, zero, one, "2024-02,0,Homicide", "2024-02,0,Homicide"], false);
    expect(homicides.seen).toEqual(["new", "new", "alike", "alike", "new", "alike"]);
    expect(homicides.blocks).toEqual({ records: 0, first: 0 });
  });

  test("of events are a block where 20 come again in their order", () => {
    const places = (count: number) => Array.from({ length: count }, (_, index) => `2024-01,${index},Robbery`);
    expect(records([...places(30), ...places(30).slice(0, 19)], true).blocks.records).toBe(0);
    expect(records([...places(30), ...places(30).slice(5, 25)], true).blocks).toEqual({ records: 20, first: 32 });
  });

  test("beyond what is remembered are told", () => {
    expect(records([robbery, theft, robbery, theft], false, 1).seen).toEqual(["new", undefined, "alike", undefined]);
  });
});
