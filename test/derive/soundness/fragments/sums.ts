import type { Random } from "../../../../src/index.js";
import { inverse, minus, plus, q, type Q, times } from "../../oracle/rational.js";
import { add, at, div, mul, name, node, num, pow, put, sub, type Term } from "../../oracle/term.js";
import { differentiate } from "../../oracle/differentiate.js";
import { type Names, pick, rewrite } from "../rewrite.js";
import { fractionRules, logRules, ringRules } from "../rules.js";
import { productRules, sumRules } from "../sumRules.js";
import { polynomialTerm } from "./algebra.js";
import { equations } from "./fragment.js";

const [N, M, n, c, m] = ["N", "M", "n", "c", "m"].map(name);
const free: Names = { free: ["c", "m"], positive: new Set(["w"]) };
const total = (body: Term, bound: Term = n, from: Term = num(1), to: Term = N) =>
  node("sum", body, bound, from, to);
const product = (body: Term, to: Term = N) => node("prod", body, n, num(1), to);
/** Five, so that terms can be split off without an empty range. */
const long = "N integer >= 5";

function entryTerm(random: Random): Term {
  const [x, y] = [at("x", n), at("y", n)];
  return pick(
    [
      x,
      pow(x, 2),
      mul(x, y),
      sub(x, m),
      pow(sub(x, m), 2),
      mul(c, x),
      add(mul(c, x), y),
      mul(n, x),
      div(x, num(3)),
      at("x", add(n, num(1))),
    ],
    random,
  );
}

const symbolic = equations("sums of symbolic length", (random) => {
  const lhs = random.integer(0, 2)
    ? total(entryTerm(random))
    : mul(pick([c, m, num(3)], random), total(entryTerm(random)));
  const rhs = rewrite(
    lhs,
    [...sumRules, ...sumRules, ...ringRules],
    random.integer(2, 5),
    random,
    free,
  );
  return { lhs, rhs, assumptions: [long] };
});

const nested = equations("nested sums", (random) => {
  const [i, j] = [name("i"), name("j")];
  const body = pick(
    [
      mul(at("x", i), at("y", j)),
      add(at("x", i), at("y", j)),
      at("w", i, j),
      mul(at("w", i, j), at("x", j)),
      mul(i, at("x", j)),
    ],
    random,
  );
  const lhs = total(total(body, j, num(1), M), i);
  const rhs = rewrite(
    lhs,
    [...sumRules, ...ringRules.slice(0, 3)],
    random.integer(1, 4),
    random,
    free,
  );
  return { lhs, rhs, assumptions: [long, "M integer >= 5"] };
});

/** The polynomial through given values at 0 ... degree, in N: the closed form of a power sum. */
function interpolated(values: Q[], by: Term): Term {
  // Newton's form with forward differences: sum of d_k N (N - 1) ... (N - k + 1)/k!.
  let row = values;
  let factorial = q(1);
  let falling: Term = num(1);
  const terms: Term[] = [];
  for (let k = 0; k < values.length; k++) {
    const coefficient = times(row[0], inverse(factorial));
    terms.push(mul({ fn: "num", value: coefficient }, falling));
    falling = k === 0 ? by : mul(falling, sub(by, num(k)));
    factorial = times(factorial, q(k + 1));
    row = row.slice(1).map((value, i) => plus(value, minus(row[i])));
  }
  return add(...terms);
}

const closed = equations("closed sums", (random) => {
  const coefficients = Array.from({ length: random.integer(2, 5) }, () => q(random.integer(-3, 4)));
  const value = (k: number) =>
    coefficients.reduce(
      (sum, own, power) => plus(sum, times(own, q(BigInt(k) ** BigInt(power)))),
      q(0),
    );
  const body = add(
    ...coefficients.map((own, power) => mul({ fn: "num", value: own }, pow(n, power))),
  );
  const values = [q(0)];
  for (let k = 1; k <= coefficients.length; k++) values.push(plus(values[k - 1], value(k)));
  const names = { free: ["N"], positive: new Set<string>() };
  if (random.integer(0, 3)) {
    const lhs = total(
      rewrite(body, ringRules, random.integer(0, 2), random, { ...names, free: [] }),
    );
    return {
      lhs,
      rhs: rewrite(interpolated(values, N), ringRules, random.integer(0, 3), random, names),
      assumptions: ["N integer >= 1"],
    };
  }
  // Telescoping: the sum of f(n + 1) - f(n) is f(N + 1) - f(1).
  const f = pick(
    [
      at("x", n),
      pow(n, random.integer(2, 4)),
      div(num(1), add(n, num(random.integer(1, 2)))),
      mul(n, at("x", n)),
    ],
    random,
  );
  const [step, end] = [
    sub(put(f, "n", add(n, num(1))), f),
    sub(put(f, "n", add(N, num(1))), put(f, "n", num(1))),
  ];
  return {
    lhs: total(step),
    rhs: rewrite(end, ringRules, random.integer(0, 2), random, names),
    assumptions: ["N integer >= 1"],
  };
});

const geometric = equations("geometric sums", (random) => {
  const r = name("r");
  const k = random.integer(0, 2);
  const closedForm = div(sub(pow(r, num(k)), pow(r, add(N, num(1)))), sub(num(1), r));
  const lhs = total(pow(r, n), n, num(k));
  const names = { free: ["r"], positive: new Set<string>() };
  return {
    lhs: mul(c, lhs),
    rhs: rewrite(
      mul(c, closedForm),
      [...ringRules.slice(0, 3), ...fractionRules],
      random.integer(0, 2),
      random,
      names,
    ),
    assumptions: ["r != 1", "r > 0", "N integer >= 2"],
  };
});

const products = equations("products", (random) => {
  const w = at("w", n);
  const bodies = [
    c,
    w,
    mul(c, w),
    node("exp", at("x", n)),
    pow(w, 2),
    div(w, c),
    node("exp", mul(c, at("x", n))),
    mul(node("exp", at("x", n)), w),
  ];
  const body = product(pick(bodies, random));
  const lhs = random.integer(0, 2) ? body : node("log", body);
  const rules = [
    ...productRules,
    ...productRules,
    ...logRules.slice(0, 3),
    ...sumRules.slice(0, 4),
  ];
  const positive = { free: ["c"], positive: new Set(["w", "c"]) };
  return {
    lhs,
    rhs: rewrite(lhs, rules, random.integer(1, 4), random, positive),
    assumptions: [long, "w[n] > 0", "c > 0"],
  };
});

const derived = equations("derivatives of sums", (random) => {
  const x = at("x", n);
  const body = pick(
    [
      pow(sub(x, m), random.integer(2, 4)),
      mul(m, x),
      node("exp", mul(m, x)),
      div(pow(x, 2), m),
      node("log", add(num(1), node("exp", mul(m, x)))),
      mul(c, pow(m, 3), x),
    ],
    random,
  );
  const scaled = pick(
    [total(body), div(total(body), N), mul(c, total(body)), div(total(body), mul(num(2), m))],
    random,
  );
  const rhs = rewrite(
    differentiate(scaled, "m"),
    [...sumRules.slice(0, 6), ...ringRules],
    random.integer(0, 3),
    random,
    free,
  );
  return { lhs: node("D", scaled, m), rhs, assumptions: ["N integer >= 1", "m > 0"] };
});

/** Entries of tensors: a convolution, its derivatives by a weight and by an input, a matrix product's entries. */
const tensors = equations(
  "tensor entries",
  (random) => {
    const size = random.integer(1, 2);
    const x = (i: number, j: number) => name(`x${i}${j}`);
    const f = (i: number, j: number) => name(`f${i}${j}`);
    const entry = (r: number, s: number) => {
      const terms: Term[] = [];
      for (let i = 1; i <= size; i++)
        for (let j = 1; j <= size; j++) terms.push(mul(x(r + i, s + j), f(i, j)));
      return terms.length > 1 ? add(...terms) : terms[0];
    };
    const loss = add(...[0, 1].map((r) => pow(sub(entry(r, 0), name(`t${r}`)), 2)));
    const by = pick([f(1, 1), f(size, size), x(1, 1), x(2, 1)], random) as Term & { name: string };
    const names = { free: ["f11", "x11"], positive: new Set<string>() };
    if (random.integer(0, 1)) {
      return {
        lhs: node("D", loss, by),
        rhs: rewrite(differentiate(loss, by.name), ringRules, random.integer(1, 4), random, names),
      };
    }
    const lhs = sub(pow(entry(0, 0), 2), pow(entry(1, 1), 2));
    return { lhs, rhs: rewrite(lhs, ringRules, random.integer(2, 5), random, names) };
  },
  { rational: false },
);

/** An indexed contraction of symbolic size. */
const contractions = equations("contractions", (random) => {
  const [i, j] = [name("i"), name("j")];
  const inner = total(mul(at("w", i, j), at("x", j)), j, num(1), M);
  const lhs = pick(
    [
      total(mul(at("g", i), inner), i),
      total(pow(sub(at("g", i), mul(c, at("x", i))), 2), i),
      mul(polynomialTerm(1, random, ["c", "m"]), inner),
    ],
    random,
  );
  const names = { free: ["c"], positive: new Set<string>() };
  return {
    lhs,
    rhs: rewrite(lhs, [...sumRules, ...ringRules.slice(0, 3)], random.integer(2, 5), random, names),
    assumptions: [long, "M integer >= 5", "i integer >= 1"],
  };
});

export const sums = [symbolic, nested, closed, geometric, products, derived, tensors, contractions];
