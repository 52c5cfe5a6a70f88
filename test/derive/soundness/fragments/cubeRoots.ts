import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Planted, templates } from "./fragment.js";

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
