// The words that JSON outputs are defined in: each is a JSON Schema, and the type of the values that it describes.

/** A JSON Schema, as far as outputs need one; `grows` and `shape` are written out by src/schemas. */
export interface JsonSchema {
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";
  readonly description?: string;
  readonly const?: string | true;
  readonly enum?: readonly string[];
  /** Words that later versions may add to. */
  readonly grows?: true;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  /** A shape that has a name of its own, as several places use it. */
  readonly shape?: Shape;
}

/** A schema with a name. It is made when asked for, as one may contain itself. */
export interface Shape {
  readonly name: string;
  readonly schema: () => JsonSchema;
}

declare const described: unique symbol;
/** A schema that knows the type of its values; the type is the compiler's alone. */
export interface Defined<T> {
  readonly schema: JsonSchema;
  readonly [described]?: T;
}
/** A key that may be absent. */
interface Optional<T> extends Defined<T> {
  readonly isOptional: true;
}

/** The type of what is defined. */
export type TypeOf<D> = D extends Defined<infer T> ? T : never;

type Keys = Readonly<Record<string, Defined<unknown>>>;
type OptionalKey<K extends Keys> = { [N in keyof K]: K[N] extends Optional<unknown> ? N : never }[keyof K];
/** An object with these keys. A key that may be absent may be written as undefined, which JSON leaves out. */
export type ObjectOf<K extends Keys> = Flat<
  { readonly [N in Exclude<keyof K, OptionalKey<K>>]: TypeOf<K[N]> } & {
    readonly [N in OptionalKey<K>]?: TypeOf<K[N]> | undefined;
  }
>;
type Flat<T> = { [K in keyof T]: T[K] };

/** Text, which is never empty. */
export const text = (description: string, pattern?: RegExp): Defined<string> => ({
  schema: { type: "string", description, ...(pattern ? { pattern: pattern.source } : { minLength: 1 }) },
});
/** Text that may be empty. */
export const anyText = (description: string): Defined<string> => ({ schema: { type: "string", description } });
/** An exact decimal, written as text so that no digit is lost. */
export const decimal = (description: string): Defined<string> => text(description, /^-?\d+(\.\d+)?$/);
/** A whole number, as a JSON number. */
export const whole = (description: string, minimum = 0): Defined<number> => ({
  schema: { type: "integer", description, minimum },
});
/** Any number, as a JSON number: an estimate, in floating point. */
export const estimated = (description: string): Defined<number> => ({ schema: { type: "number", description } });
export const flag = (description: string): Defined<boolean> => ({ schema: { type: "boolean", description } });
/** One value alone, such as the name of the schema. */
export const just = <const V extends string | true>(value: V, description: string): Defined<V> => ({
  schema: { const: value, description },
});
/** One of these words. A new word is a new schema. */
export const choice = <const W extends string>(words: readonly W[], description: string): Defined<W> => ({
  schema: { enum: words, description },
});
/** One of these words so far: later versions may have more. */
export const openChoice = <const W extends string>(words: readonly W[], description: string): Defined<W> => ({
  schema: { enum: words, grows: true, description },
});
export const list = <T>(item: Defined<T>, description: string, minItems = 0): Defined<readonly T[]> => ({
  schema: { type: "array", items: item.schema, description, ...(minItems > 0 && { minItems }) },
});
export function object<K extends Keys>(keys: K, description: string): Defined<ObjectOf<K>> {
  const all = Object.entries(keys);
  const properties = Object.fromEntries(all.map(([key, { schema }]) => [key, schema]));
  const required = all.filter(([, one]) => !("isOptional" in one)).map(([key]) => key);
  return { schema: { type: "object", description, properties, required } };
}
/** One of several shapes. */
export const either = <D extends Defined<unknown>[]>(description: string, ...of: D): Defined<TypeOf<D[number]>> => ({
  schema: { anyOf: of.map(({ schema }) => schema), description },
});

/** A key that may be absent, and when: "where …". */
export const orAbsent = <T>({ schema }: Defined<T>, when: string): Optional<T> => ({
  schema: { ...schema, description: `${schema.description} Absent ${when}.` },
  isOptional: true,
});
/** A value that may be null, and when: "where …". */
export const orNull = <T>({ schema }: Defined<T>, when: string): Defined<T | null> => {
  const { description, ...rest } = schema;
  return { schema: { anyOf: [rest, { type: "null" }], description: `${description} Null ${when}.` } };
};

/** A shape with a name of its own: each use of it says what it is there. */
export const named =
  <T>(name: string, make: () => Defined<T>) =>
  (description: string): Defined<T> => ({ schema: { shape: { name, schema: () => make().schema }, description } });

type Key<D> = D extends object ? keyof D : never;
type At<D, K> = D extends object ? (K extends keyof D ? D[K] : never) : never;
type ItemOf<D> = D extends readonly (infer I)[] ? I : never;
type IsSame<D, W> = [D] extends [W] ? ([W] extends [D] ? true : false) : false;
/** What is written, with words in place of each key that its definition lacks. */
type OnlyKeysOf<D, W> =
  IsSame<D, W> extends true
    ? W
    : W extends readonly (infer I)[]
      ? readonly OnlyKeysOf<ItemOf<D>, I>[]
      : W extends object
        ? string extends keyof W
          ? { readonly [K in keyof W]: OnlyKeysOf<At<D, Key<D>>, W[K]> }
          : { readonly [K in keyof W]: K extends Key<D> ? OnlyKeysOf<At<D, K>, W[K]> : "the definition lacks this key" }
        : W;

/**
 * What is written as JSON, held to its definition by the compiler at every depth: a key that the definition lacks does not
 * compile, nor does one that is not written. (The compiler by itself lets more keys pass, where objects are spread.)
 */
export const writtenAs =
  <D>() =>
  <W extends D>(value: W & OnlyKeysOf<D, W>): D =>
    value;
