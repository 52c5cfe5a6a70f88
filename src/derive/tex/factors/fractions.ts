import { type Expr, over } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
import { derivative, isD } from "./derivatives.js";
import { enclosed, is, needs, peek, type Reading, refuse, take } from "../reading/reading.js";
import { startsSymbol } from "../scripts/scripted.js";
import { startsSlashed } from "./slashed.js";
import { readName } from "../symbols/symbols.js";
import type { Token } from "../reading/tokens.js";

/** Reads `\frac{a}{b}`: a quotient, or a derivative where it is written as one. */
export function fraction(reading: Reading): Expr {
  take(reading);
  if (isDerivative(reading)) return derivative(reading);
  if (endsInDifferential(reading)) return withDifferential(reading);
  return over(
    argument(reading, "the numerator in braces"),
    argument(reading, "the denominator in braces"),
  );
}

/** `\frac{d…}{dx…}` and `\frac{\partial…}{\partial…}`. */
function isDerivative(reading: Reading): boolean {
  if (!is(peek(reading), "{") || !isD(peek(reading, 1))) return false;
  // `\frac{dy/dt}{dx/dt}` is a quotient of derivatives.
  if (startsSlashed(reading, 1)) return false;
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

/** Whether the numerator of an integrand ends in its differential, `\frac{x\,dx}{x + 1}`. */
function endsInDifferential(reading: Reading): boolean {
  const waiting = reading.integrals - reading.differentials.length;
  if (waiting !== 1 || !is(peek(reading), "{")) return false;
  const end = denominatorAt(reading) - 1;
  for (let ahead = 1; ahead < end; ahead++) if (isIntegral(peek(reading, ahead))) return false;
  return isD(peek(reading, end - 2)) && startsSymbol(reading, end - 1) && end > 2;
}

const isIntegral = ({ kind, text }: Token): boolean =>
  kind === "command" && /^i{1,3}nt$/.test(text);

function withDifferential(reading: Reading): Expr {
  take(reading);
  const { integrals } = reading;
  const above = enclosed(reading, () => {
    reading.integrals = integrals;
    const expr = reading.grammar.product(reading);
    take(reading);
    const name = readName(reading);
    needs(reading, "}", "} after the differential");
    reading.differentials.push(name);
    return expr;
  });
  return over(above, argument(reading, "the denominator in braces"));
}
