import { call, type Expr, times, toThe } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
import { readArguments } from "../scripts/callArguments.js";
import { functions, inverses } from "../reading/commands.js";
import { grouped } from "./groups.js";
import { is, peek, type Reading, refuse, take, takes, unexpected } from "../reading/reading.js";
import { indexLetters } from "../reading/symbolNames.js";
import { startsSymbol } from "../scripts/scripted.js";
import type { Token } from "../reading/tokens.js";
import { startsFactor } from "./startsFactor.js";

/** Reads `\log(x)`, `\log x`, `\log_2 x`, `\sin^2 x`, `\max(a, b)`. */
export function functionCall(reading: Reading): Expr {
  const token = take(reading);
  const name = functions[token.text] ?? token.text;
  const several = name === "max" || name === "min";
  const base = !several && takes(reading, "_") ? logBase(reading, name) : undefined;
  const power = takes(reading, "^") ? functionPower(reading, token.text) : undefined;
  const inverse = power && isMinusOne(power) ? inverses.get(name) : undefined;
  const args = functionArguments(reading, token.text, several);
  const value = base ? logarithm(args[0], base) : call(inverse ?? name, ...args);
  return power && inverse === undefined ? toThe(value, power) : value;
}

function functionArguments(reading: Reading, written: string, several: boolean): Expr[] {
  const open = peek(reading);
  if (several) {
    if (is(open, "\\{")) take(reading);
    else if (is(open, "(")) return readArguments(reading, false).items.map(({ expr }) => expr);
    else {
      throw refuse(
        reading,
        open,
        `\\${written} needs its arguments in parentheses, or what it ranges over`,
        `write \\${written}(a, b) of numbers, \\${written}_{x} f(x) over a range`,
      );
    }
    const args = [reading.grammar.sum(reading)];
    while (takes(reading, ",")) args.push(reading.grammar.sum(reading));
    if (!takes(reading, "\\}")) throw unexpected(reading, "\\} or a comma");
    return args;
  }
  if (open.sized !== "right" && (is(open, "(") || is(open, "[") || is(open, "\\{"))) {
    const [arg, ...more] = is(open, "(")
      ? readArguments(reading, false).items.map(({ expr }) => expr)
      : [grouped(reading)];
    if (more.length) throw refuse(reading, open, `\\${written} takes one argument`);
    if (is(peek(reading), "^") || is(peek(reading), "!")) {
      throw refuse(
        reading,
        peek(reading),
        `this may belong to the argument or to \\${written} of it`,
        `write \\left(\\${written}(x)\\right)^2 or \\${written}\\left((x)^2\\right)`,
      );
    }
    return [arg];
  }
  if (is(open, "-") || is(open, "+")) {
    throw refuse(
      reading,
      open,
      `a sign right after \\${written}`,
      `write \\${written}(…) with parentheses`,
    );
  }
  const [first, ...more] = reading.grammar.factor(reading);
  const isMultiple =
    (first.kind === "number" && open.kind === "number") ||
    ((first.kind === "symbol" || first.kind === "index") && isPhase(reading, written, open));
  const arg = isMultiple ? multiple(reading, first) : first;
  if (more.length) {
    throw refuse(
      reading,
      open,
      `it is not clear where the argument of \\${written} ends`,
      `write \\${written}(…) with parentheses`,
    );
  }
  if (arg.kind === "pow" && written !== "log" && written !== "ln" && written !== "lg") {
    throw refuse(
      reading,
      open,
      `this exponent may belong to the argument or to \\${written} of it`,
      `write \\${written}^2 x or \\${written}(x^2)`,
    );
  }
  reading.bare = written;
  return [arg];
}

/** `\sin 2x` and `\log 2\pi`: no factor stands behind the sine of a number, so the letters belong to the argument. */
function multiple(reading: Reading, first: Expr): Expr {
  const factors = [first];
  while (startsSymbol(reading) && startsFactor(reading)) {
    const place = peek(reading);
    const more = reading.grammar.factor(reading);
    const [one] = more;
    if (more.length > 1 || (one.kind !== "symbol" && one.kind !== "index")) {
      const what = "it is not clear where this argument ends";
      throw refuse(reading, place, what, "put the argument in parentheses");
    }
    factors.push(one);
  }
  return factors.length === 1 ? first : times(...factors);
}

/**
 * `\sin \omega t` and `\cos n \pi`: a frequency or a count before a letter is a part of the phase, since nobody takes
 * the sine of it.
 */
function isPhase(reading: Reading, written: string, first: Token): boolean {
  if (written !== "sin" && written !== "cos") return false;
  if (is(first, "omega")) return startsSymbol(reading);
  return first.kind === "letter" && indexLetters.has(first.text) && is(peek(reading), "pi");
}

function logBase(reading: Reading, name: string): Expr {
  const place = peek(reading);
  if (name !== "log") throw refuse(reading, place, "only \\log takes a base");
  if (place.kind === "number" && place.text.length > 1) {
    throw refuse(reading, place, "only the first digit is the base", "put the base in braces");
  }
  return argument(reading, "the base");
}

/** log2 and log10 have names of their own. */
function logarithm(of: Expr, base: Expr): Expr {
  const plain = base.kind === "number" ? `${base.value}` : "";
  return plain === "2" || plain === "10" ? call(`log${plain}`, of) : call("log", of, base);
}

const isMinusOne = (power: Expr): boolean =>
  power.kind === "neg" && power.of.kind === "number" && `${power.of.value}` === "1";

/** `\\sin^2 x` is a square and `\\sin^{-1} x` the arc sine; other exponents below 1 are refused. */
function functionPower(reading: Reading, written: string): Expr {
  const place = peek(reading);
  const power = argument(reading, "an exponent");
  if (isMinusOne(power) && inverses.has(written)) return power;
  if (power.kind !== "number" || !power.value.isInteger || power.value.sign <= 0) {
    throw refuse(
      reading,
      place,
      `\\${written}^{…} may be a power or an inverse`,
      `write \\left(\\${written}(x)\\right)^{…}`,
    );
  }
  return power;
}
