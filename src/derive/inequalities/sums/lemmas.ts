import { subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import {
  constant,
  divide,
  type Form,
  formKey,
  isZero,
  multiply,
  raise,
} from "../../form/ring/form.js";
import { type Atom, formAtoms } from "../../form/ring/ring.js";

type Sum = Extract<Atom, { body: Form; upto: Form }>;

/** Each pair of logarithms and each triple of sums gives a fact. */
const mostAtoms = 6;

/** Adds what holds of several logarithms or sums together. */
export function learnTogether(ctx: Context, forms: readonly Form[]): void {
  const ids = new Set(forms.flatMap((form) => [...formAtoms(form)]));
  const atoms = [...ids].map((id) => ctx.ring.atoms[id]);
  tangents(ctx, atoms);
  cauchySchwarz(ctx, atoms);
}

/** log(a) - log(b) <= a/b - 1, the tangent of the logarithm at b. */
function tangents({ ring, signs }: Context, atoms: readonly Atom[]): void {
  const logs = atoms.flatMap((atom) => (atom.kind === "log" ? [atom] : []));
  if (logs.length > mostAtoms) return;
  for (const one of logs) {
    for (const two of logs) {
      if (one === two || !signs.positive(two.of)) continue;
      const rise = subtractForms(ring, ring.form(one), ring.form(two));
      const bound = subtractForms(ring, divide(ring, one.of, two.of), constant(ring, 1n));
      signs.learn(subtractForms(ring, bound, rise), ">=", "");
    }
  }
}

/** (sum c)^2 <= (sum a) (sum b) where c^2 = a b, and neither a nor b is negative. */
function cauchySchwarz(ctx: Context, atoms: readonly Atom[]): void {
  const { ring, signs } = ctx;
  const sums = atoms.flatMap((atom) => (atom.kind === "sum" ? [atom] : []));
  if (sums.length > mostAtoms) return;
  const isLike = (one: Sum, two: Sum) =>
    one.bound === two.bound && formKey(one.upto) === formKey(two.upto);
  sums.forEach((one, i) => {
    for (const two of sums.slice(i + 1)) {
      for (const three of sums) {
        if (three === one || three === two || !isLike(one, two) || !isLike(one, three)) continue;
        if (!signs.nonnegative(one.upto)) continue;
        const square = raise(ring, three.body, 2);
        const product = multiply(ring, one.body, two.body);
        if (!isZero(subtractForms(ring, square, product))) continue;
        if (![one, two].every((own) => isNonnegativeTerm(ctx, own))) continue;
        const gap = subtractForms(
          ring,
          multiply(ring, ring.form(one), ring.form(two)),
          raise(ring, ring.form(three), 2),
        );
        signs.learn(gap, ">=", "");
      }
    }
  });
}

const isNonnegativeTerm = ({ signs }: Context, { body, bound }: Sum): boolean => {
  signs.integer(bound);
  return signs.nonnegative(body);
};
