// Two plans as offices have them: ten measures month by month, and populations in a workbook of every area and age.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { forces, offences } from "./data.js";

const nine = forces.slice(0, 9);
const ten = offences.slice(0, 10);
const AREAS = 430;
const AGES = 91;

/** Writes a plan and answers with its path; JSON is YAML. */
function writePlan(folder, name, given) {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(
    path,
    JSON.stringify({ title: name, force: nine[0], priorities: [{ id: "A", name: "All" }], ...given }),
  );
  return path;
}
const measure = (name) => ({ name, aim: "reduce", priorities: ["A"], comment: "none" });

/** Ten series of nine forces over seven years of months. */
export function writeTenSeries(folder) {
  const rows = nine.flatMap((force, place) =>
    ten.flatMap((series, which) =>
      Array.from({ length: 84 }, (_, month) => {
        const date = `${2017 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
        return `${force},${series},${date},count,${200 + 40 * which + ((month * 31 + place * 17) % 61)}`;
      }),
    ),
  );
  writeFileSync(join(folder, "months.csv"), `area,series,period,kind,value\n${rows.join("\n")}\n`);
  return writePlan(folder, "months", {
    "similar-forces": { name: "MSG", forces: nine },
    data: ["months.csv"],
    tables: [{ title: "Offences", baseline: "2019", current: "2023", measures: ten.map(measure) }],
  });
}

/** A sheet of 430 areas with their populations at each age, of which one is asked for. */
export function writePopulations(folder) {
  const letters = (column) =>
    (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
  const texts = [
    "Name",
    "All ages",
    nine[0],
    ...Array.from({ length: AREAS - 1 }, (_, index) => `District ${index + 1}`),
  ];
  const row = (line, cells) =>
    `<row r="${line}" spans="1:${AGES + 2}">${cells
      .map(([type, value], column) => `<c r="${letters(column)}${line}" s="1"${type}><v>${value}</v></c>`)
      .join("")}</row>`;
  const text = (index) => [' t="s"', index];
  const ages = Array.from({ length: AGES }, (_, age) => age);
  const rows = [
    row(1, [text(0), text(1), ...ages.map((age) => ["", age])]),
    ...Array.from({ length: AREAS }, (_, index) =>
      row(index + 2, [
        text(index + 2),
        ["", 1_719_037 - index],
        ...ages.map((age) => ["", 9000 + ((index * 31 + age * 7) % 997)]),
      ]),
    ),
  ];
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const related = (list) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(
        ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
      )
      .join("")}</Relationships>`;
  const parts = {
    "_rels/.rels": related([["officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": related([
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${texts.map((said) => `<si><t>${said.replace("&", "&amp;")}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
  };
  const bytes = Object.entries(parts).map(([name, xml]) => [
    name,
    Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${xml}`),
  ]);
  writeFileSync(join(folder, "people.xlsx"), zipSync(Object.fromEntries(bytes)));
  writeFileSync(
    join(folder, "counts.csv"),
    `area,series,period,kind,value\n${nine[0]},Robbery,2018,count,100\n${nine[0]},Robbery,2019,count,90\n`,
  );
  const columns = { area: "Name", values: [{ column: "All ages", kind: "population", period: "mid-2019" }] };
  const [baseline, current] = ["2018", "2019"].map((period) => ({ period, population: "mid-2019" }));
  return writePlan(folder, "people", {
    data: ["counts.csv", { files: "people.xlsx#People", columns }],
    tables: [{ title: "Offences", baseline, current, measures: [measure("Robbery")] }],
  });
}
