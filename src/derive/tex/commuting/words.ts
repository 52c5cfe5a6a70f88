import { type Expr, treeKey } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import { Rational } from "../../../num/index.js";

/** A factor whose place in a product matters: a capital, or a power or an exponential of capitals. */
interface Letter {
  key: string;
  /** As it is shown. */
  text: string;
  names: ReadonlySet<string>;
  /** What it is for numbers, as exponents: `(AB)^n` is `A^n B^n`, `e^{A+B}` is `e^A e^B`. */
  count: ReadonlyMap<string, Rational>;
}

/** A product: numbers, what commutes, and its letters in their order. */
export interface Word {
  coefficient: Rational;
  /** The exponents of what commutes. */
  scalars: ReadonlyMap<string, Rational>;
  letters: readonly Letter[];
}

const one = Rational.of(1n);
/** Terms of a product, and factors of a power, that are written out: only whether they commute is asked. */
const mostTerms = 64;
const highestPower = 6n;

/**
 * The terms of an expression multiplied out, none of its capitals moved past another.
 *
 * @param isArray which names may be matrices
 */
export function wordsOf(expr: Expr, isArray: (name: string) => boolean): Word[] {
  const words = (of: Expr): Word[] => wordsOf(of, isArray);
  const hasArray = (of: Expr): boolean => [...freeNames(of)].some(isArray);
  switch (expr.kind) {
    case "number":
      return [{ coefficient: expr.value, scalars: new Map(), letters: [] }];
    case "symbol":
      return [isArray(expr.name) ? letterOf(expr) : scalar(expr)];
    case "neg":
      return words(expr.of).map((word) => ({ ...word, coefficient: word.coefficient.neg() }));
    case "add":
      return expr.terms.flatMap(words);
    case "mul":
      return productOf(expr.factors.map(words)) ?? [scalar(expr)];
    case "div": {
      const [below, ...more] = words(expr.right);
      const isPlain = more.length === 0 && !below.letters.length && below.coefficient.sign !== 0;
      const divisor = isPlain ? inverse(below) : scalar(expr.right, one.neg());
      return words(expr.left).map((word) => product(word, divisor));
    }
    case "pow":
      return hasArray(expr.left) ? powerOf(expr, words) : [scalarPower(expr)];
    case "call":
      return expr.name === "exp" && hasArray(expr.args[0])
        ? [exponentialOf(expr, words)]
        : [scalar(expr)];
    default:
      return [scalar(expr)];
  }
}

/** A sum of words as one text: equal texts are equal sums, whatever the letters are. */
export function sumKey(words: readonly Word[]): string {
  const found = new Map<string, Rational>();
  for (const word of words) {
    const key = `${countKey(word.scalars)} : ${orderKey(word)}`;
    found.set(key, (found.get(key) ?? Rational.of(0n)).add(word.coefficient));
  }
  return countKey(found);
}

/** The letters of a word in their order. */
export const orderKey = ({ letters }: Word): string => letters.map(({ key }) => key).join(" ");

/** The letters of a word in their order, as they are shown. */
export const orderText = ({ letters }: Word): string => letters.map(({ text }) => text).join(" ");

/** What a word is for numbers. */
export const numberKey = ({ letters }: Word): string =>
  countKey(letters.map(({ count }) => count).reduce(added, new Map()));

/** The names of the letters of a word. */
export const namesOf = ({ letters }: Word): Set<string> =>
  new Set(letters.flatMap(({ names }) => [...names]));

const countKey = (count: ReadonlyMap<string, Rational>): string =>
  [...count]
    .filter(([, value]) => value.sign !== 0)
    .map(([key, value]) => `${key}^${value}`)
    .sort()
    .join(" ");

function added(
  left: ReadonlyMap<string, Rational>,
  right: ReadonlyMap<string, Rational>,
): ReadonlyMap<string, Rational> {
  const found = new Map(left);
  for (const [key, value] of right) found.set(key, found.get(key)?.add(value) ?? value);
  return found;
}

const scalar = (expr: Expr, exponent = one): Word => ({
  coefficient: one,
  scalars: new Map([[treeKey(expr), exponent]]),
  letters: [],
});

const letterOf = (expr: Expr): Word => {
  const key = treeKey(expr);
  return word([{ key, text: key, names: freeNames(expr), count: keyed(key) }]);
};

const word = (letters: Letter[]): Word => ({ coefficient: one, scalars: new Map(), letters });

const product = (left: Word, right: Word): Word => ({
  coefficient: left.coefficient.mul(right.coefficient),
  scalars: added(left.scalars, right.scalars),
  letters: [...left.letters, ...right.letters],
});

const inverse = ({ coefficient, scalars }: Word): Word => ({
  coefficient: coefficient.inv(),
  scalars: new Map([...scalars].map(([key, exponent]) => [key, exponent.neg()])),
  letters: [],
});

/** The terms of a product of sums; undefined where they are too many. */
function productOf(factors: Word[][]): Word[] | undefined {
  let found = [word([])];
  for (const terms of factors) {
    if (found.length * terms.length > mostTerms) return undefined;
    found = found.flatMap((left) => terms.map((right) => product(left, right)));
  }
  return found;
}

function scalarPower(expr: Expr & { kind: "pow" }): Word {
  const { left, right } = expr;
  const isCount = right.kind === "number" && right.value.isInteger;
  return isCount ? scalar(left, right.value) : scalar(expr);
}

/** `(AB)^2` is ABAB; of `(AB)^n` it is known only what it is for numbers. */
function powerOf(expr: Expr & { kind: "pow" }, words: (of: Expr) => Word[]): Word[] {
  const { left, right } = expr;
  const terms = words(left);
  if (right.kind === "number" && right.value.isInteger && right.value.num > 0n) {
    const count = right.value.num <= highestPower ? Number(right.value.num) : 0;
    const found = count && productOf(Array.from({ length: count }, () => terms));
    if (found) return found;
  }
  const [base, ...more] = terms;
  const text = expressionText(expr);
  const own = treeKey(expr);
  if (more.length) return [word([{ key: own, text, names: freeNames(left), count: keyed(own) }])];
  const exponent = treeKey(right);
  const count = base.letters
    .map((letter) => new Map([...letter.count].map(([key, n]) => [`${key}^${exponent}`, n])))
    .reduce(added, new Map());
  const key = `(${orderKey(base)})^${exponent}`;
  const letters = [{ key, text, names: namesOf(base), count }];
  return [{ ...word(letters), scalars: keyed(countKey(base.scalars)) }];
}

/** `e^{A+B}` is `e^A e^B` for numbers. */
function exponentialOf(expr: Expr & { kind: "call" }, words: (of: Expr) => Word[]): Word {
  const terms = words(expr.args[0]);
  const arrays = terms.filter(({ letters }) => letters.length);
  const count = arrays
    .map((term) => {
      const key = `e^(${countKey(term.scalars)} ${numberKey(term)})`;
      return new Map([[key, term.coefficient]]);
    })
    .reduce<ReadonlyMap<string, Rational>>(added, new Map());
  const names = new Set(arrays.flatMap((term) => [...namesOf(term)]));
  return word([{ key: `e^(${sumKey(arrays)})`, text: expressionText(expr), names, count }]);
}

const keyed = (key: string): ReadonlyMap<string, Rational> => new Map(key ? [[key, one]] : []);
