import type { Expr, Outcome } from "../tree/expression.js";

/** Operators whose condition may be the value of a variable. */
export const means = new Set(["E", "Var", "Cov", "sd", "Corr"]);

/** How events are written, in words. */
export const eventForms =
  "an event is (C=1) or (C=1 | T=1), or written atMost(X, c), atLeast(X, c), lessThan(X, c), moreThan(X, c)";

/** An event such as `C=1 | T=1`; undefined for another text. */
export function readEvent(measure: string, text: string): Expr | undefined {
  const sides = text.split("|");
  const [event, given = []] = sides.map((side) => side.split(",").map(readOutcome));
  if (sides.length > 2 || ![...event, ...given].every((one) => one !== undefined)) return undefined;
  return { kind: "event", measure, event: event as Outcome[], given: given as Outcome[] };
}

function readOutcome(text: string): Outcome | undefined {
  const match = /^\s*([A-Za-z_]\w*)\s*=\s*(-?\w+)\s*$/.exec(text);
  return match ? { variable: match[1], value: match[2] } : undefined;
}
