import type { Expr } from "./expression.js";

const greek = [
  "alpha",
  "beta",
  "gamma",
  "delta",
  "theta",
  "lambda",
  "mu",
  "pi",
  "sigma",
  "tau",
  "phi",
  "epsilon",
];
/** Names of the notes that are not what they spell. */
const special: Record<string, string> = {
  sigma2: "\\sigma^2",
  yhat: "\\hat{y}",
  muML: "\\mu_{ML}",
  sigma2ML: "\\sigma^2_{ML}",
  prior: "\\pi",
  Infinity: "\\infty",
};

/** A name as the notes set it: `D_K` is D_K, `x11` is x with subscript 11, `mu` is the Greek letter. */
export function nameLatex(name: string): string {
  if (name in special) return special[name];
  const [, head, tail] = /^([A-Za-z]+?)_?(\d+|(?<=_)[A-Za-z0-9]+)?$/.exec(name) ?? [];
  if (!head) return `\\mathrm{${name.replace(/_/g, "\\_")}}`;
  const base = greek.includes(head) ? `\\${head}` : head.length === 1 ? head : `\\mathrm{${head}}`;
  return tail ? `${base}_{${tail}}` : base;
}

const rank = { add: 1, neg: 2, mul: 3, div: 6, pow: 5 } as const;

/** LaTeX of an expression in the notes' notation. */
export function expressionLatex(expr: Expr, within = 0): string {
  switch (expr.kind) {
    case "number": {
      const text = numberLatex(expr);
      return expr.value.sign < 0 && within > 1 ? `\\left(${text}\\right)` : text;
    }
    case "symbol":
      return nameLatex(expr.name);
    case "index":
      return `${nameLatex(expr.name)}_{${expr.indices.map((index) => expressionLatex(index)).join(", ")}}`;
    case "list":
      return `\\left[${expr.items.map((item) => expressionLatex(item)).join(", ")}\\right]`;
    case "event":
      return eventLatex(expr);
    case "call":
      return callLatex(expr, within);
    case "neg":
      return wrap(`-${expressionLatex(expr.of, 3)}`, rank.neg, within);
    case "add": {
      const terms = expr.terms.map((term, i) => {
        if (i === 0) return expressionLatex(term, 1);
        return term.kind === "neg"
          ? ` - ${expressionLatex(term.of, 2)}`
          : ` + ${expressionLatex(term, 2)}`;
      });
      return wrap(terms.join(""), rank.add, within);
    }
    case "mul":
      return product(expr, within);
    case "div":
      return wrap(
        `\\frac{${expressionLatex(expr.left)}}{${expressionLatex(expr.right)}}`,
        rank.div,
        within === 6 ? 7 : 0,
      );
    case "pow":
      return power(expr);
  }
}

/** Decimals stay decimals where they are short, as the author wrote them. */
function numberLatex({ value }: Expr & { kind: "number" }): string {
  for (let digits = 1; digits <= 12 && !value.isInteger; digits++) {
    if ((value.num * 10n ** BigInt(digits)) % value.den === 0n) return value.toFixed(digits);
  }
  return value.toLatex();
}

function product({ factors }: Expr & { kind: "mul" }, within: number): string {
  const texts = factors.map((factor, i) => expressionLatex(factor, i ? 4 : 3));
  const joined = texts.reduce((left, right) => {
    // A number after anything is set off by a sign: 0.9 × 0.001, and not 0.90.001.
    const dot = /^[\d]/.test(right)
      ? " \\times "
      : /\\frac\{[^]*\}$/.test(left) && /^\\frac/.test(right)
        ? " \\cdot "
        : " ";
    return `${left}${dot}${right}`;
  });
  return wrap(joined, rank.mul, within);
}

function eventLatex({ measure, event, given }: Expr & { kind: "event" }): string {
  const list = (side: typeof event) =>
    side.map(({ variable, value }) => `${nameLatex(variable)}=${value}`).join(", ");
  return `${nameLatex(measure)}(${list(event)}${given.length ? ` \\mid ${list(given)}` : ""})`;
}

function power({ left, right }: Expr & { kind: "pow" }): string {
  const simple =
    left.kind === "symbol" ||
    left.kind === "index" ||
    (left.kind === "number" && left.value.sign >= 0);
  const text = expressionLatex(left);
  const base = !simple || text.includes("^") ? `\\left(${text}\\right)` : text;
  return `${base}^{${expressionLatex(right)}}`;
}

function callLatex({ name, args }: Expr & { kind: "call" }, within: number): string {
  const set = args.map((arg) => expressionLatex(arg));
  const big = (command: string) => {
    const [body, bound, lower, upper] = args;
    return wrap(
      `\\${command}_{${expressionLatex(bound)}=${expressionLatex(lower)}}^{${expressionLatex(upper)}} ${expressionLatex(body, 3)}`,
      2,
      within,
    );
  };
  if (name === "sum" && args.length === 4) return big("sum");
  if (name === "prod" && args.length === 4) return big("prod");
  if (name === "integrate" && args.length === 4) {
    return wrap(
      `\\int_{${set[2]}}^{${set[3]}} ${expressionLatex(args[0], 3)}\\,d${set[1]}`,
      2,
      within,
    );
  }
  if (name === "D" && args.length === 2) {
    return wrap(`\\frac{\\partial}{\\partial ${set[1]}} ${expressionLatex(args[0], 4)}`, 3, within);
  }
  if (name === "sqrt") return `\\sqrt{${set[0]}}`;
  if (name === "abs") return `\\left|${set[0]}\\right|`;
  if (name === "floor") return `\\left\\lfloor ${set[0]} \\right\\rfloor`;
  if (name === "exp") return `e^{${set[0]}}`;
  const head = ["log", "max", "min"].includes(name) ? `\\${name}` : nameLatex(name);
  return `${head}\\left(${set.join(", ")}\\right)`;
}

function wrap(text: string, own: number, within: number): string {
  return own < within ? `\\left(${text}\\right)` : text;
}
