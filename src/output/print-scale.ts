// How large a sheet is printed: as large as it can be on as few pages side by side as it needs, and never too small to read.
import { type Sheet, widthsOf } from "./workbook.ts";

/** Letters of 12 points that stand side by side on A4 landscape between margins of 15 mm, with room for wider fonts. */
const PAGE = 110;
/** At this, in per cent, letters of 12 points are 7.08 points high. */
const LEAST = 59;

/** The scale in per cent, and whether the sheet takes more than one page side by side, so that its first column is repeated. */
export function printScale(sheet: Sheet): { readonly scale: number; readonly isDivided: boolean } {
  const widths = widthsOf(sheet);
  const fewest = pagesAt(LEAST, widths);
  let scale = 100;
  while (scale > LEAST && pagesAt(scale, widths) > fewest) scale -= 1;
  return { scale, isDivided: fewest > 1 };
}

/** How wide a text above the table may be, in letters, to run across it in one line on its first page. */
export function roomAbove(sheet: Sheet): number {
  const { scale, isDivided } = printScale(sheet);
  const room = (PAGE * 100) / scale;
  if (!isDivided) return Math.floor(room);
  let used = 0;
  for (const width of widthsOf(sheet)) {
    if (used > 0 && used + width > room) break;
    used += width;
  }
  return used;
}

/** Pages side by side: columns are not divided, and the first is on every page. No number is enough for a wider column. */
function pagesAt(scale: number, [first = 0, ...others]: readonly number[]): number {
  const room = (PAGE * 100) / scale;
  let [pages, used] = [1, first];
  for (const width of others) {
    if (first + width > room && scale > LEAST) return Number.POSITIVE_INFINITY;
    if (used > first && used + width > room) [pages, used] = [pages + 1, first];
    used += width;
  }
  return pages;
}
