import { DerivationError } from "../tree/errors.js";
import { parse } from "../read/parse.js";
import { refuseUnclear } from "../read/unclear.js";
import { fromMathjs, isMathjs, type MathjsValue } from "../read/mathjs.js";
import { type Side, sideOf, type Statement } from "./relation.js";
import { loneChain, statementOf, texSteps } from "./texSteps.js";
import { readSupposing } from "./supposing.js";
import { translated } from "./translated.js";
import { readTex, readTexProposition } from "../tex/readTex.js";
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
  if (links.length === 1 && !links[0].defines) return links[0];
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
  return readSupposing(vocabulary, (known) =>
    texSteps(readTex(written.tex, known).statements, written.tex),
  );
}

const known: Record<string, Relation> = {
  ...{ "=": "=", "==": "=", "≈": "≈" },
  ...{ "<": "<", "<=": "<=", "≤": "<=", ">": "<", ">=": "<=", "≥": "<=" },
};

function textLinks(text: string, vocabulary: Vocabulary): Statement[] {
  refuseUnclear(text);
  const signs = outerSigns(text);
  const strange = signs.find(({ sign }) => !known[sign]);
  if (strange) {
    throw new DerivationError(
      `\`${text}\` must have relations among =, <, <=, >, >= and ≈, got ${strange.sign}`,
    );
  }
  const begins = [0, ...signs.map(({ at, sign }) => at + sign.length)];
  const ends = [...signs.map(({ at }) => at), text.length];
  if (signs.length === 0) return [];
  const texts = begins.map((begin, i) => text.slice(begin, ends[i]));
  if (texts.some((side) => side.trim() === "")) {
    throw new DerivationError(
      `\`${text}\` must have two sides at each relation; an inner product is inner(x, y)`,
    );
  }
  const sides = texts.map((side) => readSide(side, vocabulary));
  return signs.map(({ sign }, i) => {
    const [left, right] = /^[>≥]/.test(sign) ? [sides[i + 1], sides[i]] : [sides[i], sides[i + 1]];
    return { left, relation: known[sign], right };
  });
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
