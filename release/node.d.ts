// What node.js gives, for the tests that are checked for types.
export const node: {
  readonly ships: { readonly version: string; readonly supportedUntil: string; readonly publisher: string };
  readonly lanes: readonly string[];
  readonly tooOld: readonly string[];
  readonly integrity: Readonly<Record<string, string>>;
};
export function ran(program: string, args: readonly string[], options?: object): string;
export function nodeFolder(name: string, version: string): string;
