// A program in one file, run with the code that V8 made of it before: to read and compile it takes a short process a tenth
// of its time. What V8 cannot use, being of another version or another program, it leaves aside.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** Where the code of a program is kept. */
export const keptBeside = (program) => `${program}.v8`;

/**
 * Runs a program, a file of CommonJS that exports nothing.
 *
 * @returns its script, of whose code a copy can be made
 */
export function runKept(url) {
  const filename = fileURLToPath(url);
  const source = `(require) => {${readFileSync(filename, "utf8")}\n}`;
  const script = new Script(source, { filename, cachedData: codeOf(filename) });
  script.runInThisContext()(createRequire(url));
  return script;
}

function codeOf(program) {
  try {
    return readFileSync(keptBeside(program));
  } catch {
    return undefined; // nothing is kept, and it is compiled
  }
}
