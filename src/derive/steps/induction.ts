import { type Assumptions, readAssumptions } from "../assumptions/assumptions.js";
import { together } from "./combine.js";
import { type Claim, decide, type Verdict } from "../opinion/decide.js";
import { jointly } from "../decide/open/jointly.js";
import type { Recurrence } from "../definitions/definitions.js";
import { DerivationError } from "../tree/errors.js";
import { type Expr, number, sumOf, symbol } from "../tree/expression.js";
import { freeNames, substitute } from "../tree/names.js";
import { expressionText } from "../tree/text.js";

/**
 * Grades `r(n) = f(n)` for every whole number n >= 0, for a sequence given by its first value and its next one.
 *
 *     f(0) = r(0),  and r(n + 1) = f(n + 1) wherever r(n) = f(n)
 *
 * @throws DerivationError if the claim is of another form or n is not a whole number >= 0
 */
export function decideByInduction(
  { left, relation, right }: Claim,
  counter: string,
  recurrences: ReadonlyMap<string, Recurrence>,
  assumptions: Assumptions,
): Verdict {
  if (relation !== "=") {
    throw new DerivationError(
      `induction over ${counter} must be about an equation, got ${relation}; prove = first, and ${relation} in the next step`,
    );
  }
  const sequence = left.kind === "call" ? recurrences.get(left.name) : undefined;
  const [index] = left.kind === "call" ? left.args : [];
  if (!sequence || index.kind !== "symbol" || index.name !== counter) {
    throw new DerivationError(
      `induction over ${counter} must be about a recurrence, r(${counter}) on the left, got ${expressionText(left)}`,
    );
  }
  const { name, first, next } = sequence;
  if (freeNames(first).has(counter) || freeNames(next).has(counter)) {
    throw new DerivationError(`induction: ${counter} must not stand in the recurrence of ${name}`);
  }
  refuseOther(counter, assumptions);
  const at = (value: Expr) => substitute(right, new Map([[counter, value]]));
  // Both parts hold for every count: what else is assumed of the counter may not help.
  const rest = without(counter, assumptions);
  const start = decide({ left: first, relation: "=", right: at(number(0n)) }, rest);
  const stepped = substitute(next, new Map([[name, right]]));
  const onward = at(sumOf(symbol(counter), number(1n)));
  const counted = readAssumptions([`${counter} integer >= 0`]);
  const onStep = { ...rest, facts: [...rest.facts, ...counted.facts] };
  const step = decide({ left: stepped, relation: "=", right: onward }, onStep);
  const whole = together(
    [
      { name: `at ${counter} = 0`, verdict: start },
      { name: `from ${counter} to ${counter} + 1`, verdict: step },
    ],
    `induction over ${counter}: it holds at 0, and at ${counter} + 1 wherever it holds at ${counter}`,
    "induction",
  );
  return jointly(whole, onStep);
}

function refuseOther(counter: string, assumptions: Assumptions): void {
  const integer = assumptions.facts.some(
    (fact) => fact.kind === "integer" && fact.name === counter,
  );
  const least = { left: number(0n), relation: "<=" as const, right: symbol(counter) };
  if (!integer || decide(least, assumptions).grade !== "proved") {
    throw new DerivationError(
      `induction: ${counter} must be a whole number, assume \`${counter} integer >= 0\``,
    );
  }
}

/** The assumptions that do not speak of the counter. */
function without(counter: string, assumptions: Assumptions): Assumptions {
  const about = (expr: Expr) => freeNames(expr).has(counter);
  return {
    ...assumptions,
    equations: assumptions.equations?.filter(({ left, right }) => !about(left) && !about(right)),
    facts: assumptions.facts.filter((fact) =>
      fact.kind === "compare"
        ? !about(fact.expr)
        : fact.kind !== "integer" || fact.name !== counter,
    ),
  };
}
