import { number } from "../../tree/expression.js";
import { operatorWords, wordProblem } from "../../read/words.js";
import {
  indicesBelow,
  isLabelled,
  isWordAbove,
  labelOf,
  nameAbove,
  takesComplement,
  takesPrimes,
  takesStar,
} from "./above.js";
import { inAlphabet } from "./alphabet.js";
import { accents, accentVariants, alphabets, greek } from "../reading/letters.js";
import { closings, exponent, lengthOfLabel } from "./exponents.js";
import { nameAdvice, namesFunction } from "../reading/prose.js";
import { takesInverseTranspose, takesTranspose } from "./transposes.js";
import { is, peek, type Reading, refuse, take, takes, unexpected } from "../reading/reading.js";
import type { Scripted } from "./head.js";
import { refuseUpperIndices } from "./indices.js";
import { subscript } from "./subscripts.js";
import { isBold, isHead } from "../reading/symbolNames.js";
import type { Token } from "../reading/tokens.js";

/** Whether the next tokens begin a symbol. */
export function startsSymbol(reading: Reading, ahead = 0): boolean {
  const { kind, text, command } = peek(reading, ahead);
  if (kind === "letter") return true;
  if (kind === "word")
    return (
      (command !== "text" || namesFunction(peek(reading, ahead), peek(reading, ahead + 1))) &&
      command !== "operatorname"
    );
  if (kind !== "command") return false;
  return greek.has(text) || accents.has(text) || Object.hasOwn(accentVariants, text);
}

/** Reads a symbol and what stands below and above it. */
export function readScripted(reading: Reading): Scripted {
  const token = peek(reading);
  if (token.command === "dd") {
    const advice = "write \\frac{d}{dx} for a derivative, \\int … \\, dx for an integral";
    throw refuse(reading, token, "a differential stands alone", advice);
  }
  const [head, whole] = readHead(reading);
  const scripted: Scripted = { token, head, whole };
  for (;;) {
    const sign = peek(reading);
    if (is(sign, "_")) {
      if (scripted.below) throw refuse(reading, sign, "a second subscript", "put both in one");
      take(reading);
      scripted.below = subscript(reading, scripted.head);
    } else if (is(sign, "'") && scripted.below && !scripted.above && !whole) {
      take(reading); // f_1' is f'_1
      scripted.head += "prime";
    } else if (is(sign, "^") && isLabelled(reading, scripted.head)) {
      const closing = closings.get(peek(reading, 2).text)!;
      reading.next += 3;
      const label = labelOf(reading, closing);
      scripted.below = { indices: [...indicesBelow(reading, scripted), label] };
    } else if (is(sign, "^") && !scripted.label && lengthOfLabel(reading, 1, scripted.head) > 0) {
      const closing = closings.get(peek(reading, 2).text)!;
      reading.next += 3;
      const label = labelOf(reading, closing);
      // `a^{[l]}` and `a^{(l)}` are two things where both stand.
      scripted.label = closing === "]" ? { kind: "list", items: [label] } : label;
    } else if (is(sign, "^")) {
      if (scripted.above) throw refuse(reading, sign, "a second exponent", "put both in one");
      take(reading);
      const { matrices, vectors } = reading.declared;
      const isArray =
        isBold(scripted.head) || matrices?.has(scripted.head) || vectors?.has(scripted.head);
      const primes = takesPrimes(reading);
      if (primes > 0 && !scripted.below) scripted.head += "prime".repeat(primes);
      else if (primes > 0) throw refuse(reading, sign, "a prime after a subscript", "write x'_{1}");
      else if (takesStar(reading)) scripted.head += "star";
      else if (takesComplement(reading, scripted.head)) scripted.isComplement = true;
      else if (isWordAbove(reading)) nameAbove(reading, scripted);
      else if (takesTranspose(reading, isArray)) scripted.transposed = true;
      else if (takesInverseTranspose(reading, isArray)) {
        scripted.transposed = true;
        scripted.above = number(-1n);
      } else {
        refuseUpperIndices(reading, scripted.head, scripted.below !== undefined);
        scripted.above = exponent(reading);
      }
    } else return scripted;
  }
}

/** Reads a letter, a Greek letter or an upright word, with its accent and primes. */
function readHead(reading: Reading): [head: string, whole: boolean] {
  const token = take(reading);
  const { kind, text } = token;
  let head = text;
  if (kind === "word" && Object.hasOwn(alphabets, token.command!)) {
    head = inAlphabet(reading, token);
  } else if (kind === "word") {
    if (!/^\p{L}[\p{L}\w]*$/u.test(text) && !isOnes(token)) {
      throw refuse(
        reading,
        token,
        `${JSON.stringify(text)} is no name`,
        /\s/.test(text.trim())
          ? nameAdvice(token)
          : "a name has letters, digits and _; a unit is left out",
      );
    }
    if (isOnes(token)) return ["onebold", false];
    if (token.command === "mathbb" && text === "V" && isApplied(reading)) return ["Var", false];
    if (token.command === "mathbb" && text !== "E" && text !== "P") {
      throw refuse(reading, token, `\\mathbb{${text}} is not read`, `write ${text}`);
    }
    const problem = reading.declared.symbols.has(text) ? undefined : wordProblem(text);
    if (problem && !isApplied(reading))
      throw refuse(
        reading,
        token,
        problem,
        "a function is written \\operatorname{f}(x), its inverse by a name of its own: \\operatorname{finv}(x)",
      );
    refuseOperator(reading, token);
    if (/[\d_]/.test(text) || (text.length > 1 && isHead(text))) return [text, true];
  } else if (kind === "command") {
    const mark = accentVariants[text] ?? text;
    head = accents.has(mark) ? markedLetter(reading) + mark : text;
    if (!accents.has(mark) && !greek.has(head)) throw unexpected(reading, "a name", token);
  } else if (kind !== "letter") throw unexpected(reading, "a name", token);
  while (takes(reading, "'")) head += "prime";
  return [head, false];
}

/** `\mathbb{1}`: a list of ones. */
const isOnes = ({ command, text }: Token): boolean => command === "mathbb" && text === "1";

/** Whether arguments follow. */
const isApplied = (reading: Reading): boolean => is(peek(reading), "(") || is(peek(reading), "[");

/** `\mathrm{tr} A`, `\mathbb{E} X`: what follows an operator without parentheses is its argument and no factor. */
function refuseOperator(reading: Reading, token: Token): void {
  const { text } = token;
  if (!operatorWords.has(text) || reading.declared.symbols.has(text)) return;
  if (!startsArgument(reading)) return;
  throw refuse(
    reading,
    token,
    `what follows ${text} may be its argument or a factor`,
    `write \\operatorname{${text}}(…) for the function, ${text} \\cdot … for the product`,
  );
}

const fractions = new Set(["frac", "dfrac", "tfrac", "sqrt", "binom"]);

/** Whether what follows could be an argument without parentheses: a number, a symbol, a fraction, a norm. */
function startsArgument(reading: Reading): boolean {
  const { kind, text } = peek(reading);
  const isDrawn = kind === "command" && fractions.has(text);
  return kind === "number" || isDrawn || is(peek(reading), "\\|") || startsSymbol(reading);
}

/** What stands below an accent: one letter, perhaps of another alphabet or with a mark of its own. */
function markedLetter(reading: Reading): string {
  const braces = takes(reading, "{");
  const token = take(reading);
  const { kind, text, command = "" } = token;
  const mark = accentVariants[text] ?? text;
  const isGreek = kind === "command" && greek.has(text);
  const head =
    kind === "letter" || isGreek
      ? text
      : kind === "word" && Object.hasOwn(alphabets, command)
        ? inAlphabet(reading, token)
        : kind === "command" && accents.has(mark)
          ? markedLetter(reading) + mark
          : undefined;
  if (head === undefined) throw unexpected(reading, "one letter", token);
  if (braces && !takes(reading, "}")) {
    const advice = "write \\mathrm{AB} for a name of several letters";
    throw refuse(reading, peek(reading), "a mark stands above one letter", advice);
  }
  return head;
}
