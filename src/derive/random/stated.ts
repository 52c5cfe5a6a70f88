import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import type { Equation } from "../assumptions/equation.js";
import { constantValue } from "../tree/constants.js";
import { type Expr, number, subtract, times, toThe, withEach } from "../tree/expression.js";
import { substitute } from "../tree/names.js";
import { covarianceName, type Means, moment, varianceName } from "./moments/moments.js";
import { type Atom, isAtom, isRandom } from "./names.js";
import { operatorOf } from "./operators.js";
import { reduced } from "./reduce.js";

/** Writes an expression with what is assumed of means. */
type Inserted = (expr: Expr) => Expr;

/**
 * Assumptions without means: `Var(X) = sigma^2` gives what stands for the variance its value, for every entry where it is
 * said of `X[i]`; others are written by moments.
 */
export function withoutMeans(
  assumptions: Assumptions,
  means: Means,
): { assumptions: Assumptions; insert: Inserted; isStated: boolean } {
  const rules: Inserted[] = [];
  const insert: Inserted = (expr) => rules.reduce((all, rule) => rule(all), expr);
  const equations: Equation[] = [];
  const stated: Fact[] = [];
  for (const equation of assumptions.equations ?? []) {
    const { left, right, text } = equation;
    const [one, two] = isRandom(left, means.names) ? [left, right] : [right, left];
    if (!isRandom(one, means.names)) {
      equations.push(equation);
      continue;
    }
    const value = insert(reduced(two, means));
    const target = targetOf(one, means);
    const rule = target && replacing(insert(target.name), insert(target.value(value)));
    if (rule) {
      rules.push(rule);
      if (target.isVariance)
        stated.push({ kind: "compare", expr: insert(target.name), relation: ">=", text });
    } else equations.push({ left: insert(reduced(one, means)), right: value, text });
  }
  const facts = assumptions.facts.map((fact): Fact =>
    fact.kind === "compare" ? { ...fact, expr: insert(reduced(fact.expr, means)) } : fact,
  );
  return {
    assumptions: { ...assumptions, facts: [...facts, ...stated], equations },
    insert,
    isStated: rules.length > 0 || equations.length > 0,
  };
}

/** What stands for a moment that an equation gives, and its value by what the equation says. */
interface Target {
  name: Expr;
  value: (stated: Expr) => Expr;
  isVariance?: boolean;
}

function targetOf(expr: Expr, means: Means): Target | undefined {
  const found = operatorOf(expr, means.names);
  if (!found || found.given) return undefined;
  const isFree = (part: Expr): part is Atom =>
    isAtom(part, means.names) && !means.names.variables.get(part.name)!.distribution;
  const mean = (atom: Atom) => moment([{ base: atom, power: 1 }], means);
  const [first, second] = found.args;
  const same = (stated: Expr) => stated;
  if (found.operator === "E" && isFree(first)) return { name: mean(first), value: same };
  if (found.operator === "Var" && isFree(first))
    return { name: varianceName(first, means), value: same, isVariance: true };
  if (found.operator === "Cov" && isFree(first) && isFree(second) && first.name !== second.name)
    return { name: covarianceName(first, second, means), value: same };
  const isSquare = first.kind === "pow" && constantValue(first.right)?.num === 2n;
  if (found.operator === "E" && isSquare && isFree(first.left)) {
    const { left: atom } = first;
    const value = (stated: Expr) => subtract(stated, toThe(mean(atom), number(2n)));
    return { name: varianceName(atom, means), value, isVariance: true };
  }
  if (found.operator !== "E" || first.kind !== "mul" || first.factors.length !== 2)
    return undefined;
  const [one, two] = first.factors;
  if (!isFree(one) || !isFree(two) || one.name === two.name) return undefined;
  const value = (stated: Expr) => subtract(stated, times(mean(one), mean(two)));
  return { name: covarianceName(one, two, means), value };
}

/** Puts a value in the place of a name, or of each entry where the name stands with indices that are names. */
function replacing(name: Expr, value: Expr): Inserted | undefined {
  if (name.kind === "symbol") return (expr) => substitute(expr, new Map([[name.name, value]]));
  if (name.kind !== "index") return undefined;
  const indices = name.indices.flatMap((index) => (index.kind === "symbol" ? [index.name] : []));
  if (indices.length !== name.indices.length || new Set(indices).size !== indices.length)
    return undefined;
  const rule: Inserted = (expr) => {
    const inner = withEach(expr, rule);
    if (inner.kind !== "index" || inner.name !== name.name) return inner;
    return substitute(value, new Map(indices.map((index, i) => [index, inner.indices[i]])));
  };
  return rule;
}
