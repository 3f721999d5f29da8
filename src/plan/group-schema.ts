// The words of a group of a plan: its forces, and how their figures make one.
import * as z from "zod/mini";
import { described, listOf, name, optional, textValue } from "./schema-words.ts";

/** How the figures of a group's forces make one. */
export const averages = ["pooled", "mean"] as const;
export type Average = (typeof averages)[number];

export const groupSchema = z.union([
  z.pipe(
    name,
    z.transform((words: string): Group => ({ name: words, forces: [words] })),
  ),
  z.strictObject({
    name: described(name, "What the group is called in the tables", "MSG"),
    forces: described(
      z.union([
        z.pipe(
          name,
          z.transform((words: string) => [words]),
        ),
        listOf(name),
      ]),
      "Its forces; all forces means the 43 of England and Wales",
      ["Gloucestershire", "Wiltshire"],
      "all forces",
    ),
    average: optional(
      z.enum(averages),
      "pooled adds up counts and populations (the default); mean is the mean of the forces' rates",
      "pooled",
    ),
    "includes-force": optional(
      z.boolean(),
      "Whether the plan's force is part of the group; by default only if it is listed",
      true,
    ),
    "as-of": optional(name, "The date of this list of forces", "April 2019"),
    source: optional(textValue, "Who published the list", "Home Office"),
  }),
]);
/** A group to compare with, such as the Most Similar Group: one row of the data, or forces that make one figure. */
export interface Group {
  readonly name: string;
  readonly forces: readonly string[];
  readonly average?: Average | undefined;
  readonly "includes-force"?: boolean | undefined;
  readonly "as-of"?: string | undefined;
  readonly source?: string | undefined;
}
