import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { press, ways } from "./interruptCase.js";
import { type DebugClient, debugClient } from "./debugClient.js";

const test = suite("kernel: the debugger and what stops the code");
const folder = mkdtempSync(join(tmpdir(), "rederive-debug-"));
const file = (name: string, text: string) => {
  mkdirSync(join(folder, "node_modules", "plain"), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
let debug: DebugClient;
test.before(async () => {
  file("package.json", '{ "type": "module" }');
  debug = await debugClient({ cwd: folder });
  await debug.attach();
});
test.after(async () => {
  await debug.client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const breakIn = async (path: string, ...lines: number[]) => {
  const asked = { source: { path }, breakpoints: lines.map((line) => ({ line })) };
  return (await debug.dap("setBreakpoints", asked)).breakpoints;
};
const resultOf = async (code: string): Promise<string> => {
  const { outputs } = await debug.client.execute(code);
  return outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"];
};

/** Begins a cell that does not end by itself. */
const begun = async (code: string) => {
  const answer = debug.client.execute(code);
  await debug.client.until(() => debug.client.heard.some(({ content }) => content.code === code));
  return { answer };
};

test("a file of TypeScript stops where it is loaded, and shows its lines", async () => {
  const path = file(
    "typed.ts",
    "interface Gone {\n  a: number;\n}\nexport const first: Gone = { a: 1 };\n\nexport function grow(by: number): number {\n  const grown = first.a + by;\n  return grown;\n}\n",
  );
  await breakIn(path, 4, 7);
  const cell = 'import { grow } from "./typed.js";\ngrow(2)';
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  assert.equal(await debug.stack(), ["(anonymous) 4"], "before its first line has run");
  assert.is(await debug.step("continue"), "grow 7");
  assert.equal(await debug.stack(), ["grow 7", "cell 1 2"]);
  await breakIn(path);
  await debug.dap("continue");
  assert.is((await run).reply.status, "ok");
  const { modules } = await debug.dap("modules");
  const listed = modules.map((one: { path: string }) => one.path);
  assert.equal(listed, [path], "nothing of the kernel's own, and nothing that stands in no file");
});

test("a file that is edited stops on the lines that it has then", async () => {
  const path = file(
    "typed.ts",
    "\n\n// moved\nexport function grow(by: number): number {\n  return by;\n}\n",
  );
  await breakIn(path, 5);
  const cell = 'import { grow } from "./typed.js";\ngrow(2)';
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  assert.equal(await debug.stack(), ["grow 5", "cell 2 2"]);
  await breakIn(path);
  await debug.dap("continue");
  await run;
});

test("files of JavaScript stop, whoever loads them", async () => {
  const own = file("own.js", "export function own(n) {\n  const m = n + 1;\n  return m;\n}\n");
  const nodes = file(
    "nodes.cjs",
    "const begun = 1;\nexports.nodes = (n) => {\n  return n + begun;\n};\n",
  );
  await breakIn(own, 2);
  await breakIn(nodes, 1, 3);
  const cell =
    'const { own } = await import("./own.js");\nconst { nodes } = await import("./nodes.cjs");\nown(nodes(1))';
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  assert.equal((await debug.stack())[0], "(anonymous) 1");
  assert.is(await debug.step("continue"), "exports.nodes 3");
  assert.is(await debug.step("continue"), "own 2");
  for (const path of [own, nodes]) await breakIn(path);
  await debug.dap("continue");
  await run;
});

test("while the code stands, what the cell wrote and control go on", async () => {
  const cell = 'console.log("before");\nconst d = 1;\nd';
  await debug.breakAt(cell, 2);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  await debug.client.until(() =>
    debug.client.heard.some(({ content }) => content.text === "before\n"),
  );
  const info = await debug.client.request("kernel_info_request", {}, "control");
  assert.equal(
    [info.reply.debugger, info.reply.supported_features.includes("debugger")],
    [true, true],
  );
  await debug.dap("continue");
  assert.is((await run).reply.status, "ok");
});

test("a step over an await stops behind it", async () => {
  const cell =
    "const e1 = 1;\nawait new Promise((done) => setTimeout(done, 30));\nconst e2 = 2;\ne2";
  await debug.breakAt(cell, 2);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  let at = (await debug.stack())[0];
  while (at.endsWith(" 2")) at = await debug.step("next");
  assert.match(at, / 3$/);
  await debug.dap("continue");
  assert.is((await run).reply.status, "ok");
});

test("pause stops a loop without end, and an interrupt of what stands is answered and keeps the variables", async () => {
  const run = await begun("var turns = 0;\nfor (;;) turns++;");
  const { event } = await debug.stopped(() => debug.dap("pause", { threadId: 1 }));
  assert.is(event.reason, "pause");
  assert.match((await debug.stack())[0], /^cell \d+ 2$/);
  await debug.client.request("interrupt_request", {}, "control");
  const { reply, outputs } = await run.answer;
  assert.is(reply.ename, "Interrupted");
  assert.is(outputs.filter(({ type }) => type === "error").length, 1);
  assert.ok(Number(await resultOf("turns")) > 0);
  assert.equal((await debug.dap("debugInfo")).stoppedThreads, []);
});

test("an interrupt at a breakpoint runs nothing more of the cell", async () => {
  const cell = "var reached = 1;\nreached = 2;\nreached = 3;";
  await debug.breakAt(cell, 2);
  for (const way of ways) {
    const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
    press(debug.client, way);
    assert.is((await run).reply.ename, "Interrupted");
    assert.is(await resultOf("reached"), "1");
    assert.is(debug.events().at(-1)?.event, "continued");
  }
});

test("an interrupt of a loop is as without a debugger, of whose stops the client hears nothing", async () => {
  const from = debug.events().length;
  const run = await begun("for (;;);");
  await debug.client.request("interrupt_request", {}, "control");
  assert.is((await run.answer).reply.ename, "Interrupted");
  assert.equal(debug.events().slice(from), []);
});

const thrower = "const thrower = (what: string) => {\n  throw new TypeError(what);\n};";
const caught = 'try {\n  thrower("caught");\n} catch {\n  0;\n}';

test("of exceptions those stop that no code of the reader's catches, or all", async () => {
  await debug.client.execute(thrower);
  await debug.dap("setExceptionBreakpoints", { filters: ["uncaught"] });
  assert.is((await debug.client.execute(caught)).reply.status, "ok");
  const later = 'const later = async () => {\n  await null;\n  thrower("caught");\n};\n';
  for (const listens of ["await later().catch(() => 1);", "try { await later(); } catch {}"]) {
    assert.is((await debug.client.execute(later + listens)).reply.status, "ok", listens);
  }
  const cells = [
    'thrower("now");',
    'await null;\nthrower("after an await");',
    'const wait = async () => {\n  await null;\n  thrower("in what is awaited");\n};\nawait wait();',
    'await new Promise((done) => setTimeout(() => { done(0); thrower("in a timer"); }, 1));',
  ];
  for (const cell of cells) {
    const { begun: run, event } = await debug.stopped(() => debug.client.execute(cell));
    assert.equal([event.reason, (await debug.stack())[0]], ["exception", "thrower 2"], cell);
    assert.match(event.text, /^TypeError: (now|after|in )/);
    assert.match((await debug.dap("exceptionInfo")).details.stackTrace, /TypeError/);
    await debug.dap("continue");
    assert.is((await run).reply.status, "error", cell);
  }
  await debug.dap("setExceptionBreakpoints", { filters: ["all"] });
  const { begun: run } = await debug.stopped(() => debug.client.execute(caught));
  await debug.dap("setExceptionBreakpoints", { filters: [] });
  await debug.dap("continue");
  assert.is((await run).reply.status, "ok");
  assert.is((await debug.client.execute('thrower("none")')).reply.ename, "TypeError");
});

test("a step over the only line of an endless loop stops there again, in no line of the kernel's", async () => {
  const cell = "let rounds = 0;\nwhile (rounds < 1e9) {\n  rounds += Number(1);\n}";
  await debug.breakAt(cell, 3);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  await debug.breakAt(cell);
  const at: string[] = [];
  for (let i = 0; i < 4; i++) at.push(await debug.step(i % 2 ? "next" : "stepIn"));
  assert.equal(at.map((one) => one.slice(-1)).join(""), "2323");
  debug.client.send("control", "interrupt_request");
  assert.is((await run).reply.ename, "Interrupted");
});

test("a process of cells that dies where it stands is followed to the next one, with the breakpoints", async () => {
  const cell = "const f1 = 1;\nconst f2 = process.pid;\nf2";
  await debug.breakAt(cell, 2);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  const { stackFrames } = await debug.dap("stackTrace");
  const asked = { expression: "process.pid", frameId: stackFrames[0].id };
  process.kill(Number((await debug.dap("evaluate", asked)).result), "SIGKILL");
  assert.is((await run).reply.ename, "ProcessEnded");
  assert.is(debug.events().at(-1)?.event, "continued");
  await debug.dap("threads"); // answered when the debugger is there
  const { begun: again } = await debug.stopped(() => debug.client.execute(cell));
  assert.match((await debug.stack())[0], / 2$/);
  await debug.dap("continue");
  assert.is((await again).reply.status, "ok");
});

test("a process that exits by Node's own way ends, although it is attached", async () => {
  const { reply } = await debug.client.execute("(process as any).reallyExit(3);");
  assert.match(reply.evalue, /exit code 3/);
  assert.is(await resultOf("1 + 1"), "2");
});

test("a kernel that stands is shut down", async () => {
  const cell = "const g1 = 1;\nconst g2 = 2;";
  await debug.breakAt(cell, 2);
  await debug.stopped(() => debug.client.send("shell", "execute_request", { code: cell }));
  debug.client.send("control", "shutdown_request", { restart: true });
  await debug.client.exited;
});

test.run();
