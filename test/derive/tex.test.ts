import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "../../src/derive/read/parse.js";
import { expressionText } from "../../src/derive/tree/text.js";
import { sameShown } from "../../src/derive/tex/write/notation.js";
import { readTex, readTexChain } from "../../src/derive/tex/readTex.js";
import { linkOf } from "../../src/derive/tex/statements/chains.js";
import { tex } from "../../src/derive/tex/tex.js";
import { vocabularyOf } from "../../src/derive/tex/reading/vocabulary.js";

const test = suite("derive: LaTeX");

/** LaTeX on the left reads as the mathjs text on the right; `known` states names as a derivation would. */
function reads(pairs: [latex: string, text: string][], ...known: string[]): void {
  const vocabulary = vocabularyOf(known.map(parse));
  for (const [latex, text] of pairs) {
    const [expr] = readTexChain(latex, vocabulary).sides;
    assert.ok(
      sameShown(expr, parse(text)),
      `${latex}\n  read as ${expressionText(expr)}\n  not as  ${text}`,
    );
  }
}

test("fractions, products and powers are read as they look", () => {
  reads([
    [String.raw`\frac{D_K^2 + N}{D_K^2 N}`, "(D_K^2 + N)/(D_K^2*N)"],
    [String.raw`\tfrac12 x`, "1/2*x"],
    [String.raw`2ab - x\,y`, "2*a*b - x*y"],
    [String.raw`2ab \cdot c \times 0.9`, "2*a*b*c*0.9"],
    [String.raw`0.9 \times 0.001 + 0.03 \cdot 0.999`, "0.9*0.001 + 0.03*0.999"],
    [String.raw`30\,843`, "30843"],
    [String.raw`-\frac{N}{2} \log(2\pi\sigma^2)`, "-N/2*log(2*pi*sigma2)"],
    [String.raw`\left( a + b \right)^{n+1}`, "(a + b)^(n + 1)"],
    [String.raw`a/b \cdot c`, "a/b*c"],
    [String.raw`a - -b + -c`, "a - (-b) + (-c)"],
    [String.raw`\sqrt[3]{x} + \sqrt{2}`, "cbrt(x) + sqrt(2)"],
    [String.raw`\binom{n}{k} k!`, "binomial(n, k)*k!"],
    [
      String.raw`\left|x - |y|\right| + \lfloor \frac{i}{s} \rfloor`,
      "abs(x - abs(y)) + floor(i/s)",
    ],
  ]);
});

test("symbols have the names of NOTATION.md", () => {
  reads([
    [String.raw`D_K + D_{G} + n_f`, "D_K + D_G + n_f"],
    [String.raw`F_{11} x_{12}`, "F11*x12"],
    [
      String.raw`\sigma^2 + \sigma^4 + \sigma^2_{ML} + \sigma_{\mathrm{ML}}^2`,
      "sigma2 + sigma2^2 + sigma2ML + sigma2ML",
    ],
    [String.raw`\mu_{ML} \mu_{\mathrm{ML}}`, "muML*muML"],
    [String.raw`\hat{y} \bar{F}_{11} \hat y_i`, "yhat*Fbar11*yhat[i]"],
    [String.raw`\mathrm{num\_P} \cdot (n_f - 1)`, "num_P*(n_f - 1)"],
    [String.raw`D_{\mathrm{out}} + x'`, "D_out + xprime"],
    [String.raw`-\infty + \pi + \epsilon + \varepsilon`, "-Infinity + pi + epsilon + varepsilon"],
  ]);
});

test("a subscript is an index where it is bound, an index letter, or that of a known family", () => {
  reads([
    [String.raw`x_n + x_{n+1} + u_{ij} + u_{i,j}`, "x[n] + x[n + 1] + u[i, j] + u[i, j]"],
    [String.raw`\sum_{t=1}^{T} x_t`, "sum(x[t], t, 1, T)"],
    [String.raw`x_T + y_t`, "x_T + y_t"],
    [String.raw`\sum_{n=1}^{N} x_n - x_1 - x_N`, "sum(x[n], n, 1, N) - x[1] - x[N]"],
  ]);
  reads([[String.raw`w_{2,j} + x_1 + u_{12}`, "w2[j] + x[1] + u[1, 2]"]], "w2[j] + x[n] + u[i, j]");
});

test("what the derivation declares decides between two readings", () => {
  reads([[String.raw`1 - \pi`, "1 - prior"]], "prior");
  reads([["1 - e^2", "1 - e^2"]], "e");
  reads([["1 - e^2", "1 - exp(2)"]]);
  reads([["(A+B)(A-B)", "(A + B)*(A - B)"]], "A");
  reads([[String.raw`M \times D_G^2 (D_K^2 + N)`, "M*D_G^2*(D_K^2 + N)"]], "M*D_G");
  reads([[String.raw`A_2 (1 - A_2)`, "A_2*(1 - A_2)"]], "A_2");
  reads([[String.raw`D_k^2`, "D_k^2"]], "D_k");
  reads([[String.raw`p(x) + f(x - 1)`, "p(x) + f*(x - 1)"]], "p(x)", "f");
  reads([[String.raw`p_x(x)`, "p_x(x)"]], "p_x(z)");
  assert.throws(
    () => reads([["x_1", "x1"]], "x[n]", "x1"),
    /this may be x1 or x\[1\]: all of them are in use/,
  );
});

test("a name that occurs alone or as a function shows how it is meant", () => {
  reads([
    ["p^x (1-p)^{N-x}", "p^x*(1 - p)^(N - x)"],
    [String.raw`y(1-y) + L \cdot (f - 1)`, "y*(1 - y) + L*(f - 1)"],
    ["p(x,z) - p(x)", "p(x, z) - p(x)"],
    ["(d - 1) d x", "(d - 1)*d*x"],
  ]);
  const [definition] = readTex(String.raw`p(x) = \frac{1}{d - c}`).statements;
  assert.is(expressionText(definition.sides[0][0][0].sides[0]), "p(x)");
});

test("a letter before parentheses is a factor where the text shows that it is a number", () => {
  reads([
    ["a(b+c) = ab + ac", "a*(b + c)"],
    ["a(b+c)^2 = ab^2 + 2abc + ac^2", "a*(b + c)^2"],
    ["2a(b-c) = 2ab - 2ac", "2*a*(b - c)"],
    [String.raw`\beta(x - y) = (\alpha + \beta)x - \alpha x - \beta y`, "beta*(x - y)"],
    ["np(1-p)", "n*p*(1 - p)"],
    ["x_n(1 - x_m)", "x[n]*(1 - x[m])"],
    [String.raw`\sum_{k=1}^n k(k+1)`, "sum(k*(k + 1), k, 1, n)"],
    [String.raw`\frac{n(m+1)}{2} = \sum_{k=1}^n \frac{m+1}{2}`, "n*(m + 1)/2"],
    [String.raw`\int_0^1 x(1-x)\,dx`, "integrate(x*(1 - x), x, 0, 1)"],
    [String.raw`(a+b)(c+d) + 2(x+1)`, "(a + b)*(c + d) + 2*(x + 1)"],
    ["T(n) = 2T(n/2) + n", "T(n)"],
  ]);
  reads(
    [
      ["V(X+Y) + w_i(x-1)", "V*(X + Y) + w[i]*(x - 1)"],
      ["V(X)", "V*X"],
    ],
    "V",
    "w[n]",
  );
});

test("what stands beside a doubtful sign and is none is read", () => {
  reads([
    ["2e^{x} + abxyz", "2*exp(x) + a*b*x*y*z"],
    ["a_i b_i = b_i a_i", "a[i]*b[i]"],
    [String.raw`\log x^2 + \sin^2 x + (x+1)(y+1)`, "log(x^2) + sin(x)^2 + (x + 1)*(y + 1)"],
    [String.raw`\frac{\partial x_i}{\partial x_j} = \delta_{ij}`, "partial(x[i], x[j])"],
    [String.raw`\sum_{i=1}^n a_i b_i = c`, "sum(a[i]*b[i], i, 1, n)"],
    ["|a||b| + |c|d - |x|", "abs(a)*abs(b) + abs(c)*d - abs(x)"],
    [String.raw`\delta_{ij} + \delta_{n,m+1}`, "delta(i, j) + delta(n, m + 1)"],
    [String.raw`\sigma_1 + \sigma_2`, "sigma1 + sigma_2"],
    [String.raw`2[x + 3] + \left[\frac{a}{b}\right]^2`, "2*(x + 3) + (a/b)^2"],
    [String.raw`\left\{ a + (b + c) \right\}`, "a + (b + c)"],
    [
      String.raw`\prod_{k=1}^n (a_k c) + \prod_{k=1}^n c a_k`,
      "prod(a[k]*c, k, 1, n) + prod(c*a[k], k, 1, n)",
    ],
    [String.raw`u_{ij}^2 + 3 \times a`, "u[i, j]^2 + 3*a"],
    [String.raw`\int_0^1 x \,dx \cdot 2`, "integrate(x, x, 0, 1)*2"],
    [String.raw`\frac{d}{dx} [x^2]`, "D(x^2, x)"],
  ]);
  assert.is(readTex(String.raw`a = b, \quad \text{by symmetry}`).statements.length, 1);
});

test("functions, and the logistic function", () => {
  reads([
    [
      String.raw`-y \log \hat{y} - (1 - y) \log(1 - \hat{y})`,
      "-y*log(yhat) - (1 - y)*log(1 - yhat)",
    ],
    [String.raw`\frac{1}{1 + e^{-z}} = \sigma(z)`.split("=")[0], "1/(1 + exp(-z))"],
    [String.raw`\sigma(z)(1 - \sigma(z))`, "sigmoid(z)*(1 - sigmoid(z))"],
    [String.raw`\max(0, Z_1) + \operatorname{relu}(x)`, "max(0, Z1) + relu(x)"],
    [String.raw`\log_2 x + \log_{10}(y) + \sin^2 x`, "log2(x) + log10(y) + sin(x)^2"],
    [String.raw`\log a \log b`, "log(a)*log(b)"],
    [String.raw`X * w_1 + b_1`, "conv(X, w1) + b1"],
  ]);
});

test("sums, products, derivatives and integrals", () => {
  reads([
    [String.raw`\frac{1}{\sigma^2} \sum_{n=1}^{N} (x_n-\mu)`, "1/sigma2*sum(x[n] - mu, n, 1, N)"],
    [
      String.raw`\sum_{i=1}^I \sum_{j=1}^J a_i b_j + c`,
      "sum(sum(a[i]*b[j], j, 1, J), i, 1, I) + c",
    ],
    [String.raw`\prod_{n=1}^{N} p(x_n, \mu)`, "prod(p(x[n], mu), n, 1, N)"],
    [String.raw`\frac{\partial L}{\partial w_{1}}`, "partial(L, w1)"],
    [String.raw`\frac{\partial^2}{\partial \mu^2} (\mu^2)`, "partial(partial(mu^2, mu), mu)"],
    [String.raw`\frac{\partial L}{\partial \sigma^2}`, "partial(L, sigma2)"],
    [String.raw`\frac{\partial^2 L}{\partial (\sigma^2)^2}`, "partial(partial(L, sigma2), sigma2)"],
    [String.raw`\frac{\partial^2 L}{\partial a \partial b}`, "partial(partial(L, b), a)"],
    [
      String.raw`\frac{d}{dx} \frac{x^2}{2(b-a)} + \frac{\mathrm{d}y}{\mathrm{d}x}`,
      "D(x^2/(2*(b - a)), x) + D(y, x)",
    ],
    [String.raw`\frac{d}{d - c}`, "d/(d - c)"],
    [String.raw`\int_c^d \frac{1}{d-c}\,dx`, "integrate(1/(d - c), x, c, d)"],
    [String.raw`\int_0^1 x + 1 \,\mathrm{d}x \cdot 2`, "integrate(x + 1, x, 0, 1)*2"],
    [
      String.raw`\iint_{\mathbb{R}^2} (x+z)\,p(x,z)\,dx\,dz`,
      "integrate(integrate((x + z)*p(x, z), x, -Infinity, Infinity), z, -Infinity, Infinity)",
    ],
    [String.raw`\left[\frac{x^2}{2}\right]_a^b`, "at(x^2/2, x, b) - at(x^2/2, x, a)"],
    [String.raw`x^2 y \Big|_{x=0}^{x=1}`, "at(x^2*y, x, 1) - at(x^2*y, x, 0)"],
    [String.raw`(A_2 - y) \nabla_w L + \nabla_{F} (x y)`, "(A2 - y)*grad(L, w) + grad(x*y, F)"],
    [String.raw`\left. y^2 \right|_{y=2}`, "at(y^2, y, 2)"],
  ]);
});

test("events, what is given, expectations and matrices", () => {
  reads([
    [String.raw`p(C{=}1 \mid T=1)`, "p(C=1 | T=1)"],
    [String.raw`p(T=1, C=0)`, "p(T=1, C=0)"],
    [String.raw`p(x | \mu, \sigma^2)`, "p(x, given(mu, sigma2))"],
    [String.raw`E[x^2] + \mathrm{Var}(x)`, "E(x^2) + Var(x)"],
    [String.raw`\begin{pmatrix} a & b \\ c & -d \end{pmatrix}`, "[[a, b], [c, -d]]"],
    [String.raw`\begin{bmatrix} a \\ b \end{bmatrix}`, "[a, b]"],
    ["(3, 3)", "[3, 3]"],
  ]);
});

test("every row of docs/latex.md is read as it says", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "latex.md"), "utf8");
  const rows = [...page.matchAll(/^\| `([^`]*)` \| `([^`]*)` \|$/gm)].map(([, ...cells]) =>
    cells.map((cell) => cell.replaceAll("\\|", "|")),
  ) as [string, string][];
  assert.ok(rows.length > 30, `${rows.length} rows`);
  reads(rows);
});

test("displays are cut into chains with their relations", () => {
  const { statements, tags } = readTex(String.raw`
    \begin{aligned} a &= b + c \\ &\quad + d \\ &\le e, \\[2pt] f &\approx 0.5 \end{aligned}
    \quad \text{hence } n > 1 \iff n \geq 2. \tag{a.b}`);
  assert.equal(tags, ["a.b"]);
  const shape = statements.map(({ sides, links }) => [
    sides.flat(2).map((one) => one.relations),
    links,
  ]);
  assert.equal(shape, [
    [[["=", "<="]], []],
    [[["≈"]], []],
    [[[">"], [">="]], ["<=>"]],
  ]);
  assert.is(expressionText(statements[0].sides[0][0][0].sides[1]), "b + c + d");
});

test("a chain gives its steps; an order of growth is a relation", () => {
  const { sides, relations } = readTexChain(String.raw`2n > n + n - 1 = \mathcal{O}(n)`);
  const steps = relations.map((relation, i) => {
    const link = linkOf(sides[i], relation, sides[i + 1]);
    return `${expressionText(link.left)} ${link.relation} ${expressionText(link.right)}`;
  });
  assert.equal(steps, ["n + n - 1 < 2*n", "n + n - 1 O n"]);
  assert.throws(() => readTexChain("a = b, c"), /must be one chain, got several statements/);
});

test("a template holds LaTeX as it is written, with what is inserted", () => {
  assert.is(tex`${tex`\frac{1}{2}`} x_${1} + ${"y"}`.tex, String.raw`\frac{1}{2} x_1 + y`);
  assert.throws(
    () => tex`${{} as string}`,
    /^tex: inserted must be a text, a number or LaTeX, got object$/,
  );
});

test.run();
