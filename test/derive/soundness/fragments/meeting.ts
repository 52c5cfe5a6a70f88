import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Claims under several conditions that some point meets, and the same where none does or the assumptions exclude one. */
export const meeting = rows("conditions that meet", (random: Random): Row[] => {
  const [k, m] = [random.integer(1, 60), random.integer(2, 5)];
  const far = pick(["1", "1/100", `${k}`], random);
  const [power, ...equal] = pick(
    [
      ["x^y*x^z", "x^(y + z)"],
      [`(x^y)^${m}`, `x^(${m}*y)`],
      [`x^(y + ${m})`, `x^${m}*x^y`],
      [`${m}*x^y - x^y`, `${m - 1}*x^y`],
    ],
    random,
  );
  const rhs = equal[0];
  const two = (other: string, value: string): Partial<Row> => ({
    lhs: `[sqrt(x)^2, ${other}]`,
    rhs: `[x, ${value}]`,
  });
  const entry = pick([`x[j]^${m}`, `${k}*x[j]`, "x[j]"], random);
  const of = (index: string) => entry.replace("j", index);
  return [
    { lhs: power, rhs, assumptions: ["x > 0"], wrong: { assumptions: [`x < -${k}`] } },
    { lhs: power, rhs, assumptions: [`x < ${k}`], wrong: { assumptions: ["x < 0"] } },
    { lhs: power, rhs, assumptions: ["x < y"], wrong: { assumptions: ["x < y", `y < -${k}`] } },
    {
      lhs: `[sqrt(x)^2, sqrt(${k} - x)^2]`,
      rhs: `[x, ${k} - x]`,
      wrong: two(`sqrt(-x - ${far})^2`, `-x - ${far}`),
    },
    {
      lhs: `[exp(log(x)), sqrt(y)^2, sqrt(${far} - x - y)^2]`,
      rhs: `[x, y, ${far} - x - y]`,
      wrong: {
        lhs: `[exp(log(x)), sqrt(y)^2, sqrt(-${far} - x - y)^2]`,
        rhs: `[x, y, -${far} - x - y]`,
      },
    },
    {
      lhs: `[sqrt(x - y)^2, sqrt(y - z)^2, sqrt(z - x + ${far})^2]`,
      rhs: `[x - y, y - z, z - x + ${far}]`,
      wrong: {
        lhs: `[sqrt(x - y)^2, sqrt(y - z)^2, sqrt(z - x - ${far})^2]`,
        rhs: `[x - y, y - z, z - x - ${far}]`,
      },
    },
    {
      lhs: `sqrt(x - ${k})^2 + sqrt(${k} + 1/${m} - x)^2`,
      rhs: `1/${m}`,
      wrong: { lhs: `sqrt(x - ${k})^2 + sqrt(${k} - 1/${m} - x)^2`, rhs: `-1/${m}` },
    },
    {
      lhs: of(`n/${m}`),
      rhs: `${of(`n/${m}`)} + 0*n`,
      wrong: { lhs: of(`n + 1/${m}`), rhs: `${of(`n + 1/${m}`)} + 0*x[n]` },
    },
    {
      lhs: of(`n/${m}`),
      rhs: `${of(`n/${m}`)} + 0*n`,
      assumptions: [`0 < n < ${m + 1}`],
      wrong: { assumptions: [`0 < n < ${m}`] },
    },
    {
      lhs: `sum(k, k, 1, n) + ${k}`,
      rhs: `n*(n + 1)/2 + ${k}`,
      assumptions: [`n < ${k}`],
      wrong: { assumptions: [`${k} < n < ${k + 1}`] },
    },
  ];
});

/** Equivalences of inequalities, and the same with a boundary on one side that is none on the other. */
export const boundaries = rows(
  "boundaries of inequalities",
  (random: Random): Row[] => {
    const k = random.integer(2, 6);
    const [strict, loose] = pick(
      [
        ["<", "<="],
        ["<=", "<"],
        [">", ">="],
        [">=", ">"],
      ],
      random,
    );
    const row = (lhs: string, rhs: string, wrong: [string, string], at: Row["at"]): Row => ({
      lhs,
      relation: "<=>",
      rhs,
      wrong: { lhs: wrong[0], rhs: wrong[1] },
      at,
    });
    const line = (lhs: string, place: string, at?: string) =>
      row(
        `${k}*x ${strict} ${k * k}`,
        `x ${strict} ${k}`,
        [`${lhs} ${strict} ${k}`, `x ${loose} ${place}`],
        {
          x: at ?? place,
        },
      );
    return [
      line("cbrt(x)", `${k ** 3}`),
      line("cbrt(x + 1)", `${k ** 3 - 1}`),
      line(`cbrt(x) + ${k}`, "0"),
      row(
        `x - y ${strict} ${k}`,
        `x ${strict} ${k} + y`,
        [`cbrt(x - y) ${strict} ${k}`, `x ${loose} ${k ** 3} + y`],
        { x: `${k ** 3 + 2}`, y: "2" },
      ),
      row(
        `x*${k} ${strict} 1 and y = 2`,
        `x ${strict} 1/${k} and y = 2`,
        [`exp(x) ${strict} 1 and y = ${k}`, `x ${loose} 0 and y = ${k}`],
        { x: "0", y: `${k}` },
      ),
      {
        ...row("x < 3", "x <= 3", [`cbrt(x) <= ${k}`, `x < ${k ** 3}`], { x: `${k ** 3}` }),
        relation: "=>",
      },
    ];
  },
  { certain: false },
);
