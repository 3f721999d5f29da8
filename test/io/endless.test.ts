// What never ends: it is read up to the cap, and then refused with a sentence.
import { expect, test } from "vitest";
import { openFile, readWhole } from "../../src/io/files.ts";

test.skipIf(process.platform === "win32")("an endless device is no plan, comments, table or report", () => {
  expect(readWhole("/dev/zero", "plan.yaml", 1)).toMatchObject({ code: "file-too-large" });
  expect(openFile("/dev/zero", "data.csv")).toMatchObject({ code: "file-too-large" });
});

test.skipIf(process.platform === "win32")("a device that gives nothing, and a folder, are told as such", () => {
  expect(readWhole("/dev/null", "plan.yaml", 1)).toMatchObject({ code: "file-empty" });
  expect(openFile("/dev/null", "data.csv")).toMatchObject({ code: "file-empty" });
  expect(readWhole("/dev", "plan.yaml", 1)).toMatchObject({ code: "file-directory" });
});
