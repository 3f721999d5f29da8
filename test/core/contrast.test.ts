// The contrast of two colours, beside values that WCAG's own documents and WebAIM's checker give.
import { expect, test } from "vitest";
import { contrast } from "../../src/core/contrast.ts";

test("black and white are 21 : 1 apart, a colour from itself 1 : 1, in either order", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
  expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 6);
  expect(contrast("#12436D", "#12436d")).toBe(1);
});

test("the greys on either side of 4.5 : 1 on white", () => {
  // WCAG 2.2, understanding 1.4.3: #767676 is 4.54 : 1 and the lightest grey that passes; #777777 is 4.48 : 1.
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
