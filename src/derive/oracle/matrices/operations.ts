import { cannotTell } from "../numbers/field.js";
import { built, type Dense, isDense, type MatrixField, scalar, type Value } from "./values.js";

type Operation = <V>(matrices: MatrixField<V>, values: Value<V>[]) => Value<V>;

/** A matrix of a size. */
export const sized = <V>(value: Value<V>): Dense<V> =>
  isDense(value) ? value : cannotTell("an identity of open size");

const total = <V>({ field }: MatrixField<V>, { at }: Dense<V>): V => at.reduce(field.add);

const trace: Operation = (matrices, [value]) => {
  const a = sized(value);
  const diagonal = Array.from({ length: a.rows }, (_, i) => matrices.entry(a, i, i));
  return scalar(diagonal.reduce(matrices.field.add));
};
const determinant: Operation = (matrices, [value]) => scalar(matrices.determinant(sized(value)));
const inverse: Operation = (matrices, [value]) => matrices.inverse(value);

function entrywise<V>({ field }: MatrixField<V>, a: Dense<V>, b: Dense<V>): Dense<V> {
  if (a.rows !== b.rows || a.columns !== b.columns) return cannotTell("entries of two sizes");
  return { ...a, at: a.at.map((one, i) => field.mul(one, b.at[i])) };
}
const hadamard: Operation = (matrices, [a, b]) => entrywise(matrices, sized(a), sized(b));

/** The sum of the products of the entries of two. */
export const inner = <V>(matrices: MatrixField<V>, a: Dense<V>, b: Dense<V>): V =>
  total(matrices, entrywise(matrices, a, b));
const innerProduct: Operation = (matrices, [a, b]) => scalar(inner(matrices, sized(a), sized(b)));

const kronecker: Operation = (matrices, [one, other]) => {
  const [a, b] = [sized(one), sized(other)];
  return built(a.rows * b.rows, a.columns * b.columns, (i, j) =>
    matrices.field.mul(
      matrices.entry(a, Math.floor(i / b.rows), Math.floor(j / b.columns)),
      matrices.entry(b, i % b.rows, j % b.columns),
    ),
  );
};
const columns: Operation = (matrices, [value]) => {
  const a = sized(value);
  return built(a.rows * a.columns, 1, (k) => matrices.entry(a, k % a.rows, Math.floor(k / a.rows)));
};
const diagonal: Operation = (matrices, [value]) => {
  const a = sized(value);
  if (a.columns === 1) return built(a.rows, a.rows, (i, j) => (i === j ? a.at[i] : matrices.zero));
  return built(a.rows, 1, (i) => matrices.entry(a, i, i));
};
const softmax: Operation = (matrices, [value]) => {
  const powers = sized(matrices.each(value, matrices.field.exp));
  return matrices.scaled(matrices.field.div(matrices.one, total(matrices, powers)), powers);
};

/** What is done with matrices, by its names, each from its definition. */
export const operations: Record<string, Operation> = {
  transpose: (matrices, [a]) => matrices.transposed(a),
  inverse,
  inv: inverse,
  tr: trace,
  Tr: trace,
  trace,
  det: determinant,
  Det: determinant,
  logdet: (matrices, [a]) => scalar(matrices.field.log(matrices.determinant(sized(a)))),
  matmul: (matrices, [a, b]) => matrices.mul(a, b),
  kron: kronecker,
  hadamard,
  times: hadamard,
  inner: innerProduct,
  dot: innerProduct,
  total: (matrices, [a]) => scalar(total(matrices, sized(a))),
  vec: columns,
  diag: diagonal,
  softmax,
};
