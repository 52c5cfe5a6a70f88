import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

const commands = new Set(["overset", "stackrel"]);

/** The tokens without what stands above a relation and only refers to its reason: `\overset{(1)}{=}`, `\stackrel{\eqref{a}}{=}`. */
export function withoutReferences(tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = commands.has(tokens[i].text) ? referenceLength(tokens, i) : 0;
    if (length > 0) found.push(withDraws(relationAt(tokens, i + length)!, above(tokens, i)));
    else found.push(tokens[i]);
    if (length > 0) i += length + (is(tokens[i + length], "{") ? 2 : 0);
  }
  return found;
}

/** How many tokens stand before the relation; 0 where something else stands above it. */
function referenceLength(tokens: readonly Token[], at: number): number {
  if (tokens[at].kind !== "command" || !is(tokens[at + 1], "{")) return 0;
  const end = tokens.findIndex((token, i) => i > at && is(token, "}"));
  const inside = tokens.slice(at + 2, Math.max(end, 0));
  const isNumbered = is(inside[0], "(") && is(inside[2], ")") && inside.length === 3;
  const isReference = inside.length === 1 && (is(inside[0], "\\ref") || is(inside[0], "!"));
  const relation = relationAt(tokens, end + 1);
  const isDraws = relation !== undefined && withDraws(relation, inside) !== relation;
  return (isNumbered || isReference || isDraws) && relation ? end + 1 - at : 0;
}

/** What stands in the braces behind a command. */
const above = (tokens: readonly Token[], at: number): Token[] =>
  tokens.slice(
    at + 2,
    tokens.findIndex((token, i) => i > at && is(token, "}")),
  );

const draws: Readonly<Record<string, string>> = {
  iid: "~iid",
  ind: "~ind",
  indep: "~ind",
  independent: "~ind",
};

/** `\overset{\text{iid}}{\sim}`: what stands above says that the draws are independent. */
function withDraws(relation: Token, inside: readonly Token[]): Token {
  const text = inside.map((one) => one.text).join("");
  const word = text.replace(/[.\s~]|\\[,;:!]/g, "").toLowerCase();
  const isDraws = relation.text === "~" && Object.hasOwn(draws, word);
  return isDraws ? { ...relation, text: draws[word] } : relation;
}

/** The relation at a place, alone or in braces. */
function relationAt(tokens: readonly Token[], at: number): Token | undefined {
  const token = is(tokens[at], "{") && is(tokens[at + 2], "}") ? tokens[at + 1] : tokens[at];
  return token?.kind === "relation" ? token : undefined;
}
