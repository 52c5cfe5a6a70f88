import { Rational } from "../../../num/index.js";
import { type Expr, parts, treeKey } from "../../tree/expression.js";
import { type Linear, linearOf } from "./linear.js";

/** A place of the last term at which the terms differ: what stands there, and the number that a term has there. */
export interface Position {
  path: string;
  last: Linear;
  value: Rational;
  /** Whether it is the index of an entry. */
  isEntry: boolean;
}

const one = Rational.of(1n);

/** The path of a whole term. */
export const root = "term";

/**
 * The places at which a term has numbers where the last term counts: 2 and `n` for x^2 and x^n; undefined where the
 * terms differ in more. A factor or an exponent that is 1, and a power of exponent 0, may be left out.
 */
export function positionsIn(
  last: Expr,
  term: Expr,
  path = root,
  isEntry = false,
): Position[] | undefined {
  const value = numberOf(term);
  const counted = value && linearOf(last);
  if (counted) {
    const isSame = counted.names.size === 0 && value.equals(counted.constant);
    return isSame ? [] : [{ path, last: counted, value, isEntry }];
  }
  if (treeKey(last) === treeKey(term)) return [];
  const at = (k: number) => `${path}/${k}`;
  if (last.kind === "pow") return inPower(last.left, last.right, term, at);
  if (last.kind === "div" && term.kind !== "div") {
    // 1 is 1/1.
    return value?.equals(one) ? inAll([last.left, last.right], [term, term], at) : undefined;
  }
  if (last.kind === "mul" && term.kind !== "mul") return withOnes(last.factors, term, at);
  if (last.kind !== term.kind || nameOf(last) !== nameOf(term)) return undefined;
  return inAll(parts(last), parts(term), at, last.kind === "index");
}

const numberExpr = (value: Rational): Expr => ({ kind: "number", value });

const numberOf = (expr: Expr): Rational | undefined =>
  expr.kind === "number" ? expr.value : expr.kind === "neg" ? numberOf(expr.of)?.neg() : undefined;

const nameOf = (expr: Expr): string =>
  expr.kind === "call" || expr.kind === "index" || expr.kind === "symbol" ? expr.name : "";

function inAll(
  all: readonly Expr[],
  terms: readonly Expr[],
  at: (k: number) => string,
  areEntries = false,
): Position[] | undefined {
  if (all.length !== terms.length) return undefined;
  const found = all.map((part, k) => positionsIn(part, terms[k], at(k), areEntries));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

function inPower(
  base: Expr,
  exponent: Expr,
  term: Expr,
  at: (k: number) => string,
): Position[] | undefined {
  if (term.kind === "pow") return inAll([base, exponent], [term.left, term.right], at);
  const value = numberOf(term);
  const fixed = numberOf(base);
  if (value && fixed) {
    const power = exponentOf(fixed, value);
    return power === undefined ? undefined : positionsIn(exponent, numberExpr(power), at(1));
  }
  // x is x^1, and 1 is x^0.
  if (treeKey(base) === treeKey(term)) return positionsIn(exponent, numberExpr(one), at(1));
  if (value?.equals(one) && linearOf(base)?.names.size === 1 && numberOf(exponent) === undefined)
    return positionsIn(exponent, numberExpr(Rational.of(0n)), at(1));
  return undefined;
}

/** Who writes 2, 4, 8, ... up to a number writes a number that can be read. */
const highest = 64n;

/** The exponent up to 64 to which a whole base above 1 gives a value. */
function exponentOf(base: Rational, value: Rational): Rational | undefined {
  if (!base.isInteger || base.compare(one) <= 0) return undefined;
  let power = one;
  for (let k = 0n; k <= highest; k++) {
    if (power.equals(value)) return Rational.of(k);
    power = power.mul(base);
  }
  return undefined;
}

/** A product of which all factors but one are 1 in the term, `n x` beside x; undefined where it may be several. */
function withOnes(
  factors: readonly Expr[],
  term: Expr,
  at: (k: number) => string,
): Position[] | undefined {
  const found = factors.flatMap((_, own) => {
    const terms = factors.map((__, k) => (k === own ? term : numberExpr(one)));
    const all = inAll(factors, terms, at);
    return all ? [all] : [];
  });
  const keys = new Set(
    found.map((all) => JSON.stringify(all.map(({ path, value }) => [path, `${value}`]))),
  );
  return keys.size === 1 ? found[0] : undefined;
}
