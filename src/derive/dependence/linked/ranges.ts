import { boundName, type Expr, parts } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { isDerivative } from "../seen.js";

/** A part in which a variable takes other values than the one that it has, with the other names that are free there. */
export interface Range {
  by: string;
  /** Whether the variable is bound, as that of a sum, an integral or a place is; a derivative is by a free one. */
  isBound: boolean;
  names: string[];
}

/** Where variables take other values in an expression: in what is differentiated, summed up, integrated, put at a place. */
export function rangesIn(expr: Expr, bound: readonly string[] = []): Range[] {
  const own = boundName(expr);
  const inside = own === undefined ? bound : [...bound, own];
  const found = parts(expr).flatMap((part) => rangesIn(part, inside));
  const by = own ?? derivedBy(expr);
  if (by === undefined || (own === undefined && bound.includes(by))) return found;
  const names = [...freeNames(parts(expr)[0])].filter((name) => name !== by);
  return [
    { by, isBound: own !== undefined, names: names.filter((name) => !bound.includes(name)) },
    ...found,
  ];
}

function derivedBy(expr: Expr): string | undefined {
  if (!isDerivative(expr)) return undefined;
  const by = expr.args[1];
  return by.kind === "symbol" ? by.name : undefined;
}
