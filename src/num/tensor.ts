import { checkInteger, checkShape, refuseKind, refuseValue } from "./check.js";
import { type Displayable, jupyterDisplay, type MimeBundle } from "./display.js";
import { tensorLatex, tensorPlain } from "./tensorText.js";

/** What a function reads of a tensor. */
export interface TensorLike {
  /** Entries in row-major order: the last axis runs fastest. */
  readonly data: Float64Array;
  readonly shape: readonly number[];
}

/** Numbers, or arrays of numbers to any depth. */
export type Nested = number | readonly Nested[];

/** An array of doubles with a shape, row-major; images are NCHW, convolution weights OIHW. */
export class Tensor implements TensorLike, Displayable {
  readonly data: Float64Array;
  readonly shape: readonly number[];

  /** Takes `data` as it is; `tensor` is the checked way in. */
  constructor(data: Float64Array, shape: readonly number[]) {
    this.data = data;
    this.shape = shape;
  }

  /** The entry at one index per axis, each counted from 0. */
  at(...index: number[]): number {
    if (index.length !== this.shape.length) {
      refuseValue(
        "Tensor.at",
        "index",
        `have one entry for each of ${this.shape.length} axes`,
        index,
      );
    }
    const flat = index.reduce((sum, position, axis) => {
      const max = this.shape[axis] - 1;
      return (
        sum * this.shape[axis] +
        checkInteger("Tensor.at", `index[${axis}]`, position, { min: 0, max })
      );
    }, 0);
    return this.data[flat];
  }

  /** The same entries in another shape of the same size. */
  reshape(shape: readonly number[]): Tensor {
    return tensorNamed("Tensor.reshape", this.data, shape);
  }

  /** Its numbers as text and as LaTeX. */
  [jupyterDisplay](): MimeBundle {
    return {
      "text/plain": tensorPlain(this.data, this.shape),
      "text/latex": tensorLatex(this.data, this.shape),
    };
  }

  /** What `console.log` and a kernel without rich output print. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return tensorPlain(this.data, this.shape);
  }
}

/**
 * A tensor with its own copy of the entries.
 *
 * @param data a flat list of numbers, or nested arrays whose depth gives the shape
 * @param shape integers >= 1; needed for a flat list unless it is a vector
 * @throws TypeError if an entry is no number; RangeError if shape and number of entries disagree
 */
export function tensor(data: ArrayLike<number> | Nested, shape?: readonly number[]): Tensor {
  if (Array.isArray(data) && data.some((entry) => Array.isArray(entry))) {
    const found = nestedShape(data as readonly Nested[]);
    const flat: number[] = [];
    flattenInto(flat, data as readonly Nested[], found, 0);
    return tensorNamed("tensor", flat, shape ?? found);
  }
  if (typeof data === "number") return tensorNamed("tensor", [data], shape ?? []);
  return tensorNamed("tensor", data as ArrayLike<number>, shape ?? [data?.length]);
}

function tensorNamed(fn: string, data: ArrayLike<number>, shape: readonly number[]): Tensor {
  const size = shapeSize(fn, "shape", shape);
  const isList = Array.isArray(data) || (ArrayBuffer.isView(data) && "length" in data);
  if (!isList) refuseKind(fn, "data", "be an array of numbers", data);
  if (data.length !== size) {
    refuseValue(fn, "data", `have ${size} entries for shape [${shape.join(", ")}]`, data.length);
  }
  for (let index = 0; index < size; index++) {
    if (typeof data[index] !== "number")
      refuseKind(fn, `data[${index}]`, "be a number", data[index]);
  }
  return new Tensor(Float64Array.from(data), [...shape]);
}

/** The number of entries of a shape; refuses what is no shape. */
export function shapeSize(fn: string, name: string, shape: readonly number[]): number {
  if (!Array.isArray(shape)) refuseKind(fn, name, "be an array of integers >= 1", shape);
  return shape.reduce((product, size, axis) => {
    return product * checkInteger(fn, `${name}[${axis}]`, size, { min: 1 });
  }, 1);
}

function nestedShape(nested: Nested): number[] {
  return Array.isArray(nested) ? [nested.length, ...nestedShape(nested[0])] : [];
}

function flattenInto(flat: number[], nested: Nested, shape: readonly number[], axis: number): void {
  if (!Array.isArray(nested)) {
    if (axis !== shape.length) refuseValue("tensor", "data", "have rows of equal length", nested);
    flat.push(nested as number);
    return;
  }
  if (nested.length !== shape[axis]) {
    refuseValue("tensor", "data", "have rows of equal length", [...nested]);
  }
  for (const part of nested as readonly Nested[]) flattenInto(flat, part, shape, axis + 1);
}

/** A tensor of zeros. */
export function zeros(shape: readonly number[]): Tensor {
  return new Tensor(new Float64Array(shapeSize("zeros", "shape", shape)), [...shape]);
}

/** A tensor of ones. */
export function ones(shape: readonly number[]): Tensor {
  return new Tensor(new Float64Array(shapeSize("ones", "shape", shape)).fill(1), [...shape]);
}

/** Gives back `value` if it is a tensor of that shape, or of that many axes. */
export function checkTensor<T extends TensorLike>(
  fn: string,
  name: string,
  value: T,
  expected?: number | readonly number[],
): T {
  const isTensor = value?.data instanceof Float64Array && Array.isArray(value.shape);
  if (!isTensor) refuseKind(fn, name, "be a tensor", value);
  const size = shapeSize(fn, `${name}.shape`, value.shape);
  if (value.data.length !== size) {
    refuseValue(fn, `${name}.data`, `have ${size} entries, as its shape says`, value.data.length);
  }
  if (typeof expected === "number" && value.shape.length !== expected) {
    refuseValue(fn, `${name}.shape`, `have ${expected} axes`, [...value.shape]);
  }
  if (typeof expected === "object") checkShape(fn, name, value.shape, expected);
  return value;
}
