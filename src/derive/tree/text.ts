import type { Expr } from "./expression.js";

/** Characters that are read as one expression: a book has a thousand of a page, and a generated one is refused in time. */
export const longestText = 100_000;

const rank = { add: 1, neg: 2, mul: 3, div: 3, pow: 5 } as const;

/** An expression in the syntax in which it is written. */
export function expressionText(expr: Expr, within = 0): string {
  switch (expr.kind) {
    case "number": {
      const bare = expr.value.isInteger && expr.value.sign >= 0;
      return bare || within <= 1 ? `${expr.value}` : `(${expr.value})`;
    }
    case "symbol":
      return expr.name;
    case "index":
      return `${expr.name}[${expr.indices.map((index) => expressionText(index)).join(", ")}]`;
    case "call":
      return `${expr.name}(${expr.args.map((arg) => expressionText(arg)).join(", ")})`;
    case "list":
      return `[${expr.items.map((item) => expressionText(item)).join(", ")}]`;
    case "event": {
      const list = (side: typeof expr.event) =>
        side.map((o) => `${o.variable}=${o.value}`).join(", ");
      return `${expr.measure}(${list(expr.event)}${expr.given.length ? ` | ${list(expr.given)}` : ""})`;
    }
    case "neg":
      return wrap(`-${expressionText(expr.of, 3)}`, rank.neg, within);
    case "add": {
      const terms = expr.terms.map((term, i) => {
        if (i === 0) return expressionText(term, 1);
        return term.kind === "neg"
          ? ` - ${expressionText(term.of, 2)}`
          : ` + ${expressionText(term, 2)}`;
      });
      return wrap(terms.join(""), rank.add, within);
    }
    case "mul":
      return wrap(
        expr.factors.map((factor, i) => expressionText(factor, i ? 4 : 3)).join("*"),
        rank.mul,
        within,
      );
    case "div":
      return wrap(
        `${expressionText(expr.left, 3)}/${expressionText(expr.right, 4)}`,
        rank.div,
        within,
      );
    case "pow": {
      const plain = expr.right.kind === "number" ? expr.right.value : undefined;
      const exponent =
        plain?.isInteger && plain.sign >= 0 ? `${plain}` : `${expressionText(expr.right, 5)}`;
      return wrap(`${expressionText(expr.left, 6)}^${exponent}`, rank.pow, within);
    }
  }
}

function wrap(text: string, own: number, within: number): string {
  return own < within ? `(${text})` : text;
}
