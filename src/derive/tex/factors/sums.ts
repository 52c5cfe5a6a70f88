import { type Expr, negate } from "../../tree/expression.js";
import { dottedSum, isDots } from "../ellipsis/dots.js";
import { isDifferential } from "./integrals.js";
import { lineGoesOn, passLineEnd } from "../reading/lines.js";
import { deeper, is, peek, type Reading, refuse, take } from "../reading/reading.js";
import { mentions } from "../../tree/names.js";

/** Reads terms joined by + and -; a minus stands before its whole product. */
export function sum(reading: Reading): Expr {
  return deeper(reading, () => {
    const first = signAt(reading);
    const terms = [
      first === "-"
        ? signedTerm(reading)
        : first === "+"
          ? plainTerm(reading)
          : reading.grammar.product(reading),
    ];
    const reaching = new Set(reading.tail);
    for (;;) {
      lineGoesOn(reading, ["+", "-", "pm", "mp"]);
      const sign = signAt(reading);
      if (isDifferential(reading)) break;
      if (sign === undefined) break;
      const place = peek(reading, 1);
      if (isDots(place) && sign === "+") {
        terms.splice(0, Infinity, dottedSum(reading, terms));
        continue;
      }
      terms.push(sign === "-" ? signedTerm(reading) : plainTerm(reading));
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

/** The sign that comes next; of `\pm` the upper or the lower one, and of `\mp` the other. */
function signAt(reading: Reading): "+" | "-" | undefined {
  const token = peek(reading);
  if (is(token, "+")) return "+";
  if (is(token, "-")) return "-";
  if (is(token, "pm")) return reading.isLower ? "-" : "+";
  if (is(token, "mp")) return reading.isLower ? "+" : "-";
  return undefined;
}

/** Passes over a sign. */
function takeSign(reading: Reading): void {
  const sign = take(reading);
  if (is(sign, "pm") || is(sign, "mp")) reading.signs++;
  passLineEnd(reading);
}

function plainTerm(reading: Reading): Expr {
  takeSign(reading);
  return is(peek(reading), "-") ? signedTerm(reading) : reading.grammar.product(reading);
}

function signedTerm(reading: Reading): Expr {
  takeSign(reading);
  if (is(peek(reading), "-")) {
    const second = take(reading);
    if (is(peek(reading), "-")) throw refuse(reading, second, "three signs in a row");
    return negate(negate(reading.grammar.product(reading)));
  }
  return negate(reading.grammar.product(reading));
}
