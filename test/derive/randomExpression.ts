import type { random } from "../../src/num/random.js";
import { rational } from "../../src/num/index.js";
import {
  call,
  type Expr,
  negate,
  number,
  over,
  symbol,
  toThe,
} from "../../src/derive/tree/expression.js";

type Source = ReturnType<typeof random>;

const names = [
  "a",
  "b",
  "x",
  "y",
  "d",
  "e",
  "M",
  "N",
  "D_K",
  "D_G",
  "F11",
  "x12",
  "mu",
  "sigma2",
  "muML",
  "sigma2ML",
];
const more = [
  "yhat",
  "alpha",
  "prior",
  "pi",
  "Infinity",
  "joint1",
  "DC",
  "n_f",
  "num_P",
  "A_2",
  "Z2",
  "fprime",
  "D_k",
  "theta11",
  "O",
  "T",
];
const families = ["x", "p", "yhat", "F", "w2", "g"];
const functions = [
  "exp",
  "log",
  "sqrt",
  "cbrt",
  "abs",
  "floor",
  "ceil",
  "sigmoid",
  "relu",
  "factorial",
  "log2",
  "log10",
  "tanh",
  "E",
];

/** A seeded expression of every kind that the notes have, at most `depth` deep. */
export function randomExpression(source: Source, depth: number): Expr {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(source.uniform(0, all.length))];
  const name = () => symbol(pick(pick([names, names, more])));
  const count = () => 2 + Math.floor(source.uniform(0, 2));
  const leaf = (): Expr => {
    const kind = source.uniform(0, 1);
    if (kind < 0.3) return number(rational(pick(["0", "1", "2", "3", "12", "0.9", "0.03", "1/3"])));
    if (kind < 0.4)
      return {
        kind: "index",
        name: pick(families),
        indices: [pick([symbol("n"), symbol("j"), number(1n)])],
      };
    return name();
  };
  const go = (left: number): Expr => {
    if (left === 0) return leaf();
    const part = () => go(left - 1);
    const some = () => Array.from({ length: count() }, part);
    const variable = () => symbol(pick(["x", "mu", "sigma2", "w", "F11", "z"]));
    const index = () => symbol(pick(["n", "j", "i"]));
    const makers: (() => Expr)[] = [
      () => ({ kind: "add", terms: some() }),
      () => ({ kind: "mul", factors: some() }),
      () => over(part(), part()),
      () => toThe(part(), part()),
      () => negate(part()),
      () => call(pick(functions), part()),
      () => call(pick(["max", "min"]), ...some()),
      () => call(pick(["sum", "prod"]), part(), index(), part(), part()),
      () => call("integrate", part(), variable(), part(), part()),
      () =>
        call(
          pick(["D", "partial"]),
          part(),
          pick([variable(), { kind: "index" as const, name: "w", indices: [symbol("j")] }]),
        ),
      () => call("at", part(), variable(), part()),
      () => call(pick(["h", "q", "flip", "p_x"]), ...some()),
      () => call("q", part(), call("given", ...some())),
      () => call("conv", part(), part()),
      () => call("grad", part(), symbol(pick(["w", "F11", "mu"]))),
      () => call("binomial", part(), part()),
      () => ({ kind: "index", name: pick(families), indices: [part()] }),
      () => ({ kind: "index", name: "u", indices: [part(), part()] }),
      () => ({ kind: "list", items: some() }),
      () => ({
        kind: "event",
        measure: "P",
        event: [{ variable: "C", value: pick(["1", "0", "-1", "ill"]) }],
        given: pick([[], [{ variable: "T", value: "1" }]]),
      }),
    ];
    return pick([...makers, ...makers.slice(0, 5)])();
  };
  return go(depth);
}
