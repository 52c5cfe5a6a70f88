import type { Fact } from "../derive/assumptions/assumptions.js";
import { readAll } from "../derive/assumptions/readAll.js";
import { call, type Expr, subtract, symbol, treeKey } from "../derive/tree/expression.js";
import { parse } from "../derive/read/parse.js";
import { readPrinted } from "../derive/tree/printed.js";
import { vocabularyOfDeclared } from "../derive/tex/reading/declaredNames.js";
import { shown } from "../derive/tex/write/notation.js";
import { definedIn } from "../derive/given/defined.js";
import type { Given } from "../derive/given/given.js";
import { joined, type Vocabulary, vocabularyOf } from "../derive/tex/reading/vocabulary.js";
import type { DerivationJSON, Step } from "../record/index.js";

/** A step between the trees of its sides; those of an implication are statements. */
export interface Edge {
  left: string;
  right: string;
  sides: [Expr, Expr];
  step: Step;
}

/** A derivation as a graph of trees. */
export interface Graph {
  edges: Edge[];
  /** Comparisons, equations and integers that are assumed, or that limit a definition. */
  assumed: ReadonlySet<string>;
  /** What its names are known to be. */
  vocabulary: Vocabulary;
  /** What it assumes and defines. */
  given: Given;
}

/** The tree as a page shows it, as one text. */
export const shownKey = (expr: Expr): string => treeKey(shown(expr));

/** A number after ≈ with the digits that are printed: 0.030 says more than 0.03. @throws DerivationError if it prints none */
export const printedKey = (text: string): string =>
  `${shownKey(parse(text))} to ${readPrinted(text).unit}`;

/** A comparison of an expression with 0, as one text. */
export const factKey = (relation: string, expr: Expr): string => `${relation} ${shownKey(expr)}`;

/** That a name is an integer, as one text. */
export const integerKey = (name: string): string => `integer ${name}`;

/** Every step of a derivation and both forms of its errata; a hypothesis in words has no sides. */
export function graphOf(derivation: DerivationJSON): Graph {
  const { steps, errata, assumptions } = derivation;
  const all = [...steps, ...errata.flatMap(({ asWritten, corrected }) => [asWritten, corrected])];
  const sides: Expr[] = [];
  const where: string[] = [];
  const edges = all.flatMap((step): Edge[] => {
    const defined = step.defines && "value" in step.defines ? step.defines : undefined;
    const [left, right] = [step.lhs, defined?.value ?? step.rhs].map((text) =>
      readable(() => parse(text)),
    );
    if (!left || !right) return [];
    sides.push(left, right);
    if (defined?.where) where.push(defined.where);
    const to = step.relation === "≈" ? readable(() => printedKey(step.rhs)) : shownKey(right);
    return to === undefined
      ? []
      : [{ left: shownKey(left), right: to, sides: [left, right], step }];
  });
  const read = [assumptions, where].flatMap((texts) => readable(() => readAll(texts)) ?? []);
  const facts = read.flatMap((one) => one.facts);
  const equations = read.flatMap((one) => one.equations);
  const declared = vocabularyOfDeclared(read.flatMap((one) => one.declared ?? []));
  const definitions = readable(() => definedIn(derivation)) ?? [];
  return {
    edges,
    assumed: new Set([
      ...facts.flatMap((fact) => {
        if (fact.kind === "integer") return [integerKey(fact.name)];
        return fact.kind === "compare" ? [factKey(fact.relation, fact.expr)] : [];
      }),
      ...equations.map(({ left, right }) => factKey("=", subtract(left, right))),
    ]),
    vocabulary: [vocabularyOf(facts.flatMap(namedIn)), declared].reduce(
      joined,
      vocabularyOf(sides),
    ),
    given: { assumptions: { texts: assumptions, facts, equations }, definitions },
  };
}

/** A stored text may be anything; what cannot be read joins nothing. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The names of which an assumption speaks: those of a comparison, N of `N integer`, the function p of `p density`. */
function namedIn(fact: Fact): Expr[] {
  if (fact.kind === "compare") return [fact.expr];
  if (fact.kind === "integer") return [symbol(fact.name)];
  return fact.kind === "density" ? [call(fact.name)] : [];
}
