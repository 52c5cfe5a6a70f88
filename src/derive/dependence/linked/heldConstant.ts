import type { Assumptions } from "../../assumptions/assumptions.js";
import { mostlyVaries } from "../convention.js";
import { conjunction } from "../premise.js";
import { definition } from "./inserted.js";
import { rangesIn } from "./ranges.js";
import { derivativesSeen } from "../seen.js";
import type { Expr } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import type { Claim } from "../../decide/conditions/verdict.js";

/** An equation, and whether it only is the premise of the claim, which may hold at one place. */
interface Link {
  left: Expr;
  right: Expr;
  text: string;
  isPremise: boolean;
}

/**
 * Why a claim is not graded in which a name is held constant that an equation links to a variable: under `x*y = 1` the
 * derivative of x*y by x may hold y fixed, or not. Of a declared quantity it is told. A premise may fix a place, as
 * `2*a*x = b` does, so that there only letters that mostly vary count under a derivative.
 */
export function linkedConstant(
  { left, relation, right }: Claim,
  { facts, equations = [] }: Assumptions,
): string | undefined {
  const premise = relation === "=>" ? (conjunction(left) ?? []) : [];
  const links: Link[] = [
    ...equations.map((equation) => ({ ...equation, isPremise: false })),
    ...premise.flatMap(({ name, args: [one, other] }) =>
      name === "=" ? [{ left: one, right: other, text: textOf(one, other), isPremise: true }] : [],
    ),
  ];
  const declared = new Set(facts.flatMap((fact) => (fact.kind === "depends" ? [fact.name] : [])));
  const told = new Set([
    ...declared,
    ...[left, right, ...links.flatMap((link) => [link.left, link.right])]
      .flatMap((side) => derivativesSeen(side))
      .map(({ of }) => of),
  ]);
  for (const { by, isBound, names } of [left, right].flatMap((side) => rangesIn(side))) {
    const linked = linksOf(by, links);
    const aside = isBound || declared.has(by) ? undefined : parametric(by, names, links);
    if (aside !== undefined) return aside;
    for (const name of isBound ? names : beside(names, told, links)) {
      const link = told.has(name) ? undefined : linked.get(name);
      const varies = mostlyVaries(name, by) || links.some((one) => gives(one, name, by));
      const mayHold = link?.isPremise && !isBound && !varies;
      if (!link || name === by || mayHold) continue;
      return `\`${link.text}\` may say how ${name} depends on ${by}: insert it, or assume \`${name} depends on ${by}\` or \`${name} constant\``;
    }
  }
  return undefined;
}

/** Some names, and those that equations set beside the ones of which the dependence is told. */
const beside = (
  names: readonly string[],
  told: ReadonlySet<string>,
  links: readonly Link[],
): string[] => {
  const within = links
    .filter(({ isPremise }) => isPremise)
    .map(({ left, right }) => [...freeNames(left), ...freeNames(right)])
    .filter((own) => own.some((name) => told.has(name) && names.includes(name)));
  return [...new Set([...names, ...within.flat()])];
};

/** `a = 2*x`: the name stands alone on the left, as what an equation gives does. */
const gives = ({ left, right }: Link, name: string, by: string): boolean =>
  left.kind === "symbol" && left.name === name && freeNames(right).has(by);

/** `x = t^2` and `y = t^3` beside the derivative of y by x: both are functions of t, which is to be said. */
function parametric(
  by: string,
  names: readonly string[],
  links: readonly Link[],
): string | undefined {
  const given = (name: string) =>
    links.find(({ left }) => left.kind === "symbol" && left.name === name);
  const own = given(by);
  for (const name of own ? names : []) {
    const other = given(name);
    if (!own || !other || freeNames(other.right).has(by)) continue;
    const root = [...freeNames(other.right)].find((one) => freeNames(own.right).has(one));
    if (root === undefined) continue;
    return `\`${own.text}\` and \`${other.text}\` may say that both depend on ${root}: write D(${name}, ${root})/D(${by}, ${root})`;
  }
  return undefined;
}

const textOf = (left: Expr, right: Expr): string =>
  `${expressionText(left)} = ${expressionText(right)}`;

/**
 * The names that equations link to one, directly or through others, each with the equation that does. What gives a name,
 * as `z = x*y` does, links that name alone: y may have any value beside x.
 */
function linksOf(by: string, equations: readonly Link[]): Map<string, Link | undefined> {
  const links = new Map<string, Link | undefined>([[by, undefined]]);
  const given = new Set<string>();
  const oriented = equations.map((equation) => {
    const [name] = definition([equation.left, equation.right]) ?? [];
    const isGiving = name !== undefined && name !== by && !given.has(name);
    if (isGiving) given.add(name);
    const below = freeNames(equation.right);
    const all = [...freeNames(equation.left), ...below];
    return { equation, from: isGiving ? [...below] : all, to: isGiving ? [name] : all };
  });
  for (let size = 0; size < links.size;) {
    size = links.size;
    for (const { equation, from, to } of oriented) {
      if (!from.some((name) => links.has(name))) continue;
      for (const name of to) if (!links.has(name)) links.set(name, equation);
    }
  }
  links.delete(by);
  return links;
}
