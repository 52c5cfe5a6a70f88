import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

// Facts of two texts, each with a slip of it. BMPS: Beck, Marchesi, Pixton and Sabalka, A First Course in Complex Analysis,
// version 1.54, its chapters on complex numbers and on examples of functions. SS: Hsu, Schaum's Outline of Signals and
// Systems, its lists of transform pairs. Sections by what they are about.
const test = suite("derive: facts of texts on complex numbers");

const given = {
  unit: "i imaginary unit",
  z: "z complex",
  w: "w complex",
  x: "x complex",
};
const all = Object.values(given);

type Fact = [
  reference: string,
  left: string,
  right: string,
  slip: string,
  ...assumptions: string[],
];

const facts: Fact[] = [
  ["BMPS, algebra", "(3 + 2*i)*(1 - i)", "5 - i", "5 + i"],
  ["BMPS, algebra", "1/(a + i*b)", "(a - i*b)/(a^2 + b^2)", "(a + i*b)/(a^2 + b^2)", "a > 0"],
  ["BMPS, conjugates", "conj(z*w)", "conj(z)*conj(w)", "conj(z)*w"],
  ["BMPS, conjugates", "conj(z/w)", "conj(z)/conj(w)", "conj(z)/w", "w != 0"],
  ["BMPS, conjugates", "re(z)", "(z + conj(z))/2", "(z - conj(z))/2"],
  ["BMPS, conjugates", "im(z)", "(z - conj(z))/(2*i)", "(z - conj(z))/2"],
  ["BMPS, conjugates", "abs(z)^2", "z*conj(z)", "z^2"],
  ["BMPS, modulus", "abs(z*w)", "abs(z)*abs(w)", "abs(z) + abs(w)"],
  ["BMPS, modulus", "abs(z/w)", "abs(z)/abs(w)", "abs(z) - abs(w)", "w != 0"],
  [
    "BMPS, parallelogram law",
    "abs(z + w)^2 + abs(z - w)^2",
    "2*abs(z)^2 + 2*abs(w)^2",
    "abs(z)^2 + abs(w)^2",
  ],
  ["BMPS, polar form", "exp(i*s)*exp(i*t)", "exp(i*(s + t))", "exp(i*s*t)"],
  ["BMPS, polar form", "exp(i*t)", "cos(t) + i*sin(t)", "cos(t) - i*sin(t)"],
  ["BMPS, polar form", "abs(exp(i*t))", "1", "t"],
  ["BMPS, polar form", "exp(i*pi)", "-1", "1"],
  [
    "BMPS, de Moivre",
    "(cos(t) + i*sin(t))^n",
    "cos(n*t) + i*sin(n*t)",
    "cos(n*t) - i*sin(n*t)",
    "n integer",
  ],
  ["BMPS, roots of unity", "sum(exp(2*pi*i*k/n), k, 0, n - 1)", "0", "1", "n integer >= 2"],
  ["BMPS, roots of unity", "prod(t - exp(2*pi*i*k/5), k, 0, 4)", "t^5 - 1", "t^5 + 1"],
  ["BMPS, exponential", "exp(z + w)", "exp(z)*exp(w)", "exp(z) + exp(w)"],
  ["BMPS, exponential", "exp(z + 2*pi*i)", "exp(z)", "exp(-z)"],
  ["BMPS, exponential", "abs(exp(z))", "exp(re(z))", "exp(im(z))"],
  ["BMPS, sine and cosine", "sin(z)", "(exp(i*z) - exp(-i*z))/(2*i)", "(exp(i*z) - exp(-i*z))/2"],
  ["BMPS, sine and cosine", "sin(z)^2 + cos(z)^2", "1", "2"],
  ["BMPS, sine and cosine", "cos(i*z)", "cosh(z)", "i*cosh(z)"],
  ["BMPS, sine and cosine", "sin(i*z)", "i*sinh(z)", "-i*sinh(z)"],
  [
    "BMPS, geometric series",
    "sum(z^k, k, 0, n)",
    "(1 - z^(n + 1))/(1 - z)",
    "(1 - z^n)/(1 - z)",
    "n integer >= 1",
    "abs(z) < 1",
  ],
  ["BMPS, geometric series", "sum(z^k, k, 0, Infinity)", "1/(1 - z)", "1/(1 + z)", "abs(z) < 1"],
  [
    "SS, Fourier transform",
    "integrate(exp(-a*abs(t))*exp(-i*w0*t), t, -Infinity, Infinity)",
    "2*a/(a^2 + w0^2)",
    "a/(a^2 + w0^2)",
    "a > 0",
  ],
  [
    "SS, Fourier transform",
    "integrate(exp(-a*t)*exp(-i*w0*t), t, 0, Infinity)",
    "1/(a + i*w0)",
    "1/(a - i*w0)",
    "a > 0",
  ],
  [
    "SS, Fourier transform",
    "integrate(t*exp(-a*t)*exp(-i*w0*t), t, 0, Infinity)",
    "1/(a + i*w0)^2",
    "1/(a - i*w0)^2",
    "a > 0",
  ],
  [
    "SS, Fourier transform",
    "integrate(exp(-i*w0*t), t, -c, c)",
    "2*sin(w0*c)/w0",
    "2*cos(w0*c)/w0",
    "w0 > 0",
    "c > 0",
  ],
  [
    "SS, z-transform",
    "sum(a^n*z^(-n), n, 0, Infinity)",
    "z/(z - a)",
    "a/(z - a)",
    "abs(a) < abs(z)",
  ],
  [
    "SS, discrete Fourier transform",
    "sum(exp(2*pi*i*k*n/N)*exp(-2*pi*i*l*n/N), n, 0, N - 1)",
    "0",
    "N",
    "N integer >= 2",
    "l integer >= 0",
    "k integer",
    "l < k",
    "k < N",
  ],
  [
    "SS, discrete Fourier transform",
    "sum(exp(2*pi*i*k*n/N)*exp(-2*pi*i*k*n/N), n, 0, N - 1)",
    "N",
    "0",
    "N integer >= 2",
    "k integer",
  ],
  [
    "SS, Fourier series",
    "integrate(exp(i*k*t)*exp(-i*l*t), t, 0, 2*pi)",
    "0",
    "2*pi",
    "k integer",
    "l integer",
    "k != l",
  ],
];

for (const [reference, left, right, slip, ...more] of facts) {
  test(`${reference}: ${left} is ${right}, and is not ${slip}`, () => {
    const graded = (rhs: string) => {
      const claim = { ...claimOf(`${left} = ${rhs}`, [...all, ...more]), id: "fact" };
      const { grade, reason, conditions } = gradeClaim(claim, () => 0);
      const open = conditions.filter(({ metBy }) => metBy === undefined).map(({ text }) => text);
      return `${grade}: ${reason ?? open.join(", ")}`;
    };
    assert.match(graded(right), /^proved/);
    // An integral whose value is told at no point refutes nothing.
    assert.match(graded(slip), left.startsWith("sum(a^n") ? /^(?:refuted|unknown)/ : /^refuted/);
  });
}

test.run();
