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
    return { value: undefined, errors: [{ code: "", message: (error as Error).message, offset: 0 }] };
  }
}
