// YAML that is not plain, or is wrong: read by the library that says where and why.
import { LineCounter, parseDocument, visit } from "yaml";
import { type Parsed, troublesOf } from "./yaml-troubles.ts";

/** Any YAML text: its values, or what is wrong in it. */
export function fullYaml(text: string): Parsed {
  const document = parseDocument(text, { lineCounter: new LineCounter(), prettyErrors: false });
  const errors = troublesOf(text, document);
  const nodeAt = (path: readonly (string | number)[]) =>
    path.length > 0 ? document.getIn(path, true) : document.contents;
  return {
    ...valuesOf(document, errors),
    startOf: (path) => (nodeAt(path) as { range?: [number, number, number] } | undefined)?.range?.[0],
    keyOf(path, name) {
      const parent = nodeAt(path) as { items?: { key?: { value?: unknown; range?: [number] } }[] } | undefined;
      return parent?.items?.find((item) => String(item.key?.value) === name)?.key?.range?.[0];
    },
  };
}

function valuesOf(
  document: ReturnType<typeof parseDocument>,
  errors: Parsed["errors"],
): Pick<Parsed, "value" | "errors"> {
  if (errors.length > 0) return { value: undefined, errors };
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "number" && node.source !== String(node.value)) node.value = node.source;
    },
  });
  try {
    return { value: document.toJS() ?? {}, errors };
  } catch (error) {
    const { message } = error as Error;
    const [, alias] = /^Unresolved alias .*?: (.*)$/.exec(message) ?? [];
    const code = alias === undefined ? "ALIAS_MANY" : "ALIAS_UNKNOWN";
    return { value: undefined, errors: [{ code, message, offset: offsetOf(document, alias) }] };
  }
}

/** Where an alias of that name stands, or the first of any. */
function offsetOf(document: ReturnType<typeof parseDocument>, alias: string | undefined): number {
  let offset = 0;
  visit(document, {
    Alias(_, { source, range }) {
      if (alias !== undefined && source !== alias) return undefined;
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** Where a value of a text stands, and whether it is a group or a list in brackets; nothing of what an alias stands for. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly isFlow: boolean;
}

/** The places of the values of a YAML text, for whoever edits it. */
export function spansIn(text: string): (path: readonly (string | number)[]) => TextSpan | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  return (path) => {
    const node = document.getIn(path, true) as { range?: [number, number, number]; flow?: boolean } | undefined;
    return node?.range && { start: node.range[0], end: node.range[1], isFlow: node.flow === true };
  };
}
