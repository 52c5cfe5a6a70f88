import { deepStrictEqual } from "node:assert/strict";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pack, unpack, type Variable } from "../../src/session/snapshot/pack.js";
import { valueType } from "../../src/session/snapshot/valueType.js";

const test = suite("session: values of a snapshot");
const plenty = { bytes: 2 ** 26, milliseconds: 60_000 };

const variable = (name: string, value: unknown): Variable => ({
  name,
  assignable: false,
  get: () => value,
});
const packed = (values: Record<string, unknown>, budget = plenty, clock?: () => number) =>
  pack(
    Object.entries(values).map(([name, value]) => variable(name, value)),
    budget,
    new WeakMap(),
    clock,
  );
const back = (values: Record<string, unknown>): any => {
  const { bytes, leftOut } = packed(values);
  assert.equal(leftOut, {});
  return Object.fromEntries(unpack(bytes).map(({ name, value }) => [name, value]));
};
const reasonOf = (value: unknown) => packed({ value }).leftOut.value;

test("primitives come back as they were, -0, NaN and halves of characters among them", () => {
  const values = [0, -0, NaN, -Infinity, "", "\ud800", "é", true, null, undefined, 2n ** 70n];
  for (const value of values) assert.ok(Object.is(back({ value }).value, value), String(value));
});

test("objects of every plain kind come back with their kind and what they hold", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const values = {
    object: { a: 1, "b c": { d: [null] }, ["__proto__"]: 2 },
    bare: Object.assign(Object.create(null), { x: 1 }),
    list: [1, "2", [3n]],
    map: new Map<unknown, unknown>([[{ k: 1 }, new Set([1, "a"])]]),
    date: new Date(5),
    pattern: Object.assign(/a(b)?/giu, { lastIndex: 3 }),
    found: /(?<y>b)/.exec("abc"),
    buffer: bytes.buffer,
    floats: new Float32Array([0.5, -0]),
    view: new DataView(bytes.buffer, 1, 2),
    big: new BigInt64Array([-1n]),
    node: Buffer.from("text"),
  };
  const after = back(values);
  deepStrictEqual(after, values);
  assert.ok(Number.isNaN(back({ never: new Date(NaN) }).never.getTime()));
  assert.is(Object.getPrototypeOf(after.bare), null);
  assert.is(Object.getOwnPropertyDescriptor(after.object, "__proto__")?.value, 2);
  assert.is(after.pattern.lastIndex, 3);
  assert.is(after.found?.groups?.y, "b");
  assert.ok(Buffer.isBuffer(after.node));
  assert.is(after.view.byteOffset, 1);
});

test("errors come back with class, stack, cause, errors and properties of their own", () => {
  const cause = new RangeError("low");
  const error = Object.assign(new TypeError("bad", { cause }), { code: "E_X" });
  const all = new AggregateError([error, cause], "all");
  const after = back({ all });
  assert.instance(after.all, AggregateError);
  const [one, two] = after.all.errors;
  assert.equal(
    [one instanceof TypeError, one.message, one.code, one.stack],
    [true, "bad", "E_X", error.stack],
  );
  assert.is(one.cause, two);
  assert.not(Object.keys(one).includes("message"), "hidden as it was");
});

test("cycles and what variables share stay one object", () => {
  const shared = { n: 1 };
  const ring: Record<string, unknown> = { shared };
  ring.self = ring;
  const bytes = new Uint8Array(8);
  const half = new Uint16Array(bytes.buffer, 2, 1);
  const after = back({ ring, shared, bytes, half, map: new Map([[ring, shared]]) });
  assert.is(after.ring.self, after.ring);
  assert.is(after.ring.shared, after.shared);
  assert.is(after.map.get(after.ring), after.shared);
  after.bytes[2] = 7;
  assert.is(after.half[0], 7);
});

test("holes, names beside elements, hidden and read-only properties and frozenness stay", () => {
  const holes = [1, , 3];
  const long = Object.assign(new Array(5000).fill(0), { unit: "m" });
  const sparse: number[] = [];
  sparse[4e9] = 1;
  const hidden = Object.defineProperty({ a: 1 }, "b", { value: 2 });
  const after = back({ holes, long, sparse, hidden, frozen: Object.freeze([1, { a: 1 }]) });
  assert.is(1 in after.holes, false);
  assert.is(after.long.unit, "m");
  assert.equal([after.sparse.length, after.sparse[4e9]], [4e9 + 1, 1]);
  assert.equal(
    Object.getOwnPropertyDescriptor(after.hidden, "b"),
    Object.getOwnPropertyDescriptor(hidden, "b"),
  );
  assert.ok(Object.isFrozen(after.frozen));
  assert.not(Object.isFrozen(after.frozen[1]));
});

test("a list of a hundred thousand links is as good as a flat one", () => {
  let list: unknown = null;
  for (let i = 0; i < 100_000; i++) list = { i, rest: list };
  let length = 0;
  for (let at = back({ list }).list; at; at = at.rest) length++;
  assert.is(length, 100_000);
});

class Point {
  x = 1;
}
class Fault extends Error {}
const gone = new ArrayBuffer(8);
structuredClone(gone, { transfer: [gone] });
const leftOut: [what: string, value: unknown, reason: string][] = [
  ["a function", () => 1, "a function"],
  ["a symbol", Symbol("s"), "a symbol"],
  ["an instance of a class", new Point(), "an instance of Point"],
  ["one deep within", { a: [{ "b c": new Point() }] }, 'its a[0]["b c"] is an instance of Point'],
  ["one in a map", new Map([["k", new Point()]]), "one of its entries is an instance of Point"],
  ["an error of a class of its own", new Fault("x"), "an instance of Fault"],
  ["an array of a class of its own", new (class Row extends Array {})(), "an instance of Row"],
  ["a URL", new URL("http://a.b"), "an instance of URL"],
  ["a boxed number", Object(1), "an instance of Number"],
  ["a promise", Promise.resolve(1), "an instance of Promise"],
  ["a weak map", new WeakMap(), "an instance of WeakMap"],
  ["a proxy", new Proxy({}, {}), "a proxy"],
  ["a property under a symbol", { [Symbol.iterator]: 1 }, "a property is under a symbol"],
  [
    "memory that threads share",
    new Uint8Array(new SharedArrayBuffer(8)),
    "memory that threads share",
  ],
  ["a buffer that was given away", gone, "a buffer that was handed over to somebody else"],
];
for (const [what, value, reason] of leftOut) {
  test(`${what} is left out, and said`, () => assert.is(reasonOf(value), reason));
}

test("nothing of the reader's is called: no getter, no trap, no method that a class replaces", () => {
  const called = () => assert.unreachable("a function of the reader was called");
  const getter = { get: called, enumerable: true };
  const list = [1, 2];
  Object.defineProperty(list, 1, getter);
  const map = Object.defineProperty(new Map(), "size", getter);
  const traps = new Proxy({}, new Proxy({}, { get: called }));
  const error = new Error("x");
  Object.defineProperty(error, "stack", getter);
  const view = Object.defineProperty(new Uint8Array(2000), "buffer", getter);
  const tagged = Object.defineProperty(new Array(2000).fill(0), Symbol.toStringTag, getter);
  assert.is(reasonOf({ a: Object.defineProperty({}, "b", getter) }), "its a.b is a getter");
  assert.is(reasonOf(list), "its [1] is a getter");
  assert.is(reasonOf({ traps }), "its traps is a proxy");
  assert.match(reasonOf(map), /size is a getter/);
  assert.match(reasonOf(view), /buffer is a getter/);
  assert.match(reasonOf(tagged), /under a symbol/);
  const named = Object.defineProperty(new Error("x"), "message", getter);
  const made = "an error whose stack or name a cell's code makes";
  assert.equal([reasonOf(error), reasonOf(named)], [made, made]);
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = called;
  const { value } = packed({ value: new Error("x") }).leftOut;
  Error.prepareStackTrace = prepareStackTrace;
  assert.is(value, made);
});

test("what is too much is left out alone, and what was shared with it comes with the others", () => {
  const shared = { n: 1 };
  const large = [shared, new Uint8Array(3000)];
  const budget = { bytes: 2000, milliseconds: 60_000 };
  const { names, leftOut: rest, tooMuch, bytes } = packed({ large, shared, s: "x" }, budget);
  assert.equal(names, ["shared", "s"]);
  assert.equal(tooMuch, ["large"]);
  assert.match(rest.large, /over the budget of 0\.0\d+ MiB/);
  assert.equal(unpack(bytes)[0].value, { n: 1 });
});

test("a value that takes too long is left out, and the others still have their time", () => {
  let time = 0;
  const clock = () => (time += 10);
  const many = () => Array.from({ length: 400_000 }, (_, i) => i);
  const budget = { bytes: 2 ** 26, milliseconds: 200 };
  const { names, leftOut: rest } = packed({ small: [1], many: many(), last: 2 }, budget, clock);
  assert.equal(names, ["small", "last"]);
  assert.is(rest.many, "over the budget of 0.2 s");
});

test("a value that was too much is not tried again", () => {
  const heavy = new WeakMap<object, string>();
  const value = new Uint8Array(100);
  let asked = 0;
  const large = { name: "large", assignable: true, get: () => (asked++, value) };
  assert.is(pack([large], { bytes: 50, milliseconds: 1e5 }, heavy).tooMuch.length, 1);
  const before = asked;
  const again = pack([large], plenty, heavy);
  assert.equal(again.tooMuch, ["large"]);
  assert.is(asked - before, 1, "it is looked up, and not written again");
  assert.equal(pack([variable("other", [1])], plenty, heavy).names, ["other"]);
});

test("a type is read off a value, wide for the reader and narrow to hold against another", () => {
  const value = { n: 1, list: [1, "a"], map: new Map([["k", new Date()]]), none: null };
  assert.is(
    valueType(value, false),
    '{ "n": number; "list": (number | string)[]; "map": Map<string, Date>; "none": null }',
  );
  assert.is(
    valueType(value, true),
    '{ "n": 1; "list": [1, "a"]; "map": Map<"k", Date>; "none": null }',
  );
  assert.is(valueType([], false), "(any)[]");
  const ring: unknown[] = [];
  ring.push(ring);
  assert.match(valueType(ring, false), /^\(+any/);
  const shapes = Array.from({ length: 100 }, (_, i) => ({ [`k${i}`]: i }));
  assert.is(valueType(shapes, false), "(any)[]");
  assert.is(
    valueType(
      Array.from({ length: 1e5 }, (_, i) => i),
      true,
    ),
    "(number)[]",
  );
});

test.run();
