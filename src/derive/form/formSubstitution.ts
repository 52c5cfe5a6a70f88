import { Rational } from "../../num/index.js";
import { add } from "./ring/addition.js";
import type { Context } from "./context.js";
import { constant, type Form, multiplyAll, raise } from "./ring/form.js";
import { kindOf } from "./kinds.js";
import { whole } from "./ring/monomial.js";
import type { Poly } from "./ring/polynomial.js";
import { type Atom, formNames } from "./ring/ring.js";

/** The form with a free name replaced by another form. */
export function substituteForm(ctx: Context, form: Form, name: string, value: Form): Form {
  if (!formNames(ctx.ring, form).has(name)) return form;
  const put = (part: Form, bound?: string) =>
    bound === name ? part : substituteForm(ctx, part, name, value);
  return mapAtoms(ctx, form, (atom) => {
    if (!atom.names.has(name)) return undefined;
    return atom.kind === "symbol" ? value : kindOf(ctx.rules.kinds, atom).rebuild(ctx, atom, put);
  });
}

/** The form with atoms replaced; undefined leaves one as it is. */
export function mapAtoms(
  ctx: Context,
  form: Form,
  replace: (atom: Atom) => Form | undefined,
): Form {
  const { ring } = ctx;
  const replaced = new Map<number, Form | undefined>();
  const of = (id: number) => {
    if (!replaced.has(id)) replaced.set(id, replace(ring.atoms[id]));
    return replaced.get(id);
  };
  const raised = (id: number, units: number): Form => {
    const next = of(id);
    if (!next) return ring.form(ring.atoms[id], units);
    if (units % whole === 0) return raise(ring, next, units / whole);
    return ctx.rules.root(ctx, next, Rational.of(BigInt(units), BigInt(whole)));
  };
  const inPoly = (poly: Poly): Form => {
    const terms = [...poly].map(([term, value]) =>
      multiplyAll(ring, [
        constant(ring, value),
        ...term.atoms.map((id, i) => raised(id, term.exponents[i])),
      ]),
    );
    return add(ring, ...terms);
  };
  const factors = [constant(ring, form.scale)];
  form.mono.atoms.forEach((id, i) => factors.push(raised(id, form.mono.exponents[i])));
  for (const factor of form.factors) {
    const touched = [...factor.poly.keys()].some((term) => term.atoms.some((id) => of(id)));
    const base = touched
      ? inPoly(factor.poly)
      : { ...constant(ring, 1n), factors: [{ ...factor, exponent: 1 }] };
    factors.push(raise(ring, base, factor.exponent));
  }
  return multiplyAll(ring, factors);
}

/** x[i, j] with its indices as forms. */
export function indexForm(ctx: Context, name: string, indices: Form[]): Form {
  const { ring } = ctx;
  const key = `index ${name} ${indices.map((index) => ring.key(index)).join(";")}`;
  return ring.form(ring.atom(key, () => ({ kind: "index", name, indices })));
}
