import { checkOptions } from "../steps/checkOptions.js";
import type { Derivation } from "./derivation.js";
import { checkDomain } from "./argmaxDomain.js";
import { DerivationError } from "../tree/errors.js";
import type { Ground } from "../steps/grading.js";
import { freeNames } from "../tree/names.js";
import { readSide, type Written } from "../notation/written.js";
import type { Vocabulary } from "../tex/reading/vocabulary.js";
import type { ArgmaxOptions } from "../steps/stepOptions.js";

/** The place of a maximum, still to be named. */
export interface Argmax<T> {
  /**
   * Adds the steps that show it: the derivative is 0 there and nowhere else, and the second derivative there is below 0.
   * The name must range over one interval, on which the expression is smooth.
   *
   * @param written the place, in terms of the other names
   */
  at(written: Written, because?: string, options?: ArgmaxOptions): T;
}

/** The maximum of an expression in one name, as steps of a derivation. */
export function argmaxSteps<T extends Derivation>(
  derivation: T,
  expression: Written,
  variable: Written,
  vocabulary: Vocabulary,
  ground: Ground,
): Argmax<T> {
  const body = readSide(expression, vocabulary);
  const { text: name, expr } = readSide(variable, vocabulary);
  if (expr.kind !== "symbol") {
    throw new DerivationError(`argmax: the variable must be a name, got ${name}`);
  }
  return {
    at(written, because = "", options = {}) {
      const { items, second = {} } = options;
      checkOptions(derivation.id, because, options, ["items", "second"]);
      checkOptions(derivation.id, second.because ?? "", second, ["items", "value", "because"]);
      const place = readSide(written, vocabulary);
      if (freeNames(place.expr).has(name)) {
        throw new DerivationError(`argmax: the place must not speak of ${name}, got ${place.text}`);
      }
      checkDomain(body.expr, name, place.expr, ground);
      const first = `partial(${body.text}, ${name})`;
      const bend = `at(partial(${first}, ${name}), ${name}, ${place.text})`;
      const reason =
        second.because ??
        "the second derivative there is negative: the maximum, for the domain is an interval";
      const bent = { items: second.items };
      derivation.from(`${first} = 0`).iff(`${name} = ${place.text}`, because, { items }).from(bend);
      if (second.value !== undefined)
        derivation.equals(second.value, "the second derivative there", bent);
      return derivation.lessThan("0", reason, bent);
    },
  };
}
