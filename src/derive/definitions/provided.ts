import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { readAll } from "../assumptions/readAll.js";
import { constantValue } from "../tree/constants.js";
import type { Equation } from "../assumptions/equation.js";
import { DerivationError } from "../tree/errors.js";
import { type Expr, negate, number, subtract, symbol, times, treeKey } from "../tree/expression.js";
import { expressionLatex } from "../notation/latex.js";
import { constantNames, freeNames, substitute } from "../tree/names.js";
import { parse } from "../read/parse.js";
import type { Condition } from "../../record/types.js";

/** What conditions for one step come to: names with values, further assumptions, and the conditions themselves. */
export interface Provision {
  values: Map<string, Expr>;
  assumptions: Assumptions;
  conditions: Condition[];
}

/**
 * Reads conditions that hold for one step: a name with a number, `s = 1`; a divisor, `s divides w - f`; or what an
 * assumption may say, `S > 0`.
 *
 * @throws DerivationError for a condition of another form
 */
export function readProvisions(
  texts: readonly string[],
  assumptions: Assumptions,
  resolve: (expr: Expr) => Expr,
): Provision {
  const values = new Map<string, Expr>();
  const more: string[] = [];
  const conditions: Condition[] = [];
  const extra: Assumptions = { texts: [], facts: [] };
  for (const text of texts) {
    const [, divisor, dividend] = /^\s*(.+?)\s+divides\s+(.+?)\s*$/.exec(text) ?? [];
    const [, name, value] = /^\s*([A-Za-z]\w*)\s*=\s*([^=<>]+)$/.exec(text) ?? [];
    if (divisor) {
      const [s, of] = [divisor, dividend].map((side) => resolve(parse(side)));
      const quotient = `quotient${values.size + 1}`;
      const { name: own, value: solved } = solvedFor(of, times(symbol(quotient), s), text);
      values.set(own, solved);
      extra.facts.push({ kind: "integer", name: quotient, text });
      const [a, b] = [parse(divisor), parse(dividend)].map((expr) => expressionLatex(expr));
      conditions.push({ text, latex: `${a} \\mid ${b}` });
    } else if (name) {
      if (constantNames.has(name)) {
        throw new DerivationError(`provided: \`${text}\`: ${name} is a number of its own`);
      }
      const own = parse(value);
      if (!constantValue(own)) {
        throw new DerivationError(
          `provided: \`${text}\` must give a name a number; what is more belongs to the claim or to define()`,
        );
      }
      if (treeKey(resolve(symbol(name))) !== name) {
        throw new DerivationError(`provided: \`${text}\`: ${name} is defined above`);
      }
      values.set(name, own);
      conditions.push({
        text,
        latex: `${expressionLatex(symbol(name))} = ${expressionLatex(own)}`,
      });
    } else {
      more.push(text);
      conditions.push({ text, latex: conditionLatex(text) });
    }
  }
  const read = readAll(more);
  const placed = (expr: Expr): Expr => substitute(resolve(expr), values);
  const facts = [...assumptions.facts, ...read.facts, ...extra.facts]
    .filter((fact) => fact.kind !== "integer" || !values.has(fact.name))
    .map((fact): Fact => (fact.kind === "compare" ? { ...fact, expr: placed(fact.expr) } : fact));
  const equations = [...(assumptions.equations ?? []), ...(read.equations ?? [])].map(
    (one): Equation => ({ ...one, left: placed(one.left), right: placed(one.right) }),
  );
  const own = { ...assumptions, texts: [...assumptions.texts, ...texts], facts, equations };
  return { values, assumptions: own, conditions };
}

/** Solves `of = value` for a name that stands in a sum by itself. */
function solvedFor(of: Expr, value: Expr, text: string): { name: string; value: Expr } {
  const terms = of.kind === "add" ? of.terms : [of];
  const taken = freeNames(value);
  for (const [i, term] of terms.entries()) {
    const bare = term.kind === "neg" ? term.of : term;
    const others = terms.filter((_, j) => j !== i);
    if (bare.kind !== "symbol" || taken.has(bare.name)) continue;
    if (others.some((other) => freeNames(other).has(bare.name))) continue;
    const rest = subtract(value, others.length ? { kind: "add", terms: others } : number(0n));
    return { name: bare.name, value: term.kind === "neg" ? negate(rest) : rest };
  }
  throw new DerivationError(
    `provided: \`${text}\` must have a name in the dividend that stands there by itself`,
  );
}

function conditionLatex(text: string): string {
  const pieces = text.split(/(<=|>=|!=|<|>)/);
  if (pieces.length < 3) return `\\text{${text}}`;
  const signs: Record<string, string> = { "<=": "\\leq", ">=": "\\geq", "!=": "\\neq" };
  return pieces
    .map((piece, i) => (i % 2 ? (signs[piece] ?? piece) : expressionLatex(parse(piece))))
    .join(" ");
}
