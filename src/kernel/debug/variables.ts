import type { Debugger, Runtime } from "node:inspector";
import { describe, kindOf } from "./describe.js";
import type { Inspector } from "./inspect/inspector.js";

/** A variable as the debug adapter protocol has it. */
export interface Variable {
  name: string;
  value: string;
  /** Of an object: JupyterLab shows a type, where there is one, in place of the value. */
  type?: string;
  evaluateName?: string;
  /** By which its parts are asked for; 0 if it has none. */
  variablesReference: number;
  indexedVariables?: number;
}

/** Until when references hold: while the code stands where it does, or until the variables are looked at anew. */
export type Group = "stop" | "idle";

/** Variables and their parts, by references that the client is given. */
export interface Variables {
  /** A reference to what several objects of the inspector hold, which have no name themselves. */
  scope(group: Group, objectIds: string[], more?: Variable[]): number;
  variable(group: Group, name: string, value: Runtime.RemoteObject): Variable;
  /** @throws Error if the reference does not hold any more */
  parts(reference: number, part?: Part): Promise<Variable[]>;
  /** The inspector's object of a part. */
  find(reference: number, name: string): Promise<Runtime.RemoteObject | undefined>;
  forget(group: Group): void;
}

/** Of a list, the elements that are asked for. */
export interface Part {
  start?: number;
  count?: number;
  filter?: "indexed" | "named";
}

interface Held {
  group: Group;
  objectIds: string[];
  more?: Variable[];
  /** How many elements, of a list. */
  length?: number;
  /** The first of them, where only a part of the list is meant. */
  start?: number;
}

/** Elements of a list that are shown at once: a client asks for the next ones, and its tree stays usable. */
const most = 100;

/** Names that belong to what runs a cell. */
const isKernels = (name: string) => name === "__cell__";

export function variables({ post }: Pick<Inspector, "post">): Variables {
  const held = new Map<number, Held>();
  let last = 0;
  const hold = (one: Held) => {
    held.set(++last, one);
    return last;
  };
  const variable: Variables["variable"] = (group, name, value) => {
    const { objectId, subtype = "" } = value;
    const isList = subtype === "array" || subtype === "typedarray";
    const length = isList ? Number(/\((\d+)\)$/.exec(value.description ?? "")?.[1]) : undefined;
    const reference = objectId ? hold({ group, objectIds: [objectId], length }) : 0;
    const shown = {
      name,
      value: describe(value),
      ...(objectId ? { type: kindOf(value) } : {}),
      variablesReference: reference,
    };
    return length ? { ...shown, indexedVariables: length } : shown;
  };

  /** The descriptors of an object's own properties, and what the inspector alone sees of it. */
  const propertiesOf = async (objectId: string): Promise<Runtime.PropertyDescriptor[]> => {
    const asked = { objectId, ownProperties: true, generatePreview: true };
    const found = await post<Runtime.GetPropertiesReturnType>("Runtime.getProperties", asked);
    const internal = (found.internalProperties ?? []).filter(
      ({ name }) => !/^\[\[(?:Prototype|Scopes|FunctionLocation)\]\]$/.test(name),
    );
    return [
      ...found.result.filter(({ name }) => !isKernels(name)),
      ...internal,
    ] as Runtime.PropertyDescriptor[];
  };

  const partOf = (group: Group, { name, value, get }: Runtime.PropertyDescriptor): Variable =>
    value
      ? variable(group, name, value)
      : { name, value: get ? "(getter)" : "(not yet)", variablesReference: 0 };

  /** Elements of a list by themselves, so that a long one is not taken over whole. */
  const elements = async ({ group, objectIds: [objectId] }: Held, start: number, count: number) => {
    const functionDeclaration =
      "function (start, end) { return Array.prototype.slice.call(this, start, end); }";
    const args = [{ value: start }, { value: start + count }];
    const asked = {
      objectId,
      functionDeclaration,
      arguments: args,
      objectGroup: group,
      silent: true,
    };
    const { result } = await post<Runtime.CallFunctionOnReturnType>(
      "Runtime.callFunctionOn",
      asked,
    );
    const all = result.objectId ? await propertiesOf(result.objectId) : [];
    return all
      .filter(({ name }) => /^\d+$/.test(name))
      .map((one) => ({ ...one, name: String(Number(one.name) + start) }));
  };

  /** A long list by parts, each of which is asked for by itself. */
  const ranges = (one: Held, start: number, count: number): Variable[] => {
    let size = most;
    while (size * most < count) size *= most;
    return Array.from({ length: Math.ceil(count / size) }, (_, i) => {
      const [first, length] = [start + i * size, Math.min(size, count - i * size)];
      const variablesReference = hold({ ...one, start: first, length });
      const name = `[${first} … ${first + length - 1}]`;
      return { name, value: `${length} elements`, variablesReference };
    });
  };

  const find = (reference: number): Held => {
    const one = held.get(reference);
    if (one) return one;
    throw new Error(
      `variablesReference ${reference} does not hold any more: the code went on, or the variables were asked for anew`,
    );
  };

  return {
    variable,
    scope: (group, objectIds, more) => hold({ group, objectIds, more }),
    async parts(reference, { start = 0, count, filter } = {}) {
      const one = find(reference);
      const { group, objectIds, more = [], length } = one;
      if (length !== undefined && filter !== "named") {
        const first = (one.start ?? 0) + start;
        const asked = Math.max(0, Math.min(count || length, length - start));
        if (asked > most && !count) return ranges(one, first, asked);
        if (one.start !== undefined || count || length > most || filter === "indexed") {
          return (await elements(one, first, asked)).map((part) => partOf(group, part));
        }
      }
      const all = (await Promise.all(objectIds.map(propertiesOf))).flat();
      const shown =
        filter === "named" && length !== undefined
          ? all.filter(({ name }) => !/^\d+$/.test(name))
          : all;
      return [...shown.map((part) => partOf(group, part)), ...more];
    },
    async find(reference, name) {
      const all = (await Promise.all(find(reference).objectIds.map(propertiesOf))).flat();
      return all.find((one) => one.name === name)?.value;
    },
    forget(group) {
      for (const [reference, one] of held) if (one.group === group) held.delete(reference);
      void post("Runtime.releaseObjectGroup", { objectGroup: group }).catch(() => {});
    },
  };
}

/** A scope of a frame, as the client shows it. */
export interface Scope {
  name: string;
  variablesReference: number;
  expensive: boolean;
}

/** The scopes that are the reader's, the innermost first: what the function has, what stands around it. */
export function scopesOf(frame: Debugger.CallFrame, all: Variables, globals: string[]): Scope[] {
  const chain = frame.scopeChain;
  const inner = chain.findIndex(({ type }) => type === "local" || type === "module") + 1;
  const ids = (scopes: Debugger.Scope[]) => scopes.flatMap(({ object }) => object.objectId ?? []);
  const more: Variable[] = [];
  const isOwn = frame.this.type !== "undefined" && frame.this.className !== "global";
  if (isOwn) more.push(all.variable("stop", "this", frame.this));
  if (frame.returnValue) more.push(all.variable("stop", "(value given back)", frame.returnValue));
  const around = chain.slice(inner).filter(({ type }) => !["global", "script"].includes(type));
  const scope = (name: string, objectIds: string[], extra?: Variable[]) => ({
    name,
    variablesReference: all.scope("stop", objectIds, extra),
    expensive: false,
  });
  return [
    scope("Locals", ids(chain.slice(0, inner)), more),
    ...(around.length ? [scope("Around", ids(around))] : []),
    scope("Globals", globals),
  ];
}
