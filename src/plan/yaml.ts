// YAML of a plan → its values, and where each stands: quickly for the plain YAML of which plans are made, and in full for
// any other, with what is wrong in it.
import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from "js-yaml";
import type { Parsed, PathStep } from "./yaml-troubles.ts";

type Event = ReturnType<typeof parseEvents>[number];

/** A value with the place of its first letter, counted from 0, and the places of its keys. */
interface Node {
  readonly value: unknown;
  readonly start: number;
  readonly below?: ReadonlyMap<PathStep, Node>;
  readonly keys?: ReadonlyMap<string, number>;
}

/** YAML text as values; whatever is not plain (aliases, tags, several documents, a key twice, an error) is read in full. */
export async function parseYaml(text: string): Promise<Parsed> {
  const root = plainNode(text);
  if (!root) return (await import("./full-yaml.ts")).fullYaml(text);
  const find = (path: readonly PathStep[]): Node | undefined =>
    path.reduce<Node | undefined>((node, step) => node?.below?.get(step), root);
  return {
    value: root.value,
    errors: [],
    startOf: (path) => find(path)?.start,
    keyOf: (path, name) => find(path)?.keys?.get(name),
  };
}

/** The tree of a text of plain YAML; nothing for any other. */
function plainNode(text: string): Node | undefined {
  let events: Event[];
  try {
    events = parseEvents(text, {});
  } catch {
    return undefined;
  }
  let at = 1;
  let isPlain = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length === 1;
  const next = (): Node => {
    const event = events[at] as Event;
    at += 1;
    if (event.type === EVENT_ID.SCALAR) {
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      isPlain &&= event.anchorStart < 0 && event.tagStart < 0 && event.valueStart >= 0;
      const words = getScalarValue(text, event);
      const value = event.style === SCALAR_STYLE.PLAIN ? plainValue(words) : words;
      return { value, start: quoted ? event.valueStart - 1 : event.valueStart };
    }
    const below = new Map<PathStep, Node>();
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      isPlain &&= event.anchorStart < 0 && event.tagStart < 0;
      const keys = new Map<string, number>();
      const isList = event.type === EVENT_ID.SEQUENCE;
      while (isPlain && events[at]?.type !== EVENT_ID.POP) {
        if (isList) {
          below.set(below.size, next());
          continue;
        }
        const name = next();
        isPlain &&= name.below === undefined && !keys.has(String(name.value ?? ""));
        keys.set(String(name.value ?? ""), name.start);
        below.set(String(name.value ?? ""), next());
      }
      at += 1;
      const values = [...below].map(([step, node]) => [step, node.value] as const);
      const value = isList ? values.map(([, one]) => one) : Object.fromEntries(values);
      return { value, start: event.start, below, keys };
    }
    isPlain = false;
    return { value: undefined, start: 0 };
  };
  const root = events.length > 1 ? next() : undefined;
  return isPlain && root ? root : undefined;
}

/** The words of YAML that are no text. */
const meanings = new Map<string, null | boolean>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

/** What a word without quotation marks is: nothing, true or false, a number as it is written, or text. */
function plainValue(words: string): unknown {
  const meaning = meanings.get(words);
  if (meaning !== undefined) return meaning;
  // Numbers that are not written as numbers are: 4.10, 0012 and 1E05 are codes, and stay text.
  return /^-?\d+(\.\d+)?$/.test(words) && String(Number(words)) === words ? Number(words) : words;
}
