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
    ...valuesOf(text, document, errors),
    startOf: (path) => (nodeAt(path) as { range?: [number, number, number] } | undefined)?.range?.[0],
    keyOf(path, name) {
      const parent = nodeAt(path) as { items?: { key?: { value?: unknown; range?: [number] } }[] } | undefined;
      return parent?.items?.find((item) => String(item.key?.value) === name)?.key?.range?.[0];
    },
  };
}

function valuesOf(
  text: string,
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
    if (alias === undefined) return { value: undefined, errors: [{ code: "ALIAS_MANY", message, offset: 0 }] };
    const offset = Math.max(0, text.indexOf(`*${alias}`));
    return { value: undefined, errors: [{ code: "ALIAS_UNKNOWN", message, offset }] };
  }
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
