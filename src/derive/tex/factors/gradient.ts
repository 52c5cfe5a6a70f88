import { call, type Expr, symbol } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
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
} from "../reading/reading.js";
import { startsFactor } from "./startsFactor.js";
import { readName } from "../symbols/symbols.js";

/**
 * Reads `\nabla_{w} L`, the gradient of the one factor that follows by the array w, `\nabla_w^2 L`, the gradient of that,
 * and `\nabla f`, by all that f depends on.
 */
export function gradient(reading: Reading): Expr {
  const place = take(reading);
  let by: string | undefined;
  if (takes(reading, "_")) by = is(peek(reading), "{") ? braced(reading) : oneLetter(reading);
  const isTwice = by !== undefined && is(peek(reading), "^") && peek(reading, 1).text === "2";
  if (isTwice) reading.next += 2;
  const head = by === undefined ? operatorAfter(reading) : "gradient";
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
  if (by === undefined) return call(head, factors[0]);
  const once = call("grad", factors[0], symbol(by));
  return isTwice ? call("grad", once, symbol(by)) : once;
}

/** `\nabla \cdot F`, `\nabla \times F`, and `\nabla^2 f`, which is a Laplacian or a Hessian. */
function operatorAfter(reading: Reading): string {
  if (takes(reading, "cdot")) return "div";
  if (takes(reading, "times")) return "curl";
  if (!is(peek(reading), "^") || peek(reading, 1).text !== "2") return "gradient";
  reading.next += 2;
  return "nablaTwice";
}

function braced(reading: Reading): string {
  take(reading);
  return enclosed(reading, () => {
    const name = readName(reading);
    needs(reading, "}", "} after the name");
    return name;
  });
}

/** TeX takes one letter below. */
function oneLetter(reading: Reading): string {
  const expr = argument(reading, "the name by which is differentiated");
  if (expr.kind === "symbol") return expr.name;
  throw unexpected(reading, "one letter or braces below \\nabla");
}
