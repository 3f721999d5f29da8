// Labels pushed apart, each as near as may be to where it belongs.

interface Wanted {
  /** Where its middle would stand best. */
  readonly middle: number;
  readonly height: number;
}

/**
 * The middles of labels that do not overlap and stay between `top` and `bottom` where they fit there. Labels that touch
 * form a block, which stands where the sum of their moves is 0 (pooling of adjacent violators).
 */
export function spreadLabels(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.middle - b.middle);
  interface Block {
    start: number;
    height: number;
    readonly labels: typeof order;
  }
  const held = (block: Block): void => {
    let offset = 0;
    let sum = 0;
    for (const { middle, height } of block.labels) {
      sum += middle - (offset + height / 2);
      offset += height;
    }
    block.height = offset;
    block.start = Math.max(top, Math.min(sum / block.labels.length, bottom - offset));
  };
  const blocks: Block[] = [];
  for (const label of order) {
    const block: Block = { start: 0, height: 0, labels: [label] };
    held(block);
    blocks.push(block);
    for (let last = blocks.length - 1; last > 0; last -= 1) {
      const [above, below] = [blocks[last - 1], blocks[last]];
      if (!above || !below || above.start + above.height <= below.start) break;
      above.labels.push(...below.labels);
      held(above);
      blocks.pop();
    }
  }
  const middles: number[] = [];
  for (const { start, labels } of blocks) {
    let offset = start;
    for (const { index, height } of labels) {
      middles[index] = offset + height / 2;
      offset += height;
    }
  }
  return middles;
}
