// Reading long files: the commands beside other tools that do the same sum, in turn, in one run; medians and peak memory.
// node bench/reading.js [rows of the short file] [rows of the long files] [--beside <folder of another checkout that was built>] …
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { crimes, offences, writeOffences, writeStreets } from "./data.js";

const { values: options, positionals } = parseArgs({
  options: { beside: { type: "string", multiple: true, default: [] } },
  allowPositionals: true,
});
const bin = fileURLToPath(new URL("../bin/plan-measures.cjs", import.meta.url));
/** Other checkouts of this tool, such as the one before a change: their commands are run as well. */
const checkouts = options.beside.map((folder) => ({
  name: basename(resolve(folder)),
  bin: join(resolve(folder), "bin/plan-measures.cjs"),
}));
const csvParse = createRequire(import.meta.url).resolve("csv-parse");
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const nine = ["Gloucestershire", "Avon & Somerset", "Devon & Cornwall", "Dorset", "Wiltshire", "Cambridgeshire"];
nine.push("Suffolk", "Warwickshire", "West Mercia");

/** A plan of measures over nine forces and two financial years. */
const planOf = ({ file, years: [baseline, current] }, names) => ({
  title: "Bench",
  force: nine[0],
  "similar-forces": { name: "MSG", forces: nine },
  priorities: [{ id: "A", name: "All" }],
  data: [file],
  tables: [
    {
      ...{ title: "Offences", baseline, current },
      measures: names.map((name) => ({ name, aim: "reduce", priorities: ["A"], comment: "none" })),
    },
  ],
});

/** What every tool adds up: which numbers (or records) of which forces and times, by offence. */
const shapes = {
  offences: {
    file: "offences.csv",
    write: writeOffences,
    ...{ force: "Force Name", offence: "Offence Description", time: "Financial Year", number: "Number of Offences" },
    ...{ all: offences, few: offences.slice(0, 3) },
    years: ["2002/03", "2003/04"],
    between: ["2002/03", "2003/04"],
    nine,
  },
  streets: {
    file: "streets.csv",
    write: writeStreets,
    ...{ force: "Falls within", offence: "Crime type", time: "Month", number: undefined },
    ...{ all: crimes, few: crimes.slice(0, 1) },
    years: ["2019/20", "2020/21"],
    between: ["2019-04", "2021-03"],
    nine: nine.map((name) => `${name} Police`),
  },
};

// Where it is set, Node reads those certificates at every start; here as in start.js none of the programs is given it.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const time = ["/usr/bin/time", "-f", "PEAK %M"];
const hasTime = existsSync(time[0]);
/** Runs a program and answers with its seconds and, where the system tells, the most memory that it held, in MiB. */
function measure([program, ...args]) {
  const [first, ...rest] = hasTime ? [...time, program, ...args] : [program, ...args];
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(first, rest, { cwd: folder, env, encoding: "utf8", maxBuffer: 2 ** 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  // A plan may refuse something (1); what could not run at all is no result.
  if (error || status > 1) throw new Error(`${program}: ${error ?? stderr.slice(-500)}`);
  return { seconds, mebibytes: Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024 };
}

const node = (program, ...args) => [process.execPath, "-e", program, "x", ...args];
const bytesAlone = `const { openSync, readSync } = require("node:fs");
  const handle = openSync(process.argv[2], "r"), part = Buffer.alloc(1 << 20);
  while (readSync(handle, part) > 0);`;
const parserAlone = `const { parse } = require(${JSON.stringify(csvParse)});
  let records = 0;
  require("node:fs").createReadStream(process.argv[2]).pipe(parse()).on("data", () => { records += 1; });`;

const works = (program, ...args) => spawnSync(program, args).status === 0;
const quoted = (names) => names.map((name) => `'${name}'`).join(", ");
/** The other tools that are installed, each with how it is told to do the sum; none is needed. */
const others = [
  {
    name: "DuckDB, 2 threads",
    ...found("duckdb", () => {
      if (works("duckdb", "--version")) return (sql) => ["duckdb", "-c", `set threads = 2; ${sql}`];
      try {
        const api = createRequire(join(process.env.NODE_PATH ?? folder, "x.js")).resolve("@duckdb/node-api");
        const program = `require(${JSON.stringify(api)}).DuckDBInstance.create(":memory:", { threads: "2" })
          .then((db) => db.connect()).then((one) => one.runAndReadAll(process.argv[1]))
          .then((result) => console.log(result.getRows().length));`;
        return (sql) => [process.execPath, "-e", program, sql];
      } catch {
        const program = `import duckdb, sys
print(len(duckdb.connect(config={"threads": 2}).sql(sys.argv[1]).fetchall()))`;
        return works("python3", "-c", "import duckdb") ? (sql) => ["python3", "-c", program, sql] : undefined;
      }
    }),
    args: (say, { file, force, offence, time: when, number, nine: names, between: [from, to] }, sums) =>
      say(`select "${force}", "${offence}", "${when}", ${number ? `sum("${number}")` : "count(*)"} from read_csv('${file}')
        where "${force}" in (${quoted(names)}) and "${when}" between '${from}' and '${to}' and "${offence}" in (${quoted(sums)}) group by all`),
  },
  {
    name: "pandas",
    ...found("pandas", () =>
      ["python3", "/usr/bin/python3"]
        .filter((python) => works(python, "-c", "import pandas"))
        .map((python) => (program) => [python, "-c", program])
        .at(0),
    ),
    args: (say, { file, force, offence, time: when, number, nine: names, between: [from, to] }, sums) =>
      say(`import pandas
d = pandas.read_csv("${file}", usecols=${JSON.stringify([force, offence, when, number].filter(Boolean))})
d = d[d["${force}"].isin([${quoted(names)}]) & (d["${when}"] >= "${from}") & (d["${when}"] <= "${to}")]
d = d[d["${offence}"].isin([${quoted(sums)}])]
g = d.groupby(${JSON.stringify([force, offence, when])})
print(len(${number ? `g["${number}"].sum()` : "g.size()"}))`),
  },
  {
    name: "data.table",
    ...found("data.table", () =>
      works("Rscript", "-e", "library(data.table)") ? (program) => ["Rscript", "-e", program] : undefined,
    ),
    args: (say, { file, force, offence, time: when, number, nine: names, between: [from, to] }, sums) =>
      say(`library(data.table); setDTthreads(2)
d <- fread("${file}", select = c(${quoted([force, offence, when, number].filter(Boolean))}), showProgress = FALSE)
d <- d[\`${force}\` %in% c(${quoted(names)}) & \`${when}\` >= "${from}" & \`${when}\` <= "${to}"]
d <- d[\`${offence}\` %in% c(${quoted(sums)})]
print(nrow(d[, ${number ? `sum(\`${number}\`)` : ".N"}, by = c(${quoted([force, offence, when])})]))`),
  },
  {
    name: "Miller",
    ...found("mlr", () => (works("mlr", "--version") ? (...args) => ["mlr", "--icsv", "--ojson", ...args] : undefined)),
    args: (say, { file, force, offence, time: when, number, nine: names, between: [from, to] }, sums) => {
      const isOne = (column, of) => of.map((name) => `$\{${column}} == "${name}"`).join(" || ");
      const chosen = `(${isOne(force, names)}) && (${isOne(offence, sums)}) && $\{${when}} >= "${from}" && $\{${when}} <= "${to}"`;
      const by = ["-g", `${force},${offence},${when}`];
      const sum = number ? ["stats1", "-a", "sum", "-f", number, ...by] : ["count", ...by];
      return say("filter", "-S", chosen, "then", ...sum, file);
    },
  },
];
function found(name, look) {
  const say = look();
  if (!say) console.log(`${name} is not installed`);
  return { say };
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
function contest(name, rows, rounds) {
  const shape = shapes[name];
  const file = join(folder, shape.file);
  shape.write(file, rows);
  const command = (...args) => [process.execPath, bin, ...args];
  const beside = (what, ...args) =>
    checkouts.map(({ name: of, bin: other }) => [`  ${what} of ${of}`, [process.execPath, other, ...args]]);
  /** The same sums by every tool. */
  const sumsOf = (plan, sums) => {
    writeFileSync(join(folder, plan), JSON.stringify(planOf(shape, sums)));
    const what = `${sums.length} ${sums.length === 1 ? "measure" : "measures"}`;
    return [
      [`report, ${what}`, command("report", plan)],
      ...beside("report", "report", plan),
      ...others.flatMap(({ name: other, say, args }) => (say ? [[`${other}, ${what}`, args(say, shape, sums)]] : [])),
    ];
  };
  const runs = [
    ...sumsOf("all.yaml", shape.all),
    ["inspect", command("inspect", file)],
    ...beside("inspect", "inspect", file),
    ["the bytes alone", node(bytesAlone, file)],
    ["csv-parse alone", node(parserAlone, file)],
    ...sumsOf("few.yaml", shape.few),
  ];
  const times = runs.map(() => []);
  const peaks = runs.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [other, args]] of runs.entries()) {
      // What takes many times as long need not be measured as often.
      if (round > 0 && (other === "csv-parse alone" || times[index][0] > 5)) continue;
      const { seconds, mebibytes } = measure(args);
      times[index].push(seconds);
      peaks[index].push(mebibytes);
    }
  }
  const size = (statSync(file).size / 2 ** 20).toFixed(0);
  console.log(`\n${rows.toLocaleString("en-GB")} records of ${name}, ${size} MiB, median of ${rounds} rounds`);
  console.log("                                seconds   × report    MiB held");
  // Each is beside the last report above it.
  let own = 1;
  for (const [index, [what]] of runs.entries()) {
    const seconds = median(times[index]);
    if (what.startsWith("report")) own = seconds;
    const held = Math.max(...peaks[index]).toFixed(0);
    const cells = [seconds.toFixed(2).padStart(7), (seconds / own).toFixed(2).padStart(10), held.padStart(11)];
    console.log(`${what.padEnd(31)} ${cells.join(" ")}`);
  }
  rmSync(file);
}

try {
  const [short = 250_000, long = 5_000_000] = positionals.map(Number);
  contest("offences", short, 9);
  contest("offences", long, 5);
  contest("streets", long, 5);
} finally {
  rmSync(folder, { recursive: true });
}
