import type { Notebook, Output } from "../../../src/notebook/index.js";

/** A cell; of a source alone, one without metadata. */
export type PlannedCell = string | { source: string; metadata: Record<string, unknown> };

/** A report that users of another tool have filed, with a small input of our own of the same cause. */
export interface PublicReport {
  /** `owner/name#number`. */
  reference: string;
  /** What went wrong there, and why. */
  cause: string;
  /** What is right: the title of the test. */
  right: string;
  /** What this program did before the report was tried here; nothing where it was right. */
  before?: string;
  cells: PlannedCell[];
  /** Files in the notebook's folder, by name. */
  files?: Record<string, string>;
  /** Settings of the project, as its author writes them; the notebook is then its only one. */
  settings?: string;
  /** Flags of both commands. */
  flags?: string[];
  /** Changes the notebook before it is run. */
  first?(notebook: Notebook): void;
  /** What `run` says of the notebook, a pattern for each line in their order; nothing where it holds. */
  ran?: RegExp[];
  /** What is stored then: the outputs of each cell. */
  stored?(outputs: Output[][]): void;
  /** Changes the notebook, or a file beside it, between `run` and `check`. */
  between?(notebook: Notebook, write: (name: string, text: string) => void): void;
  /** What `check` says of the notebook; nothing where it holds. */
  checked?: RegExp[];
  /** Checked, too, though nothing was changed: what differs from run to run. */
  again?: true;
  /** What `check` notes of it. */
  noted?: RegExp;
}
