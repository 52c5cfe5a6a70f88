import { builtinModules, createRequire } from "node:module";
import { join } from "node:path";
import { nearest } from "../../project/index.js";
import type { CheckRules } from "./checkRules.js";

/** What the compiler says of a name that nothing declares, where it has no guess of its own. */
const unknown = /^Cannot find (?:name|namespace) '([^']+)'\.$/;

/** A name that a message of the compiler says is declared nowhere. */
export function unknownName(message: string): string | undefined {
  return unknown.exec(message)?.[1];
}

/** What can be done about it, if anything stands for the name: a module of Node, a package, an earlier cell. */
export function cureOfName(
  name: string,
  { cwd, cellOf, packageOf }: Pick<CheckRules, "cwd" | "cellOf" | "packageOf">,
): string | undefined {
  const cell = cellOf(name);
  if (cell !== undefined) {
    return `Cell ${cell}, which declares \`${name}\`, failed: mend it, and run it first.`;
  }
  const own = packageOf(name);
  if (own !== undefined) return `To have it: import { ${name} } from "${own}"`;
  if (modules.includes(name)) return `To have it: import * as ${name} from "node:${name}"`;
  const [first, ...others] = modules.filter((module) => exports(module, name));
  if (first) {
    const also = others.length
      ? `, or from ${others.map((module) => `"node:${module}"`).join(" or ")}`
      : "";
    return `To have it: import { ${name} } from "node:${first}"${also}`;
  }
  if (nearest(cwd, join("node_modules", name))) return `To have it: import ${name} from "${name}"`;
  return undefined;
}

const require = createRequire(import.meta.url);

/**
 * The modules of Node whose names a program would say. Of the others, Node warns that they are old or new when they are
 * loaded, or changes the whole process: `domain`, which `repl` loads too, changes how events are emitted.
 */
const modules = builtinModules.filter(
  (name) => !/^_|[/:]|^(?:punycode|sys|wasi|trace_events|constants|sqlite|domain|repl)$/.test(name),
);

function exports(module: string, name: string): boolean {
  const given = require(`node:${module}`) as object;
  return Object.hasOwn(given, name) && !name.startsWith("_");
}
