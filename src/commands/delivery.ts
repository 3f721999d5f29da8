// The options of every command that prints tables: how to print them and where to, and what of that cannot be.
import { type Command, Option } from "commander";
import type { Delivery } from "../deliver.ts";
import { Refusal } from "../world.ts";

/** Adds the options to a command that prints in these formats. */
export const withDelivery = (command: Command, formats: readonly string[]): Command =>
  command
    .addOption(new Option("--format <format>", "how to print it").choices(formats).default("terminal"))
    .option("--out <folder>", "write files into a folder, each whole or not at all")
    .option("--for-excel", "CSV that Excel opens as it stands: marked as UTF-8, and nothing in it runs as a formula");

/** Refuses what cannot be, before anything is read. */
export function checkDelivery({ format, out, forExcel }: Delivery): void {
  if (forExcel && format !== "csv") {
    throw new Refusal("--for-excel is for CSV", "add --format csv, or write a workbook: --format xlsx --out FOLDER");
  }
  if (out === "") throw new Refusal("--out: no folder is named", "name one: --out tables");
}
