// A comment cut into the clauses that its claims are read from.

/** The parts of a text between full stops, commas and words such as "while", each with its place. */
export function clausesOf(text: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  let at = 0;
  for (const match of text.matchAll(
    /[.;:!?](?=\s|$)|,(?!\d)|\b(?:while|whilst|whereas|although|though|however|but|conversely|albeit)\b/gi,
  )) {
    found.push({ text: text.slice(at, match.index), at });
    at = match.index + match[0].length;
  }
  found.push({ text: text.slice(at), at });
  return found.filter((clause) => clause.text.trim() !== "").flatMap(shortened);
}

/** No clause is longer than this: what is, has no marks, and is read in pieces. */
const MOST_CLAUSE = 600;
function shortened({ text, at }: { text: string; at: number }): { text: string; at: number }[] {
  if (text.length <= MOST_CLAUSE) return [{ text, at }];
  const space = text.lastIndexOf(" ", MOST_CLAUSE);
  const cut = space > 0 ? space : MOST_CLAUSE;
  return [{ text: text.slice(0, cut), at }, ...shortened({ text: text.slice(cut), at: at + cut })];
}
