import { type Expr, parts } from "../expression.js";
import { isMatrixLetter } from "../meanings/matrices.js";
import { unsigned } from "../meanings/occurrences.js";
import { peek, type Reading, refuse } from "./reading.js";
import { isBold } from "./symbolNames.js";

/** `AB = BA`: the same capitals in another order would say that they commute, which numbers do without saying. */
export function refuseCommuting(reading: Reading, sides: readonly Expr[]): void {
  if (reading.scouting) return;
  const { declared, evidence } = reading;
  const { symbols, matrices, vectors } = declared;
  const unknown = (name: string) =>
    ![symbols, matrices, vectors, evidence.numbers].some((names) => names?.has(name));
  const orders = new Map<string, string>();
  const visit = (expr: Expr): void => {
    const names = capitals(expr).filter(unknown);
    const [key, order] = [[...names].sort().join(" "), names.join(" ")];
    const other = orders.get(key);
    if (names.length > 1 && names.some(isMatrixLetter) && other !== undefined && other !== order) {
      throw refuse(
        reading,
        peek(reading),
        `the products ${other} and ${order} are one for numbers and may be two for matrices`,
        `state \`${names[0]} real\` among the assumptions for numbers, and write them in one order`,
      );
    }
    orders.set(key, order);
    if (isProductOfSums(expr, unknown)) {
      throw refuse(
        reading,
        peek(reading),
        "a product of sums of capitals is multiplied out otherwise for numbers than for matrices",
        "state them among the assumptions for numbers: `A real`, `B real`",
      );
    }
    parts(expr).forEach(visit);
  };
  sides.forEach(visit);
}

/** `(A + B)^2` and `(A + B)(A - B)` */
function isProductOfSums(expr: Expr, unknown: (name: string) => boolean): boolean {
  const isSum = (one: Expr): boolean =>
    one.kind === "add" &&
    one.terms.map(unsigned).filter((term) => term.kind === "symbol" && isMatrix(term.name)).length >
      1;
  const isMatrix = (name: string) => isMatrixLetter(name) && unknown(name);
  if (expr.kind === "pow") return isSum(expr.left);
  return expr.kind === "mul" && expr.factors.filter(isSum).length > 1;
}

/** The capitals and bold letters that are factors of a product, in their order. */
function capitals(expr: Expr): string[] {
  if (expr.kind !== "mul") return [];
  return expr.factors.flatMap((factor) => {
    if (factor.kind === "mul") return capitals(factor);
    const isArray =
      factor.kind === "symbol" && (isMatrixLetter(factor.name) || isBold(factor.name));
    return isArray ? [factor.name] : [];
  });
}
