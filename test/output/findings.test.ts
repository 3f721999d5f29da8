// The pages of check, explain, inspect and audit: well-formed whatever they tell of, and with all that the JSON has.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { linesText } from "../../src/output/findings.ts";
import { findingsCommands } from "../helpers/findings.ts";
import { markupProblems } from "../helpers/well-formed.ts";
import { run } from "../helpers/world.ts";
import { hostile } from "./gallery.ts";

const folder = mkdtempSync(join(tmpdir(), "findings-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The words of a page, as a reader has them. */
const words = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#34;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

function expectSafe(page: string): void {
  expect(markupProblems(page, false)).toEqual([]);
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  );
  expect(page).not.toMatch(/\b(src|srcset|action|data)=|@import|url\(|<(script|link|iframe|img)\b|https?:/i);
}

describe.each(findingsCommands)("the page of %s", (name, command) => {
  test("is well-formed and fetches nothing; each table has a caption, and each heading says what it heads", async () => {
    const { out } = await run([...command, "--format", "html"]);
    expectSafe(out);
    const tables = out.match(/<table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    expect(out.match(/<caption [^>]*><span>[^<]+<\/span><\/caption>/g)).toHaveLength(tables.length);
    expect(out).not.toMatch(/<th(?![^>]* scope=)(?=[ >])/);
    // The counts come before the first heading below the title.
    expect(out.indexOf('class="counts"')).toBeGreaterThan(out.indexOf("<h1>"));
    expect(out.indexOf('class="counts"')).toBeLessThan(out.indexOf("<h2"));
  });

  test("has the exit code and the problems that the command has in a terminal", async () => {
    const plain = await run(command);
    const page = await run([...command, "--format", "html"]);
    expect({ exit: page.exit, err: page.err }).toEqual({ exit: plain.exit, err: plain.err });
  });

  test("goes to the file that --out names, or into the folder", async () => {
    const { out, exit } = await run([...command, "--format", "html"]);
    const into = join(folder, name);
    const named = await run([...command, "--format", "html", "--out", join(into, "sent on.HTML")]);
    expect({ out: named.out, exit: named.exit }).toEqual({ out: "", exit });
    expect(named.err).toContain(`wrote ${join(into, "sent on.HTML")}\n`);
    expect(readFileSync(join(into, "sent on.HTML"), "utf8")).toBe(out);
    expect(readdirSync(into)).toEqual(["sent on.HTML"]);
    if (name === "check") return;
    await run([...command, "--format", "html", "--out", into]);
    expect(readFileSync(join(into, `${name}.html`), "utf8")).toBe(out);
  });

  test("a format that it does not have is refused with those that it has", async () => {
    const { exit, err } = await run([...command, "--format", "docx"]);
    expect(exit).toBe(2);
    expect(err).toContain(`Allowed choices are terminal, html, json${name === "check" ? ", github" : ""}.`);
    expect(err).not.toContain("--format docx --out");
  });

  test("its help gives an example of the page", async () => {
    const { out } = await run([name, "--help"]);
    expect(out).toMatch(new RegExp(`plan-measures ${name} .*--format html --out ${name}\\.html`));
  });
});

test("the page of an audit has every finding, and every column with whether it was checked", async () => {
  const [, command] = findingsCommands[0] ?? [];
  const { out } = await run([...(command ?? []), "--format", "json"]);
  const audit = JSON.parse(out) as {
    findings: { file: string; line: number; message: string }[];
    tables: { columns: { heading: string; cells: number; why?: string }[] }[];
    comments: { claims: { text: string; status: string; says: string }[] }[];
  };
  const page = words((await run([...(command ?? []), "--format", "html"])).out);
  expect(audit.findings.length).toBeGreaterThan(5);
  for (const { file, message } of audit.findings) {
    expect(page).toContain(`Findings in ${file}`);
    expect(page).toContain(message);
  }
  // The first column names the rows.
  const columns = audit.tables.flatMap((table) => table.columns.slice(1));
  const whys = columns.flatMap(({ why }) => why ?? []);
  expect(whys.length).toBeGreaterThan(3);
  for (const { heading } of columns) expect(page).toContain(heading.replace(/\s+/g, " "));
  for (const why of whys) expect(page).toContain(`not checked: ${why}`);
  for (const { status, text, says } of audit.comments.flatMap(({ claims }) => claims))
    if (status === "not checked") expect(page).toContain(`"${text}" ${says}`);
});

test("the page of a check has every lack with its place, and says what was not checked", async () => {
  const [, command] = findingsCommands[1] ?? [];
  const { out } = await run([...(command ?? []), "--format", "json"]);
  const { lacks } = JSON.parse(out) as { lacks: { file?: string; line?: number; message: string; accept?: string }[] };
  const page = words((await run([...(command ?? []), "--format", "html"])).out);
  expect(lacks).toHaveLength(5);
  expect(page).toContain("Not ready to publish: 5 things are lacking.");
  for (const { message } of lacks) expect(page).toContain(message);
  expect(page).toContain("Published files were not checked, as no folder was named.");
});

test("check compares a published folder and writes its page in one run", async () => {
  const docs = join(folder, "docs");
  mkdirSync(docs);
  await run(["report", "test/cases/check-ready", "--format", "html", "--out", docs]);
  writeFileSync(join(docs, "notes & <b>.txt"), "");
  const file = join(folder, "checked.html");
  const { exit, out } = await run([
    "check",
    "test/cases/check-ready",
    "--out",
    docs,
    "--format",
    "html",
    "--out",
    file,
  ]);
  expect({ exit, out }).toEqual({ exit: 0, out: "" });
  const page = readFileSync(file, "utf8");
  expect(words(page)).toContain("Ready to publish.");
  expect(words(page)).toContain("Not checked, because the report does not write them: notes & <b>.txt.");
  const stray = await run(["check", "test/cases/check-ready", "--out", join(folder, "absent"), "--format", "html"]);
  expect(stray.exit).toBe(2);
  expect(stray.err).toContain("there is no such folder");
  expect(stray.err).toContain("a file that ends in .html");
  expect(existsSync(join(folder, "absent"))).toBe(false);
});

test("what is hostile in cells, headings, plans and file names stays text", async () => {
  const at = join(folder, "hostile");
  mkdirSync(at);
  const series = hostile.replaceAll("\u0000", "").replaceAll("\ud800", "");
  const quoted = series.replaceAll('"', '""');
  const name = "a&b <script>'.csv";
  writeFileSync(
    join(at, name),
    `Measure,"Baseline number ${quoted}","Current number ${quoted}","Difference ${quoted}"\n"${quoted}",10,12,5\nTheft,3,"${quoted}",1\n`,
  );
  const audit = await run(["audit", name, "--format", "html"], at);
  expectSafe(audit.out);
  expect(audit.out).toContain("a&amp;b &lt;script&gt;&#39;.csv");
  const data = `area,series,period,kind,value\n"G","${quoted}",2019,count,1O\nG,"${quoted}",2020,count,7\n`;
  writeFileSync(join(at, "d & d.csv"), data);
  const inspect = await run(["inspect", "d & d.csv", name, "--series", quoted, "--format", "html"], at);
  expectSafe(inspect.out);
  expect(inspect.out).toContain("&lt;script&gt;alert(&#34;1&#34;)");
  const measure = { name: series, series, aim: "reduce", comment: `${series} rose by 99%.`, priorities: ["A"] };
  const plan = {
    ...{ title: series, force: "G", priorities: [{ id: "A", name: "A" }], data: ["d & d.csv"] },
    tables: [{ title: series, baseline: "2019", current: "2020", measures: [measure] }],
  };
  writeFileSync(join(at, "plan.yaml"), JSON.stringify(plan));
  for (const command of [["check"], ["explain", series]]) {
    const { out } = await run([...command, "--format", "html"], at);
    expectSafe(out);
    expect(out).toContain("&lt;script&gt;alert(&#34;1&#34;)");
  }
});

test("a report of one file may be named; several files need a folder", async () => {
  const plan = "fixtures/starter";
  const file = join(folder, "named", "Q2.html");
  const { err } = await run(["report", plan, "--format", "html", "--out", file]);
  expect(err).toContain(`wrote ${file}\n`);
  expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
  // A folder that is there is a folder, whatever it is called.
  mkdirSync(join(folder, "site.html"));
  await run(["report", plan, "--format", "html", "--out", join(folder, "site.html")]);
  expect(readdirSync(join(folder, "site.html"))).toEqual(["report.html"]);
});

test("lines are said as a reader looks them up", () => {
  expect(linesText([3])).toBe("3");
  expect(linesText([9, 3, 4, 5, 5, 12, 13])).toBe("3 to 5, 9, 12, 13");
});
