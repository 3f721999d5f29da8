// Who published a report, and what was corrected, in the formats that are documents.
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const plan = "test/cases/published-page";

test.each(["markdown", "docx", "xlsx", "ods", "html"])(
  "%s says who published it, and each correction",
  async (format) => {
    const { out } = await run(["report", plan, "--format", format]);
    const isPackage = out.startsWith("PK");
    const parts = isPackage ? Object.entries(unzipSync(Buffer.from(out, "latin1"))) : [];
    const text = isPackage ? parts.map(([, bytes]) => strFromU8(bytes)).join("\n") : out;
    const { out: json } = await run(["report", plan, "--format", "json"]);
    const { plan: said } = JSON.parse(json) as {
      plan: { published: { by: string; next: string }; corrected: { on: string; what: string }[] };
    };
    const told = [said.published.by, said.published.next, ...said.corrected.flatMap(({ on, what }) => [on, what])];
    expect(said.corrected.length).toBeGreaterThan(0);
    for (const one of told) expect(text).toContain(one);
  },
);
