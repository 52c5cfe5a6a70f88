import { aKey, anEntry, aSymbol, type Key, otherKeys, pathText } from "./keys.js";
import { bytesOf, kindOf, type Kind } from "./kinds.js";
import { LeftOut } from "./leftOut.js";
import { configurable, enumerable, type PlainGraph, type Root, writable } from "./plainGraph.js";

/** What a graph may take. */
export interface Budget {
  bytes: number;
  milliseconds: number;
}

/** Bytes that a number, a reference or a key counts as. */
const slot = 16;

/** Steps between two looks at the clock. */
const steps = 8192;

const { hasOwn, getOwnPropertyDescriptor: descriptorOf } = Object;
const { __lookupGetter__: getterOf } = Object.prototype as unknown as {
  __lookupGetter__(this: object, key: number): unknown;
};
const eachOfMap = Map.prototype.forEach;
const eachOfSet = Set.prototype.forEach;
// A cell, or a reproducible session, may change the clock.
const { now } = performance;
const { cpuUsage } = process;

/**
 * Milliseconds that this thread has been at work, at most: those that have passed, or those that the process has had. On a
 * machine with much else to do the first are many more, and where other threads work the second.
 */
function stopwatch(): () => number {
  const began = now.call(performance);
  const before = cpuUsage();
  return () => {
    const { user, system } = cpuUsage(before);
    return Math.min(now.call(performance) - began, (user + system) / 1000);
  };
}

/**
 * Writes values into one graph, so that what they share is shared. Only own properties that hold a value are read: no
 * code of a cell is called.
 */
export function graphWriter(budget: Budget, clock: () => number = stopwatch()) {
  const graph: PlainGraph = { mark: {}, row: [], starts: [] };
  const { mark, row, starts } = graph;
  const objects: object[] = [];
  const numbers = new Map<object, number>();
  /** Where each object was met first: the number of the one that holds it, and under which key. */
  const holders: number[] = [];
  const keys: Key[] = [];
  const end = clock() + budget.milliseconds;
  let until = end;
  let spent = 0;
  let done = 0;

  const pathTo = (at: number): Key[] => {
    return holders[at] < 0 ? [] : [...pathTo(holders[at]), keys[at]];
  };
  const leaveOut = (reason: string, path: Key[]): never => {
    throw new LeftOut(path.length ? `${pathText(path)} is ${reason}` : reason);
  };
  const count = (bytes: number) => {
    spent += bytes;
    if (spent > budget.bytes) {
      throw new LeftOut(`over the budget of ${budget.bytes / 2 ** 20} MiB`, true);
    }
    if (++done % steps === 0 && clock() > until) {
      throw new LeftOut(`over the budget of ${budget.milliseconds / 1000} s`, true);
    }
  };
  const refer = (value: object, holder: number, key: Key): number => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, objects.length);
    holders.push(holder);
    keys.push(key);
    return objects.push(value) - 1;
  };
  const put = (value: unknown, at: number, key: Key) => {
    if (typeof value === "symbol") leaveOut("a symbol", [...pathTo(at), key]);
    if (isObject(value)) row.push(mark, refer(value, at, key));
    else row.push(value);
    count(typeof value === "string" ? slot + 2 * value.length : slot);
  };

  /** Writes the elements of an array up to the first that is missing; gives how many. */
  const elements = (list: unknown[], most: number, at: number): number => {
    const place = row.push(0) - 1;
    let length = 0;
    while (length < most && hasOwn(list, length)) {
      if (getterOf.call(list, length)) leaveOut("a getter", [...pathTo(at), length]);
      put(list[length], at, length++);
    }
    row[place] = length;
    return length;
  };
  const contents = (value: object, { kind }: Kind, at: number) => {
    const place = row.push(0) - 1;
    let size = 0;
    const entry = (item: unknown, key: unknown) => {
      size++;
      put(key, at, aKey);
      if (kind === "map") put(item, at, anEntry);
    };
    if (kind === "map") eachOfMap.call(value as Map<unknown, unknown>, entry);
    else eachOfSet.call(value as Set<unknown>, entry);
    row[place] = size;
  };
  const properties = (value: object, names: (string | symbol)[], at: number) => {
    const place = row.push(0) - 1;
    let written = 0;
    for (const key of names) {
      if (typeof key === "symbol") return leaveOut("under a symbol", [...pathTo(at), aSymbol]);
      const one = descriptorOf(value, key);
      if (!one) continue;
      if (!("value" in one)) leaveOut("a getter", [...pathTo(at), key]);
      if (key === "length" && Array.isArray(value) && one.writable) continue;
      const bits =
        (one.writable ? writable : 0) |
        (one.enumerable ? enumerable : 0) |
        (one.configurable ? configurable : 0);
      row.push(key, bits);
      put(one.value, at, key);
      written++;
    }
    row[place] = written;
  };

  const write = (at: number) => {
    const value = objects[at];
    let kind: Kind;
    try {
      kind = kindOf(value);
    } catch (error) {
      if (error instanceof LeftOut) leaveOut(error.reason, pathTo(at));
      throw error;
    }
    count(slot + (kind.kind === "whole" ? bytesOf(value) : 0));
    starts[at] = row.length;
    const extensible = Object.isExtensible(value);
    row.push(kind.kind, extensible);
    let names: (string | symbol)[] | undefined;
    switch (kind.kind) {
      case "object":
        row.push(kind.bare);
        break;
      case "array": {
        const list = value as unknown[];
        row.push(list.length);
        // The elements of one that is frozen or sealed are properties like others.
        const length = elements(list, extensible ? list.length : 0, at);
        names = otherKeys(list, length);
        break;
      }
      case "map":
      case "set":
        contents(value, kind, at);
        break;
      case "whole":
        row.push(value);
        break;
      case "error":
        row.push(kind.name, kind.stack);
        names = Reflect.ownKeys(value).filter((key) => key !== "stack");
        break;
      case "view":
        row.push(kind.name, refer(kind.buffer, at, "buffer"), kind.offset, kind.length);
        names = otherKeys(value as unknown[], kind.length);
    }
    properties(value, names ?? Reflect.ownKeys(value), at);
  };

  /**
   * Adds a value with all that it holds; half of the time that is left may go to it.
   *
   * @throws LeftOut if that cannot be; nothing of it is then added
   */
  const add = (value: unknown): Root => {
    const before = { objects: objects.length, row: row.length, spent };
    until = (clock() + end) / 2;
    try {
      if (typeof value === "symbol") throw new LeftOut("a symbol");
      count(typeof value === "string" ? slot + 2 * value.length : slot);
      if (!isObject(value)) return { value };
      const object = refer(value, -1, "");
      for (let at = before.objects; at < objects.length; at++) write(at);
      return { object };
    } catch (error) {
      for (const one of objects.splice(before.objects)) numbers.delete(one);
      holders.length = keys.length = starts.length = before.objects;
      row.length = before.row;
      ({ spent } = before);
      throw error;
    }
  };
  return { graph, add };
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
