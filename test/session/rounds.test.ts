import vm from "node:vm";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { roundEdits } from "../../src/session/script/rounds.js";
import { edited } from "../../src/session/text/edits.js";
import { parseCell } from "../../src/session/text/parse.js";

const test = suite("what the rounds of a cell's loops begin with");

const withRounds = (code: string) => edited(code, roundEdits(code, parseCell(code).statements));

/** What a script logs, and how often a round began. */
function logged(code: string): { log: string[]; rounds: number } {
  const log: string[] = [];
  let rounds = 0;
  const note = (value: unknown) => log.push(String(value));
  vm.runInNewContext(code, { note, __round__: () => rounds++ });
  return { log, rounds };
}

const loops: [what: string, code: string, rounds: number][] = [
  ["a block", "for (let i = 0; i < 3; i++) {\n  note(i);\n}", 3],
  ["a statement", "for (let i = 0; i < 3; i++) note(i);", 3],
  ["a statement on its own line", "for (const x of [1, 2])\n  note(x)\nnote(0)", 2],
  ["an empty statement", "let i = 0; while (note(i), ++i < 3);", 2],
  ["a do without a block", "let i = 0; do note(i); while (++i < 3) note(9);", 3],
  ["a do without a semicolon", "let i = 0; do\n  note(i)\nwhile (++i < 3)\nnote(9);", 3],
  ["a for-in", "for (const k in { a: 1, b: 2 }) note(k);", 2],
  [
    "a label",
    "out: for (let i = 0; i < 3; i++) for (;;) { note(i); if (i === 1) break out; continue out; }",
    4,
  ],
  ["a continue", "for (let i = 0; i < 4; i++) { if (i % 2) continue; note(i); }", 4],
  ["a loop in an if with an else", "if (1) for (const x of [1]) note(x); else note(2);", 1],
  ["a loop in a loop", "for (const x of [1, 2]) while (1) { note(x); break; }", 4],
  ["a comment with a parenthesis", "for (const x of [1] /* ) */) /* a) */ note(x); // )", 1],
  ["a comment before the head", "while /* ) */ (note(1) === 1) // )\n  break;", 1],
  ["a string that looks like a comment", 'for (const x of ["//)"]) note(x);', 1],
  ["parentheses in the head", "let n = 2; while (((n))) note(n--);", 2],
  [
    "a closure over the round",
    "const f = []; for (let i = 0; i < 3; i++) f.push(() => i); for (const g of f) note(g());",
    3,
  ],
  ["a spread", "const a = [1, 2]; for (let i = 0; i < 2; i++) a[i] = [...a].length; note(a);", 2],
  ["a template", "let t = ''; for (let i = 0; i < 2; i++) t += `${i}`; note(t);", 2],
  [
    "a generator",
    "function* g() { for (let i = 0; i < 2; i++) yield Number(i); } note([...g()]);",
    2,
  ],
  ["a var in the body", "for (const x of [1, 2]) var y = Number(x); note(y);", 2],
  ["a class in the body", "for (const x of [1]) { class A { static { note(x); } } }", 1],
];

for (const [what, code, rounds] of loops) {
  test(`${what} does what it did, and each round begins with a call`, () => {
    const text = withRounds(code);
    assert.equal(logged(text), { log: logged(code).log, rounds });
    assert.is(text.split("\n").length, code.split("\n").length);
  });
}

const without = [
  "let s = 0; for (let i = 0; i < 9; i++) s += Math.sqrt(i);",
  "const a = []; for (let i = 0; i < 9; i++) a.push('x'.charCodeAt(0));",
  "const f = (x) => x + 1; function g(x) { return f(x); } for (let i = 0; i < 9; i++) g(f(i));",
  "let s = 0; for (let i = 0; i < 9; i++) s += i * i;",
  "const a = [1]; for (const x of a) if (x > 1) a[0] = x;",
  "[1].map((x) => Math.abs(x)); // for while do",
  "const text = `for (;;) f()`;",
];

test("a loop of what is soon over, or begins by looking up, is left as it is, and so is what only looks like a loop", () => {
  for (const code of without) assert.is(withRounds(code), code);
});

test.run();
