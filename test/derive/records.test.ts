import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, type DerivationJSON, tex } from "../../src/index.js";
import { treeKey } from "../../src/derive/tree/expression.js";
import { parse } from "../../src/derive/read/parse.js";
import { verify } from "../../src/derive/records/verify.js";
import { sideOf } from "../../src/derive/notation/relation.js";
import { expressionLatex } from "../../src/derive/notation/latex.js";
import { sameShown } from "../../src/derive/tex/write/notation.js";
import { vocabularyOf } from "../../src/derive/tex/reading/vocabulary.js";
import { readSide } from "../../src/derive/notation/written.js";
import { random } from "../../src/num/random.js";
import { isDerivation } from "../../src/record/index.js";
import { randomExpression } from "./randomExpression.js";
import { derivationsOf } from "../notebooks/derivationsOf.js";

const test = suite("derive: records");
const folder = join(import.meta.dirname, "..", "..");
const chapters = readdirSync(join(folder, "notebooks")).filter((name) => name.endsWith(".ipynb"));
const records = chapters.flatMap((name) => derivationsOf(join(folder, "notebooks", name)));
const schema = JSON.parse(readFileSync(join(folder, "docs", "derivation.v1.schema.json"), "utf8"));
const fits = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const stored = (one: { toJSON(): DerivationJSON }): DerivationJSON =>
  JSON.parse(JSON.stringify(one.toJSON())) as DerivationJSON;
const find = (id: string) => structuredClone(records.find((one) => one.id === id)!);

test("each record of the five chapters is found again by its own texts, to the last field", () => {
  assert.ok(records.length >= 56);
  assert.equal(
    records.flatMap((record) => verify(record).problems.map((one) => `${record.id}: ${one}`)),
    [],
  );
});
test("each of them is of the published schema, and what is not is refused by it", () => {
  for (const record of records) assert.ok(fits(record), JSON.stringify(fits.errors));
  const wrong: object[] = [
    { version: 2 },
    { grade: "certain" },
    { note: 1 },
    { steps: [{ ...records[0].steps[0], relation: "~" }] },
    { errata: [{ items: [] }] },
    { takes: [{ id: "a", assumptions: [], definitions: [], after: 0 }] },
  ];
  for (const change of wrong) assert.not.ok(fits({ ...records[0], ...change }), `${change}`);
});
test("the text of each step of the chapters reads as a tree whose text reads as that tree again", () => {
  const sides = records
    .flatMap(({ steps, errata }) => [
      ...steps,
      ...errata.flatMap((e) => [e.asWritten, e.corrected]),
    ])
    .filter(({ grade }) => grade !== "assumed")
    .flatMap(({ lhs, rhs }) => [lhs, rhs]);
  assert.ok(sides.length > 200, `${sides.length}`);
  for (const text of sides) {
    const tree = parse(text);
    assert.is(treeKey(parse(sideOf(tree).text)), treeKey(tree), text);
  }
});

const wide = derivation("a.wide", ["0 < alpha < 1", "0 < beta < 1", "0 < q < 1", "a < b"])
  .define("p(C=1)", "q")
  .define("p(T=1 | C=1)", "alpha")
  .define("p(T=1 | C=0)", "beta")
  .define("f(x)", "1/(b - a)", "flat", { where: "a < x < b" })
  .define("y[n]", "2*n - 1", "the odd numbers")
  .recurrence("r", "x", "r + 2", "two more", { items: [3] });
const inLatex = () =>
  derivation("b.latex", ["n integer >= 1", "a != b"], { title: "in LaTeX" })
    .define(tex`g(x)`, tex`-\frac{x}{2} + 0.25`)
    .from(tex`g(4)`)
    .equals(tex`-1.75`, "insert")
    .chain(
      tex`\begin{aligned} -ab + (c + d) - 2x^{4/2} &= c + d - 2x^2 - ab \\ &= d + c - ab - 2x^2 \end{aligned}`,
    )
    .chain(tex`\frac{1}{3} \approx 0.3330`)
    .chain(tex`x = 2 \implies x^2 = 4`, "square")
    .erratum({
      asWritten: tex`\frac{2}{3} \approx 0.67`,
      corrected: tex`\frac{2}{3} \approx 0.667`,
    });
const made: Record<string, () => { toJSON(): DerivationJSON }> = {
  "a table, a function on an interval, a family, a sequence": () => wide,
  "LaTeX, with the digits that it prints": inLatex,
  "what is taken from others, in the order in which it was": () => {
    const inner = derivation("c.inner", ["k > 0"]).define("m", "k^2");
    const outer = derivation("c.outer").uses(inner, "c.else").define("w", "m + 1");
    return derivation("c.top", ["k > 0"])
      .from("w")
      .equals("w + 0", "w is a name here")
      .erratum({ asWritten: "w = k", corrected: "w = w*1" })
      .uses(outer, wide)
      .erratum({ asWritten: "v = k^2", corrected: "k^2 + 1 - 1 = k^2" })
      .from("v + p(C=1)")
      .equals("q + v");
  },
  "conditions, induction, a maximum, an order": () =>
    derivation("d.all", ["N integer >= 0", "w integer", "s integer >= 1", "A > 0"])
      .recurrence("r", "x", "r + 2")
      .from("r(N)")
      .equals("2*N + x", "", { induction: "N" })
      .from("floor(w/s)")
      .equals("w/s", "", { provided: ["s divides w"] })
      .from("N^2 + N")
      .order("N^2")
      .from("N")
      .equals("N + 1", "no", { expect: "refuted" })
      .argmax("-A*(t - 1)^2", "t")
      .at("1", "", { second: { value: "-2*A", items: [4] } }),
  "a misprinted implication, by its sides": () =>
    derivation("e.slip").erratum({
      asWritten: { lhs: "x^2 = 4", relation: "=>", rhs: "x = 2" },
      corrected: { lhs: "x^2 = 4", relation: "=>", rhs: "x = 2 or x = -2" },
    }),
};
for (const [what, make] of Object.entries(made)) {
  test(`${what}: the record is found again, and is of the schema`, () => {
    const record = stored(make());
    assert.equal(verify(record), { id: record.id, derivation: record, problems: [] });
    assert.ok(fits(record), JSON.stringify(fits.errors));
  });
}
test("LaTeX is stored as plain text that reads as what was graded", () => {
  const { steps } = stored(inLatex());
  assert.is(steps[2].lhs, "-a*b + (c + d) - 2*x^(4/2)");
  assert.is(steps[4].rhs, "0.3330");
  assert.is(steps[4].grade, "refuted");
});

test("whatever LaTeX is read as is stored as text that reads as the same tree, over 600 expressions", () => {
  const source = random(20);
  for (let i = 0; i < 600; i++) {
    const expr = randomExpression(source, 1 + (i % 4));
    const side = readSide({ tex: expressionLatex(expr) }, vocabularyOf([expr]));
    assert.is(treeKey(parse(side.text)), treeKey(side.expr), side.text);
    assert.ok(sameShown(side.expr, expr), side.text);
  }
});

/** What is said of a record after an edit. */
function edited(id: string, edit: (record: DerivationJSON) => void): string[] {
  const record = find(id);
  edit(record);
  return verify(record).problems;
}

type Path = (string | number)[];
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
/** The same with one of its texts or numbers changed. */
function changedAt<T>(value: T, path: Path): T {
  if (path.length === 0) return (typeof value === "number" ? value + 1 : `${value}1`) as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[path[0]] = changedAt(copy[path[0]], path.slice(1));
  return copy as T;
}
test("each field that is edited is named, but for the author's own words, numbers and ids", () => {
  const own = /^(id|title|rests|steps,\d+,(because|items))\b/;
  const slip = records.find(({ errata }) => errata.length > 1)!;
  for (const record of [find("conv.cost-ratio"), slip]) {
    const paths = leaves(record);
    assert.ok(paths.length > 40);
    for (const path of paths) {
      const { problems } = verify(changedAt(record, path));
      assert.is(problems.length === 0, own.test(path.join()), `${record.id}: ${path.join()}`);
    }
  }
});
test("a typed grade, a removed witness, a changed condition, side or formula is named", () => {
  const typed = records.find(({ errata }) => errata.some((e) => e.asWritten.witness))!;
  const { id } = typed;
  const at = typed.errata.findIndex((e) => e.asWritten.witness);
  const names = (edit: (record: DerivationJSON) => void, pattern: RegExp) =>
    assert.match(edited(id, edit).join("\n"), pattern);
  names(
    (r) => (r.errata[at].asWritten.grade = "proved"),
    /^erratum \d, as printed, grade: stored "proved", found "refuted"$/,
  );
  names(
    (r) => delete r.errata[at].asWritten.witness,
    /^erratum \d, as printed, witness: stored nothing, found \{"point"/,
  );
  names(
    (r) => (r.errata[at].asWritten.witness!.lhs = "7"),
    /^erratum \d, as printed, witness, lhs: stored "7", found/,
  );
  names(
    (r) => (r.errata[at].corrected.latex = "1 = 1"),
    /^erratum \d, corrected, latex: stored "1 = 1"/,
  );
  const cost = (edit: (record: DerivationJSON) => void, pattern: RegExp) =>
    assert.match(edited("conv.cost-ratio", edit).join("\n"), pattern);
  cost((r) => (r.steps[0].lhs = "1/N + 2"), /^step 1, /m);
  cost((r) => r.steps[0].conditions.splice(0), /^step 1, conditions 1: stored nothing/);
  cost((r) => (r.assumptions = ["N > 0"]), /step 1, conditions/);
  cost((r) => Object.assign(r, { checked: true }), /^checked: stored true, found nothing$/);
  for (const name of ["constructor", "__proto__", "toString"]) {
    cost(
      (r) => Object.defineProperty(r, name, { value: 1, enumerable: true, configurable: true }),
      new RegExp(`^${name}: stored 1, found nothing$`),
    );
  }
});
test("what cannot be graded again is said to be so, and nothing is found", () => {
  const says = (value: unknown, pattern: RegExp) => {
    const { derivation: found, problems } = verify(value);
    assert.is(found, undefined);
    assert.match(problems.join("\n"), pattern);
  };
  for (const value of [undefined, null, 3, "proved", [], { id: 3, steps: [null] }]) {
    says(value, /^cannot be graded again: it is no record of a derivation, with steps and errata$/);
  }
  const record = find("conv.cost-ratio");
  says({ ...record, version: 2 }, /^cannot be graded again: version must be 1, got 2$/);
  says({ ...record, steps: [null] }, /it is not of the form of a record/);
  says({ ...record, id: "Conv" }, /must be lower case words/);
  says({ ...record, steps: [{ ...record.steps[0], lhs: "1 +" }] }, /cannot read/);
  says({ ...record, steps: [{ ...record.steps[0], relation: "~" }] }, /not of the form/);
});
test("a record of before there was a version is graded as far as its texts tell", () => {
  const { version: _version, ...earlier } = find("conv.cost-ratio");
  assert.equal(verify(earlier).problems, []);
  assert.is(verify(earlier).derivation?.version, 1);
  const typed = { ...earlier, grade: "tested" };
  assert.match(
    verify(typed).problems[0],
    /it was stored by an earlier version, .* execute `rederive run`$/,
  );
  const density = find("uniform.density");
  const { version: _other, ...flat } = density;
  for (const step of flat.steps) delete step.defines;
  assert.equal(verify(flat).problems, []);
});

/** The same in which no step has rules. */
function withoutRules(record: DerivationJSON): DerivationJSON {
  const copy = structuredClone(record);
  for (const step of copy.steps) delete step.rules;
  for (const { asWritten, corrected } of copy.errata) {
    delete asWritten.rules;
    delete corrected.rules;
  }
  return copy;
}
test("a record of before steps had rules is found again without them, and fits the schema", () => {
  const old = records.map(withoutRules);
  for (const record of old.slice(0, 6)) {
    assert.equal(verify(record).problems, []);
    assert.ok(fits(record), JSON.stringify(fits.errors));
    assert.ok(isDerivation(record));
  }
  assert.ok(verify(old[0]).derivation!.steps.every(({ rules = [] }) => rules.length > 0));
  const typed = { ...old[0], grade: "refuted" };
  assert.match(verify(typed).problems.join(), /^grade: stored "refuted", found/);
});
test("rules that are not those that were found are named, known or not, and so are some that are missing", () => {
  const first = (rules: string[] | undefined) =>
    edited("conv.cost-ratio", (r) => Object.assign(r.steps[0], { rules })).join("\n");
  const { rules: found = [] } = find("conv.cost-ratio").steps[0];
  assert.is(first([...found]), "");
  assert.match(first(["magic", ...found.slice(1)]), /^step 1, rule 1: stored "magic", found "/);
  assert.match(first(["fubini", ...found.slice(1)]), /^step 1, rule 1: stored "fubini", found "/);
  assert.match(first([...found, "magic"]), /: stored "magic", found nothing$/);
  const slip = withoutRules(find("conv.cost-ratio"));
  Object.assign(slip.steps[0], { rules: ["magic"] });
  assert.match(verify(slip).problems[0], /^step 1, rule 1: stored "magic", found "/);
  assert.not.ok(fits({ ...slip, steps: [{ ...slip.steps[0], rules: ["Not an id"] }] }));
  assert.not.ok(isDerivation({ ...slip, steps: [{ ...slip.steps[0], rules: [1] }] }));
});

test.run();
