// Where a shift that has lasted began: series whose steps are put there by hand.
import { expect, test } from "vitest";
import { lastingShift } from "../../src/statistics/lasting-shift.ts";
import { xmrSignals } from "../../src/statistics/xmr.ts";

/** The shift of values by limits of 10 ± 6, as signals have it. */
const shiftOf = (values: readonly number[], earliest = 0) =>
  lastingShift(values, xmrSignals(values, { mean: 10, lower: 4, upper: 16 }), 10, earliest);
const level = [11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9];

test("begins at the step, not at points that chanced to lie on its side before it", () => {
  // The run below the mean begins with the 9 of place 11; the level of 5 to 7 begins at place 12.
  const values = [...level, 6, 7, 6, 5, 6, 7, 6, 5];
  expect(shiftOf(values)).toEqual({ place: 12, direction: "down", points: 8, onSide: 8 });
  // One of nine later ones on the other side does not end it: eight of nine are more than three quarters.
  expect(shiftOf([...level, 6, 7, 6, 5, 6, 7, 6, 11, 5])).toEqual({
    place: 12,
    direction: "down",
    points: 9,
    onSide: 8,
  });
});

test("there is none in a steady series, after a return, within the months that limits are fixed on, or from the first on", () => {
  expect(shiftOf([...level, ...level])).toBeUndefined();
  // Seven below, then seven above: neither has lasted but the second.
  const returned = [...level, 6, 7, 6, 5, 6, 7, 6, 13, 14, 13, 14, 13, 14, 13];
  expect(shiftOf(returned)).toMatchObject({ direction: "up", place: 19 });
  expect(shiftOf([...level, 6, 7, 6, 5, 6, 7, 6, ...level])).toBeUndefined();
  expect(shiftOf([...level, 6, 7, 6, 5, 6, 7, 6, 5], 15)).toBeUndefined();
  // One point above among runs below is no shift.
  expect(shiftOf([9, 8, 9, 8, 9, 8, 9, 8, 15, 9, 8, 9, 8, 9, 8, 9])).toBeUndefined();
});
