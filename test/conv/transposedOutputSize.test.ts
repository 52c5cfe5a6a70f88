import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outputSize, transposedOutputSize } from "../../src/index.js";
import { reference } from "../support/reference.js";
import { refuses } from "../support/refuses.js";

const test = suite("transposedOutputSize");

test("the sizes are PyTorch's, with stride, padding, dilation and outputPadding", () => {
  // test/fixtures/reference/torchMore.py made them
  for (const [i, k, s, p, d, outputPadding, o] of reference("torchMore").transposed) {
    const axis = { i, k, s, p, d, outputPadding };
    assert.is(transposedOutputSize(axis), o, JSON.stringify(axis));
  }
});

test("it is the inverse of outputSize: some outputPadding below the stride gives each input back", () => {
  for (let i = 1; i <= 9; i++)
    for (const k of [1, 2, 3])
      for (const s of [1, 2, 3])
        for (const p of [0, 1])
          for (const d of [1, 2]) {
            if (i + 2 * p < d * (k - 1) + 1) continue;
            const small = outputSize({ i, k, s, p, d });
            const back = Array.from({ length: s }, (_, outputPadding) => {
              if (s * (small - 1) + d * (k - 1) + 1 + outputPadding - 2 * p < 1) return 0;
              return transposedOutputSize({ i: small, k, s, p, d, outputPadding });
            });
            assert.ok(back.includes(i), `i=${i}, k=${k}, s=${s}, p=${p}, d=${d}`);
          }
});

test("what is not given is stride 1, padding 0, dilation 1, outputPadding 0", () => {
  assert.is(transposedOutputSize({ i: 5, k: 3 }), 7); // 5 + 3 - 1
  assert.is(transposedOutputSize({ i: 2, k: 3, s: 2, d: 3 }), 9); // 2 (2 - 1) + 3 (3 - 1) + 1
});

test("padding is a number, a pair for the two ends, valid or same", () => {
  assert.is(transposedOutputSize({ i: 4, k: 3, s: 2, p: [1, 0] }), 8); // 2 (4 - 1) + 3 - 1
  assert.is(transposedOutputSize({ i: 4, k: 3, s: 2, p: "valid" }), 9);
  assert.is(transposedOutputSize({ i: 4, k: 3, s: 2, p: "same" }), 8); // TensorFlow: s i
});

test("a pair anywhere gives [height, width]", () => {
  assert.equal(transposedOutputSize({ i: [2, 3], k: 3 }), [4, 5]);
  assert.equal(transposedOutputSize({ i: 2, k: [1, 3], s: [2, 3], p: [0, 1], d: [1, 2] }), [3, 6]);
  assert.equal(
    transposedOutputSize({
      i: 4,
      k: 3,
      s: 2,
      p: [
        [1, 1],
        [1, 0],
      ],
      outputPadding: [1, 0],
    }),
    [8, 8], // 6 + 3 + 1 - 2, 6 + 3 - 1
  );
  assert.equal(
    transposedOutputSize({ i: 4, k: 3, s: 2, p: "same", outputPadding: [0, 0] }),
    [8, 8],
  );
});

test("a wrong argument is named", () => {
  const wrong = (axis: object, message: RegExp) =>
    refuses(() => transposedOutputSize(axis as { i: number; k: number }), message);
  wrong({ i: 0, k: 1 }, /^transposedOutputSize: i must be an integer >= 1, got 0$/);
  wrong({ i: 1, k: 0 }, /^transposedOutputSize: k must be an integer >= 1, got 0$/);
  wrong({ i: 1, k: 1, s: 0 }, /: s must be an integer >= 1, got 0$/);
  wrong({ i: 1, k: 1, d: 0 }, /: d must be an integer >= 1, got 0$/);
  wrong({ i: 1, k: 1, p: -1 }, /: p must be an integer >= 0, got -1$/);
  wrong(
    { i: 3, k: 3, s: 2, outputPadding: 2 },
    /: outputPadding must be an integer from 0 to 1, got 2$/,
  );
  wrong(
    { i: 3, k: 3, d: 3, outputPadding: 3 },
    /: outputPadding must be an integer from 0 to 2, got 3$/,
  );
  wrong({ i: 3, k: 3, outputPadding: -1 }, /: outputPadding must be an integer >= 0, got -1$/);
  wrong(
    { i: 3, k: 3, s: 2, p: "same", outputPadding: 1 },
    /: outputPadding must be 0 where p is "same", got 1$/,
  );
  wrong(
    { i: 1, k: 2, p: 1 },
    /^transposedOutputSize: padding leaves an output of size 0 \(i=1, k=2, s=1, p=\[1, 1\], d=1\)$/,
  );
  wrong(
    { i: 1, k: 1, stride: 1 },
    /: the argument must only have i, k, s, p, d, outputPadding, got "stride"$/,
  );
});

test.run();
