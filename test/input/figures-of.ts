// Every figure that a file or sheet gives, as text that can be compared.
import { isKnown } from "../../src/core/figure.ts";
import { exactText } from "../../src/core/number.ts";
import { periodKey } from "../../src/core/period.ts";
import { readData } from "../../src/input/ingest.ts";

/** Every figure of a file or sheet: what it is of and what it is, in the order of the file. */
export async function figuresOf(root: string, file: string, digits = 30): Promise<string[]> {
  const all = { figure: () => true, period: () => true };
  const { store } = await readData([{ files: file, at: () => ({ file }) }], root, () => all);
  return store.every().map(({ series, area, period, kind, figure }) => {
    const said = isKnown(figure) ? exactText(figure.value.toSignificantDigits(digits)) : figure.gap.reason;
    return `${series} | ${area} | ${periodKey(period)} | ${kind} | ${said} | column ${figure.from[0]?.column}`;
  });
}
