// Colour, where it is wanted; the only file that imports chalk, and only then.

/** Each makes a text bold or coloured, or leaves it as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const same = (text: string): string => text;
export const plainPaint: Paint = { bold: same, red: same, green: same, yellow: same };

/** Colours where they are wanted; otherwise every text stays as it is. */
export async function painter(colour: boolean): Promise<Paint> {
  if (!colour) return plainPaint;
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}
