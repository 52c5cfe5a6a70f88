import { type Assumptions, integerNames } from "../assumptions/assumptions.js";
import { placeWords, refutation, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { jointly } from "../decide/open/jointly.js";
import { type ComplexPoint, haveValues, lookAtComplex } from "../oracle/complex/look.js";
import { disagreement } from "../tree/disagreement.js";
import { attempt, isNoAnswer, reasonOf } from "../tree/errors.js";
import { type Expr, treeKey } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import { withinWork } from "../tree/work.js";
import { assumedOfParts, withoutComplex } from "./assumed.js";
import { domainOf } from "./domain.js";
import { ComplexNames } from "./names.js";
import { type Parts, zero } from "./parts/parts.js";
import { type GradeReal, ofParts, type Sides, written } from "./partsOfVerdict.js";
import { Splitter } from "./split.js";
import type { Show } from "./splitting.js";
import { statementOfParts } from "./statements.js";

/** Work that one claim about complex numbers may take, beside that of its real parts. */
const mostWork = 4_000_000;

/** Grades a claim in which names are declared to be complex numbers or the imaginary unit, by its real and imaginary parts. */
export function decideComplex(claim: Sides, assumptions: Assumptions, ofReals: GradeReal): Verdict {
  const names = new ComplexNames(assumptions.declared ?? []);
  const { left, right } = claim;
  const assumed = (assumptions.equations ?? []).flatMap((one) => [one.left, one.right]);
  if (![left, right].some((side) => names.speaksOf(side)))
    return ofReals(claim, withoutComplex(assumptions));
  const bound = [left, right, ...assumed].map((side) => names.boundIn(side)).find(Boolean);
  if (bound !== undefined)
    return unknown(
      byParts,
      `${bound} is a complex number, and is bound here: write another letter`,
    );
  const unit = [left, right].map((side) => names.undeclaredUnit(side)).find(Boolean);
  if (unit !== undefined)
    return unknown(
      byParts,
      `${unit} stands beside complex numbers: declare \`${unit} imaginary unit\`, or assume \`${unit} real\``,
    );
  try {
    return withinWork(mostWork, () => decided(claim, assumptions, names, ofReals));
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    const found = looked(claim, assumptions, names, ofReals);
    return found ?? unknown(byParts, reasonOf(error));
  }
}

const byParts = ["complex-parts"] as const;

function splitterFor(assumptions: Assumptions, names: ComplexNames, ofReals: GradeReal): Splitter {
  const known = new Map<string, boolean>();
  const plain = withoutComplex(assumptions);
  const real: Assumptions = {
    ...plain,
    facts: plain.facts.filter((fact) => fact.kind !== "compare" || !names.speaksOf(fact.expr)),
    equations: [],
  };
  const show: Show = (relation, expr, bound) => {
    const key = `${relation} ${treeKey(expr)} ${[...bound].join()}`;
    const told = known.get(key) ?? isShown(ofReals, real, { relation, expr, bound });
    known.set(key, told);
    return told;
  };
  return new Splitter(names, integerNames(assumptions), show);
}

function isShown(
  ofReals: GradeReal,
  assumptions: Assumptions,
  { relation, expr, bound }: { relation: "<" | "<=" | "="; expr: Expr; bound: ReadonlySet<string> },
): boolean {
  const given = withoutBound(assumptions, bound);
  const verdict = attempt(() => ofReals({ left: zero, relation, right: expr }, given));
  if (verdict?.grade === "proved") return true;
  return (
    verdict?.grade === "proved-if" &&
    verdict.conditions.every(({ supposed, metBy }) => metBy !== undefined || !supposed)
  );
}

/** What is assumed of names that stand bound is said of others. */
const withoutBound = (assumptions: Assumptions, bound: ReadonlySet<string>): Assumptions =>
  bound.size === 0
    ? assumptions
    : {
        ...assumptions,
        facts: assumptions.facts.filter((fact) => {
          const names = fact.kind === "compare" ? freeNames(fact.expr) : new Set([factName(fact)]);
          return [...bound].every((name) => !names.has(name));
        }),
      };

const factName = (fact: Assumptions["facts"][number]): string => ("name" in fact ? fact.name : "");

function decided(
  claim: Sides,
  assumptions: Assumptions,
  names: ComplexNames,
  ofReals: GradeReal,
): Verdict {
  const given = assumedOfParts(assumptions, names, splitterFor(assumptions, names, ofReals));
  const splitter = splitterFor(given, names, ofReals);
  const { left, relation, right } = claim;
  if (relation === "=>" || relation === "<=>") {
    const sides = [left, right].map((side) => statementOfParts(side, splitter));
    const verdict = ofReals({ left: sides[0], relation, right: sides[1] }, given);
    return written(ofPowers(verdict, splitter));
  }
  const [one, other] = [splitter.of(left), splitter.of(right)];
  if (relation !== "=") return compared(claim, [one, other], given, splitter, ofReals);
  const verdict = ofParts(one, other, given, ofReals);
  const shown = ofPowers(jointly(verdict, given), splitter);
  return beside(claim, shown, given, { names, splitter, ofReals, parts: [one, other] });
}

/** An order between two sides that are real; of others it has no meaning. */
function compared(
  { relation }: Sides,
  parts: [Parts, Parts],
  given: Assumptions,
  splitter: Splitter,
  ofReals: GradeReal,
): Verdict {
  const [left, right] = parts.map((part) => splitter.realOf(part));
  if (!left || !right)
    return unknown(byParts, "a side is not known to be real, and complex numbers have no order");
  return written(ofPowers(ofReals({ left, relation, right }, given), splitter));
}

/** A verdict on real parts, where powers stand for numbers of which nothing is known: only a proof counts. */
function ofPowers(verdict: Verdict, { opaque }: Splitter): Verdict {
  if (opaque.size === 0 || verdict.grade === "proved" || verdict.grade === "proved-if")
    return verdict;
  return unknown(
    [...new Set([...byParts, ...verdict.rules])],
    "the real and imaginary parts of the sides have different normal forms",
  );
}

/** A verdict on the parts beside what complex points tell of the claim itself. */
function beside(
  { left, right }: Sides,
  verdict: Verdict,
  given: Assumptions,
  by: { names: ComplexNames; splitter: Splitter; ofReals: GradeReal; parts: [Parts, Parts] },
): Verdict {
  const { grade } = verdict;
  const isProof = grade === "proved" || grade === "proved-if";
  const found = lookAtComplex(left, right, domainOf([left, right], given, by.names, verdict));
  const { failure } = found;
  if (isProof) {
    if (failure?.found === "differ" && !failure.met) return refutedAt(failure, verdict)!;
    const isAgainst = failure && (failure.found === "differ" || grade === "proved");
    const rules = [...new Set([...verdict.rules, "second-opinion" as const])];
    if (!isAgainst) return written({ ...verdict, rules });
    const place = placeWords(failure.point).join(", ");
    return unknown(rules, disagreement(grade, `it fails at ${place}`));
  }
  const refuted = failure && refutedAt(failure, verdict);
  if (refuted) return refuted;
  if (grade !== "refuted") return written(verdict);
  // A part that differs refutes the claim where the other one has a value, too.
  const other = by.parts.flatMap(({ re, im }) => [re, im]).filter((part) => part !== undefined);
  const whole = total(other);
  const isWhole = () =>
    haveValues(other, verdict.witness?.point ?? {}) ||
    by.ofReals({ left: whole, relation: "=", right: whole }, given).grade === "proved";
  if (by.splitter.branches.size > 0 || !isWhole())
    return unknown(
      verdict.rules,
      "a part of the sides differs, and where both have values is open",
    );
  return written(verdict);
}

const total = (terms: readonly Expr[]): Expr =>
  terms.length ? { kind: "add", terms: [...terms, zero] } : zero;

/** What complex points alone tell of an equation whose parts are not decided. */
function looked(
  { left, relation, right }: Sides,
  assumptions: Assumptions,
  names: ComplexNames,
  ofReals: GradeReal,
): Verdict | undefined {
  if (relation !== "=") return undefined;
  const given = attempt(() =>
    assumedOfParts(assumptions, names, splitterFor(assumptions, names, ofReals)),
  );
  if (!given) return undefined;
  const { failure } = lookAtComplex(left, right, domainOf([left, right], given, names));
  return failure && refutedAt(failure);
}

function refutedAt(
  { point, lhs, rhs, found, branched }: ComplexPoint,
  verdict?: Verdict,
): Verdict | undefined {
  if (found !== "differ") return undefined;
  const place = placeWords(point);
  const rules = [...new Set([...byParts, "complex-points" as const])];
  if (branched)
    return unknown(
      rules,
      `the principal values of the sides differ${place.length ? ` at ${place.join(", ")}` : ""}: say which branch of a root, a logarithm or an angle is meant, or write it by its modulus and an angle`,
    );
  const method = "both sides at a complex point, by enclosures of their values";
  return refutation(rules, { point, lhs, rhs }, verdict?.conditions ?? [], method);
}
