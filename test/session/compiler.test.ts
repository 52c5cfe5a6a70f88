import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openCompiler, SymbolFlags } from "../../src/session/compiler.js";
import { childrenOf } from "./processes.js";
import { project } from "./project.js";

const test = suite("session: the compiler's interface");

const root = join(import.meta.dirname, "..", "..");

/** A compiler over one file in memory. */
function open() {
  const own = project();
  const [config, file] = [join(own.folder, "cells", "tsconfig.json"), join(own.folder, "cell.ts")];
  const options = { strict: true, noEmit: true, types: [], lib: ["es2022"], target: "es2022" };
  const texts = new Map([[config, JSON.stringify({ files: [file], compilerOptions: options })]]);
  const compiler = openCompiler(own.folder, config, (path) => texts.get(path));
  return {
    compiler,
    check(text: string) {
      texts.set(file, text);
      return compiler.project({ changed: [file] }).program.getSemanticDiagnostics(file);
    },
    file,
    close() {
      compiler.close();
      own.remove();
    },
  };
}

test("the version is pinned, because the interface is marked unstable", () => {
  const text = readFileSync(join(root, "package.json"), "utf8");
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  assert.is(dependencies.typescript, "7.0.2");
});

test("diagnostics come with place, code and text, and go with the error", () => {
  const { check, close } = open();
  const [diagnostic, ...others] = check("const n: number = 'one';");
  assert.equal([diagnostic.pos, diagnostic.end, diagnostic.code], [6, 7, 2322]);
  assert.is(diagnostic.text, "Type 'string' is not assignable to type 'number'.");
  assert.equal(others, []);
  assert.equal(check("const n: number = 1;"), []);
  close();
});

test("names have types, documentation and completions", () => {
  const { compiler, check, file, close } = open();
  const text = "/** Says so. */\nfunction f(x: number) { return [x]; }\nf(1).map";
  check(text);
  const { checker } = compiler.project({ changed: [] });
  const symbol = checker.getSymbolAtPosition(file, text.indexOf("f(1)"));
  assert.ok(symbol && symbol.flags & SymbolFlags.Function);
  assert.is(symbol.getDocumentationComment(checker), "Says so.");
  const type = checker.getTypeOfSymbol(symbol);
  assert.is(type && checker.typeToString(type), "(x: number) => number[]");
  const names = checker
    .getCompletionsAtPosition(file, text.length)
    ?.entries.map(({ name }) => name);
  assert.ok(names?.includes("flatMap"));
  close();
});

test("a compiler that was killed is started anew by the next question", () => {
  const { check, close } = open();
  check("1");
  const [pid, ...others] = childrenOf(process.pid, "--api");
  assert.equal(others, []);
  process.kill(pid, "SIGKILL");
  assert.is(check("const n: number = 'one';").length, 1);
  close();
});

test.run();
