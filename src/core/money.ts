// Large sums as people write them: £350k, £1.2m, £2 billion.

const powers: Readonly<Record<string, number>> = {
  ...{ k: 3, thousand: 3 },
  ...{ m: 6, mn: 6, million: 6 },
  ...{ bn: 9, billion: 9 },
};

/** What the word behind a sum of pounds multiplies it by, as a power of ten; nothing for another word. */
export const poundsPower = (word: string): number | undefined =>
  Object.hasOwn(powers, word.toLowerCase()) ? powers[word.toLowerCase()] : undefined;
