import * as assert from "uvu/assert";
import { type Edit, edited, unedited } from "../../src/session/text/edits.js";
import { projectSuite } from "./projectSuite.js";

const test = projectSuite("session: what does not compile", {
  "syntax.ts": "export const a = 1;\nexport const  = 2;\n",
  "regex.ts": "export const a = 1;\n\nexport const r = /(?<a>x)(?<a>y)/;\n",
  "looped.ts": "for (const x of [1]) String(x); export const a = 1;\nlet a = 2;\n",
  "loopedRegex.ts": "for (const x of [1]) String(x); export const r = /(?<a>x)(?<a>y)/;\n",
  "plain.js": "export const a = 1;\n let a = 2;\n",
  "whole.ts": "function d(v: unknown, c: unknown) {}\nclass A { @d accessor x = 1 }\nconst  = 3;\n",
  "decorated.ts":
    "const log: string[] = [];\nfunction d(v: unknown, c: { name: string | symbol }) { log.push(String(c.name)); }\n" +
    "export class A { @d accessor x = 1; @d m() { return log.join(); } }\n",
  "tsconfig.json": '{ "compilerOptions": { "strict": true } }',
});

const bad = "/(?<a>x)(?<a>y)/";

/** Texts that V8 or the compiler refuses after the check, with the place and the caret's line. */
const placed: [cell: string, line: number, column: number][] = [
  [`// @ts-nocheck\n  ${bad}`, 2, 3],
  [`// @ts-nocheck\nimport { join } from "node:path"; ${bad}`, 2, 35],
  [
    `// @ts-nocheck\nexport const e1 = 1; export default class {}; const e2: RegExp = ${bad}; 1`,
    2,
    66,
  ],
  [`// @ts-nocheck\nfor (const x of [1]) String(x); ${bad}`, 2, 33],
  [`// @ts-nocheck\nfor (const x of [1]) { String(x);\n${bad} }`, 3, 1],
  [`// @ts-nocheck\ntype T = string;\ninterface I { a: T }\nconst s: T = "🎵", r = ${bad};`, 4, 24],
];

for (const [cell, line, column] of placed) {
  test(`it is refused at ${line}:${column}: ${cell}`, async ({ session }) => {
    const said = (await session.text(cell)).split("\n");
    const head = `SyntaxError: line ${line}, column ${column}: Invalid regular expression`;
    assert.ok(said[0].startsWith(head), said[0]);
    assert.is(said[1], `    ${cell.split("\n")[line - 1]}`);
    assert.is(said[2], `    ${" ".repeat(column - 1)}^`);
  });
}

const files: [file: string, line: number, column: number, text: string][] = [
  ["syntax.ts", 2, 15, "export const  = 2;"],
  ["plain.js", 1, 14, "export const a = 1;"],
  ["looped.ts", 1, 46, "for (const x of [1]) String(x); export const a = 1;"],
  ["whole.ts", 3, 8, "const  = 3;"],
];

for (const [file, line, column, text] of files) {
  test(`${file} is refused with its line`, async ({ session }) => {
    const said = (await session.text(`await import("./${file}" as string)`)).split("\n");
    assert.ok(
      said[0].startsWith(`SyntaxError: ${file}, line ${line}, column ${column}: `),
      said[0],
    );
    assert.equal(said.slice(1, 3), [`    ${text}`, `    ${" ".repeat(column - 1)}^`]);
  });
}

test("a module that V8 alone refuses is, too", async ({ session }) => {
  const said = await session.text('await import("./regex.ts" as string)');
  assert.match(
    said,
    /^SyntaxError: regex\.ts, line 3, column 18: Invalid regular expression[^]*\n {21}\^/,
  );
});

test("one with a loop before is, too", async ({ session }) => {
  const said = await session.text('await import("./loopedRegex.ts" as string)');
  assert.match(said, /^SyntaxError: loopedRegex\.ts, line 1, column 50: Invalid [^]*\n {53}\^/);
});

const runs: [cell: string, gives: string][] = [
  [
    "const seen: unknown[] = [];\nfunction log(v: undefined, c: ClassFieldDecoratorContext) { seen.push(c.name) }\nclass A1 { @log m = 1 }\n{ using r = { [Symbol.dispose]() { seen.push('end') } }; }\nseen.join()",
    "m,end",
  ],
  [
    "namespace N1 { export let c = 1; export const up = () => ++c } { using r = null; } N1.up(); N1.c",
    "2",
  ],
  ["namespace M1 { export const a = 1 } namespace M1 { export const b = a + 1 } M1.b", "2"],
  ["class B1 { accessor n = 2; static accessor s = 3 } [new B1().n, B1.s]", "[ 2, 3 ]"],
  [
    "class C1 { @((v: Function, c: ClassMethodDecoratorContext) => () => c.kind) m(): string { return ''; } } new C1().m()",
    "method",
  ],
  ['import { A } from "./decorated"; new A().m()', "x,m"],
  ["/^\\p{RGI_Emoji}$/v.test('👍🏽')", "true"],
];

for (const [cell, gives] of runs) {
  test(`it runs: ${cell}`, async ({ session }) => {
    assert.is(await session.text(cell), gives);
  });
}

test("every place of an edited text is found in the text", () => {
  const text = "import a from 'b';\nexport default x\nconst y = 1; y";
  const edits: Edit[] = [
    [0, 18, ""],
    [19, 34, "void ("],
    [35, 35, ")"],
    [49, 49, "__cell__.value = ("],
    [50, 50, ")"],
  ];
  const changed = edited(text, edits);
  assert.is(changed, "\nvoid (x)\nconst y = 1; __cell__.value = (y)");
  for (const [part, at] of [
    ["x", 34],
    ["const", 36],
    ["= 1", 44],
    ["y)", 49],
    ["void", 19],
    ["value", 49],
  ] as const) {
    assert.is(unedited(text, edits, changed.indexOf(part)), at, part);
  }
});

test.run();
