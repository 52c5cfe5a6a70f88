import { add, subtractForms } from "../form/ring/addition.js";
import { innerForms } from "../form/ring/atomParts.js";
import type { Context } from "../form/context.js";
import {
  asRational,
  constant,
  type Form,
  formKey,
  fromPoly,
  isZero,
  negated,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { formAtoms, formNames } from "../form/ring/ring.js";
import { prefixOf } from "./sums.js";

/** An index `slope * n + offset` of an entry, or a linear factor of a denominator. */
interface Place {
  family: string;
  forward: boolean;
  offset: Form;
}

/**
 * A term whose entries are shifted or run backwards, as a sum over the range that they run over; undefined if they
 * stand as x[n] already.
 *
 *     sum_{n=1}^{u} f(n + s) = F(u + s) - F(s),   sum_{n=1}^{u} f(-n) = F(-1) - F(-u - 1)
 */
export function shifted(ctx: Context, inside: Form, bound: string, upto: Form): Form | undefined {
  const { ring } = ctx;
  const places = placesOf(ctx, inside, bound);
  if (!places || places.length === 0) return undefined;
  const [first] = places;
  const n = ring.form(ring.symbol(bound));
  if (!first.forward) {
    ctx.applied.add("index-shift");
    const body = substituteForm(ctx, inside, bound, negated(n));
    const below = subtractForms(ring, negated(upto), constant(ring, 1n));
    return subtractForms(
      ring,
      prefixOf(ctx, body, bound, constant(ring, -1n)),
      prefixOf(ctx, body, bound, below),
    );
  }
  const by = leastOffset(
    ctx,
    places.filter(({ forward }) => forward),
  );
  if (isZero(by)) return undefined;
  ctx.applied.add("index-shift");
  const body = substituteForm(ctx, inside, bound, subtractForms(ring, n, by));
  return subtractForms(
    ring,
    prefixOf(ctx, body, bound, add(ring, upto, by)),
    prefixOf(ctx, body, bound, by),
  );
}

/** Of offsets that differ by whole numbers the least, else that of the first family. */
function leastOffset(ctx: Context, places: Place[]): Form {
  const [first] = places;
  let least = 0n;
  for (const { offset } of places) {
    const gap = asRational(subtractForms(ctx.ring, offset, first.offset));
    if (gap?.isInteger && gap.num < least) least = gap.num;
  }
  return add(ctx.ring, first.offset, constant(ctx.ring, least));
}

/** Where entries are taken, by family and then by text; linear denominators only if there is no entry. */
function placesOf(ctx: Context, inside: Form, bound: string): Place[] | undefined {
  const found = new Map<string, Place>();
  let other = false;
  const put = (family: string, index: Form) => {
    const linear = linearIn(ctx, index, bound);
    const slope = linear && asRational(linear.slope);
    if (!linear || !slope || slope.abs().num !== 1n || slope.den !== 1n) other = true;
    else
      found.set(`${family} ${formKey(index)}`, {
        family,
        forward: slope.sign > 0,
        offset: linear.offset,
      });
  };
  const seen = new Set<number>();
  const visit = (form: Form): void => {
    for (const id of formAtoms(form)) {
      const atom = ctx.ring.atoms[id];
      if (seen.has(id) || !atom.names.has(bound)) continue;
      seen.add(id);
      if (atom.kind === "index") {
        atom.indices.forEach((index, i) => {
          if (formNames(ctx.ring, index).has(bound)) put(`${atom.name} ${i}`, index);
        });
      }
      innerForms(atom).forEach(visit);
    }
  };
  visit(inside);
  if (other) return undefined;
  if (found.size === 0) {
    for (const { poly } of inside.factors) {
      const linear = linearIn(ctx, fromPoly(ctx.ring, poly), bound);
      const [slope, offset] = linear ? [asRational(linear.slope), asRational(linear.offset)] : [];
      if (!slope || !offset || slope.sign === 0) continue;
      const by = constant(ctx.ring, offset.div(slope).floor());
      found.set("", { family: "", forward: true, offset: by });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}
