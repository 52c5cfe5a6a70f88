import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Planted, type Row, rows, templates } from "./fragment.js";

type Pair = [string, string];

/** Identities of the real cube root, and what holds of it above 0 alone. */
export const cubeRoots = templates(
  "cube roots",
  (random: Random) => {
    const a = random.integer(2, 9);
    const u = pick(["x", `(x - ${a})`, "(x - y)", `(${a}*x + 1)`, "(x*y)"], random);
    const minus = u === "(x - y)" ? "(y - x)" : `(-${u})`;
    const [identities, slips]: [Pair[], Pair[]] = [
      [
        [`cbrt(${u})^3`, u],
        [`cbrt(${minus})`, `-cbrt(${u})`],
        [`cbrt(${a ** 3}*${u})`, `${a}*cbrt(${u})`],
        [`cbrt(-${a ** 3})`, `-${a}`],
        [`cbrt(${u}^2)`, `cbrt(${u})^2`],
        [`cbrt(${u}^4)`, `${u}*cbrt(${u})`],
        [`sqrt(cbrt(${u})^2)`, `abs(cbrt(${u}))`],
        [`cbrt(abs(${u}))`, `abs(cbrt(${u}))`],
        [`integrate(cbrt(x), x, -${a ** 3}, ${a ** 3})`, "0"],
      ],
      [
        [`cbrt(${u})^3`, `abs(${u})`],
        [`cbrt(${minus})`, `cbrt(${u})`],
        [`cbrt(${a ** 3}*${u})`, `${a + 1}*cbrt(${u})`],
        [`cbrt(-${a ** 3})`, `${a}`],
        [`cbrt(${u}^2)`, `cbrt(${u})`],
        [`cbrt(${u}^4)`, `abs(${u}*cbrt(${u})) + 1`],
        [`sqrt(cbrt(${u})^2)`, `cbrt(${u})`],
        [`cbrt(abs(${u}))`, `cbrt(${u})`],
        [`integrate(cbrt(x), x, -${a ** 3}, 0)`, `${a}^4*3/4`],
      ],
    ];
    const [i, c] = [random.integer(0, identities.length - 1), random.integer(1, 4)];
    const claim = ([lhs, rhs]: Pair) => ({
      lhs: `${c}*(${lhs}) + z`,
      rhs: `z + ${c}*(${rhs})`,
      assumptions: [],
    });
    const slip: Planted = { ...claim(slips[i]), slip: "sign" };
    return { holds: claim(identities[i]), slips: [slip] };
  },
  { certain: true },
);

const fraction = (n: number, d: number): string => (n % d ? `${n}/${d}` : `${n / d}`);

/** Equations and inequalities between cube roots with all their solutions, and with one changed or left out. */
export const cubeRootEquations = rows(
  "equations between cube roots",
  (random: Random): Row[] => {
    const [k, a, b] = [random.integer(-4, 4) || 5, random.integer(1, 4), random.integer(-5, 5)];
    const [c, d] = [a + random.integer(1, 3), random.integer(-5, 5)];
    const [cube, positive] = [k ** 3, Math.abs(k)];
    const root = fraction(cube - b, a);
    const meeting = fraction(b - d, c - a);
    const both = (lhs: string, rhs: string, wrong: string, at: Record<string, string>): Row => ({
      lhs,
      relation: "<=>",
      rhs,
      wrong,
      at,
    });
    return [
      both(`cbrt(${a}*x + ${b}) = ${k}`, `x = ${root}`, `x = ${fraction(cube - b + 1, a)}`, {
        x: root,
      }),
      both(`cbrt(x) = ${k}`, `x = ${cube}`, `x = ${-cube}`, { x: `${cube}` }),
      both(
        `cbrt(${a}*x + ${b}) = cbrt(${c}*x + ${d})`,
        `x = ${meeting}`,
        `x = ${fraction(b - d + 1, c - a)}`,
        { x: meeting },
      ),
      both(`cbrt(x)^2 = ${k * k}`, `x = ${cube} or x = ${-cube}`, `x = ${cube}`, { x: `${-cube}` }),
      both(`cbrt(x) < ${k}`, `x < ${cube}`, `x <= ${cube}`, { x: `${cube}` }),
      both(`cbrt(x - ${positive}) >= 0`, `x >= ${positive}`, "x >= 0", { x: "0" }),
      both("cbrt(x) <= cbrt(y)", "x <= y", "x^2 <= y^2", { x: "-2", y: "1" }),
      both("cbrt(x) + cbrt(y) = 0", "x = -y", "x = y", { x: "1", y: "-1" }),
      both("cbrt(x*y) = 0", "x = 0 or y = 0", "x = 0", { x: "1", y: "0" }),
      both(`cbrt(x) = ${a}*y`, `x = ${a ** 3}*y^3`, `x = ${a ** 3 + 1}*y^3`, {
        x: `${a ** 3}`,
        y: "1",
      }),
      both("cbrt(x) = x", "x = 0 or x = 1 or x = -1", "x = 0 or x = 1", { x: "-1" }),
      {
        ...both(`x = ${cube}`, `cbrt(x) = ${k}`, `cbrt(x) = ${-k}`, { x: `${cube}` }),
        relation: "=>",
      },
      {
        ...both("cbrt(x) = cbrt(y)", `x + z = y + z`, `x^2 = y`, { x: "2", y: "2", z: "0" }),
        relation: "=>",
      },
    ];
  },
  { certain: false },
);
