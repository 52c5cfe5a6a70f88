import { Rational } from "../../num/index.js";
import { Unsupported } from "../errors.js";
import { absolute } from "../functions/absolute.js";
import { callForm } from "../functions/calls.js";
import { cubeRoot } from "../functions/cubeRoots.js";
import { exponential } from "../functions/exponential.js";
import { logarithm } from "../functions/logarithm.js";
import { power } from "../functions/power.js";
import { rootOf } from "../functions/roots.js";
import { integralForm } from "../integrals/integrals.js";
import { productTo } from "../sums/products.js";
import { prefixOf } from "../sums/sums.js";
import { add } from "./addition.js";
import type { Context } from "./context.js";
import { constant, type Form, multiplyAll, raise } from "./form.js";
import { whole } from "./monomial.js";
import type { Poly } from "./polynomial.js";
import { type Atom, formNames } from "./ring.js";

/** The form with a free name replaced by another form. */
export function substituteForm(ctx: Context, form: Form, name: string, value: Form): Form {
  if (!formNames(ctx.ring, form).has(name)) return form;
  return mapAtoms(ctx, form, (atom) =>
    atom.names.has(name) ? substituteAtom(ctx, atom, name, value) : undefined,
  );
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
    return rootOf(ctx, next, Rational.of(BigInt(units), BigInt(whole)));
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

function substituteAtom(ctx: Context, atom: Atom, name: string, value: Form): Form {
  const go = (form: Form) => substituteForm(ctx, form, name, value);
  switch (atom.kind) {
    case "symbol":
      return value;
    case "index":
      return indexForm(ctx, atom.name, atom.indices.map(go));
    case "exp":
      return exponential(ctx, go(atom.of));
    case "log":
      return logarithm(ctx, go(atom.of));
    case "abs":
      return absolute(ctx, go(atom.of));
    case "root":
      return rootOf(ctx, go(atom.of), Rational.of(1n, BigInt(atom.degree)));
    case "cbrt":
      return cubeRoot(ctx, go(atom.of));
    case "power":
      return power(ctx, go(atom.of), go(atom.exponent));
    case "sum":
    case "prod": {
      const body = atom.names.has(name) && atom.bound !== name ? go(atom.body) : atom.body;
      const upto = go(atom.upto);
      return atom.kind === "sum"
        ? prefixOf(ctx, body, atom.bound, upto)
        : productTo(ctx, body, atom.bound, upto);
    }
    case "integral": {
      const body = atom.bound === name ? atom.body : go(atom.body);
      const limits = [atom.lower, atom.upper].map((limit) => limit && go(limit));
      return integralForm(ctx, body, atom.bound, limits[0], limits[1]);
    }
    case "call":
      return callForm(ctx, atom.name, atom.args.map(go));
    case "pi":
    case "prime":
    case "joint":
      throw new Unsupported(`no name in ${atom.kind}`);
  }
}

/** x[i, j] with its indices as forms. */
export function indexForm(ctx: Context, name: string, indices: Form[]): Form {
  const { ring } = ctx;
  const key = `index ${name} ${indices.map((index) => ring.key(index)).join(";")}`;
  return ring.form(ring.atom(key, () => ({ kind: "index", name, indices })));
}
