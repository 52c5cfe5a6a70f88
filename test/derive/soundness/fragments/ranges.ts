import type { Random } from "../../../../src/index.js";
import type { Claim } from "../../oracle/truth.js";
import { pick } from "../rewrite.js";
import { type Planted, templates } from "./fragment.js";

const slip = (claim: Claim, kind: Planted["slip"], change: Partial<Claim>): Planted => ({
  ...claim,
  ...change,
  slip: kind,
});
const equation = (lhs: string, rhs: string, assumptions: string[] = []): Claim => ({
  lhs,
  rhs,
  assumptions,
});

/** A delta picks its term from a range that begins anywhere, or from none. */
const deltas = templates(
  "deltas in any range",
  (random: Random) => {
    const [lo, place] = [random.integer(-4, 3), random.integer(-5, 6)];
    const hi = lo + random.integer(-1, 6);
    const [a, b] = [random.integer(1, 5), random.integer(-3, 3)];
    const inside = lo <= place && place <= hi;
    if (random.integer(0, 1)) {
      const value = inside ? a * place * place + b : 0;
      const sum = `sum(delta(k, ${place})*(${a}*k^2 + ${b})*c, k, ${lo}, ${hi})`;
      const holds = equation(sum, `${value}*c`);
      return {
        holds,
        slips: [
          slip(holds, "coefficient", { rhs: `${value + 1}*c` }),
          slip(holds, "coefficient", { rhs: `${value === 0 ? a * place * place + b || 1 : 0}*c` }),
        ],
      };
    }
    const assumptions = ["n integer", "m integer", `m >= ${lo}`, "m <= n"];
    const sum = `sum(delta(${pick(["k, m", "m, k"], random)})*x[k]^${a}, k, ${lo}, n)`;
    const holds = equation(sum, `x[m]^${a}`, assumptions);
    return {
      holds,
      slips: [
        slip(holds, "index", { rhs: "0" }),
        slip(holds, "index", { rhs: `x[m]^${a} + x[${lo}]^${a}` }),
        slip(holds, "limit", { assumptions: assumptions.slice(0, 3).concat("n >= m - 2") }),
      ],
    };
  },
  { certain: true },
);

/** What has a value in a range and none, or not everywhere, outside of it or in another: each has its own condition. */
const scopes = templates("parts in several ranges", (random: Random) => {
  const [body, one] = pick(
    [
      ["x/x", "1"],
      ["sqrt(x)^2", "x"],
      ["exp(log(x))", "x"],
      ["x^2/x", "x"],
    ],
    random,
  );
  const [count, c] = [random.integer(2, 5), random.integer(2, 7)];
  const total = one === "1" ? `${count}` : `${(count * (count + 1)) / 2}`;
  const within = `sum(${body}, x, 1, ${count})`;
  const parts = [within, `${c}*${body}`];
  if (random.integer(0, 1)) parts.reverse();
  const holds = equation(parts.join(" + "), `${total} + ${c}*${one}`);
  return {
    holds,
    slips: [
      slip(holds, "coefficient", { rhs: `${total} + ${c + 1}*${one}` }),
      slip(holds, "limit", { lhs: parts.join(" + ").replace(`, ${count})`, `, ${count + 1})`) }),
    ],
  };
});

/** A closed form goes on between the integers, where the sum itself has no value. */
const bounds = templates(
  "bounds that are integers",
  (random: Random) => {
    const [from, count, k] = [random.integer(-3, 3), random.integer(1, 4), random.integer(1, 5)];
    const whole = Array.from({ length: count + 1 }, (_, i) => from + i).reduce((s, v) => s + v, 0);
    const form = (start: string) => `${k}*(${count + 1}*(${start}) + ${whole})`;
    const sum = (start: string) =>
      `sum(${k}*floor(j), j, ${start} + ${from}, ${start} + ${from + count})`;
    const holds = equation(sum("a"), form("a"), ["a integer"]);
    const half = `${2 * random.integer(-3, 3) + 1}/2`;
    return {
      holds,
      slips: [
        slip(holds, "coefficient", { rhs: `${form("a")} + 1` }),
        slip(holds, "limit", { lhs: sum(half), rhs: form(half) }),
      ],
    };
  },
  { certain: true },
);

/** A fact about one entry is none about all. */
const entries = templates(
  "facts about entries",
  (random: Random) => {
    const [every, bound] = [pick(["n", "i", "k"], random), pick(["j", "n", "m"], random)];
    const long = `N integer >= ${random.integer(3, 5)}`;
    const power = random.integer(1, 3);
    const fact = pick([">", ">="], random);
    const holds = pick(
      [
        equation(
          `sum(abs(x[${bound}]^${power}), ${bound}, 1, N)`,
          `sum(x[${bound}]^${power}, ${bound}, 1, N)`,
          [long, `x[${every}] ${fact} 0`],
        ),
        equation(`sqrt(x[2]^2) + ${power}*abs(x[N])`, `x[2] + ${power}*x[N]`, [
          long,
          `x[${every}] ${fact} 0`,
        ]),
        equation(`abs(x[p]) + abs(x[${power}])`, `x[p] + x[${power}]`, [`x[${every}] ${fact} 0`]),
      ],
      random,
    );
    const [first] = holds.assumptions;
    const others = holds.assumptions.slice(0, -1);
    const odd = power === 2 ? 1 : power;
    const side = (text: string) => text.replaceAll(`^${power}`, `^${odd}`);
    const specific = first.startsWith("N")
      ? ["x[N] >= 0", "x[1] > 0"].map((text) => [...others, text])
      : [["q integer >= 9", "x[q] > 0"], ["x[p] > 0"]];
    return {
      holds,
      slips: specific.map((assumptions) =>
        slip(holds, "condition", { lhs: side(holds.lhs), rhs: side(holds.rhs), assumptions }),
      ),
    };
  },
  { certain: true },
);

export const ranges = [deltas, scopes, bounds, entries];
