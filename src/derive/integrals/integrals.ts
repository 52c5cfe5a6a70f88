import { Rational } from "../../num/index.js";
import { Unsupported } from "../errors.js";
import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { expandNumerator } from "../form/expansion.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  formKey,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  raise,
} from "../form/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/monomial.js";
import { formNames } from "../form/ring.js";
import { logarithm } from "../functions/logarithm.js";
import { depthOf } from "../sums/series.js";
import { split } from "../sums/sums.js";
import { exponentialIntegral } from "./gaussian.js";

/** Definite integral over a bound name, linear in its terms; a limit that is undefined is infinite. */
export function integralForm(
  ctx: Context,
  body: Form,
  bound: string,
  lower: Form | undefined,
  upper: Form | undefined,
): Form {
  const { ring } = ctx;
  if (isZero(body)) return body;
  const depends = (form: Form) => formNames(ring, form).has(bound);
  const { poly, rest } = expandNumerator(ring, body);
  const [fixedRest, boundRest] = split(ctx, rest, depends);
  const groups = new Map<string, { inside: Form; outside: Form[] }>();
  for (const [term, value] of poly) {
    const [fixed, own] = split(ctx, fromPoly(ring, new Map([[term, value]])), depends);
    const inside = multiply(ring, own, boundRest);
    const key = formKey(inside);
    if (!groups.has(key)) groups.set(key, { inside, outside: [] });
    groups.get(key)!.outside.push(multiply(ring, fixed, fixedRest));
  }
  const infinite = !lower || !upper;
  if (infinite && groups.size > 1) ctx.convergent.add(bound);
  const parts = [...groups.values()].map(({ inside, outside }) =>
    multiply(ring, add(ring, ...outside), integralOfTerm(ctx, inside, bound, lower, upper)),
  );
  return add(ring, ...parts);
}

function integralOfTerm(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Form | undefined,
  upper: Form | undefined,
): Form {
  const { ring } = ctx;
  const power = powerOf(ctx, inside, bound);
  if (power !== undefined) {
    if (!lower || !upper) throw new Unsupported(`an integral of a power of ${bound} to infinity`);
    return powerIntegral(ctx, power, lower, upper);
  }
  const exponential = exponentialIntegral(ctx, inside, bound, lower, upper);
  if (exponential) return exponential;
  if (isDensity(ctx, inside, bound) && !lower && !upper) return constant(ring, 1n);
  return integralAtom(ctx, inside, bound, lower, upper);
}

/** The exponent, if a form is a power of the bound name. */
function powerOf(ctx: Context, form: Form, bound: string): Rational | undefined {
  if (asRational(form)) return Rational.of(0n);
  if (form.factors.length || form.mono.atoms.length !== 1) return undefined;
  const atom = ctx.ring.atoms[form.mono.atoms[0]];
  if (atom.kind !== "symbol" || atom.name !== bound) return undefined;
  return Rational.of(BigInt(form.mono.exponents[0]), BigInt(whole));
}

/** (b^(k+1) - a^(k+1)) / (k+1), or log b - log a; negative powers need limits on one side of 0. */
function powerIntegral(ctx: Context, power: Rational, lower: Form, upper: Form): Form {
  const { ring, signs } = ctx;
  if (power.sign < 0 || !power.isInteger) {
    const strict = power.sign < 0;
    const ahead = (form: Form) => (strict ? signs.positive(form) : signs.nonnegative(form));
    if (!ahead(lower) || !ahead(upper))
      throw new Unsupported(
        "an integral of a negative power whose limits are not known to be positive",
      );
  }
  if (power.equals(Rational.of(-1n)))
    return subtractForms(ring, logarithm(ctx, upper), logarithm(ctx, lower));
  const next = power.add(Rational.of(1n));
  if (!next.isInteger) throw new Unsupported("an integral of a root");
  const at = (limit: Form) =>
    isZero(limit) && next.sign > 0 ? limit : raise(ring, limit, Number(next.num));
  return divide(ring, subtractForms(ring, at(upper), at(lower)), constant(ring, next));
}

/** p(x), or any order of p(x, z) over all its arguments once the inner ones are done. */
function isDensity(ctx: Context, form: Form, bound: string): boolean {
  const { ring } = ctx;
  if (form.factors.length || form.mono.atoms.length !== 1 || form.mono.exponents[0] !== whole)
    return false;
  if (!form.scale.equals(Rational.of(1n))) return false;
  const names: string[] = [bound];
  let atom = ring.atoms[form.mono.atoms[0]];
  while (atom.kind === "integral" && !atom.lower && !atom.upper) {
    names.push(atom.bound);
    const { body } = atom;
    if (body.factors.length || body.mono.atoms.length !== 1 || body.mono.exponents[0] !== whole)
      return false;
    if (!body.scale.equals(Rational.of(1n))) return false;
    atom = ring.atoms[body.mono.atoms[0]];
  }
  if (atom.kind !== "call" || !ctx.densities.has(atom.name) || atom.args.length !== names.length)
    return false;
  const args = atom.args.map((arg) => {
    const [id] = arg.mono.atoms;
    const plain =
      arg.mono.atoms.length === 1 && arg.factors.length === 0 && arg.scale.equals(Rational.of(1n));
    const own = plain && arg.mono.exponents[0] === whole ? ring.atoms[id] : undefined;
    return own?.kind === "symbol" ? own.name : "";
  });
  return names.every((name) => args.includes(name)) && new Set(args).size === names.length;
}

/** An integral with no closed form here. Nested integrals over the line stand in one order, whatever was written. */
function integralAtom(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Form | undefined,
  upper: Form | undefined,
): Form {
  const { ring } = ctx;
  const plain = (form: Form, name: string): Form => {
    const own = `#${1 + depthOf(ctx, form, name)}`;
    const renamed = substituteForm(ctx, form, name, ring.form(ring.symbol(own)));
    const key = `integral ${own} ${formKey(renamed)} ${lower ? formKey(lower) : "-"} ${upper ? formKey(upper) : "-"}`;
    return ring.form(
      ring.atom(key, () => ({ kind: "integral", body: renamed, bound: own, lower, upper })),
    );
  };
  const [id] = inside.mono.atoms;
  const inner =
    inside.mono.atoms.length === 1 && inside.factors.length === 0 ? ring.atoms[id] : undefined;
  const nested =
    inner?.kind === "integral" &&
    !inner.lower &&
    !inner.upper &&
    inside.mono.exponents[0] === whole;
  if (!nested || lower || upper || inner.kind !== "integral") return plain(inside, bound);
  // Fubini: of the two orders the one with the smaller key stands for both.
  ctx.convergent.add(bound);
  const [x, z] = [ctx.fresh(), ctx.fresh()];
  const body = substituteForm(
    ctx,
    substituteForm(ctx, inner.body, inner.bound, ring.form(ring.symbol(x))),
    bound,
    ring.form(ring.symbol(z)),
  );
  const order = (first: string, second: string): Form => {
    const once = plainLine(ctx, body, first);
    return plainLine(ctx, once, second);
  };
  const both = [order(x, z), order(z, x)];
  const [one, other] = both.map((form) => formKey(form));
  return multiplyAll(ring, [constant(ring, inside.scale), one <= other ? both[0] : both[1]]);
}

function plainLine(ctx: Context, form: Form, name: string): Form {
  const { ring } = ctx;
  const own = `#${1 + depthOf(ctx, form, name)}`;
  const renamed = substituteForm(ctx, form, name, ring.form(ring.symbol(own)));
  const key = `integral ${own} ${formKey(renamed)} - -`;
  return ring.form(ring.atom(key, () => ({ kind: "integral", body: renamed, bound: own })));
}
