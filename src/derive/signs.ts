import type { Assumptions, Fact } from "./assumptions.js";
import type { Expr } from "./expression.js";
import { addFractions, type Fraction, isZero, negateFraction } from "./fraction.js";
import type { Atoms } from "./atoms.js";
import { asRational, normalForm, Unsupported } from "./normalForm.js";
import { atom as atomPoly, exponents, GaveUp, type Poly, polyKey } from "./polynomial.js";

type Sign = "positive" | "nonnegative" | "unknown";

/** Answers about signs, each with the assumptions that it used; never more than it can show. */
export interface Signs {
  positive(expr: Expr): string | undefined;
  nonnegative(expr: Expr): string | undefined;
  nonzero(expr: Expr): string | undefined;
}

/** Syntactic positivity: sums, products and powers of what is positive, and constant multiples of assumptions. */
export function signsUnder(assumptions: Assumptions, atoms: Atoms): Signs {
  const facts = assumptions.facts.flatMap((fact) => {
    if (fact.kind !== "compare") return [];
    const form = tryForm(fact.expr);
    return form ? [{ fact, form }] : [];
  });

  function tryForm(expr: Expr): Fraction | undefined {
    try {
      return normalForm(expr, atoms);
    } catch (error) {
      if (error instanceof Unsupported || error instanceof GaveUp) return undefined;
      throw error;
    }
  }

  /** The fact of which a form is a positive (or, for `!=`, any nonzero) constant multiple, plus a constant >= 0. */
  function match(
    form: Fraction,
    fits: (fact: Fact & { kind: "compare" }) => boolean,
  ): string | undefined {
    for (const { fact, form: known } of facts) {
      if (fact.kind !== "compare" || !fits(fact)) continue;
      if (polyKey(form.num) === polyKey(known.num) && !form.factors.size && !known.factors.size) {
        const ratio = form.scale.div(known.scale).sign;
        if (ratio > 0 || fact.relation === "!=") return fact.text;
      }
      if (fact.relation === "!=") continue;
      // n - 1 > 0 gives n > 0: a positive constant more is positive too.
      const rest = asRational(addFractions(form, negateFraction(known)));
      if (rest && rest.sign > 0) return fact.text;
    }
    return undefined;
  }

  function sign(expr: Expr, used: Set<string>): Sign {
    const form = tryForm(expr);
    if (form) {
      const plain = asRational(form);
      if (plain) return plain.sign > 0 ? "positive" : plain.sign === 0 ? "nonnegative" : "unknown";
      const strict = match(form, (fact) => fact.relation === ">");
      if (strict) {
        used.add(strict);
        return "positive";
      }
      const bound = facts.find(({ fact, form: known }) => {
        if (fact.relation !== ">=") return false;
        const rest = asRational(addFractions(form, negateFraction(known)));
        return rest !== undefined && rest.sign > 0;
      });
      if (bound) {
        used.add(bound.fact.text);
        return "positive";
      }
      const weak = match(form, (fact) => fact.relation === ">=");
      if (weak) {
        used.add(weak);
        return "nonnegative";
      }
    }
    if (form && formPositive(form, used)) return "positive";
    return structural(expr, used);
  }

  /** A normal form whose terms are all positive products of positive atoms, over such terms. */
  function formPositive(form: Fraction, used: Set<string>): boolean {
    const polys = [form.num, ...[...form.factors.values()].map(({ poly }) => poly)];
    const terms = polys.flatMap((poly, i) =>
      [...poly].map(([key, c]) => ({
        key,
        sign: (c > 0n ? 1 : -1) * (i === 0 ? form.scale.sign : 1),
      })),
    );
    return terms.every(
      ({ key, sign: own }) =>
        own > 0 &&
        [...exponents(key)].every(([name, exponent]) => {
          const reason = atomPositive(name);
          if (reason && reason !== "always") used.add(reason);
          return reason !== undefined || (exponent % 2 === 0 && atomKnownNonzero(name, used));
        }),
    );
  }

  function atomPositive(name: string): string | undefined {
    const atom = atoms.get(name);
    if (name === "pi" || (atom.kind === "call" && atom.name === "exp")) return "always";
    return facts.find(({ fact, form }) => boundsAtom(name, fact, form))?.fact.text;
  }

  function atomKnownNonzero(name: string, used: Set<string>): boolean {
    const reason = monomialNonzero(atomPoly(name));
    if (reason) used.add(reason);
    return reason !== undefined;
  }

  function structural(expr: Expr, used: Set<string>): Sign {
    const both = (left: Expr, right: Expr): [Sign, Sign] => [sign(left, used), sign(right, used)];
    switch (expr.kind) {
      case "add": {
        const [left, right] = both(expr.left, expr.right);
        if (left === "unknown" || right === "unknown") return "unknown";
        return left === "positive" || right === "positive" ? "positive" : "nonnegative";
      }
      case "mul":
      case "div": {
        const [left, right] = both(expr.left, expr.right);
        if (left === "positive" && right === "positive") return "positive";
        if (left === "unknown" || right === "unknown") return "unknown";
        return expr.kind === "div" && right !== "positive" ? "unknown" : "nonnegative";
      }
      case "pow": {
        const exponent = tryForm(expr.right);
        const plain = exponent && asRational(exponent);
        if (plain?.isInteger && plain.num % 2n === 0n) {
          return sign(expr.left, used) === "positive" || nonzeroUsing(expr.left, used)
            ? "positive"
            : "nonnegative";
        }
        return sign(expr.left, used);
      }
      case "call":
        if (expr.name === "exp" && expr.args.length === 1) return "positive";
        if (expr.name === "abs")
          return nonzeroUsing(expr.args[0], used) ? "positive" : "nonnegative";
        if (expr.name === "sqrt") return sign(expr.args[0], used);
        return "unknown";
      case "symbol":
        return expr.name === "pi" ? "positive" : "unknown";
      default:
        return "unknown";
    }
  }

  function nonzeroUsing(expr: Expr, used: Set<string>): boolean {
    if (expr.kind === "neg") return nonzeroUsing(expr.of, used);
    if (expr.kind === "mul") return nonzeroUsing(expr.left, used) && nonzeroUsing(expr.right, used);
    if (expr.kind === "div") return nonzeroUsing(expr.left, used);
    if (expr.kind === "pow" && expr.right.kind === "number") return nonzeroUsing(expr.left, used);
    const form = tryForm(expr);
    if (form && asRational(form)) return !isZero(form);
    if (form) {
      const found = matchNonzero(form);
      if (found) {
        used.add(found);
        return true;
      }
    }
    if (sign(expr, used) === "positive") return true;
    return sign({ kind: "neg", of: expr }, used) === "positive";
  }

  /** Nonzero as the product of what is: single atoms, and polynomials that an assumption names. */
  function matchNonzero(form: Fraction): string | undefined {
    const direct = match(form, (fact) => fact.relation !== ">=");
    if (direct) return direct;
    const flipped = match(negateFraction(form), (fact) => fact.relation !== ">=");
    if (flipped) return flipped;
    return form.num.size === 1 ? monomialNonzero(form.num) : undefined;
  }

  function monomialNonzero(poly: Poly): string | undefined {
    const names = [...exponents([...poly.keys()][0]).keys()];
    const reasons = names.map((name) => {
      const atom = atoms.get(name);
      if (atom.kind === "call" && atom.name === "exp") return "exp is positive";
      if (name === "pi") return "pi is positive";
      const known = facts.find(
        ({ fact, form }) =>
          fact.relation !== ">=" &&
          form.num.size === 1 &&
          !form.factors.size &&
          exponents([...form.num.keys()][0]).has(name),
      );
      if (known) return known.fact.text;
      const bounded = facts.find(({ fact, form }) => boundsAtom(name, fact, form));
      return bounded?.fact.text;
    });
    return reasons.every((reason) => reason !== undefined)
      ? [...new Set(reasons)].join(", ")
      : undefined;
  }

  const answer = (holds: (used: Set<string>) => boolean, used = new Set<string>()) =>
    holds(used) ? [...used].join(", ") || "its form" : undefined;
  return {
    positive: (expr) => answer((used) => sign(expr, used) === "positive"),
    nonnegative: (expr) => answer((used) => sign(expr, used) !== "unknown"),
    nonzero: (expr) => answer((used) => nonzeroUsing(expr, used)),
  };
}

/** Whether a fact says that one atom alone is above 0: `x > 0`, `x - 2 > 0`, `N - 1 >= 0`. */
function boundsAtom(name: string, fact: Fact, form: Fraction): boolean {
  if (fact.kind !== "compare" || fact.relation === "!=" || form.factors.size) return false;
  const own = BigInt(form.scale.sign);
  const rest = (form.num.get("") ?? 0n) * own;
  const [only, ...others] = [...form.num].filter(([key]) => key !== "");
  if (!only || others.length || only[1] * own <= 0n || rest > 0n) return false;
  const [[inside, exponent], ...more] = [...exponents(only[0])];
  if (inside !== name || exponent !== 1 || more.length) return false;
  return fact.relation === ">" || rest < 0n;
}
