import { DerivationError } from "../errors.js";
import type { Expr } from "../expression.js";
import { parse } from "../parse.js";
import { readTexChain, readTexExpression } from "./readTex.js";
import type { SideRelation } from "./statements.js";
import { isTex, type Tex } from "./tex.js";
import { noVocabulary, type Vocabulary } from "./vocabulary.js";

/** An expression as it is written in a cell: a text in mathjs syntax, or LaTeX. */
export type Source = string | Tex;

/** Reads an expression, however it is written. @throws DerivationError if it cannot be read */
export function readSource(source: Source, vocabulary: Vocabulary = noVocabulary): Expr {
  if (typeof source === "string") return parse(source);
  if (isTex(source)) return readTexExpression(source.tex, vocabulary);
  throw new DerivationError(`an expression must be a text or tex\`…\`, got ${typeof source}`);
}

/** A step of a chain: two sides, and the relation between them. */
export interface Link {
  left: Expr;
  relation: "=" | "<" | "<=" | "≈" | "O";
  right: Expr;
}

/** Reads a chain in LaTeX as its steps; `a > b` is `b < a`. @throws DerivationError if it cannot be read */
export function readLinks(source: Tex, vocabulary: Vocabulary = noVocabulary): Link[] {
  const { sides, relations } = readTexChain(source.tex, vocabulary);
  return relations.map((relation, i) => linkOf(sides[i], relation, sides[i + 1]));
}

/** One step with the relations that a step knows. */
export function linkOf(left: Expr, relation: SideRelation, right: Expr): Link {
  if (relation === ">") return { left: right, relation: "<", right: left };
  if (relation === ">=") return { left: right, relation: "<=", right: left };
  return { left, relation, right };
}
