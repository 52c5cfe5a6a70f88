/** What a step may say beside its right side. */
export interface StepOptions {
  /** Numbers of the inventory that the step settles. */
  items?: number[];
}

/** A misprint: what the notes print, and what is right, each a relation such as `a/b = c`. */
export interface ErratumText extends StepOptions {
  asWritten: string;
  corrected: string;
  because?: string;
}
