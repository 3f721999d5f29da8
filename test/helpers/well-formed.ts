// A small strict reader of markup: what a browser would forgive is refused here.

/** Elements of HTML that have no end. */
const VOID = new Set(["meta", "link", "br", "hr", "img", "input"]);

/** The problems of a text that should be well-formed XML, or HTML written as strictly. */
export function markupProblems(text: string, isXml: boolean): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const body = text.replace(/^<!doctype html>\n/, "").replace(/<style>[^<]*<\/style>/, "");
  const tokens = body.match(/<[^>]*>|[^<]+|</g) ?? [];
  for (const token of tokens) {
    if (!token.startsWith("<")) {
      if (/&(?!(amp|lt|gt|#34|#39);)/.test(token)) problems.push(`a bare & in ${token}`);
      if (/>/.test(token)) problems.push(`a bare > in ${token}`);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
      if (/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/u.test(token)) problems.push("a control character");
      continue;
    }
    const [, close, name = "", attributes = "", self] =
      /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<]*")?)*)\s*(\/?)>$/.exec(token) ?? [];
    if (name === "") problems.push(`no tag: ${token}`);
    else if (close) {
      if (open.pop() !== name) problems.push(`${token} closes another`);
    } else {
      if (/^(script|iframe|object|img)$/i.test(name) || /\son[a-z]+=/.test(attributes.replace(/"[^"]*"/g, '""')))
        problems.push(`it could run: ${token}`);
      if (isXml && /\s[a-z-]+(?=\s|$)/.test(attributes.replace(/="[^"]*"/g, "=x"))) problems.push(`no value: ${token}`);
      const names = [...attributes.matchAll(/\s([a-zA-Z:-]+)/g)].map(([, one]) => one);
      const bare = attributes
        .replace(/="[^"]*"/g, "")
        .trim()
        .split(/\s+/);
      if (names.length > 0 && new Set(bare).size !== bare.length) problems.push(`an attribute twice: ${token}`);
      const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
      if (id !== undefined && ids.has(id)) problems.push(`the id ${id} twice`);
      if (id !== undefined) ids.add(id);
      if (!self && !VOID.has(name)) open.push(name);
    }
  }
  for (const [, list = ""] of body.matchAll(/\s(?:aria-labelledby|aria-describedby|headers|href)="(#?[^"]*)"/g)) {
    for (const id of list.split(" ")) if (!ids.has(id.replace(/^#/, ""))) problems.push(`nothing has the id ${id}`);
  }
  return [...problems, ...open.map((name) => `${name} is not closed`)];
}
