import { Rational } from "../../../num/index.js";
import { countWork } from "../../tree/work.js";
import type { Axis } from "../sizes/sizes.js";
import { cancelled } from "./cancel.js";
import { canonical } from "./canonical.js";
import { contracted } from "./contract.js";
import { lengthsApart, Outside } from "./outside.js";
import { once, plainPower, plusPower, power, powerKey, timesPower } from "./powers.js";
import {
  apart,
  type Atom,
  delta,
  type Factor,
  factor,
  freeIndices,
  type Index,
  joined,
  one,
  renamed,
  type Tensor,
  term,
  type Term,
} from "./tensor.js";

/** So many rewritings of one sum are carried out. */
const mostRewritings = 3000;
/** A sum to a higher power stays as it is. */
const highestPower = 8;

type Sides = Pick<Tensor, "rows" | "columns">;

/** A tensor of terms: each rewritten until no rule applies, equal ones brought together. */
export function tensor({ rows, columns }: Sides, terms: readonly Term[]): Tensor {
  const found = new Map<string, Term>();
  const open = [...terms];
  let left = mostRewritings;
  for (let next = open.pop(); next; next = open.pop()) {
    if (--left < 0) throw new Outside("a sum of too many products");
    countWork(20 * (next.factors.length + 1));
    if (next.coefficient.sign === 0) continue;
    const plain = contracted(next);
    const others = expanded(plain) ?? withJoinedExponentials(plain) ?? cancelled(plain);
    if (others) {
      open.push(...others);
      continue;
    }
    const { term: own, key } = canonical(plain);
    const coefficient = (found.get(key)?.coefficient ?? Rational.of(0n)).add(own.coefficient);
    if (coefficient.sign === 0) found.delete(key);
    else found.set(key, { ...own, coefficient });
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
  return { rows, columns, terms: sorted };
}

/** One text for one tensor. */
export const tensorKey = ({ rows, columns, terms }: Tensor): string =>
  `{${rows.join("*")}|${columns.join("*")}|${terms.map((own) => `${own.coefficient} ${canonical(own).key}`).join(" + ")}}`;

/** The first factor that is a sum to a whole power, or of one term, multiplied out. */
function expanded(of: Term): Term[] | undefined {
  for (const own of of.factors) {
    if (own.atom.kind !== "base") continue;
    const whole = plainPower(own.exponent);
    const rest = { ...of, factors: of.factors.filter((other) => other !== own) };
    const { terms } = own.atom.of;
    if (terms.length === 1 && whole?.isInteger && isPowerOfTerm(terms[0])) {
      const [only] = placed(own.atom.of, own.at);
      const factors = only.factors.map((each) => ({
        ...each,
        exponent: timesPower(each.exponent, own.exponent),
      }));
      const coefficient = only.coefficient.pow(Number(whole.num));
      return [joined(rest, { ...only, coefficient, factors })];
    }
    if (!whole || whole.compare(one) < 0) continue;
    if (whole.num / whole.den > BigInt(highestPower)) throw new Outside("a high power of a sum");
    const less = plusPower(own.exponent, power(-1n));
    const left = less.size ? joined(rest, term([{ ...own, exponent: less }])) : rest;
    return placed(own.atom.of, own.at).map((each) => joined(left, each));
  }
  return undefined;
}

/** A product to a power is the product of the powers where nothing is summed in it. */
const isPowerOfTerm = ({ summed }: Term): boolean => summed.size === 0;

/** The terms of a tensor at indices, with summed indices of their own. */
export const placed = (of: Tensor, at: readonly Index[]): Term[] => {
  const names = new Map(freeIndices(of).map((index, i) => [index, at[i]]));
  return of.terms.map((each) => renamed(apart(each), names));
};

/** exp(a)*exp(b) is exp(a + b), and exp(a)^2 is exp(2*a). */
function withJoinedExponentials(of: Term): Term[] | undefined {
  const isExponential = ({ atom }: Factor) => atom.kind === "function" && atom.name === "exp";
  for (const own of of.factors.filter(isExponential)) {
    const same = of.factors.filter(
      (other) => isExponential(other) && other.at.join() === own.at.join(),
    );
    const isPlain = powerKey(own.exponent) === "1";
    if (same.length < 2 && (isPlain || plainPower(own.exponent) === undefined)) continue;
    if (new Set(own.at).size < own.at.length) continue;
    const inner = same.map(({ atom, exponent }) => ({
      of: insideOf(atom),
      times: plainPower(exponent),
    }));
    if (inner.some(({ times }) => times === undefined)) continue;
    const parts = inner.map(({ of: part, times }) => scaled(part, times!));
    const whole = plus(parts[0], ...parts.slice(1));
    const rest = { ...of, factors: of.factors.filter((other) => !same.includes(other)) };
    if (whole.terms.length === 0) return [rest];
    return [joined(rest, term([factor(functionAtom("exp", whole), own.at)]))];
  }
  return undefined;
}

const insideOf = (atom: Atom): Tensor => (atom as Atom & { kind: "function" }).of;

export const functionAtom = (name: string, of: Tensor): Atom => ({
  kind: "function",
  name,
  of,
  key: `${name}${tensorKey(of)}`,
});
export const baseAtom = (of: Tensor): Atom => ({ kind: "base", of, key: `b${tensorKey(of)}` });

/** A sum of tensors of one size. */
export const plus = (first: Tensor, ...others: readonly Tensor[]): Tensor => {
  const own = others.find(
    ({ rows, columns }) =>
      rows.join() !== first.rows.join() || columns.join() !== first.columns.join(),
  );
  if (own) throw lengthsApart();
  return tensor(
    first,
    [first, ...others].flatMap(({ terms }) => terms),
  );
};

export const scaled = (of: Tensor, by: Rational): Tensor => ({
  ...of,
  terms:
    by.sign === 0 ? [] : of.terms.map((own) => ({ ...own, coefficient: own.coefficient.mul(by) })),
});

const single: { rows: Axis; columns: Axis } = { rows: [], columns: [] };

/** A number as a tensor. */
export const numberTensor = (value: Rational): Tensor => tensor(single, [term([], value)]);

/** One atom to a power as a tensor of no axes. */
export const atomTensor = (atom: Atom, exponent = once): Tensor =>
  tensor(single, [term([factor(atom, [], exponent)])]);

/** The identity with the sides of an axis. */
export const identity = (axis: Axis): Tensor =>
  tensor({ rows: axis, columns: axis }, [term(axis.map((_, i) => delta(`r${i}`, `c${i}`)))]);

/** Whether a tensor is 0 everywhere. */
export const isZero = ({ terms }: Tensor): boolean => terms.length === 0;

/** The value of a tensor that is a fraction. */
export function constantOf({ terms, rows, columns }: Tensor): Rational | undefined {
  if (rows.length + columns.length > 0 || terms.length > 1) return undefined;
  const [own] = terms;
  if (!own) return Rational.of(0n);
  return own.factors.length === 0 ? own.coefficient : undefined;
}

/** Products of each term of one with each of the other, with the indices that are named joined. */
export function multiplied(
  sides: Sides,
  left: readonly Term[],
  right: readonly Term[],
  summed: ReadonlyMap<Index, string>,
): Tensor {
  return tensor(
    sides,
    left.flatMap((a) =>
      right.map((b) => {
        const product = joined(apart(a), apart(b));
        return { ...product, summed: new Map([...product.summed, ...summed]) };
      }),
    ),
  );
}
