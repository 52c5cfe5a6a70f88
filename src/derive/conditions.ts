import { Rational } from "../num/index.js";
import { integerNames, type Assumptions } from "./assumptions.js";
import { type Expr, freeNames, number, parts, subtract } from "./expression.js";
import { binary, treeKey } from "./expression.js";
import { expressionLatex } from "./latex.js";
import type { Signs } from "./signs.js";
import { expressionText } from "./text.js";
import type { Condition } from "./types.js";

/** A demand that an expression makes for being defined. */
interface Demand {
  expr: Expr;
  need: "nonzero" | "positive" | "nonnegative" | "count";
}

/**
 * What must hold for expressions to be defined: every denominator, logarithm, root and negative power leaves its
 * condition, also where it cancels. Those that the assumptions meet say by which.
 */
export function conditionsOf(exprs: Expr[], assumptions: Assumptions, signs: Signs): Condition[] {
  const demands = new Map<string, Demand>();
  for (const expr of exprs) collect(expr, new Set(), demands);
  return [...demands.values()].flatMap((demand) => {
    const metBy = meets(demand, assumptions, signs);
    if (metBy === "its form") return [];
    return [{ ...words(demand), ...(metBy ? { metBy } : {}) }];
  });
}

function collect(expr: Expr, bound: Set<string>, demands: Map<string, Demand>): void {
  const ask = (need: Demand["need"], of: Expr) => {
    // What depends on a bound name holds for each of its values; it cannot be stated outside its sum.
    demands.set(`${need} ${treeKey(of)}`, { need, expr: of });
  };
  if (expr.kind === "div") for (const factor of factors(expr.right)) ask("nonzero", factor);
  if (expr.kind === "pow" && expr.right.kind === "neg") ask("nonzero", expr.left);
  if (expr.kind === "pow" && expr.right.kind === "number") {
    if (expr.right.value.sign < 0) ask("nonzero", expr.left);
    if (expr.right.value.den === 2n) ask("nonnegative", expr.left);
  }
  if (expr.kind === "call") {
    if (expr.name === "log") ask("positive", expr.args[0]);
    if (expr.name === "sqrt") ask("nonnegative", expr.args[0]);
    if (expr.name === "sum" && expr.args.length === 4) {
      const [, name, lower, upper] = expr.args;
      const fromOne = lower.kind === "number" && lower.value.equals(Rational.of(1n));
      ask("count", fromOne ? upper : subtract(binary("add", upper, number(1n)), lower));
      if (name.kind === "symbol") bound = new Set(bound).add(name.name);
    }
  }
  for (const part of parts(expr)) collect(part, bound, demands);
}

function factors(expr: Expr): Expr[] {
  if (expr.kind === "mul") return [...factors(expr.left), ...factors(expr.right)];
  if (expr.kind === "neg") return factors(expr.of);
  if (expr.kind === "pow" && expr.right.kind === "number" && expr.right.value.sign > 0)
    return factors(expr.left);
  return [expr];
}

function meets({ expr, need }: Demand, assumptions: Assumptions, signs: Signs): string | undefined {
  if (need !== "count") return signs[need](expr);
  if (freeNames(expr).size === 0) return "its form";
  const integers = integerNames(assumptions);
  if (![...freeNames(expr)].every((name) => integers.has(name))) return undefined;
  return signs.nonnegative(expr);
}

const relation = {
  nonzero: "!= 0",
  positive: "> 0",
  nonnegative: ">= 0",
  count: "is a whole number >= 0",
};
const latexRelation = {
  nonzero: "\\neq 0",
  positive: "> 0",
  nonnegative: "\\geq 0",
  count: "\\in \\{0, 1, 2, \\ldots\\}",
};

function words({ expr, need }: Demand): Condition {
  return {
    text: `${expressionText(expr)} ${relation[need]}`,
    latex: `${expressionLatex(expr)} ${latexRelation[need]}`,
  };
}
