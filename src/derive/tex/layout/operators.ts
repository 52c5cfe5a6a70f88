import { functions } from "../reading/commands.js";
import { isText } from "../reading/prose.js";
import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Operators under which stands over what they range, by the words with which they are written. */
const operators = new Set("argmax argmin max min sup inf limsup liminf".split(" "));

const spaces = /\\[,;:! ]|[\s~]/g;

/**
 * The tokens with each operator over a range as one command with a subscript, however it is set: `\arg\max_x`,
 * `\operatorname*{arg\,max}_x`, `\underset{x}{\text{argmax}}`.
 */
export function namedOperators(tokens: readonly Token[]): Token[] {
  const found = [...tokens];
  for (let at = 0; at < found.length; at++) {
    if (isCommand(found[at], "mathop")) unwrapOperator(found, at);
    if (isCommand(found[at], "substack")) inOneLine(found, at);
    if (isCommand(found[at], "underset")) turnUnder(found, at);
    const [first, second] = [found[at], found[at + 1]];
    const isTwo = isCommand(first, "arg") || isCommand(first, "lim");
    if (isTwo && second?.kind === "command" && operators.has(first.text + second.text)) {
      found.splice(at, 2, { ...first, text: first.text + second.text });
    } else if (first.kind === "word" && second !== undefined && is(second, "_")) {
      const text = first.text.replace(spaces, "");
      if (operators.has(text)) found[at] = { kind: "command", text, at: first.at };
    } else if (isFunction(first) && second !== undefined && startsArgument(second)) {
      found[at] = { kind: "command", text: first.text, at: first.at };
    }
  }
  return found;
}

/** `\text{log} x`: the name of a function with a command of its own, in upright letters. */
const isFunction = (token: Token): boolean =>
  token.kind === "word" && isText(token) && spelt.has(token.text);

const spelt = new Set(Object.keys(functions).filter((name) => !operators.has(name)));
const openings = new Set(["|", "^", "_", "\\{"]);

const startsArgument = ({ kind, text }: Token): boolean =>
  kind === "letter" ||
  kind === "number" ||
  (kind === "command" && text !== "cdot") ||
  (kind === "sign" && openings.has(text));

const isCommand = (token: Token | undefined, text: string): boolean =>
  token?.kind === "command" && token.text === text;

/** `\mathop{\mathrm{argmax}}` is the word alone. */
function unwrapOperator(tokens: Token[], at: number): void {
  const close = closing(tokens, at + 1);
  if (close < 0) return;
  tokens.splice(close, 1);
  tokens.splice(at, 2);
}

/** `\substack{i=1 \\ i \ne j}` is `i=1, i \ne j`. */
function inOneLine(tokens: Token[], at: number): void {
  const close = closing(tokens, at + 1);
  if (close < 0) return;
  const inside = tokens
    .slice(at + 2, close)
    .map((token) => (is(token, "\\\\") ? { ...token, text: "," } : token));
  tokens.splice(at, close + 1 - at, ...inside);
}

/** `\underset{x}{\max}` is `\max_{x}`; below anything else nothing is turned. */
function turnUnder(tokens: Token[], at: number): void {
  const close = closing(tokens, at + 1);
  const behind = close < 0 ? -1 : closing(tokens, close + 1);
  if (behind < 0) return;
  const inside = tokens.slice(close + 2, behind);
  const name = inside.map(({ text }) => text.replace(spaces, "")).join("");
  if (is(tokens[at - 1] ?? tokens[at], "{") && is(tokens[at - 2] ?? tokens[at], "_")) {
    // `\sum_{\underset{i \ne j}{i=1}}`: one condition below another.
    const comma: Token = { kind: "sign", text: ",", at: tokens[at].at };
    tokens.splice(at, behind + 1 - at, ...inside, comma, ...tokens.slice(at + 2, close));
    return;
  }
  if (!operators.has(name) && !(inside.length === 1 && isBig(inside[0]))) return;
  const below = tokens.slice(at + 1, close + 1);
  const sign: Token = { kind: "sign", text: "_", at: tokens[at].at };
  tokens.splice(at, behind + 1 - at, ...inside, sign, ...below);
}

const isBig = (token: Token): boolean => isCommand(token, "sum") || isCommand(token, "prod");

/** The place of the brace that closes the one at a place; -1 where none opens there. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (is(tokens[at], "{")) depth++;
    else if (is(tokens[at], "}")) depth--;
    if (depth === 0) return is(tokens[at], "}") ? at : -1;
  }
  return -1;
}
