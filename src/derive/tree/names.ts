import { boundName, type Expr, parts, symbol, withEach } from "./expression.js";

/** Numbers with a name of their own. No assumption makes them names of something else: `x < pi/2` is about x alone. */
export const constantNames: ReadonlySet<string> = new Set(["pi", "e"]);

/** The names that an expression leaves free; indexed families and unknown functions are not among them. */
export function freeNames(expr: Expr, found = new Set<string>()): Set<string> {
  if (expr.kind === "symbol") found.add(expr.name);
  const bound = boundName(expr);
  if (bound === undefined || expr.kind !== "call") {
    for (const part of parts(expr)) freeNames(part, found);
    return found;
  }
  const inner = freeNames(expr.args[0]);
  inner.delete(bound);
  for (const name of inner) found.add(name);
  // The side from which a limit is taken is no name.
  const last = expr.name === "limit" ? 3 : expr.args.length;
  for (const limit of expr.args.slice(2, last)) freeNames(limit, found);
  return found;
}

/** Whether a name occurs in an expression other than bound. */
export function mentions(expr: Expr, name: string): boolean {
  if (expr.kind === "symbol") return expr.name === name;
  const inside =
    expr.kind === "call" && boundName(expr) === name ? expr.args.slice(2) : parts(expr);
  return inside.some((part) => mentions(part, name));
}

/** The indexed families in an expression, `x` for `x[n]`. */
export function families(expr: Expr, found = new Set<string>()): Set<string> {
  if (expr.kind === "index") found.add(expr.name);
  for (const part of parts(expr)) families(part, found);
  return found;
}

/** Whether an expression has no free name but those of numbers, and no entry. */
export const isClosed = (expr: Expr): boolean =>
  families(expr).size === 0 && [...freeNames(expr)].every((name) => constantNames.has(name));

/** The names that stand free as an index, as n does in `x[n]`. */
export const indexNames = (expr: Expr, found = new Set<string>()): Set<string> =>
  inIndices(expr, (index) => (index.kind === "symbol" ? index.name : undefined), found);

/** The names that are integers since an index is one, as n is in `x[n]` and in `x[n + 1]`. */
export const integerIndices = (expr: Expr): Set<string> => inIndices(expr, wholeName);

function inIndices(
  expr: Expr,
  nameOf: (index: Expr) => string | undefined,
  found = new Set<string>(),
): Set<string> {
  for (const index of expr.kind === "index" ? expr.indices : []) {
    const name = nameOf(index);
    if (name !== undefined) found.add(name);
  }
  const bound = boundName(expr);
  for (const [i, part] of parts(expr).entries()) {
    const inner = inIndices(part, nameOf);
    if (bound !== undefined && i === 0) inner.delete(bound);
    for (const name of inner) found.add(name);
  }
  return found;
}

/** The name that is an integer where an expression is one: N of `N + k`; N - 1/2 or N - x says nothing of N alone. */
export function wholeName(expr: Expr): string | undefined {
  const terms = expr.kind === "add" ? expr.terms : [expr];
  const names = terms.flatMap((term) => (term.kind === "symbol" ? [term.name] : []));
  const isWhole = (term: Expr): boolean =>
    term.kind === "neg" ? isWhole(term.of) : term.kind === "number" && term.value.isInteger;
  const numbers = terms.filter(isWhole);
  return names.length === 1 && names.length + numbers.length === terms.length
    ? names[0]
    : undefined;
}

/** Names bound anywhere in an expression. */
export function boundNames(expr: Expr, found = new Set<string>()): Set<string> {
  const bound = boundName(expr);
  if (bound !== undefined) found.add(bound);
  for (const part of parts(expr)) boundNames(part, found);
  return found;
}

/** The expression with some symbols replaced. Names bound inside are left alone, and renamed where they would capture. */
export function substitute(expr: Expr, values: ReadonlyMap<string, Expr>): Expr {
  if (values.size === 0) return expr;
  if (expr.kind === "symbol") return values.get(expr.name) ?? expr;
  const bound = boundName(expr);
  if (bound === undefined || expr.kind !== "call") {
    return withEach(expr, (part) => substitute(part, values));
  }
  const [body, , ...limits] = expr.args;
  const free = freeNames(body);
  const inner = new Map([...values].filter(([name]) => name !== bound && free.has(name)));
  const taken = new Set([...inner.values()].flatMap((value) => [...freeNames(value)]));
  const name = taken.has(bound) ? fresh(bound, new Set([...taken, ...free])) : bound;
  if (name !== bound) inner.set(bound, symbol(name));
  const rest = limits.map((limit) => substitute(limit, values));
  return { ...expr, args: [substitute(body, inner), symbol(name), ...rest] };
}

function fresh(name: string, taken: Set<string>): string {
  let candidate = `${name}_`;
  while (taken.has(candidate)) candidate += "_";
  return candidate;
}
