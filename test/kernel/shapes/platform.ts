import { fileOf, forever, rungs, type Shape, wait } from "./shape.js";

const { code, wait: waits, native } = rungs;

/** Those of Node's own database, which came with Node 22. */
const ofDatabases: Shape[] =
  Number(process.versions.node.split(".")[0]) < 22
    ? []
    : [
        code(
          "a database's function",
          `const { DatabaseSync } = (await import("node:sqlite" as any)) as any; const db = new DatabaseSync(":memory:"); db.function("f", () => { ${forever} }); db.prepare("select f()").get();`,
        ),
        native(
          "a database's query",
          `const { DatabaseSync } = (await import("node:sqlite" as any)) as any; new DatabaseSync(":memory:").prepare("with recursive c(x) as (select 1 union all select x + 1 from c where x < 8000000) select sum(x) from c").get();`,
        ),
      ];

/** Of asynchronous operations: Node calls them for what the kernel does itself, too. */
const hooks = ["init", "before", "after", "destroy", "promiseResolve"];

/** Where Node calls code of the cell, or what of Node it waits for. */
export const ofPlatform: Shape[] = [
  code(
    "code in an AsyncLocalStorage",
    `const { AsyncLocalStorage } = await import("node:async_hooks"); new AsyncLocalStorage().run(1, () => { ${forever} });`,
  ),
  code(
    "an observer of performance",
    `const { PerformanceObserver, performance } = await import("node:perf_hooks"); new PerformanceObserver(() => { ${forever} }).observe({ entryTypes: ["mark"] }); performance.mark("x"); ${wait}`,
  ),
  code(
    "a monitor of uncaught errors",
    `process.once("uncaughtExceptionMonitor", () => { ${forever} }); process.nextTick(() => { throw new Error("x"); }); ${wait}`,
  ),
  code(
    "a listener for warnings",
    `process.once("warning", () => { ${forever} }); process.emitWarning("x"); ${wait}`,
  ),
  code(
    "a listener for SIGTERM",
    `process.once("SIGTERM", () => { ${forever} }); process.kill(process.pid, "SIGTERM"); ${wait}`,
  ),
  code(
    "a signal to itself before a loop",
    `process.kill(process.pid, "SIGINT"); await null; ${forever}`,
  ),
  code(
    "a listener for uncaught errors, which Node tells of",
    `process.once("uncaughtException", () => { ${forever} }); process.nextTick(() => { throw new Error("x"); }); ${wait}`,
  ),
  code(
    "a timer without listeners for uncaught errors",
    `process.removeAllListeners("uncaughtException"); setTimeout(() => { ${forever} }, 20); ${wait}`,
  ),
  code("a loop without listeners for SIGINT", `process.removeAllListeners("SIGINT"); ${forever}`),
  code(
    "a process.exit of the cell's",
    `process.exit = (() => { ${forever} }) as never; process.exit();`,
  ),
  code(
    "a rejection that an emitter captures",
    `const { EventEmitter } = await import("node:events"); const em = new EventEmitter({ captureRejections: true }); em.on("error", () => { ${forever} }); em.on("x", async () => { throw new Error("x"); }); em.emit("x"); ${wait}`,
  ),
  code(
    "an abort in the cell",
    `const c = new AbortController(); c.signal.addEventListener("abort", () => { ${forever} }); c.abort();`,
  ),
  code(
    "vm with a time limit of its own",
    'const vm = await import("node:vm"); vm.runInNewContext("for (;;) {}", {}, { timeout: 20_000 });',
  ),
  code(
    "a module of vm",
    'const vm = (await import("node:vm")) as any; const m = new vm.SourceTextModule("for (;;) {}"); await m.link(() => {}); await m.evaluate();',
  ),
  waits(
    "a module that awaits without end",
    'const url = "data:text/javascript,await new Promise(() => {})"; await import(url);',
  ),
  code(
    "a module that a module requires",
    `${fileOf("m.cjs", 'require("node:vm").runInThisContext("for (;;) {}")')} require(file);`,
  ),
  code(
    "a domain",
    `const { createRequire } = await import("node:module"); const domain = createRequire(process.cwd() + "/x")("node:domain"); domain.create().run(() => { ${forever} });`,
  ),
  waits(
    "ports that play ping-pong",
    `const { port1, port2 } = new MessageChannel(); (port1 as any).onmessage = () => port1.postMessage(1); (port2 as any).onmessage = () => port2.postMessage(1); port1.postMessage(1); ${wait}`,
  ),
  waits("immediates that set the next", `const f = () => setImmediate(f); f(); ${wait}`),
  waits(
    "scheduler.yield without end",
    'const { scheduler } = await import("node:timers/promises"); for (;;) await scheduler.yield();',
  ),
  waits(
    "an interval of node:timers/promises",
    'const { setInterval: every } = await import("node:timers/promises"); for await (const x of every(20)) x;',
  ),
  code(
    "a loop in an interval of node:timers/promises",
    `const { setInterval: every } = await import("node:timers/promises"); for await (const x of every(20)) { void x; ${forever} }`,
  ),
  waits(
    "events.on",
    'const events: any = await import("node:events"); for await (const x of events.on(new events.EventEmitter(), "x")) x;',
  ),
  code(
    "ticks and jobs by turns",
    `const f = () => process.nextTick(g), g = () => queueMicrotask(f); f(); ${wait}`,
  ),
  waits(
    "a worker that does not end",
    `const { Worker } = await import("node:worker_threads"); const w = new Worker("for (;;) {}", { eval: true }); await new Promise((r) => w.on("exit", r));`,
  ),
  code(
    "a loop beside workers that are ended",
    `const { Worker } = await import("node:worker_threads"); const w = new Worker("for (;;) {}", { eval: true }); void w.terminate(); ${forever}`,
  ),
  code(
    "the polling of a port",
    `const { MessageChannel: Channel, receiveMessageOnPort } = await import("node:worker_threads"); const { port1 } = new Channel(); while (!receiveMessageOnPort(port1));`,
  ),
  code("a text that console.log asks for", `console.log("%s", { toString() { ${forever} } });`),
  code(
    "an own text within what console.log shows",
    `console.log([{ [Symbol.for("nodejs.util.inspect.custom")]() { ${forever} } }]);`,
  ),
  code("a written text's callback", `process.stdout.write("x", () => { ${forever} }); ${wait}`),
  code(
    "reads of a file",
    'const fs = await import("node:fs"); for (;;) fs.readFileSync("/dev/null");',
  ),
  code(
    "a watched file",
    `${fileOf("x", "")} fs.watchFile(file, { interval: 20 }, () => { ${forever} }); setTimeout(() => fs.writeFileSync(file, "more"), 40); ${wait}`,
  ),
  code(
    "a comparison of values",
    `const assert: any = await import("node:assert"); assert.deepStrictEqual({ get a(): number { ${forever} } }, { a: 1 });`,
  ),
  code(
    "v8.serialize",
    `const v8 = await import("node:v8"); v8.serialize({ get a(): number { ${forever} } });`,
  ),
  code(
    "util.callbackify",
    `const util = await import("node:util"); util.callbackify(async () => 1)(() => { ${forever} }); ${wait}`,
  ),
  code(
    "a debounced function",
    `let t: any; const later = () => { clearTimeout(t); t = setTimeout(() => { ${forever} }, 20); }; later(); later(); ${wait}`,
  ),
  code(
    "a queue of tasks",
    `const tasks = [1, 2, 3].map((n) => async () => { await null; if (n === 2) ${forever} }); const worker = async () => { for (let t = tasks.shift(); t; t = tasks.shift()) await t(); }; await Promise.all([worker(), worker()]);`,
  ),
  code(
    "a runner of tasks",
    `const { Listr } = await import("listr2"); await new Listr([{ title: "A", task: async () => { ${forever} } }]).run();`,
  ),
  waits(
    "a runner of tasks that wait",
    `const { Listr } = await import("listr2"); await new Promise((r) => setTimeout(r, 100)); await new Listr([{ title: "A", task: () => new Promise(() => {}) }]).run();`,
  ),
  ...hooks.map((hook) =>
    code(
      `a hook "${hook}" of async_hooks`,
      `const { createHook } = await import("node:async_hooks"); createHook({ ${hook}() { ${forever} } }).enable(); await new Promise((r) => setTimeout(r, 20)); ${wait}`,
    ),
  ),
  ...ofDatabases,
  native(
    "a key by scrypt",
    '(await import("node:crypto")).scryptSync("a", "b", 64, { N: 2 ** 17, r: 8, p: 3, maxmem: 2 ** 30 }).length;',
  ),
  code(
    "a callback of scrypt",
    `(await import("node:crypto")).scrypt("a", "b", 64, { N: 2 ** 15, maxmem: 2 ** 30 }, () => { ${forever} }); ${wait}`,
  ),
  native(
    "the parsing of a large text",
    'const n = JSON.parse("[" + "[1,2,3],".repeat(3e6) + "1]").length; n;',
  ),
  native(
    "a search through a large array",
    "let s = 0; const big = new Array(2e7).fill(1.5); for (let i = 0; i < 9; i++) s += big.indexOf(2); s;",
  ),
];
