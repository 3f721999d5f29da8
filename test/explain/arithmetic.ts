// Arithmetic for tests, apart from the tool's own: formulas as they are printed, in fractions of whole numbers of any size.

/** A fraction: numerator, and a denominator above 0. */
export type Fraction = readonly [bigint, bigint];

const fraction = (top: bigint, bottom: bigint): Fraction => (bottom < 0n ? [-top, -bottom] : [top, bottom]);

/** "1,204.50" as 120450/100. */
export function fractionOf(digits: string): Fraction {
  const [whole = "", decimals = ""] = digits.replaceAll(",", "").split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

/** Below 0 where a is less than b, 0 where they are equal, above 0 where a is greater. */
export function order([a, b]: Fraction, [c, d]: Fraction): number {
  const difference = a * d - c * b;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** With so many decimal places, half away from zero: "-2.9". */
export function rounded([top, bottom]: Fraction, places: number): string {
  const size = (top < 0n ? -top : top) * 10n ** BigInt(places);
  const digits = `${(2n * size + bottom) / (2n * bottom)}`.padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return top < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

/** What "1000 × 395 ÷ 646,627" or "|12 − 15| ÷ (2 + 3)" comes to; throws at anything that is not arithmetic. */
export function workedOut(formula: string): Fraction {
  const tokens = formula.replaceAll(" months", "").match(/[\d,]+(?:\.\d+)?|[^\s]/g) ?? [];
  let at = 0;
  const take = (wanted: string): void => {
    if (tokens[at] !== wanted) throw new Error(`${formula}: expected ${wanted} but found ${tokens[at]}`);
    at += 1;
  };
  const atom = (): Fraction => {
    const token = tokens[at] ?? "";
    at += 1;
    if (token === "(" || token === "|") {
      const [top, bottom] = sum();
      take(token === "(" ? ")" : "|");
      return token === "|" && top < 0n ? [-top, bottom] : [top, bottom];
    }
    if (token === "-") {
      const [top, bottom] = atom();
      return [-top, bottom];
    }
    if (!/^\d/.test(token)) throw new Error(`${formula}: ${token} is no number`);
    return fractionOf(token);
  };
  const product = (): Fraction => {
    let value = atom();
    for (;;) {
      const sign = tokens[at];
      if (sign !== "×" && sign !== "÷") return value;
      at += 1;
      const [top, bottom] = atom();
      value = sign === "×" ? [value[0] * top, value[1] * bottom] : fraction(value[0] * bottom, value[1] * top);
    }
  };
  const sum = (): Fraction => {
    let value = product();
    for (;;) {
      const sign = tokens[at];
      if (sign !== "+" && sign !== "−") return value;
      at += 1;
      const [top, bottom] = product();
      const other = sign === "+" ? top : -top;
      value = [value[0] * bottom + other * value[1], value[1] * bottom];
    }
  };
  const value = sum();
  if (at < tokens.length) throw new Error(`${formula}: ${tokens[at]} is one too many`);
  return value;
}

/** Whether "395 < 348" or "|12 − 15| ≤ 3" is so. */
export function isSo(rule: string): boolean {
  const [, left = "", sign, right = ""] = /^(.*) ([<>≤≥]) (.*)$/.exec(rule) ?? [];
  const way = order(workedOut(left), workedOut(right));
  if (sign === "<") return way < 0;
  if (sign === ">") return way > 0;
  if (sign === "≤") return way <= 0;
  if (sign === "≥") return way >= 0;
  throw new Error(`${rule} is no comparison`);
}
