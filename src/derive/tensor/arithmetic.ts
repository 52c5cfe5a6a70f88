import { boundedEntries } from "../tree/bounded.js";
import { DerivationError } from "../tree/errors.js";
import { type Expr, number, parts, withParts } from "../tree/expression.js";
import { entriesOf, isList, mapEntries, placesOf, shaped, shapeOf, shapeText } from "./list.js";

/**
 * Entry by entry: `+`, `-`, a factor and a divisor that are single values. Two lists are multiplied by `matmul`, `dot`
 * or `times`, which say how.
 *
 * @throws DerivationError where sizes differ
 */
export function entrywise(expr: Expr): Expr {
  const own = parts(expr);
  const lists = own.filter(isList);
  if (lists.length === 0) return expr;
  const shapes = lists.map(shapeOf);
  const [shape] = shapes;
  if (shapes.some((other) => other.join() !== shape.join())) {
    throw new DerivationError(
      `entries of lists are joined by ${words[expr.kind] ?? expr.kind} only where the sizes agree, got ${shapes.map(shapeText).join(" and ")}`,
    );
  }
  if ((expr.kind === "mul" && lists.length > 1) || expr.kind === "pow") {
    throw new DerivationError(
      "lists are multiplied by matmul(A, B), dot(a, b) or times(A, B), which say how",
    );
  }
  if (expr.kind === "div" && isList(expr.right)) {
    throw new DerivationError("a list cannot be a divisor");
  }
  const entries = own.map((part) => (isList(part) ? entriesOf(part) : part));
  return shaped(
    placesOf(shape).map((_, i) =>
      withParts(
        expr,
        entries.map((part) => (Array.isArray(part) ? part[i] : part)),
      ),
    ),
    shape,
  );
}

const words: Record<string, string> = { add: "+", mul: "*", div: "/", neg: "-" };

/** Entry by entry, of two lists of one size: Hadamard's product. */
export function hadamard(left: Expr, right: Expr): Expr {
  const [a, b] = [entriesOf(left), sameSize("times", left, right)];
  return shaped(
    a.map((entry, i) => ({ kind: "mul", factors: [entry, b[i]] })),
    shapeOf(left),
  );
}

/** The sum of the products of the entries of two lists of one size. */
export function dot(left: Expr, right: Expr): Expr {
  const [a, b] = [entriesOf(left), sameSize("dot", left, right)];
  return plus(a.map((entry, i) => product(entry, b[i])));
}

/** Row by column. */
export function matmul(left: Expr, right: Expr): Expr {
  const [[rows, inner], [length, columns]] = [shapeOf(left), shapeOf(right)];
  if (shapeOf(left).length !== 2 || shapeOf(right).length !== 2 || inner !== length) {
    throw new DerivationError(
      `matmul: the columns of the first must be the rows of the second, got ${shapeText(shapeOf(left))} and ${shapeText(shapeOf(right))}`,
    );
  }
  boundedEntries("a matrix product", rows * inner * columns);
  const [a, b] = [entriesOf(left), entriesOf(right)];
  const entry = ([i, j]: number[]) =>
    plus(
      Array.from({ length: inner }, (_, k) =>
        product(a[(i - 1) * inner + k], b[k * columns + j - 1]),
      ),
    );
  return shaped(placesOf([rows, columns]).map(entry), [rows, columns]);
}

/** The sum of all entries. */
export const total = (of: Expr): Expr => plus(entriesOf(of));

export const relu = (of: Expr): Expr =>
  mapEntries(of, (entry) => ({ kind: "call", name: "max", args: [entry, number(0n)] }));

function sameSize(fn: string, left: Expr, right: Expr): Expr[] {
  const [a, b] = [shapeOf(left), shapeOf(right)];
  if (a.join() !== b.join()) {
    throw new DerivationError(
      `${fn}: both lists must have one size, got ${shapeText(a)} and ${shapeText(b)}`,
    );
  }
  return entriesOf(right);
}

const isZero = (expr: Expr) => expr.kind === "number" && expr.value.sign === 0;

/** A sum without its zeros. */
export function plus(terms: Expr[]): Expr {
  const kept = terms.filter((term) => !isZero(term));
  if (kept.length < 2) return kept[0] ?? number(0n);
  return { kind: "add", terms: kept };
}

/** A product, 0 where a factor is 0. */
export function product(left: Expr, right: Expr): Expr {
  if (isZero(left) || isZero(right)) return number(0n);
  return { kind: "mul", factors: [left, right] };
}
