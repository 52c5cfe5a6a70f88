import * as assert from "uvu/assert";
import { projectSuite } from "./projectSuite.js";

const layer = [
  "export interface Layer { k: number }",
  "export type Size = number;",
  "export const conv = (layer: Layer): Size => 2 * layer.k;",
].join("\n");

const test = projectSuite("session: types that a file hands on without the word `type`", {
  "layer.ts": layer,
  "index.ts": 'export { Layer, Size, conv } from "./layer.js";\n',
  "star.ts": 'export * from "./index.js";\nexport { Layer as Renamed } from "./layer.js";\n',
  "types.ts": 'export { Layer } from "./layer.js";\nexport const own = 3;\n',
  "imported.ts": 'import { Layer, conv } from "./layer.js";\nexport { Layer, conv };\n',
  "default.ts": 'import { Layer } from "./layer.js";\nexport default Layer;\n',
  "namespace.ts": 'export * as layers from "./layer.js";\n',
  "spaces.ts":
    "export namespace Types { export type One = 1 }\nexport namespace Values { export const one = 1 }\n",
  "spacesOn.ts": 'export { Types, Values } from "./spaces.js";\n',
  "ring/a.ts": 'export { B, b } from "./b.js";\nexport interface A { a: 1 }\nexport const a = 1;\n',
  "ring/b.ts": 'export { A, a } from "./a.js";\nexport interface B { b: 2 }\nexport const b = 2;\n',
  "package.ts": 'export { UrlObject, format } from "node:url";\n',
  "changing.ts": "export interface Thing { t: 1 }\n",
  "changed.ts": 'export { Thing } from "./changing.js";\n',
  "typo.js": 'export { missing } from "./other.js";\n',
  "typo.d.ts": "export declare const missing: 1;\n",
  "other.js": "export const present = 1;\n",
});

const cells: [what: string, code: string, value: string][] = [
  ["beside a value", 'import { Layer, conv } from "./index.js"; conv({ k: 2 } as Layer)', "4"],
  ["through a star", 'import { Size, conv } from "./star"; conv({ k: 3 }) as Size', "6"],
  ["under another name", 'import { Renamed } from "./star.js"; ({ k: 1 }) as Renamed', "{ k: 1 }"],
  ["alone", 'import { Layer, own } from "./types.js"; ({ k: own }) as Layer', "{ k: 3 }"],
  ["that it imported", 'import { Layer, conv } from "./imported.js"; conv({ k: 4 })', "8"],
  ["as its default", 'import D from "./default.js"; ({ k: 5 }) as D', "{ k: 5 }"],
  ["in a namespace", 'import { layers } from "./namespace.js"; layers.conv({ k: 6 })', "12"],
  ["that is a namespace", 'import { Values, Types } from "./spacesOn.js"; Values.one', "1"],
  ["in a ring of files", 'import { A, B, a, b } from "./ring/a.js"; [a, b]', "[ 1, 2 ]"],
  ["of Node", 'import { format, UrlObject } from "./package.js"; format({ host: "a" })', "a"],
];

for (const [what, code, value] of cells) {
  test(`a file hands on a type ${what}`, async ({ session }) => {
    assert.is(await session.text(code), value);
  });
}

test("a type that is handed on is no value of the module", async ({ session }) => {
  assert.is(await session.text('import * as all from "./star.js"; Object.keys(all)'), "[ 'conv' ]");
});

test("a type that has become a value is handed on as one", async ({ own, session }) => {
  assert.is(await session.text('import { Thing } from "./changed.js"; 1 as Thing["t"]'), "1");
  own.write({ "changing.ts": "export class Thing { t = 7 }\n" });
  assert.is(await session.text('import { Thing } from "./changed.js"; new Thing().t'), "7");
});

test("what no type is and is missing is still an error", async ({ session }) => {
  assert.match(
    await session.text('import { missing } from "./typo.js"; missing'),
    /does not provide an export named 'missing'/,
  );
});

test.run();
