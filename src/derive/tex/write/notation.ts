import { decimalText } from "../../tree/printed.js";
import { type Expr, negate, number, over, treeKey, withEach } from "../../tree/expression.js";

/**
 * The tree in the form that a page shows. A page does not show whether a b c is (a b) c, nor whether the minus of
 * -N/2 belongs to N or to the fraction: products and sums are one row, and a leading minus stands before the whole
 * product. Nothing else changes; order, factors and terms stay as they are.
 */
export function shown(expr: Expr): Expr {
  const next = withEach(expr, shown);
  switch (next.kind) {
    case "number":
      return shownNumber(next);
    case "add":
      return {
        ...next,
        terms: next.terms.flatMap((term) => (term.kind === "add" ? term.terms : [term])),
      };
    case "mul":
      return signedProduct(next.factors);
    case "div":
      return signedQuotient(next.left, next.right);
    case "call":
      return next.name === "ln" ? { ...next, name: "log" } : next;
    default:
      return next;
  }
}

/** Factors in one row, with the signs of the first before all of them. */
function signedProduct(own: Expr[]): Expr {
  const factors = own.flatMap((factor) => (factor.kind === "mul" ? factor.factors : [factor]));
  const [first, ...rest] = factors;
  if (first.kind !== "neg") return { kind: "mul", factors };
  return negate(signedProduct([first.of, ...rest]));
}

function signedQuotient(left: Expr, right: Expr): Expr {
  return left.kind === "neg" ? negate(signedQuotient(left.of, right)) : over(left, right);
}

/** A number that has no short decimal is a quotient, and a negative one has its minus in front. */
function shownNumber(expr: Expr & { kind: "number" }): Expr {
  const { value } = expr;
  if (value.sign < 0) return negate(shownNumber({ kind: "number", value: value.neg() }));
  if (value.isInteger || decimalText(value) !== undefined) return expr;
  return over(number(value.num), number(value.den));
}

/** Whether two expressions look the same on a page, and so are the same tree. */
export const sameShown = (left: Expr, right: Expr): boolean =>
  treeKey(shown(left)) === treeKey(shown(right));
