import { is } from "../reading/reading.js";
import { texError } from "../reading/texError.js";
import type { Token } from "../reading/tokens.js";

/** Commands that set what stands in braces in a colour, which they take in braces before it. */
const colours = new Set(["color", "textcolor", "colorbox"]);

/**
 * The tokens without `\boxed{…}` around whole sides or equations and without colours: both are seen on the page and say
 * nothing.
 */
export function withoutBoxes(source: string, tokens: readonly Token[]): Token[] {
  const found = [...tokens];
  for (let i = 0; i < found.length; i++) {
    const token = found[i];
    const isColour = colours.has(token.text);
    if (token.kind !== "command" || !(isColour || token.text === "boxed")) continue;
    const close = is(found[i + 1], "{") ? closing(found, i + 1) : -1;
    if (close < 0) continue;
    if (isColour) {
      found.splice(i, close + 1 - i);
      i--;
    } else if (!isEdge(found[i - 1]) || !isEdge(found[close + 1])) {
      const what = "what stands in this box is a part of a side";
      throw texError(
        source,
        token.at,
        what,
        "write it without the box, in parentheses if it is a sum",
      );
    } else {
      found.splice(close, 1);
      found.splice(i--, 2);
    }
  }
  return found;
}

/** The place of the brace that closes the one at a place; -1 where there is none. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (is(tokens[at], "{")) depth++;
    if (is(tokens[at], "}") && --depth === 0) return at;
  }
  return -1;
}

/** Whether a side begins or ends at a token. */
const isEdge = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === "relation" ||
  token.kind === "end" ||
  [",", ";", ".", "\\\\", "&", "\\quad", "\\begin", "\\end", "$"].some((sign) => is(token, sign));
