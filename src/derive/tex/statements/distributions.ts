import { library } from "../../library/library.js";
import { call, type Expr } from "../../tree/expression.js";
import { type Reading, refuse } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** What stands in a tree for the distribution that a random variable has. */
export const distributionOf = (of: Expr, sign: Drawn): Expr => call(drawn[sign], of);

/** `\sim`, and with what is written above it. */
export type Drawn = "~" | "~iid" | "~ind";

const drawn: Readonly<Record<Drawn, string>> = {
  "~": "distribution",
  "~iid": "iidDraws",
  "~ind": "independentDraws",
};

export const isDrawn = (relation: string): relation is Drawn => Object.hasOwn(drawn, relation);

/** Names of distributions that begin small. */
const small = new Set("p q t chi".split(" "));

/** `a_n \sim b_n` says that a quotient tends to 1, and `X \sim N(0, 1)` how X is distributed. */
export function refuseUnlessDistribution(
  reading: Reading,
  sign: Token,
  [left, right]: readonly [Expr, Expr],
): void {
  const isVariable = left.kind === "symbol" || left.kind === "index" || left.kind === "list";
  if (reading.scouting) return;
  const isMixture = isVariable && right.kind === "call" && right.name === "cases";
  if (isMixture || (isDistribution(right) && (isVariable || hasWord(right)))) return;
  throw refuse(
    reading,
    sign,
    "\\sim may say how a name is distributed or that a quotient tends to 1",
    "write a name, \\sim and its distribution, X \\sim \\mathcal{N}(0, 1), or a limit, \\lim_{n \\to \\infty} \\frac{a_n}{b_n} = 1",
  );
}

/** A name with parameters, a calligraphic letter alone, or χ². */
function isDistribution(expr: Expr): boolean {
  if (expr.kind === "pow") return nameOf(expr.left).startsWith("chi");
  const name = nameOf(expr);
  if (expr.kind === "symbol") return name.endsWith("cal");
  if (expr.kind === "div") return isDistribution(expr.left);
  if (expr.kind === "call" && name === "log") return hasWord(expr.args[0]);
  return expr.kind === "call" && !library.has(name) && (/^[A-Z]/.test(name) || small.has(name));
}

/** Whether its name is set in a way in which no other function is: `\mathcal{N}`, `\mathrm{t}`, `\mathrm{Bern}`. */
const hasWord = (expr: Expr): boolean => {
  const isChi = expr.kind === "pow" && nameOf(expr.left).startsWith("chi");
  const isNormal = expr.kind === "call" && expr.args.length > 1 && /^[NF]$/.test(expr.name);
  const isLog = expr.kind === "call" && expr.name === "log";
  return isChi || isNormal || isLog || /cal$|^[A-Z][a-z]{2,}|^t$/.test(nameOf(expr));
};

const nameOf = (expr: Expr): string =>
  expr.kind === "symbol" || expr.kind === "index" || expr.kind === "call" ? expr.name : "";
