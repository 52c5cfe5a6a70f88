import { Rational } from "../../../num/index.js";
import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Form } from "../../form/ring/form.js";
import { type Place, placesOf } from "../../roots/places.js";
import { tryForm } from "../../form/tryForm.js";
import { type Demand, demandsOf, type Need } from "../conditions/demands.js";
import { contextFor } from "../conditions/prepare.js";
import type { Literal } from "../conditions/proposition.js";
import {
  type RationalFunction,
  rationalFunction,
  rootDegree,
  signOf,
  soleName,
} from "./rationalFunction.js";

/** Statements in one name, of which the truth is known at every real place that the assumptions admit. */
export interface Line {
  name: string;
  /** Roots, and one fraction for each stretch between two of them, in ascending order. */
  places: Place[];
  /** Whether a statement holds; undefined where it has no value that tells. */
  truth(statement: Literal[][], place: Place): boolean | undefined;
  /** Whether something that the statements demand fails. */
  broken(place: Place): boolean;
  /** The value of the name at a place, where it is a fraction. */
  valueAt(place: Place): Rational | undefined;
}

type Comparison = Literal["relation"];
interface Sided<T> {
  relation: Comparison;
  gap: T;
}
interface Parts<T> extends Sided<T> {
  demands: Sided<T>[];
}

/**
 * The line of statements whose comparisons are all between rational functions of one name: signs are those of the
 * functions themselves, which are exact, and a comparison has no value only where something that it demands fails.
 * Undefined where the statements are not of this kind.
 */
export function lineOf(statements: Literal[][], assumptions: Assumptions): Line | undefined {
  const literals = statements.flat();
  const ctx = contextFor(
    literals.flatMap(({ left, right }) => [left, right]),
    assumptions,
  );
  const asForms = literals.map(({ relation, gap, left, right }): Parts<Form> | undefined => {
    const form = tryForm(ctx, gap);
    if (!form) return undefined;
    const demands = demandsOf([left, right]).flatMap((demand) => {
      const own = told(demand) && tryForm(ctx, demand.expr);
      return own ? [{ relation: relationOf[demand.need]!, gap: own }] : [];
    });
    return { relation, gap: form, demands };
  });
  if (!asForms.every((parts) => parts !== undefined) || ctx.needs.length || ctx.convergent.size)
    return undefined;
  const name = soleName(
    ctx,
    asForms.map(({ gap }) => gap),
  );
  if (name === undefined) return undefined;
  const ofName = (form: Form) => soleName(ctx, [form]) === name || soleName(ctx, [form]) === "";
  const facts = assumptions.facts.flatMap((fact): Sided<Form>[] => {
    const form = fact.kind === "compare" ? tryForm(ctx, fact.expr) : undefined;
    return form && ofName(form) && fact.kind === "compare"
      ? [{ relation: fact.relation, gap: form }]
      : [];
  });
  const kept = asForms.map((parts) => ({
    ...parts,
    demands: parts.demands.filter(({ gap }) => ofName(gap)),
  }));
  const degree = rootDegree(
    [...kept.flatMap((parts) => [parts, ...parts.demands]), ...facts].map(({ gap }) => gap),
  );
  if (degree === undefined) return undefined;
  const read = ({ relation, gap }: Sided<Form>) => ({
    relation,
    gap: rationalFunction(gap, degree),
  });
  const integer = degree === 1 && ctx.signs.isIntegerName(name);
  const own = new Map(
    kept.map((parts, i) => [literals[i], { ...read(parts), demands: parts.demands.map(read) }]),
  );
  const limits = facts.map(read);
  // A root of a name is not negative.
  if (degree > 1)
    limits.push({ relation: ">=", gap: { side: 1, factors: [{ poly: [0n, 1n], exponent: 1 }] } });
  return placed(name, degree, integer, own, limits);
}

function placed(
  name: string,
  degree: number,
  integer: boolean,
  own: Map<Literal, Parts<RationalFunction>>,
  limits: Sided<RationalFunction>[],
): Line | undefined {
  const demands = [...own.values()].flatMap((parts) => parts.demands);
  const all = [...own.values(), ...demands, ...limits];
  const polys = all.flatMap(({ gap }) => gap.factors.map(({ poly }) => poly));
  const places = placesOf(polys, integer)?.filter((place) =>
    limits.every((one) => holds(one, place)),
  );
  if (!places) return undefined;
  const value = ({ demands, ...literal }: Parts<RationalFunction>, place: Place) =>
    demands.every((one) => holds(one, place)) ? holds(literal, place) : undefined;
  const untold = ({ demands, gap }: Parts<RationalFunction>, place: Place) =>
    signOf(gap, place) === undefined && demands.every((one) => holds(one, place));
  // A pole at which nothing that is demanded fails: the function is not all that was written.
  if (places.some((place) => [...own.values()].some((parts) => untold(parts, place))))
    return undefined;
  return {
    name,
    places,
    truth: (statement, place) =>
      anyOf(statement.map((literals) => allOf(literals.map((one) => value(own.get(one)!, place))))),
    broken: (place) => demands.some((one) => !holds(one, place)),
    valueAt: ({ value }) => value?.pow(degree),
  };
}

/** Demands whose truth is that of one comparison. */
const relationOf: Partial<Record<Need, Comparison>> = {
  nonzero: "!=",
  positive: ">",
  nonnegative: ">=",
};
const told = ({ need, scopes }: Demand): boolean => scopes.length === 0 && need in relationOf;

function holds({ relation, gap }: Sided<RationalFunction>, place: Place): boolean {
  const sign = signOf(gap, place);
  if (sign === undefined) return false;
  if (relation === "=") return sign === 0;
  if (relation === "!=") return sign !== 0;
  return relation === ">" ? sign > 0 : sign >= 0;
}

type Truth = boolean | undefined;
/** All of them, or any of them, where some may have no truth. */
const allOf = (all: Truth[]): Truth =>
  all.includes(false) ? false : all.includes(undefined) ? undefined : true;
const anyOf = (all: Truth[]): Truth =>
  all.includes(true) ? true : all.includes(undefined) ? undefined : false;

/** Whether a statement holds, or has no value, wherever another holds. */
export const followsOn = (line: Line, premise: Literal[][], conclusion: Literal[][]): boolean =>
  line.places.every(
    (place) => !line.truth(premise, place) || line.truth(conclusion, place) !== false,
  );
