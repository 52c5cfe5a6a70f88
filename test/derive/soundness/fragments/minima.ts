import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** A function with one minimum, and where to look for it. */
interface Valley {
  text: string;
  of(x: number): number;
  between: [number, number];
  assumptions?: string[];
}

const softplus = (x: number): number => Math.log1p(Math.exp(x));

function valley(x: string, k: number, random: Random): Valley {
  const above = { between: [1e-3, 30] as [number, number], assumptions: [`${x} > 0`] };
  const around = { between: [-30, 30] as [number, number] };
  const own: Valley[] = [
    { text: `exp(X) - ${k}*X`, of: (t) => Math.exp(t) - k * t, ...around },
    { text: `exp(X) + ${k}*X^2`, of: (t) => Math.exp(t) + k * t * t, ...around },
    { text: `X^4/${k} + exp(-X)`, of: (t) => t ** 4 / k + Math.exp(-t), ...around },
    { text: `cosh(X) - X/${k}`, of: (t) => Math.cosh(t) - t / k, ...around },
    { text: `softplus(X) - X/${k + 1}`, of: (t) => softplus(t) - t / (k + 1), ...around },
    { text: `sqrt(X^2 + 1) - X/${k + 1}`, of: (t) => Math.hypot(t, 1) - t / (k + 1), ...around },
    { text: `exp(X - ${k}) + exp(-2*X)`, of: (t) => Math.exp(t - k) + Math.exp(-2 * t), ...around },
    { text: `X*log(X)`, of: (t) => t * Math.log(t), ...above },
    { text: `X^2 - ${k}*log(X)`, of: (t) => t * t - k * Math.log(t), ...above },
    { text: `${k}/X + exp(X)`, of: (t) => k / t + Math.exp(t), ...above },
    { text: `-log(X)/X`, of: (t) => -Math.log(t) / t, ...above },
    { text: `-X*exp(-X/${k})`, of: (t) => -t * Math.exp(-t / k), ...above },
  ];
  const chosen = pick(own, random);
  // Far from the usual points, where nothing is assumed of the name.
  const shift = chosen.assumptions ? 0 : random.integer(-40, 40);
  return {
    ...chosen,
    text: chosen.text.replaceAll("X", shift ? `(${x} + ${shift})`.replace("+ -", "- ") : x),
    of: (t) => chosen.of(t + shift),
    between: chosen.between.map((end) => end - shift) as [number, number],
  };
}

/** The place of the minimum, by thirds. */
function lowest({ of, between }: Valley): number {
  let [low, high] = between;
  for (let i = 0; i < 200; i++) {
    const third = (high - low) / 3;
    if (of(low + third) < of(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

const decimal = (value: number): string => value.toFixed(10);

/** Bounds of functions a little below their minimum, which has no closed form as a rule, and a little above it. */
export const minima = rows(
  "bounds near minima",
  (random: Random): Row[] => {
    const names = random.integer(0, 1) ? ["x"] : ["x", "y"];
    const valleys = names.map((name) => valley(name, random.integer(1, 6), random));
    const places = valleys.map(lowest);
    const least = valleys.reduce((sum, { of }, i) => sum + of(places[i]), 0);
    const gap = pick([1e-1, 1e-2, 1e-3, 1e-5], random);
    const at = Object.fromEntries(
      names.map((name, i) => [name, `${Math.round(places[i] * 1e8)}/${10 ** 8}`]),
    );
    return [
      {
        lhs: decimal(least - gap),
        relation: pick(["<", "<="], random),
        rhs: valleys.map(({ text }) => text).join(" + "),
        wrong: { lhs: decimal(least + gap) },
        assumptions: valleys.flatMap(({ assumptions = [] }) => assumptions),
        at,
      },
    ];
  },
  { certain: false },
);
