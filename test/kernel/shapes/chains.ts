import { rungs, type Shape, wait } from "./shape.js";

const { code, wait: waits } = rungs;

const events =
  'const { EventEmitter } = await import("node:events"); const em = new EventEmitter();';

/** Short jobs that each set the next: too short to be met at work, and the loop of events never comes round. */
export const ofChains: Shape[] = [
  code("jobs that set the next", `const f = () => queueMicrotask(f); f(); ${wait}`),
  code(
    "jobs of promises that set the next",
    `const f = (): void => void Promise.resolve().then(f); f(); ${wait}`,
  ),
  code(
    "rejections that set the next",
    `const f = (): any => Promise.reject(1).catch(f); f(); ${wait}`,
  ),
  code("a thenable that resolves to itself", "const t: any = { then(r: any) { r(t); } }; await t;"),
  code("awaits of a function's promise", "const f = async () => 1; for (;;) await f();"),
  code(
    "an iterator of settled promises",
    "for await (const x of { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ value: 1, done: false }) }) }) x;",
  ),
  code(
    "chains side by side",
    `const f = () => queueMicrotask(f), g = () => process.nextTick(g); f(); g(); ${wait}`,
  ),
  code(
    "many chains",
    `for (let i = 0; i < 50; i++) { const f = (): any => Promise.resolve().then(f); f(); } ${wait}`,
  ),
  code(
    "jobs that become more and more",
    `const f = () => { queueMicrotask(f); if (Math.random() < 0.001) queueMicrotask(f); }; f(); ${wait}`,
  ),
  code("a chain that the cell leaves behind", "const f = () => queueMicrotask(f); f(); 1"),
  code(
    "a chain of ticks that the cell leaves behind",
    "const f = () => process.nextTick(f); f(); 1",
  ),
  code(
    "a chain in a tick",
    `process.nextTick(() => { const f = () => queueMicrotask(f); f(); }); ${wait}`,
  ),
  code(
    "a chain in a timer",
    `setTimeout(() => { const f = () => queueMicrotask(f); f(); }, 20); ${wait}`,
  ),
  code(
    "a chain in an event",
    `${events} em.on("x", () => { const f = () => queueMicrotask(f); f(); }); setImmediate(() => em.emit("x")); ${wait}`,
  ),
  code(
    "a chain of ticks in a file's callback",
    `const fs = await import("node:fs"); fs.readFile("/dev/null", () => { const f = () => process.nextTick(f); f(); }); ${wait}`,
  ),
  code(
    "events in ticks",
    `${events} em.on("x", () => process.nextTick(() => em.emit("x"))); em.emit("x"); ${wait}`,
  ),
  code(
    "aborts that set the next",
    `const f = (): void => { const c = new AbortController(); c.signal.addEventListener("abort", () => queueMicrotask(f)); c.abort(); }; f(); ${wait}`,
  ),
  code(
    "a chain in a context of vm",
    `(await import("node:vm")).runInNewContext("const f = () => Promise.resolve().then(f); f();"); ${wait}`,
  ),
  code(
    "a chain in an AsyncLocalStorage",
    `const { AsyncLocalStorage } = await import("node:async_hooks"); const s = new AsyncLocalStorage<number>(); const f = (): any => s.run(1, () => Promise.resolve().then(f)); f(); ${wait}`,
  ),
  code(
    "callbacks of promises",
    `const util = await import("node:util"); const g = util.callbackify(async () => 1); const f = () => g(f); f(); ${wait}`,
  ),
  waits(
    "immediates and jobs by turns",
    `const f = () => setImmediate(() => queueMicrotask(f)); f(); ${wait}`,
  ),
  waits(
    "ticks, jobs and immediates by turns",
    `const f = () => process.nextTick(() => queueMicrotask(() => setImmediate(f))); f(); ${wait}`,
  ),
];
