import type { Expr } from "./expression.js";

const rank = { add: 1, neg: 2, mul: 3, div: 3, pow: 5 } as const;
const sign = { add: " + ", mul: "*", div: "/", pow: "^" } as const;

/** An expression in the syntax in which it is written. */
export function expressionText(expr: Expr, within = 0): string {
  switch (expr.kind) {
    case "number": {
      const text = `${expr.value}`;
      const bare = expr.value.isInteger && expr.value.sign >= 0;
      return bare || within <= 1 ? text : `(${text})`;
    }
    case "symbol":
      return expr.name;
    case "index":
      return `${expr.name}[${expressionText(expr.index)}]`;
    case "call":
      return `${expr.name}(${expr.args.map((arg) => expressionText(arg)).join(", ")})`;
    case "neg":
      return wrap(`-${expressionText(expr.of, 3)}`, rank.neg, within);
    case "add": {
      const minus = expr.right.kind === "neg";
      const right = minus
        ? expressionText((expr.right as { of: Expr }).of, 2)
        : expressionText(expr.right, 1);
      return wrap(
        `${expressionText(expr.left, 1)}${minus ? " - " : " + "}${right}`,
        rank.add,
        within,
      );
    }
    default: {
      const own = rank[expr.kind];
      const [left, right] = expr.kind === "pow" ? [own + 1, own] : [own, own + 1];
      const text = `${expressionText(expr.left, left)}${sign[expr.kind]}${expressionText(expr.right, right)}`;
      return wrap(text, own, within);
    }
  }
}

function wrap(text: string, own: number, within: number): string {
  return own < within ? `(${text})` : text;
}
