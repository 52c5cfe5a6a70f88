import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Means, variances and covariances: what follows from what is declared, and what is true of some distributions only. */
export const randomVariables = rows("random variables", (random: Random): Row[] => {
  const [k, c] = [random.integer(2, 5), random.integer(2, 9)];
  const [X, Y, Z] = pick(
    [
      ["X", "Y", "Z"],
      ["U", "V", "W"],
      ["Y", "X", "T"],
    ],
    random,
  );
  const any = [`${X} random variable`, `${Y} random variable`];
  const apart = [`${X}, ${Y} independent`];
  const sample = [`${X}[i] iid`, "n integer >= 2"];
  const mean = `1/n*sum(${X}[i], i, 1, n)`;
  return [
    {
      lhs: `E(${k}*${X} - ${c}*${Y} + a)`,
      rhs: `${k}*E(${X}) - ${c}*E(${Y}) + a`,
      wrong: `${k}*E(${X}) + ${c}*E(${Y}) + a`,
      assumptions: any,
    },
    {
      lhs: `Var(${k}*${X} + ${c})`,
      rhs: `${k * k}*Var(${X})`,
      wrong: `${k}*Var(${X})`,
      assumptions: any,
    },
    {
      lhs: `Var(${k}*${X} - ${c}*${Y})`,
      rhs: `${k * k}*Var(${X}) + ${c * c}*Var(${Y}) - ${2 * k * c}*Cov(${X}, ${Y})`,
      wrong: `${k * k}*Var(${X}) + ${c * c}*Var(${Y})`,
      assumptions: any,
    },
    {
      lhs: `Var(${k}*${X} - ${c}*${Y})`,
      rhs: `${k * k}*Var(${X}) + ${c * c}*Var(${Y})`,
      wrong: { assumptions: any },
      assumptions: apart,
    },
    {
      lhs: `E(${X}^${k}*${Y})`,
      rhs: `E(${X}^${k})*E(${Y})`,
      wrong: { assumptions: [`${X}, ${Y} uncorrelated`] },
      assumptions: apart,
    },
    {
      lhs: `Cov(${X} + ${c}*${Y}, ${Y})`,
      rhs: `${c}*Var(${Y})`,
      wrong: `${c + 1}*Var(${Y})`,
      assumptions: [`${X}, ${Y} uncorrelated`],
    },
    {
      lhs: `E(${X}*${Y}*${Z})`,
      rhs: `E(${X})*E(${Y})*E(${Z})`,
      wrong: { assumptions: [`${X}, ${Y} independent`, `${Z} random variable`] },
      assumptions: [`${X}, ${Y}, ${Z} independent`],
    },
    {
      lhs: `E(${X})^2`,
      relation: "<=",
      rhs: `E(${X}^2)`,
      wrong: { lhs: `E(${X}^2)`, rhs: `E(${X})^2` },
      assumptions: any,
    },
    {
      lhs: `Var(${mean})`,
      rhs: `Var(${X}[1])/n`,
      wrong: `Var(${X}[1])/(n + ${c})`,
      assumptions: sample,
    },
    {
      lhs: `E(sum((${X}[i] - ${mean.replaceAll("i", "j")})^2, i, 1, n))`,
      rhs: `(n - 1)*Var(${X}[1])`,
      wrong: `n*Var(${X}[1])`,
      assumptions: sample,
    },
    {
      lhs: `Cov(${X}[1], ${mean})`,
      rhs: `Var(${X}[1])/n`,
      wrong: "0",
      assumptions: sample,
    },
    {
      lhs: `Var(sum(w[i]*${X}[i], i, 1, n))`,
      rhs: `sum(w[i]^2*Var(${X}[i]), i, 1, n)`,
      wrong: { assumptions: [`${X}[i] random variable`, "n integer >= 2"] },
      assumptions: [`${X}[i] independent`, "n integer >= 2"],
    },
    {
      lhs: `E(${Y}^${k}*E(${X} | ${Y}))`,
      rhs: `E(${X}*${Y}^${k})`,
      wrong: `E(${X})*E(${Y}^${k})`,
      assumptions: any,
    },
    {
      lhs: "H(p, q)",
      rhs: "H(p) + KL(p || q)",
      wrong: `H(p) + ${k}*KL(p || q)`,
      assumptions: ["p weights from 1 to n", "q weights from 1 to n"],
    },
    {
      lhs: `Var(${X}, given(${Y}))`,
      rhs: `Var(${X}) - Cov(${X}, ${Y})^2/Var(${Y})`,
      wrong: `Var(${X}) - Cov(${X}, ${Y})^${k + 1}/Var(${Y})`,
      assumptions: [`${X}, ${Y} jointly normal`],
    },
    {
      lhs: `Var(${k}*${X} + ${c})`,
      rhs: `${k * k}*a*b/((a + b)^2*(a + b + 1))`,
      wrong: `${k}*a*b/((a + b)^2*(a + b + 1))`,
      assumptions: [`${X} ~ Beta(a, b)`],
    },
    {
      lhs: `E((${X} - a)*(${X} - ${c}))`,
      rhs: "a",
      wrong: `a + ${c}`,
      assumptions: [`${X} ~ Poisson(a)`],
    },
    {
      lhs: `E((${X} - mu)^2)`,
      rhs: `s + (mu - ${c})^2`,
      wrong: `s + mu - ${c}`,
      assumptions: [`${X} random variable`, `E(${X}) = ${c}`, `Var(${X}) = s`],
    },
  ];
});
