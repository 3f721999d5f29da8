// Nomis population: areas down, the total of usual residents in the first column of figures, the date in a line above.
import type { SheetSource } from "./sheet.ts";

const AREA =
  /^(\d{4} )?(output area|super output area.*|ward.*|local authority.*|police force area.*|area|region|country)$/i;
const FIGURE = /^(all categories|all usual residents|all persons|total)\b/i;

export const nomis: SheetSource = {
  name: "Nomis population",
  headings: [AREA, FIGURE],
  title: /\bnomis\b/i,
  titled: true,
  // A table of one sex, one age or one kind of place is not of the population.
  unless: /^(sex|gender|age|rural urban|ethnic group) *:? +(?!total|all\b)/im,
  areas: [{ name: AREA, code: /^mnemonic$/i }],
  rules: [{ heading: FIGURE, kind: "population", series: { text: "Population" }, period: "title" }],
};
