import { suite } from "uvu";
import * as assert from "uvu/assert";
import { engineRooms } from "./engineRooms.js";
import { rooms } from "./importRules.js";
import { innerRooms } from "./innerRooms.js";
import { innerProblems } from "./roomRules.js";

const test = suite("house: rooms within a room");

const importing = (...names: string[]): string =>
  names.map((name, i) => `import type { A${i} } from "${name}.js";`).join("\n");

/** The problems of some files of src/derive, each with what it imports. */
function problems(planted: Record<string, string[]>): string[] {
  const files = Object.entries(planted).map(
    ([path, names]) => [`src/derive/${path}.ts`, importing(...names)] as const,
  );
  return innerProblems(new Map(files), "src/derive/", engineRooms);
}

test("a room may import one above it in the table, and not the other way, types included", () => {
  assert.equal(problems({ "form/a": [], "signs/b": ["../form/a"] }), []);
  assert.equal(problems({ "form/a": ["../signs/b"], "signs/b": [] }), [
    "src/derive/form/a.ts: the room algebra may not import src/derive/signs/b.ts, of signs",
  ]);
  assert.equal(problems({ "form/a": ["./normalForm"], "form/normalForm": [] }), [
    "src/derive/form/a.ts: the room algebra may not import src/derive/form/normalForm.ts, of normal form",
  ]);
});

test("files of one room may import each other where the table says why, up to five", () => {
  const ring = (room: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`${room}/f${i}`, [`./f${(i + 1) % count}`]]),
    );
  const named = (room: string, count: number) =>
    Array.from({ length: count }, (_, i) => `src/derive/${room}/f${i}.ts`).join(", ");
  assert.equal(problems(ring("sums", 5)), []);
  assert.equal(problems(ring("sums", 6)), [`${named("sums", 6)}: import each other`]);
  assert.equal(problems(ring("claims", 2)), [`${named("claims", 2)}: import each other`]);
});

test("a circle over rooms is named at its import that points the wrong way", () => {
  assert.equal(problems({ "sums/a": ["../integrals/b"], "integrals/b": ["../sums/a"] }), [
    "src/derive/sums/a.ts: the room sums may not import src/derive/integrals/b.ts, of integrals",
  ]);
});

test("every room has a table, and a circle in one without rooms of its own is named, types included", () => {
  assert.equal(
    Object.keys(rooms).filter((name) => !innerRooms[`src/${name}/`]),
    [],
  );
  const circle = new Map([
    ["src/num/a.ts", importing("./deep/b")],
    ["src/num/deep/b.ts", importing("../a")],
  ]);
  assert.equal(innerProblems(circle, "src/num/", innerRooms["src/num/"]), [
    "src/num/a.ts, src/num/deep/b.ts: import each other",
  ]);
});

test("a circle is named in whatever form its imports are written", () => {
  for (const text of [
    'type A = import("./b.js").A;',
    'export const a = (b: import("./b.js").B): void => {};',
    'let a: typeof import("./b.js");',
    'export type { B } from "./b.js";',
    'const b = await import("./b.js");',
    'import "./b.js";',
  ]) {
    const circle = new Map([
      ["src/num/a.ts", text],
      ["src/num/b.ts", 'type B = Array<import("./a.js").A>;'],
    ]);
    assert.equal(
      innerProblems(circle, "src/num/", innerRooms["src/num/"]),
      ["src/num/a.ts, src/num/b.ts: import each other"],
      text,
    );
  }
});

test("a new folder must enter the table", () => {
  assert.equal(problems({ "attic/a": [] }), [
    "src/derive/attic/a.ts: stands in no room of src/derive/",
  ]);
});

test.run();
