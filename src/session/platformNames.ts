import { isOfDom } from "./libraries.js";

/** Names of the platform that are there although no declaration is in sight of the cells yet. */
export interface PlatformNames {
  /** Brings a name in sight that a cell, or a file, uses; gives whether it is one of the platform that was not. */
  provide(name: string, code: string): boolean;
  /** Whether the types of the DOM are in sight. */
  dom(): boolean;
  /** The text that declares the others. */
  declarations(): string;
}

/**
 * The types of the DOM come in sight when a cell or a file of the project first names something that they alone declare:
 * most cells need none, and they take the compiler a while. What the global object holds by another's doing, a cell's
 * `globalThis.x = 1` or a package's, is of any type.
 */
export function platformNames(): PlatformNames {
  const found = new Set<string>();
  let dom = false;
  return {
    provide(name, code) {
      if (!dom && isOfDom(name)) return (dom = true);
      if (found.has(name) || !(Object.hasOwn(globalThis, name) || assigns(name, code)))
        return false;
      found.add(name);
      return true;
    },
    dom: () => dom,
    declarations: () => [...found].map((name) => `declare var ${name}: any;\n`).join(""),
  };
}

/** Whether a text gives the global object a property of this name. */
function assigns(name: string, code: string): boolean {
  const targets = code.matchAll(/\bglobal(?:This)?\.([\p{ID_Continue}$]+)\s*=(?!=)/gu);
  return [...targets].some(([, target]) => target === name);
}
