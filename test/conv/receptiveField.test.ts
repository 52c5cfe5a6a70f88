import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outputSize, receptiveField, receptiveFieldSteps } from "../../src/index.js";
import { reference } from "../support/reference.js";
import { refuses } from "../support/refuses.js";

const test = suite("conv.receptive-field");

interface Layer {
  kernelSize: number;
  stride: number;
  padding: number;
  dilation: number;
}

/** First and last input cell that one output sees, found by walking back from it cell by cell. */
function seen(layers: Layer[], output: number): [number, number] {
  let cells = [output];
  for (const { kernelSize, stride, padding, dilation } of [...layers].reverse()) {
    cells = cells.flatMap((cell) =>
      Array.from({ length: kernelSize }, (_, tap) => cell * stride - padding + tap * dilation),
    );
  }
  return [Math.min(...cells), Math.max(...cells)];
}

test("the field is what walking back from an output finds, for every chain of two or three layers", () => {
  const kinds: Layer[] = [
    { kernelSize: 1, stride: 2, padding: 0, dilation: 1 },
    { kernelSize: 3, stride: 1, padding: 1, dilation: 2 },
    { kernelSize: 2, stride: 3, padding: 2, dilation: 1 },
    { kernelSize: 4, stride: 2, padding: 0, dilation: 3 },
  ];
  const chains = kinds.flatMap((a) =>
    kinds.flatMap((b) => [[a, b], ...kinds.map((c) => [a, b, c])]),
  );
  for (const layers of chains) {
    const { size, stride, padding } = receptiveField(layers);
    const [first, last] = seen(layers, 0);
    assert.equal([size, padding], [last - first + 1, -first]);
    assert.is(stride, seen(layers, 1)[0] - first);
  }
});

test("L layers of 3 x 3 see 2L + 1 cells, as the notes say", () => {
  for (let L = 0; L <= 5; L++) {
    const layers = Array.from({ length: L }, () => ({ kernelSize: 3 }));
    assert.is(receptiveField(layers).size, 2 * L + 1);
  }
});

test("published chains have the published fields at each endpoint", () => {
  for (const { path, steps } of reference("networks").receptiveField) {
    const layers = path.map(({ name, k, stride, pad, dilation }: Record<string, never>) => ({
      name,
      kernelSize: k,
      stride,
      padding: pad,
      dilation,
    }));
    assert.equal(
      receptiveFieldSteps(layers),
      steps.map(({ name, rf, stride, pad }: Record<string, never>) => ({
        name,
        size: rf,
        stride,
        padding: pad,
      })),
    );
  }
});

test("ResNet-50, its bottlenecks' longest paths, sees 483 or 427 cells", () => {
  // Stride in a stage's last 3 x 3 (slim's v1, published as 483, 32, 239), or in its first (torchvision).
  const path = (strideAtEnd: boolean) => {
    const layers = [
      { kernelSize: 7, stride: 2, padding: 3 },
      { kernelSize: 3, stride: 2, padding: strideAtEnd ? 0 : 1 },
    ];
    const stages = [3, 4, 6, 3];
    stages.forEach((units, s) => {
      for (let unit = 0; unit < units; unit++) {
        const moves = strideAtEnd ? unit === units - 1 && s < 3 : unit === 0 && s > 0;
        layers.push({ kernelSize: 3, stride: moves ? 2 : 1, padding: 1 });
      }
    });
    return layers;
  };
  assert.is(receptiveField(path(true)).size, 483);
  assert.is(receptiveField(path(true)).stride, 32);
  assert.is(receptiveField(path(false)).size, 427);
});

test("padding same reaches out by what TensorFlow adds in front", () => {
  assert.equal(receptiveField([{ kernelSize: 5, padding: "same", dilation: 2 }]), {
    size: 9,
    stride: 1,
    padding: 4,
  });
  const chain = [
    { kernelSize: 3, stride: 2, padding: "same" as const },
    { kernelSize: 3, stride: 2, padding: "same" as const },
  ];
  // 224 -> 112 -> 56: one cell is added, and it goes to the end.
  assert.is(receptiveField(chain, { inputSize: 224 }).padding, 0);
  // 225 -> 113 -> 57: one on each side of both.
  assert.is(receptiveField(chain, { inputSize: 225 }).padding, 3);
  assert.is(receptiveField([{ kernelSize: 3, padding: "valid" }]).padding, 0);
  assert.is(receptiveField([{ kernelSize: 1, padding: "same" }], { inputSize: 1 }).size, 1);
});

test("a pair anywhere gives [height, width]", () => {
  const field = receptiveField([
    { kernelSize: [3, 5], stride: [2, 1], padding: [1, 0], dilation: [1, 3] },
    {
      kernelSize: 2,
      padding: [
        [0, 1],
        [1, 0],
      ],
    },
  ]);
  // 3 + 2 (2 - 1), 13 + 1; padding 1 and 0 + 1
  assert.equal(field, { size: [5, 14], stride: [2, 1], padding: [1, 1] });
  assert.equal(receptiveField([{ kernelSize: 3 }], { inputSize: [5, 4] }), {
    size: [3, 3],
    stride: [1, 1],
    padding: [0, 0],
  });
  const same = receptiveField([{ kernelSize: 3, stride: 2, padding: "same" }], {
    inputSize: [5, 4],
  });
  assert.equal(same.padding, [1, 0]); // 5 -> 3 adds two cells, 4 -> 2 one
});

test("receptiveFieldSteps names the layers, or counts them", () => {
  assert.equal(
    receptiveFieldSteps([
      { name: "conv1", kernelSize: 3 },
      { kernelSize: 2, stride: 2 },
    ]),
    [
      { name: "conv1", size: 3, stride: 1, padding: 0 },
      { name: "layer 2", size: 4, stride: 2, padding: 0 },
    ],
  );
  assert.equal(receptiveFieldSteps([]), []);
});

test("what is wrong is named with its layer", () => {
  const wrong = (layers: unknown, message: RegExp, options?: object) =>
    refuses(() => receptiveField(layers as never, options), message);
  wrong(3, /^receptiveField: layers must be an array, got 3$/);
  wrong(
    [{ kernelSize: 3, stride: 0 }],
    /^receptiveField: layers\[0\]\.stride must be an integer >= 1, got 0$/,
  );
  wrong(
    [{ kernelSize: 3 }, {}],
    /^receptiveField: layers\[1\]\.kernelSize must be an integer >= 1 or a pair of them, got undefined$/,
  );
  wrong(
    [{ kernelSize: 3, dilation: 0 }],
    /^receptiveField: layers\[0\]\.dilation must be an integer >= 1, got 0$/,
  );
  wrong(
    [{ kernelSize: 3, padding: -1 }],
    /^receptiveField: layers\[0\]\.padding must be an integer >= 0, got -1$/,
  );
  wrong([null], /^receptiveField: layers\[0\] must be an object with name, kernelSize, /);
  wrong(
    [{ kernelSize: 3, stride: 2, padding: "same" }],
    /^receptiveField: inputSize must be given, since layers\[0\] pads "same" at stride > 1, got undefined$/,
  );
  wrong(
    [{ kernelSize: 5 }],
    /^receptiveField: layers\[0\]: kernel of effective size 5 does not fit in padded input of size 4 \(inputSize=4, /,
    { inputSize: 4 },
  );
  wrong([], /^receptiveField: inputSize must be an integer >= 1, got 0$/, { inputSize: 0 });
  wrong([], /^receptiveField: options must only have inputSize, got "size"$/, { size: 4 });
});

test("the field fits the sizes: a chain over an input as large as its field leaves one output", () => {
  const layers = [{ kernelSize: 3, stride: 2 }, { kernelSize: 5 }, { kernelSize: 2, dilation: 3 }];
  const { size } = receptiveField(layers);
  const o = layers.reduce(
    (i, { kernelSize, stride, dilation }) =>
      outputSize({ i, k: kernelSize, s: stride, d: dilation }),
    size,
  );
  assert.is(o, 1);
});

test.run();
