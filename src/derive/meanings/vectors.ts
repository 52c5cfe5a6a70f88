import { boundName, type Expr, parts } from "../tree/expression.js";

type Kind = "number" | "vector" | "unclear";

/**
 * The first name of a claim that may be a vector or a matrix where that matters. An equation in which every term is a
 * number times one vector holds for vectors exactly if it holds for numbers; in products, powers and functions of
 * vectors the rules of numbers are others.
 *
 * @param isVector which names are vectors
 */
export function vectorIn(
  sides: readonly Expr[],
  isVector: (name: string) => boolean,
): string | undefined {
  const names = new Set<string>();
  for (const side of sides) namesIn(side, names);
  const name = [...names].find(isVector);
  if (name === undefined) return undefined;
  const kinds = sides.filter((side) => !isZero(side)).map((side) => kindOf(side, isVector));
  return kinds.includes("unclear") || !same(kinds) ? name : undefined;
}

/** Names and families, bound ones too. */
function namesIn(expr: Expr, found: Set<string>): void {
  if (expr.kind === "symbol" || expr.kind === "index") found.add(expr.name);
  for (const part of parts(expr)) namesIn(part, found);
}

/** Zero is a number and a vector. */
const isZero = (expr: Expr): boolean => expr.kind === "number" && expr.value.sign === 0;
const same = (kinds: readonly Kind[]): boolean => kinds.every((kind) => kind === kinds[0]);

function kindOf(expr: Expr, isVector: (name: string) => boolean): Kind {
  const kind = (one: Expr): Kind => kindOf(one, isVector);
  switch (expr.kind) {
    case "symbol":
      return isVector(expr.name) ? "vector" : "number";
    case "index":
      return expr.indices.some((index) => kind(index) !== "number")
        ? "unclear"
        : isVector(expr.name)
          ? "vector"
          : "number";
    case "neg":
      return kind(expr.of);
    case "add": {
      const kinds = expr.terms.filter((term) => !isZero(term)).map(kind);
      return kinds.length === 0 ? "number" : same(kinds) ? kinds[0] : "unclear";
    }
    case "mul": {
      const others = expr.factors.map(kind).filter((one) => one !== "number");
      return others.length === 0 ? "number" : others.length === 1 ? others[0] : "unclear";
    }
    case "div":
      return kind(expr.right) === "number" ? kind(expr.left) : "unclear";
    case "call":
      return kindOfCall(expr, kind);
    default:
      return parts(expr).every((part) => kind(part) === "number") ? "number" : "unclear";
  }
}

/** Sums, integrals and derivatives by a number are of the kind of what they are of. */
function kindOfCall(expr: Expr & { kind: "call" }, kind: (one: Expr) => Kind): Kind {
  const [body, ...others] = expr.args;
  const isLinear =
    ((boundName(expr) !== undefined && expr.name !== "prod") ||
      /^(?:D|partial)$/.test(expr.name)) &&
    expr.args.length > 1;
  if (isLinear) return others.every((one) => kind(one) === "number") ? kind(body) : "unclear";
  return expr.args.every((arg) => kind(arg) === "number") ? "number" : "unclear";
}
