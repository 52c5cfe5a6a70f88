import { DerivationError } from "../tree/errors.js";
import { call, type Expr } from "../tree/expression.js";
import type { Bound } from "../tex/binding/conditionList.js";
import { type Chain, linkOf } from "../tex/statements/chains.js";
import type { Proposition } from "../tex/statements/propositions.js";
import type { Statement as TexStatement } from "../tex/statements/statements.js";
import { type Side, sideOf, type Statement } from "./relation.js";
import { translated } from "./translated.js";

/** `\frac{1}{1-r} = s, \quad |r| < 1`: a comparison behind a comma is mostly a condition, and may be a claim. */
function adviceFor([, ...later]: readonly TexStatement[]): string {
  const isCompared = later.every(({ sides }) =>
    sides.flat(2).every(({ relations }) => relations.length > 0 && !relations.includes("=")),
  );
  return isCompared ? "; write \\text{ for } before a comparison that is a condition" : "";
}

/**
 * The steps of a display that is one statement, or one for each sign of its \pm.
 *
 * @throws DerivationError if it is several
 */
export function texSteps(statements: readonly TexStatement[], source: string): Statement[] {
  if (statements.length > 1 && statements[0].signs === undefined) {
    throw new DerivationError(
      `\`${source}\` must be one chain, got several statements${adviceFor(statements)}`,
    );
  }
  return statements.flatMap((statement) => linksOf(statement, source));
}

/** The steps of a statement, each with what is written beside it. */
function linksOf({ sides, links, conditions, signs }: TexStatement, source: string): Statement[] {
  const found: Statement[] =
    links.length === 0
      ? steps(onlyChain(sides[0], source), source)
      : links.map((relation, i) => ({
          left: statementOf(sides[i], source),
          relation,
          right: statementOf(sides[i + 1], source),
        }));
  const provided = conditions.map(boundText);
  const note = signs && `with the ${signs} signs`;
  return found.map((link) => ({
    ...link,
    ...(provided.length > 0 && { provided }),
    ...(note !== undefined && { note }),
  }));
}

/** A condition as an assumption would state it. */
function boundText(bound: Bound): string {
  if ("integer" in bound) return `${bound.integer} integer`;
  const { sides, relations } = bound.chain;
  const texts = sides.map((side) => translated(side).text);
  return texts.reduce((all, text, i) => `${all} ${relations[i - 1]} ${text}`);
}

/** The steps of a chain. What follows an ≈ keeps the digits that are printed: 0.030 says more than 0.03. */
function steps({ sides, relations, printed, defines }: Chain, source: string): Statement[] {
  return relations.map((sign, i) => {
    const { left, relation, right } = linkOf(sides[i], sign, sides[i + 1]);
    if (relation === "!=") {
      throw new DerivationError(
        `\`${source}\`: \\ne is no step: state a != b as an assumption, or as a side of \\iff or \\implies`,
      );
    }
    const digits = relation === "≈" ? printed[i + 1] : undefined;
    if (relation === "≈" && digits === undefined) {
      throw new DerivationError(
        `\`${source}\`: after \\approx must stand a number with the digits that are printed, such as 0.0292 or 2.92 \\times 10^{-2}`,
      );
    }
    const step = { left: translated(left), relation, right: translated(right, digits) };
    return defines && i === 0 ? { ...step, defines } : step;
  });
}

/** The chain that stands alone; undefined for several statements. */
export const loneChain = (side: Proposition): Chain | undefined =>
  side.length === 1 && side[0].length === 1 ? side[0][0] : undefined;

function onlyChain(side: Proposition, source: string): Chain {
  const lone = loneChain(side);
  if (lone !== undefined) return lone;
  if (side.flat().some(({ signed }) => signed?.includes(true))) {
    throw new DerivationError(
      `\`${source}\`: \\pm in one side alone leaves open which of two values is meant; write it as a side of \\iff or \\implies, or one equation for each`,
    );
  }
  throw new DerivationError(
    `\`${source}\` is several statements: state each by itself, or on a side of \\iff or \\implies`,
  );
}

/** Alternatives of comparisons as one statement, `x = 1 or 2 < x and x < 3`. */
export function statementOf(side: Proposition, source: string): Side {
  const all = side.map((chains) => {
    const comparisons = chains.flatMap((chain) => comparisonsOf(chain, source));
    return comparisons.length === 1 ? comparisons[0] : call("and", ...comparisons);
  });
  return translated(all.length === 1 ? all[0] : call("or", ...all));
}

function comparisonsOf({ sides, relations }: Chain, source: string): Expr[] {
  if (relations.length === 0) {
    throw new DerivationError(`a statement must have a relation, got \`${sideOf(sides[0]).text}\``);
  }
  return relations.map((sign, i) => {
    const { left, relation, right } = linkOf(sides[i], sign, sides[i + 1]);
    if (relation !== "≈" && relation !== "O")
      return call(relation, translated(left).expr, translated(right).expr);
    throw new DerivationError(
      `\`${source}\`: a statement must be made of =, !=, < and <=, got ${relation}`,
    );
  });
}
