import { type Expr, parts, treeKey } from "../../tree/expression.js";

/** A product as the exponents of its factors, by their keys; numbers and signs do not count. */
type Monomial = ReadonlyMap<string, bigint>;

/**
 * Whether other sides write out the product of a head and a sum, as `ab + ac` does that of `a(b + c)`: for each term of
 * the sum there is one with the head, and what stands beside the two is the same for all.
 */
export function isWrittenOut(head: Expr, sum: Expr, others: readonly Expr[]): boolean {
  const written = others.flatMap(monomialsIn);
  const [factor] = expanded(head);
  const beside = expanded(sum).map((term) => {
    const own = product(factor, term);
    return new Set(written.flatMap((one) => rest(one, own) ?? []));
  });
  return [...beside[0]].some((one) => beside.every((set) => set.has(one)));
}

const known = new WeakMap<Expr, Monomial[]>();

/** The terms of all sums in an expression, multiplied out, and the expression itself. */
function monomialsIn(expr: Expr): Monomial[] {
  let found = known.get(expr);
  if (found) return found;
  found = expanded(expr);
  const collect = (part: Expr): void => {
    if (part.kind === "add") found!.push(...expanded(part));
    parts(part).forEach(collect);
  };
  if (expr.kind === "add") expr.terms.forEach(collect);
  else collect(expr);
  known.set(expr, found);
  return found;
}

/** Terms of a product that are multiplied out: they only show how letters are used. */
const mostTerms = 64;

/** The terms of an expression multiplied out; what is no sum or product of few terms is one factor. */
function expanded(expr: Expr): Monomial[] {
  switch (expr.kind) {
    case "number":
      return [new Map()];
    case "neg":
      return expanded(expr.of);
    case "add":
      return expr.terms.flatMap(expanded);
    case "mul":
      return productOf(expr.factors) ?? [single(expr)];
    case "div": {
      const below = expanded(expr.right);
      const left = expanded(expr.left);
      const divisor = below.length === 1 ? inverse(below[0]) : inverse(single(expr.right));
      return left.map((term) => product(term, divisor));
    }
    case "pow": {
      const { left, right } = expr;
      const power = right.kind === "number" && right.value.isInteger ? right.value.num : 0n;
      const [base, ...more] = expanded(left);
      return power !== 0n && more.length === 0 ? [raised(base, power)] : [single(expr)];
    }
    default:
      // A symbol before parentheses is one piece: it may be a function, and shows nothing of itself.
      return [single(expr)];
  }
}

function productOf(factors: readonly Expr[]): Monomial[] | undefined {
  let found: Monomial[] = [new Map()];
  for (const factor of factors) {
    const terms = expanded(factor);
    if (found.length * terms.length > mostTerms) return undefined;
    found = found.flatMap((one) => terms.map((term) => product(one, term)));
  }
  return found;
}

const single = (expr: Expr): Monomial => new Map([[treeKey(expr), 1n]]);
const inverse = (of: Monomial): Monomial => raised(of, -1n);
const raised = (of: Monomial, power: bigint): Monomial =>
  new Map([...of].map(([key, own]) => [key, own * power]));

function product(one: Monomial, other: Monomial): Monomial {
  const found = new Map(one);
  for (const [key, power] of other) found.set(key, (found.get(key) ?? 0n) + power);
  return found;
}

/** What a product has besides its factors in another one; nothing where it lacks one of them. */
function rest(whole: Monomial, part: Monomial): string[] | undefined {
  const left = new Map(whole);
  for (const [key, power] of part) {
    const after = (left.get(key) ?? 0n) - power;
    if (power > 0n && after < 0n) return undefined;
    if (after === 0n) left.delete(key);
    else left.set(key, after);
  }
  return [
    [...left]
      .map(([key, power]) => `${key}^${power}`)
      .sort()
      .join(" "),
  ];
}
