// What data.js gives, for the tests that are checked for types.
export const forces: readonly string[];
export const crimes: readonly string[];
export const offences: readonly string[];
export function writeOffences(path: string, rows: number): void;
export function writeStreets(path: string, rows: number): void;
