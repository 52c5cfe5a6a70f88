import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import { also, type Claim, type Verdict } from "../../decide/conditions/verdict.js";
import { type Call, call, type Expr, number } from "../../tree/expression.js";
import { freeNames, substitute } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import { mostlyConstant } from "../convention.js";
import { conjunction } from "../premise.js";
import { rangesIn } from "./ranges.js";
import { derivativesSeen } from "../seen.js";

/** A claim in which equations that give a name as a function of a variable are inserted, and what a verdict is told. */
export interface Inserted {
  claim: Claim;
  assumptions: Assumptions;
  shown: (verdict: Verdict) => Verdict;
}

/**
 * A claim with each name written out that an equation gives as a function of a variable which takes other values in it:
 * under `y = x^2`, as a premise or an assumption, the derivative of x*y by x is that of x^3. Where a derivative of the
 * name itself stands, or it is declared, the rules of derivatives tell what it is.
 */
export function inserted(claim: Claim, assumptions: Assumptions): Inserted {
  const premise = claim.relation === "=>" ? (conjunction(claim.left) ?? []) : [];
  const equations = [...premise.filter(({ name }) => name === "="), ...givenIn(assumptions)];
  const sides = [claim.left, claim.right];
  const values = functionsOf(sides, equations, assumptions);
  if (values.size === 0) return { claim, assumptions, shown: (verdict) => verdict };
  const full = writtenOut(values);
  const put = (expr: Expr) => substitute(expr, full);
  const isUsed = (value: Expr) => [...values.values()].includes(value);
  const rest = premise.filter((literal) => !isUsed(literal.args[1]));
  const left = premise.length === 0 ? put(claim.left) : allOf(rest.map(put));
  const own = concluding({ ...claim, left, right: put(claim.right) }, premise.length > 0);
  const facts = assumptions.facts.map((fact): Fact =>
    fact.kind === "compare" ? { ...fact, expr: put(fact.expr) } : fact,
  );
  const kept = assumptions.equations
    ?.filter(({ right }) => !isUsed(right))
    .map((one) => ({ ...one, left: put(one.left), right: put(one.right) }));
  const texts = [...values].map(([name, value]) => [name, expressionText(value)]);
  const method = `with ${texts.map((one) => one.join(" = ")).join(", ")} inserted`;
  const shown = ({ witness, ...verdict }: Verdict): Verdict => ({
    ...also(verdict, "linked-equation"),
    method: `${verdict.method}; ${method}`,
    ...(witness
      ? { witness: { ...witness, point: { ...witness.point, ...Object.fromEntries(texts) } } }
      : {}),
  });
  return { claim: own, assumptions: { ...assumptions, facts, equations: kept }, shown };
}

/** The names that vary with a variable of the claim by an equation, and as what. */
function functionsOf(
  sides: readonly Expr[],
  equations: readonly Call[],
  assumptions: Assumptions,
): Map<string, Expr> {
  const seen = [...sides, ...equations].flatMap((expr) => derivativesSeen(expr));
  const below = new Map<string, Set<string>>();
  for (const { of, by } of [...seen, ...(assumptions.seen ?? [])])
    below.set(of, new Set([...(below.get(of) ?? []), ...by]));
  const told = new Set([...below.keys(), ...statedNames(assumptions)]);
  const all = new Map<string, Expr>();
  for (const { args } of equations) {
    const [name, value] = definition(args) ?? [];
    if (name === undefined || told.has(name) || all.has(name)) continue;
    if (reached(freeNames(value!), below).has(name)) continue;
    all.set(name, value!);
    below.set(name, freeNames(value!));
  }
  const values = new Map<string, Expr>();
  for (const { by, isBound, names } of sides.flatMap((side) => rangesIn(side))) {
    const within = reached(new Set(names), below);
    for (const [name, value] of all) {
      if (name === by || !reached(freeNames(value), below).has(by)) continue;
      // Inside a sum the name would have to be inserted with the bound variable: that is the author's to write.
      if (isBound && within.has(name)) return new Map();
      if (!isBound) values.set(name, value);
    }
  }
  return values;
}

/** y and x^2 of `y = x^2`: what stands alone on the left is given, unless its letter is one of parameters. */
export function definition([left, right]: readonly Expr[]): [string, Expr] | undefined {
  const isGiven = left.kind === "symbol" && !mostlyConstant(left.name);
  return isGiven && !freeNames(right).has(left.name) ? [left.name, right] : undefined;
}

/** Some names, and those that these depend on. */
function reached(
  names: ReadonlySet<string>,
  below: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const found = new Set(names);
  for (const name of found) for (const one of below.get(name) ?? []) found.add(one);
  return found;
}

/** The values with each other inserted. */
function writtenOut(values: ReadonlyMap<string, Expr>): Map<string, Expr> {
  let full = new Map(values);
  for (let i = 0; i < values.size; i++)
    full = new Map([...full].map(([name, value]) => [name, substitute(value, values)]));
  return full;
}

/** Names of which an assumption says what they depend on, or that they are integers, which expressions need not be. */
const statedNames = ({ facts }: Assumptions): string[] =>
  facts.flatMap((fact) => (fact.kind === "depends" || fact.kind === "integer" ? [fact.name] : []));

const givenIn = ({ equations = [] }: Assumptions): Call[] =>
  equations.map(({ left, right }) => call("=", left, right));

const zero = number(0n);

const allOf = (literals: Expr[]): Expr =>
  literals.length === 1 ? literals[0] : call("and", ...literals);

/** What follows from nothing more is a claim of its own. */
function concluding(claim: Claim, hadPremise: boolean): Claim {
  const { left, right } = claim;
  if (!hadPremise || left.kind !== "call" || left.name !== "and" || left.args.length > 0)
    return claim;
  if (right.kind === "call" && (right.name === "=" || right.name === "<" || right.name === "<="))
    return { left: right.args[0], relation: right.name, right: right.args[1] };
  return { ...claim, left: call("=", zero, zero) };
}
