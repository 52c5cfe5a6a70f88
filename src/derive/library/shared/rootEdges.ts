import { type Expr, treeKey } from "../../tree/expression.js";

/** What is squared under a root, whose sign tells which of two values the root is: that of u^2 is u or -u. */
export function rootEdges(under: Expr): Expr[] {
  if (under.kind === "pow") {
    const { left, right } = under;
    const isEven = right.kind === "number" && right.value.num % 2n === 0n;
    return isEven && right.value.isInteger ? [left] : [];
  }
  if (under.kind !== "mul") return [];
  const { factors } = under;
  const keys = factors.map(treeKey);
  return factors.flatMap((factor, i) => [
    ...(keys.indexOf(keys[i]) < i ? [factor] : []),
    ...rootEdges(factor),
  ]);
}
