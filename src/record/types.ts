import type { RuleId } from "./rules/rules.js";

export type { Rule, RuleId } from "./rules/rules.js";

/** What the checker can say of one claim; it never says more than what was checked. */
export type Grade = "proved" | "proved-if" | "tested" | "refuted" | "unknown" | "assumed";

/** How the two sides of a step are related. */
export type Relation = "=" | "<" | "<=" | "≈" | "<=>" | "=>" | "O";

/** A side condition: about definedness or range, never the claim in another form. */
export interface Condition {
  /** The condition as a reader writes it, for instance `b - a != 0`. */
  text: string;
  /** The same in LaTeX. */
  latex: string;
  /** The assumption that meets it; absent while the condition is open. */
  metBy?: string;
}

/** A point at which a claim fails, with the exact value of either side there. */
export interface Witness {
  /** Names to exact values, for instance `{ a: "2", b: "7/3" }`. */
  point: Record<string, string>;
  /** Exact value of the left side, or the word `undefined` with the reason. */
  lhs: string;
  /** Exact value of the right side, or the word `undefined` with the reason. */
  rhs: string;
}

/** A name, a function or a probability with its value, or a sequence, each as text that the engine reads. */
export type Definition =
  | { name: string; value: string; where?: string }
  /** A sequence by its value at 0 and its next value in terms of the one before. */
  | { sequence: string; first: string; next: string };

/** What a derivation takes from another one: its definitions in their order, and what was assumed when they were made. */
export interface Taken {
  id: string;
  assumptions: string[];
  definitions: (Definition | Taken)[];
}

/** One relation between two expressions, with its grade and the evidence for it. */
export interface Step {
  lhs: string;
  relation: Relation;
  rhs: string;
  /** The whole relation in LaTeX, `lhs relation rhs`. */
  latex: string;
  /** The right side alone in LaTeX, for a chain set in columns. */
  rhsLatex: string;
  lhsLatex: string;
  /** The author's reason. */
  because: string;
  grade: Grade;
  conditions: Condition[];
  /** The procedure that decided, in words a reader understands. */
  method: string;
  /**
   * The rules by which the grade was reached, in order: what decided, what it applied on its way, and what was asked after
   * that. A record of before there were any has none.
   */
  rules?: readonly RuleId[];
  /** Present if refuted. */
  witness?: Witness;
  /** Present if unknown (what is missing, and in which sub-expression) or tested (points and bound). */
  reason?: string;
  /** Inventory numbers that this step settles. */
  items: number[];
  /** Conditions that the author states for this step alone. */
  provided?: string[];
  /** The count over which the step is proved by induction. */
  induction?: string;
  /** Present if the step is a definition; of the two steps that show a sequence the first has it. */
  defines?: Definition;
  /** What the author wants to be found, where that is not that it holds. */
  expect?: "refuted";
}

/** A misprint: refuted as written, proved as corrected. */
export interface Erratum {
  items: number[];
  asWritten: Step;
  corrected: Step;
  /** How many steps and errata stood above it: what these steps define is known to it. */
  after: number;
}

/**
 * A derivation as it is stored in a notebook's output and set on the page: what was found, and every text that it takes
 * to find it again.
 */
export interface DerivationJSON {
  version: 1;
  id: string;
  title: string;
  assumptions: string[];
  /** The weakest step's grade. */
  grade: Grade;
  steps: Step[];
  errata: Erratum[];
  /** Ids of the derivations on which this one rests. */
  rests?: string[];
  /** What it takes from some of these, each with the number of steps and errata that stood above. */
  takes?: (Taken & { after: number })[];
}
