import { suite } from "uvu";
import * as assert from "uvu/assert";
import { library } from "../../../src/derive/library/library.js";
import { functions, relations } from "../../../src/derive/tex/reading/commands.js";
import { random as seeded } from "../../../src/index.js";
import { fragments } from "./cases.js";
import { contentsOf, everything } from "./contents.js";
import { knownFunctions } from "./fragments/functions.js";
import { joined } from "./fragments/joined.js";
import { latexSteps } from "./fragments/latexSteps.js";
import type { Fragment } from "./fragments/fragment.js";

const test = suite("derive: what the soundness search covers");
const claims = 150;
const seed = 20261129;

const missing = (some: readonly Fragment[]): string[] => {
  const found = new Set(some.flatMap((one) => [...contentsOf(one, claims, seed)]));
  return everything.filter((name) => !found.has(name));
};

test("each function, construct, relation and kind of assumption that the engine knows stands in a fragment", () => {
  assert.equal(missing(fragments), []);
});

test("what no fragment has is named", () => {
  const some = missing([knownFunctions]);
  for (const name of [
    ...["binomial", "integrate", "<=>", "expression: event", "assumption: depends"],
    ...["assumed constant: pi", "assumed constant: e", "declared: matrix", "declared: function"],
  ])
    assert.ok(some.includes(name), name);
  for (const name of ["cbrt", "D", "=", "assumption: compare"]) assert.not.ok(some.includes(name));
  assert.not.ok(missing([knownFunctions, joined]).includes("<=>"));
});

test("each known function and each relation that LaTeX has a command for stands in a step", () => {
  const random = seeded(seed);
  const texts = Array.from({ length: 10 * claims }, () => latexSteps.holds(random));
  const all = texts.map(({ lhs, relation = "=", rhs }) => `${lhs} ${relation} ${rhs}`).join("\n");
  // A function of which nothing is known, such as the arcsine, gets no verdict.
  const known = Object.keys(functions).filter((command) => library.has(functions[command]));
  // `X \\sim N` says how something is distributed, and what is proportional to something is told by name: neither stands
  // between the sides of a step.
  const between = Object.keys(relations).filter(
    (command) => !["~", "∝"].includes(relations[command]),
  );
  const commands = [...known, ...between];
  const written = commands.map((name) => (/^[a-z]/i.test(name) ? `\\${name}` : name));
  const absent = written.filter(
    (one) => !new RegExp(`${one.replaceAll("\\", "\\\\")}(?![A-Za-z])`).test(all),
  );
  assert.equal(absent, []);
});

test.run();
