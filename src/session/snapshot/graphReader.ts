import {
  configurable,
  enumerable,
  errorKinds,
  ordinary,
  type PlainGraph,
  type Root,
  viewKinds,
  writable,
} from "./plainGraph.js";

/** Makes the values of a graph anew; what they share is one object again. */
export function graphReader({ mark, row, starts }: PlainGraph): (root: Root) => unknown {
  const made: object[] = [];
  const viewOf = (name: string, buffer: number, offset: number, length: number): object => {
    const over = make(buffer) as ArrayBuffer;
    if (name === "Buffer") return Buffer.from(over, offset, length);
    const View = viewKinds.get(name) as new (...args: unknown[]) => object;
    return new View(over, offset, length);
  };
  const makers: Record<string, (at: number) => object> = {
    object: (at) => (row[at] === true ? (Object.create(null) as object) : {}),
    array: (at) => new Array(row[at] as number),
    map: () => new Map(),
    set: () => new Set(),
    whole: (at) => row[at] as object,
    error: (at) => errorOf(row[at] as string, row[at + 1]),
    view: (at) => viewOf(...(row.slice(at, at + 4) as [string, number, number, number])),
  };
  const make = (object: number): object => {
    const at = starts[object];
    return (made[object] ??= makers[row[at] as string](at + 2));
  };
  for (const object of starts.keys()) make(object);

  const fill = (object: number) => {
    let at = starts[object];
    const take = (): unknown => {
      const one = row[at++];
      return one === mark ? made[row[at++] as number] : one;
    };
    const one = made[object];
    const kind = take() as string;
    const extensible = take();
    at += sizes[kind];
    const isList = kind === "array" || kind === "map" || kind === "set";
    const size = isList ? (take() as number) : 0;
    for (let i = 0; i < size; i++) {
      if (kind === "array") (one as unknown[])[i] = take();
      else if (kind === "set") (one as Set<unknown>).add(take());
      else (one as Map<unknown, unknown>).set(take(), take());
    }
    for (let left = take() as number; left > 0; left--) {
      const key = take() as string;
      define(one, key, take() as number, take());
    }
    if (extensible === false) Object.preventExtensions(one);
  };
  for (const object of starts.keys()) fill(object);
  return (root) => ("object" in root ? made[root.object] : root.value);
}

/** Places in the row that an object of each kind takes for what it takes to make it. */
const sizes: Record<string, number> = {
  object: 1,
  array: 1,
  map: 0,
  set: 0,
  whole: 1,
  error: 2,
  view: 4,
};

function errorOf(name: string, stack: unknown): object {
  const Kind = errorKinds.get(name) as new (...args: unknown[]) => Error;
  const error = name === "AggregateError" ? new Kind([]) : new Kind();
  const description = { value: stack, writable: true, enumerable: false, configurable: true };
  return Object.defineProperty(error, "stack", description);
}

function define(one: object, key: string, bits: number, value: unknown): void {
  if (bits === ordinary && key !== "__proto__") {
    (one as Record<string, unknown>)[key] = value;
    return;
  }
  Object.defineProperty(one, key, {
    value,
    writable: (bits & writable) !== 0,
    enumerable: (bits & enumerable) !== 0,
    configurable: (bits & configurable) !== 0,
  });
}
