import crypto from "node:crypto";

/**
 * Seeds `Math.random`, and the random bytes, integers and UUIDs of `node:crypto` and of the web's `crypto`. Those have a
 * sequence of their own: what a package takes of it moves no `Math.random`.
 */
export function fixRandom(seed: number): void {
  Math.random = generator(seed);
  const random = generator(seed + 1);
  const fill = <T extends ArrayBufferView>(view: T, offset = 0, size?: number): T => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const end = size === undefined ? bytes.length : offset + size;
    for (let i = offset; i < end; i++) bytes[i] = Math.floor(random() * 256);
    return view;
  };
  fixNodes(random, fill);
  fixWeb(fill);
}

type Fill = <T extends ArrayBufferView>(view: T, offset?: number, size?: number) => T;
type Callback = (error: Error | null, value?: unknown) => void;

/** Node's own functions check what they are given: they are asked first, and their value is replaced. */
function fixNodes(random: () => number, fill: Fill): void {
  const own = { ...crypto };
  const later = (args: unknown[], value: unknown): unknown => {
    const callback = args.at(-1);
    if (typeof callback !== "function") return value;
    setImmediate(callback as Callback, null, value);
    return undefined;
  };
  const put = (name: string, value: (...args: never[]) => unknown) =>
    Object.assign(crypto, { [name]: value });
  const bytes = (size: number, ...rest: unknown[]) =>
    later(rest, fill(own.randomBytes(size) as Buffer));
  put("randomBytes", bytes);
  put("pseudoRandomBytes", bytes);
  put("randomFillSync", (view: ArrayBufferView | ArrayBuffer, offset?: number, size?: number) => {
    own.randomFillSync(view as never, offset as never, size as never);
    fill(viewOf(view), ...inBytes(view, offset, size));
    return view;
  });
  put("randomFill", (view: ArrayBufferView | ArrayBuffer, ...rest: unknown[]) => {
    const [offset, size] = rest.slice(0, -1) as number[];
    own.randomFillSync(view as never, offset as never, size as never);
    fill(viewOf(view), ...inBytes(view, offset, size));
    return later(rest, view);
  });
  put("randomInt", (...args: number[]) => {
    const numbers = args.filter((arg) => typeof arg === "number");
    (own.randomInt as (...args: number[]) => number)(...numbers);
    const [from, to] = numbers.length > 1 ? numbers : [0, numbers[0]];
    return later(args, from + Math.floor(random() * (to - from)));
  });
  put("randomUUID", () => uuid(fill));
}

function viewOf(view: ArrayBufferView | ArrayBuffer): ArrayBufferView {
  return ArrayBuffer.isView(view) ? view : new Uint8Array(view);
}

/** Offset and size count elements, as Node's functions have it. */
function inBytes(
  view: ArrayBufferView | ArrayBuffer,
  offset = 0,
  size?: number,
): [number, number | undefined] {
  const { BYTES_PER_ELEMENT: each = 1 } = view as { BYTES_PER_ELEMENT?: number };
  return [offset * each, size === undefined ? undefined : size * each];
}

function fixWeb(fill: Fill): void {
  const prototype = Object.getPrototypeOf(crypto.webcrypto) as typeof crypto.webcrypto;
  const { getRandomValues } = prototype;
  const put = (name: string, value: unknown) =>
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  put("getRandomValues", (view: ArrayBufferView) =>
    fill(getRandomValues.call(crypto.webcrypto, view as never) as ArrayBufferView),
  );
  put("randomUUID", () => uuid(fill));
}

/** @source RFC 9562, section 5.4: version 4 */
function uuid(fill: Fill): string {
  const bytes = fill(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Buffer.from(bytes).toString("hex");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** @source the generator is mulberry32 (Tommy Ettinger, public domain) */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
