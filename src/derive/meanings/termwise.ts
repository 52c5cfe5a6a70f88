import { type Assumptions, assumedNames } from "../assumptions/assumptions.js";
import { also, proof, unknown, type Verdict } from "../decide/conditions/verdict.js";
import {
  call,
  type Call,
  type Expr,
  negate,
  number,
  over,
  parts,
  sumOf,
  times,
  treeKey,
} from "../tree/expression.js";
import { type Sides, termsApart, withoutConstants } from "./cancelling.js";
import { freeNames } from "../tree/names.js";
import type { Relation, RuleId } from "../../record/types.js";

/** How a method begins that shows two sides to be equal up to a constant. */
export const upToConstant = "both sides have the same derivative, and are equal up to a constant";

/** What is linear and has no value of its own here: what it is of its terms is asked of them. */
const linear: Record<
  string,
  { rule: RuleId; words: string; open?: string; needs?: (name: string) => string }
> = {
  antiderivative: {
    rule: "indefinite-integral",
    words: upToConstant,
  },
  sumOver: {
    rule: "termwise-sum",
    words: "the sums agree term by term",
    open: "a sum over values that are not listed",
    needs: (name) => `each sum over ${name} has a value`,
  },
  expectation: {
    rule: "termwise-sum",
    words: "the expectations are of the same",
    open: "an expectation under a distribution",
    needs: (name) => `each expectation over ${name} is finite`,
  },
};

/** The sides of a claim as it is decided, and what a verdict on these says of the claim. */
export interface Termwise {
  sides: Sides;
  /** @param decide grades other sides in the same way */
  judged: (verdict: Verdict, decide: (sides: Sides) => Verdict) => Verdict;
}

/**
 * An equation between indefinite integrals, sums over values that are not listed or expectations as one between what
 * they are of: of integrals both sides are differentiated, for they are equal up to a constant; sums and expectations
 * over the same values are equal where their terms are. Another claim stays as it is.
 */
export function termwise(
  sides: [Expr, Expr],
  relation: Relation,
  assumptions: Assumptions,
): Termwise {
  const plain: Termwise = { sides, judged: (verdict) => verdict };
  const [operator, ...others] = sides.flatMap(operatorsIn);
  const [, variable] = operator?.args ?? [];
  if (relation !== "=" || variable?.kind !== "symbol") return plain;
  // What is assumed of a free name is not said of the bound one.
  const isBound = linear[operator.name].needs !== undefined;
  if (isBound && assumedNames(assumptions).has(variable.name)) return plain;
  // `\int f = \int f + 1` holds up to a constant, and says that 0 is 1 to everybody else.
  const [ofLeft, ofRight] = sides.map((side) => operatorsIn(side).map(treeKey));
  if (!isBound && ofLeft.some((one) => ofRight.includes(one))) return plain;
  const key = keyOf(operator);
  if (others.some((other) => keyOf(other) !== key)) return plain;
  const [left, right] = sides.map((side) => ofTerms(side, operator, variable.name));
  if (!left || !right) return plain;
  const judged = (verdict: Verdict) => judge(verdict, operator.name, variable.name);
  const holdIntegral = (term: Expr) => operatorsIn(term).length > 0;
  const apart = sides.map((side) => termsApart(side, holdIntegral));
  const of = apart.map(({ own }) => ofTerms(own, operator, variable.name));
  const rest = apart.map(({ others }) => others);
  if (isBound || others.length === 0) return { sides: [left, right], judged };
  return {
    sides: [left, right],
    judged: (verdict, decide) =>
      withoutConstants(judged(verdict), of as Sides, rest as Sides, decide),
  };
}

const operatorsIn = (expr: Expr): Call[] => [
  ...(expr.kind === "call" && Object.hasOwn(linear, expr.name) ? [expr] : []),
  ...parts(expr).flatMap(operatorsIn),
];

/** Two of the same key range over the same values. */
const keyOf = ({ name, args }: Call): string => [name, ...args.slice(1).map(treeKey)].join();

/** A side with what its operators are of; undefined where it is not linear in them. */
function ofTerms(expr: Expr, operator: Call, variable: string): Expr | undefined {
  const of = (part: Expr) => ofTerms(part, operator, variable);
  if (operatorsIn(expr).length === 0) return plainTerm(expr, operator, variable);
  switch (expr.kind) {
    case "neg": {
      const inner = of(expr.of);
      return inner && negate(inner);
    }
    case "add": {
      const terms = expr.terms.map(of);
      return terms.every((term) => term !== undefined) ? sumOf(...terms) : undefined;
    }
    case "div": {
      const above = isConstant(expr.right, variable) ? of(expr.left) : undefined;
      return above && over(above, expr.right);
    }
    case "mul": {
      const [one, ...more] = expr.factors.filter((factor) => operatorsIn(factor).length > 0);
      const others = expr.factors.filter((factor) => factor !== one);
      const inner = more.length === 0 && others.every((o) => isConstant(o, variable)) && of(one);
      return inner ? times(...others, inner) : undefined;
    }
    case "call":
      return expr.name === operator.name && operatorsIn(expr.args[0]).length === 0
        ? expr.args[0]
        : undefined;
    default:
      return undefined;
  }
}

/** A term without an operator: it is differentiated beside integrals, and beside expectations the one of a constant. */
function plainTerm(expr: Expr, { name }: Call, variable: string): Expr | undefined {
  if (name === "antiderivative") return call("D", expr, { kind: "symbol", name: variable });
  const isZero = treeKey(expr) === treeKey(number(0n));
  return isZero || (name === "expectation" && isConstant(expr, variable)) ? expr : undefined;
}

const isConstant = (expr: Expr, variable: string): boolean =>
  !freeNames(expr).has(variable) && operatorsIn(expr).length === 0;

function judge(verdict: Verdict, operator: string, variable: string): Verdict {
  const { rule, words, open, needs } = linear[operator];
  const method = `${words}: ${verdict.method}`;
  if (needs === undefined) {
    const isTold = verdict.grade !== "unknown";
    return isTold
      ? {
          ...also(verdict, rule),
          method: verdict.grade === "refuted" ? "the derivatives of the two sides differ" : method,
        }
      : verdict;
  }
  if (verdict.grade !== "proved" && verdict.grade !== "proved-if") {
    return unknown(
      [rule],
      `${open} has no meaning here yet, and its terms were not shown to agree`,
    );
  }
  const text = needs(variable);
  const everywhere = verdict.conditions.map((one) => ({
    ...one,
    text: `${one.text} for every ${variable}`,
    latex: `${one.latex} \\text{ for every } ${variable}`,
  }));
  const converge = { text, latex: `\\text{${text}}`, demand: "convergence" as const };
  return proof([...verdict.rules, rule], [...everywhere, converge], method);
}
