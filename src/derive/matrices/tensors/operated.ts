import { Rational } from "../../../num/index.js";
import { visitParts } from "../../meanings/occurrences.js";
import { constantValue } from "../../tree/constants.js";
import type { Call, Expr } from "../../tree/expression.js";
import type { Operation } from "../sizes/operations.js";
import { derivativeTerms, type Variable } from "./derivative.js";
import type { Evaluation } from "./evaluate.js";
import { inverseOf } from "./inverse.js";
import { determinant } from "./updates.js";
import { isZero, tensor } from "../terms/normal.js";
import { applied, raised } from "./numbers.js";
import {
  columnsBelow,
  diagonal,
  hadamard,
  kronecker,
  product,
  total,
  trace,
  transposed,
} from "./operate.js";
import { Outside } from "../terms/outside.js";
import { power } from "../terms/powers.js";
import { columnIndex, freeIndices, rowIndex, type Tensor } from "../terms/tensor.js";

/** The value of an operation on matrices. @throws Outside */
export function operated(operation: Operation, expr: Call, evaluation: Evaluation): Tensor {
  const { known, conditions } = evaluation;
  const isDerivative = operation === "derivative" || operation === "hessian";
  if (isDerivative) return derivative(operation, expr, evaluation);
  if (operation === "norm") return norm(expr, evaluation);
  const [first, second] = expr.args.map(evaluation.of);
  const [source] = expr.args;
  switch (operation) {
    case "transpose":
      return transposed(first);
    case "inverse":
      conditions.add("invertible", source, first);
      return inverseOf(first);
    case "trace":
      return trace(first);
    case "determinant":
      return determinant(first, known);
    case "logDeterminant": {
      const inner = determinant(first, known);
      conditions.add("positive", { kind: "call", name: "det", args: [source] }, inner);
      return applied("log", inner, known);
    }
    case "kronecker":
      return kronecker(first, second);
    case "hadamard":
      return hadamard(first, second);
    case "vec":
      return columnsBelow(first);
    case "diag":
      return diagonal(first);
    case "inner":
      return total(hadamard(first, second));
    case "total":
      return total(first);
    case "product":
      return product(first, second);
    case "softmax": {
      const powers = applied("exp", first, known);
      return product(powers, raised(total(powers), power(-1n), known));
    }
  }
}

/** The Euclidean norm of a vector, Frobenius' of a matrix. */
function norm({ args: [source, which] }: Call, { of, known }: Evaluation): Tensor {
  const arg = of(source);
  const isVector = arg.rows.length === 0 || arg.columns.length === 0;
  const is = (text: string): boolean => which?.kind === "symbol" && which.name === text;
  const isTwo = which?.kind === "number" && which.value.equals(Rational.of(2n));
  if (!(isVector && (which === undefined || isTwo)) && !is("F"))
    throw new Outside(
      "a norm that is neither the Euclidean norm of a vector nor the Frobenius norm",
    );
  return raised(total(hadamard(arg, arg)), power(Rational.of(1n, 2n)), known);
}

/** By an array or a number; once more for a Hessian. */
function derivative(operation: Operation, { args, name }: Call, evaluation: Evaluation): Tensor {
  const [source, by] = args;
  if (by?.kind !== "symbol" || args.length !== 2)
    throw new Outside(`${name} without the name by which is differentiated`);
  const of = evaluation.of(source);
  const once = derivativeBy(of, by, evaluation);
  if (hasRoot(of)) demandSlopes(source, evaluation);
  return operation === "hessian" ? derivativeBy(once, by, evaluation) : once;
}

/** A root has a derivative where it is not 0. */
function demandSlopes(source: Expr, { of, conditions }: Evaluation): void {
  visitParts(source, (part) => {
    const isPower = part.kind === "pow" && constantValue(part.right)?.isInteger === false;
    const isRoot = part.kind === "call" && (part.name === "norm" || part.name === "sqrt");
    if (isPower) conditions.add("positive", part.left, of(part.left));
    else if (isRoot) conditions.add("positive", part, of(part));
  });
}

/** Whether a root is left: in the square of a norm there is none. */
const hasRoot = ({ terms }: Tensor): boolean =>
  terms.some(({ factors }) =>
    factors.some(({ atom, exponent }) => {
      const isWhole = [...exponent.values()].every((value) => value.isInteger);
      return !isWhole || ("of" in atom && hasRoot(atom.of));
    }),
  );

function derivativeBy(
  of: Tensor,
  by: Expr & { kind: "symbol" },
  { arrays, known }: Evaluation,
): Tensor {
  const array = arrays.get(by.name);
  const size = array ? arrays.lengths.of(array.size) : { rows: [], columns: [] };
  const isNumber = of.rows.length + of.columns.length === 0;
  const isPlain = isNumber || size.rows.length + size.columns.length === 0;
  if (!isPlain && (of.columns.length > 0 || size.columns.length > 0))
    throw new Outside("a derivative with more than two axes");
  const variable: Variable = {
    name: by.name,
    at: isPlain ? freeIndices(size) : size.rows.map((_, i) => columnIndex(i)),
  };
  const own = isNumber ? size : isPlain ? of : { rows: of.rows, columns: size.rows };
  const at = isPlain ? freeIndices(of) : of.rows.map((_, i) => rowIndex(i));
  return isZero(of) ? tensor(own, []) : tensor(own, derivativeTerms(of, at, variable, known));
}
