import { Rational } from "../../num/index.js";
import { isNoAnswer } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import { innerForms } from "../form/ring/atomParts.js";
import type { Context } from "../form/context.js";
import { expandNumerator } from "../form/ring/expansion.js";
import { asRational, constant, type Form, formKey, isZero, negated } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import type { Atom } from "../form/ring/ring.js";

/** Terms that are written out one by one; a longer sum is one piece, and its value is taken at points. */
const mostTerms = 300n;

/** P(u): whole numbers in u are split off, so that P(N + 1) = P(N) + f(N + 1). */
export function prefixAt(ctx: Context, body: Form, bound: string, upto: Form): Form {
  const { ring } = ctx;
  const count = wholePart(ctx, upto);
  const base = subtractForms(ring, upto, constant(ring, count));
  const at = (index: bigint) =>
    substituteForm(ctx, body, bound, add(ring, base, constant(ring, index)));
  let [from, terms]: [bigint, Form[]] = [0n, []];
  // Long sums keep to hundreds, so that those to 10000 and to 10001 share their long part.
  if (isZero(base) && (count > mostTerms || count < -mostTerms)) from = count - (count % 100n);
  else if (count > mostTerms || count < -mostTerms) from = count;
  try {
    for (let n = from + 1n; n <= count; n++) terms.push(at(n));
    for (let n = from; n > count; n--) terms.push(negated(at(n)));
  } catch (error) {
    // A term that is not defined there leaves the sum as it is.
    if (!isNoAnswer(error)) throw error;
    [from, terms] = [count, []];
  }
  const start = add(ring, base, constant(ring, from));
  if (isZero(start)) return add(ring, ...terms);
  return add(ring, seriesAtom(ctx, "sum", body, bound, start), ...terms);
}

function wholePart(ctx: Context, upto: Form): bigint {
  const plain = asRational(upto);
  if (plain) return plain.isInteger ? plain.num : 0n;
  const { poly, rest } = expandNumerator(ctx.ring, upto);
  if (rest.factors.length || rest.mono.atoms.length) return 0n;
  const value = rest.scale.mul(Rational.of(poly.get(ctx.ring.monomials.one) ?? 0n));
  return value.isInteger ? value.num : 0n;
}

/** The atom of a sum or product to u; its bound name is numbered from the inside. */
export function seriesAtom(
  ctx: Context,
  kind: "sum" | "prod",
  body: Form,
  bound: string,
  upto: Form,
): Form {
  const { ring } = ctx;
  const own = `#${1 + depthOf(ctx, body, bound)}`;
  const renamed =
    own === bound ? body : substituteForm(ctx, body, bound, ring.form(ring.symbol(own)));
  return ring.form(
    ring.atom(`${kind} ${own} ${formKey(renamed)} to ${formKey(upto)}`, () => ({
      kind,
      body: renamed,
      bound: own,
      upto,
    })),
  );
}

/** The largest number among the bound names in a form, other than `except`. */
export function depthOf(ctx: Context, form: Form, except: string): number {
  let deepest = 0;
  const visit = (part: Form | undefined) => {
    if (!part) return;
    const ids = new Set([...part.mono.atoms]);
    for (const { poly } of part.factors)
      for (const term of poly.keys()) term.atoms.forEach((id) => ids.add(id));
    for (const id of ids) visitAtom(ctx.ring.atoms[id]);
  };
  const visitAtom = (atom: Atom) => {
    const name = "bound" in atom ? atom.bound : atom.kind === "symbol" ? atom.name : "";
    if (/^[#~]/.test(name) && name !== except) deepest = Math.max(deepest, Number(name.slice(1)));
    innerForms(atom).forEach(visit);
  };
  visit(form);
  return deepest;
}
