import { type Expr, treeKey } from "../tree/expression.js";
import { DerivationError } from "../tree/errors.js";
import { parse } from "../read/parse.js";

/** What a name is said to be, where a reader could take it in two ways. */
export type Meaning =
  | { is: "function" | "family" | "matrix" | "vector" | "random variable" | "imaginary unit" }
  /** An index that runs through these whole numbers where a sum names it alone. */
  | { is: "index"; from: Expr; to: Expr }
  /** The base of lg. */
  | { is: "base"; base: Expr };

/** A declaration such as `A matrix n x n` or `i from 1 to n`. */
export interface Declared {
  name: string;
  meaning: Meaning;
  text: string;
}

const form =
  "`T function`, `lg base 2`, `x family`, `A matrix n x m`, `v vector`, `X random variable`, `i imaginary unit`, `k from 1 to n`, " +
  "`x real`, `n integer` or `y depends on x`";
const plain = /^\s*([A-Za-z]\w*)\s+(function|family|random variable|imaginary unit)\s*$/;
const array = /^\s*([A-Za-z]\w*)\s+(matrix|vector)(?:\s+\w+(?:\s*x\s*\w+)?)?\s*$/;
const logarithm = /^\s*(lg)\s+base\s+(\S+)\s*$/;
const range = /^\s*([A-Za-z]\w*)\s+from\s+(.+?)\s+to\s+(.+?)\s*$/;

/** Reads a declaration; undefined for a text of another kind. */
export function readDeclaration(text: string): Declared | undefined {
  const [, name, is] = plain.exec(text) ?? array.exec(text) ?? [];
  if (name !== undefined) return { name, meaning: { is } as Meaning, text };
  const [, lg, base] = logarithm.exec(text) ?? [];
  if (lg !== undefined) return { name: lg, meaning: { is: "base", base: parse(base) }, text };
  const [, index, from, to] = range.exec(text) ?? [];
  if (index === undefined) return undefined;
  return { name: index, meaning: { is: "index", from: parse(from), to: parse(to) }, text };
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
    if (isOther || readDeclaration(text)) return text;
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
