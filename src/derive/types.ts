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
  /** Present if refuted. */
  witness?: Witness;
  /** Present if unknown (what is missing, and in which sub-expression) or tested (points and bound). */
  reason?: string;
  /** Inventory numbers that this step settles. */
  items: number[];
}

/** A misprint: refuted as written, proved as corrected. */
export interface Erratum {
  items: number[];
  asWritten: Step;
  corrected: Step;
}

/** A derivation as it is stored in a notebook's output and set on the page. */
export interface DerivationJSON {
  id: string;
  title: string;
  assumptions: string[];
  /** The weakest step's grade. */
  grade: Grade;
  steps: Step[];
  errata: Erratum[];
  /** Ids of the derivations on which this one rests. */
  rests?: string[];
}

/** Media type under which a derivation stands in a notebook. */
export const derivationMime = "application/vnd.rederive.derivation+json";
