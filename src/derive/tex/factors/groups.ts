import { call, type Expr } from "../../tree/expression.js";
import { listed } from "../scripts/sets.js";
import { type Arguments, readArguments } from "../scripts/callArguments.js";
import type { Token } from "../reading/tokens.js";
import { atLimits } from "./evaluation.js";
import {
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "../reading/reading.js";

/** Reads `(…)`, `[…]` or `\{…\}`: an expression, a list, or with limits a difference of values. */
export function grouped(reading: Reading): Expr {
  const open = peek(reading);
  if (is(open, "\\{") && holdsSet(reading)) return listed(reading);
  if (is(open, "\\{")) {
    take(reading);
    return enclosed(reading, () => {
      const expr = reading.grammar.sum(reading);
      needs(reading, "\\}", "\\} or a further term");
      return expr;
    });
  }
  const { items } = readArguments(reading, false);
  if (is(open, "[")) refusePair(reading, open, items);
  if (items.length > 1) return { kind: "list", items: items.map(({ expr }) => expr) };
  const [{ expr }] = items;
  const isLimit = is(open, "[") && is(peek(reading), "_") && !isEntry(reading);
  return isLimit ? atLimits(reading, expr) : expr;
}

/** `[A, B]`: two names in brackets are a commutator, an interval or a list; `[a, b]^T` is a list. */
function refusePair(reading: Reading, open: Token, items: Arguments["items"]): void {
  if (items.length !== 2 || is(peek(reading), "^")) return;
  if (items.some(({ expr }) => expr.kind === "number" || expr.kind === "list")) return;
  throw refuse(
    reading,
    open,
    "two things in brackets may be a commutator, an interval or a list",
    "write (a, b) for a list, a \\le x \\le b for an interval, the definition for the others: AB - BA",
  );
}

/** Whether a comma, a colon or a bar stands in braces, which are those of a set then. */
function holdsSet(reading: Reading): boolean {
  let [depth, bars] = [0, 0];
  for (let ahead = 0; ; ahead++) {
    const token = peek(reading, ahead);
    if (["(", "[", "{", "\\{"].some((sign) => is(token, sign))) depth++;
    if ([")", "]", "}", "\\}"].some((sign) => is(token, sign)) && --depth === 0) return bars === 1;
    if (token.kind === "end") return false;
    if (depth === 1 && (is(token, ",") || is(token, ":") || is(token, "\\mid"))) return true;
    if (depth === 1 && is(token, "|")) bars++;
  }
}

/** `[A]_{i,j}`: indices with a comma between them are no place at which an expression is taken. */
function isEntry(reading: Reading): boolean {
  for (let ahead = 1; peek(reading, ahead).kind !== "end"; ahead++) {
    if (is(peek(reading, ahead), "}")) return false;
    if (is(peek(reading, ahead), ",")) return true;
  }
  return false;
}

/** Reads brackets that stand alone: `[…]` and `\{…\}` are parentheses only where they are outer ones. */
export function parenthesis(reading: Reading): Expr {
  const from = reading.next;
  const open = peek(reading);
  const expr = grouped(reading);
  const [last, after] = [reading.tokens[reading.next - 1], peek(reading)];
  const isSet = expr.kind === "call" && /^(?:setOf|setWhere)$/.test(expr.name);
  const isPlain =
    isSet || is(open, "(") || expr.kind === "list" || !(is(last, "]") || is(last, "\\}"));
  const inner = reading.tokens.slice(from + 1, reading.next - 1);
  const isOuter =
    is(after, "_") || inner.some((token) => is(token, "(") || is(token, "[")) || is(after, "^");
  if (isPlain || isOuter || (is(open, "[") && expr.kind === "add")) return expr;
  throw refuse(
    reading,
    open,
    is(open, "[")
      ? "brackets around one term may be its integer part"
      : "braces may be a set or the part after the decimal point",
    "write ( ) for parentheses, \\lfloor x \\rfloor for the integer part",
  );
}

/** Whether what was read from a place on is one pair of parentheses. */
export function isOneGroup({ tokens, next }: Reading, begin: number): boolean {
  let depth = 0;
  for (let at = begin; at < next; at++) {
    if (is(tokens[at], "(")) depth++;
    if (is(tokens[at], ")")) depth--;
    if (depth === 0) return at === next - 1;
  }
  return false;
}

/** Reads braces inside an expression. They are not seen, so they may hold one thing only. */
export function braces(reading: Reading): Expr {
  const open = take(reading);
  return enclosed(reading, () => {
    if (is(peek(reading), "}")) {
      const advice = "leave them out; the number of choices is \\binom{n}{k}";
      throw refuse(reading, open, "these braces are empty", advice);
    }
    const begin = reading.next;
    const expr = reading.grammar.sum(reading);
    const isGroup = isOneGroup(reading, begin);
    if (takes(reading, "choose")) {
      const below = reading.grammar.sum(reading);
      needs(reading, "}", "} after the number below");
      return call("binomial", expr, below);
    }
    if (is(peek(reading), ",")) {
      const advice = "write ( ) for a list, factorials for a number of choices: \\frac{n!}{a! b!}";
      throw refuse(reading, open, "a list in braces that are not seen", advice);
    }
    needs(reading, "}", "} or a further term");
    if (!isGroup && (expr.kind === "add" || expr.kind === "mul" || expr.kind === "neg")) {
      throw refuse(reading, open, "braces are not seen on the page", "write \\left( … \\right)");
    }
    return expr;
  });
}

/** Reads `\lfloor x \rfloor` and the like. */
export function between(reading: Reading, close: string, name: string): Expr {
  take(reading);
  return enclosed(reading, () => {
    const expr = reading.grammar.sum(reading);
    if (!takes(reading, close)) throw unexpected(reading, `${close} or a further term`);
    return call(name, expr);
  });
}

/** Reads `\left. F \right|_{x=a}^{x=b}`. */
export function evaluated(reading: Reading): Expr {
  take(reading);
  const expr = enclosed(reading, () => {
    const inside = reading.grammar.sum(reading);
    if (peek(reading).sized !== "right" || !takes(reading, "|")) {
      throw unexpected(reading, "\\right| and the place at which this is taken");
    }
    return inside;
  });
  return atLimits(reading, expr);
}

/** Reads a matrix as the list of its rows, one with a single column as the list of its entries; `vmatrix` is a determinant. */
export function matrix(reading: Reading): Expr {
  const open = take(reading);
  const name = open.command ?? "";
  if (!/^[pbBv]?matrix$|^smallmatrix$/.test(name)) {
    const what = `\\begin{${name}} is not read inside an expression`;
    throw refuse(reading, open, what, insteadOf(name));
  }
  const rows: Expr[][] = enclosed(reading, () => {
    const found: Expr[][] = [[]];
    for (;;) {
      found[found.length - 1].push(reading.grammar.sum(reading));
      if (takes(reading, "&")) continue;
      takes(reading, "."); // the sentence ends with the matrix
      const again = takes(reading, "\\\\");
      const end = peek(reading);
      if (is(end, "\\end") && end.command === name) break;
      if (!again) throw unexpected(reading, `&, \\\\ or \\end{${name}}`);
      found.push([]);
    }
    take(reading);
    return found;
  });
  const uneven = rows.find((row) => row.length !== rows[0].length);
  if (uneven) {
    throw refuse(
      reading,
      open,
      `a row has ${uneven.length} entries and the first has ${rows[0].length}`,
    );
  }
  const items = rows.map((row): Expr => (row.length === 1 ? row[0] : { kind: "list", items: row }));
  const list: Expr = { kind: "list", items };
  return name === "vmatrix" ? call("det", list) : list;
}

const insteadOf = (environment: string): string =>
  /cases$/.test(environment)
    ? "write each case as a statement of its own: x \\ge 0 \\implies y = x"
    : "write pmatrix for a matrix, vmatrix for its determinant, aligned for lines of equations, each case as a statement of its own";
