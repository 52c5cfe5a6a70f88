import { call, type Expr, symbol } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
import { grouped } from "../factors/groups.js";
import { powered } from "../scripts/powers.js";
import {
  binding,
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
import { readName } from "../symbols/symbols.js";
import { startsFactor } from "../factors/startsFactor.js";

/** Whether `E_{x \sim p}` comes next, with or without \mathbb, or `\mathbb{E}_q[…]`. */
export function startsExpectation(reading: Reading): boolean {
  return isUnderVariable(reading) || isUnder(reading);
}

/** `\mathbb{E}_q[…]` and `\mathbb{E}_{q(z \mid x)}[…]`. */
function isUnder(reading: Reading): boolean {
  const head = peek(reading);
  if (head.command !== "mathbb" || head.text !== "E" || !is(peek(reading, 1), "_")) return false;
  let [ahead, depth] = [2, 0];
  do {
    if (is(peek(reading, ahead), "{")) depth++;
    if (is(peek(reading, ahead), "}")) depth--;
    if (peek(reading, ahead).kind === "end") return false;
    ahead++;
  } while (depth > 0);
  return ["[", "(", "\\{"].some((sign) => is(peek(reading, ahead), sign));
}

function isUnderVariable(reading: Reading): boolean {
  const [head, below, open] = [0, 1, 2].map((ahead) => peek(reading, ahead));
  const isLetter = head.kind === "letter" || head.command === "mathbb";
  if (!isLetter || head.text !== "E" || !is(below, "_") || !is(open, "{")) return false;
  for (let ahead = 3; ; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "~")) return true;
    if (is(token, "}") || token.kind === "end") return false;
  }
}

/** Reads `\mathbb{E}_{x \sim p} [ f(x) ]`: the mean of f under the distribution p of x. */
export function expectation(reading: Reading): Expr {
  if (!isUnderVariable(reading)) return under(reading);
  const place = take(reading);
  reading.next += 2;
  const [name, distribution] = enclosed(reading, () => {
    const name = readName(reading);
    if (!takes(reading, "~")) throw unexpected(reading, "\\sim and a distribution");
    // A distribution named alone is the function that it is elsewhere, and no quantity.
    const { found } = reading;
    const symbols = new Set(found.symbols);
    const by = reading.grammar.sum(reading);
    if (by.kind === "symbol") found.symbols = symbols;
    needs(reading, "}", "} after the distribution");
    return [name, by] as const;
  });
  const isGroup = ["[", "(", "\\{"].some((sign) => is(peek(reading), sign));
  const of = binding(reading, name, () =>
    isGroup ? [grouped(reading)] : startsFactor(reading) ? reading.grammar.factor(reading) : [],
  );
  if (of.length !== 1 || (!isGroup && startsFactor(reading))) {
    throw refuse(
      reading,
      place,
      "it is not clear what this is the mean of",
      "write \\mathbb{E}_{x \\sim p}[ … ]",
    );
  }
  const mean = call("expectation", of[0], symbol(name), distribution);
  return isGroup ? powered(reading, mean) : mean;
}

/** Reads `\mathbb{E}_q[f]`: what is below is a distribution or the variable, and the mean has no meaning yet. */
function under(reading: Reading): Expr {
  reading.next += 2;
  const { found } = reading;
  const symbols = new Set(found.symbols);
  const by = argument(reading, "a distribution or a variable");
  if (by.kind === "symbol") found.symbols = symbols;
  return powered(reading, call("meanUnder", grouped(reading), by));
}
