import { DerivationError } from "../../tree/errors.js";

/** What a name may be taken for where LaTeX leaves it open: a number, a family of numbers, or a matrix. */
export interface Supposed {
  name: string;
  is: "number" | "family" | "matrix";
  indices: number;
}

/** LaTeX that has one meaning once it is known what a name is. */
export class Unsettled extends DerivationError {
  constructor(
    message: string,
    readonly supposed: Supposed,
  ) {
    super(message);
  }
}

/** What fits on a line of a terminal of 80, indented by four. */
const widest = 72;

/** The error for LaTeX that is not read: what is wrong, its line with a caret below the place, and what to write. */
export function texError(source: string, at: number, what: string, instead = ""): DerivationError {
  const place = Math.min(at, source.length);
  const start = source.lastIndexOf("\n", place - 1) + 1;
  const next = source.indexOf("\n", place);
  const end = next < 0 ? source.length : next;
  // A long line is cut to what stands around the place.
  const from = Math.max(start, place - widest / 2);
  const to = Math.min(end, from + widest);
  const before = from > start ? "…" : "";
  const line = `${before}${source.slice(from, to)}${to < end ? "…" : ""}`;
  const caret = " ".repeat(before.length + place - from);
  const advice = instead ? `\n    ${instead}` : "";
  return new DerivationError(
    `cannot read this LaTeX: ${what}\n    ${line}\n    ${caret}^${advice}`,
  );
}
