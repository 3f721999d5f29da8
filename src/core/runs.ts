// A list cut into runs of neighbours that belong together.

/** The runs, in order: an item joins the run before it where `joins` holds for the last of that run and the item. */
export function inRuns<Item>(items: Iterable<Item>, joins: (last: Item, next: Item) => boolean): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && joins(run.at(-1) as Item, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}
