import { fileURLToPath } from "node:url";
import { valueBundle } from "../forms/bundle.js";
import type { Runner } from "./runner.js";
import type { Scope } from "./scope.js";
import type { SourceFiles } from "../script/sourceFiles.js";
import { toJavaScript } from "../script/transform.js";
import { valueText } from "../forms/valueText.js";
import { awaited } from "../debug/loaded.js";
import { spansOf } from "../debug/tries.js";
import type { Dialect } from "../script/dialect.js";

/** What compiled code was made from. */
export interface CodeSource {
  /** The text of a cell; undefined for a file. */
  code?: string;
  map?: object;
  /** Characters of the code. */
  length?: number;
  /** Characters that stand before what the map is of. */
  prefix: number;
}

/** What the session gives of itself to a debugger. */
export interface ViewParts {
  runner: Pick<Runner, "ranAs">;
  files: Pick<SourceFiles, "mapOf">;
  scope: Pick<Scope, "hidden">;
  dialect: Dialect;
}

/** Installs what a debugger asks by `viewExpression` of names.ts. */
export function installDebugView({ runner, files, scope, dialect }: ViewParts): void {
  const platform = new Set(Object.getOwnPropertyNames(globalThis));
  const given = new Set(Object.values(scope.hidden()));
  const view = {
    /** Says in what the breakpoints are, so that it is told of. */
    await(keys: (string | number)[]): void {
      awaited.clear();
      for (const key of keys) awaited.add(key);
    },
    /** Of a script, by its address. */
    sourceOf(url: string): CodeSource | undefined {
      const ran = runner.ranAs(url);
      if (ran) {
        const { code, map, prefix } = ran.script;
        return { code: ran.code, map, prefix, length: code.length };
      }
      const map = url.startsWith("file:") ? files.mapOf(fileURLToPath(url)) : undefined;
      return map && { map, prefix: 0 };
    },
    /** The variables of the cells, as an object of their values. */
    variables(): object {
      const values = Object.create(null) as Record<string, unknown>;
      const global = globalThis as Record<string, unknown>;
      const hiding = Object.entries(scope.hidden()).filter(([, get]) => !given.has(get));
      const names = Object.keys(global).filter((name) => !platform.has(name));
      for (const [name, get] of [
        ...names.map((one) => [one, () => global[one]] as const),
        ...hiding,
      ]) {
        try {
          values[name] = get();
        } catch {
          // It was declared by a cell that failed before it.
        }
      }
      return values;
    },
    /** TypeScript as JavaScript. */
    javaScript: (text: string) => toJavaScript("expression.ts", text, dialect).code,
    spansOf,
    text: (value: unknown) => ({ "text/plain": valueText(value) }),
    bundle: valueBundle,
  };
  Object.defineProperty(globalThis, Symbol.for("rederive.debug"), { value: view });
}
