import { DerivationError } from "../tree/errors.js";

/** Characters of a long text that a message shows on either side of the place. */
const around = 60;

/** An error that shows the text and points at a place in it, an index of its characters. */
export function faultAt(text: string, place: number, what: string): DerivationError {
  const begin = text.lastIndexOf("\n", place - 1) + 1;
  const end = text.indexOf("\n", place);
  const line = text.slice(begin, end < 0 ? text.length : end);
  const at = place - begin;
  const from = Math.max(0, at - around);
  const lead = from > 0 ? "… " : "";
  const rest = line.length > at + around ? " …" : "";
  const shown = lead + line.slice(from, at + around) + rest;
  const pointer = " ".repeat(lead.length + at - from);
  return new DerivationError(`cannot read this expression: ${what}\n    ${shown}\n    ${pointer}^`);
}
