// Two threads for a very long file: each reads every other part of it and puts the records into numbers, ahead of the
// one that takes them in order.
import { type Field, numberedOf, type Scan, type Scanner, scanner, scannerOf, strideOf } from "./bytes.ts";

/** What is told to a thread, and where it puts what it finds. */
interface Task {
  readonly path: string;
  readonly separator: number;
  readonly fields: readonly Field[];
  /** Which of so many threads it is; the first reads parts 0, 2, 4 …, each of so many bytes. */
  readonly index: number;
  readonly threads: number;
  readonly part: number;
  /** How far before a part the line may begin that runs into it. */
  readonly before: number;
  /** For each slot: how it stands, where its lines begin and end, and how many records are in it up to where. */
  readonly state: SharedArrayBuffer;
  readonly slots: readonly { readonly bytes: SharedArrayBuffer; readonly out: SharedArrayBuffer }[];
}

const THREADS = 2;
const SLOTS = 2;
const BEFORE = 2 ** 14;
const ROOM = 2 ** 16;
/** A thread that takes so many milliseconds for a part is not waited for any longer. */
const PATIENCE = 10_000;

/**
 * What a thread does. Like the scanner it uses nothing outside itself, as the text of it is what the thread runs: there
 * is no file for it to find, wherever the program is installed. It gives up where a part cannot be cut at the end of a
 * line, or holds what is no text, and at the end of the file: what is left is read by the one who takes the parts.
 */
function work(task: Task, makeScanner: typeof scanner, fs: typeof import("node:fs")): void {
  const { path, index, threads, part: size, before, slots } = task;
  const state = new Int32Array(task.state);
  const scan = makeScanner(task.separator, task.fields);
  const handle = fs.openSync(path, "r");
  for (let turn = 0; ; turn += 1) {
    const slot = turn % slots.length;
    const at = 8 * slot;
    // 0 is empty, 1 is full, 2 is given up, 3 is told to stop.
    while (Atomics.load(state, at) === 1) Atomics.wait(state, at, 1);
    if (Atomics.load(state, at) === 3) return;
    const { bytes: memory, out } = slots[slot] as Task["slots"][number];
    const bytes = Buffer.from(memory);
    const middle = (index + turn * threads) * size;
    const base = Math.max(0, middle - before);
    let length = 0;
    for (let got = 1; got > 0 && base + length < middle + size; length += got) {
      got = fs.readSync(handle, bytes, length, middle + size - base - length, base + length);
    }
    /** Where the last line ends before that, or -1 where no line ends there, or ends otherwise than by a line feed. */
    const cut = (end: number): number => {
      const lines = bytes.subarray(0, end);
      const line = lines.lastIndexOf(0x0a);
      return line < 0 || lines.lastIndexOf(0x0d, end - 2) > line ? -1 : line + 1;
    };
    const start = middle === 0 ? 0 : cut(middle - base);
    const end = base + length < middle + size ? -1 : cut(length);
    const isText = start >= 0 && end > start && !bytes.subarray(start, length).includes(0);
    if (isText) {
      const found = scan(bytes.subarray(start, end), 0, new Int32Array(out));
      state.set([start, end, found.count, found.end], at + 1);
    }
    if (Atomics.compareExchange(state, at, 0, isText ? 1 : 2) !== 0) return;
    Atomics.notify(state, at);
    if (!isText) return;
  }
}

/** The parts of a file as `read` gives them, and a scanner that has put most of them into numbers already. */
export interface Threads {
  readonly parts: (came: (bytes: number) => void) => Generator<Uint8Array>;
  readonly scan: Scanner;
}

/** What is told to each of the threads. */
function tasksFor(path: string, part: number, separator: number, fields: readonly Field[]): readonly Task[] {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  return Array.from({ length: THREADS }, (_, index): Task => {
    const slots = Array.from({ length: SLOTS }, () => ({ bytes: shared(part + BEFORE), out: shared(4 * ROOM) }));
    const common = { path, separator, fields, threads: THREADS, part, before: BEFORE };
    return { ...common, index, state: shared(4 * 8 * SLOTS), slots };
  });
}

/** Starts a thread for each task; whether the system allows any. */
function startThreads(tasks: readonly Task[]): boolean {
  const text = `const { workerData } = require("node:worker_threads");
(${work})(workerData, ${scanner}, require("node:fs"));`;
  try {
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    for (const workerData of tasks) {
      const limits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 };
      const worker = new Worker(text, { eval: true, workerData, execArgv: [], resourceLimits: limits });
      worker.unref();
      // One that fails leaves its parts undone, which is seen where they are waited for.
      worker.on("error", () => {});
    }
    return true;
  } catch {
    return false;
  }
}

/** A part that a thread has read, and what it found in it. */
interface ReadPart extends Scan {
  /** Which thread it was. */
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Each thread counts words for itself: its numbers are put into those of the one scanner that is asked. */
function translator(fields: readonly Field[], own: Scanner): (part: ReadPart) => Scan {
  const stride = strideOf(fields);
  /** For each thread and field, the numbers that its words have here; one more is kept, so that 0 says none yet. */
  const known = Array.from({ length: THREADS }, () =>
    numberedOf(fields).map(({ holds }) => (holds === "words" ? new Int32Array(65_536) : undefined)),
  );
  return ({ index, bytes, count, end, out }) => {
    for (const [field, numbers] of known[index]?.entries() ?? []) {
      if (!numbers) continue;
      for (let record = 0, at = field + 1; record < count; record += 1, at += stride) {
        const theirs = out[at] as number;
        if (theirs < 0) continue;
        if (numbers[theirs] === 0) {
          const start = out[record * stride] as number;
          const next = record + 1 < count ? (out[(record + 1) * stride] as number) : end;
          numbers[theirs] = (own(bytes.subarray(start, next), 0).out[field + 1] as number) + 1;
        }
        out[at] = (numbers[theirs] as number) - 1;
      }
    }
    return { count, end, out };
  };
}

/**
 * The parts that the threads have read, in their order, until one is not there; `found` is told what was found in each before
 * it is given, and `came` how far they have come. Answers with where the next one would begin, once the threads were told
 * to stop.
 */
function* partsRead(
  tasks: readonly Task[],
  part: number,
  came: (bytes: number) => void,
  found: (read: ReadPart) => void,
): Generator<Uint8Array, number> {
  const states = tasks.map(({ state }) => new Int32Array(state));
  let done = 0;
  try {
    for (let turn = 0; ; turn += 1) {
      const index = turn % THREADS;
      const slot = Math.floor(turn / THREADS) % SLOTS;
      const state = states[index] as Int32Array;
      const at = 8 * slot;
      Atomics.wait(state, at, 0, PATIENCE);
      if (Atomics.load(state, at) !== 1) break;
      const [start = 0, end = 0, count = 0, scanned = 0] = state.subarray(at + 1, at + 5);
      // Where the thread's part is not the next one, its lines are not those that are expected.
      if (Math.max(0, turn * part - BEFORE) + start !== done) break;
      const { bytes: memory, out } = (tasks[index] as Task).slots[slot] as Task["slots"][number];
      const bytes = Buffer.from(memory, start, end - start);
      done += bytes.length;
      came((turn + 1) * part);
      found({ index, bytes, count, end: scanned, out: new Int32Array(out) });
      yield bytes;
      Atomics.store(state, at, 0);
      Atomics.notify(state, at);
    }
  } finally {
    for (const state of states) {
      for (let at = 0; at < state.length; at += 8) {
        Atomics.store(state, at, 3);
        Atomics.notify(state, at);
      }
    }
  }
  return done;
}

/**
 * Sets the threads to work on a file; parts are of `part` bytes and what the one before left over. From wherever they
 * give up, `read` gives the rest. Nothing where the system allows no threads.
 */
export function threadsOn(
  path: string,
  part: number,
  separator: number,
  fields: readonly Field[],
  read: (came: (bytes: number) => void, from: number) => Iterable<Uint8Array>,
): Threads | undefined {
  const tasks = tasksFor(path, part, separator, fields);
  if (!startThreads(tasks)) return undefined;
  const own = scannerOf(separator, fields);
  const translate = translator(fields, own);
  let now: ReadPart | undefined;

  const scan: Scanner = (bytes, from) => {
    const isNow = now && from === 0 && bytes.buffer === now.bytes.buffer && bytes.byteOffset === now.bytes.byteOffset;
    if (!now || !isNow || bytes.length !== now.bytes.length) return own(bytes, from);
    const found = translate(now);
    now = undefined;
    return found;
  };

  function* parts(came: (bytes: number) => void): Generator<Uint8Array> {
    let done: number;
    try {
      done = yield* partsRead(tasks, part, came, (read) => {
        now = read;
      });
    } finally {
      now = undefined;
    }
    yield* read(came, done);
  }
  return { parts, scan };
}
