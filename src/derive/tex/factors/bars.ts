import { call, type Expr } from "../../tree/expression.js";
import { isMatrixLetter } from "../../meanings/matrices.js";
import { unsigned } from "../../meanings/occurrences.js";
import { freeNames } from "../../tree/names.js";
import {
  enclosed,
  is,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "../reading/reading.js";
import { setOperation } from "../scripts/events.js";
import type { Token } from "../reading/tokens.js";

/** Expressions that are sets. */
const setNames = new Set("setOf setWhere union intersection without".split(" "));

const isBare = (token: Token): boolean => is(token, "|") && token.sized === undefined;

/**
 * Reads `|x|`: the absolute value, where it can be neither a norm nor a determinant; of a declared vector its norm, of a
 * declared matrix its determinant.
 */
export function absolute(reading: Reading): Expr {
  const open = take(reading);
  if (isBare(open) && isBare(peek(reading))) {
    throw refuse(
      reading,
      open,
      "two bars may open a norm",
      "write \\left| … \\right| for absolute values; a norm by its entries",
    );
  }
  const of = enclosed(reading, () => {
    reading.bars = 1;
    const inside = setOperation(reading, reading.grammar.sum(reading));
    if (!takes(reading, "|")) throw unexpected(reading, "| or a further term");
    return inside;
  });
  const isSet = of.kind === "symbol" && reading.evidence.sets.has(of.name);
  if (isSet || (of.kind === "call" && setNames.has(of.name))) return call("sizeOf", of);
  const { matrices, vectors } = reading.declared;
  const names = [...freeNames(of)];
  if (names.some((name) => vectors?.has(name))) return call("norm", of);
  if (names.some((name) => matrices?.has(name))) return call("det", of);
  refuseDeterminant(reading, open, of);
  return call("abs", of);
}

function refuseDeterminant(reading: Reading, open: Token, of: Expr): void {
  if (of.kind === "list") {
    throw refuse(reading, open, "bars around a matrix are its determinant", "write its terms");
  }
  const { scouting, declared, evidence } = reading;
  const beside = of.kind === "add" && of.terms.some((term) => unsigned(term).kind === "number");
  const name = [...freeNames(of)].find(
    (one) => isMatrixLetter(one) && !declared.symbols.has(one) && !evidence.numbers.has(one),
  );
  if (scouting || beside || name === undefined) return;
  throw refuse(
    reading,
    open,
    `bars around the capital ${name} may be an absolute value, a determinant or a size`,
    `state \`${name} real\` among the assumptions for the absolute value, \`${name} matrix\` for the determinant, \`${name} vector\` for the norm; write \\operatorname{size}(${name}) for the number of elements`,
  );
}

/** `|a|b|c|`: two absolute values with b between them, or one with |b| inside. */
export function refuseBetweenBars(reading: Reading): void {
  const open = peek(reading);
  if (!isBare(open)) return;
  const closing = barBefore(reading);
  const after = reading.tokens[closing + 1];
  if (closing < 0 || after === open || signs.some((sign) => is(after, sign))) return;
  throw refuse(
    reading,
    open,
    "it is not clear which of these bars belong together",
    "write \\left| … \\right|",
  );
}

const signs = ["+", "-", "cdot", "times", "/"];

/** The place of the bare bar before this one between the same brackets; -1 where there is none. */
function barBefore({ tokens, next }: Reading): number {
  let depth = 0;
  for (let at = next - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token.kind === "relation" || (depth === 0 && is(token, ","))) return -1;
    if ([")", "]", "}", "\\}"].some((sign) => is(token, sign))) depth++;
    if (["(", "[", "{", "\\{"].some((sign) => is(token, sign)) && --depth < 0) return -1;
    if (depth === 0 && isBare(token)) return at;
  }
  return -1;
}
