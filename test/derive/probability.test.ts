import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/random.js";
import { Derivation } from "../../src/derive/index.js";

const test = suite("derive: events and their probabilities");

const table = (...more: string[]) =>
  new Derivation("a.b", ["0 < alpha < 1", "0 < beta < 1", "0 < prior < 1", ...more])
    .define("p(C=1)", "prior")
    .define("p(T=1 | C=1)", "alpha")
    .define("p(T=1 | C=0)", "beta");
const grade = (left: string, right: string, chain = table()) =>
  chain.from(left).equals(right).toJSON().steps.at(-1)!.grade;

test("Bayes and total probability follow from a table, whatever its numbers", () => {
  assert.is(grade("p(T=1)", "alpha*prior + beta*(1 - prior)"), "proved");
  assert.is(grade("p(C=1 | T=1)", "alpha*prior/(alpha*prior + beta*(1 - prior))"), "proved");
  assert.is(
    grade("p(C=0 | T=0)", "(1 - beta)*(1 - prior)/((1 - alpha)*prior + (1 - beta)*(1 - prior))"),
    "proved",
  );
  assert.is(grade("p(C=1, T=1)", "p(T=1 | C=1)*p(C=1)"), "proved");
  assert.is(grade("p(C=1 | T=1) + p(C=0 | T=1)", "1"), "proved");
});
test("planted errors are refuted", () => {
  assert.is(grade("p(T=1)", "alpha*prior + beta*prior"), "refuted");
  assert.is(grade("p(C=1 | T=1)", "p(T=1 | C=1)"), "refuted"); // the prosecutor's fallacy
  assert.is(grade("p(C=1 | T=1)", "alpha*prior/(alpha*prior + beta*(1 + prior))"), "refuted");
});
test("without a table the identities hold for every measure", () => {
  const free = () => new Derivation("a.b", ["p(T=1) > 0", "0 < p(C=1) < 1"]);
  const total = "p(T=1 | C=1)*p(C=1) + p(T=1 | C=0)*p(C=0)";
  assert.match(grade("p(T=1)", total, free()), /^proved/);
  assert.match(grade("p(C=1 | T=1)", `p(T=1 | C=1)*p(C=1)/(${total})`, free()), /^proved/);
  assert.is(grade("p(C=1, T=1)", "p(C=1)*p(T=1)", free()), "refuted"); // independence is not given
});
test("a chain of three variables is summed over what is left out", () => {
  const three = () =>
    table("0 < u < 1", "0 < v < 1").define("p(S=1 | T=1)", "u").define("p(S=1 | T=0)", "v");
  assert.is(grade("p(S=1 | C=1)", "u*alpha + v*(1 - alpha)", three()), "proved");
  assert.is(grade("p(S=1)", "u*p(T=1) + v*p(T=0)", three()), "proved");
});
test("every event of a random table has the value that counting its joint outcomes gives", () => {
  const source = random(5);
  const draw = () => Math.floor(source.uniform(1, 10));
  const bit = () => `${Math.floor(source.uniform(0, 2))}`;
  for (let round = 0; round < 40; round++) {
    // A, then B given A, then C given A and B, in tenths.
    const [a, b, c] = [draw(), [draw(), draw()], [draw(), draw(), draw(), draw()]];
    const chain = new Derivation("a.b").define("p(A=1)", `${a}/10`);
    for (const i of [0, 1]) chain.define(`p(B=1 | A=${i})`, `${b[i]}/10`);
    for (const i of [0, 1])
      for (const j of [0, 1]) chain.define(`p(C=1 | A=${i}, B=${j})`, `${c[2 * i + j]}/10`);
    const weight = ([i, j, k]: number[]) => {
      const side = (tenths: number, value: number) => (value ? tenths : 10 - tenths);
      return side(a, i) * side(b[i], j) * side(c[2 * i + j], k);
    };
    const event = Object.fromEntries(
      ["A", "B", "C"].filter(() => bit() === "1").map((name) => [name, bit()]),
    );
    const given = Object.fromEntries(
      ["A", "B", "C"]
        .filter((name) => !(name in event) && bit() === "1")
        .map((name) => [name, bit()]),
    );
    if (Object.keys(event).length === 0) continue;
    const agrees = (joint: number[], fixed: Record<string, string>) =>
      Object.entries(fixed).every(([name, value]) => `${joint["ABC".indexOf(name)]}` === value);
    const joints = [0, 1].flatMap((i) => [0, 1].flatMap((j) => [0, 1].map((k) => [i, j, k])));
    const count = (fixed: Record<string, string>) =>
      joints.filter((joint) => agrees(joint, fixed)).reduce((sum, joint) => sum + weight(joint), 0);
    const [top, under] = [count({ ...event, ...given }), count(given)];
    const words = (fixed: Record<string, string>) =>
      Object.entries(fixed)
        .map(([n, v]) => `${n}=${v}`)
        .join(", ");
    const text = `p(${words(event)}${Object.keys(given).length ? ` | ${words(given)}` : ""})`;
    assert.is(grade(text, `${top}/${under}`, chain), "proved", `${text} at ${a}, ${b}, ${c}`);
    assert.is(grade(text, `${top + 1}/${under}`, chain), "refuted", text);
  }
});
test("a table that does not determine an event, or determines it twice, is refused", () => {
  const begin = () => new Derivation("a.b", ["0 < q < 1"]).define("p(C=1)", "q");
  assert.throws(
    () => begin().from("p(T=1)").equals("q"),
    /^p\(T=1\) must follow from the probabilities that are defined, but nothing is given about T$/,
  );
  assert.throws(
    () => begin().define("p(T=1 | C=1)", "q").from("p(T=1)").equals("q"),
    /but p\(T=1 \| C=0\) is not given$/,
  );
  assert.throws(
    () => begin().define("p(C=0)", "q"),
    /^define: p\(C=0\) must be new, but p\(C=1\) determines it$/,
  );
  assert.throws(
    () => begin().define("p(T=2)", "q"),
    /a variable of a table has the values 0 and 1, got T=2$/,
  );
  assert.throws(() => begin().define("p(T=1, S=1)", "q"), /must be about one variable/);
  assert.throws(
    () => new Derivation("a.b").define("p(C=1)", "q"),
    /must lie between 0 and 1; assume `0 <= q <= 1`/,
  );
  assert.throws(() => new Derivation("a.b").define("p(C=1)", "1.5"), /must lie between 0 and 1/);
});
test.run();
