// STATS19 collisions as the Department for Transport publishes them, by its published description: one record a collision, its
// district by ONS code and its severity as a number. Its casualties and vehicles are in files without a date or an area.
import type { ColumnRule, SheetSource, Where } from "./sheet.ts";

const severity = /^(accident|collision) severity$/i;
const period = { columns: [/^date$/i] };
const rule = (text: string, where?: Where): ColumnRule => ({
  ...{ heading: severity, kind: "count", series: { text }, period, counted: true },
  ...(where && { where }),
});

export const stats19Collisions: SheetSource = {
  name: "STATS19 collisions",
  headings: [severity, /^date$/i, /^number of casualties$/i, /^local authority ons district$/i],
  areas: [{ name: /^local authority ons district$/i }],
  dates: "within",
  rules: [
    rule("Collisions"),
    rule("Fatal or serious collisions", { column: severity, is: ["1", "2"] }),
    rule("Fatal collisions", { column: severity, is: ["1"] }),
    { heading: /^number of casualties$/i, kind: "count", series: { text: "Road casualties" }, period },
  ],
  sums: true,
};
