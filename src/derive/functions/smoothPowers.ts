import { constantValue } from "../tree/constants.js";
import { type Expr, number, times, toThe, treeKey, withEach } from "../tree/expression.js";

/** Functions with an edge, and how many equal factors make a product without one. */
const together = new Map([
  ["abs", 2n],
  ["cbrt", 3n],
]);

/**
 * An expression in which powers of functions with an edge that have no edge themselves are written without these, such as
 * x for cbrt(x)^3 and x^2 for abs(x)^2: they have a derivative where the rules for their parts have no value.
 */
export function smoothPowers(expr: Expr): Expr {
  const own = withEach(expr, smoothPowers);
  if (own.kind === "pow") return ofPower(own.left, whole(own.right)) ?? own;
  if (own.kind === "mul") return gathered(own.factors);
  if (own.kind === "call" && own.args.length === 1 && own.args[0].kind === "pow") {
    const { left, right } = own.args[0];
    return ofRoot(own.name, left, whole(right)) ?? own;
  }
  return own;
}

/** A whole number above 0, if an expression is one. */
function whole(expr: Expr): bigint {
  const value = constantValue(expr);
  return value?.isInteger && value.sign > 0 ? value.num : 0n;
}

/** cbrt(u)^(3 k) is u^k, and abs(u)^(2 k) is u^(2 k), for every u. */
function ofPower(base: Expr, exponent: bigint): Expr | undefined {
  if (base.kind !== "call" || exponent === 0n) return undefined;
  const count = together.get(base.name);
  if (count === undefined || exponent % count !== 0n) return undefined;
  return toThe(base.args[0], number(base.name === "abs" ? exponent : exponent / count));
}

/** cbrt(u^(3 k)) is u^k, abs(u^(2 k)) is u^(2 k), and sqrt(u^(4 k)) is u^(2 k), for every u. */
function ofRoot(name: string, base: Expr, exponent: bigint): Expr | undefined {
  if (exponent === 0n) return undefined;
  if (name === "cbrt" && exponent % 3n === 0n) return toThe(base, number(exponent / 3n));
  if (name === "abs" && exponent % 2n === 0n) return toThe(base, number(exponent));
  if (name === "sqrt" && exponent % 4n === 0n) return toThe(base, number(exponent / 2n));
  return undefined;
}

/** A product in which equal factors with an edge are one power. */
function gathered(factors: readonly Expr[]): Expr {
  const rest: Expr[] = [];
  const edged = new Map<string, { base: Expr; exponent: bigint }>();
  for (const factor of factors) {
    const [base, exponent] =
      factor.kind === "pow" ? [factor.left, whole(factor.right)] : [factor, 1n];
    if (base.kind !== "call" || !together.has(base.name) || exponent === 0n) rest.push(factor);
    else {
      const key = treeKey(base);
      edged.set(key, { base, exponent: exponent + (edged.get(key)?.exponent ?? 0n) });
    }
  }
  const powers = [...edged.values()].map(
    ({ base, exponent }) =>
      ofPower(base, exponent) ?? (exponent === 1n ? base : toThe(base, number(exponent))),
  );
  return times(...rest, ...powers);
}
