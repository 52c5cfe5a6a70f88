import { DerivationError } from "../tree/errors.js";
import { call, type Expr } from "../tree/expression.js";
import { parse } from "../read/parse.js";
import { fromMathjs, isMathjs, type MathjsValue } from "../read/mathjs.js";
import { type Side, sideOf, type Statement } from "./relation.js";
import { readTex, readTexProposition } from "../tex/readTex.js";
import { type Chain, linkOf } from "../tex/statements/chains.js";
import { sameShown } from "../tex/write/notation.js";
import type { Proposition } from "../tex/statements/propositions.js";
import { isTex, type Tex } from "../tex/tex.js";
import { noVocabulary, type Vocabulary } from "../tex/reading/vocabulary.js";
import type { Relation } from "../../record/types.js";

/** An expression or a statement as an author writes it: plain text, LaTeX by `tex`, or a value of mathjs. */
export type Written = string | Tex | MathjsValue;

/** A relation by its two sides: some, such as `=>`, no single text of ours can say. */
export interface Related {
  lhs: Written;
  relation: Relation;
  rhs: Written;
}

/**
 * Reads an expression, or a statement for a side of `=>` and `<=>`.
 *
 * @param vocabulary what the names in LaTeX are known to be
 * @throws DerivationError if it is neither, with the place in it
 */
export function readSide(written: Written, vocabulary: Vocabulary = noVocabulary): Side {
  if (isTex(written)) {
    const side = readTexProposition(written.tex, vocabulary);
    const lone = loneChain(side);
    if (!lone || lone.relations.length) return statementOf(side, written.tex);
    return translated(lone.sides[0], lone.printed[0]);
  }
  if (isMathjs(written)) return translated(fromMathjs(written));
  return sideOf(parse(written), written.trim());
}

/**
 * LaTeX or a tree of mathjs is translated into plain text, and the tree that is graded is that of the text: so a stored text is what was
 * graded, to the last bracket.
 */
function translated(expr: Expr, printed?: string): Side {
  const { text } = sideOf(expr, printed);
  const side = sideOf(parse(text), text);
  if (sameShown(side.expr, expr)) return side;
  throw new DerivationError(`\`${text}\` reads back as another expression; write it as plain text`);
}

/** Reads the left side of a definition: before a bracket stands the name of a function, and no factor. */
export function readDefined(written: Written, vocabulary: Vocabulary): Side {
  const [, head] = isTex(written)
    ? (/^\s*([^(]+?)\s*(?:\\left\s*)?\(/.exec(written.tex) ?? [])
    : [];
  if (head === undefined) return readSide(written, vocabulary);
  const { expr } = readSide({ tex: head }, vocabulary);
  const name = expr.kind === "symbol" ? [expr.name] : [];
  return readSide(written, {
    ...vocabulary,
    functions: new Set([...vocabulary.functions, ...name]),
  });
}

/** Reads one relation, `a = b`, `a < b`, `a <= b` or `a ≈ b`. @throws DerivationError for anything else */
export function readStatement(
  written: Written | Related,
  vocabulary: Vocabulary = noVocabulary,
): Statement {
  if (typeof written === "object" && "relation" in written) {
    const { lhs, relation, rhs } = written;
    return { left: readSide(lhs, vocabulary), relation, right: readSide(rhs, vocabulary) };
  }
  const isOne = isTex(written) || isMathjs(written) || typeof written === "string";
  const links = isOne ? readChain(written, vocabulary) : [];
  if (links.length === 1) return links[0];
  const shown = isTex(written) ? written.tex : String(written);
  throw new DerivationError(
    `\`${shown}\` must be one relation: two sides with =, <, <= or ≈ between them`,
  );
}

/**
 * Reads a whole chain as its steps, `a = b = c`; LaTeX may have several lines, and statements with \iff or \implies.
 *
 * @throws DerivationError if it is several chains; an expression alone has no step
 */
export function readChain(written: Written, vocabulary: Vocabulary = noVocabulary): Statement[] {
  if (isMathjs(written)) return textLinks(readSide(written).text, vocabulary);
  if (!isTex(written)) return textLinks(written, vocabulary);
  const { statements } = readTex(written.tex, vocabulary);
  if (statements.length > 1) {
    throw new DerivationError(`\`${written.tex}\` must be one chain, got several statements`);
  }
  const [{ sides, links }] = statements;
  if (links.length === 0) return steps(onlyChain(sides[0], written.tex), written.tex);
  return links.map((relation, i) => ({
    left: statementOf(sides[i], written.tex),
    relation,
    right: statementOf(sides[i + 1], written.tex),
  }));
}

/** The steps of a chain. What follows an ≈ keeps the digits that are printed: 0.030 says more than 0.03. */
function steps({ sides, relations, printed }: Chain, source: string): Statement[] {
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
    return { left: translated(left), relation, right: translated(right, digits) };
  });
}

/** The chain that stands alone; undefined for several statements. */
const loneChain = (side: Proposition): Chain | undefined =>
  side.length === 1 && side[0].length === 1 ? side[0][0] : undefined;

function onlyChain(side: Proposition, source: string): Chain {
  const lone = loneChain(side);
  if (lone !== undefined) return lone;
  throw new DerivationError(
    `\`${source}\` is several statements: state each by itself, or on a side of \\iff or \\implies`,
  );
}

/** Alternatives of comparisons as one statement, `x = 1 or 2 < x and x < 3`. */
function statementOf(side: Proposition, source: string): Side {
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

const known: Record<string, Relation> = { "=": "=", "<": "<", "<=": "<=", "≤": "<=", "≈": "≈" };

function textLinks(text: string, vocabulary: Vocabulary): Statement[] {
  const signs = outerSigns(text);
  const strange = signs.find(({ sign }) => !known[sign]);
  if (strange) {
    throw new DerivationError(
      `\`${text}\` must have relations among =, <, <= and ≈, got ${strange.sign}`,
    );
  }
  const begins = [0, ...signs.map(({ at, sign }) => at + sign.length)];
  const ends = [...signs.map(({ at }) => at), text.length];
  if (signs.length === 0) return [];
  const sides = begins.map((begin, i) => readSide(text.slice(begin, ends[i]), vocabulary));
  return signs.map(({ sign }, i) => ({
    left: sides[i],
    relation: known[sign],
    right: sides[i + 1],
  }));
}

const signsOfText = ["<=", ">=", "!=", "==", "≤", "≥", "≠", "≈", "=", "<", ">"];

/** The relation signs that stand in no bracket: those of `p(C=1 | T=1)` are part of an event. */
function outerSigns(text: string): { sign: string; at: number }[] {
  const found: { sign: string; at: number }[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ("([".includes(text[at])) depth++;
    else if (")]".includes(text[at])) depth--;
    const sign = depth === 0 ? signsOfText.find((one) => text.startsWith(one, at)) : undefined;
    if (!sign) continue;
    found.push({ sign, at });
    at += sign.length - 1;
  }
  return found;
}
