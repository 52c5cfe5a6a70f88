import type { Random } from "../../../../src/index.js";
import { type Row, rows } from "./fragment.js";

const paren = (k: number): string => (k < 0 ? `(${k})` : `${k}`);

/** Derivatives at a place: the derivative comes first, so that a constant put in for x has a slope nonetheless. */
export const places = rows("derivatives at places", (random: Random): Row[] => {
  const coefficients = Array.from({ length: random.integer(2, 4) }, () => random.integer(-5, 6));
  const [v, r, k] = [random.integer(-4, 5), random.integer(-4, 5), random.integer(2, 5)];
  const slope = coefficients.reduce((sum, c, i) => sum + (i ? c * i * v ** (i - 1) : 0), 0);
  const bend = coefficients.reduce(
    (sum, c, i) => sum + (i > 1 ? c * i * (i - 1) * v ** (i - 2) : 0),
    0,
  );
  const f = coefficients.map((c, i) => `${paren(c)}*x^${i}`).join(" + ");
  const at = (body: string, place: string | number, name = "x") => `at(${body}, ${name}, ${place})`;
  const side = v === r ? r + 1 : v;
  return [
    { lhs: at(`D(${f}, x)`, v), rhs: `${slope}`, wrong: `${slope + 1}` },
    { lhs: at(`D(D(${f}, x), x)`, v), rhs: `${bend}`, wrong: `${bend - 1}` },
    { lhs: at(`D(x^${k}, x)`, "b"), rhs: `${k}*b^${k - 1}`, wrong: "0" },
    { lhs: at(`D(c*x^${k}, c)`, v, "c"), rhs: `x^${k}`, wrong: `${v}*x^${k - 1}` },
    { lhs: at(`D(exp(${k}*x), x)`, "0"), rhs: `${k}`, wrong: "1" },
    { lhs: at("D(log(x), x)", k), rhs: `1/${k}`, wrong: `log(${k})` },
    { lhs: at(`D(x*exp(-x/${k}), x)`, k), rhs: "0", wrong: "exp(-1)" },
    ...smoothPowers(r, at),
    {
      lhs: at(`D(abs(x - ${paren(r)}), x)`, side),
      rhs: side > r ? "1" : "-1",
      wrong: { lhs: at(`D(abs(x - ${paren(r)}), x)`, r), rhs: "0" },
    },
    {
      lhs: at(`D(sqrt(x), x)`, k * k),
      rhs: `1/${2 * k}`,
      wrong: { lhs: at("D(sqrt(x), x)", 0), rhs: "0" },
    },
    { lhs: `${at(`x^${k}`, "y + 1")} - y`, rhs: `(y + 1)^${k} - y`, wrong: `y^${k} + 1 - y` },
  ];
});

/** Powers of functions with an edge at r, that have a slope there nonetheless. */
function smoothPowers(r: number, at: (body: string, place: number) => string): Row[] {
  const u = `(x - ${paren(r)})`;
  const slope = (body: string) => at(`D(${body}, x)`, r);
  return [
    { lhs: slope(`cbrt${u}^3`), rhs: "1", wrong: "0" },
    { lhs: slope(`x*cbrt${u}^6`), rhs: "0", wrong: "1" },
    { lhs: slope(`abs${u}*abs${u} + x`), rhs: "1", wrong: "3" },
    { lhs: slope(`exp(abs${u}^4)`), rhs: "0", wrong: "1" },
  ];
}
