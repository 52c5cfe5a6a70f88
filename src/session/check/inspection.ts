import { relative } from "node:path";
import type { MimeData } from "../../notebook/index.js";
import type { Checker } from "./checker.js";
import { describe, symbolAt } from "../compiler/symbols.js";

/**
 * Signature and documentation of the name at the cursor, or, where there is none, of the function in whose call the
 * cursor stands.
 *
 * @param detail 1 adds where the name is declared
 */
export function inspectCode(
  checker: Checker,
  code: string,
  cursor: number,
  detail: 0 | 1,
  root: string,
): MimeData | undefined {
  const { project, file } = checker.look(code);
  for (const position of [nameAt(code, cursor), calledAt(code, cursor)]) {
    if (position === undefined) continue;
    const symbol = symbolAt(project, file, position);
    // In a comment the compiler takes the whole cell for what stands there.
    if (!symbol || /__cell\d*__"?$/.test(symbol.name)) continue;
    const { signature, documentation, tags, declared } = describe(project, symbol, detail === 1);
    const path = declared && !/__cell\d*__\.[jt]s$/.test(declared.path) ? declared.path : undefined;
    const place = path ? `declared at ${shownPath(path, root)}:${declared?.line}` : "";
    const text = [signature, documentation, tags.join("\n"), place];
    const listed = tags.map((tag) => `- ${tag.replace(/^@\S+/, "`$&`").replace(/\n/g, "\n  ")}`);
    const block = `\`\`\`typescript\n${signature}\n\`\`\``;
    const markdown = [block, documentation, listed.join("\n"), place];
    return {
      "text/plain": text.filter(Boolean).join("\n\n"),
      "text/markdown": markdown.filter(Boolean).join("\n\n"),
    };
  }
  return undefined;
}

/** A path below the project's root, or below the packages that stand elsewhere. */
function shownPath(path: string, root: string): string {
  const below = relative(root, path);
  return below.startsWith("..") ? path.replace(/^.*\/(?=node_modules\/)/, "") : below;
}

/** Where the name begins that the cursor touches. */
function nameAt(code: string, cursor: number): number | undefined {
  const before = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, cursor))?.[0].length ?? 0;
  const start = cursor - before;
  return /^[\p{ID_Start}$_]/u.test(code.slice(start)) ? start : undefined;
}

/** Where the name begins of the function in whose brackets the cursor stands. */
function calledAt(code: string, cursor: number): number | undefined {
  let depth = 0;
  for (let at = cursor - 1; at >= 0; at--) {
    if (code[at] === ")") depth++;
    else if (code[at] === "(" && depth-- === 0) return nameAt(code, at);
  }
  return undefined;
}
