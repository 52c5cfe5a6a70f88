import { suite } from "uvu";
import * as assert from "uvu/assert";
import { refuses } from "../../support/refuses.js";
import { Derivation, poolPattern, symbols } from "../../../src/derive/index.js";

const test = suite("derive: lists, matrices and convolution");

const small = () =>
  new Derivation("a.b")
    .define("X", symbols("x", [3, 3]))
    .define("F", symbols("F", [2, 2]))
    .define("O", "conv(X, F)");
const last = (chain: Derivation) => chain.toJSON().steps.at(-1)!;
const grade = (left: string, right: string, chain = small()) =>
  last(chain.from(left).equals(right)).grade;

test("symbols writes a name for each entry, and indices beyond 9", () => {
  assert.is(symbols("x", [2, 2]), "[[x11, x12], [x21, x22]]");
  assert.is(symbols("v", [3]), "[v1, v2, v3]");
  assert.match(symbols("x", [1, 10]), /^\[\[x\[1, 1\], .*x\[1, 10\]\]\]$/);
  assert.throws(() => symbols("2x", [1]), /^symbols: name must be a name, got "2x"$/);
  assert.throws(
    () => symbols("x", [0]),
    /^symbols: shape must be lengths from 1 to 100, got \[0\]$/,
  );
  assert.throws(
    () => symbols("x", [100, 100, 100]),
    /^symbols: shape must have at most 10000 entries/,
  );
});

// The small example of note B, lines 11-31, written out by hand.
test("a convolution has the entries that the notes print", () => {
  assert.is(grade("O11", "x11*F11 + x12*F12 + x21*F21 + x22*F22"), "proved");
  assert.is(grade("O12", "x12*F11 + x13*F12 + x22*F21 + x23*F22"), "proved");
  assert.is(grade("O[2, 1]", "x21*F11 + x22*F12 + x31*F21 + x32*F22"), "proved");
  assert.is(grade("O12", "x12*F11 + x13*F12 + x22*F21 + x23*F23"), "refuted");
});
test("its sizes are those of the size formula, with stride and padding", () => {
  const size = (text: string) =>
    ["[2, 2]", "[3, 3]", "[4, 4]", "[5, 5]", "[1, 1]"].filter(
      (one) => grade(text, one) === "proved",
    );
  assert.equal(size("size(O)"), ["[2, 2]"]);
  assert.equal(size("size(conv(pad(X, 1), F))"), ["[4, 4]"]); // 3 + 2 - 2 + 1
  assert.equal(
    size("size(conv(pad(X, 1), F, 2))"),
    ["[2, 2]"].filter(() => true),
  ); // floor(3/2) + 1
  assert.equal(size("size(conv(X, F, 2))"), ["[1, 1]"]);
});
test("the gradient by the input is the padded filter with the flipped upstream gradient, entry by entry", () => {
  const chain = () => small().define("g", "partials(loss, O)");
  assert.is(grade("grad(loss(O), X)", "conv(pad(F, 1), flip(g))", chain()), "proved");
  assert.is(grade("grad(loss(O), X)", "conv(pad(g, 1), flip(F))", chain()), "proved");
  assert.is(grade("grad(loss(O), F)", "conv(X, g)", chain()), "proved");
});
test("planted errors in it are refuted, the wrong entry named", () => {
  const chain = () => small().define("g", "partials(loss, O)");
  const unflipped = last(chain().from("grad(loss(O), X)").equals("conv(pad(F, 1), g)"));
  assert.is(unflipped.grade, "refuted");
  assert.match(unflipped.method, /^entry 1, 1: with loss linear: /);
  assert.is(grade("grad(loss(O), F)", "conv(X, flip(g))", chain()), "refuted");
  const [lhs, rhs] = ["grad(loss(O), X)", "conv(pad(F, 2), flip(g))"];
  assert.equal(last(chain().from(lhs).equals(rhs)).witness, {
    point: {},
    lhs: "size 3 x 3",
    rhs: "size 5 x 5",
  });
});
test("a Jacobian has a row for each output and a column for each weight", () => {
  assert.is(grade("size(jacobian(O, F))", "[4, 4]"), "proved");
  const rows =
    "[[x11, x12, x21, x22], [x12, x13, x22, x23], [x21, x22, x31, x32], [x22, x23, x32, x33]]";
  assert.is(grade("jacobian(O, F)", rows), "proved");
  const vector = last(small().from("jacobian(O, F)").equals("flatten(grad(total(O), F))"));
  assert.equal(
    [vector.grade, vector.witness?.lhs, vector.witness?.rhs],
    ["refuted", "size 4 x 4", "size 4"],
  );
});
test("products of lists say how: matmul, dot, times", () => {
  const two = () =>
    new Derivation("a.b").define("A", symbols("a", [2, 2])).define("B", symbols("b", [2, 2]));
  assert.is(
    grade(
      "matmul(A, B)",
      "[[a11*b11 + a12*b21, a11*b12 + a12*b22], [a21*b11 + a22*b21, a21*b12 + a22*b22]]",
      two(),
    ),
    "proved",
  );
  assert.is(grade("matmul(A, B)", "matmul(B, A)", two()), "refuted");
  assert.is(
    grade("transpose(matmul(A, B))", "matmul(transpose(B), transpose(A))", two()),
    "proved",
  );
  assert.is(grade("dot(A, B)", "total(times(A, B))", two()), "proved");
  assert.throws(
    () => two().from("A*B").equals("A"),
    /lists are multiplied by matmul\(A, B\), dot\(a, b\) or times\(A, B\)/,
  );
  assert.throws(
    () => two().from("A + [1, 2]").equals("A"),
    /only where the sizes agree, got 2 x 2 and 2$/,
  );
});
test("sums over entries of a list are written out; symbolic sizes stay sums", () => {
  assert.is(grade("sum(sum(X[i, j], j, 1, 3), i, 1, 3)", "total(X)"), "proved");
  assert.throws(
    () => small().from("sum(X[i, 1], i, 1, N)").equals("1"),
    /must run between whole numbers, got 1 to N$/,
  );
  assert.throws(
    () => small().from("X[4, 1]").equals("1"),
    /^X\[4, 1\]: an index must be a whole number from 1 to 3$/,
  );
  const symbolic = new Derivation("a.b", ["N integer >= 1"]);
  symbolic.from("D(sum(F*g[i]*x[i], i, 1, N), F)").equals("sum(g[i]*x[i], i, 1, N)");
  assert.is(last(symbolic).grade, "proved");
});
test("for every size, the kernel's gradient is the sum of upstream gradient times input", () => {
  const layer = () =>
    new Derivation("a.b", [
      "H integer >= 1",
      "w integer >= 1",
      "K integer >= 1",
      "a integer",
      "1 <= a <= K",
      "b integer",
      "1 <= b <= K",
    ])
      .define("O[i, j]", "sum(sum(x[i + k - 1, j + l - 1]*F[k, l], l, 1, K), k, 1, K)")
      .from("D(sum(sum(g[i, j]*O[i, j], j, 1, w), i, 1, H), F[a, b])");
  const sum = (entry: string) => `sum(sum(g[i, j]*${entry}, j, 1, w), i, 1, H)`;
  assert.is(last(layer().equals(sum("x[i + a - 1, j + b - 1]"))).grade, "proved");
  assert.is(last(layer().equals(sum("x[i + a, j + b]"))).grade, "refuted");
});
test("poolPattern writes the hypotheses of a named argmax, window by window", () => {
  assert.equal(poolPattern("Z", [2, 4], 2, ["Z12", "off"]), [
    "Z12 > 0",
    "Z12 > Z11",
    "Z12 > Z21",
    "Z12 > Z22",
    "Z13 < 0",
    "Z14 < 0",
    "Z23 < 0",
    "Z24 < 0",
  ]);
  assert.throws(
    () => poolPattern("Z", [2, 4], 2, ["Z13", "off"]),
    /^poolPattern: winner 1 must be one of Z11, Z12, Z21, Z22 or off, got Z13$/,
  );
  assert.throws(
    () => poolPattern("Z", [2, 4], 2, ["Z11"]),
    /must name one entry for each of the 2 windows, got 1$/,
  );
  assert.throws(
    () => poolPattern("Z", [3, 4], 2, []),
    /^poolPattern: windows of 2 must cover the matrix of 1 to 9 by 1 to 9, got 3 x 4$/,
  );
});
test("pooling keeps its maxima unless the hypotheses name the winners", () => {
  const pool = (...assumptions: string[]) =>
    new Derivation("a.b", assumptions).define("Z", symbols("z", [2, 2]));
  const named = ["z11 > z12", "z11 > z21", "z11 > z22"];
  assert.is(grade("maxPool(Z, 2)", "[[z11]]", pool(...named)), "proved");
  assert.is(grade("maxPool(Z, 2)", "[[z12]]", pool(...named)), "refuted");
  assert.is(grade("maxPool(Z, 2)", "[[z11]]", pool("z11 > z12")), "refuted");
  assert.is(grade("maxPool(relu(Z), 2)", "[[z11]]", pool(...named, "z11 > 0")), "proved");
  assert.is(
    grade("maxPool(relu(Z), 2)", "[[0]]", pool("z11 < 0", "z12 < 0", "z21 < 0", "z22 < 0")),
    "proved",
  );
  assert.is(grade("maxPool(relu(Z), 2)", "[[z11]]", pool("z11 > z12")), "refuted");
  assert.throws(
    () => small().from("maxPool(X, 2)").equals("1"),
    /windows of 2 must cover the matrix, got 3 x 3$/,
  );
});
test("what has no meaning is refused with what to write instead", () => {
  const refused = (left: string, message: RegExp) =>
    refuses(() => small().from(left).equals("1"), message);
  refused(
    "conv(F, X)",
    /^conv: the kernel must fit in the input, got 3 x 3 in 2 x 2; pad the input with pad\(X, p\)$/,
  );
  refused("conv(X)", /^conv is written conv\(X, F\) or conv\(X, F, stride\), got 1 argument$/);
  refused("conv(X, F, s)", /^conv: must be given a whole number from 1 to 1000, got s$/);
  refused("size(a)", /^size is written size\(X\) and must be given a list, got size\(a\)$/);
  refused(
    "grad(O, F)",
    /^grad: must be given a single value, got 2 x 2; the derivatives of a list are jacobian\(O, F\)$/,
  );
  refused("[[1, 2], [3]]*a", /^a list must have rows of one length, got 2, 1$/);
  refused(
    "D(O11, O12)",
    /^D\(…, O12\): O12 is defined as .*; differentiate by a free name and insert it: at\(D\(f\(a\), a\), a, O12\)$/,
  );
  refused("D(O, F11)", /^D: a list is differentiated by grad\(L, W\) or jacobian\(O, F\)$/);
});
test("a statement about lists is one about every entry", () => {
  const vector = () => new Derivation("a.b", ["v1 > 0", "v2 > 0"]).define("v", symbols("v", [2]));
  assert.is(last(vector().from("v = [1, 2]").iff("v1 = 1 and v2 = 2")).grade, "proved");
  assert.is(last(vector().from("v = [1, 2]").iff("v1 = 1")).grade, "refuted");
  assert.is(last(vector().from("-v").lessThan("v")).grade, "proved");
  assert.throws(
    () => vector().from("v = [1, 2, 3]").iff("v1 = 1"),
    /^lists are compared by =, < or <= where their sizes agree, got 2 = 3$/,
  );
});
test("lists of other sizes are refuted by these; what has no one meaning is undecided", () => {
  const wider = last(small().from("[1, 2]").equals("[1, 2, 3]"));
  assert.equal(wider.witness, { point: {}, lhs: "size 2", rhs: "size 3" });
  const step = last(small().from("total(O)").equals("O"));
  assert.is(step.grade, "unknown");
  assert.is(
    step.reason,
    "the left side is a single value and the right side a list of size 2 x 2: lists are compared entry by entry, write both with one size",
  );
});
test.run();
