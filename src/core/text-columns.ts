// How many columns of a terminal a text takes: East Asian wide letters and emoji two, combining marks none (Unicode, UAX 11).

/** Letters that are not one column wide. */
const UNEVEN =
  /\p{M}|[\u1100-\u115f\u200b-\u200d\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\ud800-\udfff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
/** Most texts have only these, which is sooner told than that they have none of those above. */
const PLAIN = /^[\n -~]*$/;
const NONE = /^(?:\p{M}|[\u200b-\u200d])$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Whether each unit of a text is a column of its own, as in most texts. */
export const isEven = (text: string): boolean =>
  PLAIN.test(text) || (!UNEVEN.test(text) && !/[\ud800-\udfff]/.test(text));

/** The columns that a text takes, without line breaks. */
export function terminalColumns(text: string): number {
  if (isEven(text)) return text.length;
  let columns = 0;
  for (const letter of text) columns += NONE.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return columns;
}

/** The beginning of a text in so many columns, with the marks of its last letter; at least one letter. */
export function inColumns(text: string, room: number): string {
  let [taken, columns] = ["", 0];
  for (const letter of text) {
    columns += terminalColumns(letter);
    if (taken !== "" && columns > room) break;
    taken += letter;
  }
  return taken;
}

/** The text with spaces up to so many columns. */
export const padded = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - terminalColumns(text)));
