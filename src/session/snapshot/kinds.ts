import { types } from "node:util";
import { makesStacks } from "../failures/frames.js";
import { LeftOut } from "./leftOut.js";
import { errorKinds, viewKinds } from "./plainGraph.js";

/** What an object is to a graph, with what it takes to make one like it. */
export type Kind =
  | { kind: "object"; bare: boolean }
  | { kind: "array" | "map" | "set" }
  /** What V8 writes as a whole: a date, a regular expression, a buffer. */
  | { kind: "whole" }
  | { kind: "error"; name: string; stack: unknown }
  | { kind: "view"; name: string; buffer: ArrayBuffer; offset: number; length: number };

const plain: Kind = { kind: "object", bare: false };
const bare: Kind = { kind: "object", bare: true };
const array: Kind = { kind: "array" };
const map: Kind = { kind: "map" };
const set: Kind = { kind: "set" };
const whole: Kind = { kind: "whole" };

const descriptorOf = Object.getOwnPropertyDescriptor;
const ownStack = descriptorOf(new Error(), "stack");

/**
 * The kind of an object. It calls no code that may be a cell's: no trap of a proxy, no getter.
 *
 * @throws LeftOut for what is not plain
 */
export function kindOf(value: object): Kind {
  if (types.isProxy(value)) throw new LeftOut("a proxy");
  if (typeof value === "function") throw new LeftOut("a function");
  if (types.isModuleNamespaceObject(value)) throw new LeftOut("a module");
  const prototype = Object.getPrototypeOf(value) as object | null;
  const isMadeBy = (constructor: { prototype: unknown }) => prototype === constructor.prototype;
  if (Array.isArray(value) && isMadeBy(Array)) return array;
  if (types.isNativeError(value)) {
    const [name] = [...errorKinds].find(([, one]) => isMadeBy(one)) ?? [];
    if (name) return { kind: "error", name, stack: stackOf(value) };
  } else if (ArrayBuffer.isView(value)) {
    const [name] = [...viewKinds].find(([, one]) => isMadeBy(one)) ?? [];
    if (name) return viewOf(value, name);
  } else if (types.isArgumentsObject(value)) throw new LeftOut("an arguments object");
  else if (types.isMap(value)) {
    if (isMadeBy(Map)) return map;
  } else if (types.isSet(value)) {
    if (isMadeBy(Set)) return set;
  } else if (types.isDate(value)) {
    if (isMadeBy(Date)) return whole;
  } else if (types.isRegExp(value)) {
    if (isMadeBy(RegExp)) return whole;
  } else if (types.isArrayBuffer(value)) {
    if (isMadeBy(ArrayBuffer)) return bufferOf(value as ArrayBuffer);
  } else if (!Array.isArray(value) && (prototype === null || isMadeBy(Object))) {
    return prototype === null ? bare : plain;
  }
  throw new LeftOut(`an instance of ${classOf(prototype)}`);
}

const getterOf = (prototype: object, name: string) =>
  descriptorOf(prototype, name)?.get as (this: unknown) => unknown;
const typed = Object.getPrototypeOf(Uint8Array.prototype) as object;
/** Taken before a cell can hide or replace them. */
const views = [DataView.prototype, typed].map((prototype) => ({
  buffer: getterOf(prototype, "buffer"),
  offset: getterOf(prototype, "byteOffset"),
  bytes: getterOf(prototype, "byteLength"),
}));
const lengthOf = getterOf(typed, "length");
const byteLength = getterOf(ArrayBuffer.prototype, "byteLength");
const resizable = descriptorOf(ArrayBuffer.prototype, "resizable")?.get; // Node 20 and later

function viewOf(value: ArrayBufferView, name: string): Kind {
  const getters = views[types.isDataView(value) ? 0 : 1];
  const buffer = getters.buffer.call(value) as ArrayBuffer;
  if (!types.isArrayBuffer(buffer)) throw new LeftOut("memory that threads share");
  bufferOf(buffer);
  const length = (types.isDataView(value) ? getters.bytes : lengthOf).call(value) as number;
  return { kind: "view", name, buffer, offset: getters.offset.call(value) as number, length };
}

function bufferOf(buffer: ArrayBuffer): Kind {
  if (resizable?.call(buffer) === true) throw new LeftOut("a buffer that can be resized");
  try {
    new Uint8Array(buffer);
  } catch {
    throw new LeftOut("a buffer that was handed over to somebody else");
  }
  return whole;
}

/** The bytes of a buffer; 0 of what is none. */
export function bytesOf(value: object): number {
  return types.isArrayBuffer(value) ? (byteLength.call(value) as number) : 0;
}

/**
 * An error's stack. V8 makes it when it is first asked for, of the error's name and message, by a function that a cell
 * may have set: such a one is not asked.
 */
function stackOf(error: Error): unknown {
  const isText = (name: string) => {
    const own = descriptorOf(error, name);
    return !own || typeof own.value === "string";
  };
  if (isText("name") && isText("message") && makesStacks()) {
    const stack = descriptorOf(error, "stack");
    if (!stack?.get) return stack?.value;
    if (stack.get === ownStack?.get) return stack.get.call(error);
  }
  throw new LeftOut("an error whose stack or name a cell's code makes");
}

/** The name of a class, as far as it can be told from its prototype without calling anything. */
function classOf(prototype: object | null): string {
  let name: unknown;
  if (prototype && !types.isProxy(prototype)) {
    const made: unknown = descriptorOf(prototype, "constructor")?.value;
    if (typeof made === "function" && !types.isProxy(made))
      name = descriptorOf(made, "name")?.value;
  }
  return typeof name === "string" && name ? name : "a class without a name";
}
