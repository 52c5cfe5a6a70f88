import { type Expr, negate } from "../../tree/expression.js";
import { isDifferential } from "./integrals.js";
import { lineGoesOn } from "../reading/lines.js";
import { deeper, is, peek, type Reading, refuse, take } from "../reading/reading.js";
import { mentions } from "../../tree/names.js";

/** Reads terms joined by + and -; a minus stands before its whole product. */
export function sum(reading: Reading): Expr {
  return deeper(reading, () => {
    const first = peek(reading);
    const terms = [
      is(first, "-")
        ? signedTerm(reading)
        : is(first, "+")
          ? plainTerm(reading)
          : reading.grammar.product(reading),
    ];
    const reaching = new Set(reading.tail);
    for (;;) {
      lineGoesOn(reading, ["+", "-"]);
      const sign = peek(reading);
      if (isDifferential(reading)) break;
      if (!is(sign, "+") && !is(sign, "-")) break;
      const place = peek(reading, 1);
      terms.push(sign.text === "-" ? signedTerm(reading) : plainTerm(reading));
      const captured = [...reaching].find((name) => mentions(terms[terms.length - 1], name));
      if (captured !== undefined && !reading.scouting) {
        const what = `${captured} is bound by the sum or product before, which ends at the sign`;
        throw refuse(reading, place, what, "put what it ranges over in parentheses");
      }
      reading.tail.forEach((name) => reaching.add(name));
      if (reading.barred) {
        throw refuse(
          reading,
          place,
          "a bar after several terms may take all of them or the last",
          "write \\left[ … \\right]_{x=a}^{x=b}",
        );
      }
    }
    return terms.length === 1 ? terms[0] : { kind: "add", terms };
  });
}

function plainTerm(reading: Reading): Expr {
  take(reading);
  return is(peek(reading), "-") ? signedTerm(reading) : reading.grammar.product(reading);
}

function signedTerm(reading: Reading): Expr {
  take(reading);
  if (is(peek(reading), "-")) {
    const second = take(reading);
    if (is(peek(reading), "-")) throw refuse(reading, second, "three signs in a row");
    return negate(negate(reading.grammar.product(reading)));
  }
  return negate(reading.grammar.product(reading));
}
