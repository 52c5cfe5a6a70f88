import type { Context } from "../../form/context.js";
import { affine } from "./linear/affine.js";
import type { Certificate, Term } from "./certificate.js";
import { sparse } from "./linear/sparse.js";

/** Whether what a certificate shows is positive: some term is, wherever the facts hold. */
export function isStrict(ctx: Context, { terms }: Certificate): boolean {
  return terms.some(({ weight, vanishing }) => weight.strict && neverVanish(ctx, vanishing));
}

/** Whether parts are never all 0: one of them is not, or a fact fails where all are. */
function neverVanish({ signs, ring }: Context, parts: Term["vanishing"]): boolean {
  if (parts.length === 0) return false;
  const alone = parts.flatMap((part) => (part.size === 1 ? [[...part.keys()][0]] : []));
  if (alone.some(({ atoms }) => atoms.every((id) => signs.nonzero(ring.form(ring.atoms[id])))))
    return true;
  const zeros = new Set(alone.flatMap(({ atoms }) => (atoms.length === 1 ? atoms : [])));
  return signs.facts.some(({ poly, relation }) => {
    if (relation === ">=") return false;
    // A fact that is 0 where all parts are: each of its terms is, or it is a combination of them.
    if ([...poly.keys()].every(({ atoms }) => atoms.some((id) => zeros.has(id)))) return true;
    return affine(parts, sparse(poly)) !== undefined;
  });
}
