import { exponential } from "../../functions/exponential.js";
import type { Context } from "../../form/context.js";
import { gathered, termsOf } from "../../form/ring/expansion.js";
import { formExpression } from "../../form/formExpression.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import { constant, divide, type Form, formKey, isZero, multiply } from "../../form/ring/form.js";
import { formAtoms, formNames } from "../../form/ring/ring.js";
import { Unsupported } from "../../tree/errors.js";
import { over } from "../../tree/expression.js";
import { Rational } from "../../../num/index.js";
import { type Expansion, factorial } from "./expand.js";
import type { Series } from "./series.js";

/** exp of a series: the part of its value that w grows or falls with is a power of w. */
export function exponentialOf(at: Expansion, series: Series): Series {
  const { math } = at;
  const { value, rest } = at.split(series);
  let first = math.of(math.constant(1n));
  if (!isZero(value)) {
    const share = shareOf(at, value);
    const left = subtractForms(math.ring, value, multiply(math.ring, share, at.h));
    first = math.of(ofSum(at, left), share);
  }
  return math.multiply(
    first,
    math.composed(rest, (k) => constant(math.ring, Rational.of(1n, factorial(k)))),
  );
}
/** exp of a sum that grows less than its terms stays one exponential: taken apart, its parts would outgrow w. */
function ofSum(at: Expansion, of: Form): Form {
  const { ctx, math } = at;
  const [apart, rest]: [Form[], Form[]] = [[], []];
  for (const term of termsOf(math.ring, of)) {
    const atoms = [...formAtoms(term)].map((id) => math.ring.atoms[id]);
    const grows = atoms.filter(({ names }) => names.has(at.of.name));
    const isPlain = grows.length === 0 || (grows.length === 1 && grows[0].kind === "log");
    (isPlain ? apart : rest).push(term);
  }
  const plain = exponential(ctx, add(math.ring, ...apart));
  if (rest.length === 0) return plain;
  return multiply(
    math.ring,
    plain,
    rest.length === 1 ? exponential(ctx, rest[0]) : expAtom(ctx, add(math.ring, ...rest)),
  );
}
/** The exponent of w in exp(u): what u/h tends to. */
function shareOf(at: Expansion, value: Form): Form {
  const { math, ctx } = at;
  if (!formNames(math.ring, value).has(at.of.name)) return math.constant(0n);
  const plain = divide(math.ring, value, at.h);
  if (!formNames(math.ring, plain).has(at.of.name)) return plain;
  const quotient = over(formExpression(ctx, value), formExpression(ctx, at.h));
  const found = at.of.limit(quotient);
  if ("infinite" in found)
    throw new Unsupported("the exponent is of another growth than its terms");
  return found.value;
}

/** exp(u) as one part, whatever u is a sum of. */
export function expAtom(ctx: Context, of: Form): Form {
  const base = gathered(ctx.ring, of);
  return ctx.ring.form(ctx.ring.atom(`exp ${formKey(base)}`, () => ({ kind: "exp", of: base })));
}
