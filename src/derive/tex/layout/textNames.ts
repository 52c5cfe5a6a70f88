import { isFunctionWord, logicWords } from "../../read/words.js";
import { isText } from "../reading/prose.js";
import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Words that say something of a side or an equation and name no quantity of it. */
const remarks = new Set(
  "lhs rhs const constant true false odd even prime done hence so thus therefore consequently".split(
    " ",
  ),
);

const isName = ({ text }: Token): boolean => {
  const word = text.toLowerCase();
  return (
    /^[A-Za-z][A-Za-z0-9]+$/.test(text) &&
    !isFunctionWord(word) &&
    !logicWords.has(word) &&
    !remarks.has(word)
  );
};

const operators = ["+", "-", "cdot", "times", "/"];
const opening = ["(", "{", "[", "|"];
const closing = [")", "}", "]", "|", "^", "_", ",", ".", "\\\\", "\\end", "\\quad"];

/**
 * One word in \text that stands where only a quantity can is a name, as in \mathrm: `\text{MSE} = …`, `2 \cdot \text{precision}`.
 * Between equations it is prose.
 */
export function namesInText(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    if (token.kind !== "word" || !isText(token) || !isName(token)) return token;
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (isAbove(tokens, i)) return token;
    const isOperand =
      before !== undefined &&
      (before.kind === "relation" || isOne(before, [...operators, ...opening]));
    const goesOn =
      after.kind === "relation" ||
      isOne(after, operators.slice(2)) ||
      is(after, "_") ||
      is(after, "^");
    const ends = after.kind === "end" || isOne(after, [...operators, ...closing]);
    const isCalled = is(after, "("); // \text{cost}(x) = 1 is not about x
    const isQuantity = isOperand
      ? goesOn || isCalled || ends
      : (goesOn || isCalled) && begins(before);
    return isQuantity ? { ...token, command: "mathrm" } : token;
  });
}

/** `x^{\text{new}}`: a part of the name. */
const isAbove = (tokens: readonly Token[], at: number): boolean => {
  const [sign, brace] = [tokens[at - 2], tokens[at - 1]];
  const isBraced = brace !== undefined && is(brace, "{");
  const before = isBraced ? sign : brace;
  return before !== undefined && is(before, "^");
};

const isOne = (token: Token, texts: readonly string[]): boolean =>
  texts.some((text) => is(token, text));

/** Whether a statement may begin behind a token. */
const begins = (before: Token | undefined): boolean =>
  before === undefined || isOne(before, [",", ";", "\\\\", "\\quad", "&"]) || is(before, "\\begin");
