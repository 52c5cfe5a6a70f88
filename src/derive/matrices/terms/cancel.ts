import { plainPower, plusPower, power, powerKey } from "./powers.js";
import { timesUsed } from "./contract.js";
import {
  apart,
  type Atom,
  delta,
  type Factor,
  factor,
  type Index,
  isFree,
  isSymmetric,
  joined,
  renamed,
  type Tensor,
  term,
  type Term,
} from "./tensor.js";

type Inverse = Atom & { kind: "inverse" };

/** The end of an inverse at which its matrix stands, and the side of the matrix that is there. */
interface End {
  inner: Index;
  outer: Index;
  isRight: boolean;
}

/**
 * A term in which an inverse meets the leading term of its matrix, as others: with M = L + R, what is inverse(M)*L is
 * I - inverse(M)*R, and so from the other side. Undefined where none does.
 */
export function cancelled(of: Term): Term[] | undefined {
  for (const own of of.factors) {
    if (own.atom.kind !== "inverse" || powerKey(own.exponent) !== "1") continue;
    for (const end of endsOf(own)) {
      const found = isFree(end.inner) ? undefined : cancelledAt(of, own, own.atom, end);
      if (found) return found;
    }
  }
  return undefined;
}

function endsOf({ atom, at: [p, q] }: Factor): End[] {
  const ends = [
    { inner: q, outer: p, isRight: true },
    { inner: p, outer: q, isRight: false },
  ];
  return isSymmetric(atom) ? ends.map((end) => ({ ...end, isRight: true })) : ends;
}

function cancelledAt(of: Term, own: Factor, atom: Inverse, end: End): Term[] | undefined {
  const lead = leadOf(atom.of);
  const [near, far] = end.isRight ? ["r0", "c0"] : ["c0", "r0"];
  const beside = { ...of, factors: of.factors.filter((one) => one !== own) };
  for (const match of matches(lead, beside, new Map([[near, end.inner]]))) {
    const image = match.names.get(far);
    const inside = [...lead.summed.keys()].map((index) => match.names.get(index)!);
    const isApart = [...inside, end.inner].every((index) => !isFree(index));
    const uses = (index: Index, within: Term) => timesUsed(within, index);
    const isOwn =
      [...lead.summed.keys()].every(
        (index) => uses(match.names.get(index)!, of) === uses(index, lead),
      ) &&
      uses(end.inner, of) === uses(near, lead) + 1 &&
      new Set([...inside, end.inner, image]).size === inside.length + 2;
    if (image === undefined || !isApart || !isOwn) continue;
    const summed = new Map(of.summed);
    for (const index of [...inside, end.inner]) summed.delete(index);
    const rest: Term = {
      coefficient: of.coefficient.div(lead.coefficient),
      factors: match.rest,
      summed,
    };
    const others = atom.of.terms.filter((one) => one !== lead);
    const length = of.summed.get(end.inner)!;
    return [
      joined(rest, term([delta(end.outer, image)])),
      ...others.map((other) => {
        const placed = renamed(
          apart(other),
          new Map([
            [near, end.inner],
            [far, image],
          ]),
        );
        const withInner = {
          ...rest,
          factors: [...rest.factors, own],
          summed: new Map([...summed, [end.inner, length]]),
        };
        const product = joined(withInner, placed);
        return { ...product, coefficient: product.coefficient.neg() };
      }),
    ];
  }
  return undefined;
}

const isIndexed = ({ atom, at }: Factor): boolean => at.length > 0 && atom.kind !== "delta";

/** The term with the most factors, of which the others are made. */
export function leadOf({ terms }: Tensor): Term {
  const size = ({ factors }: Term): number => factors.filter(isIndexed).length;
  return terms.reduce((most, next) => (size(next) > size(most) ? next : most));
}

interface Match {
  names: Map<Index, Index>;
  rest: readonly Factor[];
}

/** The ways in which a pattern stands among the factors of a term. */
function* matches(pattern: Term, of: Term, names: Map<Index, Index>): Generator<Match> {
  const [first, ...others] = pattern.factors;
  if (first === undefined) {
    yield { names, rest: of.factors };
    return;
  }
  for (const candidate of of.factors) {
    if (candidate.atom.key !== first.atom.key) continue;
    const rest = of.factors.filter((one) => one !== candidate);
    const left = remaining(first, candidate);
    if (!left) continue;
    const orders = isSymmetric(first.atom)
      ? [candidate.at, [...candidate.at].reverse()]
      : [candidate.at];
    for (const at of orders) {
      const bound = boundTo(first.at, at, names);
      if (bound)
        yield* matches(
          { ...pattern, factors: others },
          { ...of, factors: [...rest, ...left] },
          bound,
        );
    }
  }
}

/** What is left of a factor when the pattern's is taken from it; undefined where it is no part of it. */
function remaining(pattern: Factor, candidate: Factor): Factor[] | undefined {
  if (powerKey(pattern.exponent) === powerKey(candidate.exponent)) return [];
  const [a, b] = [plainPower(pattern.exponent), plainPower(candidate.exponent)];
  if (isIndexed(pattern) || !a || !b || a.sign !== b.sign || b.sub(a).sign !== b.sign)
    return undefined;
  return [factor(candidate.atom, candidate.at, plusPower(candidate.exponent, power(a.neg())))];
}

function boundTo(
  pattern: readonly Index[],
  at: readonly Index[],
  names: ReadonlyMap<Index, Index>,
): Map<Index, Index> | undefined {
  const found = new Map(names);
  for (const [i, index] of pattern.entries()) {
    const known = found.get(index);
    if (known !== undefined && known !== at[i]) return undefined;
    found.set(index, at[i]);
  }
  return found;
}
