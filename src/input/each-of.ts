// Going through all that a generator gives, for what it returns in the end.

/** Takes all that comes of a generator, one after the other; answers with what it returns. */
export function eachOf<One, End>(from: Generator<One, End>, take: (one: One) => void): End {
  for (let next = from.next(); ; next = from.next()) {
    if (next.done) return next.value;
    take(next.value);
  }
}
