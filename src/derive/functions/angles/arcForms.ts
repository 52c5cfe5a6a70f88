import { Rational } from "../../../num/index.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, divide, type Form, isZero, multiply, negated } from "../../form/ring/form.js";
import { opaque } from "../../form/opaque.js";
import { whole } from "../../form/ring/monomial.js";
import type { Atom } from "../../form/ring/ring.js";
import { formNames } from "../../form/ring/ring.js";
import { exactTurn } from "./exactTurn.js";

/** What is tried of a right angle, as exact values: all over 5, 6, 8 and 12 of pi. */
const tried: readonly Rational[] = [5n, 6n, 8n, 10n, 12n]
  .flatMap((den) => Array.from({ length: Number(den) }, (_, k) => Rational.of(BigInt(k + 1), den)))
  .filter((one, i, all) => all.findIndex((other) => other.equals(one)) === i)
  .filter((one) => one.compare(Rational.of(1n, 2n)) <= 0);

/** Half turns by which an angle may lie from the branch of an arc. */
const halfTurns = [0, 1, -1, 2, -2];

/** asin(x): odd, exact where x is the sine of a known angle, and by the branch of u for asin(sin(u)). */
export function arcSineForm(ctx: Context, of: Form): Form {
  const { ring } = ctx;
  if (of.scale.sign < 0) return negated(arcSineForm(ctx, negated(of)));
  if (isZero(of)) return of;
  const known = exactArc(ctx, of, ({ sine }) => subtractForms(ring, of, sine));
  if (known) return known;
  const atom = soleCall(ctx, of);
  const shift = atom?.name === "cos" ? Rational.of(1n, 2n) : Rational.of(0n);
  const u = atom?.name === "sin" || atom?.name === "cos" ? atom.args[0] : undefined;
  const branch = u && onBranch(ctx, add(ring, u, ofPi(ctx, shift)), "closed");
  if (!branch) return opaque(ctx, "asin", [of]);
  return branch.halfTurns % 2 === 0 ? branch.angle : negated(branch.angle);
}

/** atan(x): odd, exact where x is the tangent of a known angle, and by the branch of u for atan(tan(u)). */
export function arcTangentForm(ctx: Context, of: Form): Form {
  const { ring } = ctx;
  if (of.scale.sign < 0) return negated(arcTangentForm(ctx, negated(of)));
  if (isZero(of)) return of;
  const known = exactArc(ctx, of, ({ sine, cosine }) =>
    isZero(cosine) ? undefined : subtractForms(ring, multiply(ring, of, cosine), sine),
  );
  if (known) return known;
  const u = angleOfTangent(ctx, of);
  return (u && onBranch(ctx, u, "open")?.angle) ?? opaque(ctx, "atan", [of]);
}

/** u - k pi, where it is known to lie between -pi/2 and pi/2, and k. */
function onBranch(
  ctx: Context,
  u: Form,
  ends: "open" | "closed",
): { angle: Form; halfTurns: number } | undefined {
  const { ring, signs } = ctx;
  const quarter = ofPi(ctx, Rational.of(1n, 2n));
  const inside = (gap: Form): boolean =>
    ends === "open" ? signs.positive(gap) : signs.nonnegative(gap);
  for (const k of halfTurns) {
    const angle = subtractForms(ring, u, ofPi(ctx, Rational.of(BigInt(k))));
    const isIn = [add(ring, quarter, angle), subtractForms(ring, quarter, angle)].every(inside);
    if (isIn) return { angle, halfTurns: k };
  }
  return undefined;
}

/** The angle of which a number is known to be the sine, or the tangent. */
function exactArc(
  ctx: Context,
  of: Form,
  gapTo: (turned: { sine: Form; cosine: Form }) => Form | undefined,
): Form | undefined {
  if (formNames(ctx.ring, of).size > 0) return undefined;
  const found = tried.find((angle) => {
    const turned = exactTurn(ctx, angle);
    const gap = turned && gapTo(turned);
    return gap && isZero(gap);
  });
  return found && ofPi(ctx, found);
}

/** u, for sin(u)/cos(u). */
function angleOfTangent(ctx: Context, of: Form): Form | undefined {
  const { ring } = ctx;
  const circular = of.mono.atoms.map((id) => ring.atoms[id]);
  const sine = circular.find((atom) => atom.kind === "call" && atom.name === "sin");
  if (sine?.kind !== "call") return undefined;
  const [u] = sine.args;
  const tangent = divide(ring, ring.form(sine), opaque(ctx, "cos", [u]));
  return isZero(subtractForms(ring, of, tangent)) ? u : undefined;
}

/** The call of a function that a form is. */
export function soleCall(ctx: Context, form: Form): (Atom & { kind: "call" }) | undefined {
  const { mono, factors, scale } = form;
  if (factors.length || mono.atoms.length !== 1 || mono.exponents[0] !== whole) return undefined;
  if (!scale.equals(Rational.of(1n))) return undefined;
  const atom = ctx.ring.atoms[mono.atoms[0]];
  return atom.kind === "call" ? atom : undefined;
}

function ofPi(ctx: Context, share: Rational): Form {
  const { ring } = ctx;
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  return multiply(ring, constant(ring, share), pi);
}
