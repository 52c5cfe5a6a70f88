import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readAssumptions } from "../../../src/derive/assumptions/assumptions.js";

const test = suite("dependence: declared");
const on = (text: string) =>
  readAssumptions([text]).facts.map((fact) =>
    fact.kind === "depends" ? `${fact.name}: ${fact.on.join(" ")}` : fact.kind,
  );

test("a dependence names the direct arguments", () => {
  assert.equal(on("y depends on x"), ["y: x"]);
  assert.equal(on("f depends on x, y and z"), ["f: x y z"]);
});

test("what lies between is itself a quantity", () => {
  assert.equal(on("L depends on w only through z"), ["L: z", "z: w"]);
  assert.equal(on("f depends on r, s only through x and y"), ["f: x y", "x: r s", "y: r s"]);
});

test("a constant has no arguments", () => {
  assert.equal(on("a constant"), ["a: "]);
  assert.equal(on("v does not depend on t"), ["v: "]);
});

test("what is no name is refused", () => {
  assert.throws(() => readAssumptions(["y depends on x^2"]), /must be of the form .*depends on/);
  assert.throws(() => readAssumptions(["2 depends on x"]), /must be of the form/);
});

test.run();
