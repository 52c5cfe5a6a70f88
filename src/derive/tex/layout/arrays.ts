import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Environments under another name: they are set a little larger. */
const larger: Readonly<Record<string, string>> = { dcases: "cases", rcases: "cases" };

/**
 * The tokens with each `array` as what it is on the page: behind a lone brace `\left\{ … \right.` it lists cases, between
 * brackets it is a matrix, and elsewhere it only aligns.
 */
export function namedArrays(tokens: readonly Token[]): Token[] {
  const found = [...tokens];
  const open: number[] = [];
  for (let at = 0; at < found.length; at++) {
    const token = found[at];
    const { command = "" } = token;
    if (Object.hasOwn(larger, command)) found[at] = { ...token, command: larger[command] };
    if (command !== "array" || token.kind !== "sign") continue;
    if (is(token, "\\begin")) {
      found.splice(at + 1, columnsLength(found, at + 1));
      open.push(at);
    } else if (open.length > 0) at += named(found, open.pop()!, at);
  }
  return found;
}

/** How many tokens of the columns stand behind an array: `{r|l}`. */
function columnsLength(tokens: readonly Token[], from: number): number {
  if (!is(tokens[from], "{")) return 0;
  let at = from + 1;
  while (/^[lcr|]$/.test(tokens[at].text)) at++;
  return is(tokens[at], "}") ? at + 1 - from : 0;
}

/** Gives an array the name of what it is; by how many tokens its end has moved. */
function named(tokens: Token[], begin: number, end: number): number {
  const [before, after] = [tokens[begin - 1], tokens[end + 1]];
  const rename = (command: string) => {
    for (const at of [begin, end]) tokens[at] = { ...tokens[at], command };
  };
  const isOpen = before?.sized === "left" && after.sized === "right";
  const isBrace = before !== undefined && is(before, "\\{");
  if (isBrace && isOpen && is(after, ".")) {
    rename("cases");
    tokens.splice(end + 1, 1);
    tokens.splice(begin - 1, 1);
    return -1;
  }
  const isBracket = before !== undefined && (is(before, "(") || is(before, "["));
  if (isOpen && isBracket) rename("matrix");
  else if (isOpen && is(before, "|")) {
    rename("vmatrix");
    tokens.splice(end + 1, 1);
    tokens.splice(begin - 1, 1);
    return -1;
  } else rename("aligned");
  return 0;
}
