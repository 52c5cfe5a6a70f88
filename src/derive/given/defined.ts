import { call, type Expr, number, parts, subtract, sumOf, symbol } from "../tree/expression.js";
import { expressionLatex } from "../notation/latex.js";
import { substitute } from "../tree/names.js";
import { parse } from "../read/parse.js";
import type { Definition, DerivationJSON, Taken } from "../../record/types.js";

/** A definition of a derivation, or one that it takes from another. */
export interface Defined {
  /** The name, function, family or measure that it gives a value. */
  name: string;
  /** What stands on its left, and its value; a sequence has two of them. */
  left: Expr;
  right: Expr;
  latex: string;
  /** The names of which the left side speaks for every value. */
  parameters: string[];
}

/** Every definition on which a derivation rests, in order. @throws DerivationError where a text cannot be read */
export function definedIn({
  steps,
  takes = [],
}: Pick<DerivationJSON, "steps" | "takes">): Defined[] {
  const own = steps.flatMap(({ defines }) => (defines ? [defines] : []));
  return [...takes.flatMap(flattened), ...own].flatMap(read);
}

const flattened = ({ definitions }: Taken): Definition[] =>
  definitions.flatMap((one) => ("definitions" in one ? flattened(one) : [one]));

function read(definition: Definition): Defined[] {
  if ("sequence" in definition) return sequence(definition);
  const { value, where } = definition;
  const [left, right] = [parse(definition.name), parse(value)];
  const latex = `${expressionLatex(left)} = ${expressionLatex(right)}`;
  const set = where?.split("<").map((side) => expressionLatex(parse(side.trim())));
  return [
    {
      name: nameOf(left) ?? definition.name,
      left,
      right,
      latex: set ? `${latex} \\quad (${set.join(" < ")})` : latex,
      parameters: parts(left).flatMap((part) => (part.kind === "symbol" ? [part.name] : [])),
    },
  ];
}

/** r(0) and r(n + 1), the latter in terms of r(n). */
function sequence({
  sequence: name,
  first,
  next,
}: Extract<Definition, { sequence: string }>): Defined[] {
  const n = symbol("n");
  const sides: [Expr, Expr, string[]][] = [
    [call(name, number(0n)), parse(first), []],
    [
      call(name, sumOf(n, number(1n))),
      substitute(parse(next), new Map([[name, call(name, n)]])),
      ["n"],
    ],
  ];
  return sides.map(([left, right, parameters]) => {
    const latex = `${expressionLatex(left)} = ${expressionLatex(right)}`;
    return { name, left, right, latex, parameters };
  });
}

function nameOf(expr: Expr): string | undefined {
  if (expr.kind === "symbol" || expr.kind === "index" || expr.kind === "call") return expr.name;
  return expr.kind === "event" ? expr.measure : undefined;
}

/** The definitions that expressions need: those of their names, and of the names in these. */
export function neededBy(exprs: readonly Expr[], all: readonly Defined[]): Defined[] {
  const names = new Set<string>();
  const found = new Set<Defined>();
  const visit = (expr: Expr): void => {
    const name = nameOf(expr);
    if (name !== undefined) names.add(name);
    parts(expr).forEach(visit);
  };
  exprs.forEach(visit);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const one of all) {
      if (found.has(one) || !isNamed(one, names)) continue;
      found.add(one);
      visit(one.right);
    }
  }
  return all.filter((one) => found.has(one));
}

/** An entry of a list may go by its short name, O12 of O. */
const isNamed = ({ name, right }: Defined, names: ReadonlySet<string>): boolean =>
  names.has(name) ||
  (right.kind !== "number" &&
    [...names].some((one) => one.startsWith(name) && /^\d+$/.test(one.slice(name.length))));

/** The difference that a definition says to be 0, as it is and at each place at which expressions speak of it. */
export function gapsOf(one: Defined, exprs: readonly Expr[]): Expr[] {
  const gaps = [subtract(one.left, one.right)];
  const { left, parameters } = one;
  if (parameters.length === 0) return gaps;
  const visit = (expr: Expr): void => {
    if (expr.kind === left.kind && nameOf(expr) === one.name) {
      const values = placed(parts(left), parts(expr));
      if (values) gaps.push(subtract(expr, substitute(one.right, values)));
    }
    parts(expr).forEach(visit);
  };
  exprs.forEach(visit);
  return gaps;
}

/** The values of the parameters at a place; r(n + 1) speaks of every argument above 0. */
function placed(form: readonly Expr[], at: readonly Expr[]): Map<string, Expr> | undefined {
  if (form.length !== at.length) return undefined;
  const values = new Map<string, Expr>();
  for (const [i, part] of form.entries()) {
    if (part.kind === "symbol") values.set(part.name, at[i]);
    else if (part.kind === "add") values.set("n", subtract(at[i], number(1n)));
    else return undefined;
  }
  return values;
}
