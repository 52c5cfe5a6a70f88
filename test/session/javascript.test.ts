import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openSession, type TestSession } from "./openSession.js";
import { type Project, project } from "./project.js";

const test = suite<{ own: Project; session: TestSession }>("session: cells in JavaScript");

test.before(async (context) => {
  const own = project({ "typed.ts": "export const n: number = 4;\n" });
  const options = { cwd: own.folder, root: own.folder, language: "javascript" } as const;
  Object.assign(context, { own, session: await openSession(options) });
});

test.after(({ own, session }) => {
  session.close();
  own.remove();
});

const cells: [cell: string, gives: string | RegExp][] = [
  ["class A { constructor() { this.name = 'n'; } }\nnew A().name", "n"],
  ["const a = new A(); a.name", "n"],
  ["a.nope", /^TypeScriptError: line 1, column 3: Property 'nope' does not exist on type 'A'/],
  ["/** @type {any} */\nlet anything = 5; anything = 's'; anything", "s"],
  ["anything = 6; anything", "6"],
  [
    "function Old(n) { this.n = n; }\nOld.prototype.get = function () { return this.n; };\nnew Old(3).get()",
    "3",
  ],
  ["const open = {}; open.extra = 1; open", "{ extra: 1 }"],
  ["/** @param {number} n */\nfunction square(n) { return n * n; }\nsquare(3)", "9"],
  ["square('x')", /not assignable to parameter of type 'number'/],
  ["let n = 10; n = 'a'", /not assignable to type 'number'/],
  ["made = 3; for (i = 0; i < made; i++); made + i", "6"],
  ["made", "3"],
  ["missing == 1", /Cannot find name 'missing'/],
  ["missing", /Cannot find name 'missing'/],
  ["function loose(a, b) { return a; } loose(1)", "1"],
  ["function all() { return arguments.length; }\nall(1, 2)", /^warning: [^]*got 2\.[^]*\n2$/],
  ["await new Promise((resolve) => { resolve(); })", ""],
  ["new Array(2).fill().length", /\n2$/],
  [
    "function Made() { if (!(this instanceof Made)) return new Made(); this.v = 1; }\nMade().v",
    "1",
  ],
  ["function owner() { return this === globalThis; }\nowner()", "true"],
  ["'use strict'; function nobody() { return this; }\nString(nobody())", "undefined"],
  ["exports.given = 5; module.exports.given", "5"],
  ["const typed: number = 1;", /Type annotations can only be used in TypeScript files/],
  [
    "import { n as four } from './typed'; const { join } = require('path'); join('a', String(four))",
    "a/4",
  ],
  ["export const shown = await Promise.resolve(7); shown", "7"],
];

for (const [cell, gives] of cells) {
  test(cell, async ({ session }) => {
    const text = await session.text(cell);
    if (typeof gives === "string") assert.is(text, gives);
    else assert.match(text, gives);
  });
}

test("it is not warned of what has no type", async ({ session }) => {
  const { status, outputs } = await session.run("function untyped(x) { return x.y; }");
  assert.is(status, "ok");
  assert.equal(outputs, []);
});

test("names are completed", async ({ session }) => {
  const { matches } = await session.complete("a.na|");
  assert.ok(matches.some(({ text }) => text === "name"));
});

test.run();
