import { constantValue } from "../constants.js";
import {
  boundName,
  call,
  type Expr,
  number,
  parts,
  subtract,
  sumOf,
  symbol,
  treeKey,
} from "../expression.js";
import { families, freeNames, substitute } from "../names.js";

export type Need = "nonzero" | "positive" | "nonnegative" | "count" | "exponent";

/** A name bound by a sum, product or integral around a demand, and its range. */
export interface Scope {
  name: string;
  lower: Expr;
  upper: Expr;
  integer: boolean;
}

/** What an expression demands for being defined; `base` is what is raised to `expr`, for an exponent. */
export interface Demand {
  need: Need;
  expr: Expr;
  base?: Expr;
  scopes: Scope[];
}

/** Every demand of expressions: each division, logarithm, root and negative power, also where it cancels. */
export function demandsOf(exprs: Expr[]): Demand[] {
  const found = new Map<string, Demand>();
  for (const expr of exprs) collect(expr, [], new Set(), found);
  return [...found.values()];
}

function collect(expr: Expr, scopes: Scope[], by: Set<string>, found: Map<string, Demand>): void {
  const ask = (need: Need, of: Expr, base?: Expr) => {
    const key = `${need} ${treeKey(of)} ${base ? treeKey(base) : ""}`;
    if (found.has(key)) return;
    const names = freeNames(sumOf(of, base ?? number(0n)));
    const around = scopes.filter(({ name }) => names.has(name));
    found.set(key, { need, expr: of, base, scopes: around });
  };
  /** What depends on the variable of a derivative around it needs to be inside its domain, not at its edge. */
  const inner = (of: Expr) => [...freeNames(of), ...families(of)].some((name) => by.has(name));
  switch (expr.kind) {
    case "div":
      for (const factor of factorsOf(expr.right)) ask("nonzero", factor);
      break;
    case "pow": {
      const plain = constantValue(expr.right);
      if (!plain) ask("exponent", expr.right, expr.left);
      else {
        if (plain.sign < 0) for (const factor of factorsOf(expr.left)) ask("nonzero", factor);
        if (!plain.isInteger) ask(inner(expr.left) ? "positive" : "nonnegative", expr.left);
      }
      break;
    }
    case "event":
      if (expr.given.length) ask("positive", { ...expr, event: expr.given, given: [] });
      break;
    case "call":
      ofCall(expr, ask, inner);
  }
  if (expr.kind !== "call") {
    for (const part of parts(expr)) collect(part, scopes, by, found);
    return;
  }
  const bound = boundName(expr);
  const [body, variable, ...limits] = expr.args;
  if (expr.name === "at" && bound !== undefined && limits.length === 1) {
    collect(substitute(body, new Map([[bound, limits[0]]])), scopes, by, found);
    collect(limits[0], scopes, by, found);
  } else if (bound !== undefined && limits.length === 2) {
    const integer = expr.name !== "integrate";
    const scope: Scope = { name: bound, lower: limits[0], upper: limits[1], integer };
    collect(body, [...scopes.filter(({ name }) => name !== bound), scope], by, found);
    for (const limit of limits) collect(limit, scopes, by, found);
  } else if (expr.name === "D" && expr.args.length === 2) {
    const name = "name" in variable ? variable.name : "";
    collect(body, scopes, new Set(by).add(name), found);
  } else {
    for (const part of expr.args) collect(part, scopes, by, found);
  }
}

function ofCall(
  { name, args }: Expr & { kind: "call" },
  ask: (need: Need, of: Expr) => void,
  inner: (of: Expr) => boolean,
): void {
  const [first, second] = args;
  if (["log", "ln", "log2", "log10"].includes(name) && first) ask("positive", first);
  if (name === "log" && second) {
    ask("positive", second);
    ask("nonzero", subtract(second, number(1n)));
  }
  if (name === "cbrt" && first && inner(first)) ask("nonzero", first);
  if (name === "sqrt" && first) ask(inner(first) ? "positive" : "nonnegative", first);
  if ((name === "abs" || name === "relu" || name === "sign") && first && inner(first))
    ask("nonzero", first);
  if (name === "max" || name === "min") {
    for (const [i, one] of args.entries())
      for (const other of args.slice(i + 1))
        if (inner(one) || inner(other)) ask("nonzero", subtract(one, other));
  }
  if (name === "tan" && first) ask("nonzero", call("cos", first));
  if (name === "factorial" && first) ask("count", first);
  if ((name === "sum" || name === "prod") && args.length === 4) {
    const [, , lower, upper] = args;
    const one = constantValue(lower)?.equals(constantValue(number(1n))!);
    ask("count", one ? upper : sumOf(upper, { kind: "neg", of: lower }, number(1n)));
  }
}

/** The factors of a denominator: a product is 0 where one of them is. */
export function factorsOf(expr: Expr): Expr[] {
  if (expr.kind === "mul") return expr.factors.flatMap(factorsOf);
  if (expr.kind === "neg") return factorsOf(expr.of);
  if (expr.kind === "div") return factorsOf(expr.left);
  if (expr.kind === "pow" && (constantValue(expr.right)?.sign ?? 0) > 0)
    return factorsOf(expr.left);
  return [expr];
}

/** A demand with its bound names replaced by names that nothing is assumed of. */
export function freed(demand: Demand): Demand {
  const names = new Map(demand.scopes.map(({ name }) => [name, symbol(`${name}'`)]));
  return {
    ...demand,
    expr: substitute(demand.expr, names),
    base: demand.base && substitute(demand.base, names),
    scopes: demand.scopes.map((scope) => ({
      ...scope,
      name: `${scope.name}'`,
      lower: substitute(scope.lower, names),
      upper: substitute(scope.upper, names),
    })),
  };
}
