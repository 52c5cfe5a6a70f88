import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Commands that set a first argument above or below a second one. */
const stacked = new Set(["overset", "underset", "stackrel"]);
const scripts = ["_", "^"];

/**
 * The tokens without what leaves no mark on the page: empty scripts such as `w^{\,}`, by which some keep lines level,
 * and nothing above or below something.
 */
export function withoutUnseen(tokens: readonly Token[]): Token[] {
  const found = [...tokens];
  for (let at = 0; at < found.length; at++) {
    const token = found[at];
    const isEmpty = is(found[at + 1] ?? end, "{") && is(found[at + 2] ?? end, "}");
    if (isEmpty && scripts.some((sign) => is(token, sign))) found.splice(at--, 3);
    else if (isEmpty && token.kind === "command" && stacked.has(token.text)) {
      found.splice(at, 3);
      unwrap(found, at);
      at--;
    }
  }
  return found;
}

/** The most braces around a letter that anybody writes. */
const most = 4;

/** Takes away braces that hold one letter, once or several times: `{{y}}`. */
function unwrap(tokens: Token[], at: number): void {
  let depth = 0;
  while (depth < most && is(tokens[at + depth] ?? end, "{")) depth++;
  const inside = tokens[at + depth];
  if (depth === 0 || !(inside?.kind === "letter" || inside?.kind === "word")) return;
  for (let i = 1; i <= depth; i++) if (!is(tokens[at + depth + i] ?? end, "}")) return;
  tokens.splice(at + depth + 1, depth);
  tokens.splice(at, depth);
}

const end: Token = { kind: "end", text: "", at: 0 };
