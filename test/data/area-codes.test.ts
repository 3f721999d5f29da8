// Districts and counties that data name by their codes alone.
import { expect, test } from "vitest";
import { gazetteer } from "../../src/data/areas.ts";

// Code and name from the ONS's mid-year estimates of 2019, which list both.
test.each([
  ["E08000009", "trafford", "Trafford"],
  ["E06000035", "medway", "Medway"],
  ["W06000015", "cardiff", "Cardiff"],
  // The county is not the force of its name; Gloucestershire is the very area of its force.
  ["E10000016", "kent (county)", "Kent (county)"],
  ["E10000013", "gloucestershire", undefined],
])("%s is found as %s", (code, key, label) => {
  const found = gazetteer().find(code);
  expect("key" in found ? [found.key, found.label] : found).toEqual([key, label]);
});
