import { Rational } from "../../num/index.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { constant, type Form, isZero, multiply, multiplyAll, raise } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/ring/monomial.js";
import { rootOf } from "../functions/roots.js";
import { soleAtom } from "./densities.js";

/** A power of a logarithm is integrated by as many steps, each with one more term. */
const mostTimes = 12;

/**
 * Integral of x^k log(x)^n between limits that are not negative, for a number k above -1: x^(k + 1) sum_j (-1)^j n!/(n - j)!
 * log(x)^(n - j)/(k + 1)^(j + 1), which tends to 0 at 0.
 */
export function logarithmicIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Form,
  upper: Form,
): Form | undefined {
  const { ring, signs } = ctx;
  if (inside.factors.length) return undefined;
  let [power, times] = [Rational.of(0n), 0];
  let logarithm: Form | undefined;
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = inside.mono.exponents[i];
    if (atom.kind === "symbol" && atom.name === bound)
      power = Rational.of(BigInt(units), BigInt(whole));
    else if (atom.kind === "log" && isName(ctx, atom.of, bound)) {
      [logarithm, times] = [ring.form(atom), units / whole];
    } else return undefined;
  }
  const next = power.add(Rational.of(1n));
  if (!logarithm || !Number.isInteger(times) || times < 1 || times > mostTimes || next.sign <= 0)
    return undefined;
  if (![lower, upper].every((limit) => signs.nonnegative(limit))) return undefined;
  const x = ring.form(ring.symbol(bound));
  const terms: Form[] = [];
  let factor = Rational.of(1n).div(next);
  for (let left = times; left >= 0; left--) {
    terms.push(multiply(ring, constant(ring, factor), raise(ring, logarithm, left)));
    factor = factor.mul(Rational.of(-BigInt(left))).div(next);
  }
  const own = signs.scoped(() => {
    signs.learn(x, ">", "");
    return multiplyAll(ring, [
      constant(ring, inside.scale),
      rootOf(ctx, x, next),
      add(ring, ...terms),
    ]);
  });
  const at = (limit: Form): Form =>
    isZero(limit) ? limit : substituteForm(ctx, own, bound, limit);
  for (const limit of [lower, upper])
    if (!isZero(limit) && !signs.positive(limit)) return undefined;
  return subtractForms(ring, at(upper), at(lower));
}

function isName(ctx: Context, form: Form, name: string): boolean {
  const atom = soleAtom(ctx, form);
  return atom?.kind === "symbol" && atom.name === name;
}
