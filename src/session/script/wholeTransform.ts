import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { CompileError } from "../text/compileError.js";
import { nativeProgram } from "./nativeCompiler.js";
import type { Dialect, JavaScript } from "./dialect.js";

/**
 * Compiles by the native compiler that also checks the cells, for what a quicker one cannot: some fifteen milliseconds,
 * because it takes a file and writes files.
 *
 * @throws CompileError at what cannot be compiled
 */
export function wholeTransform(
  name: string,
  text: string,
  dialect: Dialect,
  sourcemap: boolean,
): JavaScript {
  return compiled(name, text, { ...optionsOf(dialect), module: "preserve", sourceMap: sourcemap });
}

/**
 * Compiles a file for `require`, its lines kept as far as the compiler keeps them.
 *
 * @throws CompileError at what cannot be compiled
 */
export function commonJs(
  name: string,
  text: string,
  dialect: Dialect,
  sourceMap = false,
): JavaScript {
  return compiled(name, text, {
    ...optionsOf(dialect),
    module: "commonjs",
    sourceMap,
    ignoreDeprecations: "6.0",
  });
}

function compiled(name: string, text: string, options: Record<string, unknown>): JavaScript {
  const folder = mkdtempSync(join(tmpdir(), "rederive-"));
  try {
    const extension = extname(name);
    writeFileSync(join(folder, `code${extension}`), text, { mode: 0o600 });
    const config = { files: [`code${extension}`], compilerOptions: options };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const program = spawnSync(nativeProgram(), ["-p", folder, "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (program.error) throw program.error;
    const problem = firstProblem(program.stdout);
    if (problem) throw new CompileError({ ...problem, file: name }, text);
    const output = join(folder, "out", `code${outputs[extension] ?? ".js"}`);
    const code = readFileSync(output, "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
    const map = options.sourceMap
      ? (JSON.parse(readFileSync(`${output}.map`, "utf8")) as object)
      : undefined;
    return { code, map };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const outputs: Record<string, string> = { ".mts": ".mjs", ".cts": ".cjs" };

/** Nothing is looked up and nothing checked: what is wrong with the syntax is all that is said with a place. */
function optionsOf({ legacyDecorators, jsx }: Dialect): Record<string, unknown> {
  const classic = jsx?.runtime === "classic";
  return {
    target: "es2022",
    moduleDetection: "force",
    isolatedModules: true,
    noCheck: true,
    noResolve: true,
    noLib: true,
    types: [],
    outDir: "out",
    experimentalDecorators: legacyDecorators,
    jsx: classic ? "react" : "react-jsx",
    ...(classic
      ? { jsxFactory: jsx.pragma, jsxFragmentFactory: jsx.pragmaFrag }
      : { jsxImportSource: jsx?.importSource }),
  };
}

function firstProblem(said: string) {
  const found = /^code\.\w+\((\d+),(\d+)\): error TS\d+: (.*)$/m.exec(said);
  if (!found) return undefined;
  const [, line, column, message] = found;
  return { line: Number(line) - 1, column: Number(column) - 1, message };
}

/** Whether a namespace stands in several parts, or beside an enum of its name: the parts see each other's names. */
export function merges(text: string): boolean {
  if (!/\b(?:namespace|module)\s/.test(text)) return false;
  const seen = new Set<string>();
  for (const [, kind, path] of text.matchAll(
    /\b(namespace|module|enum)\s+([\p{ID_Continue}$.]+)/gu,
  )) {
    for (const name of kind === "enum" ? [path] : path.split(".")) {
      if (seen.has(name)) return true;
      seen.add(name);
    }
  }
  return false;
}
