// The series of a measure as one text, by which editions are compared.
import type { Terms } from "../plan/measure-schema.ts";

/** "A + B − C". */
export const seriesText = ({ add, subtract }: Terms): string => [add.join(" + "), ...subtract].join(" − ");
