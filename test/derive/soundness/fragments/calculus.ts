import type { Random } from "../../../../src/index.js";
import { differentiate } from "../../oracle/differentiate.js";
import {
  add,
  div,
  mul,
  name,
  neg,
  node,
  num,
  pow,
  put,
  sub,
  type Term,
} from "../../oracle/term.js";
import { type Names, pick, rewrite } from "../rewrite.js";
import { expRules, fractionRules, ringRules } from "../rules.js";
import { polynomialTerm } from "./algebra.js";
import { equations } from "./fragment.js";

const free: Names = { free: ["a", "b", "x"], positive: new Set() };
const rules = [...ringRules, ...fractionRules, ...expRules];
const x = name("x");

/** A function of x that is smooth where the assumptions hold. */
function smooth(random: Random): Term {
  const poly = () => polynomialTerm(random.integer(1, 2), random, ["x", "x", "a", "b"]);
  const kinds: (() => Term)[] = [
    poly,
    () => node("exp", poly()),
    () => div(poly(), add(pow(x, 2), num(random.integer(1, 4)))),
    () => node("log", add(pow(x, 2), num(random.integer(1, 4)))),
    () => node("sigmoid", mul(name("a"), x)),
    () => node("sqrt", add(pow(x, 2), num(1))),
    () => node("log", add(num(1), node("exp", poly()))),
    () => node("tanh", x),
    () => mul(x, node("log", x)),
  ];
  const one = pick(kinds, random)();
  return random.integer(0, 1)
    ? one
    : pick([add, mul], random)(one, pick(kinds.slice(0, 2), random)());
}

const derivatives = equations("derivatives", (random) => {
  const f = smooth(random);
  const twice = random.integer(0, 4) === 0;
  const lhs = twice ? node("D", node("D", f, x), x) : node("D", f, x);
  const once = differentiate(f, "x");
  const rhs = rewrite(
    twice ? differentiate(once, "x") : once,
    rules,
    random.integer(0, 3),
    random,
    free,
  );
  return { lhs, rhs, assumptions: ["x > 0"] };
});

/** The antiderivative in x of a term that is a polynomial written as a sum of monomials. */
function monomials(random: Random): { coefficient: Term; power: number }[] {
  return Array.from({ length: random.integer(1, 4) }, () => ({
    coefficient: pick(
      [
        num(random.integer(1, 7)),
        name("c"),
        mul(name("c"), name("d")),
        num(-random.integer(1, 5), 2),
      ],
      random,
    ),
    power: random.integer(0, 5),
  }));
}

const integrals = equations("integrals of polynomials", (random) => {
  const parts = monomials(random);
  const body = rewrite(
    add(...parts.map(({ coefficient, power }) => mul(coefficient, pow(x, power))), num(0)),
    ringRules,
    random.integer(0, 4),
    random,
    {
      free: ["c"],
      positive: new Set(),
    },
  );
  const primitive = add(
    ...parts.map(({ coefficient, power }) =>
      div(mul(coefficient, pow(x, power + 1)), num(power + 1)),
    ),
    num(0),
  );
  const limits: [Term, Term] = pick(
    [
      [name("a"), name("b")],
      [num(0), name("b")],
      [neg(name("a")), name("a")],
      [num(random.integer(-2, 1)), num(random.integer(2, 4))],
      [name("a"), add(name("a"), num(1))],
    ],
    random,
  );
  const [from, to] = limits;
  const value = sub(put(primitive, "x", to), put(primitive, "x", from));
  const names = { free: ["a", "b", "c"], positive: new Set<string>() };
  const scaled = random.integer(0, 2) === 0;
  const scale = (term: Term) => (scaled ? div(term, sub(name("b"), name("a"))) : term);
  return {
    lhs: node("integrate", scale(body), x, from, to),
    rhs: rewrite(scale(value), ringRules, random.integer(0, 3), random, names),
    assumptions: scaled ? ["a < b"] : [],
  };
});

const infinity = name("Infinity");

/** The integral of x^k e^(-(x - m)^2/(2 s)) over the line is sqrt(2 pi s) times the k-th moment. */
const gaussians = equations("Gaussian moments", (random) => {
  const [m, s] = [
    pick([num(0), name("m"), num(random.integer(-1, 2))], random),
    pick([name("s"), num(1, 2), num(1), num(2)], random),
  ];
  const moments = (k: number): Term => {
    if (k === 0) return num(1);
    if (k === 1) return m;
    return add(mul(m, moments(k - 1)), mul(num(k - 1), s, moments(k - 2))); // by parts
  };
  const centred = sub(x, m);
  const weight = node("exp", div(neg(pow(centred, 2)), mul(num(2), s)));
  const norm = node("sqrt", mul(num(2), name("pi"), s));
  const k = random.integer(0, 4);
  const normalised = random.integer(0, 1) === 0;
  const names = { free: ["m"], positive: new Set<string>() };
  const shapes: [Term, Term][] = [
    [pow(x, k), moments(k)],
    [pow(centred, k), k % 2 ? num(0) : mul(num([1, 0, 1, 0, 3][k]), pow(s, k / 2))],
    [add(mul(name("c"), x), num(2)), add(mul(name("c"), m), num(2))],
  ];
  const [polynomial, moment] = pick(shapes, random);
  const body = normalised ? div(mul(polynomial, weight), norm) : mul(polynomial, weight);
  return {
    lhs: node("integrate", body, x, neg(infinity), infinity),
    rhs: rewrite(
      normalised ? moment : mul(norm, moment),
      ringRules,
      random.integer(0, 2),
      random,
      names,
    ),
    assumptions: ["s > 0"],
  };
});

const linearInDensities = equations("abstract densities", (random) => {
  const [p, q] = [node("p", x), node("q", x)];
  const line = (body: Term, by: Term = x) => node("integrate", body, by, neg(infinity), infinity);
  const [c, d] = [name("c"), num(random.integer(2, 5))];
  const g = pick([x, pow(x, 2), add(x, num(1))], random);
  const shapes: [Term, Term][] = [
    [line(add(mul(c, p), mul(d, q))), add(c, d)],
    [line(mul(add(mul(c, x), d), p)), add(mul(c, line(mul(x, p))), d)],
    [line(mul(sub(g, c), p)), sub(line(mul(p, g)), c)],
    [line(div(p, num(2))), num(1, 2)],
    [line(mul(c, g, p)), mul(c, line(mul(g, p)))],
    [
      sub(line(mul(pow(x, 2), p)), pow(line(mul(x, p)), 2)),
      sub(line(mul(p, pow(x, 2))), mul(line(mul(x, p)), line(mul(p, x)))),
    ],
    [
      line(mul(pow(sub(x, c), 2), p)),
      add(line(mul(pow(x, 2), p)), neg(mul(num(2), c, line(mul(x, p)))), pow(c, 2)),
    ],
  ];
  const [lhs, rhs] = pick(shapes, random);
  const names = { free: ["c"], positive: new Set<string>() };
  return {
    lhs,
    rhs: rewrite(rhs, ringRules, random.integer(0, 2), random, names),
    assumptions: ["p density", "q density"],
  };
});

export const calculus = [derivatives, integrals, gaussians, linearInDensities];
