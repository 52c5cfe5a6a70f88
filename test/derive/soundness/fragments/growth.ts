import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Orders of growth by quotients; the wrong side has another order, place or coefficient. */
export const growth = rows("growth by limits", (random: Random): Row[] => {
  const [a, b, p] = Array.from({ length: 3 }, () => random.integer(1, 5));
  const slow = pick(["log(n)", "sqrt(n)", "log(n)^3", "log(log(n))"], random);
  const wave = pick(["sin(n)", "cos(n^2)", "(-1)^n", "n - floor(n)"], random);
  const near = { assumptions: ["x -> 0"] };
  const from = pick(["x -> 0 above", "x -> 0 below", "x -> 0"], random);
  return [
    {
      lhs: `${a}*n^${p + 1} + ${b}*n^${p}`,
      relation: "=",
      rhs: `Theta(n^${p + 1})`,
      wrong: `Theta(n^${p})`,
    },
    { lhs: `${a}*n^${p}*${slow}`, rhs: `o(n^${p + 1})`, wrong: { lhs: `n^${p + 1}*${slow}` } },
    { lhs: `n^${p}*${slow}`, relation: "O", rhs: `n^${p + 1}`, wrong: `n^${p}` },
    { lhs: `${a}*n^${p} + n`, rhs: "Omega(n)", wrong: `Omega(n^${p + 1})` },
    { lhs: `n*(${a + 1} + ${wave})`, rhs: "Theta(n)", wrong: "Theta(n^2)" },
    { lhs: `sqrt(n^2 + ${a}*n)`, relation: "~", rhs: "n", wrong: `${b + 1}*n` },
    { lhs: `log(n^${p} + ${a})`, relation: "~", rhs: `${p}*log(n)`, wrong: `${p + 1}*log(n)` },
    { lhs: `exp(${a}*x) - 1`, relation: "~", rhs: `${a}*x`, wrong: `${a + 1}*x`, ...near },
    { lhs: `1 - cos(${a}*x)`, relation: "O", rhs: "x^2", wrong: "x^3", ...near },
    { lhs: `sin(${a}*x) - ${a}*x`, rhs: "o(x^2)", wrong: "o(x^3)", assumptions: [from] },
    {
      lhs: `x^${p + 1}`,
      relation: "O",
      rhs: `x^${p}`,
      wrong: { assumptions: ["x -> Infinity"] },
      ...near,
    },
    {
      lhs: "n^c",
      rhs: "o(n^d)",
      wrong: { assumptions: ["n -> Infinity", "c > d"] },
      assumptions: ["n -> Infinity", "c < d"],
    },
    { lhs: `${a}*n*m`, relation: "O", rhs: "n^2 + m^2", wrong: "n + m" },
    { lhs: "factorial(n)", rhs: `Omega(${a}^n)`, wrong: "Omega(n^n)" },
  ].map((row) => ({ relation: "=", ...row }));
});
