import type { Expr } from "../../tree/expression.js";
import type { Fact } from "../claim/claim.js";
import { infinite } from "../claim/tree.js";
import { evaluate } from "../evaluate/evaluate.js";
import { cannotTell, valueOf } from "../numbers/field.js";
import { type Fraction, fraction, inverse, plus, times } from "../numbers/fraction.js";
import { longNumbers } from "../numbers/long.js";
import { admissible } from "./admit.js";
import { Domain } from "./points.js";

/** Enough bits for what cancels near a place. */
const field = longNumbers(1100);
/** 10^4, 10^8, ..., each the square of the one before: a logarithm doubles from one to the next. */
const far = [4n, 8n, 16n, 32n, 64n].map((k) => fraction(10n ** k));
const mostSteps = 60_000;
/** A quotient that changes by less in the last steps tends to a number other than 0. */
const still = 1e-3;
const grows = Math.log(1.5);

/** A claim about orders of growth as a name goes somewhere. */
export interface GrowthClaim {
  left: Expr;
  bound: Expr;
  order: "O" | "o" | "Theta" | "Omega";
  name: string;
  to: Expr;
  sides: readonly (1 | -1)[];
}

type Seen = "falls" | "stays" | "grows";

/** What speaks against a verdict on the growth of f/g, by its values nearer and nearer to the place. */
export function growthContradicts(
  claim: GrowthClaim,
  facts: readonly Fact[],
  isRefuted: boolean,
): string | undefined {
  const seen = claim.sides.map((side) => seenFrom(claim, facts, side));
  const { order } = claim;
  const holding: Record<GrowthClaim["order"], Seen[]> = {
    O: ["falls", "stays"],
    o: ["falls"],
    Theta: ["stays"],
    Omega: ["stays", "grows"],
  };
  const isHolding = (own: Seen | undefined) => own !== undefined && holding[order].includes(own);
  const isAgainst = isRefuted
    ? seen.every(isHolding)
    : seen.some((own) => own !== undefined && !holding[order].includes(own));
  return isAgainst ? `f/g ${seen.join(" and ")} near the place` : undefined;
}

function seenFrom(
  { left, bound, name, to }: GrowthClaim,
  facts: readonly Fact[],
  side: 1 | -1,
): Seen | undefined {
  const others = new Domain([left, bound], facts);
  const end = infinite(to);
  const sizes = valueOf(() =>
    far.map((size) => {
      const point = admissible(others, 0, { steps: mostSteps }) ?? cannotTell("a point");
      const place = end !== undefined ? times(fraction(end), size) : near(point, size);
      point.values.set(name, place);
      const [f, g] = [left, bound].map((expr) =>
        evaluate(expr, point, field, { steps: mostSteps }),
      );
      const quotient = field.div(f, g);
      const value = Math.abs(field.near(quotient));
      if (field.width(quotient) > value / 10) return cannotTell("a quotient");
      return Math.log(value);
    }),
  );
  if (!sizes) return undefined;
  const steps = sizes.slice(1).map((value, i) => value - sizes[i]);
  if (steps.every((step) => step > grows)) return "grows";
  if (steps.every((step) => step < -grows)) return "falls";
  return steps.slice(1).every((step) => Math.abs(step) < still) ? "stays" : undefined;

  function near(point: Parameters<typeof evaluate>[1], size: Fraction): Fraction {
    const at = field.exactly(evaluate(to, point, field, { steps: mostSteps }));
    return at ? plus(at, times(fraction(side), inverse(size))) : cannotTell("a place");
  }
}
