import * as assert from "uvu/assert";
import { sessionSuite } from "./sessionSuite.js";

const test = sessionSuite(
  "session: completions",
  [
    'type Size = "small" | "large";',
    "declare function sized(options: { size?: Size; count: number }): void;",
    "let earlier = { abc: 1, xyz: 2, 'a-b': 3 };",
  ].join("\n"),
);

/** A cell, the matches that come first, and what of the cell they stand in place of. */
const cases: [code: string, first: string[], replaced: string][] = [
  ["earlier.|", ["abc", "xyz"], ""],
  ["earlier.ab|", ["abc"], "ab"],
  ["earlier.|xy", ["xyz", "abc"], "xy"],
  ["earlier.a|b", ["abc"], "ab"],
  ["({ axy: 1, dXY: 2, xyz: 3, XYZ: 4 }).XY|", ["XYZ", "xyz", "axy", "dXY"], "XY"],
  ["sized({ count: 1, | })", ["size"], ""],
  ["const size: Size = |", ['"large"', '"small"'], ""],
  ['const size: Size = "|"', ["large", "small"], ""],
  ['const size: Size = "la|rge"', ["large"], "large"],
  ["class K { #own = 1; m() { this.#o| } }", ["#own"], "#o"],
  ["class K { #own = 1; m() { this.| } }", ["#own", "m"], ""],
  ['import { rea| } from "node:fs"', ["read", "readFile"], "rea"],
  ['import * as all from "node:pa|"', ["node:path"], "node:pa"],
  ['import * as all from "./lo|"', ["local"], "lo"],
  ["function f(parameter: number) { | }", ["f", "parameter"], ""],
  ["|setT", ["setTimeout"], "setT"],
  ["set|I", ["setImmediate", "setInterval"], "setI"],
  ["`${earl|}`", ["earlier"], "earl"],
  ["`don't ${earlier.xy|}`", ["xyz"], "xy"],
  ["/** @param | */ function f(given: number) {}", ["given"], ""],
];

for (const [code, first, replaced] of cases) {
  test(`${code} is completed by ${first.join(", ")}`, async ({ session }) => {
    const { matches, start, end } = await session.complete(code);
    assert.equal(
      matches.slice(0, first.length).map(({ text }) => text),
      first,
    );
    assert.is(code.replace("|", "").slice(start, end), replaced);
  });
}

const nothing = [
  "earlier.none|",
  "let x: any; x.|",
  'const s = "|"',
  "/* | */",
  "// wor|",
  "nowhere.|",
];

for (const code of nothing) {
  test(`${code} is completed by nothing`, async ({ session }) => {
    assert.equal((await session.complete(code)).matches, []);
  });
}

test("a member that needs brackets is not offered behind the dot", async ({ session }) => {
  const { matches } = await session.complete("earlier.|");
  assert.equal(
    matches.map(({ text }) => text),
    ["abc", "xyz"],
  );
});

const hovers: [code: string, text: string | null][] = [
  ["/** Great. */\nlet great| = 10;", "great: number\n\nGreat."],
  ["const text| = 'hello';", 'text: "hello"'],
  ["earlier.ab|c", "(property) abc: number"],
  ["enum Kind { One } Kind.On|e", "(enum member) One: Kind.One"],
  ["new Map<string, number>().siz|e", "(property) size: number"],
  ["// a com|ment", null],
  ['"a te|xt"', null],
  ["12|3", null],
];

for (const [code, text] of hovers) {
  test(`${code} is explained as ${text}`, async ({ session }) => {
    const found = (await session.inspect(code))?.["text/plain"];
    if (text === null) assert.is(found ?? null, null);
    else assert.ok(String(found).startsWith(text), String(found));
  });
}

test.run();
