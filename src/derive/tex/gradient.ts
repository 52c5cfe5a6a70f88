import { call, type Expr, symbol } from "../expression.js";
import {
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "./reading.js";
import { startsFactor } from "./startsFactor.js";
import { readName } from "./symbols.js";

/** Reads `\nabla_{w} L`, the gradient of the one factor that follows by the array w. */
export function gradient(reading: Reading): Expr {
  const place = take(reading);
  if (!takes(reading, "_"))
    throw unexpected(reading, "the array by which is differentiated: \\nabla_{w} L");
  const by = is(peek(reading), "{") ? braced(reading) : readName(reading);
  if (!startsFactor(reading)) throw unexpected(reading, "what is differentiated");
  const factors = reading.grammar.factor(reading);
  const next = peek(reading);
  if (factors.length > 1 || startsFactor(reading) || is(next, "cdot") || is(next, "times")) {
    throw refuse(
      reading,
      place,
      "it is not clear how far this gradient reaches",
      "put the gradient in parentheses, or what is differentiated",
    );
  }
  return call("grad", factors[0], symbol(by));
}

function braced(reading: Reading): string {
  take(reading);
  return enclosed(reading, () => {
    const name = readName(reading);
    needs(reading, "}", "} after the name");
    return name;
  });
}
