import { innerForms } from "../form/ring/atomParts.js";
import type { Context } from "../form/context.js";
import { asRational, type Form } from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import { type Atom, formAtoms } from "../form/ring/ring.js";

/** The one atom that a form is, if it is one. */
export function soleAtom(ctx: Context, form: Form): Atom | undefined {
  if (form.factors.length || form.mono.atoms.length !== 1) return undefined;
  if (form.mono.exponents[0] !== whole || !asRational({ ...form, mono: ctx.ring.monomials.one })) {
    return undefined;
  }
  const { num, den } = form.scale;
  return num === 1n && den === 1n ? ctx.ring.atoms[form.mono.atoms[0]] : undefined;
}

/** p(x), or p(x, z) whose other arguments are integrated over the line already. */
export function isDensity(ctx: Context, form: Form, bound: string): boolean {
  const names: string[] = [bound];
  let atom = soleAtom(ctx, form);
  while (atom?.kind === "integral" && !atom.lower && !atom.upper) {
    names.push(atom.bound);
    atom = soleAtom(ctx, atom.body);
  }
  if (atom?.kind !== "call" || !ctx.densities.has(atom.name)) return false;
  const args = atom.args.map((arg) => {
    const own = soleAtom(ctx, arg);
    return own?.kind === "symbol" ? own.name : "";
  });
  return (
    args.length === names.length &&
    names.every((name) => args.includes(name)) &&
    new Set(args).size === names.length
  );
}

/** Whether a form holds a function of a name of which nothing but its arguments is known. */
export function isAbstract(ctx: Context, form: Form, name: string): boolean {
  return [...formAtoms(form)].some((id) => {
    const atom = ctx.ring.atoms[id];
    if (!atom.names.has(name)) return false;
    return atom.kind === "call" || innerForms(atom).some((inner) => isAbstract(ctx, inner, name));
  });
}
