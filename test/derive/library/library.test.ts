import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { call, symbol, treeKey } from "../../../src/derive/tree/expression.js";
import { expressionText } from "../../../src/derive/tree/text.js";
import { expressionLatex } from "../../../src/derive/notation/latex.js";
import { readTex } from "../../../src/derive/tex/readTex.js";
import { type FunctionDefinition, takes } from "../../../src/derive/library/shared/definition.js";
import { library } from "../../../src/derive/library/library.js";
import { functions } from "../../../src/derive/oracle/evaluate/functions.js";
import { parse } from "../../../src/derive/read/parse.js";
import { filesBelow } from "../../house/tree.js";
import { gradeOf } from "./gradeOf.js";
import { functionsPage } from "./page.js";

const test = suite("derive: the library of functions");
const all = [...library.values()];

/** What is wrong with a definition, one sentence each. */
function faults(one: FunctionDefinition): string[] {
  const found: string[] = [];
  const grades = one.examples.map((example) => gradeOf(example));
  for (const [i, { claim, grade }] of one.examples.entries())
    if (grades[i] !== grade) found.push(`${claim} is ${grades[i]}, not ${grade}`);
  for (const grade of ["proved", "refuted"] as const)
    if (!grades.includes(grade)) found.push(`${one.name} has no example that is ${grade}`);
  if (!one.rewrite && !one.value) found.push(`${one.name} has no value`);
  if (!one.rewrite && !one.domain) found.push(`${one.name} has no domain`);
  const [x, y] = ["x", "y"].map(symbol);
  for (const args of [[x], [x, y]]) {
    const partials = takes(one, args.length) ? one.partials?.(...args) : undefined;
    if (partials && !one.rewrite?.(...args) && partials.length !== args.length)
      found.push(`${one.name} has ${partials.length} derivatives for ${args.length} arguments`);
  }
  const read = writtenAndRead(one);
  if (read) found.push(read);
  return found;
}

/** What is wrong with a function's LaTeX, which must be read as the function or as what it is short for. */
function writtenAndRead(one: FunctionDefinition): string | undefined {
  const args = ["x", "y"].map(symbol).filter((_, i) => takes(one, i + 1) || !takes(one, 1));
  const tree = call(one.name, ...args);
  const text = expressionLatex(tree);
  const [{ sides }] = readTex(`${text} = 1`).statements[0].sides[0][0];
  const meant = [tree, one.rewrite?.(...args)].flatMap((expr) => (expr ? [treeKey(expr)] : []));
  return meant.includes(treeKey(sides[0]))
    ? undefined
    : `${one.name} is written as ${text}, which is read as ${expressionText(sides[0])}`;
}

test("every definition says where it has a value, and every example has its grade", () => {
  assert.ok(all.length >= 26);
  assert.equal(all.flatMap(faults), []);
});
test("a definition with faults is named", () => {
  const bad: FunctionDefinition = {
    name: "bad",
    arity: 1,
    meaning: "nothing",
    partials: () => [],
    latex: { head: "B" },
    examples: [{ claim: "1 + 1 = 3", grade: "proved" }],
  };
  library.set("bad", bad);
  const found = faults(bad);
  library.delete("bad");
  assert.equal(found, [
    "1 + 1 = 3 is refuted, not proved",
    "bad has no example that is proved",
    "bad has no value",
    "bad has no domain",
    "bad has 0 derivatives for 1 arguments",
    "bad is written as B(x), which is read as B(x)",
  ]);
});
test("each file of a function holds the function of its name", () => {
  const names = filesBelow("src/derive/library").map((path) => /([^/]+)\.ts$/.exec(path)![1]);
  assert.equal(
    all.map(({ name }) => name).filter((name) => !names.includes(name)),
    [],
  );
  const holds = filesBelow("src/derive/library").filter((path) =>
    / FunctionDefinition = \{/.test(readFileSync(path, "utf8")),
  );
  assert.is(holds.length, all.length, "and no file is left out of the list");
});
test("the second opinion defines every function by itself", () => {
  const missing = (own: object) => [...library.keys()].filter((name) => !Object.hasOwn(own, name));
  assert.equal(missing(functions), []);
  const { tanh: _, ...others } = functions;
  assert.equal(missing(others), ["tanh"]);
});
test("docs/functions.md is what the definitions say", () => {
  assert.is(
    readFileSync("docs/functions.md", "utf8"),
    functionsPage(),
    "run npm run docs:functions",
  );
});
test("a function of another number of arguments gets no verdict, and no definition is asked of it", () => {
  for (const one of all) {
    for (const args of ["x", "x, y", "x, y, z"].filter((_, i) => !takes(one, i + 1))) {
      for (const lhs of [`${one.name}(${args})`, `D(${one.name}(${args}), x)`]) {
        const claim = { id: "", lhs, relation: "=" as const, rhs: "2", assumptions: [] };
        const { grade, reason } = gradeClaim(claim, () => 0);
        assert.is(grade, "unknown", lhs);
        assert.match(reason ?? "", new RegExp(`^${one.name} takes `), lhs);
      }
    }
  }
});
test("every function is read from the text of its page", () => {
  for (const { examples } of all)
    for (const { claim } of examples) for (const side of claim.split(/ (?:<=|=|≈|<) /)) parse(side);
});

test.run();
