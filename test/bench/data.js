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
