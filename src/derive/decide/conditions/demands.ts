import { constantValue, isInfinity } from "../../tree/constants.js";
import { isDerivative } from "../../dependence/seen.js";
import {
  boundName,
  type Call,
  type Expr,
  number,
  parts,
  sumOf,
  symbol,
  treeKey,
} from "../../tree/expression.js";
import { definitionOf, writtenOut } from "../../library/library.js";
import { families, freeNames, substitute, wholeName } from "../../tree/names.js";
import { type Scope, termCount } from "../../tree/range.js";
import { smoothPowers } from "../../functions/smoothPowers.js";

export type Need = "nonzero" | "positive" | "nonnegative" | "integer" | "count" | "exponent";

/** What an expression demands for being defined; `base` is what is raised to `expr`, for an exponent. */
export interface Demand {
  need: Need;
  expr: Expr;
  base?: Expr;
  /** The names bound around it, the outer ones first. */
  scopes: Scope[];
  /** Whether the limits of the one integral around it count, too. */
  ends?: boolean;
}

/** How what is needed of an expression compares it with 0. */
export const relationOf = (need: Need): ">" | ">=" | "!=" =>
  need === "nonzero" ? "!=" : need === "positive" ? ">" : ">=";

/** The name that is an integer where a demand is met. */
export const wholeNameIn = ({ need, expr }: Demand): string | undefined =>
  need === "integer" || need === "count" ? wholeName(expr) : undefined;

/** Every demand of expressions: each division, logarithm, root and negative power, also where it cancels. */
export function demandsOf(exprs: Expr[]): Demand[] {
  const found = new Map<string, Demand>();
  for (const expr of exprs) collect(expr, [], new Set(), found);
  return [...found.values()];
}

function collect(expr: Expr, scopes: Scope[], by: Set<string>, found: Map<string, Demand>): void {
  const ask = (need: Need, of: Expr, base?: Expr, within = scopes) => {
    const around = within.length ? scopesOf(sumOf(of, base ?? number(0n)), within) : [];
    const ranges = around.flatMap(({ name, lower, upper }) => [
      name,
      ...[lower, upper].map((limit) => limit && treeKey(limit)),
    ]);
    const key = `${need} ${treeKey(of)} ${base ? treeKey(base) : ""} ${ranges.join()}`;
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
    case "index":
      for (const index of expr.indices) ask("integer", index);
      break;
    case "event":
      if (expr.given.length) ask("positive", { ...expr, event: expr.given, given: [] });
      break;
    case "call":
      ofCall(expr, ask, inner);
  }
  const plain = expr.kind === "call" ? withDomainOf(expr) : undefined;
  if (plain) return collect(plain, scopes, by, found);
  if (expr.kind !== "call") {
    for (const part of parts(expr)) collect(part, scopes, by, found);
    return;
  }
  const bound = boundName(expr);
  const [body, variable, ...limits] = expr.args;
  if (expr.name === "at" && bound !== undefined && limits.length === 1) {
    const name = `${bound}~`; // whatever the name stands for around
    const inside = new Map<string, Demand>();
    collect(substitute(body, new Map([[bound, symbol(name)]])), scopes, by, inside);
    const place = new Map([[name, limits[0]]]);
    const put = (of: Expr) => substitute(of, place);
    for (const { need, expr: of, base, scopes: around } of inside.values()) {
      const own = around
        .filter((scope) => !scopes.includes(scope))
        .map(({ lower, upper, ...scope }) => ({
          ...scope,
          lower: lower && put(lower),
          upper: upper && put(upper),
        }));
      ask(need, put(of), base && put(base), [...scopes, ...own]);
    }
    collect(limits[0], scopes, by, found);
  } else if (bound !== undefined && limits.length === 2) {
    const integer = expr.name !== "integrate";
    const scope: Scope = { name: bound, lower: limits[0], upper: limits[1], integer };
    collect(body, [...scopes.filter(({ name }) => name !== bound), scope], by, found);
    for (const limit of limits) collect(limit, scopes, by, found);
  } else if (isDerivative(expr)) {
    const name = "name" in variable ? variable.name : "";
    collect(smoothPowers(body), scopes, new Set(by).add(name), found);
  } else {
    for (const part of expr.args) collect(part, scopes, by, found);
  }
}

/** What a function is short for, where its domain is that of what it is short for. */
function withDomainOf({ name, args }: Call): Expr | undefined {
  return definitionOf(name, args.length)?.domain ? undefined : writtenOut(name, args);
}

/** The scopes on which an expression depends, also through the bounds of a scope further inside. */
function scopesOf(expr: Expr, scopes: Scope[]): Scope[] {
  const names = freeNames(expr);
  const around: Scope[] = [];
  for (const scope of [...scopes].reverse()) {
    if (!names.has(scope.name)) continue;
    names.delete(scope.name); // further out the name is another
    around.unshift(scope);
    for (const limit of [scope.lower, scope.upper]) if (limit) freeNames(limit, names);
  }
  return around;
}

function ofCall(
  { name, args }: Call,
  ask: (need: Need, of: Expr) => void,
  inner: (of: Expr) => boolean,
): void {
  for (const { expr, need, inside } of definitionOf(name, args.length)?.domain?.(...args) ?? []) {
    const own = inside && inner(expr) ? inside : need;
    if (own) ask(own, expr);
  }
  if ((name === "sum" || name === "prod") && args.length === 4) {
    const [, , lower, upper] = args;
    ask("integer", lower);
    if (!isInfinity(upper)) ask("count", termCount(lower, upper));
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

/** A demand with its bound names replaced by names that nothing is assumed of, each of its own. */
export function freed(demand: Demand): Demand {
  const names = new Map<string, Expr>();
  const scopes = demand.scopes.map((scope, depth) => {
    const [lower, upper] = [scope.lower, scope.upper].map(
      (limit) => limit && substitute(limit, names),
    );
    const name = scope.name + "'".repeat(depth + 1);
    names.set(scope.name, symbol(name));
    return { ...scope, name, lower, upper };
  });
  const [expr, base] = [demand.expr, demand.base].map((one) => one && substitute(one, names));
  return { ...demand, expr: expr!, base, scopes };
}
