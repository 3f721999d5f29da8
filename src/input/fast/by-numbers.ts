// A tree by numbers: something for each row of numbers that stand in certain places of a record.

/** Something for each row of numbers that stand in these places of a record. */
export function byNumbers<T extends object>(places: readonly number[]) {
  type Node = (Node | T | undefined)[];
  // All of one kind from the beginning, for the engine's sake: with holes, and of anything.
  const made = (): Node => {
    const node: Node = new Array(1);
    node[0] = undefined;
    return node;
  };
  const root = made();
  const last = places.length - 1;
  const [first = 0, second = 0] = places;
  return {
    get(out: Int32Array, at: number): T | undefined {
      // As good as always: without a loop it takes half as long.
      if (last === 0) return root[out[at + first] as number] as T | undefined;
      if (last === 1) return (root[out[at + first] as number] as Node | undefined)?.[out[at + second] as number] as T;
      let node: Node | T | undefined = last < 0 ? root[0] : root;
      for (let index = 0; node !== undefined && index <= last; index += 1) {
        node = (node as Node)[out[at + (places[index] as number)] as number];
      }
      return node as T | undefined;
    },
    /** Words without a number of their own are not remembered. */
    set(out: Int32Array, at: number, value: T): void {
      let node = root;
      for (let index = 0; index < last; index += 1) {
        const number = out[at + (places[index] as number)] as number;
        if (number < 0) return;
        node[number] ??= made();
        node = node[number] as Node;
      }
      const number = last < 0 ? 0 : (out[at + (places[last] as number)] as number);
      if (number >= 0) node[number] = value;
    },
  };
}
