/** Plain values as a row of primitives, in which each of their objects stands once, however often they name it. */
export interface PlainGraph {
  /** Stands in the row before the number of an object; no value is this one. */
  mark: object;
  row: unknown[];
  /** Where in the row each object begins. */
  starts: number[];
}

/** What a graph holds of a value: itself, or the number of its object. */
export type Root = { value: unknown } | { object: number };

/** Bits of how a property is. */
export const writable = 1;
export const enumerable = 2;
export const configurable = 4;
/** How a property is that was simply assigned. */
export const ordinary = writable | enumerable | configurable;

type Constructor = new (...args: never[]) => object;

const named = (constructors: (Constructor | undefined)[]) =>
  new Map(constructors.flatMap((one) => (one ? [[one.name, one] as const] : [])));

/** Errors of the language; others have a class of their own. */
export const errorKinds = named([
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
  AggregateError,
]);

/** Views of a buffer; the last of them is Node's. */
export const viewKinds = named([
  DataView,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
  (globalThis as { Float16Array?: Constructor }).Float16Array, // Node 24 and later
  Float32Array,
  Float64Array,
  Buffer,
]);
