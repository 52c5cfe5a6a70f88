import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation, poolPattern, symbols } from "../../../src/derive/index.js";
import { netBackward, netForward } from "../../../src/nn/net.js";
import { random } from "../../../src/num/random.js";
import { tensor } from "../../../src/num/tensor.js";

const test = suite("derive: the net's gradients beyond the notes' last line");

const side = 4;
/** Decimals of three places, so that a text and a double say the same number to 1e-16. */
type Drawn = { X: string[]; w: string[]; v: string[]; b_1: string; b_2: string; y: string };

function drawn(seed: number): Drawn {
  const source = random(seed);
  const draw = (count: number, sd: number) =>
    Array.from({ length: count }, () => source.normal(0, sd).toFixed(3));
  const [b_1, b_2] = draw(2, 0.3);
  return {
    X: draw(36, 1),
    w: draw(9, 0.5),
    v: draw(4, 0.7),
    b_1,
    b_2,
    y: source.uniform(0, 1).toFixed(3),
  };
}

function numbers({ X, w, v, b_1, b_2, y }: Drawn) {
  const as = (texts: string[], shape: number[]) => tensor(texts.map(Number), shape);
  const parameters = {
    w1: as(w, [1, 1, 3, 3]),
    b1: as([b_1], [1]),
    w2: as(v, [1, 4]),
    b2: as([b_2], [1]),
  };
  const image = as(X, [1, 1, 6, 6]);
  return {
    forward: netForward(image, parameters),
    backward: netBackward(image, Number(y), parameters),
  };
}

const name = (flat: number) => `Z${Math.floor(flat / side) + 1}${(flat % side) + 1}`;

/** The argmax and sign pattern at a point, as hypotheses, and where each dense weight lands in Z. */
function patternOf({ Z1, indices }: ReturnType<typeof netForward>) {
  const on = [...indices].map((winner) => Z1.data[winner] > 0);
  const winners = [...indices].map((winner, i) => (on[i] ? name(winner) : "off"));
  const landing = Array.from({ length: side * side }, () => "0");
  indices.forEach((winner, i) => {
    if (on[i]) landing[winner] = `v${i + 1}`;
  });
  const rows = Array.from({ length: side }, (_, i) => landing.slice(i * side, (i + 1) * side));
  const hypotheses = poolPattern("Z", [side, side], 2, winners);
  return { hypotheses, landing: `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]` };
}

function net(hypotheses: string[]) {
  return new Derivation("nn.net", hypotheses)
    .define("X", symbols("x", [6, 6]))
    .define("w", symbols("w", [3, 3]))
    .define("v", symbols("v", [4]))
    .define("Z", "conv(X, w) + b_1", "the convolution")
    .define("F", "flatten(maxPool(relu(Z), 2))", "relu, pool, flatten")
    .define("A_2", "sigmoid(dot(v, F) + b_2)", "the dense layer and its logistic function")
    .define("L", "-y*log(A_2) - (1 - y)*log(1 - A_2)", "the loss");
}

function derived(hypotheses: string[], landing: string) {
  return net(hypotheses)
    .define("G", landing, "each weight at its window's winner")
    .from("D(L, b_2)")
    .equals("A_2 - y")
    .from("grad(L, v)")
    .equals("(A_2 - y)*F")
    .from("grad(L, w)")
    .equals("(A_2 - y)*conv(X, G)")
    .from("D(L, b_1)")
    .equals("(A_2 - y)*total(G)");
}

const grid = (texts: string[], width: number) =>
  Array.from({ length: texts.length / width }, (_, i) => texts.slice(i * width, (i + 1) * width));
const read = (text: string): number[] => (text.match(/-?\d+(\.\d+)?(\/\d+)?/g) ?? []).map(fraction);
const fraction = (text: string) =>
  text
    .split("/")
    .map(Number)
    .reduce((a, b) => a / b);

/** `at` gives 12 places; the gradients here are of the size of 1. */
const tolerance = 1e-11;

for (const seed of [1, 2, 3, 4]) {
  test(`all 15 derived entries are netBackward's numbers at random point ${seed}`, () => {
    const values = drawn(seed);
    const { forward, backward } = numbers(values);
    const { hypotheses, landing } = patternOf(forward);
    const chain = derived(hypotheses, landing);
    assert.equal(
      chain
        .toJSON()
        .steps.filter(({ grade }) => grade !== "assumed")
        .map(({ grade, reason }) => reason ?? grade),
      ["proved", "proved", "proved", "proved"],
    );
    const { X, w, v, ...others } = values;
    const rows = chain.at({ X: grid(X, 6), w: grid(w, 3), v, ...others });
    const expected = [backward.b2, backward.w2, backward.w1, backward.b1];
    rows.forEach(({ left, right }, i) => {
      for (const text of [left, right]) {
        const own = read(text);
        assert.is(own.length, expected[i].data.length);
        own.forEach((one, j) => {
          const gap = Math.abs(one - expected[i].data[j]);
          assert.ok(
            gap <= tolerance,
            `${rows[i].lhs} entry ${j + 1}: ${one}, ${expected[i].data[j]}`,
          );
        });
      }
    });
  });
}

const first = patternOf(numbers(drawn(1)).forward);

test("a planted error in an entry is refuted at a point that has the named pattern", () => {
  const wrong = first.landing.replace("v1", "v2");
  const [step] = net(first.hypotheses)
    .define("G", wrong)
    .from("grad(L, w)")
    .equals("(A_2 - y)*conv(X, G)")
    .toJSON()
    .steps.slice(-1);
  assert.is(step.grade, "refuted");
  assert.match(step.method, /^entry 1, 1: /);
  const at = (text: string) => fraction(step.witness!.point[text]);
  const z = (i: number, j: number) =>
    [0, 1, 2]
      .flatMap((k) => [0, 1, 2].map((l) => at(`x${i + k}${j + l}`) * at(`w${k + 1}${l + 1}`)))
      .reduce((a, b) => a + b, at("b_1"));
  for (const hypothesis of first.hypotheses) {
    const [, i, j, sign, other, k, l] = /^Z(\d)(\d) (.) (Z(\d)(\d)|0)$/.exec(hypothesis)!;
    const right = other === "0" ? 0 : z(Number(k), Number(l));
    assert.ok(
      sign === ">" ? z(Number(i), Number(j)) > right : z(Number(i), Number(j)) < right,
      hypothesis,
    );
  }
});
test("a pattern that no point has proves nothing", () => {
  const [winner] = first.hypotheses.filter((text) => / > Z/.test(text));
  const [one, other] = winner.split(" > ");
  const step = net([...first.hypotheses, `${other} > ${one}`])
    .from("D(L, b_2)")
    .equals("A_2 - y")
    .toJSON()
    .steps.at(-1)!;
  assert.equal(
    [step.grade, step.reason],
    ["unknown", "no point was found that satisfies the assumptions"],
  );
});
test.run();
