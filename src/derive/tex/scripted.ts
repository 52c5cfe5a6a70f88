import type { Expr } from "../expression.js";
import { wordProblem } from "../read/words.js";
import { accents, accentVariants, greek } from "./commands.js";
import { exponent } from "./exponents.js";
import { is, needs, peek, type Reading, refuse, take, takes, unexpected } from "./reading.js";
import { type Below, subscript } from "./subscripts.js";
import { isHead } from "./symbolNames.js";
import type { Token } from "./tokens.js";

/** A symbol with its scripts. */
export interface Scripted {
  token: Token;
  head: string;
  /** A word that is a whole name, such as `\mathrm{x\_1}`. */
  whole: boolean;
  below?: Below;
  above?: Expr;
}

/** Whether the next tokens begin a symbol. */
export function startsSymbol(reading: Reading, ahead = 0): boolean {
  const { kind, text, command } = peek(reading, ahead);
  if (kind === "letter") return true;
  if (kind === "word") return command !== "text" && command !== "operatorname";
  if (kind !== "command") return false;
  return greek.has(text) || accents.has(text) || Object.hasOwn(accentVariants, text);
}

/** Reads a symbol and what stands below and above it. */
export function readScripted(reading: Reading): Scripted {
  const token = peek(reading);
  const [head, whole] = readHead(reading);
  const scripted: Scripted = { token, head, whole };
  for (;;) {
    const sign = peek(reading);
    if (is(sign, "_")) {
      if (scripted.below) throw refuse(reading, sign, "a second subscript", "put both in one");
      take(reading);
      scripted.below = subscript(reading);
    } else if (is(sign, "^")) {
      if (scripted.above) throw refuse(reading, sign, "a second exponent", "put both in one");
      take(reading);
      scripted.above = exponent(reading);
    } else return scripted;
  }
}

/** Reads a letter, a Greek letter or an upright word, with its accent and primes. */
function readHead(reading: Reading): [head: string, whole: boolean] {
  const token = take(reading);
  const { kind, text } = token;
  let head = text;
  if (kind === "word") {
    if (!/^[A-Za-z]\w*$/.test(text)) {
      throw refuse(
        reading,
        token,
        `${JSON.stringify(text)} is no name`,
        "a name has letters, digits and _",
      );
    }
    if (token.command === "mathcal" || token.command === "mathbb") {
      throw refuse(reading, token, `\\${token.command}{${text}} is not read`, `write ${text}`);
    }
    const problem = reading.declared.symbols.has(text) ? undefined : wordProblem(text);
    if (problem && !is(peek(reading), "("))
      throw refuse(reading, token, problem, "a function is written \\operatorname{f}(x)");
    if (/[\d_]/.test(text) || (text.length > 1 && isHead(text))) return [text, true];
  } else if (kind === "command") {
    const mark = accentVariants[text] ?? text;
    head = accents.has(mark) ? markedLetter(reading) + mark : text;
    if (!accents.has(mark) && !greek.has(head)) throw unexpected(reading, "a name", token);
  } else if (kind !== "letter") throw unexpected(reading, "a name", token);
  while (takes(reading, "'")) head += "prime";
  return [head, false];
}

/** What stands below an accent: one letter. */
function markedLetter(reading: Reading): string {
  const braces = takes(reading, "{");
  const token = take(reading);
  const isGreek = token.kind === "command" && greek.has(token.text);
  if (token.kind !== "letter" && !isGreek) throw unexpected(reading, "one letter", token);
  if (braces) needs(reading, "}", "} after the letter");
  return token.text;
}
