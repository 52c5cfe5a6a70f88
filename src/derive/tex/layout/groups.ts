import { accents, accentVariants, greek } from "../reading/letters.js";
import { is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Commands that take no argument in braces, besides Greek letters. */
const alone = new Set(
  (
    "sum prod int iint iiint oint lim limsup liminf max min sup inf argmax argmin infty partial nabla cdot times cup cap " +
    "setminus pm mp dots ldots cdots vdots ddots in notin otimes odot wedge land lor vee neg forall exists prime top " +
    "dagger star ast circ bullet to emptyset varnothing propto"
  ).split(" "),
);
/** Commands with two arguments. */
const ofTwo = new Set(
  "frac tfrac dfrac cfrac binom tbinom dbinom overset underset stackrel".split(" "),
);

/** How many arguments in braces a token takes; of a command that is not known here one, so that its braces are kept. */
function argumentsOf({ kind, text, command }: Token): number {
  if (kind === "sign") return text === "\\begin" && command === "array" ? 1 : 0;
  if (kind !== "command" || alone.has(text) || greek.has(text)) return 0;
  return ofTwo.has(text) ? 2 : 1;
}

/**
 * The tokens without braces that hold no argument and no script and leave no mark on the page: `{x_i}`, `{\sum_{i=1}^n} x_i`,
 * `{\,|\,}`. Those around a sum beside a factor are kept, since who wrote them may have meant parentheses.
 */
export function withoutGroups(tokens: readonly Token[]): Token[] {
  const unseen = new Set<number>();
  scan(tokens, 0, tokens.length, unseen, 0);
  return unseen.size === 0 ? [...tokens] : tokens.filter((_, at) => !unseen.has(at));
}

/** Nobody nests braces deeper, or writes longer ones, that say nothing. */
const [deepest, longest] = [20, 400];

function scan(
  tokens: readonly Token[],
  from: number,
  to: number,
  unseen: Set<number>,
  depth: number,
): void {
  if (depth > deepest) return;
  let pending = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (is(token, "{")) {
      const close = closing(tokens, at);
      if (close < 0) return;
      if (pending === 0 && leavesNoMark(tokens, at, close)) unseen.add(at).add(close);
      scan(tokens, at + 1, close, unseen, depth + 1);
      pending = Math.max(0, pending - 1);
      at = close;
    } else if (is(token, "^") || is(token, "_")) pending = 1;
    else if (is(token, "[") && is(tokens[at - 1] ?? token, "sqrt")) {
      while (at < to && !is(tokens[at], "]")) at++;
    } else {
      const own = argumentsOf(token);
      pending = own > 0 ? own : Math.max(0, pending - 1);
    }
  }
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

const scripts = ["^", "_", "'", "!"];
const signs = ["+", "-", "pm", "mp"];
const divisions = [",", ";", "\\\\", "&", "choose", "over", "atop", "|", "\\mid", "\\|", "/"];

function leavesNoMark(tokens: readonly Token[], open: number, close: number): boolean {
  if (close - open > longest) return false;
  const inside = tokens.slice(open + 1, close);
  const [first, after] = [inside[0], tokens[close + 1]];
  if (first === undefined) return false;
  const isOne = inside.length === 1;
  if (isOne && (first.kind === "relation" || is(first, "|") || is(first, "\\mid"))) return true;
  if (after !== undefined && scripts.some((sign) => is(after, sign)))
    return isSymbol(inside, after);
  const outer = outermost(inside);
  const isSide = begins(tokens[open - 1]) && ends(after);
  const isWhole = outer.some(({ kind }) => kind === "relation") && open === 0;
  if (!isWhole && outer.some((token) => divisions.some((sign) => is(token, sign)))) return false;
  if (outer.some(({ kind }) => kind === "relation")) return isSide;
  const isSum = outer.slice(1).some((token) => signs.some((sign) => is(token, sign)));
  const isSigned = signs.some((sign) => is(first, sign));
  return isSum ? isSide : !isSigned || begins(tokens[open - 1]);
}

/** The tokens that stand in no brackets. */
function outermost(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (["}", ")", "]", "\\}"].some((sign) => is(token, sign))) depth--;
    const isOuter = depth === 0;
    if (["{", "(", "[", "\\{"].some((sign) => is(token, sign))) depth++;
    return isOuter;
  });
}

/** Whether tokens are one symbol, or the sign of a sum, to which the script behind them belongs on the page, too. */
function isSymbol(tokens: readonly Token[], script: Token): boolean {
  const [head, next, ...rest] = tokens;
  const mark = accentVariants[head.text] ?? head.text;
  if (head.kind === "command" && accents.has(mark)) {
    const length = is(next ?? head, "{") ? closing(tokens, 1) : 1;
    return length > 0 && isScript(tokens.slice(length + 1), script);
  }
  const isHead =
    head.kind === "letter" ||
    head.kind === "word" ||
    head.kind === "number" ||
    (head.kind === "command" && (greek.has(head.text) || alone.has(head.text)));
  return isHead && isScript(next === undefined ? [] : [next, ...rest], script);
}

/** Nothing, or one subscript before an exponent. */
function isScript(tokens: readonly Token[], after: Token): boolean {
  if (tokens.length === 0) return true;
  if (!is(tokens[0], "_") || is(after, "_")) return false;
  return tokens.length === 2 || (is(tokens[1], "{") && closing(tokens, 1) === tokens.length - 1);
}

const beginnings = ["(", "[", "{", ",", ";", "\\\\", "&", "\\quad", "\\begin", "|"];
const endings = [")", "]", "}", ",", ";", ".", "\\\\", "&", "\\quad", "\\end"];

/** Whether a side or an argument may begin behind a token. */
const begins = (token: Token | undefined): boolean =>
  token === undefined || token.kind === "relation" || beginnings.some((sign) => is(token, sign));

/** Whether a side or an argument may end before a token. */
const ends = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === "relation" ||
  token.kind === "end" ||
  [...endings, ...signs].some((sign) => is(token, sign));
