import { DerivationError } from "./errors.js";
import type { Expr } from "./expression.js";
import { freeNames } from "./names.js";

/**
 * Refuses to insert the definition of a function or a family where a name that is free in it is bound: `k*x` for `f(x)` in
 * `sum(f(k), k, 1, 3)`, whose k is another one.
 *
 * @param shown the function with its parameters, `f(x)`
 * @throws DerivationError that asks for another bound name
 */
export function refuseCapture(
  shown: string,
  { parameters, body }: { parameters: readonly string[]; body: Expr },
  bound: readonly string[],
): void {
  if (bound.length === 0) return;
  const free = freeNames(body);
  const name = bound.find((one) => free.has(one) && !parameters.includes(one));
  if (name === undefined) return;
  throw new DerivationError(
    `${name} is free in the definition of ${shown} and bound around it: write another letter for the bound one`,
  );
}
