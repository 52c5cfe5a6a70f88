import type { Assumptions } from "../assumptions/assumptions.js";
import { also, type Verdict } from "../decide/conditions/verdict.js";
import { call, type Expr, number, sumOf, symbol, times } from "../tree/expression.js";
import { expressionLatex } from "../notation/latex.js";
import { freeNames, substitute } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import type { Condition } from "../../record/types.js";
import type { Decide } from "./decideDependent.js";
import type { Jets } from "./jets.js";
import { simplified } from "./taylor.js";
import { onlyThrough } from "./told.js";

/**
 * A claim `dL/dw = sum of dL/dz * g`, in which nothing says how z depends on w, as the chain rule: it holds if L depends
 * on w only through z, and dz/dw is g. Undefined for a claim of another form.
 */
export function chainRule(
  { of, by, other }: { of: string; by: string; other: Expr },
  assumptions: Assumptions,
  jets: Jets,
  decide: Decide,
): Verdict | undefined {
  const { graph } = jets;
  const between = graph.args(of).flatMap((arg) => {
    const jet = [...jets.jets].find(([, own]) => own.of === of && own.by.join() === arg);
    return arg !== by && jet && freeNames(other).has(jet[0]) ? [{ arg, jet: jet[0] }] : [];
  });
  const factorOf = (jet: string): Expr =>
    substitute(
      other,
      new Map(between.map((each) => [each.jet, number(each.jet === jet ? 1n : 0n)])),
    );
  const factors = between.map(({ arg, jet }) => ({ arg, jet, factor: factorOf(jet) }));
  const missing = factors.filter(({ arg }) => !graph.reaches(arg, by));
  /** Beside a rate that is written out, a number or another rate is a slip and no rate left unsaid. */
  const isSlip = ({ factor }: { factor: Expr }) => {
    const names = [...freeNames(simplified(factor))];
    const isAlone = missing.length === factors.length;
    return names.some((name) => jets.orderOf(name) > 0) || (names.length === 0 && !isAlone);
  };
  if (missing.length === 0 || missing.some(isSlip)) return undefined;
  // The right side must be linear in the derivatives of L, and have no other term.
  const known = factors.map(({ arg, jet, factor }) =>
    times(symbol(jet), graph.reaches(arg, by) ? jets.partialRate(arg, by) : factor),
  );
  const verdict = decide({ left: sumOf(...known), relation: "=", right: other }, assumptions);
  if (verdict.grade !== "proved" && verdict.grade !== "proved-if") return undefined;
  jets.through.delete(`${of} ${by}`);
  const relations = missing.map(({ arg, factor }) => rateIs(arg, by, factor, graph.signOf(of)));
  const ways = onlyThrough(
    of,
    by,
    between.map(({ arg }) => arg),
  );
  return {
    ...also(verdict, "chain-rule"),
    grade: "proved-if",
    conditions: [ways, ...relations, ...verdict.conditions],
    method: "the chain rule, with the rates that the claim leaves unsaid as conditions",
  };
}

function rateIs(of: string, by: string, factor: Expr, sign: "D" | "partial"): Condition {
  const rate = simplified(factor);
  const derivative = call(sign, symbol(of), symbol(by));
  return {
    text: `${expressionText(derivative)} = ${expressionText(rate)}`,
    latex: `${expressionLatex(derivative)} = ${expressionLatex(rate)}`,
  };
}
