import { type Expr, parts } from "../expression.js";
import { isMatrixLetter } from "../meanings/matrices.js";
import { peek, type Reading, refuse } from "./reading.js";

/** `AB = BA`: the same capitals in another order would say that they commute, which numbers do without saying. */
export function refuseCommuting(reading: Reading, sides: readonly Expr[]): void {
  if (reading.scouting) return;
  const { declared, evidence } = reading;
  const orders = new Map<string, string>();
  const visit = (expr: Expr): void => {
    const names = capitals(expr).filter(
      (name) => !declared.symbols.has(name) && !evidence.numbers.has(name),
    );
    const [key, order] = [[...names].sort().join(" "), names.join(" ")];
    const other = orders.get(key);
    if (names.length > 1 && other !== undefined && other !== order) {
      throw refuse(
        reading,
        peek(reading),
        `the products ${other} and ${order} are one for numbers and may be two for matrices`,
        `state \`${names[0]} real\` among the assumptions for numbers, and write them in one order`,
      );
    }
    orders.set(key, order);
    parts(expr).forEach(visit);
  };
  sides.forEach(visit);
}

/** The capitals that are factors of a product, in their order. */
function capitals(expr: Expr): string[] {
  if (expr.kind !== "mul") return [];
  return expr.factors.flatMap((factor) => {
    if (factor.kind === "mul") return capitals(factor);
    return factor.kind === "symbol" && isMatrixLetter(factor.name) ? [factor.name] : [];
  });
}
