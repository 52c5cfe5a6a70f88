import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const paren = (k: number) => (k < 0 ? `(${k})` : `${k}`);

/** Sums of squares, multiplied out in part, that are 0 at one place alone, or nowhere. */
function squares(random: Random): Row[] {
  const [p, q, r] = [0, 0, 0].map(() => random.integer(-4, 4));
  const [a, b, c] = [0, 0, 0].map(() => random.integer(1, 5));
  const at = { x: `${p}`, y: `${q}`, z: `${r}` };
  const [x, y, z] = [`(x - ${paren(p)})`, `(y - ${paren(q)})`, `(z - ${paren(r)})`];
  const e = `1/10^${random.integer(1, 9)}`;
  const row = (lhs: string, rhs: string, wrong: Row["wrong"], more: Partial<Row> = {}): Row => ({
    lhs,
    relation: "<=",
    rhs,
    wrong,
    at,
    assumptions: [],
    ...more,
  });
  const two = { x: `${p}`, y: `${q}` };
  return [
    row(
      `${2 * a * p}*x + ${2 * b * q}*y`,
      `${a}*x^2 + ${b}*y^2 + ${a * p * p + b * q * q}`,
      { relation: "<" },
      { at: two },
    ),
    row(`2*${c}*${x}*${y}`, `${c + a}*${x}^2 + ${c + b}*${y}^2`, { relation: "<" }, { at: two }),
    row("0", `${a}*${x}^4 + ${b}*${y}^4 + ${c}*(${x} - ${y})^2`, { lhs: e }, { at: two }),
    row("x*y*z*(x + y + z)", `x^4 + y^4 + z^4 + ${a}*(x - y)^2`, `x^4 + y^4 + z^4 - ${e}`, {
      at: { x: "0", y: "0", z: "0" },
    }),
    row(`2*(${x} - ${y})*(${y} - ${z})`, `(${x} - ${y})^2 + (${y} - ${z})^2`, { relation: "<" }),
    row(
      "0",
      `${a}*(x^2 - ${b})^2 + ${c}*(y - x)^2 + ${e}`,
      `-${a}*(x^2 - ${b * b})^2 - ${c}*(y - x)^2 - ${e}`,
      {
        relation: "<",
        at: { x: "0", y: "0" },
      },
    ),
  ];
}

/** What follows from linear bounds, at a corner of which it is an equation. */
function corners(random: Random): Row[] {
  const [p, q] = [random.integer(-5, 5), random.integer(-5, 5)];
  const [a, b, c, d] = [0, 0, 0, 0].map(() => random.integer(1, 6));
  // Two bounds that meet at (p, q), and a positive combination of them.
  const first = `${a}*x + ${b}*y <= ${a * p + b * q}`;
  const second = `${c}*x - ${d}*y <= ${c * p - d * q}`;
  const [s, t] = [random.integer(1, 4), random.integer(1, 4)];
  const [u, v] = [s * a + t * c, s * b - t * d];
  const sum = `${u}*x + ${paren(v)}*y`;
  const most = u * p + v * q;
  const at = { x: `${p}`, y: `${q}` };
  const little = `${most} - 1/${random.integer(1, 10 ** 6)}`;
  return [
    {
      lhs: sum,
      relation: "<=",
      rhs: `${most}`,
      wrong: { relation: "<" },
      assumptions: [first, second],
      at,
    },
    {
      lhs: `${first} and ${second}`,
      relation: "=>",
      rhs: `${sum} <= ${most}`,
      wrong: `${sum} <= ${little}`,
      at,
    },
    {
      lhs: `x < y and y < z and z <= ${p}`,
      relation: "=>",
      rhs: `x < ${p}`,
      wrong: `x > y`,
    },
    {
      lhs: `x <= y and y <= z and z <= x + ${a}`,
      relation: "=>",
      rhs: `y - x <= ${a}`,
      wrong: `y - x < ${a}`,
    },
  ];
}

/** What needs the sign of a factor, and fails without it. */
function signs(random: Random): Row[] {
  const k = 2 * random.integer(1, 3) + 1;
  const [a, b] = [random.integer(1, 9), random.integer(1, 9)];
  return [
    { lhs: "x < y", relation: "=>", rhs: `x^${k} < y^${k}`, wrong: `x^${k - 1} < y^${k - 1}` },
    {
      lhs: "x <= y",
      relation: "=>",
      rhs: `x^3 + ${a}*x <= y^3 + ${a}*y`,
      wrong: `x^3 + ${a}*x < y^3 + ${a}*y`,
    },
    {
      lhs: `x <= y and z >= 0`,
      relation: "=>",
      rhs: `x*z <= y*z`,
      wrong: { lhs: `x <= y and z >= -${a}` },
    },
    {
      lhs: "x*y > 0 and x + y >= 0",
      relation: "=>",
      rhs: `x > 0`,
      wrong: { lhs: "x*y >= 0 and x + y >= 0" },
    },
    {
      lhs: `${a}*x^2 + ${b}*y^2 = 0`,
      relation: "=>",
      rhs: "x = y",
      wrong: { lhs: `${a}*x^2 - ${b}*y^2 = 0` },
    },
    {
      lhs: `x + y = ${2 * a}`,
      relation: "=>",
      rhs: `x*y <= ${a * a}`,
      wrong: `x*y < ${a * a}`,
    },
    {
      lhs: "x/y + y/x",
      relation: ">=",
      rhs: "2",
      wrong: { assumptions: ["x > 0"] },
      assumptions: ["x > 0", "y > 0"],
      at: { x: "1", y: "-1" },
    },
  ];
}

/** Sums over ranges of any length, by their terms or by means; fails for one length or at one place. */
function sums(random: Random): Row[] {
  const [a, k] = [random.integer(1, 5), random.integer(1, 3)];
  const assumptions = ["n integer >= 1"];
  const positive = [...assumptions, "x[i] > 0"];
  const sum = (body: string) => `sum(${body}, i, 1, n)`;
  const row = (lhs: string, rhs: string, wrong: Row["wrong"], more: Partial<Row> = {}): Row => ({
    lhs,
    relation: "<=",
    rhs,
    wrong,
    assumptions,
    ...more,
  });
  return [
    row(sum("log(x[i])"), `${sum("x[i]")} - n`, { relation: "<" }, { assumptions: positive }),
    row(`${sum(`x[i]*y[i]`)}^2`, `${sum("x[i]^2")}*${sum("y[i]^2")}`, { relation: "<" }),
    row(`${sum("x[i]")}^2`, `n*${sum("x[i]^2")}`, `${sum("x[i]^2")}`),
    row(
      `(${sum("x[i]")}/n)^${2 * k}`,
      `${sum(`x[i]^${2 * k}`)}/n`,
      `${sum(`x[i]^${2 * k}`)}/(n + 1)`,
    ),
    row(`${a}*n`, sum(`${a} + x[i]^2`), { lhs: `${a}*n + 1` }),
    row(`${sum("x[i]")}/n`, `log(${sum("exp(x[i])")}/n)`, {
      lhs: `log(${sum("exp(x[i])")}/n)`,
      rhs: `${sum("x[i]")}/n`,
    }),
  ];
}

/** Bounds of functions of one name by their series, with a coefficient that is too large. */
function series(random: Random): Row[] {
  const [a, b] = [random.integer(1, 4), random.integer(2, 5)];
  const above = ["x >= 0"];
  const row = (
    lhs: string,
    rhs: string,
    wrong: Row["wrong"],
    assumptions: string[] = above,
  ): Row => ({
    lhs,
    relation: "<=",
    rhs,
    wrong,
    assumptions,
  });
  const x = a === 1 ? "x" : `(${a}*x)`;
  return [
    row(`1 + ${x} + ${x}^2/2`, `exp(${x})`, { lhs: `1 + ${x} + ${x}^2` }),
    row(`${x} - ${x}^3/6`, `sin(${x})`, { lhs: `${x} - ${x}^3/${6 + b}` }),
    row(`1 - ${x}^2/2`, `cos(${x})`, { lhs: `1 - ${x}^2/${2 + b}` }),
    row(`log(1 + ${x})`, x, { relation: "<" }),
    row(`${x} - ${x}^2/2`, `log(1 + ${x})`, { lhs: `${x} - ${x}^2/${2 + b}` }),
    row(`atan(${x})`, x, { relation: "<" }),
    row(`1 + ${b}*${x}`, `(1 + ${x})^${b}`, { lhs: `1 + ${b + 1}*${x}` }),
    row(`tanh(${x})`, x, { assumptions: ["x >= -1"] }),
  ];
}

/** Inequalities with certificates, between sums, and of one name by its derivatives. */
export const inequalities = rows("inequalities", (random) =>
  pick([squares, corners, signs, sums, series], random)(random),
);
