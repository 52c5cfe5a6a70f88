import { suite } from "uvu";
import * as assert from "uvu/assert";
import { newContext } from "../../../src/derive/form/engine.js";
import { multiply, raise } from "../../../src/derive/form/ring/form.js";
import { normalForm } from "../../../src/derive/form/normalForm.js";
import { parse } from "../../../src/derive/read/parse.js";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: large exponents");

const tower = (base: string) => `((${base}^1000000)^1000000)^1000000`;

test("powers that a double cannot count are not held, in atoms or in factors", () => {
  const ctx = newContext();
  for (const text of ["x", "x + 1"]) {
    const form = raise(ctx.ring, normalForm(ctx, parse(text)), 1e9);
    assert.throws(() => raise(ctx.ring, form, 2), /^gave up at a power of more than 10\^9$/);
    assert.throws(() => multiply(ctx.ring, form, form), /^gave up at a power of more than 10\^9$/);
    assert.throws(() => raise(ctx.ring, form, -1e9), /a power of more than 10\^9$/);
  }
});
test("one power more is never the same power", () =>
  allGraded(
    ["x", "(x + 1)"].flatMap((base): Row[] => [
      [`${tower(base)}*${base}`, "=", tower(base), []],
      [`(${base}^1000000000)^1000000000*${base}`, "=", `(${base}^1000000000)^1000000000`, []],
    ]),
    /^refuted$/,
  ));
test("powers that can be counted are", () =>
  allGraded(
    [
      ["(x^1000000)^1000", "=", "x^1000000000", []],
      ["(x^999999999)*x", "=", "x^1000000000", []],
    ],
    /^proved$/,
  ));
test.run();
