// A long file in the shape of the Home Office's open data, with its quotes; the same bytes for the same number of rows.
import { closeSync, openSync, writeSync } from "node:fs";

export const forces = [
  ...["Avon & Somerset", "Bedfordshire", "Cambridgeshire", "Cheshire", "Cleveland", "Cumbria", "Derbyshire"],
  ...["Devon & Cornwall", "Dorset", "Durham", "Dyfed-Powys", "Essex", "Gloucestershire", "Greater Manchester", "Gwent"],
  ...["Hampshire", "Hertfordshire", "Humberside", "Kent", "Lancashire", "Leicestershire", "Lincolnshire"],
  ...["London, City of", "Merseyside", "Metropolitan Police", "Norfolk", "North Wales", "North Yorkshire"],
  ...["Northamptonshire", "Northumbria", "Nottinghamshire", "South Wales", "South Yorkshire", "Staffordshire"],
  ...["Suffolk", "Surrey", "Sussex", "Thames Valley", "Warwickshire", "West Mercia", "West Midlands"],
  ...["West Yorkshire", "Wiltshire"],
];
const PARTNERSHIPS = 8;
const OFFENCES = 36;
export const offences = Array.from({ length: OFFENCES }, (_, index) => `Offence ${String(index + 1).padStart(2, "0")}`);

/** Writes so many records: quarters, forces, partnerships and offences in turn, each of the counts from 0 to 96. */
export function writeOffences(path, rows) {
  const handle = openSync(path, "w");
  const heading = ["Financial Year", "Financial Quarter", "Force Name", "CSP Name", "Offence Description"];
  const quote = (cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\r\n`;
  let text = quote([...heading, "Offence Group", "Offence Subgroup", "Offence Code", "Number of Offences"]);
  for (let row = 0; row < rows; row += 1) {
    const offence = row % OFFENCES;
    const place = Math.floor(row / OFFENCES) % (forces.length * PARTNERSHIPS);
    const quarter = Math.floor(row / OFFENCES / forces.length / PARTNERSHIPS);
    const year = 2002 + Math.floor(quarter / 4);
    const force = forces[place % forces.length];
    text += quote([
      ...[`${year}/${String((year + 1) % 100).padStart(2, "0")}`, (quarter % 4) + 1, force],
      ...[
        `${force} ${Math.floor(place / forces.length) + 1}`,
        offences[offence],
        `Group ${Math.floor(offence / 4) + 1}`,
      ],
      ...[`Subgroup ${Math.floor(offence / 2) + 1}`, `${offence}A`, (row * 31) % 97],
    ]);
    if (text.length > 1 << 20) {
      writeSync(handle, text);
      text = "";
    }
  }
  writeSync(handle, text);
  closeSync(handle);
}

export const crimes = [
  ...["Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime"],
  ...["Other theft", "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person"],
  ...["Vehicle crime", "Violence and sexual offences"],
];
const STREET_HEADING =
  "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

/** Writes so many crimes in the shape of police.uk: 60 months, in each the forces, types and places in no order. */
export function writeStreets(path, rows) {
  const handle = openSync(path, "w");
  let text = `${STREET_HEADING}\r\n`;
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed;
  };
  const perForce = Math.max(1, Math.ceil(rows / 60 / forces.length));
  for (let row = 0; row < rows; row += 1) {
    const file = Math.floor(row / perForce);
    const month = Math.floor(file / forces.length);
    const force = `${forces[file % forces.length].replace("London, City of", "City of London")} Police`;
    const crime = crimes[(next() >>> 16) % crimes.length];
    const hex = () => next().toString(16).padStart(8, "0");
    const id = crime === crimes[0] ? "" : `${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}`;
    const lsoa = (next() >>> 16) % 30_000;
    const place = `-${(lsoa / 9_973).toFixed(6)},${(50 + lsoa / 7_919).toFixed(6)},On or near Street ${lsoa % 997}`;
    const date = `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    const outcome = id === "" ? "" : "Investigation complete; no suspect identified";
    text += `${id},${date},${force},${force},${place},E0100${String(lsoa).padStart(4, "0")},Area ${lsoa},${crime},${outcome},\r\n`;
    if (text.length > 1 << 20) {
      writeSync(handle, text);
      text = "";
    }
  }
  writeSync(handle, text);
  closeSync(handle);
}
