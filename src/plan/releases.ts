// `releases:` in a plan: which of two releases of a source is used, and what becomes of what only the older one has.
import * as z from "zod/mini";
import { described, optional } from "./schema-words.ts";

/** The newest release is used; where nothing is said of what only an older one has, a newer one that lost any is refused. */
export interface Releases {
  readonly onlyInOlder: "keep" | "leave out" | undefined;
}

export const releasesSchema = optional(
  z.union([
    z.pipe(
      z.literal("newest"),
      z.transform((): Releases => ({ onlyInOlder: undefined })),
    ),
    z.pipe(
      z.strictObject({
        use: described(z.literal("newest"), "Which release is used", "newest"),
        "only-in-older": optional(
          z.enum(["keep", "leave out"]),
          "What becomes of figures that only an older release has: keep takes them from it, leave out goes without",
          "keep",
        ),
      }),
      z.transform((given): Releases => ({ onlyInOlder: given["only-in-older"] })),
    ),
  ]),
  "Where files are two releases of one source: newest uses the one that is newer by its own title, date and figures",
  "newest",
  { use: "newest", "only-in-older": "keep" },
);
