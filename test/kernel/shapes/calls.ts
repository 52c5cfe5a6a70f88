import { fileOf, rungs, type Shape, wait } from "./shape.js";

const { code } = rungs;

/** Calls that take a tenth of a second or more on any machine, of which V8 lets nothing in: `call` of `big`. */
const long = (make: string, call: string) =>
  `const make: (n: number) => any = ${make}; let n = 1000, big = make(n); const call = () => ${call}; for (let t = 0; t < 100; big = make((n *= 2))) { const from = Date.now(); call(); t = Date.now() - from; }`;

const json = long('(n) => "[" + "1234567.5,".repeat(n) + "0]"', "JSON.parse(big)");
const numbers = "(n) => Array.from({ length: n }, (_, i) => (i * 7919) % 1_000_003)";
const texts = '(n) => "ab".repeat(n)';

/** Loops of nothing but long calls of functions that are V8's own. */
export const ofCalls: Shape[] = [
  code("a loop of readings of JSON", `${json} for (;;) JSON.parse(big);`),
  code(
    "a loop of clones, after a wait",
    `${long(numbers, "structuredClone(big)")} await null; while (true) structuredClone(big);`,
  ),
  code(
    "a loop of sorts, in a timer",
    `${long(numbers, "big.slice().sort()")} setTimeout(() => { do big.slice().sort(); while (true); }, 20); ${wait}`,
  ),
  code(
    "a loop of searches, in a function",
    `${long(texts, 'big.replace(/b/g, "")')} function search() { for (;;) { big.replace(/b/g, ""); } } search();`,
  ),
  code(
    "a loop of fillings, in a generator",
    `${long("(n) => new Float64Array(n)", "big.fill(1)")} function* fill() { for (;;) { big.fill(1); yield; } } for (const _ of fill());`,
  ),
  code(
    "a loop of spreads of a set, whose errors are caught",
    `${long("(n) => new Set(Array(n).keys())", "[...big]")} for (;;) try { [...big]; } catch {}`,
  ),
  code(
    "a loop of readings of JSON, in a file of the project",
    `${fileOf("read.ts", "export function read(text: string): never {\n  for (;;) JSON.parse(text);\n}\n")} ${json} (await import(file)).read(big);`,
  ),
  code(
    "a loop of readings of JSON, in a file that is required",
    `${fileOf("read.ts", "export function read(text: string): never {\n  for (;;) JSON.parse(text);\n}\n")} ${json} require(file).read(big);`,
  ),
];
