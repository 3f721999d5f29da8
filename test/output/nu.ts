// The Nu validator on pages of every command: it must find nothing but the one property of CSS that it does not know.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findingsCommands } from "../helpers/findings.ts";
import { neededNu, nuPath } from "../helpers/nu.ts";
import { gloucestershire, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "nu-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(nuPath === undefined)(`the Nu validator ${neededNu}`, () => {
  test.each([
    ["report", gloucestershire],
    ["report", "fixtures/police-and-crime-plan-2021"],
    ["report", "test/cases/published-page"],
    ["compare", "fixtures/similar-forces-2019"],
    ["trend", "fixtures/burglary-by-month"],
    ...findingsCommands.map(([, command]) => [...command]),
  ])("finds nothing in the page of %s %s", async (...command) => {
    const file = join(folder, "page.html");
    writeFileSync(file, (await run([...command, "--format", "html"])).out);
    const unknown = ".*animation-timeline.*";
    const options = ["--format", "json", "--stdout", "--exit-zero-always", "--filterpattern", unknown];
    const found = execFileSync("java", ["-jar", nuPath ?? "", ...options, file], { encoding: "utf8" });
    const { messages } = JSON.parse(found) as { messages: { message: string; extract?: string }[] };
    expect(messages.map(({ message, extract }) => `${message} ${extract}`)).toEqual([]);
  });
});
