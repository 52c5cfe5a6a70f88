import { readFileSync } from "node:fs";
import { join } from "node:path";

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
