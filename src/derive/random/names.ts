import { Unsupported } from "../tree/errors.js";
import { type Declared, declaredAs } from "../assumptions/declared.js";
import type { IndependentGroup } from "../assumptions/randomMeaning.js";
import type { Distribution } from "./laws/readLaw.js";
import { type Expr, parts } from "../tree/expression.js";

/** A random variable, or a family of them by its indices. */
export interface Variable {
  name: string;
  indices: readonly string[];
  distribution?: Distribution;
  /** The one that stands for all with its distribution: what is said of its moments is said of this one's. */
  like: string;
  /** Whether all entries have one distribution. */
  isAlike: boolean;
}

/** What is declared of random variables. */
export interface RandomNames {
  variables: ReadonlyMap<string, Variable>;
  /** Statements of independence, each by its groups. */
  independent: readonly (readonly IndependentGroup[])[];
  uncorrelated: readonly ReadonlySet<string>[];
  /** Variables that are normal together. */
  normal: readonly ReadonlySet<string>[];
  /** Families whose rows have one joint distribution. */
  joint: readonly ReadonlySet<string>[];
  /** Names that are functions, E among them where it is declared as one. */
  functions: ReadonlySet<string>;
}

/** The random variables among what is declared; undefined where there are none. */
export function randomNames(declared: readonly Declared[]): RandomNames | undefined {
  const variables = new Map<string, Variable>();
  const independent: (readonly IndependentGroup[])[] = [];
  const [uncorrelated, joint, normal]: ReadonlySet<string>[][] = [[], [], []];
  for (const { name, meaning } of declared) {
    if (meaning.is === "random variable") {
      const before = variables.get(name);
      if (before?.distribution && meaning.distribution)
        throw new Unsupported(`${name} has two distributions: state one`);
      const indices = meaning.indices?.length ? meaning.indices : (before?.indices ?? []);
      const distribution = meaning.distribution ?? before?.distribution;
      variables.set(name, { name, indices, distribution, like: name, isAlike: false });
    }
    if (meaning.is === "independent") independent.push(meaning.groups);
    if (meaning.is === "jointly normal") normal.push(new Set(meaning.names));
    if (meaning.is === "uncorrelated") uncorrelated.push(new Set(meaning.names));
  }
  for (const { meaning } of declared) {
    if (meaning.is !== "alike") continue;
    if (meaning.joint) joint.push(new Set(meaning.names));
    for (const name of meaning.names) {
      const own = variables.get(name)!;
      const like = meaning.joint ? name : meaning.names[0];
      variables.set(name, { ...own, like, isAlike: own.indices.length > 0 });
    }
  }
  if (variables.size === 0) return undefined;
  const functions = declaredAs(declared, "function");
  return { variables, independent, uncorrelated, joint, normal, functions };
}

/** A random variable or an entry of a family of them, as it stands in an expression. */
export type Atom = Expr & { kind: "symbol" | "index" };

/** Whether an expression is a random variable or an entry of a random family. */
export function isAtom(expr: Expr, { variables }: RandomNames): expr is Atom {
  if (expr.kind !== "symbol" && expr.kind !== "index") return false;
  const variable = variables.get(expr.name);
  const count = expr.kind === "index" ? expr.indices.length : 0;
  return variable !== undefined && variable.indices.length === count;
}

/** The random variables and entries in an expression. */
export function atomsIn(expr: Expr, names: RandomNames): Atom[] {
  return isAtom(expr, names) ? [expr] : parts(expr).flatMap((part) => atomsIn(part, names));
}

/** The random variables of some entries, each once. */
export const variablesOf = (atoms: readonly Atom[], { variables }: RandomNames): Variable[] =>
  [...new Set(atoms.map(({ name }) => name))].map((name) => variables.get(name)!);

/** Whether a value depends on chance. */
export const isRandom = (expr: Expr, names: RandomNames): boolean =>
  atomsIn(expr, names).length > 0;
