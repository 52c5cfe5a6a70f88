import { DerivationError } from "../tree/errors.js";
import { type Call, call, type Expr } from "../tree/expression.js";

/** The names under which statements stand in an expression tree. */
export const comparisonNames = new Set(["=", "!=", "<", "<="]);
export const statementNames = new Set([...comparisonNames, "and", "or"]);

/** Whether a tree is a statement. */
export const isStatementTree = (expr: Expr): boolean =>
  expr.kind === "call" && statementNames.has(expr.name);

/** Whether a text is a statement such as `2*x = 6` or `x < 1 or x > 2`, by the signs outside its brackets. */
export function isStatement(text: string): boolean {
  if (isCut(text)) return true;
  const denied = deniedIn(text);
  if (denied !== undefined) return isStatement(denied) || withoutParentheses(denied) !== undefined;
  // A comparison alone in parentheses is a truth value in other languages.
  return pieces(withoutParentheses(text) ?? "", connective).length > 1;
}

/** What `not` stands before. */
const deniedIn = (text: string): string | undefined => /^\s*not(?=[\s(])(.*)$/s.exec(text)?.[1];

/** Whether a sign of a statement stands outside all brackets. */
const isCut = (text: string): boolean =>
  [connective, comparison].some((sign) => pieces(text, sign).length > 1);

const connective = /^\s(and|or)\s/;
const comparison = /^(<=(?!>)|>=|!=|==|≤|≥|≠|=(?!>)|<(?!=)|>)/;

/**
 * Reads a statement: comparisons joined by `and` and `or`, of which `and` binds closer, with `not` and parentheses
 * around them; `a < b < c` is two.
 */
export function readStatement(text: string, read: (text: string) => Expr): Expr {
  const joined = alternativesIn(text, text, read).map((all) =>
    all.length === 1 ? all[0] : call("and", ...all),
  );
  return joined.length === 1 ? joined[0] : call("or", ...joined);
}

/** The most alternatives that parentheses multiply out to. */
const most = 64;

/** A statement as alternatives, in each of which all comparisons hold. */
function alternativesIn(text: string, whole: string, read: (text: string) => Expr): Expr[][] {
  const parts = pieces(text, connective);
  const found: Expr[][][] = [];
  for (const [i, part] of parts.entries()) {
    if (i % 2 === 1) continue;
    const own = statementIn(part, whole, read);
    if (i === 0 || parts[i - 1] === "or") {
      found.push(own);
      continue;
    }
    const before = found.pop()!;
    refuseMany(before.length * own.length, whole);
    found.push(before.flatMap((one) => own.map((other) => [...one, ...other])));
  }
  refuseMany(found.flat().length, whole);
  return found.flat();
}

/** One statement between connectives as alternatives. */
function statementIn(text: string, whole: string, read: (text: string) => Expr): Expr[][] {
  const denied = deniedIn(text);
  if (denied !== undefined) return withoutAny(statementIn(denied, whole, read), whole);
  const inside = withoutParentheses(text);
  return inside === undefined
    ? [comparisonsIn(readComparison(text, whole, read))]
    : alternativesIn(inside, whole, read);
}

const comparisonsIn = (expr: Expr): Expr[] =>
  expr.kind === "call" && expr.name === "and" ? expr.args : [expr];

/** None of some alternatives: of each of them some comparison fails. */
function withoutAny(all: Expr[][], whole: string): Expr[][] {
  return all
    .map((alternative) => alternative.map((one) => [failing(one as Call)]))
    .reduce((before, next) => {
      refuseMany(before.length * next.length, whole);
      return before.flatMap((one) => next.map((other) => [...one, ...other]));
    });
}

function failing({ name, args: [left, right] }: Call): Expr {
  if (name === "=" || name === "!=") return call(name === "=" ? "!=" : "=", left, right);
  return call(name === "<" ? "<=" : "<", right, left);
}

function refuseMany(count: number, whole: string): void {
  if (count <= most) return;
  throw new DerivationError(`cannot read \`${whole}\`: it has more than ${most} alternatives`);
}

/** What stands in all parentheses around a statement; undefined for a comparison, of which they may hold a side. */
function withoutParentheses(text: string): string | undefined {
  let inside = unwrapped(text);
  while (inside !== undefined && !isCut(inside)) inside = unwrapped(inside);
  return inside;
}

/** What stands in one pair of parentheses around a text. */
function unwrapped(text: string): string | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith("(") || !trimmed.endsWith(")")) return undefined;
  const inside = trimmed.slice(1, -1);
  let depth = 0;
  for (const letter of inside) {
    if (letter === "(") depth++;
    if (letter === ")" && --depth < 0) return undefined;
  }
  return inside;
}

function readComparison(text: string, whole: string, read: (text: string) => Expr): Expr {
  const parts = pieces(text, comparison);
  if (parts.length < 3 || parts.some((part) => part.trim() === "")) {
    throw new DerivationError(
      `cannot read \`${whole}\`: each statement must be two sides with =, !=, <, <=, > or >= between them`,
    );
  }
  if (parts.length > 3 && parts.some((part) => part === "!=" || part === "≠")) {
    const why = "a chain with != does not say whether its ends differ: write a != b and b != c";
    throw new DerivationError(`cannot read \`${whole}\`: ${why}`);
  }
  const all: Expr[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const [left, right] = [read(parts[i - 1]), read(parts[i + 1])];
    const sign = parts[i]
      .replace("≤", "<=")
      .replace("≥", ">=")
      .replace("≠", "!=")
      .replace("==", "=");
    all.push(
      sign.startsWith(">") ? call(sign.replace(">", "<"), right, left) : call(sign, left, right),
    );
  }
  return all.length === 1 ? all[0] : call("and", ...all);
}

/** A text cut at the separators that stand outside brackets; the separators are the odd pieces. */
export function pieces(text: string, separator: RegExp): string[] {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if ("([{".includes(letter)) depth++;
    else if (")]}".includes(letter)) depth--;
    if (depth !== 0 || !" <>=!≤≥≠≈~".includes(letter)) continue;
    const match = separator.exec(text.slice(i, i + 5));
    if (!match) continue;
    found.push(text.slice(start, i), match[1]);
    i += match[0].length - 1;
    start = i + 1;
  }
  return [...found, text.slice(start)];
}
