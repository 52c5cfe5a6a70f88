import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";
import { little, paren, place, weightOf } from "./nearby.js";

/** Makes inequalities that fail at one place once they are changed, unless told to fail at another. */
const atMostWith =
  (at: Row["at"]) =>
  (lhs: string, rhs: string, wrong: Row["wrong"], more: Partial<Row> = {}): Row => ({
    lhs,
    relation: "<=",
    rhs,
    wrong,
    at,
    ...more,
  });

/** Inequalities that touch or nearly touch at one place, and that fail there alone once they ask for a little more. */
export const touching = rows(
  "inequalities that nearly hold",
  (random: Random): Row[] => {
    const p = place(random);
    const { e } = little(random);
    const [w, k] = [weightOf("x", random), random.integer(1, 9)];
    const square = `(x - ${paren(p)})^2`;
    const step = `x - ${paren(p)}`;
    const above = ["x > 0"];
    const q = random.integer(2, 60);
    const at = { x: p };
    const least = atMostWith(at);
    return [
      least("0", `${square}*${w}`, { relation: "<" }),
      least("0", `${square}*${w}`, `(${square} - ${e})*${w}`),
      least(w, `${w} + ${square}/${k}`, `${w} + ${square}/${k} - ${e}`),
      least(`1 + ${step}`, `exp(${step})`, { lhs: `1 + ${step} + ${e}` }),
      least(
        `exp(${k})*(1 + x - ${k})`,
        "exp(x)",
        { lhs: `exp(${k})*(1 + x - ${k}) + ${e}` },
        { at: { x: `${k}` } },
      ),
      least(
        `log(x/${q})`,
        `x/${q} - 1`,
        { lhs: `log(x/${q}) + ${e}` },
        { assumptions: above, at: { x: `${q}` } },
      ),
      least(
        `${2 * q}`,
        `x + ${q * q}/x`,
        { relation: "<" },
        { assumptions: above, at: { x: `${q}` } },
      ),
      least(
        "sqrt(x)",
        `(x + ${q * q})/${2 * q}`,
        { lhs: `sqrt(x) + ${e}` },
        { assumptions: ["x >= 0"], at: { x: `${q * q}` } },
      ),
      least(`sigmoid(${step})*(1 - sigmoid(${step}))`, "1/4", `1/4 - ${e}`),
      least(
        `x^${k}`,
        `${k ** k}*exp(x - ${k})`,
        { relation: "<" },
        { assumptions: ["x >= 0"], at: { x: `${k}` } },
      ),
      least("0", `abs(${step})*${w}`, { relation: "<" }),
      least(`${k}`, `abs(${step}) + abs(${step} - ${k})`, { lhs: `${k} + ${e}` }),
      least("0", `relu(${step}) + relu(-(${step}))`, { lhs: e }),
      least("1", `cosh(${step})`, { relation: "<" }),
    ];
  },
  { certain: false },
);

/** The same in two names: along a line, and at one point of the plane. */
export const inThePlane = rows(
  "claims in two names that nearly hold",
  (random: Random): Row[] => {
    const [p, q, { e }] = [place(random), place(random), little(random)];
    const [w, k] = [weightOf(pick(["x", "y"], random), random), random.integer(1, 9)];
    const [dx, dy] = [`(x - ${paren(p)})`, `(y - ${paren(q)})`];
    const line = `(x - ${k}*y)`;
    const at = { x: p, y: q };
    const on = { x: `${3 * k}`, y: "3" };
    const one = { x: "1", y: "1" };
    const both = ["x > 0", "y > 0"];
    const row = atMostWith(at);
    return [
      row("0", `${line}^2*${w}`, { relation: "<" }, { at: on }),
      row("0", `${line}^2*${w}`, `(${line}^2 - ${e})*${w}`, { at: on }),
      row("0", `(${dx}^2 + ${dy}^2)*${w}`, { relation: "<" }),
      row("0", `(${dx}^2 + ${dy}^2)*${w}`, `(${dx}^2 + ${dy}^2 - ${e})*${w}`),
      row("0", `abs(${dx}) + abs(${dy})`, { lhs: e }),
      row(`1 + ${dx}*${dy}`, `exp(${dx}*${dy})`, { lhs: `1 + ${dx}*${dy} + ${e}` }),
      row(`1 + ${line}`, `exp(${line})`, { relation: "<" }, { at: on }),
      row("2*sqrt(x*y)", "x + y", { lhs: `2*sqrt(x*y) + ${e}` }, { assumptions: both, at: one }),
      row(
        "log(x) - log(y)",
        "x/y - 1",
        { lhs: `log(x) - log(y) + ${e}` },
        { assumptions: both, at: one },
      ),
      row("(x + y)/2", "max(x, y)", { relation: "<" }, { at: one }),
      row("1", `cosh(${line})`, { lhs: `1 + ${e}` }, { at: on }),
      {
        lhs: `floor(1/(2 + ${line}^2))`,
        rhs: "0",
        wrong: { lhs: `floor(1/(1 + ${line}^2))` },
        at: on,
      },
      {
        lhs: `relu(-${e} - abs(${dx}) - abs(${dy}))`,
        rhs: "0",
        wrong: { lhs: `relu(${e} - abs(${dx}) - abs(${dy}))` },
        at,
      },
      {
        lhs: `max(x, y + ${k})`,
        rhs: `max(x - ${k}, y) + ${k}`,
        wrong: { rhs: `y + ${k}` },
        assumptions: ["y > 9"],
        at: { x: "90", y: "10" },
      },
    ];
  },
  { certain: false },
);
