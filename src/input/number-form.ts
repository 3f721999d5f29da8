// What the plan says of how numbers are written: per how many rates are, thousands, fractions; and of which kinds it can be.

import { type Problem, problem } from "../core/problems/problems.ts";
import { isAddable, type Kind } from "../core/value-kind.ts";
import type { ColumnMap } from "../plan/data-schema.ts";
import type { At } from "../plan/validate.ts";
import type { WrittenForm } from "./sources/layout.ts";

type Said = Pick<ColumnMap, "per" | "scale" | "fraction">;

const fits: Readonly<{ [key in keyof Said]-?: (kind: Kind) => boolean }> = {
  per: (kind) => kind === "rate",
  scale: isAddable,
  fraction: (kind) => kind === "percent",
};

/** What the plan says there, with its powers of ten as what numbers have to be multiplied by. */
export const formOf = ({ per, scale, fraction }: Said): WrittenForm => ({
  // A rate is printed per 1,000.
  ...(per !== undefined && { per: 3 - per }),
  ...(scale !== undefined && { scale }),
  ...(fraction !== undefined && { fraction }),
});

/** The problems with what the plan says of values of a kind that cannot be written so. */
export const unfitForms = (
  said: Said & { readonly kind: Kind },
  at: At,
  path: readonly (string | number)[],
): Problem[] =>
  (Object.keys(fits) as (keyof Said)[]).flatMap((key) =>
    said[key] === undefined || said[key] === false || fits[key](said.kind)
      ? []
      : [
          key === "fraction"
            ? problem("fraction-kind", at([...path, key]), said.kind)
            : problem("form-kind", at([...path, key]), key, said.kind),
        ],
  );
