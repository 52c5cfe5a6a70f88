import type { CellLanguage } from "../../notebook/index.js";
import { isOfDom } from "./libraries.js";
import { declared, type Missing } from "./missing.js";

/** What is there although no declaration is in sight of the cells yet. */
export interface PlatformNames {
  /** Brings in sight what a cell, or a file, misses; gives whether the platform has it and it was not in sight. */
  provide(missing: Missing, code: string): boolean;
  /** Whether the types of the DOM are in sight. */
  dom(): boolean;
  /** The text that declares the others. */
  declarations(): string;
}

/**
 * The types of the DOM come in sight when a cell or a file of the project first names something that they alone declare:
 * most cells need none, and they take the compiler a while. What the global object holds by another's doing, a cell's
 * `globalThis.x = 1` (in JavaScript `x = 1`, too) or a package's, is of any type, and so is what this Node has and no library of the compiler describes.
 */
export function platformNames(language: CellLanguage): PlatformNames {
  const found = new Set<string>();
  let dom = false;
  return {
    provide(missing, code) {
      const { kind } = missing;
      if (!dom && kind === "name" && isOfDom(missing.name)) return (dom = true);
      const text =
        declared(missing) ??
        (kind === "name" && assigns(missing.name, code, language)
          ? `declare var ${missing.name}: any;\n`
          : "");
      if (text === "" || found.has(text)) return false;
      found.add(text);
      return true;
    },
    dom: () => dom,
    declarations: () => [...found].join(""),
  };
}

/** Whether a text gives the global object a property of this name. */
function assigns(name: string, code: string, language: CellLanguage): boolean {
  const targets = code.matchAll(
    language === "javascript"
      ? /(?:\bglobal(?:This)?\.|(?<![\p{ID_Continue}$.]))([\p{ID_Continue}$]+)\s*=(?![=>])/gu
      : /\bglobal(?:This)?\.([\p{ID_Continue}$]+)\s*=(?!=)/gu,
  );
  return [...targets].some(([, target]) => target === name);
}
