// What a comment is checked against, and what comes of each of its claims.
import type { Period } from "../../core/period.ts";
import type { Finding, FindingClass } from "../findings.ts";
import type { PeriodRole } from "../read/heading-periods.ts";
import type { Comment } from "../read/read-comments.ts";
import type { Values } from "../rows/printed-value.ts";
import type { Claim } from "./claim.ts";

/** What a comment is checked against. */
export interface CommentContext {
  readonly values: Values;
  readonly measure: string;
  readonly force: string;
  /** The areas that it is compared with. */
  readonly groups: readonly string[];
  readonly periods: Readonly<Partial<Record<PeriodRole, Period>>>;
  /** Other periods that the row or its table speaks of. */
  readonly otherPeriods: readonly Period[];
}

/** What comes of a claim that nothing is wrong with. */
export const claimStatuses = ["matched", "matched after rounding", "not checked"] as const;
type ClaimStatus = (typeof claimStatuses)[number] | FindingClass;

export interface CheckedClaim {
  readonly claim: Claim;
  readonly status: ClaimStatus;
  /** What it was matched to, or why it was not. */
  readonly says: string;
}

export interface CommentAudit {
  readonly comment: Comment;
  readonly claims: readonly CheckedClaim[];
  /** How many claims were settled, for or against. */
  readonly settled: number;
  readonly findings: readonly Finding[];
}

export type Checked = Omit<CheckedClaim, "claim">;

export const notChecked = (says: string): Checked => ({ status: "not checked", says });
