// What must hold before a plan is published, and what does not.
/** What must hold before a plan is published, in the order of the list. */
export const demands = {
  plan: "The plan is valid",
  data: "The data are complete",
  comment: "Every unmet aim has a comment",
  doubt: "No doubt about the data is open",
  number: "Every number in a comment is that of its measure",
  shorthand: "Shorthand is explained",
  file: "The report's files are what would be written now",
} as const;

export type Demand = keyof typeof demands;

/** Whether a demand is met: "read" where a program could not tell, and a person has to. */
export const answers = ["yes", "read", "no"] as const;
export type DemandAnswer = (typeof answers)[number];

/** The answer to a demand; `toRead` is how many numbers of comments no program could check. */
export const answerTo = (demand: Demand, lacks: readonly Lack[], toRead: number): DemandAnswer =>
  lacks.some((lack) => lack.demand === demand) ? "no" : demand === "number" && toRead > 0 ? "read" : "yes";

export interface Lack {
  readonly demand: Demand;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  /** Of a doubt, the line of the plan that accepts it. */
  readonly accept?: string;
}
