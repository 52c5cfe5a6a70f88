import { type Expr, over } from "../expression.js";
import { argument } from "./arguments.js";
import { derivative, isD } from "./derivatives.js";
import { is, peek, type Reading, refuse, take } from "./reading.js";
import { startsSymbol } from "./scripted.js";

/** Reads `\frac{a}{b}`: a quotient, or a derivative where it is written as one. */
export function fraction(reading: Reading): Expr {
  take(reading);
  if (isDerivative(reading)) return derivative(reading);
  return over(
    argument(reading, "the numerator in braces"),
    argument(reading, "the denominator in braces"),
  );
}

/** `\frac{d…}{dx…}` and `\frac{\partial…}{\partial…}`. */
function isDerivative(reading: Reading): boolean {
  if (!is(peek(reading), "{") || !isD(peek(reading, 1))) return false;
  const first = peek(reading, 1);
  if (is(first, "partial")) return true;
  const after = peek(reading, 2);
  if (!is(after, "}") && !is(after, "^") && !startsSymbol(reading, 2)) return false;
  const denominator = denominatorAt(reading);
  if (!is(peek(reading, denominator), "{") || !isD(peek(reading, denominator + 1))) return false;
  if (!startsSymbol(reading, denominator + 2)) return false;
  const { declared, evidence } = reading;
  const isName = declared.symbols.has("d") || evidence.symbols.has("d");
  if (isName && first.kind === "letter") {
    throw refuse(
      reading,
      first,
      "this may be a derivative or a quotient: d is a name here",
      "write \\mathrm{d} for the derivative, d \\cdot x for the product",
    );
  }
  return true;
}

/** How far ahead the second pair of braces begins. */
function denominatorAt(reading: Reading): number {
  let open = 0;
  for (let ahead = 0; ; ahead++) {
    const token = peek(reading, ahead);
    if (token.kind === "end") return ahead;
    if (is(token, "{")) open++;
    if (is(token, "}") && --open === 0) return ahead + 1;
  }
}
