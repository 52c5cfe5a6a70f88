import { definitionOf } from "../../library/library.js";
import { Absent } from "../../tree/absent.js";
import { type Expr, parts } from "../../tree/expression.js";
import type * as constantGap from "./constantGap.js";
import type * as induction from "./induction.js";

/** Proofs that only some claims need. */
type Proofs = Pick<typeof induction, "byInduction" | "gapByInduction"> &
  Pick<typeof constantGap, "byConstantGap">;

let provided: Proofs | undefined;

/** Hands over these proofs: a page loads them with the first claim that asks for one. */
export function provideProofs(proofs: Proofs): void {
  provided = proofs;
}

function proofs(): Proofs {
  if (!provided) throw new Absent();
  return provided;
}

type Ask<Name extends keyof Proofs> = (
  ...asked: Parameters<Proofs[Name]>
) => ReturnType<Proofs[Name]>;

/** By induction over a count; without one there is none. */
export const byInduction: Ask<"byInduction"> = (left, right, assumptions, prepared) =>
  holdsCount(assumptions) ? proofs().byInduction(left, right, assumptions, prepared) : undefined;

export const gapByInduction: Ask<"gapByInduction"> = (
  left,
  right,
  strict,
  assumptions,
  prepared,
) =>
  holdsCount(assumptions)
    ? proofs().gapByInduction(left, right, strict, assumptions, prepared)
    : undefined;

/** Of arcs alone: their difference is constant. */
export const byConstantGap: Ask<"byConstantGap"> = (left, right, assumptions, prepared) =>
  hasArc(left) || hasArc(right)
    ? proofs().byConstantGap(left, right, assumptions, prepared)
    : undefined;

const holdsCount = ({ facts }: Parameters<Proofs["byInduction"]>[2]): boolean =>
  facts.some(({ kind }) => kind === "integer");

const hasArc = (expr: Expr): boolean =>
  (expr.kind === "call" && definitionOf(expr.name, expr.args.length)?.arc === true) ||
  parts(expr).some(hasArc);
