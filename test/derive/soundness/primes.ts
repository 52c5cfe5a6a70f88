import type { Random } from "../../../src/index.js";
import { evaluateTerm } from "../oracle/evaluate.js";
import { modulo, randomPrime } from "../oracle/field.js";
import { freeNames, readTerm } from "../oracle/term.js";
import type { Claim } from "../oracle/truth.js";
import { Undefined } from "../oracle/value.js";
import { q } from "../oracle/rational.js";

/**
 * Whether both sides agree at a random point modulo each of two random primes of 128 bits: a difference other than 0
 * of degree d survives that but for odds of about d/2^127. A fixed prime would let p*x = 0 pass.
 */
export function vanishesModuloPrimes({ lhs, rhs }: Claim, random: Random): boolean {
  const [left, right] = [readTerm(lhs), readTerm(rhs)];
  const names = [...freeNames(left), ...freeNames(right)];
  return [1, 2].every(() => {
    const field = modulo(randomPrime(() => random.bits()));
    const wide = () => [0, 1, 2, 3].reduce((value) => (value << 32n) | BigInt(random.bits()), 0n);
    const point = {
      names: new Map(names.map((name) => [name, q(wide())])),
      entry: () => q(wide()),
      weight: () => q(1),
      outcomes: new Map<string, string[]>(),
    };
    try {
      return evaluateTerm(left, point, field).value === evaluateTerm(right, point, field).value;
    } catch (error) {
      if (error instanceof Undefined) return true; // a pole: odds of 1 in 2^120, and it tells nothing
      throw error;
    }
  });
}
