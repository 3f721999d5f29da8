// The tests: how they are run, and their lanes, which are tags.
import { defineConfig } from "vitest/config";
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

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    // What a file leaves behind is in folders of its own: files may share a worker, which then loads the sources once.
    isolate: false,
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    // `npm run test:quick` leaves these out.
    tags: [
      {
        name: "long",
        description: "reads files of tens of thousands of rows, or tables nearly as long to check",
        timeout: SLOW,
      },
      { name: "fuzz", description: "tries many made-up or damaged files, of a fixed sequence", timeout: SLOW },
      { name: "program", description: "waits for a browser or for LibreOffice", timeout: SLOW },
    ],
  },
});
