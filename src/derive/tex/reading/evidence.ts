import { between, rangedOperator, reaching } from "../../tree/ranged.js";
import { boundName, type Expr, parts, treeKey } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { letterOf } from "./symbolNames.js";
import { noVocabulary, type Vocabulary } from "./vocabulary.js";

/** The name under which the first reading keeps a symbol before parentheses: it is not yet known what that is. */
export const applied = "(…)";

/** What the first reading of a text has found; the second one decides by it. */
export interface Evidence extends Vocabulary {
  /** Keys of symbols that stand before a lone letter or number in parentheses, as functions do. */
  lone: ReadonlySet<string>;
  /** Names that can only be numbers: bound, in a limit, or an index. */
  numbers: ReadonlySet<string>;
  /** Names that stand where only a set can. */
  sets: ReadonlySet<string>;
  /** The sides of each statement. */
  sides: readonly (readonly Expr[])[];
}

export const noEvidence: Evidence = {
  ...noVocabulary,
  lone: new Set(),
  numbers: new Set(),
  sets: new Set(),
  sides: [],
};

/** What a reading has found, as it goes. */
export interface Found {
  symbols: Set<string>;
  families: Map<string, number>;
  functions: Set<string>;
  sides: Expr[][];
}

export const nothingFound = (): Found => ({
  symbols: new Set(),
  families: new Map(),
  functions: new Set(),
  sides: [],
});

/** What a first reading shows. */
export function evidenceOf({ symbols, families, functions, sides }: Found): Evidence {
  const [lone, numbers, sets] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (expr: Expr): void => {
    if (expr.kind === "index") for (const index of expr.indices) noteNames(index, numbers);
    for (const one of setsIn(expr)) if (one.kind === "symbol") sets.add(one.name);
    const bound = boundName(expr);
    if (bound !== undefined && expr.kind === "call") {
      numbers.add(bound);
      for (const limit of expr.args.slice(2)) noteNames(limit, numbers);
    }
    if (expr.kind === "call" && expr.name === applied) {
      const [head, arg] = expr.args;
      if (needsNoParentheses(baseOf(head), arg)) lone.add(treeKey(baseOf(head)));
      visit(arg);
    } else parts(expr).forEach(visit);
  };
  sides.forEach((statement) => statement.forEach(visit));
  return { symbols, families, functions, lone, numbers, sets, sides };
}

/** The parts of an expression that are sets. */
function setsIn(expr: Expr): Expr[] {
  if (expr.kind !== "call") return [];
  if (/^(?:union|intersection|without|subset\w+)$/.test(expr.name)) return expr.args;
  return /^(?:e|notE)lementOf$/.test(expr.name) ? expr.args.slice(1) : [];
}

function noteNames(expr: Expr, into: Set<string>): void {
  for (const name of freeNames(expr)) into.add(name);
}

/** One letter, entry or number: what a function is mostly applied to, and no product needs in parentheses. */
export const isLone = (expr: Expr): boolean =>
  expr.kind === "symbol" ||
  expr.kind === "index" ||
  expr.kind === "number" ||
  (expr.kind === "call" && expr.name === "labelled");

/** Whether an expression may stand beside others without parentheses. */
function isFactor(expr: Expr): boolean {
  const isCall =
    expr.kind === "call" &&
    expr.name !== applied &&
    !reaching.has(expr.name) &&
    !between.has(expr.name) &&
    rangedOperator(expr.name) === undefined;
  return isCall || expr.kind === "pow" || expr.kind === "mul" || expr.kind === "div";
}

/** Letters of functions and of the mean; a probability may be a factor. */
const ofFunctions = new Set("f g h F G E".split(" "));

/**
 * Whether nobody would put a factor in parentheses behind a letter: one name or its power, and behind f or E all but a sum.
 * So that letter is a function.
 */
export function needsNoParentheses(head: Expr, arg: Expr): boolean {
  if (isLone(arg) || (arg.kind === "pow" && isLone(arg.left))) return true;
  return head.kind === "symbol" && isFactor(arg) && ofFunctions.has(letterOf(head.name));
}

/** A symbol without its exponent. */
export const baseOf = (expr: Expr): Expr => (expr.kind === "pow" ? expr.left : expr);
