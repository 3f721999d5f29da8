// Pipes and connections: what a plan names is never waited for; a command may be given a pipe, and reads it to its end.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openBelow, openFile, readBelow, readWhole } from "../../src/io/files.ts";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "pipes "));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(join(home, "fixtures", "starter"), folder, { recursive: true });
const plan = readFileSync(join(folder, "plan.yaml"), "utf8");
const csv = "area,series,period,kind,value\nKent,Robbery,2019,count,348\n";

describe.skipIf(process.platform === "win32")("a pipe that no program writes to", () => {
  const pipe = (name: string): string => {
    execFileSync("mkfifo", [join(folder, name)]);
    return name;
  };
  const sentence =
    "the file cannot be read: it is a pipe, which another program has to fill, not a file [file-unreadable]";
  const hint = "  hint: save its output to a file, and name that file\n";

  test.each(["data/pipe.csv", '"data/p*e.csv"'])("is refused as data: %s", async (name) => {
    rmSync(join(folder, "data", "pipe.csv"), { force: true });
    pipe("data/pipe.csv");
    writeFileSync(join(folder, "changed.yaml"), plan.replace("data/recorded-crime.csv", name));
    const { err, exit } = await run(["report", "changed.yaml"], folder);
    expect(err).toContain(`data/pipe.csv: error: ${sentence}\n${hint}`);
    expect(exit).toBe(1);
  });
  test("is refused as the comments", async () => {
    pipe("comments pipe.csv");
    writeFileSync(join(folder, "changed.yaml"), plan.replace("comments: comments.csv", "comments: comments pipe.csv"));
    const { err } = await run(["report", "changed.yaml"], folder);
    expect(err).toContain(`comments pipe.csv: error: ${sentence}\n${hint}`);
  });
  test("is not waited for without end where a command is given it", { tags: "long" }, () => {
    pipe("given.csv");
    const why = {
      code: "file-unreadable",
      message: "the file cannot be read: it is a pipe, and no program writes to it",
    };
    expect(readWhole(join(folder, "given.csv"), "given.csv", 1)).toMatchObject(why);
    expect(openFile(join(folder, "given.csv"), "given.csv")).toMatchObject(why);
  });
  test("is read to its end where a program does, however slowly", () => {
    const path = join(folder, pipe("filled.csv"));
    spawn("sh", [
      "-c",
      `exec > '${path}'; echo area,series,period,kind,value; sleep 0.3; echo Kent,Robbery,2019,count,348`,
    ]);
    const opened = openFile(path, "filled.csv");
    if ("code" in opened) throw new Error(opened.message);
    expect(Buffer.concat([...opened.read()].map((part) => Buffer.from(part))).toString()).toBe(csv);
  });
});

test.skipIf(process.platform === "win32")("a connection and a device are no files of a plan", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(folder, "socket.csv"), done));
  const why = {
    code: "file-unreadable",
    message: "the file cannot be read: it is a connection to another program, not a file",
  };
  expect(openBelow(folder, "socket.csv")).toMatchObject(why);
  expect(readBelow(folder, "socket.csv", 1)).toMatchObject(why);
  server.close();
  expect(openBelow("/dev", "null")).toMatchObject({ message: "the file cannot be read: it is a device, not a file" });
  expect(readBelow("/dev", "zero", 1)).toMatchObject({
    message: "the file cannot be read: it is a device, not a file",
  });
});
