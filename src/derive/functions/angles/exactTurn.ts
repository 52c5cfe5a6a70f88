import { Rational } from "../../../num/index.js";
import { add } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, divide, type Form, multiply } from "../../form/ring/form.js";
import { rootOf } from "../roots.js";
import { repeated, together, type Turned } from "./turned.js";

const half = Rational.of(1n, 2n);

/**
 * The sine and cosine of a rational multiple of pi, by square roots: an angle over 2^a 3^b 5^c is a sum of angles over
 * 8, 3 and 5. Undefined for any other.
 */
export function exactTurn(ctx: Context, ofPi: Rational): Turned | undefined {
  const turns = ofPi.sub(Rational.of(2n * ofPi.div(Rational.of(2n)).floor()));
  const parts = [8n, 3n, 5n].map((own) => ({ own, share: shareOver(turns.den, own) }));
  if (parts.some(({ share }) => share === undefined)) return undefined;
  const common = parts.reduce((product, { share }) => product * share!, 1n);
  if (common !== turns.den) return undefined;
  let result = repeated(ctx, unitOf(ctx, 1n), 0n)!;
  let left = turns.num;
  for (const { share } of parts) {
    // num/den = sum of n_i/share_i, by the inverse of what is beside each share, and whole turns of pi.
    const beside = common / share!;
    const count = inverse(beside, share!) * turns.num;
    const own = ((count % share!) + share!) % share!;
    left -= own * beside;
    const turned = repeated(ctx, unitOf(ctx, share!), own);
    if (!turned) return undefined;
    result = together(ctx, result, turned);
  }
  const halfTurns = left / common;
  return halfTurns % 2n === 0n ? result : together(ctx, result, unitOf(ctx, 1n));
}

/** The part of a denominator that divides `own` and is made of its prime. */
function shareOver(den: bigint, own: bigint): bigint | undefined {
  const prime = own === 8n ? 2n : own;
  let share = 1n;
  for (let left = den; left % prime === 0n; left /= prime) share *= prime;
  return own % share === 0n ? share : undefined;
}

/** a^(-1) modulo m. */
function inverse(a: bigint, m: bigint): bigint {
  for (let k = 0n; k < m; k++) if ((a * k) % m === 1n % m) return k;
  return 0n;
}

/** pi over 1, 2, 3, 4, 5 or 8. */
function unitOf(ctx: Context, over: bigint): Turned {
  const { ring } = ctx;
  const number = (n: bigint, d = 1n): Form => constant(ring, Rational.of(n, d));
  const root = (of: Form): Form => rootOf(ctx, of, half);
  if (over === 1n) return { sine: number(0n), cosine: number(-1n) };
  if (over === 2n) return { sine: number(1n), cosine: number(0n) };
  if (over === 3n) return { sine: root(number(3n, 4n)), cosine: number(1n, 2n) };
  if (over === 4n) return { sine: root(number(1n, 2n)), cosine: root(number(1n, 2n)) };
  if (over === 5n) {
    const five = root(number(5n));
    const cosine = divide(ring, add(ring, number(1n), five), number(4n));
    return { sine: root(add(ring, number(5n, 8n), multiply(ring, number(-1n, 8n), five))), cosine };
  }
  // tan(pi/8) = sqrt(2) - 1.
  const two = root(number(2n));
  const cosine = root(add(ring, number(1n, 2n), multiply(ring, number(1n, 4n), two)));
  return { sine: multiply(ring, add(ring, two, number(-1n)), cosine), cosine };
}
