import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type DebugClient, debugClient, stdoutOf, valuesOf } from "./debugClient.js";

const test = suite("kernel: the debugger in cells");
const root = resolve(import.meta.dirname, "..", "..");
let debug: DebugClient;
test.before(async () => {
  debug = await debugClient();
});
test.after(() => debug.client.stop());

const twice = "const early = 5; function twice(n: number) {\n  const m = n * 2;\n  return m;\n}";

test("before a client attaches no inspector is open, and what needs one says what to do", async () => {
  const open = 'String((await import("node:inspector")).url())';
  const { outputs } = await debug.client.execute(open);
  const result = outputs.find(({ type }) => type === "execute_result");
  assert.is(result?.content.data["text/plain"], "undefined");
  const { isStarted, hashMethod, breakpoints, stoppedThreads } = await debug.dap("debugInfo");
  assert.equal(
    { isStarted, hashMethod, breakpoints, stoppedThreads },
    { isStarted: false, hashMethod: "Murmur2", breakpoints: [], stoppedThreads: [] },
  );
  const refused = await debug.ask("setBreakpoints", { source: { path: "x" }, breakpoints: [] });
  assert.is(refused.success, false);
  assert.is(refused.message, "setBreakpoints: no debugger is attached; send initialize and attach");
  assert.match(
    (await debug.ask("")).message,
    /^a request without command is not known; known are /,
  );
  assert.match((await debug.ask("launch")).message, /^launch is not known; known are initialize, /);
});

test("two attaches are one, and the client is told that it may configure", async () => {
  await debug.client.execute(twice);
  await debug.attach();
  await debug.attach();
  assert.equal(
    debug.events().map(({ event }) => event),
    ["initialized"],
  );
  assert.is((await debug.dap("debugInfo")).isStarted, true);
});

test("a breakpoint in a cell that has not run stops it on the line, whatever stands above", async () => {
  const cell = [
    "// a comment, and a type, of which nothing is left",
    "interface A { a: number }",
    'import { basename } from "node:path";',
    "const x: A = { a: 1 };",
    "let y = 2 as number;",
    "",
    "for (let i = 0; i < 2; i++) {",
    "  y += twice(i);",
    "}",
    'console.log(basename("/out"), y);',
  ].join("\n");
  const path = await debug.breakAt(cell, 5, 8);
  const { begun: run, event } = await debug.stopped(() => debug.client.execute(cell));
  assert.is(event.reason, "breakpoint");
  assert.equal(await debug.stack(), ["cell 3 5"]);
  const { source } = (await debug.dap("stackTrace")).stackFrames[0];
  assert.equal(source, { name: "cell 3", path });
  assert.is((await debug.dap("source", { source })).content, cell);
  assert.equal(await debug.scope("Locals"), {
    basename: "basename(path, suffix) {",
    x: "{a: 1}",
    y: "undefined",
  });
  assert.equal(await debug.scope("Globals"), { early: "5", twice: "function twice(n) {" });
  assert.is(await debug.step("continue"), "cell 3 8");
  assert.is(await debug.step("stepIn"), "twice 2");
  assert.equal(await debug.stack(), ["twice 2", "cell 3 8"]);
  assert.equal(await debug.scope("Locals"), { n: "0", m: "undefined" });
  assert.is(await debug.step("next"), "twice 3");
  assert.is(await debug.step("stepOut"), "cell 3 7", "the loop goes on");
  await debug.dap("setBreakpoints", { source: { path }, breakpoints: [] });
  await debug.dap("continue");
  assert.is(stdoutOf(await run), "out 4\n");
  assert.equal((await debug.dap("debugInfo")).breakpoints, []);
});

test("a step over the last line leaves the cell, which is answered", async () => {
  const cell = "const a1 = twice(1);\nconst a2 = twice(2);";
  await debug.breakAt(cell, 2);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  await debug.dap("next");
  assert.is((await run).reply.status, "ok");
  assert.is(debug.events().at(-1)?.event, "continued");
});

test("a breakpoint on a line without code is one on the next line, of which the client is told", async () => {
  const cell = "const b1 = 1;\n// nothing\ntype B = number;\nconst b2 = 2;\nb2";
  await debug.breakAt(cell, 2);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  assert.equal(await debug.stack(), ["cell 5 4"]);
  const told = debug
    .events()
    .filter(({ event }) => event === "breakpoint")
    .at(-1);
  assert.equal([told?.body.breakpoint.verified, told?.body.breakpoint.line], [true, 4]);
  await debug.dap("continue");
  await run;
});

test("a breakpoint in a function of an earlier cell, set after that ran, is bound at once", async () => {
  const { sourcePath: path } = await debug.dap("dumpCell", { code: twice });
  const asked = { source: { path }, breakpoints: [{ line: 3, condition: "n > 6" }] };
  const [set] = (await debug.dap("setBreakpoints", asked)).breakpoints;
  assert.equal([set.verified, set.line], [true, 3]);
  const loop = "let sum = 0;\nfor (let i = 0; i < 9; i++) sum += twice(i);\nsum";
  const { begun: run } = await debug.stopped(() => debug.client.execute(loop));
  const locals = { n: "7", m: "14", "(value given back)": "14" };
  assert.equal(await debug.scope("Locals"), locals, "its condition holds");
  await debug.dap("setBreakpoints", { source: { path }, breakpoints: [] });
  await debug.dap("continue");
  await run;
});

test("an expression is evaluated in a frame, TypeScript too, and its error is said", async () => {
  const cell = "const inner = (z: number) => {\n  return z;\n};\ninner(4);";
  await debug.breakAt(cell, 2);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  const frames = (await debug.dap("stackTrace")).stackFrames;
  const evaluated = async (expression: string, frameId = frames[0].id) =>
    (await debug.dap("evaluate", { expression, frameId })).result;
  assert.is(await evaluated("(z as number) + early"), "9");
  assert.is(await evaluated("typeof z", frames[1].id), '"undefined"');
  assert.is(await evaluated("z = 6"), "6");
  assert.is(await evaluated("z"), "6");
  const wrong = await debug.ask("evaluate", { expression: "absent", frameId: frames[0].id });
  assert.equal([wrong.success, wrong.message], [false, "ReferenceError: absent is not defined"]);
  const waits = await debug.ask("evaluate", { expression: "await 1", frameId: frames[0].id });
  assert.match(waits.message, /nothing can be awaited while the code stands$/);
  assert.match(
    (await debug.ask("scopes", { frameId: 1e6 })).message,
    /^there is no frame 1000000: ask/,
  );
  await debug.dap("copyToGlobals", {
    srcVariableName: "z",
    dstVariableName: "copied",
    srcFrameId: frames[0].id,
  });
  const constant = { srcVariableName: "z", dstVariableName: "early", srcFrameId: frames[0].id };
  assert.match(
    (await debug.ask("copyToGlobals", constant)).message,
    /early is a constant of a cell/,
  );
  await debug.dap("continue");
  await run;
  const { outputs } = await debug.client.execute("copied");
  assert.is(outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"], "6");
});

test("variables are inspected while nothing runs, by parts, and without the kernel's own", async () => {
  await debug.client.execute(
    'const list = Array.from({ length: 250 }, (_, i) => i);\nconst map = new Map([["k", { v: 1 }]]);\nconst Map2 = Map;',
  );
  const { variables } = await debug.dap("inspectVariables");
  const values = valuesOf(variables);
  assert.is(values.map, 'Map(1) {"k" => Object}');
  for (const name of ["require", "jupyter", "__cell__", "process"])
    assert.not.ok(name in values, name);
  const partsOf = async (name: string, of = variables, more = {}) => {
    const { variablesReference } = of.find((one: { name: string }) => one.name === name);
    return (await debug.dap("variables", { variablesReference, ...more })).variables;
  };
  const parts = await partsOf("list");
  assert.equal(
    parts.map(({ name }: { name: string }) => name),
    ["[0 … 99]", "[100 … 199]", "[200 … 249]"],
  );
  assert.equal(valuesOf(await partsOf("[200 … 249]", parts))["249"], "249");
  assert.equal(valuesOf(await partsOf("list", variables, { start: 7, count: 2 })), {
    7: "7",
    8: "8",
  });
  const rich = await debug.dap("richInspectVariables", { variableName: "map" });
  assert.match(rich.data["text/plain"], /^Map\(1\) \{ 'k' => \{ v: 1 \} \}$/);
  await debug.dap("inspectVariables");
  const stale =
    variables[0] &&
    (await debug.ask("variables", { variablesReference: parts[0].variablesReference }));
  assert.match(stale.message, /^variablesReference \d+ does not hold any more: /);
  assert.match(
    (await debug.ask("stackTrace")).message,
    /^the code does not stand still: set a breakpoint/,
  );
});

test("disconnect lets the code go on, and leaves nothing of the debugger", async () => {
  const cell = "const c1 = 1;\nconst c2 = 2;\nc1 + c2";
  await debug.breakAt(cell, 2);
  const { begun: run } = await debug.stopped(() => debug.client.execute(cell));
  await debug.dap("disconnect");
  assert.is((await run).reply.status, "ok");
  assert.is((await debug.client.execute(cell)).reply.status, "ok", "it does not stop again");
  const { isStarted, breakpoints } = await debug.dap("debugInfo");
  assert.equal({ isStarted, breakpoints }, { isStarted: false, breakpoints: [] });
  await debug.attach();
});

test("the core that a cell has imported is listed as the files that it was written in, and stops there", async () => {
  const call = "outputSize({ i: 3, k: 1 })";
  await debug.client.execute(`import { outputSize } from "rederive";\n${call}`);
  const { modules } = await debug.dap("modules");
  const path = join(root, "src", "conv", "outputSize.ts");
  const listed = modules.map((one: { path: string }) => one.path);
  assert.ok(listed.includes(path));
  assert.not.ok(listed.some((one: string) => /[\\/](?:node_modules|dist)[\\/]/.test(one)));
  const lines = readFileSync(path, "utf8").split("\n");
  const line = 2 + lines.findIndex((text) => text.startsWith("export function outputSize("));
  const breakpoints = [{ line }];
  const { breakpoints: set } = await debug.dap("setBreakpoints", { source: { path }, breakpoints });
  assert.is(set[0].verified, true);
  const { begun } = await debug.stopped(() => debug.client.execute(call));
  assert.match((await debug.stack())[0], /^outputSize \d+$/);
  await debug.dap("setBreakpoints", { source: { path }, breakpoints: [] });
  await debug.dap("continue");
  assert.is((await begun).reply.status, "ok");
});

test.run();
