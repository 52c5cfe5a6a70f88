import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { graded } from "./derivations.js";
import { type Row, rows } from "./fragment.js";

const latex = String.raw;

/** Steps as notes print them, each construct of LaTeX that has a meaning of its own; a misreading would change the truth. */
export const latexSteps = rows(
  "steps in LaTeX",
  (random: Random): Row[] => {
    const [a, k] = [random.integer(2, 9), random.integer(2, 5)];
    const x = pick(["x", "y", latex`\alpha`, "x_1", latex`\hat{y}`], random);
    const above = ["x > 0"];
    const long = ["n integer >= 1"];
    return [
      { lhs: latex`\sqrt{${x}^2}`, rhs: latex`\left|${x}\right|`, wrong: x },
      { lhs: latex`\sqrt[3]{${x}^3}`, rhs: x, wrong: latex`|${x}|` },
      {
        lhs: latex`\frac{${x}+${a}}{${k}}`,
        rhs: latex`\tfrac{1}{${k}} (${x} + ${a})`,
        wrong: latex`${x} + \frac{${a}}{${k}}`,
      },
      { lhs: latex`${x}^{${k}} ${x}`, rhs: latex`${x}^{${k + 1}}`, wrong: latex`${x}^${k}` },
      {
        lhs: latex`e^{${x} + ${a}}`,
        rhs: latex`e^{${a}} \exp(${x})`,
        wrong: latex`e^{${x}} + e^{${a}}`,
      },
      {
        lhs: latex`\log_2 (${2 ** k} x)`,
        rhs: latex`${k} + \log_2 x`,
        wrong: latex`${k} \log_2 x`,
        assumptions: above,
      },
      {
        lhs: latex`\ln x^${k}`,
        rhs: latex`${k} \ln x`,
        wrong: latex`(\ln x)^${k}`,
        assumptions: above,
      },
      { lhs: latex`\max(${x}, z) + \min(${x}, z)`, rhs: latex`${x} + z`, wrong: latex`${x} - z` },
      {
        lhs: latex`\binom{n}{2}`,
        rhs: latex`\frac{n(n-1)}{2}`,
        wrong: latex`\frac{n(n+1)}{2}`,
        assumptions: long,
      },
      {
        lhs: latex`(n+1)!`,
        rhs: latex`(n+1) \cdot n!`,
        wrong: latex`n \cdot n!`,
        assumptions: long,
      },
      {
        lhs: latex`\lfloor ${x} + ${a} \rfloor`,
        rhs: latex`\lfloor ${x} \rfloor + ${a}`,
        wrong: latex`\lceil ${x} \rceil + ${a}`,
      },
      {
        lhs: latex`\int_0^{${a}} x^{${k}} \, dx`,
        rhs: latex`\frac{${a}^{${k + 1}}}{${k + 1}}`,
        wrong: latex`${k} \cdot ${a}^{${k - 1}} + ${a}^{${k + 1}}`,
      },
      {
        lhs: latex`\frac{d}{dx} x^{${k}}`,
        rhs: latex`${k} x^{${k - 1}}`,
        wrong: latex`x^{${k - 1}}`,
      },
      {
        lhs: latex`\frac{d}{dx} (x^2 y)`,
        rhs: latex`2 x y + x^2 \frac{dy}{dx}`,
        wrong: latex`2 x \frac{dy}{dx}`,
      },
      {
        lhs: latex`\frac{\partial L}{\partial w}`,
        rhs: latex`\frac{\partial L}{\partial z} \frac{\partial z}{\partial w}`,
        wrong: latex`${a} \frac{\partial L}{\partial z} \frac{\partial z}{\partial w}`,
      },
      {
        lhs: latex`\sum_{i=1}^{n} i`,
        rhs: latex`\frac{n(n+1)}{2}`,
        wrong: latex`\frac{n(n-1)}{2}`,
        assumptions: long,
      },
      {
        lhs: latex`\sum_{i=1}^n (w_i + ${a})`,
        rhs: latex`\sum_{j=1}^n w_j + ${a} n`,
        wrong: latex`\sum_{j=1}^n w_j + ${a}`,
        assumptions: ["n integer >= 2"],
      },
      {
        lhs: latex`\sum_{1 \le i < j \le n} ${a}`,
        rhs: latex`${a} \frac{n(n-1)}{2}`,
        wrong: latex`${a} \frac{n(n+1)}{2}`,
        assumptions: long,
      },
      {
        lhs: latex`\sum_{0 \le i < n} ${k} i`,
        rhs: latex`${k} \frac{n(n-1)}{2}`,
        wrong: latex`${k} \frac{n(n+1)}{2}`,
        assumptions: long,
      },
      {
        lhs: latex`\prod_{i=1}^{n} ${a}`,
        rhs: latex`${a}^n`,
        wrong: latex`n^{${a}}`,
        assumptions: long,
      },
      { lhs: latex`\cosh^2(${x}) - \sinh^2(${x})`, rhs: "1", wrong: latex`\cosh(2 ${x})` },
      {
        lhs: latex`\coth(${x}) \sinh(${x})`,
        rhs: latex`\cosh(${x})`,
        wrong: latex`\sinh(${x})`,
      },
      {
        lhs: latex`\tanh(${x})`,
        rhs: latex`\frac{\sinh(${x})}{\cosh(${x})}`,
        wrong: latex`\frac{\cosh(${x})}{\sinh(${x})}`,
      },
      {
        lhs: latex`\frac{d}{dx} \sin(${k} x)`,
        rhs: latex`${k} \cos(${k} x)`,
        wrong: latex`\cos(${k} x)`,
      },
      { lhs: latex`P(A=1 \mid B=0) P(B=0)`, rhs: latex`P(A=1, B=0)`, wrong: latex`P(A=1) P(B=0)` },
      {
        lhs: `${x}^2 + ${a}`,
        relation: pick([">", latex`\gt`, latex`\ge`, latex`\geq`, latex`\geqslant`], random),
        rhs: "0",
        wrong: { lhs: `${x}^2 - ${a}` },
      },
      {
        lhs: "0",
        relation: pick(["<", latex`\lt`, latex`\le`, latex`\leq`, latex`\leqslant`], random),
        rhs: `${x}^2 + ${a}`,
        wrong: `${x}^2 - ${a}`,
      },
      { lhs: latex`\pi`, relation: latex`\approx`, rhs: "3.14", wrong: "3.15" },
      {
        lhs: `${a} x = ${a * k}`,
        relation: pick([latex`\iff`, latex`\Leftrightarrow`, latex`\Longleftrightarrow`], random),
        rhs: `x = ${k}`,
        wrong: `x = ${k + 1}`,
      },
      {
        lhs: `x ${pick([latex`\ne`, latex`\neq`], random)} ${k}`,
        relation: latex`\iff`,
        rhs: latex`${a} x \ne ${a * k}`,
        wrong: latex`${a} x \ne ${a * k + 1}`,
      },
      {
        lhs: `x = ${k}`,
        relation: pick([latex`\implies`, latex`\Rightarrow`, latex`\Longrightarrow`], random),
        rhs: `x^2 = ${k * k}`,
        wrong: `x^2 = ${k * k + 1}`,
      },
      {
        lhs: `(${x} + ${a})^2`,
        relation: latex`\equiv`,
        rhs: `${x}^2 + ${2 * a} ${x} + ${a * a}`,
        wrong: `${x}^2 + ${a * a}`,
      },
      {
        lhs: latex`z ${pick([latex`\coloneqq`, latex`\triangleq`], random)} ${k} (${x} + ${a})`,
        rhs: `${k} ${x} + ${k * a}`,
        wrong: `${k} ${x} + ${a}`,
      },
      {
        lhs: latex`\tan(${x}) + \exp(${x})`,
        rhs: latex`e^{${x}} + \tan(${x})`,
        wrong: latex`e^{${x}}`,
      },
      {
        lhs: latex`\sec^2 x`,
        rhs: latex`1 + \tan^2 x`,
        wrong: latex`1 + \cot^2 x`,
        assumptions: ["cos(x) != 0", "sin(x) != 0"],
      },
      {
        lhs: latex`\csc^2 x`,
        rhs: latex`1 + \cot^2 x`,
        wrong: latex`1 - \cot^2 x`,
        assumptions: ["cos(x) != 0", "sin(x) != 0"],
      },
      {
        lhs: latex`\arcsin x + \arccos x`,
        rhs: latex`\frac{\pi}{2}`,
        wrong: latex`\pi`,
        assumptions: ["-1 < x < 1"],
      },
      {
        lhs: latex`\arctan(${x})`,
        rhs: latex`\tan^{-1}(${x})`,
        wrong: latex`\frac{1}{\tan(${x}) + ${a}}`,
      },
      {
        lhs: latex`\log(${a} \exp(${x}))`,
        rhs: latex`${x} + \log(${a})`,
        wrong: latex`${x} \log(${a})`,
      },
    ];
  },
  {
    grade: (claim) =>
      graded(claim, (one) => {
        const { lhs, relation = "=", rhs } = claim;
        return one.chain({ tex: `${lhs} ${relation} ${rhs}` });
      }),
  },
);
