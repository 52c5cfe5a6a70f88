import { deserialize, serialize } from "node:v8";
import { graphReader } from "./graphReader.js";
import { type Budget, graphWriter } from "./graphWriter.js";
import { LeftOut } from "./leftOut.js";
import type { PlainGraph, Root } from "./plainGraph.js";

/** A variable of the cells. */
export interface Variable {
  name: string;
  assignable: boolean;
  /** Its type as the compiler writes it, where it is known. */
  type?: string;
  get(): unknown;
  /** Why it is not held, whatever its value is. */
  never?: string;
}

/** A variable as a snapshot gives it back. */
export interface Unpacked extends Omit<Variable, "get" | "never"> {
  value: unknown;
}

/** Variables as bytes. */
export interface Pack {
  bytes: Uint8Array;
  names: string[];
  /** The others, and why. */
  leftOut: Record<string, string>;
  /** Those of them that are plain, and too much for the budget. */
  tooMuch: string[];
}

/**
 * Packs the variables whose values are plain, as long as the budget lasts: the last of them first.
 *
 * @param heavy values that were too much before, and are not tried again; takes those that are now
 */
export function pack(
  variables: Variable[],
  budget: Budget,
  heavy: WeakMap<object, string>,
  clock?: () => number,
): Pack {
  const { graph, add } = graphWriter(budget, clock);
  const held: (Omit<Unpacked, "value"> & { root: Root })[] = [];
  const leftOut: Record<string, string> = Object.create(null) as Record<string, string>;
  const tooMuch: string[] = [];
  for (const { name, assignable, type, get, never } of [...variables].reverse()) {
    let value: unknown;
    try {
      value = get();
      const known = heavy.get(value as object);
      if (known) throw new LeftOut(known, true);
      if (never) throw new LeftOut(never);
      held.push({ name, assignable, type, root: add(value) });
    } catch (error) {
      if (!(error instanceof LeftOut)) leftOut[name] = "it holds nothing yet";
      else {
        leftOut[name] = error.reason;
        if (!error.ofBudget) continue;
        tooMuch.push(name);
        if (typeof value === "object" && value !== null) heavy.set(value, error.reason);
      }
    }
  }
  const bytes = serialize({ graph, held: held.reverse() });
  return { bytes, names: held.map(({ name }) => name), leftOut: { ...leftOut }, tooMuch };
}

export function unpack(bytes: Uint8Array): Unpacked[] {
  const { graph, held } = deserialize(bytes) as {
    graph: PlainGraph;
    held: (Omit<Unpacked, "value"> & { root: Root })[];
  };
  const valueOf = graphReader(graph);
  return held.map(({ root, ...variable }) => ({ ...variable, value: valueOf(root) }));
}
