import { call, type Expr, symbol } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
import { powered } from "../scripts/powers.js";
import { enclosed, is, peek, type Reading, refuse, take, takes } from "../reading/reading.js";

/** Reads `\|x\|`, `\left\| A \right\|_F^2`: a norm, with which one where it is written. */
export function norm(reading: Reading): Expr {
  const open = take(reading);
  const of = enclosed(reading, () => {
    reading.norms = 1;
    const inside = reading.grammar.sum(reading);
    if (!takes(reading, "\\|")) {
      const advice =
        "write \\lVert x \\rVert for a norm, an equation for lines that are parallel: m_1 = m_2";
      throw refuse(reading, peek(reading), "a norm needs a second \\|", advice);
    }
    return inside;
  });
  if (of.kind === "list")
    throw refuse(reading, open, "the norm of a list", "write \\sqrt{a^2 + b^2}");
  const which = takes(reading, "_") ? whichNorm(reading) : undefined;
  const plain = call("norm", of, ...(which ? [which] : []));
  const whole = powered(reading, plain);
  if (which || whole === plain || !is(peek(reading), "_")) return whole;
  throw refuse(reading, peek(reading), "a subscript after an exponent", "write \\|x\\|_2^2");
}

function whichNorm(reading: Reading): Expr {
  const inside = is(peek(reading), "{") ? 1 : 0;
  const { kind, text } = peek(reading, inside);
  if (kind !== "word") return argument(reading, "which norm it is");
  reading.next += inside ? 3 : 1;
  return symbol(text);
}

/** Reads `\langle x, y \rangle`, an inner product, or `\langle f \rangle_{p}`, an average. */
export function angled(reading: Reading): Expr {
  const open = take(reading);
  const items = enclosed(reading, () => {
    const found = [reading.grammar.sum(reading)];
    while (takes(reading, ",")) found.push(reading.grammar.sum(reading));
    if (takes(reading, "\\rangle")) return found;
    const advice =
      "write \\langle x, y \\rangle for an inner product, \\langle f \\rangle for a mean";
    throw refuse(reading, peek(reading), "expected \\rangle, a comma or a further term", advice);
  });
  if (items.length > 2) throw refuse(reading, open, "an inner product has two arguments");
  if (items.length === 2) return powered(reading, call("inner", ...items));
  const by = takes(reading, "_") ? [argument(reading, "what is averaged over")] : [];
  return powered(reading, call("average", items[0], ...by));
}
