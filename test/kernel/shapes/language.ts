import { forever, rungs, type Shape, wait } from "./shape.js";

const { code, wait: waits } = rungs;

/** Where the language itself calls code of the cell. */
export const ofLanguage: Shape[] = [
  code("toString in a template", `\`\${{ toString(): string { ${forever} } }}\`;`),
  code("a tagged template", `((_: TemplateStringsArray) => { ${forever} })\`x\`;`),
  code("a conversion to a primitive", `+({ [Symbol.toPrimitive]() { ${forever} } } as any);`),
  code(
    "instanceof",
    `({}) instanceof ({ [Symbol.hasInstance](): boolean { ${forever} } } as any);`,
  ),
  code("a getter that a spread reads", `({ ...{ get a(): number { ${forever} } } });`),
  code("a default value of a parameter", `((a = (() => { ${forever} })()) => a)();`),
  code("a field's initializer", `new (class { a = (() => { ${forever} })(); })();`),
  code("a decorator", `const d = (_: any, _c: any): any => { ${forever} }; @d class D {}; void D;`),
  code("the constructor of a promise", `new Promise(() => { ${forever} });`),
  code(
    "the species of an array",
    `class A extends Array { static get [Symbol.species](): any { ${forever} } } A.from([1, 2]).map((x) => x);`,
  ),
  code(
    "an iterator that a call spreads",
    `Math.max(...({ [Symbol.iterator]: () => ({ next() { ${forever} } }) } as any));`,
  ),
  code("a set of an endless generator", "new Set((function* () { for (;;) yield 1; })());"),
  code(
    "the end of a generator",
    `for (const x of (function* () { try { yield 1; } finally { ${forever} } })()) break;`,
  ),
  code("Array.from with a function", `Array.from({ length: 1 }, () => { ${forever} });`),
  code("a typed array's comparator", `new Float64Array(3).sort(() => { ${forever} });`),
  code("a comparator of reduce", `[1, 2].reduce(() => { ${forever} });`),
  code("JSON.parse with a reviver", `JSON.parse("[1]", () => { ${forever} });`),
  code("a replacer of JSON", `JSON.stringify([1], () => { ${forever} });`),
  code(
    "a getter that structuredClone reads",
    `structuredClone({ get a(): number { ${forever} } });`,
  ),
  code(
    "an option of Intl",
    `new Intl.NumberFormat("en", { get style(): any { ${forever} } } as any);`,
  ),
  code("a disposal", `{ using held = { [Symbol.dispose]() { ${forever} } }; void held; }`),
  code(
    "an awaited disposal",
    `{ await using held = { async [Symbol.asyncDispose]() { await null; ${forever} } }; void held; }`,
  ),
  waits(
    "a disposal that nobody settles",
    `{ await using held = { async [Symbol.asyncDispose]() { ${wait} } }; void held; }`,
  ),
  code(
    "a loop whose finally goes on with it",
    `for (;;) { try { ${forever} } finally { continue; } }`,
  ),
  code(
    "recursion that goes on where the stack is full",
    "const f = (): void => { try { f(); } catch { f(); } }; f();",
  ),
  code(
    "recursion that goes on where the stack is full, in a job",
    "await null; const f = (): void => { try { f(); } catch { f(); } }; f();",
  ),
  code(
    "prints where the stack is full",
    'const f = (): void => { try { f(); } catch { console.log("x"); f(); } }; f();',
  ),
  code(
    "displays where the stack is full, in a job",
    'await null; const f = (): void => { try { f(); } catch { jupyter.display({ "text/plain": "x" }); f(); } }; f();',
  ),
  code(
    "recursion whose finally goes on, in a timer",
    `setTimeout(() => { const f = (): void => { try { f(); } finally { f(); } }; f(); }, 20); ${wait}`,
  ),
  code(
    "recursion of an error's methods",
    "class E extends Error { f() { try { this.f(); } catch { this.f(); } } } new E().f();",
  ),
  code("prints of code that a text gives", "eval(\"for (;;) console.log('x')\");"),
  code("a large number's text", "(7n ** 4_000_000n).toString().length;"),
  code(
    "a search in a regular expression that backtracks, after a wait",
    '"b".length; await null; new RegExp("^(\\\\w+\\\\s?)*$").test("a".repeat(60) + "!");',
  ),
  code(
    "a getter of the global object",
    `Object.defineProperty(globalThis, "looping", { configurable: true, get() { ${forever} } }); (globalThis as any).looping;`,
  ),
  code(
    "a promise of a class of its own",
    `class P<T> extends Promise<T> { then(): any { ${forever} } } await P.resolve(1);`,
  ),
  code(
    "an asynchronous generator without a wait",
    "async function* g() { for (;;) yield 1; } for await (const x of g()) x;",
  ),
  code(
    "promises that call the next",
    `const f = (): any => Promise.resolve().then(f); f(); ${wait}`,
  ),
  code(
    "many jobs that loop",
    `for (let i = 0; i < 30; i++) queueMicrotask(() => { ${forever} }); ${wait}`,
  ),
  code(
    "a WebAssembly import",
    "const wasm = (globalThis as any).WebAssembly; const b = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,2,7,1,1,101,1,102,0,0,7,5,1,1,103,0,0]); new wasm.Instance(new wasm.Module(b), { e: { f() { for (;;) {} } } }).exports.g();",
  ),
  waits(
    "Atomics.waitAsync",
    "await (Atomics as any).waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0).value;",
  ),
  code(
    "Atomics.wait in a loop",
    "for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);",
  ),
];
