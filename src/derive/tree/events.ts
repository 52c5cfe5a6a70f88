import type { Expr } from "./expression.js";

/** The names under which events stand in a tree, with their signs in LaTeX. */
export const eventSigns: Readonly<Record<string, string>> = {
  intersection: "\\cap",
  union: "\\cup",
  without: "\\setminus",
  lessThan: "<",
  moreThan: ">",
  atMost: "\\leq",
  atLeast: "\\geq",
  other: "\\neq",
  equal: "=",
  elementOf: "\\in",
  notElementOf: "\\notin",
  divides: "\\mid",
};

/** Whether an argument is an event, so that what stands before it is no factor. */
export const isEvent = (expr: Expr): boolean =>
  expr.kind === "call" &&
  (Object.hasOwn(eventSigns, expr.name) || /^(?:allOf|tendsTo|subset\w+)$/.test(expr.name));
