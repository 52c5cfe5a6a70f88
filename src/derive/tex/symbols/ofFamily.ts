import { call, type Expr } from "../../tree/expression.js";
import { isLone } from "../reading/evidence.js";
import type { Reading } from "../reading/reading.js";
import type { Arguments } from "../scripts/callArguments.js";
import type { Head } from "../scripts/head.js";
import { powered } from "../scripts/powers.js";
import { quietly } from "./quietly.js";

/** Letters of densities, of values of states and of functions, of which there may be one for each index. */
export const indexed = new Set("f g h p q F G H M P Q V".split(" "));

/** `f_{X+Y}(t)`, `Q_{k+1}(s, a)`: a function for each index, where its arguments show it or no factor needs parentheses. */
export function isOfFamily(
  { names, letter, token, power }: Head,
  isQuantity: boolean,
  { items }: Arguments,
  isApplied: boolean,
): boolean {
  if (names.length > 0 || isQuantity || power) return false;
  const isWord = token.kind === "word" && token.text.length > 1;
  return isApplied || ((isWord || indexed.has(letter)) && isLone(items[0].expr));
}

/** The value of the function that an index chooses. */
export function ofFamily(reading: Reading, head: Head, args: Arguments): Expr {
  const items = args.items.map(({ expr, value }) => (value ? call("equal", expr, value) : expr));
  const given = args.given?.map(({ expr, value }) => (value ? call("equal", expr, value) : expr));
  const of = call(
    "memberAt",
    quietly(reading, head.expr),
    ...items,
    ...(given ? [call("given", ...given)] : []),
  );
  return powered(reading, of);
}
