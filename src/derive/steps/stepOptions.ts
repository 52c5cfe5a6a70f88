import type { Related, Written } from "../notation/written.js";

/** What a step may say beside its right side. */
export interface StepOptions {
  /** Numbers of the inventory that the step settles. */
  items?: number[];
  /**
   * Conditions that the source leaves unsaid, for this step alone: `s = 1`, `S > 0`, `s divides w - f`. They stay open,
   * so that the step is proved if they hold.
   */
  provided?: string[];
  /** The name of the count over which a step about a recurrence is proved by induction. */
  induction?: string;
  /** That the step is to be refuted, as an example of what goes wrong; the derivation's grade does not count it. */
  expect?: "refuted";
}

/** What a definition may say beside its value. */
export interface DefinitionOptions {
  items?: number[];
  /** Where a function has this value, `c < x < d`; elsewhere it is 0. */
  where?: string;
}

/** A misprint: what the notes print, and what is right, each a relation such as `a/b = c`, or its two sides. */
export interface ErratumText {
  items?: number[];
  asWritten: Written | Related;
  corrected: Written | Related;
  because?: string;
}

/** What the point where an expression is largest settles. */
export interface ArgmaxOptions {
  items?: number[];
  /** The second derivative there: its value, if it is to be shown, and what it settles. */
  second?: { items?: number[]; value?: Written; because?: string };
}
