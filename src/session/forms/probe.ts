import { types } from "node:util";
import { guarded, isInterruption } from "../interrupt/guard.js";

/** A value of whose properties is asked without harm: what throws is as if it were not there. */
export interface Probe {
  get(key: PropertyKey): unknown;
  /** What a method gives, once it has come; undefined if there is none, or if it fails. */
  call(key: PropertyKey, ...args: unknown[]): Promise<unknown>;
  has(...methods: PropertyKey[]): boolean;
}

/**
 * Looks into a value for the ways in which libraries show theirs. Of a proxy nothing is asked: one that stands for
 * another value answers to every name.
 */
export function probe(value: unknown): Probe | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  if (types.isProxy(value)) return undefined;
  const get = (key: PropertyKey): unknown => {
    try {
      return guarded(() => (value as Record<PropertyKey, unknown>)[key]);
    } catch (error) {
      if (isInterruption(error)) throw error;
      return undefined;
    }
  };
  const has = (...methods: PropertyKey[]) => methods.every((key) => typeof get(key) === "function");
  return {
    get,
    has,
    async call(key, ...args) {
      if (!has(key)) return undefined;
      const method = get(key) as (...values: unknown[]) => unknown;
      try {
        return await guarded(() => method.apply(value, args));
      } catch (error) {
        if (isInterruption(error)) throw error;
        return undefined;
      }
    },
  };
}

/** Whether a value is a record as a literal makes one. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || types.isProxy(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
