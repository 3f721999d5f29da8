// The tests: how they are run, and their lanes, which are tags.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes long shares the cores with all else that runs: the limits end what hangs, and not what waits. */
const SLOW = 300_000;

/** The files that take longest, the longest first: begun last, one of them would run on beside idle cores. */
const longest = ["programs", "long-files", "small-parts", "real-data", "audit-property", "spreadsheets"];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return index < 0 ? longest.length : index;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** The files that have a tag as a whole: `npm run test:quick` leaves them out, so that it need not load them to know. */
const tagged = (): string[] =>
  (readdirSync("test", { recursive: true }) as string[])
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => join("test", file))
    .filter((file) => /^\/\/ @module-tag /m.test(readFileSync(file, "utf8")))
    .map((file) => file.replaceAll("\\", "/"));

// Where it is set, Node reads those certificates at every start: no worker and no command that is tested has a use for it.
delete process.env.NODE_EXTRA_CA_CERTS;

export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(mode === "quick" ? tagged() : [])],
    testTimeout: 60_000,
    globalSetup: "test/helpers/validated.ts",
    // What a file leaves behind is in folders of its own: files may share a worker, which then loads the sources once.
    isolate: false,
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    // What the sources were turned into is kept for the next time that the quick tests run.
    experimental: { fsModuleCache: mode === "quick" },
    // `npm run test:quick` leaves these out.
    tags: [
      {
        name: "long",
        description:
          "reads files of tens of thousands of rows, or tables and comments nearly as long to check; or waits seconds",
        timeout: SLOW,
      },
      { name: "fuzz", description: "tries many made-up or damaged files, of a fixed sequence", timeout: SLOW },
      { name: "gallery", description: "goes through the plans of test/cases again, besides their golden cases" },
      { name: "built", description: 'runs what "npm run build" made, mostly as a process of its own', timeout: SLOW },
      { name: "program", description: "waits for a browser or for LibreOffice", timeout: SLOW },
      {
        name: "release",
        description: 'needs the archives that "npm run release" makes, and mostly Wine',
        timeout: SLOW,
      },
    ],
  },
}));
