import type { Expr } from "../../tree/expression.js";
import type { Claimed, Fact } from "../claim/claim.js";
import { difference } from "./truth.js";

/** Sets of premises that are tried beside none, each with its own rounds. */
const mostAlternatives = 6;
type Compare = Fact & { kind: "compare" };

/**
 * What to add to the facts so that points are looked for where a claim could fail: nothing, each alternative of a
 * premise, and the contrary of an inequality.
 */
export function premises({ left, relation, right }: Claimed): Compare[][] {
  if (relation === "<" || relation === "<=")
    return [[], [compared(left, relation === "<" ? ">=" : ">", right)]];
  if (relation !== "=>" && relation !== "<=>") return [[]];
  const sides = relation === "=>" ? [left] : [left, right];
  return [[], ...sides.flatMap((side) => alternatives(side)).slice(0, mostAlternatives)];
}

function alternatives(expr: Expr): Compare[][] {
  if (expr.kind !== "call") return [];
  if (expr.name === "or") return expr.args.flatMap(alternatives);
  if (expr.name === "and")
    return expr.args.reduce<Compare[][]>(
      (all, arg) =>
        all
          .flatMap((one) => alternatives(arg).map((other) => [...one, ...other]))
          .slice(0, mostAlternatives),
      [[]],
    );
  const [a, b] = expr.args;
  const relation = expr.name === "<" ? ">" : expr.name === "<=" ? ">=" : (expr.name as "=" | "!=");
  return [[compared(b, relation, a)]];
}

const compared = (a: Expr, relation: Compare["relation"], b: Expr): Compare => ({
  kind: "compare",
  expr: difference(a, b),
  relation,
});
