import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openCompiler, SymbolFlags } from "../../src/session/compiler/compiler.js";
import { endCompiler, interruptQuestion } from "../../src/session/interrupt/question.js";
import { childrenOf } from "./processes.js";
import { project } from "./project.js";
import { slowTypes } from "./slowTypes.js";

const test = suite("session: the compiler's interface");

const root = join(import.meta.dirname, "..", "..");

/** A compiler over one file in memory. */
function open() {
  const own = project();
  const [config, file] = [join(own.folder, "cells", "tsconfig.json"), join(own.folder, "cell.ts")];
  const options = { strict: true, noEmit: true, types: [], lib: ["es2022"], target: "es2022" };
  const texts = new Map([[config, JSON.stringify({ files: [file], compilerOptions: options })]]);
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const compiler = openCompiler(
    own.folder,
    config,
    { readFile: (path) => texts.get(path) },
    shared,
  );
  return {
    compiler,
    shared,
    pids: () => childrenOf(process.pid, "--api"),
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

/** Lets another thread do what a kernel's does: it ends the compiler that is asked some time later. */
function endInTime(shared: Int32Array): Promise<boolean> {
  const question = new URL("../../dist/session/interrupt/question.js", import.meta.url).href;
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    void import(${JSON.stringify(question)}).then(({ interruptQuestion, endCompiler }) => {
      setTimeout(() => {
        interruptQuestion(workerData);
        parentPort.postMessage(endCompiler(workerData));
      }, 500);
    });`;
  const thread = new Worker(code, { eval: true, workerData: shared, execArgv: [] });
  return new Promise((done, refuse) => thread.on("message", done).on("error", refuse));
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
  const { check, pids, close } = open();
  check("1");
  const [pid, ...others] = pids();
  assert.equal(others, []);
  process.kill(pid, "SIGKILL");
  assert.is(check("const n: number = 'one';").length, 1);
  close();
});

test("a question that another thread interrupts is answered to nobody", () => {
  const { compiler, check, shared, close } = open();
  check("1");
  const work = () => {
    const found = check("const n: number = 'one';");
    interruptQuestion(shared);
    return found;
  };
  assert.throws(() => compiler.ask(work), /^interrupted$/);
  assert.is(compiler.ask(() => check("const n: number = 'one';")).length, 1);
  close();
});

test("a compiler that another thread ends is there for the next question, and no other is", async () => {
  const { compiler, check, shared, pids, close } = open();
  check("1");
  const before = pids();
  const thread = endInTime(shared);
  assert.throws(() => compiler.ask(() => check(slowTypes)), /^interrupted$/);
  assert.is(compiler.ask(() => check("const n: number = 'one';")).length, 1);
  assert.is(await thread, true);
  assert.is(pids().length, 1);
  assert.is.not(pids()[0], before[0]);
  assert.is(endCompiler(shared), false, "none is asked");
  close();
});

test("a compiler that dies of its own while it is asked is asked once more, and not interrupted", () => {
  const { compiler, check, pids, close } = open();
  check("1");
  const found = compiler.ask(() => {
    process.kill(pids()[0], "SIGKILL");
    return check("const n: number = 'one';");
  });
  assert.is(found.length, 1);
  close();
});

test.run();
