import { ofCalls } from "./shapes/calls.js";
import { ofChains } from "./shapes/chains.js";
import { ofLanguage } from "./shapes/language.js";
import { ofPlatform } from "./shapes/platform.js";
import { ofProcesses } from "./shapes/processes.js";
import { forever, rungs, type Shape, spawned, wait } from "./shapes/shape.js";
import { ofShown } from "./shapes/shown.js";
import { ofStreams } from "./shapes/streams.js";

export type { Shape };

const { children, wait: wait_, code, native } = rungs;

/** Each is a cause of its own, not another spelling of one. */
export const shapes: Shape[] = [
  // What the cell awaits.
  wait_("a promise that nobody settles", wait),
  wait_("a long timer", "await new Promise((r) => setTimeout(r, 60_000));"),
  wait_(
    "a timer of node:timers/promises",
    'await (await import("node:timers/promises")).setTimeout(60_000);',
  ),
  wait_(
    "an async iterator",
    "for await (const x of { async *[Symbol.asyncIterator]() { await new Promise(() => {}); yield 1; } }) x;",
  ),
  wait_(
    "an event of an emitter",
    'const { default: EventEmitter } = await import("node:events"); await EventEmitter.once(new EventEmitter(), "never");',
  ),
  wait_(
    "a server that nobody calls",
    'const net = await import("node:net"); const server = net.createServer().listen(0); await new Promise((r) => server.on("close", r));',
  ),
  wait_(
    "a request that is not answered",
    'const http = await import("node:http"); const s = http.createServer(() => {}).listen(0); await new Promise((r) => s.on("listening", r)); await fetch(`http://127.0.0.1:${(s.address() as { port: number }).port}/`);',
  ),
  wait_("an input that is not given", "await jupyter.input('name?');"),
  wait_("polling by awaits of timers", "for (;;) await new Promise((r) => setTimeout(r, 10));"),
  wait_(
    "a catch around an await, in a loop",
    "for (;;) { try { await new Promise((r) => setTimeout(r, 10)); } catch {} }",
  ),
  wait_("a finally that awaits", `try { ${wait} } finally { ${wait} }`),
  wait_(
    "a worker's message",
    'const { Worker } = await import("node:worker_threads"); const w = new Worker("setInterval(() => {}, 1000)", { eval: true }); await new Promise((r) => w.on("message", r));',
  ),
  wait_("Promise.all of waits", "await Promise.all([1, 2].map(() => new Promise(() => {})));"),
  wait_(
    "an abortable wait that is never aborted",
    'const c = new AbortController(); await (await import("node:timers/promises")).setTimeout(60_000, null, c);',
  ),
  wait_(
    "a using block that awaits",
    `{ await using held = { async [Symbol.asyncDispose]() {} }; ${wait} }`,
  ),
  wait_("a poller beside a wait", `setInterval(() => {}, 20); ${wait}`),

  // Child processes.
  children("execSync", `${spawned} execSync("sleep 30");`),
  children("spawnSync", `${spawned} spawnSync("sleep", ["30"]).status;`),
  children(
    "an awaited child",
    `${spawned} const c = spawn("sleep", ["30"]); await new Promise((r) => c.on("exit", r));`,
  ),
  children("a shell with children of its own", `${spawned} execSync("sleep 30; sleep 30");`),
  children("a loop of short children", `${spawned} for (;;) execSync("sleep 0.2");`),
  code(
    "a loop of short children whose errors are caught",
    `${spawned} for (;;) { try { execSync("sleep 0.2"); } catch {} }`,
  ),
  code("a loop beside a child", `${spawned} spawn("sleep", ["30"]); ${forever}`),
  native("a child that ignores SIGINT", `${spawned} execSync("trap '' INT; sleep 2");`),

  // Code that the cell runs itself.
  code("a loop", forever),
  code("a loop that catches everything", 'for (;;) { try { JSON.parse("{"); } catch {} }'),
  code("a loop in a finally", `try { throw 1; } catch {} finally { ${forever} }`),
  code("a loop of prints", 'for (;;) console.log("line");'),
  code("a generator without end", "function* f() { for (;;) yield 1; }\nfor (const x of f()) x;"),
  code(
    "recursion that branches",
    "const f = (n: number): number => (n ? f(n - 1) + f(n - 1) : 1); f(60);",
  ),
  code("a regular expression that backtracks", 'new RegExp("^(a+)+$").test("a".repeat(60) + "b");'),
  code("Atomics.wait", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"),
  code(
    "a getter that the display calls",
    `({ get [Symbol.toStringTag](): string { ${forever} } })`,
  ),
  code("a sort whose comparator loops", `[3, 1, 2].sort(() => { ${forever} });`),
  code("a replacement whose callback loops", `"abc".replace(/b/, () => { ${forever} });`),
  code("a proxy's trap", `new Proxy({} as { a: number }, { get() { ${forever} } }).a;`),
  code("toJSON", `JSON.stringify({ toJSON() { ${forever} } });`),
  code(
    "a constructor with a static block",
    `class A { static { ${forever} } }`.replace("static { for", "static { if (keep) for"),
  ),
  code("eval", 'eval("for (;;) {}");'),
  code("a function of text", 'new Function("for (;;) {}")();'),
  code("a module of Node's vm", '(await import("node:vm")).runInNewContext("for (;;) {}");'),
  code(
    "allocation without end",
    "let a: number[] = []; for (;;) { a = a.concat(1, 2, 3).slice(-9999); }",
  ),
  code(
    "WebAssembly",
    "const wasm = (globalThis as any).WebAssembly; const b = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11]); new wasm.Instance(new wasm.Module(b)).exports.f();",
  ),
  code("a listener for SIGINT and a loop", `process.on("SIGINT", () => {}); ${forever}`),
  code(
    "a listener for SIGINT, once, and a loop after a wait",
    `process.once("SIGINT", () => {}); await null; ${forever}`,
  ),
  code(
    "code in an AsyncResource",
    `const { AsyncResource } = await import("node:async_hooks"); new AsyncResource("x").runInAsyncScope(() => { ${forever} });`,
  ),
  code(
    "code in an AsyncLocalStorage after a wait",
    `const { AsyncLocalStorage } = await import("node:async_hooks"); await new AsyncLocalStorage().run(1, async () => { await new Promise((r) => setTimeout(r, 20)); ${forever} });`,
  ),
  code(
    "a hook of async_hooks",
    `const { createHook } = await import("node:async_hooks"); createHook({ init() {} , before() {}, after() {} }).enable(); await new Promise((r) => setTimeout(r, 20)); ${forever}`,
  ),
  code(
    "a required module",
    `const fs = await import("node:fs"), os = await import("node:os"), path = await import("node:path"); const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "loop-")), "m.cjs"); fs.writeFileSync(file, "${forever}"); require(file);`,
  ),

  // What is shown, or read, on behalf of the cell.
  code(
    "the message of a thrown value that is shown",
    `throw { stack: "", get message(): string { ${forever} } };`,
  ),
  code(
    "the message of what a timer throws",
    `setTimeout(() => { throw { stack: "", get message(): string { ${forever} } }; }, 20); ${wait}`,
  ),
  code("a proxy that is thrown", `throw new Proxy({}, { getPrototypeOf() { ${forever} } });`),
  code(
    "a getter by which a library would show a value",
    `({ get toHTML(): string { ${forever} } })`,
  ),
  code(
    "toJSON of a bundle that is displayed",
    `({ [Symbol.for("Jupyter.display")]: async () => { await null; return { toJSON() { ${forever} } }; } })`,
  ),
  code(
    "the own text of a function",
    `Object.assign(() => 1, { [Symbol.for("nodejs.util.inspect.custom")]() { ${forever} } })`,
  ),
  code(
    "a module that is imported",
    `const fs = await import("node:fs"), os = await import("node:os"), path = await import("node:path"); const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "loop-")), "m.mjs"); fs.writeFileSync(file, "${forever}"); await import(file);`,
  ),
  code(
    "the end of an async generator",
    `async function* g() { try { yield 1; } finally { ${forever} } } for await (const x of g()) break;`,
  ),

  // Jobs of V8's queue.
  code("a loop after a wait", `await null; ${forever}`),
  code(
    "a loop after a wait for a timer",
    `await new Promise((r) => setTimeout(r, 20)); ${forever}`,
  ),
  code(
    "a loop after a read by node:fs/promises",
    `const fs = await import("node:fs/promises"); await fs.readFile("/dev/null"); ${forever}`,
  ),
  code("an endless chain of jobs", "for (;;) await null;"),
  code("queueMicrotask", `queueMicrotask(() => { ${forever} }); ${wait}`),
  code("process.nextTick", `process.nextTick(() => { ${forever} }); ${wait}`),
  code("ticks without end", `const tick = () => process.nextTick(tick); tick(); ${wait}`),
  code("a thenable", `await ({ then() { ${forever} } } as unknown as Promise<void>);`),
  code("a task that the cell left behind", `void (async () => { await null; ${forever} })(); 1`),
  code(
    "a stream of an async generator",
    `const { Readable } = await import("node:stream"); for await (const x of Readable.from((async function* () { yield 1; ${forever} })())) x;`,
  ),

  // What Node calls from its loop of events.
  code("a timer", `setTimeout(() => { ${forever} }, 20); ${wait}`),
  code("a timer of a cell that has ended", `setTimeout(() => { ${forever} }, 20); 1`),
  code("an interval", `setInterval(() => { ${forever} }, 20); ${wait}`),
  code(
    "a timer that sets itself again",
    `const f = () => { setTimeout(f, 10); const t = Date.now(); while (Date.now() - t < 20_000); }; f(); ${wait}`,
  ),
  code("an immediate", `setImmediate(() => { ${forever} }); ${wait}`),
  code(
    "a timer of node:timers",
    `const t = await import("node:timers"); t.setTimeout(() => { ${forever} }, 20); ${wait}`,
  ),
  code(
    "a listener in an immediate",
    `const { EventEmitter } = await import("node:events"); const em = new EventEmitter(); em.on("x", () => { ${forever} }); setImmediate(() => em.emit("x")); ${wait}`,
  ),
  code(
    "a listener that its emitter's caller catches",
    `const { EventEmitter } = await import("node:events"); const em = new EventEmitter(); em.on("x", () => { ${forever} }); await null; for (;;) { try { em.emit("x"); } catch {} }`,
  ),
  code(
    "a callback of a file",
    `const fs = await import("node:fs"); fs.readFile("/dev/null", () => { ${forever} }); ${wait}`,
  ),
  code(
    "a callback of a name's look-up",
    `const dns = await import("node:dns"); dns.lookup("127.0.0.1", () => { ${forever} }); ${wait}`,
  ),
  code(
    "a callback of random bytes",
    `const c = await import("node:crypto"); c.randomBytes(8, () => { ${forever} }); ${wait}`,
  ),
  code(
    "a callback of compression",
    `const z = await import("node:zlib"); z.gzip("x", () => { ${forever} }); ${wait}`,
  ),
  code(
    "a stream's data",
    `const fs = await import("node:fs"); fs.createReadStream(process.execPath).on("data", () => { ${forever} }); ${wait}`,
  ),
  code(
    "a transforming stream",
    `const { Transform } = await import("node:stream"); const t = new Transform({ transform() { ${forever} } }); setTimeout(() => t.write("x"), 20); ${wait}`,
  ),
  code(
    "an HTTP handler",
    `const http = await import("node:http"); const s = http.createServer(() => { ${forever} }).listen(0, () => void http.get(\`http://127.0.0.1:\${(s.address() as { port: number }).port}/\`).on("error", () => {})); ${wait}`,
  ),
  code("a child's exit", `${spawned} spawn("true").on("exit", () => { ${forever} }); ${wait}`),
  code("a callback of exec", `${spawned} exec("true", () => { ${forever} }); ${wait}`),
  code(
    "a worker's message that is handled",
    `const { Worker } = await import("node:worker_threads"); const w = new Worker("require('node:worker_threads').parentPort.postMessage(1); setInterval(() => {}, 999)", { eval: true }); w.on("message", () => { ${forever} }); ${wait}`,
  ),
  code(
    "a message of a channel",
    `const { port1, port2 } = new MessageChannel(); (port2 as any).onmessage = () => { ${forever} }; port1.postMessage(1); ${wait}`,
  ),
  code(
    "an event target",
    `const c = new AbortController(); c.signal.addEventListener("abort", () => { ${forever} }); setTimeout(() => c.abort(), 20); ${wait}`,
  ),
  code(
    "a deadline's event",
    `AbortSignal.timeout(20).addEventListener("abort", () => { ${forever} }); ${wait}`,
  ),
  code(
    "a rejection that is reported",
    `process.on("unhandledRejection", () => { ${forever} }); void Promise.reject(1); ${wait}`,
  ),
  code(
    "a finalizer",
    `const r = new FinalizationRegistry(() => { ${forever} }); (() => { r.register({}, 1); })(); (await import("node:v8")).setFlagsFromString("--expose-gc"); const gc = (await import("node:vm")).runInNewContext("gc"); setTimeout(() => gc(), 10); ${wait}`,
  ),
  code(
    "a channel of diagnostics",
    `const dc = await import("node:diagnostics_channel"); dc.subscribe("x", () => { ${forever} }); setTimeout(() => dc.channel("x").publish(1), 20); ${wait}`,
  ),
  code(
    "a watched folder",
    `const fs = await import("node:fs"), os = await import("node:os"), path = await import("node:path"); const folder = fs.mkdtempSync(path.join(os.tmpdir(), "loop-")); fs.watch(folder, () => { ${forever} }); setTimeout(() => fs.writeFileSync(path.join(folder, "x"), ""), 30); ${wait}`,
  ),
  code(
    "a datagram",
    `const d = (await import("node:dgram")).createSocket("udp4"); d.on("message", () => { ${forever} }); d.bind(0, "127.0.0.1", () => d.send("x", d.address().port, "127.0.0.1")); ${wait}`,
  ),
  code(
    "a stream of HTTP/2",
    `const h = await import("node:http2"); const s = h.createServer().on("stream", () => { ${forever} }); s.listen(0, () => { const c = h.connect("http://127.0.0.1:" + (s.address() as { port: number }).port); c.on("error", () => {}); c.request({ ":path": "/" }).on("error", () => {}); }); ${wait}`,
  ),
  code(
    "a channel that broadcasts",
    `const [a, b] = [new BroadcastChannel("x"), new BroadcastChannel("x")]; (b as any).onmessage = () => { ${forever} }; a.postMessage(1); ${wait}`,
  ),
  code(
    "the source of a web stream",
    `const s = new ReadableStream({ pull() { ${forever} } }, { highWaterMark: 0 }); for await (const x of s as any) x;`,
  ),
  code(
    "a worker that is waited for without an await",
    `const { Worker } = await import("node:worker_threads"); new Worker("for (;;) {}", { eval: true }); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
  ),
  code(
    "a loop of guards whose ends are caught",
    `const vm = await import("node:vm"); for (;;) { try { vm.runInThisContext("for (;;) {}", { breakOnSigint: true }); } catch {} }`,
  ),
  code("signals to itself", 'for (;;) process.kill(process.pid, "SIGINT");'),

  // Native calls.
  native(
    "a sort without comparator",
    "Array.from({ length: 3e5 }, () => Math.random()).sort().length;",
  ),
  native(
    "compression",
    '(await import("node:zlib")).brotliCompressSync(Buffer.alloc(3e7, "abcdefgh")).length;',
  ),
  native(
    "a derived key",
    '(await import("node:crypto")).pbkdf2Sync("a", "b", 6e5, 64, "sha512").length;',
  ),
  native(
    "a native call and a loop behind it",
    `(await import("node:crypto")).pbkdf2Sync("a", "b", 6e5, 64, "sha512"); ${forever}`,
  ),

  ...ofCalls,
  ...ofChains,
  ...ofLanguage,
  ...ofPlatform,
  ...ofStreams,
  ...ofProcesses,
  ...ofShown,
];
