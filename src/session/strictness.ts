import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { denoCure } from "./names/denoNames.js";
import { nearest } from "./project.js";

/** How cells without a tsconfig.json are checked strictly: by a comment, for a project, or for all. */
const ways =
  'a comment `// @strict` in the cell, "rederive": { "strict": true } in package.json, or REDERIVE_STRICT=1';

/** What stands below warnings. */
export const howStrict = `The cell runs all the same. Errors instead: ${ways}.\n`;

/**
 * Whether the reader, or the project in a folder, asks for a setting: that cells without a tsconfig.json be checked
 * strictly, that snapshots be taken.
 */
export function isAsked(
  setting: "strict" | "snapshot",
  root: string,
  env: NodeJS.ProcessEnv,
): boolean {
  const said = env[`REDERIVE_${setting.toUpperCase()}`];
  if (said) return !/^(?:0|false)$/i.test(said);
  try {
    const { rederive } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      rederive?: Record<string, unknown>;
    };
    return rederive?.[setting] === true;
  } catch {
    return false; // no package.json, or none that can be read: npm says so better
  }
}

/** What can be done about a cell that does not type-check, by what it was checked. */
export function cureOf(
  messages: string[],
  { cwd, config, strict }: { cwd: string; config?: string; strict: boolean },
): string {
  const packages = messages.flatMap(
    (text) =>
      /^Cannot (?:find module|load) '((?:@[^'/:]+\/)?[^'./#:][^'/:]*)['/]/.exec(text)?.[1] ?? [],
  );
  const [missing] = packages.filter(
    (name) => !isBuiltin(name) && !nearest(cwd, join("node_modules", name)),
  );
  if (missing) return `To have the package: npm install ${missing}`;
  const ofDeno = denoCure(messages);
  if (ofDeno) return ofDeno;
  const [wasm] = messages.flatMap(
    (text) => /^Cannot find module '([^']+)\.wasm'/.exec(text)?.[1] ?? [],
  );
  if (wasm) return `To import it, declare what it exports in ${wasm}.d.wasm.ts`;
  const unchecked = "To run the cell unchecked, begin it with `// @ts-nocheck`.";
  if (config) return `Checked by the rules of ${config}. ${unchecked}`;
  if (strict)
    return `Checked strictly, as you asked: else what stock tslab accepts is only warned of. ${unchecked}`;
  return unchecked;
}
