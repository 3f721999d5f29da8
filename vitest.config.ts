// The tests in lanes: what runs within Node, on all cores; then what a browser or LibreOffice does, one file after another.
import { defineConfig } from "vitest/config";

/** A browser and LibreOffice share the cores with all else that runs: the limits end what hangs, and not what waits. */
const SLOW = 300_000;

export default defineConfig({
  test: {
    isolate: false,
    maxWorkers: "100%",
    // `npm run test:quick` leaves these out, and the programs below.
    tags: [
      {
        name: "long",
        description: "reads files of tens of thousands of rows, or tables nearly as long to check",
        timeout: SLOW,
      },
      { name: "fuzz", description: "tries many made-up or damaged files, of a fixed sequence", timeout: SLOW },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.program.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "programs",
          include: ["test/**/*.program.test.ts"],
          testTimeout: SLOW,
          hookTimeout: SLOW,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
