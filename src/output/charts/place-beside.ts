// Names beside points that are anywhere on a plane: each where it runs into nothing, and none where there is no such place.

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Named extends Point {
  /** Of its name; nothing for a point that is only in the way. */
  readonly width: number | undefined;
}

/** From the middle of a point to its name, and around a point. */
const AWAY = 11;
const POINT = 6;
/** How many places a name has that need no line to it. */
const NEAR_PLACES = 8;

/** Where a name begins, with its baseline; far from its point, so that a line has to lead to it. */
export interface NamePlace {
  readonly x: number;
  readonly y: number;
  readonly isLed: boolean;
}

/**
 * The place of each name: beside its point, above or below; nothing where it would run into a point, an earlier name or
 * the edges. The first ones are placed first; so many of the first may have their name further away, with a line to it.
 * The very first has its name if only the line to it runs into something.
 */
export function placeBeside(
  points: readonly Named[],
  letters: number,
  within: Box,
  ledAtMost: number,
): (NamePlace | undefined)[] {
  // A place of the first name may leave no room for others: the first of its places that leaves most names is taken.
  let best: (NamePlace | undefined)[] = [];
  for (let passedBy = 0; passedBy < NEAR_PLACES; passedBy += 1) {
    const layout = inTurn(points, letters, within, ledAtMost, passedBy);
    if (worth(layout) > worth(best)) best = layout;
  }
  return best;
}

/** How many names it has; the first counts for more than all others. */
const worth = (layout: readonly (NamePlace | undefined)[]): number =>
  layout.filter((place) => place !== undefined).length + (layout[0] ? layout.length : 0);

/** Each name in the first of its places that is free; the first name passes so many of its places by. */
function inTurn(
  points: readonly Named[],
  letters: number,
  within: Box,
  ledAtMost: number,
  passedBy: number,
): (NamePlace | undefined)[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    ...{ left: x - POINT, right: x + POINT },
    ...{ top: y - POINT, bottom: y + POINT },
  }));
  return points.map(({ width, ...point }, index) => {
    if (width === undefined) return undefined;
    const places = [...near(point, width, letters), ...(index < ledAtMost ? far(point, width, letters) : [])];
    const isFree = ([box, ...leader]: readonly [Box, ...Box[]]): boolean =>
      box.left >= within.left &&
      box.right <= within.right &&
      box.top >= within.top &&
      box.bottom <= within.bottom &&
      ![box, ...leader].some((one) => taken.some((other) => overlaps(one, other)));
    const found =
      places.slice(index === 0 ? passedBy : 0).find((place) => isFree(boxesOf(place, point, width, letters))) ??
      (index === 0 ? places.find((place) => isFree([boxesOf(place, point, width, letters)[0]])) : undefined);
    if (found) taken.push(...boxesOf(found, point, width, letters));
    return found;
  });
}

function near({ x, y }: Point, width: number, letters: number): NamePlace[] {
  const middle = y + letters / 3;
  const rows = [y - AWAY - 1, y + AWAY + letters - 2];
  return [
    { x: x + AWAY, y: middle, isLed: false },
    { x: x - AWAY - width, y: middle, isLed: false },
    ...rows.flatMap((row) => startsOf(x, width).map((start) => ({ x: start, y: row, isLed: false }))),
  ];
}

/** Up to twelve rows above and below, the nearest first. */
function far({ x, y }: Point, width: number, letters: number): NamePlace[] {
  return Array.from({ length: 12 }, (_, index) => (index + 2) * (letters + 4)).flatMap((away) =>
    [y - away, y + away].flatMap((row) => startsOf(x, width).map((start) => ({ x: start, y: row, isLed: true }))),
  );
}

/** In the middle over its point, to the right, to the left. */
const startsOf = (x: number, width: number): number[] => [x - width / 2, x - POINT, x + POINT - width];

/** What a name takes, and the line to it where it has one. */
function boxesOf({ x, y, isLed }: NamePlace, point: Point, width: number, letters: number): [Box, ...Box[]] {
  const box = { left: x, right: x + width, top: y - letters, bottom: y + letters / 3 };
  if (!isLed) return [box];
  const [top, bottom] = box.top > point.y ? [point.y + POINT + 1, box.top] : [box.bottom, point.y - POINT - 1];
  return [box, { left: point.x - 2, right: point.x + 2, top, bottom }];
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
