import { type Random, vocabulary } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

const declared = vocabulary({ i: "imaginary unit", z: "complex", w: "complex" });

/** A whole number of Gauss, as the test computes with it. */
interface Gauss {
  a: number;
  b: number;
}
const text = ({ a, b }: Gauss): string => `(${a} + (${b})*i)`;
const product = (one: Gauss, other: Gauss): Gauss => ({
  a: one.a * other.a - one.b * other.b,
  b: one.a * other.b + one.b * other.a,
});
const gauss = (random: Random): Gauss => ({
  a: random.integer(-4, 4),
  b: random.integer(1, 5) * pick([1, -1], random),
});

/** Claims about complex numbers: arithmetic that the test carries out, moduli, Euler, roots of unity, transforms. */
export const complexNumbers = rows("complex numbers", (random: Random): Row[] => {
  const [p, q] = [gauss(random), gauss(random)];
  const [n, k] = [random.integer(3, 7), random.integer(2, 5)];
  const [z, w] = pick(
    [
      ["z", "w"],
      ["w", "z"],
      ["(z + 1)", "w"],
      ["z", `(w - ${k}*i)`],
    ],
    random,
  );
  const pq = product(p, q);
  const row = (lhs: string, rhs: string, wrong: Row["wrong"], ...more: string[]): Row => ({
    lhs,
    rhs,
    wrong,
    assumptions: [...declared, ...more],
  });
  const turned = { a: -p.b, b: p.a };
  const cube = product(p, product(p, p));
  const size = p.a ** 2 + p.b ** 2;
  return [
    row(`${text(p)}*${text(q)}`, text(pq), text({ a: pq.a, b: pq.b + 1 })),
    row(`i*${text(p)}`, text(turned), text({ a: turned.a + 1, b: turned.b })),
    row(`${text(p)}^3`, text(cube), text({ a: cube.a, b: -cube.b - 1 })),
    row(`1/${text(p)}`, `conj(${text(p)})/${size}`, `${text(p)}/${size}`),
    row(`abs(${text(p)})^2`, `${size}`, `${size + 1}`),
    row(
      `(z - ${text(p)})*(z - ${text(q)})`,
      `z^2 - ${text({ a: p.a + q.a, b: p.b + q.b })}*z + ${text(pq)}`,
      `z^2 + ${text({ a: pq.a + 1, b: pq.b })} - ${text({ a: p.a + q.a, b: p.b + q.b })}*z`,
    ),
    row(
      `abs(${z}*${w})`,
      `abs(${z})*abs(${w})`,
      `abs(${z}) + abs(${w}) + ${k}`,
      "abs(z) = 1",
      "abs(w) = 1",
    ),
    row(`conj(${z}*${w})`, `conj(${z})*conj(${w})`, `conj(${z})*conj(${w}) + ${k}*i`),
    row(`abs(${z})^2`, `${z}*conj(${z})`, `${z}*conj(${z}) + ${k}`),
    row(
      `re(${z}*${w})`,
      `re(${z})*re(${w}) - im(${z})*im(${w})`,
      `re(${z})*re(${w}) + im(${z})*im(${w})`,
    ),
    row(
      `abs(${z} + ${w})^2`,
      `abs(${z})^2 + 2*re(${z}*conj(${w})) + abs(${w})^2`,
      `abs(${z})^2 + 2*re(${z}*conj(${w})) - abs(${w})^2`,
    ),
    row(`exp(${k}*i*t)`, `cos(${k}*t) + i*sin(${k}*t)`, `cos(${k}*t) - i*sin(${k}*t)`),
    row(
      `(cos(t) + i*sin(t))^${k}`,
      `cos(${k}*t) + i*sin(${k}*t)`,
      `cos(${k + 1}*t) + i*sin(${k}*t)`,
    ),
    row(`exp(${z} + ${w})`, `exp(${z})*exp(${w})`, `exp(${z})*exp(${w}) + 1`),
    row(
      `abs(exp(${k}*${z}))`,
      `exp(${k}*re(${z}))`,
      `exp(${k + 1}*re(${z})) + 1`,
      "re(z) > 0",
      "re(w) > 0",
    ),
    row(
      `sin(${z} + ${w})`,
      `sin(${z})*cos(${w}) + cos(${z})*sin(${w})`,
      `sin(${z})*cos(${w}) - cos(${z})*sin(${w})`,
    ),
    row(`sum(exp(2*pi*i*j/${n}), j, 0, ${n - 1})`, "0", "1"),
    row(`sum(exp(2*pi*i*${k}*j/N), j, 0, N - 1)`, "0", "1", "N integer >= 6"),
    row(`prod(x - exp(2*pi*i*j/${n}), j, 0, ${n - 1})`, `x^${n} - 1`, `x^${n} + 1`),
    row(
      `sum(z^j, j, 0, n)`,
      "(1 - z^(n + 1))/(1 - z)",
      "(1 - z^n)/(1 - z)",
      "n integer >= 1",
      "abs(z) < 1",
      "z != 0",
    ),
    row(
      `integrate(exp(-${k}*t)*exp(-i*x*t), t, 0, Infinity)`,
      `1/(${k} + i*x)`,
      `1/(${k + 1} + i*x)`,
    ),
    row(
      `integrate(exp(-i*x*t), t, -${k}, ${k})`,
      `2*sin(${k}*x)/x`,
      `2*sin(${k}*x)/x + 1`,
      "x > 0",
    ),
    row(
      `D(exp((${k} + i*x)*t), t)`,
      `(${k} + i*x)*exp((${k} + i*x)*t)`,
      `(${k} - i*x)*exp((${k} + i*x)*t)`,
      "x > 0",
    ),
    row(`1/z`, "conj(z)", `${k}*conj(z)`, "abs(z) = 1"),
    // What holds on one branch alone is true for real numbers that are positive.
    row(
      "log(x*y)",
      "log(x) + log(y)",
      { lhs: "log(z*w)", rhs: "log(z) + log(w) + 1" },
      "x > 0",
      "y > 0",
    ),
    { ...row(`0`, `z*conj(z) + i - i`, `-z*conj(z) - 1`), relation: "<=" },
  ];
});
