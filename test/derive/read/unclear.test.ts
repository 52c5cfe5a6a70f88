import { suite } from "uvu";
import * as assert from "uvu/assert";
import { treeKey } from "../../../src/derive/tree/expression.js";
import "../../../src/derive/library/library.js"; // tells the reader which names are functions
import { parse } from "../../../src/derive/read/parse.js";

const test = suite("derive: plain text that may mean two things");

function refuses(texts: string[], message: RegExp): void {
  for (const text of texts) assert.match(answer(text), message, text);
}
function answer(text: string): string {
  try {
    return `read as ${treeKey(parse(text))}`;
  } catch (error) {
    return (error as Error).message;
  }
}
function reads(pairs: [text: string, same: string][]): void {
  for (const [text, same] of pairs) assert.is(treeKey(parse(text)), treeKey(parse(same)), text);
}

test("a function's name without parentheses is refused with what to write", () => {
  for (const text of [
    "sin x",
    "2 sin x",
    "log x",
    "exp x",
    "sqrt 4",
    "max a",
    "floor x",
    "arctan x",
  ]) {
    const [, name] = /([a-z]{3,})/.exec(text)!;
    refuses([text], new RegExp(`${name} is a function: write ${name}\\(x\\)$`));
  }
  refuses(
    ["sin^2(x)", "sin + 1", "x = sin x"],
    /sin is a function|sin\^ may be a power or an inverse/,
  );
  reads([
    ["sin(x)", "(sin(x))"],
    ["delta x", "delta*x"],
    ["s i n", "s*i*n"],
  ]);
});

test("words that are no quantity are refused", () => {
  refuses(
    ["NaN", "NaN + 0", "true", "undefined", "null"],
    /is no name of a quantity: it is no number/,
  );
  refuses(["x + inf", "infinity", "oo"], /write Infinity$/);
  refuses(["sin(PI)", "2*Pi"], /write pi for the number$/);
  refuses(["sin(90 deg)", "degrees/2"], /angles are in radians: write pi\/180 for a degree$/);
  refuses(
    ["x = 1 unless y = 0", "x^2 if x > 0", "y when x", "if(x, 1, 2)"],
    /is a word of logic and no name/,
  );
  reads([
    ["p(A=true | B=false)", "p(A=true|B=false)"],
    ["3 cm", "3*cm"],
    ["Infinity", "Infinity"],
  ]);
});

test("a call without arguments, and one that draws a number, is no function", () => {
  refuses(["f()", "x + rand()", "now() - now()"], /has no argument: write \w+ for a quantity/);
  refuses(["rand(1)", "2*randn(n)", "x + randint(1, 6)"], /has another value each time/);
  reads([
    ["f", "(f)"],
    ["random", "(random)"],
  ]);
});

test("numerals of other languages are refused", () => {
  refuses(["1_000", "2_500*x"], /a number with _ in it/);
  refuses(["0x10", "0b11", "0o7"], /a number in another base/);
  refuses(["1{,}000"], /a number with \{,\} in it/);
  refuses(["4!!", "n! !"], /!! is the double factorial/);
  refuses(["5%", "10 % 3"], /% may be a percentage or a remainder/);
  refuses(["1e3x", "2.5e-3x"], /a name right after an exponent of ten/);
  refuses(["max(1,000,2)", "007"], /a number that begins with 0/);
  reads([
    ["1e3*x", "1000*x"],
    ["0.05 + 10", "0.050 + 10.0"],
    ["x1_000", "(x1_000)"],
    ["(4!)!", "factorial(factorial(4))"],
    ["max(1,100)", "max(1, 100)"],
  ]);
});

test("what follows a denominator or an exponent without a sign is refused", () => {
  const denominator =
    /it is not clear where the denominator ends: write 1\/\(2\*x\) or \(1\/2\)\*x$/;
  refuses(
    ["1/2x", "a/b c", "1/2(x + 1)", "1/x^2 y", "1/-x y", "1/f(x) y", "1/x[1] y", "1/n! k"],
    denominator,
  );
  refuses(
    ["x^2y", "2^3x", "f^2(x)", "exp(2)^2x"],
    /where the exponent ends: write x\^2\*y or x\^\(2\*y\)$/,
  );
  reads([
    ["1/(2x)", "1/(2*x)"],
    ["a/b*c", "(a/b)*c"],
    ["a/f(x) + c", "(a/f(x)) + c"],
    ["x^2 y", "x^2*y"],
    ["x^1e2", "x^100"],
    ["x = 1/2 or x = 3", "x=1/2 or x=3"],
  ]);
});

test("a Greek letter ends an exponent and begins a factor as a Latin one does", () => {
  refuses(["1/2α", "x/3 β", "a/b γ"], /where the denominator ends/);
  refuses(["e^2α", "x^3β"], /where the exponent ends/);
  refuses(["1e3α"], /a name right after an exponent of ten/);
  reads([["α*β", "α β"]]);
});

test.run();
