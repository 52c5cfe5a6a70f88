import { call, type Expr, treeKey } from "../../tree/expression.js";
import { isDerivative } from "../../dependence/seen.js";
import { families, freeNames } from "../../tree/names.js";
import { application, type Arguments, readArguments } from "../scripts/callArguments.js";
import { alphabets, knownFunctions } from "../reading/letters.js";
import { isEvent } from "../../tree/events.js";
import { applied, baseOf, isLone, needsNoParentheses } from "../reading/evidence.js";
import { isBracketedFactor } from "./bracketed.js";
import type { Head } from "../scripts/head.js";
import { isKnownAndNot, mostlyFunctions, operators, orders } from "./knownLetters.js";
import { derivativeOf } from "../scripts/primes.js";
import { headLatex } from "../write/nameLatex.js";
import { powered, refusePowerOfMean } from "../scripts/powers.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";
import { inverseAt, ofBraces } from "./otherValues.js";
import { Unsettled } from "../reading/texError.js";
import { supposedFactor } from "./supposedFactor.js";
import { quietly } from "./quietly.js";
import { indexed, isOfFamily, ofFamily } from "./ofFamily.js";
import { isWrittenOut } from "./writtenOut.js";

/** Reads parentheses after a symbol: the arguments of a function, an event, or a factor. */
export function appliedTo(reading: Reading, head: Head): Expr[] {
  const open = peek(reading);
  const isBracket = is(open, "[");
  const isBrace = is(open, "\\{");
  if (open.sized === "right" || !(isBracket || isBrace || is(open, "("))) return [head.expr()];
  const { symbols, functions, matrices, vectors } = reading.declared;
  const name = head.names.find((one) => functions.has(one)) ?? head.names[0];
  const isQuantity =
    head.isEntry ||
    head.names.some((one) => [symbols, matrices, vectors].some((names) => names?.has(one)));
  const isFunction = name !== undefined && isFunctionName(reading, head, name, isQuantity);
  const isMeasure = head.token.command === "mathbb" && (name === "P" || name === "E");
  if (isBrace && isMeasure) return [ofBraces(reading, name!)];
  if (isBrace) {
    if (isQuantity && !isFunction) return [head.expr()];
    throw unclear(reading, head.token, head.letter, "stands before braces");
  }
  const isMean = isMeasure || (!isQuantity && (name === "E" || name === "Var"));
  if (isBracket && !isFunction && !isMean) {
    if (isQuantity || head.power || isBracketedFactor(reading, head)) return [head.expr()];
    const what = `${head.letter}[…] may be an entry, a product or an expectation`;
    const write = "write x_{n} for an entry, ( ) for a factor, \\operatorname{f}(…) for a function";
    throw refuse(reading, open, what, head.letter === "E" ? `${write}, ${mean} for a mean` : write);
  }
  if (isKnownAndNot(reading, head, name)) throw unclear(reading, head.token, name!, "is both here");
  const args = readArguments(reading, true);
  const derived = derivativeOf(reading, head, args);
  if (derived) return [derived];
  const isApplied =
    args.given !== undefined ||
    args.outcomes ||
    args.items.length > 1 ||
    isEvent(args.items[0].expr) ||
    isMeasure;
  if (name !== undefined && (isFunction || isBracket || isApplied)) {
    if (isQuantity && !isApplied) throw unclear(reading, head.token, name, "is both here");
    if (head.isInverse) return [inverseAt(reading, name, args)];
    if (head.power) {
      const what = `it is not clear what the power of the function ${name} is`;
      throw refuse(reading, head.token, what, `write \\left(${name}(…)\\right)^{…}`);
    }
    if (!isQuantity) refusePowerOfMean(reading, open, name, args);
    return [powered(reading, application(reading, open, name, args))];
  }
  if (isOfFamily(head, isQuantity, args, isApplied)) return [ofFamily(reading, head, args)];
  if (isApplied) {
    const advice = "write \\operatorname{f}(a, b) for a function";
    throw refuse(reading, open, "a product has one expression in its parentheses", advice);
  }
  return asProduct(reading, head, isQuantity, args);
}

const mean = "\\mathbb{E}_{x \\sim p}[ … ]";

function isFunctionName(
  reading: Reading,
  { token, power }: Head,
  name: string,
  isQuantity: boolean,
): boolean {
  const { declared, evidence } = reading;
  if (declared.functions.has(name)) return true;
  if (isQuantity) return false;
  // An upright word of several letters before parentheses is a function, `\mathrm{relu}(x)`, and so is an operator, `\mathrm{E}(X)`.
  const isUpright = token.kind === "word" && !isInAlphabet(token);
  const before = reading.tokens[reading.tokens.indexOf(token) - 1];
  const isDrawnFrom = before?.kind === "relation" && before.text.startsWith("~");
  const isWord =
    isUpright && (isDrawnFrom || token.text.length > 1 || (operators.has(name) && !power));
  return isWord || isLogistic(reading, token, name, power) || evidence.functions.has(name);
}

const isInAlphabet = ({ command = "" }: Token): boolean => Object.hasOwn(alphabets, command);

/** σ(…) is the logistic function, unless σ or σ² is a quantity too. */
function isLogistic(reading: Reading, token: Token, name: string, power: boolean): boolean {
  if (name !== "sigma" || power) return false;
  const isDeviation = ["sigma", "sigma2"].some(
    (one) => reading.evidence.symbols.has(one) || reading.declared.symbols.has(one),
  );
  if (isDeviation) throw unclear(reading, token, name, "is a deviation here");
  return true;
}

/** A name before parentheses as two factors, where nothing hints at a function. */
function asProduct(
  reading: Reading,
  head: Head,
  isQuantity: boolean,
  { items }: Arguments,
): Expr[] {
  const [{ expr }] = items;
  if (orders.has(head.letter)) throw orderOfGrowth(reading, head);
  if (knownFunctions.has(head.letter)) {
    if (isQuantity) throw unclear(reading, head.token, head.letter, "is the name of a function");
    return [functionOf(reading, head, items)];
  }
  if (isQuantity) return [head.expr(), powered(reading, expr)];
  const [name] = head.names;
  if (head.isInverse && name !== undefined && indexed.has(head.letter) && isLone(expr))
    return [inverseAt(reading, name, { items, outcomes: false })];
  if (reading.scouting) {
    // Not read as a quantity, so that this place is no evidence for itself.
    return [call(applied, quietly(reading, head.expr), powered(reading, expr))];
  }
  const base = quietly(reading, head.expr);
  // The power of a function has two readings, and the base of σ² is one name.
  if (!head.power && isAnyFunction(reading, base, expr)) {
    return [functionOf(reading, head, items)];
  }
  const isEntry = base.kind === "index" && reading.declared.families.has(base.name);
  const isSure = indexed.has(head.letter) || expr.kind === "symbol" || expr.kind === "index";
  const isLetter = base.kind === "index" && isSure && !head.power;
  if (!isEntry && isLetter && isLone(expr))
    return [ofFamily(reading, head, { items, outcomes: false })];
  if (isEntry || isRate(reading, head, expr)) return [head.expr(), powered(reading, expr)];
  const why = isLone(expr) ? "is not known here" : whyNoFactor(reading, head, base, expr);
  const isScripted = head.power || head.names.length === 0;
  if (why !== undefined) {
    const refusal = unclear(reading, head.token, head.letter, why, isScripted);
    const supposed = isLone(expr) ? undefined : supposedFactor(head, base);
    throw supposed ? new Unsettled(refusal.message, supposed) : refusal;
  }
  return [head.expr(), powered(reading, expr)];
}

/**
 * A letter before one letter or number in parentheses is a function, since no product needs them, and it is one in the
 * rest of the text. It is none where it also stands without parentheses. Of a function that nobody defined nothing is
 * refuted, and what holds for every function holds for a factor.
 */
function isAnyFunction({ evidence, declared }: Reading, base: Expr, arg: Expr): boolean {
  if (base.kind !== "symbol" || base.name === "pi" || base.name === "e") return false;
  const { name } = base;
  if ([evidence, declared].some(({ symbols }) => symbols.has(name)) || evidence.numbers.has(name))
    return false;
  return needsNoParentheses(base, arg) || evidence.lone.has(treeKey(base));
}

const functionOf = (reading: Reading, { token, names }: Head, items: Arguments["items"]): Expr =>
  powered(reading, application(reading, token, names[0], { items, outcomes: false }));

/** Why a letter before a sum may be a function; nothing where the text shows that it is a number. */
function whyNoFactor(
  { bound, evidence, found }: Reading,
  head: Head,
  factor: Expr,
  sum: Expr,
): string | undefined {
  const base = baseOf(factor);
  if (evidence.lone.has(treeKey(base))) return "stands before a single letter, too";
  if (operators.has(head.names[0])) return "is mostly an operator";
  // `x_n(1 - x_m)`
  if (base.kind === "index" && families(sum).has(base.name)) return undefined;
  if (base.kind === "symbol") {
    const { name } = base;
    // `\sum_{k=1}^n k(k + 1)`, `n(n + 1)`
    if (bound.includes(name) || evidence.numbers.has(name) || freeNames(sum).has(name))
      return undefined;
  }
  const own = found.sides.at(-1)?.length ?? 0;
  const others = evidence.sides[found.sides.length - 1]?.filter((_, i) => i !== own) ?? [];
  return isWrittenOut(factor, sum, others) ? undefined : "is not known here";
}

/** `m \left(\frac{dx}{dt}\right)^2`: the square of a rate, with a factor before it. */
const isRate = (reading: Reading, { letter }: Head, expr: Expr): boolean =>
  !mostlyFunctions.has(letter) &&
  expr.kind === "call" &&
  isDerivative(expr) &&
  is(peek(reading), "^");

function orderOfGrowth(reading: Reading, { token, letter }: Head) {
  return refuse(
    reading,
    token,
    `${letter}(…) is an order of growth and no quantity`,
    "an order stands alone on a right side: = \\mathcal{O}(n^2); take what stands beside it to the left",
  );
}

function unclear(reading: Reading, token: Token, name: string, why: string, isScripted = false) {
  const product = `${headLatex(name)}${isScripted ? "…" : ""} \\cdot (…) for the product`;
  return refuse(
    reading,
    token,
    `${name}(…) may be a function or a product: ${name} ${why}`,
    isScripted
      ? `write \\operatorname{${name}\\_a}(…), with a name of its own, for the function, ${product}`
      : `write \\operatorname{${name}}(…) for the function, ${product}`,
  );
}
