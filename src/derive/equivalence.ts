import { Rational } from "../num/index.js";
import type { Assumptions } from "./assumptions.js";
import { Atoms } from "./atoms.js";
import { conditionsOf } from "./conditions.js";
import { proof, type Verdict } from "./decide.js";
import { type Expr, subtract } from "./expression.js";
import {
  addFractions,
  fromPoly,
  fromRational,
  invert,
  isZero,
  multiplyFractions,
  negateFraction,
} from "./fraction.js";
import { normalForm, Unsupported } from "./normalForm.js";
import { exponents, GaveUp } from "./polynomial.js";
import { signsUnder } from "./signs.js";

/**
 * Grades `l1 = r1 <=> l2 = r2`: proved if the differences of the two equations are a multiple of each other by a
 * factor that is not zero.
 */
export function decideEquivalence(
  first: [Expr, Expr],
  second: [Expr, Expr],
  assumptions: Assumptions,
): Verdict {
  const atoms = new Atoms();
  const signs = signsUnder(assumptions, atoms);
  const conditions = conditionsOf([...first, ...second], assumptions, signs);
  const unknown = (reason: string): Verdict => ({
    grade: "unknown",
    conditions,
    method: "none",
    reason,
  });
  try {
    const [one, two] = [first, second].map(([l, r]) => normalForm(subtract(l, r), atoms));
    if (isZero(one) || isZero(two)) return unknown("one of the equations holds everywhere");
    const lead = (form: typeof one) => {
      const [key, coefficient] = [...form.num].sort(([a], [b]) => (a < b ? -1 : 1))[0];
      const monomial = fromPoly(new Map([[key, coefficient]]), form.scale);
      return multiplyFractions(monomial, {
        ...fromRational(Rational.of(1n)),
        factors: form.factors,
      });
    };
    const factor = multiplyFractions(lead(one), invert(lead(two)));
    const rest = addFractions(one, negateFraction(multiplyFractions(factor, two)));
    if (!isZero(rest)) return unknown("the equations are no multiple of each other that was found");
    const multiplier = factorExpr(factor, atoms);
    const met = multiplier ? signs.nonzero(multiplier) : undefined;
    if (!met) return unknown("the factor between the equations was not shown to be other than 0");
    return proof(
      conditions,
      `the equations are multiples of each other by a factor other than 0 (${met})`,
    );
  } catch (error) {
    if (error instanceof Unsupported || error instanceof GaveUp) return unknown(error.message);
    throw error;
  }
}

/** A monomial factor over plain names as an expression, for the question whether it is zero. */
function factorExpr(factor: ReturnType<typeof fromRational>, atoms: Atoms): Expr | undefined {
  const names: string[] = [];
  const polys = [factor.num, ...[...factor.factors.values()].map(({ poly }) => poly)];
  for (const poly of polys) {
    if (poly.size !== 1) return undefined;
    names.push(...exponents([...poly.keys()][0]).keys());
  }
  let product: Expr = { kind: "number", value: Rational.of(1n) };
  for (const name of names) {
    if (atoms.get(name).kind !== "symbol") return undefined;
    product = { kind: "mul", left: product, right: { kind: "symbol", name } };
  }
  return product;
}
