import { boundedEntries } from "../tree/bounded.js";
import { DerivationError } from "../tree/errors.js";
import { call, type Expr, partialName } from "../tree/expression.js";
import { expressionText } from "../tree/text.js";
import { entriesOf, list, mapEntries, shaped, shapeOf, shapeText } from "./list.js";

/** Derivatives of one expression by every entry of a list, in the list's shape. */
export function gradient(of: Expr, by: Expr): Expr {
  const [value, ...more] = entriesOf(of);
  if (more.length) {
    throw new DerivationError(
      `grad: must be given a single value, got ${shapeText(shapeOf(of))}; the derivatives of a list are jacobian(O, F)`,
    );
  }
  return mapEntries(by, (entry) => call("partial", value, variable(entry)));
}

/** Derivatives of every entry of a list by every entry of another: a row for each entry of the first. */
export function jacobian(of: Expr, by: Expr): Expr {
  const columns = entriesOf(by).map(variable);
  boundedEntries("a Jacobian", columns.length * entriesOf(of).length);
  return list(
    entriesOf(of).map((value) => list(columns.map((entry) => call("partial", value, entry)))),
  );
}

/** The partial derivatives of an unknown function of a list's entries, at those entries. */
export function partials(fn: string, of: Expr): Expr {
  const entries = entriesOf(of);
  return shaped(
    entries.map((_, i) => call(partialName(fn, i + 1), ...entries)),
    shapeOf(of),
  );
}

function variable(expr: Expr): Expr {
  if (expr.kind === "symbol" || expr.kind === "index") return expr;
  throw new DerivationError(
    `a derivative is taken by a name or an entry, got ${expressionText(expr)}; write at(D(e, x), x, value)`,
  );
}
