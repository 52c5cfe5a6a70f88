import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findingOf } from "../../src/agree/index.js";
import { derivation } from "../../src/index.js";

const test = suite("agree: the conditions on a page and those of its derivation");

const R = String.raw;
type Derived = { toJSON(): Parameters<typeof findingOf>[1][number] };
const found = (tex: string, made: Derived) => findingOf(tex, [made.toJSON()]);
const on = (...assumptions: string[]) => derivation("a.conditions", assumptions);
const agrees = (tex: string, made: Derived) => {
  const finding = found(tex, made);
  assert.is(finding.kind === "agrees" && finding.grade, "proved", tex);
};
const differs = (tex: string, made: Derived, why: RegExp) => {
  const finding = found(tex, made);
  assert.is(finding.kind, "differs", tex);
  assert.match(finding.kind === "differs" ? finding.why : "", why);
};
const even = (...assumptions: string[]) =>
  on(...assumptions)
    .from("(-1)^(2*m)")
    .equals("1");
const sum = (...assumptions: string[]) =>
  on(...assumptions)
    .from("sum(k, k, 1, n)")
    .equals("n*(n + 1)/2");

test("that a name is an integer agrees with the assumption, in each form that the reader reads", () => {
  for (const tex of [
    R`(-1)^{2m} = 1, \quad m \in \mathbb{Z}`,
    R`(-1)^{2m} = 1 \quad (m \in \mathbb{Z})`,
    R`(-1)^{2m} = 1 \quad \text{for all } m \in \mathbb{Z}`,
    R`(-1)^{2m} = 1 \quad \text{for all integers } m`,
    R`(-1)^{2m} = 1 \quad \text{where } m \text{ is an integer}`,
    R`\forall m \in \mathbb{Z}: (-1)^{2m} = 1`,
  ]) {
    agrees(tex, even("m integer"));
    differs(
      tex,
      on().from("(-1)^(2*m)").equals("1").from("1").equals("(-1)^(2*m)"),
      /the page says that m is an integer, which the derivation does not assume; give it the assumption `m integer`/,
    );
  }
  differs(
    R`(-1)^{2m} = 1, \quad k \in \mathbb{Z}`,
    even("m integer"),
    /k is an integer, which the derivation does not assume/,
  );
});

test("an integer is bounded on the page as it is in the derivation", () => {
  const equation = R`\sum_{k=1}^n k = \frac{n(n+1)}{2}`;
  for (const bounds of [
    R`, \quad n \in \mathbb{Z}, n \ge 1`,
    R`, \quad n \in \mathbb{Z}, n > 0`,
    R` \quad \text{for all positive integers } n`,
    R` \quad n = 1, 2, \dots`,
  ]) {
    agrees(equation + bounds, sum("n integer >= 1"));
    agrees(equation + bounds, sum("n integer", "n > 0"));
  }
  differs(
    R`${equation}, \quad n \in \mathbb{Z}`,
    sum("n integer >= 1"),
    /says it of every integer n, and the derivation assumes `n integer >= 1`; print that, too/,
  );
  differs(R`${equation}, \quad n \in \mathbb{Z}, n \ge 0`, sum("n integer >= 1"), /`0 <= n`/);
  differs(
    R`${equation} \quad \text{for all positive integers } n`,
    sum("n > 0"),
    /n is an integer/,
  );
});

test("\\ne and equations among conditions agree with assumptions, either way round", () => {
  const cancelled = (...assumptions: string[]) =>
    on(...assumptions)
      .from("x^2/x")
      .equals("x");
  agrees(R`\frac{x^2}{x} = x \quad \text{if } x \ne 0`, cancelled("x != 0"));
  agrees(R`\frac{x^2}{x} = x \quad (0 \ne x)`, cancelled("x != 0"));
  differs(R`\frac{x^2}{x} = x \quad (x \ne 0)`, cancelled(), /assumption `x != 0`/);
  const parted = () => on("a + b = 1").from("a^2 - b^2").equals("a - b");
  agrees(R`a^2 - b^2 = a - b \quad \text{where } a + b = 1`, parted());
  agrees(R`a^2 - b^2 = a - b \quad \text{where } 1 = a + b`, parted());
  differs(R`a^2 - b^2 = a - b \quad \text{where } a + b = 2`, parted(), /`a \+ b = 2`/);
});

test("words that bind no statement keep a display from being checked", () => {
  for (const words of [R`\text{ is positive}`, R`\text{ never}`, R`\quad \text{for most } m`]) {
    assert.is(found(`(-1)^{2m} = 1 ${words}`, even("m integer")).kind, "unchecked", words);
  }
});

test.run();
