import { createRequire, isBuiltin } from "node:module";
import type { Diagnostic } from "./compiler.js";
import { quoted } from "../text/problem.js";

/** What the compiler says that there is not, and the running Node may have all the same. */
export type Missing =
  | { kind: "name"; name: string }
  | { kind: "member"; name: string; type: string }
  | { kind: "module"; specifier: string }
  | { kind: "export"; name: string; specifier: string };

const require = createRequire(import.meta.url);

/** Names that are declared nowhere, only by the DOM, in a later library, or as types alone. */
const names = new Set([2304, 2503, 2552, 2583, 2584, 2585, 2693, 2812]);
const members = new Set([2339, 2550, 2551]);
const modules = new Set([2307, 2580, 2591]);
const exported = new Set([2305, 2724]);

/** What a diagnostic says is missing. */
export function missingOf({ code, text }: Diagnostic): Missing | undefined {
  if (names.has(code)) return { kind: "name", name: quoted(text) };
  if (modules.has(code)) {
    const specifier = quoted(text);
    const isModule = specifier.startsWith("node:") || isBuiltin(specifier);
    return isModule ? { kind: "module", specifier } : { kind: "name", name: specifier };
  }
  if (members.has(code)) {
    const [, name, type] = /^Property '([^']+)' does not exist on type '([^']+)'/.exec(text) ?? [];
    return name === undefined ? undefined : { kind: "member", name, type };
  }
  if (exported.has(code)) {
    const [, specifier, name] = /^(?:Module )?'"([^']+)"'[^']*'([^']+)'/.exec(text) ?? [];
    return name === undefined ? undefined : { kind: "export", name, specifier };
  }
  return undefined;
}

/**
 * Declares, of any type, what the running Node has: a newer one may have more than the compiler's libraries and the types
 * of Node describe. Undefined for what it has not.
 */
export function declared(missing: Missing): string | undefined {
  if (missing.kind === "module") {
    return isBuiltin(missing.specifier) ? `declare module "${missing.specifier}";\n` : undefined;
  }
  const { kind, name } = missing;
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return undefined;
  if (kind === "name") {
    return Object.hasOwn(globalThis, name) ? `declare var ${name}: any;\n` : undefined;
  }
  if (kind === "member") {
    const interfaceName = holder(missing.type, name);
    return interfaceName && `interface ${interfaceName} { ${name}: any }\n`;
  }
  const { specifier } = missing;
  if (!isBuiltin(specifier) || !Object.hasOwn(require(specifier) as object, name)) return undefined;
  return `declare module "${specifier}" { export const ${name}: any; }\n`;
}

/** The interface of the standard library that a member belongs to, if the object behind it has the member. */
function holder(type: string, member: string): string | undefined {
  const name = interfaceOf(type);
  const globals = globalThis as unknown as Record<string, unknown>;
  const constructor = /^([A-Z]\w*)Constructor$/.exec(name)?.[1];
  if (constructor !== undefined && Object.hasOwn(globals, constructor)) {
    return has(globals[constructor], member) ? name : undefined;
  }
  const global = behind[name] ?? name;
  if (!Object.hasOwn(globals, global)) return undefined;
  const value = globals[global];
  const owner = typeof value === "function" ? (value.prototype as unknown) : value;
  return has(owner, member) ? name : undefined;
}

/** Interfaces whose members are those of an object of another name. */
const behind: Record<string, string> = { IteratorObject: "Iterator", ReadonlyArray: "Array" };

/** The interface that a type, as a message writes it, has its members from; no name of one if it is of another kind. */
function interfaceOf(type: string): string {
  if (type.endsWith("[]")) return type.startsWith("readonly ") ? "ReadonlyArray" : "Array";
  if (/^["`]/.test(type)) return "String";
  if (/^-?\d/.test(type)) return type.endsWith("n") ? "BigInt" : "Number";
  if (/^(?:string|number|boolean|symbol)$/.test(type)) return type[0].toUpperCase() + type.slice(1);
  return type === "bigint" ? "BigInt" : (/^[\w$]+/.exec(type)?.[0] ?? "");
}

function has(owner: unknown, member: string): boolean {
  return typeof owner === "object" || typeof owner === "function"
    ? owner !== null && member in owner
    : false;
}
