import type { Rational } from "../../../num/index.js";
import { numberAtom } from "../terms/contract.js";
import { scaled, tensor, tensorKey } from "../terms/normal.js";
import { transposed } from "./operate.js";
import type { Axis } from "../sizes/sizes.js";
import { Outside } from "../terms/outside.js";
import { power, powerKey, timesPower, powerOfLengths } from "../terms/powers.js";
import {
  type Atom,
  columnIndex,
  type Factor,
  factor,
  type Index,
  joined,
  lengthOf,
  rowIndex,
  type Tensor,
  term,
  type Term,
} from "../terms/tensor.js";

type Inverse = Atom & { kind: "inverse" };

/** A product of matrices, each with as many rows as columns, between numbers. */
export interface Chain {
  /** What is a number in it. */
  scalars: Term;
  /** Each matrix with the index of its row and of its column, from left to right; several where there are several axes. */
  links: readonly (readonly Link[])[];
}

export interface Link {
  of: Factor;
  row: Index;
  column: Index;
  /** Whether the factor stands transposed. */
  isTurned: boolean;
}

/**
 * A term as a product of matrices, each square; undefined where it is none: an axis with a chain of its own for each
 * row and its column.
 */
export function chainOf(of: Tensor): Chain | undefined {
  const [only, ...more] = of.terms;
  if (!only || more.length > 0) return undefined;
  const links: Link[][] = [];
  let left = [...only.factors];
  for (const [i, length] of of.rows.entries()) {
    const own: Link[] = [];
    let at = rowIndex(i);
    while (at !== columnIndex(i)) {
      const next = left.filter((one) => one.at.includes(at));
      const [link] = next;
      if (
        next.length !== 1 ||
        link.at.length !== 2 ||
        link.at[0] === link.at[1] ||
        powerKey(link.exponent) !== "1"
      )
        return undefined;
      const isTurned = link.at[1] === at;
      const column = link.at[isTurned ? 0 : 1];
      const long = only.summed.get(column) ?? lengthOf(of, column);
      if (long !== length) return undefined;
      own.push({ of: link, row: at, column, isTurned });
      left = left.filter((one) => one !== link);
      at = column;
    }
    links.push(own);
  }
  const inside = new Set(links.flat().map(({ column }) => column));
  const summed = new Map([...only.summed].filter(([index]) => !inside.has(index)));
  // What stands at a row or a column, as x does in A*diag(x), is no number.
  if (left.some(({ at }) => at.some((index) => !summed.has(index)))) return undefined;
  return { scalars: { coefficient: only.coefficient, factors: left, summed }, links };
}

/** The inverse: of a product that of each factor, in the other order; of a sum an atom of its own. */
export function inverseOf(of: Tensor): Tensor {
  if (of.terms.length === 0) throw new Outside("an inverse of 0");
  const chain = chainOf(of);
  if (!chain || chain.scalars.summed.size > 0) return opaqueInverse(of);
  const [[only] = [], ...axes] = chain.links;
  const isInverse =
    chain.links[0]?.length === 1 && axes.length === 0 && only.of.atom.kind === "inverse";
  const { coefficient, factors } = chain.scalars;
  if (isInverse && factors.length === 0) {
    const { of: inner } = only.of.atom as Inverse;
    return scaled(only.isTurned ? transposed(inner) : inner, coefficient.inv());
  }
  const below = factors.map((one) => ({ ...one, exponent: timesPower(one.exponent, power(-1n)) }));
  const parts: Term[] = chain.links.map((links, axis) => {
    // The inverse runs from the column of the chain to its row.
    const name = (index: Index): Index =>
      index === rowIndex(axis)
        ? columnIndex(axis)
        : index === columnIndex(axis)
          ? rowIndex(axis)
          : index;
    const summed = new Map(links.slice(0, -1).map(({ column }) => [column, of.rows[axis]]));
    return term(
      links.map((link) => inverseLink(link, of.rows[axis], name)),
      undefined,
      summed,
    );
  });
  return tensor(of, [parts.reduce(joined, term(below, coefficient.inv()))]);
}

function inverseLink(
  { of, row, column, isTurned }: Link,
  length: string,
  name: (index: Index) => Index,
): Factor {
  const at = [name(row), name(column)];
  const [first, second] = isTurned ? [at[1], at[0]] : at;
  const { atom } = of;
  if (atom.kind === "delta") return { ...of, at };
  if (atom.kind === "inverse")
    throw new Outside("an inverse of a product with an inverse of a sum");
  if (atom.kind === "array" && atom.orthogonal) return { ...of, at: [first, second] };
  const matrix: Tensor = {
    rows: [length],
    columns: [length],
    terms: [term([factor(atom, [rowIndex(0), columnIndex(0)])])],
  };
  return factor(inverseAtom(matrix), [second, first]);
}

/** The inverse of a sum, or of a product of matrices that are not square. */
function opaqueInverse(of: Tensor): Tensor {
  if (of.rows.length !== 1) throw new Outside("the inverse of a sum of Kronecker products");
  const { lead, kept, isTurned } = monic(of);
  const at = isTurned ? [columnIndex(0), rowIndex(0)] : [rowIndex(0), columnIndex(0)];
  return tensor(of, [term([factor(inverseAtom(kept), at)], lead.inv())]);
}

/** A sum with a first coefficient of 1, as it stands or transposed: one for all multiples and both ways round. */
function monic(of: Tensor): { lead: Rational; kept: Tensor; isTurned: boolean } {
  const lead = of.terms[0].coefficient;
  const own = scaled(of, lead.inv());
  const turned = transposed(of);
  const other = scaled(turned, turned.terms[0].coefficient.inv());
  const isTurned = tensorKey(other) < tensorKey(own);
  return isTurned
    ? { lead: turned.terms[0].coefficient, kept: other, isTurned }
    : { lead, kept: own, isTurned };
}

function inverseAtom(of: Tensor): Atom {
  const key = tensorKey(of);
  return {
    kind: "inverse",
    of,
    key: `inverse${key}`,
    symmetric: key === tensorKey(transposed(of)),
  };
}

/** The determinant: of a product that of each factor, of a Kronecker product powers of these. */
export function determinantOf(of: Tensor): Tensor {
  const chain = chainOf(of);
  const sides = { rows: [], columns: [] };
  if (!chain || chain.scalars.summed.size > 0) {
    if (of.rows.length > 1) throw new Outside("the determinant of a sum of Kronecker products");
    if (of.terms.length === 0) throw new Outside("the determinant of 0");
    const { lead, kept } = monic(of);
    return tensor(sides, [term([...toLengths(lead, of.rows), factor(determinantAtom(kept))])]);
  }
  const times = powerOfLengths(of.rows);
  const { coefficient, factors } = chain.scalars;
  const scalars = factors.map((one) => ({ ...one, exponent: timesPower(one.exponent, times) }));
  const parts = chain.links.flatMap((links, axis) => {
    const others = powerOfLengths(of.rows.filter((_, i) => i !== axis));
    return links.flatMap(({ of: link }) =>
      determinantLink(link, of.rows[axis]).map((one) => ({
        ...one,
        exponent: timesPower(one.exponent, others),
      })),
    );
  });
  return tensor(sides, [term([...toLengths(coefficient, of.rows), ...scalars, ...parts])]);
}

/** A number to as many as there are rows. */
const toLengths = (of: Rational, rows: Axis): Factor[] =>
  of.num === 1n && of.den === 1n ? [] : [factor(numberAtom(of), [], powerOfLengths(rows))];

function determinantLink({ atom }: Factor, length: string): Factor[] {
  if (atom.kind === "delta") return [];
  if (atom.kind === "inverse") return [factor(determinantAtom(atom.of), [], power(-1n))];
  const matrix: Tensor = {
    rows: [length],
    columns: [length],
    terms: [term([factor(atom, [rowIndex(0), columnIndex(0)])])],
  };
  return [factor(determinantAtom(matrix))];
}

function determinantAtom(of: Tensor): Atom {
  const [{ factors }, ...more] = of.terms;
  const [only] = factors;
  const isSign =
    more.length === 0 && factors.length === 1 && only.atom.kind === "array" && only.atom.orthogonal;
  return { kind: "determinant", of, key: `det${tensorKey(of)}`, isSign };
}
