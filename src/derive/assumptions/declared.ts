import { type Expr, treeKey } from "../tree/expression.js";
import { DerivationError } from "../tree/errors.js";
import { parse } from "../read/parse.js";
import type { RandomMeaning } from "./randomMeaning.js";

/** What a name is said to be, where a reader could take it in two ways. */
export type Meaning =
  | { is: "function" | "family" | "imaginary unit" | "complex" }
  | RandomMeaning
  /** Rows and columns, where they are stated; a vector is a column. */
  | { is: "matrix" | "vector"; size?: readonly [string, string]; properties: readonly Property[] }
  /** An index that runs through these whole numbers where a sum names it alone. */
  | { is: "index"; from: Expr; to: Expr }
  /** Positive weights of these whole numbers, which add up to 1. */
  | { is: "weights"; from: Expr; to: Expr }
  /** Where a name goes, for the growth of functions of it. */
  | { is: "moving"; to: Expr; side?: "above" | "below" }
  /** The base of lg. */
  | { is: "base"; base: Expr };

/** What else is said of a matrix: `A symmetric matrix n x n`. */
export type Property = "symmetric" | "orthogonal" | "invertible" | "square" | "positive definite";

/** A declaration such as `A matrix n x n` or `i from 1 to n`. */
export interface Declared {
  name: string;
  meaning: Meaning;
  text: string;
}

const form =
  "`T function`, `lg base 2`, `x family`, `A matrix n x m`, `S symmetric matrix n x n`, `v vector`, `X random variable`, `X ~ Normal(mu, sigma^2)`, `X[i] iid`, `i imaginary unit`, `z complex`, `k from 1 to n`, `p weights from 1 to n`, `x -> 0`, " +
  "`x real`, `n integer` or `y depends on x`";
const plain = /^\s*([A-Za-z]\w*)\s+(function|family|imaginary unit|complex)\s*$/;
const array =
  /^\s*([A-Za-z]\w*)\s+((?:(?:symmetric|orthogonal|invertible|square|positive\s+definite)\s+)*)(matrix|vector)(?:\s+(\w+)(?:\s*x\s*(\w+))?)?\s*$/;
/** `2x3`, a size without spaces. */
const joinedSize = /^(\d+|[A-Za-z])x(\d+|[A-Za-z])$/;
const logarithm = /^\s*(lg)\s+base\s+(\S+)\s*$/;
const weights = /^\s*([A-Za-z]\w*)\s+weights\s+from\s+(.+?)\s+to\s+(.+?)\s*$/;
const moving = /^\s*([A-Za-z]\w*)\s*(?:->|→)\s*(.+?)(?:\s+(above|below))?\s*$/;
const range = /^\s*([A-Za-z]\w*)\s+from\s+(.+?)\s+to\s+(.+?)\s*$/;

/** Signs and words by which an assumption says something of random variables; what it says is read where it is needed. */
const ofChance =
  /~|\\sim\b|\b(?:iid|independent|uncorrelated|identically distributed|jointly normal|random variables?)\b/;

/** Whether a text may say something of random variables. */
export const mayBeRandom = (text: string): boolean => ofChance.test(text);

/** Reads a declaration of one name; undefined for a text of another kind. */
export function readDeclaration(text: string): Declared | undefined {
  const [, name, is] = plain.exec(text) ?? [];
  if (name !== undefined) return { name, meaning: { is } as Meaning, text };
  const found = array.exec(text);
  if (found) return arrayOf(found, text);
  const [, lg, base] = logarithm.exec(text) ?? [];
  if (lg !== undefined) return { name: lg, meaning: { is: "base", base: parse(base) }, text };
  const [, p, first, last] = weights.exec(text) ?? [];
  if (p !== undefined)
    return { name: p, meaning: { is: "weights", from: parse(first), to: parse(last) }, text };
  const [, mover, place, side] = moving.exec(text) ?? [];
  if (mover !== undefined) {
    const given = side as "above" | "below" | undefined;
    const meaning = { is: "moving" as const, to: parse(place), ...(given ? { side: given } : {}) };
    return { name: mover, meaning, text };
  }
  const [, index, from, to] = range.exec(text) ?? [];
  if (index === undefined) return undefined;
  return { name: index, meaning: { is: "index", from: parse(from), to: parse(to) }, text };
}

function arrayOf([, name, words, kind, rows, columns]: RegExpExecArray, text: string): Declared {
  const is = kind as "matrix" | "vector";
  const properties = (words.match(/positive\s+definite|\w+/g) ?? []).map((word) =>
    word.replace(/\s+/, " "),
  ) as Property[];
  if (is === "vector" && properties.length > 0)
    throw new DerivationError(`\`${text}\`: a vector is not ${properties[0]}`);
  const [, high, wide] = joinedSize.exec(rows ?? "") ?? [];
  const size =
    high === undefined ? [rows, columns ?? (is === "vector" ? "1" : rows)] : [high, wide];
  const stated = rows === undefined ? undefined : (size as [string, string]);
  return { name, meaning: { is, size: stated, properties }, text };
}

/**
 * Assumptions that say what names are: `vocabulary({ A: "matrix n x n", T: "function", k: "from 1 to n" })` is the list
 * of `A matrix n x n`, `T function` and `k from 1 to n`.
 *
 * @throws DerivationError for what declares nothing
 */
export function vocabulary(meanings: Readonly<Record<string, string>>): string[] {
  return Object.entries(meanings).map(([name, meaning]) => {
    const text = `${name} ${meaning}`;
    const isOther = /^(?:real|integer|density|constant|depends on|does not depend on)\b/.test(
      meaning,
    );
    if (isOther || readDeclaration(text) || mayBeRandom(text)) return text;
    throw new DerivationError(`vocabulary: \`${text}\` must be of the form ${form}`);
  });
}

/** The base of lg, where it is declared. */
export function baseOf(declared: readonly Declared[]): Expr | undefined {
  const [base, other] = declared.flatMap(({ meaning }) =>
    meaning.is === "base" ? [meaning.base] : [],
  );
  if (other && treeKey(base) !== treeKey(other)) {
    throw new DerivationError("lg has two bases among the assumptions: declare one of them");
  }
  return base;
}

/** The names that are declared to be one of these. */
export const declaredAs = (declared: readonly Declared[], ...kinds: Meaning["is"][]): Set<string> =>
  new Set(declared.filter(({ meaning }) => kinds.includes(meaning.is)).map(({ name }) => name));

/** Whether something is declared to be a complex number or the imaginary unit. */
export const declaresComplex = ({ declared = [] }: { declared?: readonly Declared[] }): boolean =>
  declared.some(({ meaning }) => meaning.is === "imaginary unit" || meaning.is === "complex");

/** Whether something is declared to be a matrix or a vector. */
export const declaresArrays = ({ declared = [] }: { declared?: readonly Declared[] }): boolean =>
  declared.some(({ meaning }) => meaning.is === "matrix" || meaning.is === "vector");
