// The shelf of the audit's checks of a table. Adding one is a file and its line here.
import type { AuditCheck } from "./check.ts";
import { headings } from "./headings.ts";
import { impossibleValues } from "./impossible-values.ts";
import { leftInCells } from "./left-in-cells.ts";
import { misspelt } from "./misspelt.ts";
import { overview } from "./overview.ts";
import { plan } from "./plan.ts";
import { populations } from "./populations.ts";
import { precision } from "./precision.ts";
import { ragged } from "./ragged.ts";
import { ranks } from "./ranks.ts";
import { rows } from "./rows.ts";
import { sharesDown } from "./shares-down.ts";
import { sharesInCells } from "./shares-in-cells.ts";
import { sides } from "./sides.ts";
import { targets } from "./targets.ts";
import { totals } from "./totals.ts";
import { wrongUnits } from "./wrong-units.ts";

/** In the order in which findings of one class about one cell are told, and the checks of one cell listed. */
export const checks: readonly AuditCheck[] = [
  headings,
  misspelt,
  wrongUnits,
  precision,
  rows,
  sides,
  ranks,
  sharesInCells,
  sharesDown,
  totals,
  overview,
  impossibleValues,
  targets,
  populations,
  plan,
  ragged,
  leftInCells,
];
