import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, tex } from "../../src/index.js";
import { type Row, verdictOf } from "./rows.js";

const test = suite("derive: names that objects of JavaScript inherit");

const inherited = Object.getOwnPropertyNames(Object.prototype);
const grade = (row: Row) => verdictOf(row).grade;

test("as a function each is unknown, and refutes and tests nothing", () => {
  for (const name of inherited) {
    for (const row of [
      [`${name}(x)`, "=", "x", []],
      [`${name}(x)`, "=", "x + 1", []],
      [`${name}(x)^2`, "<=", "x^2 + 1", []],
      [`D(${name}(x), x)`, "=", "1", []],
      [`integrate(${name}(x), x, 0, 1)`, "=", "1", []],
    ] as Row[]) {
      const { grade: own, reason } = verdictOf(row);
      assert.is(own, "unknown", `${row[0]} ${row[1]} ${row[2]}`);
      assert.match(reason ?? "", /is not a function that is known here|without a closed form/);
    }
  }
});
test("as a variable, a family, an index, a bound name and an outcome each is a name like others", () => {
  for (const name of inherited) {
    assert.is(grade([`${name}*2`, "=", `${name} + ${name}`, []]), "proved", name);
    assert.is(grade([`abs(${name})`, "=", name, [`${name} > 0`]]), "proved", name);
    const { witness } = verdictOf([name, "=", "1", []]);
    assert.equal(Object.keys(witness!.point), [name]);
    assert.is(
      grade([`sum(${name}[n], n, 1, 2)`, "=", `${name}[1] + ${name}[2]`, []]),
      "proved",
      name,
    );
    assert.is(grade([`sum(${name}[n], n, 1, 2)`, "=", "5", []]), "refuted", name);
    assert.is(grade([`x[${name}]`, "=", `x[${name}] + 0`, []]), "proved", name);
    assert.is(grade([`sum(${name}, ${name}, 1, 3)`, "=", "6", []]), "proved", name);
    assert.is(grade([`p(${name}=1) + p(${name}=0)`, "=", "1", []]), "proved", name);
  }
});
test("as an id, a defined name and a word of LaTeX each is one", () => {
  for (const name of inherited.filter((own) => /^[a-z]/i.test(own))) {
    const chain = derivation(`a.${name.toLowerCase()}`)
      .define(name, "2*y")
      .from(`${name}^2`)
      .equals("4*y^2");
    assert.is(chain.toJSON().steps.at(-1)!.grade, "proved", name);
    const [value] = derivation("a.b")
      .from(`${name} + 1`)
      .equals(`1 + ${name}`)
      .at({ [name]: "2" });
    assert.is(value.left, "3", name);
    const typed = derivation("a.b").chain(tex`2 \cdot \mathrm{${name}} = \mathrm{${name}} \cdot 3`);
    assert.is(typed.grade, "refuted", name);
    const called = derivation("a.c").chain(
      tex`\operatorname{${name}}(x + x) = \operatorname{${name}}(2x)`,
    );
    assert.is(called.grade, "proved", name);
  }
});
test.run();
