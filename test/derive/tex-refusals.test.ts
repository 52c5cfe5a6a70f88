import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/index.js";
import { DerivationError } from "../../src/derive/tree/errors.js";
import { parse } from "../../src/derive/read/parse.js";
import { readTex } from "../../src/derive/tex/readTex.js";
import { vocabularyOf } from "../../src/derive/tex/reading/vocabulary.js";

const test = suite("derive: LaTeX that is refused");

test("every row of docs/latex.md that is refused says why", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "latex.md"), "utf8");
  const [, part] = page.split("## What is refused");
  const rows = [...part.matchAll(/^\| `(.*)` \| ([^`]*) \|$/gm)].map(
    ([, latex, why]): [string, string] => [latex.replaceAll("\\|", "|"), why],
  );
  assert.ok(rows.length >= 25, `${rows.length} rows`);
  refuses(rows);
});

/** Each text is refused with a message that holds these words. */
function refuses(cases: [latex: string, words: string][], ...known: string[]): void {
  const vocabulary = vocabularyOf(known.map(parse));
  for (const [latex, words] of cases) {
    let message = "it was read";
    try {
      readTex(latex, vocabulary);
    } catch (error) {
      message = (error as Error).message;
    }
    assert.ok(message.includes(words), `${latex}\n  expected: ${words}\n  got: ${message}`);
  }
}

test("what a mean, a product or a differential reaches to is not guessed", () => {
  refuses([
    [String.raw`\mathbb{E}(X-\mu)^2 = 0`, "the exponent may belong to what the mean is taken of"],
    [
      String.raw`\operatorname{E}(XY)^2 = 0`,
      "the exponent may belong to what the mean is taken of",
    ],
    [String.raw`\mathbb{E}\frac{X}{2} = 0`, "what follows E may be its argument or a factor"],
    [String.raw`\mathbb{E}\|X\|^2 = 0`, "what follows E may be its argument or a factor"],
    [String.raw`\prod_{i=1}^{n} x_i / y = 0`, "whether the last divisor belongs to the product"],
    [String.raw`\prod_{k=1}^{n} k / n! = 1`, "whether the last divisor belongs to the product"],
    [String.raw`\dd^2 x = 0`, "a differential stands alone"],
    [String.raw`\dd(x^2) = 0`, "a differential stands alone"],
  ]);
  const read = (latex: string) => readTex(latex, vocabularyOf([]));
  for (const latex of [
    String.raw`\mathbb{E}[X]^2 = E(X)^2`,
    String.raw`\prod_{i=1}^{n} \frac{x_i}{2} = 0`,
    String.raw`\prod_{i=1}^{n} x_i/i = 0`,
    String.raw`\int_0^1 x \dd x = 0`,
  ])
    assert.not.throws(() => read(latex), latex);
});

test("the error shows the line, the place, what was expected and what to write", () => {
  assert.throws(
    () => readTex("a = b \\\\\nc = \\frac{1}{2 + } d"),
    /^cannot read this LaTeX: expected a number, a name or a function, got \}\n {4}c = \\frac\{1\}\{2 \+ \} d\n {21}\^\n {4}write what is missing/,
  );
  assert.throws(() => readTex("y \\sim 2"), /tends to 1\n {4}y \\sim 2\n {6}\^\n {4}write a name/);
  const long = `${"a + ".repeat(40)}\\foo + b`;
  assert.throws(
    () => readTex(long),
    /got \\foo\n {4}…(a \+ )+\\foo \+ b\n {41}\^\n {4}write it with the commands of docs\/latex.md, or give what \\foo stands for a name: \\mathrm\{foo\}$/,
  );
});

test("what may be a function or a product", () => {
  refuses([
    ["f(x) + f", "f(…) may be a function or a product"],
    ["f(x - 1)", "f(…) may be a function or a product"],
    ["f^{-1}(x + 1)", "f(…) may be a function or a product"],
    ["f_{n+1}(x + 1)", "f(…) may be a function or a product"],
    ["X[n]", "X[…] may be an entry, a product or an expectation"],
    [String.raw`\log 2 \pi^2`, "where this argument ends"],
    [String.raw`\log 2 (y)`, "where the argument of \\log ends"],
    [String.raw`\log(x)^2`, "may belong to the argument or to \\log"],
    [String.raw`\log^{-1} x`, "may be a power or an inverse"],
    [String.raw`\sin^{-2} x`, "may be a power or an inverse"],
    [String.raw`\sec^{-1} x`, "may be a power or an inverse"],
    [String.raw`\log -x`, "a sign right after \\log"],
  ]);
  refuses([["f^2(x)", "the power of the function f"]], "f(x)");
});

const letter = "may be a function or a product";

test("a letter before parentheses is a factor only where it is one for sure", () => {
  refuses([
    [String.raw`V(aX+b) = aV(X) + bV`, "V stands before a single letter, too"],
    ["V(2X) = 2X", letter],
    ["u(t-1) = u + t", letter],
    ["T(n-1) + T(n-2) = T", letter],
    [String.raw`H(j\omega) = \frac{1}{1 + j\omega}`, letter],
    ["y(t+h) = y + h", letter],
    ["x^2(3)", letter],
    ["f_n(x+1)", letter],
    [String.raw`L\{f\}`, "L stands before braces"],
    ["E(X+Y) = EX + EY", "E is mostly an operator"],
    ["V(aX+b) = a^2VX + bV", letter],
    ["a(b+c) = ab + c", letter],
    [String.raw`n^2 = \Theta(n^2) + n`, "an order of growth and no quantity"],
    ["n = o(n^2) - 1", "an order of growth and no quantity"],
    ["O(n^2)", "an order of growth and no quantity"],
    [String.raw`\sigma(x - \mu) = \sigma x - \sigma \mu`, "sigma is a deviation here"],
  ]);
  refuses([[String.raw`\delta(x+1)`, "delta is the name of a function"]], "delta");
});

test("words, numerals and signs of other notations", () => {
  refuses([
    ["2e3x", "a power of ten or the number e"],
    ["1E-3", "a power of ten or the number e"],
    ["(n!)!!", "the double factorial"],
    ["loss", "a word or a product of its letters"],
    ["max(a,b)", "a word or a product of its letters"],
    ["2xsinx", "a word or a product of its letters"],
    ["MSE + 1", "a word or a product of its letters"],
    [String.raw`\mathrm{sin} x`, "sin is a function"],
    [String.raw`\mathrm{NaN}`, "NaN is no name of a quantity"],
    [String.raw`\text{not } x = 1`, "the word not belongs to what is claimed"],
    [String.raw`x = 1 \text{ unless } y = 0`, "the word unless"],
    [String.raw`x \text{ or } x = 2`, "this sign joins statements, and none stands before it"],
    [String.raw`a \wedge b = c`, "this sign joins statements, and none stands before it"],
    [String.raw`x \ne y \ne z \iff x = 1`, "does not say whether its ends differ"],
    [String.raw`\neg x \iff y = 1`, "\\neg stands before no statement"],
    [String.raw`a = b, \quad \text{for some } n`, "the word for"],
    [String.raw`17 = 2 \text{ mod } 5`, "the word mod"],
    [String.raw`x = 2 \text{+1}`, "`+1` in text belongs to the formula"],
    [String.raw`x = 2 \text{ y}`, "` y` in text belongs to the formula"],
    [String.raw`x = 2 \! \!\! y`, "so much negative space"],
    [String.raw`x = l\!\!l`, "so much negative space"],
    [String.raw`x = l\!\displaystyle\!l`, "so much negative space"],
    [String.raw`x = a\!\label{b}\!{\!\!y}`, "so much negative space"],
    [String.raw`x^{a\!\!\!}y`, "so much negative space"],
    [String.raw`p\%`, "write the fraction"],
    [String.raw`\max(0,5)`, "one number or two"],
    [String.raw`3 \,\mathrm{kg}`, "may be a unit"],
    [String.raw`\Sigma x`, "may be a sum or a matrix"],
    [String.raw`\delta x`, "may be a variation"],
    [String.raw`\Delta^2 x`, "may be a difference"],
    [String.raw`0.1\overline{6}`, "a repeating decimal"],
    [String.raw`T \cap U + V`, "which of these sets are joined first"],
    [String.raw`\forall g, h \in G, gh = hg`, "it is not clear where these conditions end"],
    [String.raw`A_{ij}^{-1}`, "an entry of an inverse"],
    [String.raw`C_1^2 + C_2^2`, "may count choices"],
    [String.raw`\delta_{12}`, "Kronecker's delta or a name"],
  ]);
  refuses([[String.raw`\sigma_2`, "write sigma_2 in plain text"]], "sigma2");
});

test("indices that another convention sums over, and a delta whose index may lie outside", () => {
  refuses([
    [String.raw`\delta_{ij} \delta_{jk} = \delta_{ik}`, "the index j may be summed over"],
    ["A_{ij} x_j = b_i", "the index j may be summed over"],
    ["x_i x_i = r", "the index i may be summed over"],
    ["x_i^2 = r", "the index i may be summed over"],
    [String.raw`x^\mu x_\mu`, "the index mu may be summed over"],
    [String.raw`\sum_{j=1}^n \delta_{ij} x_j = x_i`, "i is among the values"],
  ]);
});

test("exponents and arguments that may belong to two things", () => {
  refuses([
    [String.raw`\sin\theta^2 + \cos\theta^2`, "may belong to the argument or to \\sin of it"],
    ["(f+g)(x) = fx + gx", "x in parentheses after others may be an argument"],
    ["(A+B)^2 = A^2 + 2AB + B^2", "the products A B and B A"],
    ["(A+B)(A-B) = A^2 - B^2", "the products A B and B A"],
    [String.raw`a = x \to y`, "write a limit as an equation"],
  ]);
});

test("brackets and bars that mean something else in other notes", () => {
  refuses([
    ["|x - y|z + w|u|", "which of these bars belong together"],
    [String.raw`\left|\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}\right|`, "its determinant"],
    ["|X| = |-X|", "bars around the capital X"],
    ["[2x] = 2[x]", "may be its integer part"],
    [String.raw`\{x + 1\} = \{x\}`, "may be a set"],
    ["[A, B] = AB - BA", "may be a commutator, an interval or a list"],
    [String.raw`\begin{pmatrix} 5 \\ 2 \end{pmatrix} = 10`, "write \\binom{n}{k}"],
    [String.raw`\frac{M N}{N M}`, "may be two for matrices"],
    [String.raw`a \times (b + c)`, "may be a cross product"],
    [String.raw`\prod_{k=1}^n p_k \sum_{j=1}^m q_j`, "belongs to the product over k"],
    [String.raw`\int_0^1 dx \cdot x`, "what follows a differential"],
    [String.raw`\int_0^1 x \,dx \int_0^1 y \,dy`, "what follows a differential"],
    [String.raw`\frac{\partial f}{\partial x}(x, y)`, "the place at which the derivative is taken"],
  ]);
});

test("what may be another number or exponent", () => {
  refuses([
    ["1,000", "one number or two"],
    ["x = 0,5", "one number or two"],
    [String.raw`a \hspace{-0.5em} b`, "set one thing on top of another"],
    [String.raw`x^{\mathrm{new}}`, "may be an exponent or a part of its name"],
    ["x^2!", "a factorial after an exponent"],
    ["2 3", "a number follows without a sign"],
    ["x 2", "a number follows without a sign"],
    ["x2^3", "a number follows without a sign"],
    ["2 3^n", "a number follows without a sign"],
    [String.raw`2\frac{1}{3}`, "a mixed number or a product"],
    ["x^23", "a number follows without a sign"],
    ["x^0.5", "put the number in braces"],
    ["x_12", "only the first digit is a subscript"],
    ["x^2^3", "a second exponent"],
    ["x^\\dagger", "is no exponent"],
    ["1/2x", "where the denominator ends"],
    ["x_{ab}", "may be a name or a product"],
    ["{a + b} c", "braces are not seen"],
  ]);
});

test("what reaches further, or less far, than it looks", () => {
  refuses([
    [String.raw`\sum_{n=1}^N x_n + n`, "n is bound by the sum or product before"],
    [String.raw`\sum_{n=1}^N -x_n`, "a sign right after the limits"],
    [String.raw`\sum_n^N x_n`, "must name its index with both limits"],
    [String.raw`\prod_n x_n y`, "belongs to the product over n"],
    [String.raw`\sum x`, "must name its index with both limits"],
    [String.raw`\frac{d}{dx} x^2 y`, "how far this derivative reaches"],
    [
      String.raw`\frac{\partial^2 L}{\partial w}`,
      "the order above is 2 and the names below count 1",
    ],
    [String.raw`\frac{\partial f}{\partial x}(a)`, "the place at which the derivative is taken"],
    [String.raw`x^2 - x \Big|_0^1`, "may take all of them or the last"],
    [String.raw`[x y]_0^1`, "which name takes these values"],
    [String.raw`\int^b f \,dx`, "an integral needs both limits"],
    [String.raw`\int_0^1 x`, "expected the differential"],
    [String.raw`\int_0^1 x \,dx\,dz`, "a differential without its integral"],
    [String.raw`\int_0^1 \frac{dx}{x} y`, "what follows a differential"],
    [String.raw`p \,dx`, "a differential or a product with d"],
    [String.raw`d + \frac{d}{dx} (x)`, "a derivative or a quotient"],
    [String.raw`a &= b \\ - c &= d`, "may go on or begin anew"],
  ]);
});

test("names that would be two things", () => {
  refuses([
    [String.raw`\mathbf{Ax}`, "\\mathbf holds one letter"],
    [String.raw`\mathbb{Q}`, "write Q"],
    [String.raw`\text{loss} + 1`, "begins with a plus"],
    [String.raw`1 + \text{the loss}`, "text is prose"],
    [String.raw`\text{the loss} = 1`, "text is prose and no side"],
    [String.raw`\text{LHS} = 1`, "text is prose and no side"],
  ]);
  refuses([[String.raw`\pi`, "may be pi or prior"]], "pi", "prior");
  refuses([["f(x)", "f is both here"]], "f(x)", "f");
  refuses([[String.raw`\sigma + \sigma^2`, "two names here, sigma and sigma2"]], "sigma2");
});

test("brackets, environments and signs that are not in the subset", () => {
  refuses([
    ["", "must be LaTeX that is not empty"],
    ["(a + b", "expected ), a comma or a further term, got the end of the text"],
    [String.raw`\frac{a}{b`, "expected } or a further term"],
    [String.raw`\left[0, 1\right)`, "expected ], a comma or a further term, got )"],
    [String.raw`\left x`, "stands before no delimiter"],
    ["a + = b", "expected a number, a name or a function, got ="],
    ["= b", "the left side is missing"],
    ["a }", "expected a relation, a comma or the end"],
    [String.raw`x_1 + x_3 + \dots + x_N`, "the written terms do not determine"],
    [String.raw`\begin{cases} a \\ b \end{cases}`, "a value, & and its condition"],
    [String.raw`\begin{aligned} a &= b`, "expected \\end{aligned}"],
    [
      String.raw`\begin{pmatrix} a & b \\ c \end{pmatrix}`,
      "a row has 1 entries and the first has 2",
    ],
    [String.raw`\begin{tabular} a \end{tabular}`, "vmatrix for its determinant"],
    [String.raw`\underbrace{a}_{=1}`, "as its own equation"],
    ["a ≤ b", "write \\le"],
    ["σ", "write \\sigma"],
    ["\\", "ends in a backslash"],
    ["2 * x", "* is the convolution"],
    ["f(C = 1 + x)", "an event has outcomes"],
    ["a $ b", "got $"],
    ["🙂", "got 🙂"],
  ]);
});

test("a text of any size or depth is answered at once", () => {
  const began = Date.now();
  const nested = ([open, close]: string[]) => `${open.repeat(9_000)}x${close.repeat(9_000)}`;
  assert.throws(() => readTex("x + ".repeat(300_000)), /^gave up at a LaTeX text of 1200000 char/);
  for (const pair of [
    ["(", ")"],
    ["{", "}"],
    ["\\frac{", "}{2}"],
    ["x^{", "}"],
    ["\\sqrt{", "}"],
  ]) {
    assert.throws(() => readTex(nested(pair)), /^gave up at a nesting deeper than|a LaTeX text of/);
  }
  assert.throws(() => readTex("\\left|".repeat(9_000)), /^gave up at a nesting/);
  assert.throws(() => readTex("\\frac{d ".repeat(9_000)), /^gave up at a nesting/);
  assert.throws(() => readTex("f(".repeat(30_000)), /^gave up at a nesting/);
  assert.throws(() => readTex("\\sum_{n=1}^N ".repeat(7_000)), /^gave up at a nesting/);
  assert.is(readTex(`x${" + x_n".repeat(16_000)}`).statements.length, 1);
  assert.is(readTex(`x${" + \\sum_{n=1}^N x_n".repeat(4_000)}`).statements.length, 1);
  assert.is(readTex("9".repeat(90_000)).statements.length, 1);
  assert.ok(Date.now() - began < 20_000, `${Date.now() - began} ms`);
});

const pieces =
  String.raw`\frac { } { } ( ) [ ] \left( \right) \left| \right| | _ ^ + - = < \le \iff , \quad \\ & x y n d e p f
  \sigma \mu 1 2 0.5 12 \sum_{n=1}^N \int_0^1 \,dx \partial \frac{d}{dx} \log \max ! ' \hat \mathrm{ab} \operatorname{f}
  \begin{pmatrix} \end{pmatrix} \begin{aligned} \end{aligned} \mid \Big| \left. \right. \text{if} \sqrt \binom \infty
  \cdot / * \nabla_w E . ; \tag{a} \mathcal{O} \{ \} ~ % \lfloor \rfloor \int \iint`.split(/\s+/);

test("pieces in any order are read or refused, and nothing else happens", () => {
  const source = random(5);
  for (let i = 0; i < 15_000; i++) {
    const text = Array.from(
      { length: source.integer(1, 12) },
      () => pieces[source.integer(0, pieces.length - 1)],
    ).join(" ");
    try {
      readTex(text);
    } catch (error) {
      assert.ok(error instanceof DerivationError, `${text}\n${(error as Error).stack}`);
    }
  }
});

test.run();
