// The world of a run: what it is given, and all it may do besides reading and writing files.
import { fstatSync, writeSync } from "node:fs";
import { relative } from "node:path";
import { type Problem, sorted } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import { printable } from "../core/safe-text.ts";
import { asciiSigns, showsUtf8 } from "./ascii-signs.ts";
import type { Disk } from "./disk.ts";
import { reasonOf, withSlashes } from "./files.ts";
import { painter } from "./paint.ts";
import { readHandle } from "./piped.ts";

export interface World {
  readonly args: readonly string[];
  readonly cwd: string;
  /** The folder of the installed package, which holds its version and the starter plan. */
  readonly home: string;
  /** What it runs on: Node's version, the system and the processor. */
  readonly system: string;
  readonly columns: number;
  /** Whether colour is wanted on stdout, and on stderr. */
  readonly colour: boolean;
  readonly errorColour: boolean;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** Windows takes \ for / in paths, and no heed of large letters. */
  readonly isWindows: boolean;
  /** What is piped in. */
  readonly input: {
    readonly isTerminal: () => boolean;
    /** All of it; nothing where that is more than so many bytes. */
    readonly read: (most: number) => Buffer | undefined;
  };
  /** Text, or the bytes of a file. */
  readonly out: (content: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** How refresh replaces files; the disk itself, unless a test makes steps of it fail. */
  readonly disk?: Disk | undefined;
}

/** What the user asked for cannot be done: a sentence and what to do instead, without a stack. Exit code 2. */
export class Refusal extends Error {
  readonly hint: string;
  /** What the hint lists, each on a line of its own. */
  readonly list: readonly string[];
  constructor(message: string, hint: string, list: readonly string[] = []) {
    super(message);
    this.hint = hint;
    this.list = [...new Set(list)];
  }
}

/** A path as the user would write it, from where the command was given. */
export const pathFrom = (world: World, path: string): string => withSlashes(relative(world.cwd, path)) || ".";

/** A path as the user wrote it, with the one kind of slash that is used in all that is said. */
export const slashed = ({ isWindows }: World, path: string): string => (isWindows ? path.replaceAll("\\", "/") : path);

/**
 * Says the problems on stderr, in order; `whereIs` gives the path of a file that a problem calls by its own name, `held`
 * says where all of them are, of which a kind has more than are told.
 */
export async function reportProblems(
  world: World,
  problems: readonly Problem[],
  whereIs: (file: string) => string,
  held?: string,
): Promise<void> {
  const paint = await painter(world.errorColour);
  // In a CSV the column is told by its heading; in a plan it is a place in the line.
  const at = ({ file, line, column }: Place): string =>
    [whereIs(file), line, /\.ya?ml$/i.test(file) ? column : undefined].filter((part) => part !== undefined).join(":");
  const told = new Map<string, { readonly alike: Problem; count: number }>();
  for (const found of sorted(problems)) {
    const kind = `${found.code}\n${found.file}`;
    const seen = told.get(kind) ?? { alike: found, count: 0 };
    told.set(kind, seen);
    seen.count += 1;
    if (seen.count > MOST_ALIKE[found.severity]) continue;
    const severity = found.severity === "error" ? paint.red("error") : paint.yellow(found.severity);
    const lines = [`${printable(at(found))}: ${severity}: ${printable(found.message)} [${found.code}]`];
    if (found.note) lines.push(`  note: ${printable(`${at(found.note)}: ${found.note.message}`)}`);
    if (found.hint) lines.push(`  hint: ${printable(found.hint)}`);
    world.err(`${lines.join("\n")}\n`);
  }
  for (const { alike, count } of told.values()) {
    const more = count - MOST_ALIKE[alike.severity];
    const where = held ? `; ${held}` : "";
    if (more > 0) world.err(`${printable(whereIs(alike.file))}: and ${more} more [${alike.code}]${where}\n`);
  }
}

/** How many doubts are open, and how to see each; nothing where none is. */
export function sayOpen(world: World, count: number): void {
  if (count === 0) return;
  const what = count === 1 ? "1 doubt about the data is open" : `${count} doubts about the data are open`;
  world.err(`${what}: plan-measures check shows ${count === 1 ? "it" : "each"}, and how to accept it\n`);
}
/** 1 where something was refused, otherwise 0. */
export const exitCodeFor = (problems: readonly Problem[]): 0 | 1 =>
  problems.some(({ severity }) => severity === "error") ? 1 : 0;

/** Where all of them are, of the commands whose JSON has the problems. */
export const HELD = "--format json holds them all";

/** So many are told of one kind that a file has over and over: what is wrong has to be mended, each in its place. */
const MOST_ALIKE = { error: 50, doubt: 20, warning: 5 };

/** Tells how far a long reading has come, on a terminal, from the second second on. */
export function progressOf(world: World): (file: string, done: number, size: number) => void {
  if (!world.errorIsTerminal) return () => {};
  const start = Date.now();
  let shown = start;
  return (file, done, size) => {
    const now = Date.now();
    const isOver = done >= size;
    if (now - start < 1000 || (now - shown < 200 && !isOver)) return;
    shown = now;
    const line = `reading ${printable(file)} ${Math.floor((100 * done) / size)} %`;
    world.err(isOver ? `\r${" ".repeat(line.length + 2)}\r` : `\r${line}`);
  };
}

/** The world of a run from a shell. */
export function worldOf(process: NodeJS.Process, home: string): World {
  const { NO_COLOR, FORCE_COLOR, TERM, COLUMNS } = process.env;
  const [out, err] = [isTerminal(1) && process.stdout, isTerminal(2) && process.stderr];
  const wanted = (stream: unknown): boolean =>
    !NO_COLOR && (FORCE_COLOR ? FORCE_COLOR !== "0" : stream !== false && TERM !== "dumb");
  const asked = Math.floor(Number(COLUMNS));
  // A file or a pipe gets UTF-8 whatever the terminal is; Windows has no such setting.
  const isPlain = process.platform !== "win32" && !showsUtf8(process.env);
  const seen = <Content>(content: Content): Content | string =>
    isPlain && typeof content === "string" ? asciiSigns(content) : content;
  let isOver = false;
  const write = (handle: 1 | 2, content: string | Uint8Array): void => {
    if (isOver && handle === 1) return;
    const refused = writeAll(handle, content);
    if (refused === undefined) return;
    isOver = true;
    // The reader (head, less) has had enough: that is no failure.
    if (handle === 2 || refused === "EPIPE" || refused === "EOF") return;
    process.exitCode = 2;
    writeAll(2, `plan-measures: the output could not be written: ${reasonOf({ code: refused })}\n`);
  };
  return {
    args: process.argv.slice(2),
    // It may be gone: only what is done in it is refused then.
    get cwd() {
      return workingFolder(process);
    },
    home,
    get system() {
      const { release } = process.getBuiltinModule("node:os");
      return `Node.js ${process.versions.node}\n${process.platform} ${process.arch}, ${release()}`;
    },
    columns: asked > 0 ? asked : (out ? out.columns : 0) || (err ? err.columns : 0) || 80,
    colour: wanted(out),
    errorColour: wanted(err),
    outIsTerminal: out !== false,
    errorIsTerminal: err !== false,
    isWindows: process.platform === "win32",
    input: {
      // Node's code for terminals is loaded only where it may be one.
      isTerminal: () => isDevice(0) && process.getBuiltinModule("node:tty").isatty(0),
      read: (most) => readHandle(0, most),
    },
    out: (content) => (out ? void out.write(seen(content)) : write(1, content)),
    err: (text) => (err ? void err.write(seen(text)) : write(2, text)),
  };
}

/** The folder in which the command was given. */
function workingFolder(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "it is no longer there" : reasonOf(error);
    throw new Refusal(`the current folder cannot be used: ${why}`, "go to another folder and try again: cd ~");
  }
}

/** Node's own streams load its network code; a file or a pipe is written to without them. */
const isTerminal = (handle: 1 | 2): boolean =>
  isDevice(handle) && (handle === 1 ? process.stdout : process.stderr).isTTY === true;

function isDevice(handle: 0 | 1 | 2): boolean {
  try {
    return fstatSync(handle).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Writes all of it, waiting for a reader that is slower; answers with the code of what refused it. */
function writeAll(handle: 1 | 2, content: string | Uint8Array): string | undefined {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(handle, bytes, done);
    } catch (error) {
      const { code = "EIO" } = error as NodeJS.ErrnoException;
      if (code !== "EAGAIN") return code;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return undefined;
}
