import type { Expr } from "../expression.js";
import { application, type Arguments, readArguments } from "./callArguments.js";
import { powered } from "./powers.js";
import { is, peek, type Reading, refuse } from "./reading.js";
import type { Token } from "./tokens.js";

/** A symbol before what it may be applied to. */
export interface Head {
  token: Token;
  /** The letter or word without its subscript. */
  letter: string;
  /** The names that it may have as a function, the usual one first; none for an entry. */
  names: string[];
  /** Whether it is an entry of a family that is declared. */
  isEntry: boolean;
  power: boolean;
  /** The symbol read as a quantity. */
  expr(): Expr;
}

/** Letters that are mostly functions; `f(x - 1)` with such a letter is never taken for a product unasked. */
const functionLetters = new Set("f g h p q F G P Q E phi psi".split(" "));

/** Reads parentheses after a symbol: the arguments of a function, an event, or a factor. */
export function appliedTo(reading: Reading, head: Head): Expr[] {
  const open = peek(reading);
  const isBracket = is(open, "[");
  if (open.sized === "right" || (!isBracket && !is(open, "("))) return [head.expr()];
  const { symbols, functions } = reading.declared;
  const name = head.names.find((one) => functions.has(one)) ?? head.names[0];
  const isQuantity = head.isEntry || head.names.some((one) => symbols.has(one));
  const isFunction = name !== undefined && isFunctionName(reading, head, name, isQuantity);
  if (isBracket && !isFunction && !(name === "E" && !isQuantity)) {
    if (isQuantity || head.power) return [head.expr()];
    const what = `${head.letter}[…] may be an entry, a product or an expectation`;
    throw refuse(reading, open, what, "write x_{n} for an entry, ( ) for a factor");
  }
  const args = readArguments(reading, true);
  const isApplied = args.given !== undefined || args.outcomes || args.items.length > 1;
  if (name !== undefined && (isFunction || isBracket || isApplied)) {
    if (isQuantity && !isApplied) throw unclear(reading, head.token, name, "is both here");
    if (head.power) {
      const what = `it is not clear what the power of the function ${name} is`;
      throw refuse(reading, head.token, what, `write \\left(${name}(…)\\right)^{…}`);
    }
    return [powered(reading, application(reading, open, name, args))];
  }
  if (isApplied) throw refuse(reading, open, "a product has one expression in its parentheses");
  return asProduct(reading, head, isQuantity, args);
}

function isFunctionName(
  { declared, evidence }: Reading,
  { token, power }: Head,
  name: string,
  isQuantity: boolean,
): boolean {
  if (declared.functions.has(name)) return true;
  if (isQuantity) return false;
  // An upright word of several letters before parentheses is a function: `\mathrm{relu}(x)`.
  const isWord = token.kind === "word" && name.length > 1;
  return isWord || evidence.functions.has(name) || (name === "sigma" && !power);
}

/** A name before parentheses as two factors, where nothing hints at a function. */
function asProduct(
  reading: Reading,
  head: Head,
  isQuantity: boolean,
  { items }: Arguments,
): Expr[] {
  const { expr } = items[0];
  const isKnown = isQuantity || head.names.some((one) => reading.evidence.symbols.has(one));
  const isLone = expr.kind === "symbol" || (expr.kind === "number" && !head.power);
  if (isKnown || !(isLone || functionLetters.has(head.letter))) {
    return [head.expr(), powered(reading, expr)];
  }
  if (!reading.scouting) throw unclear(reading, head.token, head.letter, "is not known here");
  // Not read as a quantity, so that this place is no evidence for itself.
  return [expr, powered(reading, expr)];
}

function unclear(reading: Reading, token: Token, name: string, why: string) {
  return refuse(
    reading,
    token,
    `${name}(…) may be a function or a product: ${name} ${why}`,
    `write \\operatorname{${name}}(…) for the function, ${name} \\cdot (…) for the product`,
  );
}
