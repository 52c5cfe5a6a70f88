import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, tex } from "../../src/index.js";

const test = suite("derive: what the refusal of LaTeX advises");

const refusal = (latex: string, ...assumptions: string[]): string => {
  try {
    derivation("a.cure", assumptions).chain(tex(Object.assign([latex], { raw: [latex] })));
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

/** A display that is refused, a part of the advice, and the display, or what is assumed, after following it. */
const cured: [latex: string, advice: string, after: string, ...assumptions: string[]][] = [
  ["f(x+1) = y", "operatorname{f}", String.raw`\operatorname{f}(x+1) = y`],
  ["c(x+1) = y", String.raw`c \cdot (`, String.raw`c \cdot (x+1) = y`],
  ["X[n] = y", "x_{n} for an entry", "X_{n} = y"],
  [String.raw`\sin x y = z`, "with parentheses", String.raw`\sin(x y) = z`],
  [String.raw`\sin 2x^2 = z`, "the argument in parentheses", String.raw`\sin(2x^2) = z`],
  [String.raw`\sin x^2 = z`, String.raw`\sin(x^2)`, String.raw`\sin(x^2) = z`],
  [String.raw`\log(x)^2 = z`, "left(", String.raw`\left(\log(x)\right)^2 = z`],
  [String.raw`\log -x = z`, "with parentheses", String.raw`\log(-x) = z`],
  [
    String.raw`\log^{-1} x = z`,
    String.raw`\left(\log(x)\right)`,
    String.raw`\left(\log(x)\right)^{-1} = z`,
  ],
  ["1/2x = y", String.raw`\frac{…}{…}`, String.raw`\frac{1}{2x} = y`],
  ["x 2 = y", String.raw`\cdot before it`, String.raw`x \cdot 2 = y`],
  [String.raw`2\frac{1}{3} = y`, "+ for the mixed number", String.raw`2 + \frac{1}{3} = y`],
  ["x^23 = y", String.raw`\cdot before it`, String.raw`x^2 \cdot 3 = y`],
  ["x_12 = y", "the digits in braces", "x_{12} = y"],
  ["x^2^3 = y", "both in one", "x^{2 \\cdot 3} = y"],
  ["{a + b} c = y", String.raw`\left(`, String.raw`\left( a + b \right) c = y`],
  ["x_{ab} = y", "for a name", String.raw`x_{\mathrm{ab}} = y`],
  ["x_{ab} = y", "for an entry", "x_{a,b} = y"],
  ["w^T x = y", "^\\top for a transpose", String.raw`w^\top x = y`],
  ["w^T x = y", "`T real`", "w^T x = y", "T integer"],
  ["a_{2j} = y", "_{2,j} for an entry", "a_{2,j} = y"],
  [String.raw`a = x \in S`, "leave \\in and the set out", "a = x"],
  ["a_{2j} = y", "for the product", String.raw`a_{2 \cdot j} = y`],
  [
    String.raw`x^{\mathrm{new}} = y`,
    String.raw`x_{\mathrm{new}}`,
    String.raw`x_{\mathrm{new}} = y`,
  ],
  [String.raw`\Delta x^2 = y`, String.raw`(\Delta x)^2`, String.raw`(\Delta x)^2 = y`],
  [String.raw`\sum_n^N x_n = y`, String.raw`\sum_{n=1}^{N}`, String.raw`\sum_{n=1}^{N} x_n = y`],
  [
    String.raw`\sum_{n=1}^N -x_n = y`,
    "in parentheses",
    String.raw`\sum_{n=1}^N \left(-x_n\right) = y`,
  ],
  [
    String.raw`\sum_{n=1}^N x_n + n = y`,
    "in parentheses",
    String.raw`\sum_{n=1}^N \left(x_n + n\right) = y`,
  ],
  [String.raw`\prod_{n=1}^N p_n c = y`, "the factor in front", String.raw`c \prod_{n=1}^N p_n = y`],
  [
    String.raw`\frac{d}{dx} x^2 \cdot x = y`,
    "what is differentiated in parentheses",
    String.raw`\frac{d}{dx} \left(x^2 \cdot x\right) = y`,
  ],
  [
    String.raw`\frac{dy}{dx}(2) = z`,
    String.raw`\right|_{x=a}`,
    String.raw`\left. \frac{dy}{dx} \right|_{x=2} = z`,
  ],
  [String.raw`\int_0^1 dx\, x^2 = y`, "the differential last", String.raw`\int_0^1 x^2 \,dx = y`],
  [String.raw`\int_0^1 x = y`, String.raw`\,dx`, String.raw`\int_0^1 x \,dx = y`],
  ["1{,}000 = x", String.raw`1\,000`, String.raw`1\,000 = x`],
  ["1e-3 = x", String.raw`10^{-3}`, String.raw`1 \times 10^{-3} = x`],
  ["sin x = y", String.raw`\sin`, String.raw`\sin x = y`],
  ["3!! = x", "(n!)!", "(3!)! = x"],
  [String.raw`a \times b = c`, String.raw`\cdot for the product`, String.raw`a \cdot b = c`],
  ["|A| = 1", "`A real`", "|A| = 1", "A real"],
  ["||a| - b| = 1", String.raw`\left| … \right|`, String.raw`\left|\left|a\right| - b\right| = 1`],
  ["[x] = y", "( )", "(x) = y"],
  ["[x] = y", String.raw`\lfloor x \rfloor`, String.raw`\lfloor x \rfloor = y`],
  ["A_{ij} x_j = b_i", String.raw`\sum_{j=1}^{n}`, String.raw`\sum_{j=1}^{n} A_{ij} x_j = b_i`],
  ["A_{ij} x_j = b_i", "`j integer`", "A_{ij} x_j = b_i", "j integer"],
  ["AB = BA", "real` among the assumptions", "AB = BA", "A real", "B real"],
  ["C_n^k = x", String.raw`\binom{n}{k}`, String.raw`\binom{n}{k} = x`],
  [String.raw`a \equiv b`, ":= for a definition", "a := b"],
  [String.raw`x = a \pm b`, "one equation for each", "x = a + b"],
  [String.raw`x + \dots + x_N = y`, String.raw`\sum_{k=1}^{n}`, String.raw`\sum_{n=1}^{N} x_n = y`],
  [String.raw`p\% = x`, String.raw`\frac{10}{100}`, String.raw`\frac{p}{100} = x`],
  ["a ≤ b", String.raw`\le`, String.raw`a \le b`],
  [String.raw`\mathbf{Ax} = y`, String.raw`\mathrm`, String.raw`\mathrm{Ax} = y`],
];

test("in 52 refusals, doing what the reason says makes the display readable", () => {
  assert.is(cured.length, 52);
  for (const [latex, advice, after, ...assumptions] of cured) {
    const message = refusal(latex);
    assert.ok(message.includes(advice), `${latex}\n  expected: ${advice}\n  got: ${message}`);
    assert.is(refusal(after, ...assumptions), "", `${latex} → ${after}`);
  }
});

test("signs that stand where none is read say what to write, and that is read", () => {
  const signs: [latex: string, advice: string, after: string][] = [
    ["2_{ij} = y", "the entry of one letter, A_{i,j}", "A_{i,j} = y"],
    ["f(x; y; z) = 1", "a comma between arguments", "f(x; y, z) = 1"],
    [String.raw`a \mid b`, "b = k a", "b = k a"],
    [String.raw`f \circ g = y`, "f}(g(x))", String.raw`\operatorname{f}(g(x)) = y`],
    [String.raw`\forall x`, "a colon before what is claimed", String.raw`\forall x: x^2 \ge 0`],
  ];
  for (const [latex, advice, after] of signs) {
    assert.ok(refusal(latex).includes(advice), `${latex}: ${refusal(latex)}`);
    assert.is(refusal(after), "", after);
  }
});

test("following other advice would be seen", () => {
  assert.match(refusal(String.raw`x_{ab} = y`, "x real"), /may be a name or a product/);
});

test.run();
