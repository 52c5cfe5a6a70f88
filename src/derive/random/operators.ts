import { type Expr, parts } from "../tree/expression.js";
import { isAtom, isRandom, type RandomNames } from "./names.js";

/** What is asked of random values. */
export type Operator = "E" | "Var" | "Cov" | "sd" | "Corr" | "H" | "KL" | "logpdf";

const spellings = new Map<string, Operator>([
  ["E", "E"],
  ["Var", "Var"],
  ["var", "Var"],
  ["V", "Var"],
  ["Cov", "Cov"],
  ["cov", "Cov"],
  ["sd", "sd"],
  ["Corr", "Corr"],
  ["corr", "Corr"],
  ["H", "H"],
  ["KL", "KL"],
  ["D_KL", "KL"],
  ["logpdf", "logpdf"],
  ["logpmf", "logpdf"],
]);

const ofTwo = new Set<Operator>(["Cov", "Corr", "KL", "logpdf"]);

/** What is asked of the distribution that a variable is said to have. */
export const ofLaws: ReadonlySet<Operator> = new Set(["H", "KL", "logpdf"]);

/** `q` of `KL(p || q)` */
const isAgainst = (part: Expr): part is Expr & { kind: "call" } =>
  part.kind === "call" && part.name === "against" && part.args.length === 1;

/** An operator with what it is of, and what is known beside it. */
export interface Applied {
  operator: Operator;
  args: Expr[];
  given?: Expr[];
}

/** Reads `E(X)`, `E[X]`, `Var(X | Y)` and `Cov(X, Y)`; undefined for what is none, or for another number of arguments. */
export function operatorOf(expr: Expr, names: RandomNames): Applied | undefined {
  if (expr.kind !== "call" && expr.kind !== "index") return undefined;
  const operator = spellings.get(expr.name);
  const isOther = names.variables.has(expr.name) || names.functions.has(expr.name);
  if (operator === undefined || isOther) return undefined;
  const all = parts(expr).map((part) => (isAgainst(part) ? part.args[0] : part));
  const last = all.at(-1);
  const isGiven = last?.kind === "call" && last.name === "given";
  const args = isGiven ? all.slice(0, -1) : all;
  const count = ofTwo.has(operator) ? 2 : 1;
  if (args.length !== count) return undefined;
  // Of a distribution that is no variable's the entropy is none of these.
  if (ofLaws.has(operator) && !isRandom(args[0], names)) return undefined;
  // `E[i]` is an entry of a family.
  if (expr.kind === "index" && !isRandom(expr, names)) return undefined;
  return { operator, args, ...(isGiven ? { given: parts(last) } : {}) };
}

/** Whether a claim speaks of the mean of what depends on chance. */
export function speaksOfMeans(expr: Expr, names: RandomNames): boolean {
  return (
    (operatorOf(expr, names) !== undefined && isRandom(expr, names)) ||
    parts(expr).some((part) => speaksOfMeans(part, names))
  );
}

/** Whether something depends on chance outside of all means, or in the condition of one. */
export function isOpen(expr: Expr, names: RandomNames): boolean {
  const found = operatorOf(expr, names);
  if (found) return found.given?.some((part) => isOpen(part, names)) ?? false;
  return isAtom(expr, names) || parts(expr).some((part) => isOpen(part, names));
}
