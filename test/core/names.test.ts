// When two names are the same: signs that look alike or cannot be seen, and notes that change with each release.
import { expect, test } from "vitest";
import { nameKey, signApart, withoutNote } from "../../src/core/names.ts";

test.each([
  ["Anti\u2010social behaviour", "U+2010, a hyphen"],
  ["Anti\u2011social behaviour", "U+2011, a hyphen that does not break"],
  ["Anti\u2013social behaviour", "U+2013, a dash"],
  ["Anti-social\u00a0behaviour", "a space that does not break"],
  ["Anti-social behaviour\u200b", "a space of no width"],
  ["\ufeffAnti-social behaviour", "a byte order mark"],
  ["Anti-social be\u00adhaviour", "a soft hyphen"],
])("%j is Anti-social behaviour: %s", (name) => {
  expect(nameKey(name)).toBe(nameKey("Anti-social behaviour"));
});

test("a note at the end is no part of a name, and other signs may be", () => {
  expect(withoutNote("Robbery [note 4]")).toBe("Robbery");
  expect(withoutNote("Robbery [note 4] [note 5]")).toBe("Robbery");
  expect(withoutNote("Robbery [notes 4 and 12]")).toBe("Robbery");
  for (const name of ["Burglary*", "Theft (4)", "Robbery [34A]", "[note 4] Robbery"])
    expect(withoutNote(name)).toBe(name);
});

// U+043E is the Cyrillic о, U+0391 the Greek Α.
test.each([
  ["Robbery", "R\u043ebbery", "\u043e"],
  ["Arson", "\u0391rson", "\u0391"],
  ["Robbery", "R0bbery", "0"],
  ["Robbery", "Robery", undefined],
  ["Robbery", "robbery", undefined],
])("%j looks like %j but for %j", (written, known, sign) => {
  expect(signApart(written, known)).toBe(sign);
});
