import { constantValue } from "../tree/constants.js";
import { DerivationError } from "../tree/errors.js";
import { call, type Call, type Expr, number } from "../tree/expression.js";
import { expressionText } from "../tree/text.js";
import { dot, hadamard, matmul, relu, total } from "./arithmetic.js";
import { gradient, jacobian, partials } from "./calculus.js";
import { convolution, flipped, padded, transposed } from "./convolution.js";
import { entriesOf, isList, list, shapeOf } from "./list.js";
import { determinant, inverse, kronecker, norm, trace } from "./linear.js";
import { maxPooled } from "./pooling.js";

/** How each function of lists is written, and what it is worth. */
const known: Record<string, { form: string; most: number; build: (...args: Expr[]) => Expr }> = {
  conv: {
    form: "conv(X, F) or conv(X, F, stride)",
    most: 3,
    build: (x, f, s) => convolution(x, f, s ? count("conv", s, 1) : 1),
  },
  pad: { form: "pad(X, p)", most: 2, build: (x, p) => padded(x, count("pad", p, 0)) },
  flip: { form: "flip(F)", most: 1, build: flipped },
  transpose: { form: "transpose(X)", most: 1, build: transposed },
  flatten: { form: "flatten(X)", most: 1, build: (x) => list(entriesOf(x)) },
  maxPool: {
    form: "maxPool(X, k)",
    most: 2,
    build: (x, k) => maxPooled(x, count("maxPool", k, 1)),
  },
  relu: { form: "relu(X)", most: 1, build: relu },
  matmul: { form: "matmul(A, B)", most: 2, build: matmul },
  dot: { form: "dot(a, b)", most: 2, build: dot },
  times: { form: "times(A, B)", most: 2, build: hadamard },
  total: { form: "total(X)", most: 1, build: total },
  size: {
    form: "size(X)",
    most: 1,
    build: (x) => list(shapeOf(x).map((length) => number(BigInt(length)))),
  },
  det: { form: "det(A)", most: 1, build: determinant },
  tr: { form: "tr(A)", most: 1, build: trace },
  trace: { form: "trace(A)", most: 1, build: trace },
  inverse: { form: "inverse(A)", most: 1, build: inverse },
  norm: { form: "norm(x) or norm(A, F)", most: 2, build: (x, which) => norm(x, which) },
  inner: { form: "inner(a, b)", most: 2, build: dot },
  hadamard: { form: "hadamard(A, B)", most: 2, build: hadamard },
  kron: { form: "kron(A, B)", most: 2, build: kronecker },
  grad: { form: "grad(L, W)", most: 2, build: gradient },
  jacobian: { form: "jacobian(O, F)", most: 2, build: jacobian },
  partials: {
    form: "partials(loss, O)",
    most: 2,
    build: (fn, of) => partials(functionName(fn), of),
  },
};

/** Those whose last argument may be left out. */
const optional = new Set(["conv", "norm"]);

/** Those that a derivation may define by itself: of names they are functions like others. */
const definable = new Set("det tr trace inverse norm inner hadamard kron".split(" "));

/** Names of the functions of lists that have no other meaning. */
export const listFunctions: ReadonlySet<string> = new Set(
  Object.keys(known).filter((name) => !definable.has(name)),
);

/** Functions that mean something else of numbers, or that stand for arrays known by name only. */
const ofNames = new Set(["relu", "transpose", "grad", ...definable]);

/** A call with lists among its arguments; an unknown function of lists is a function of all their entries. */
export function listCall(expr: Call): Expr {
  const { name, args } = expr;
  const entry = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!args.some(isList)) {
    if (!entry || ofNames.has(name)) return expr;
    throw new DerivationError(
      `${name} is written ${entry.form} and must be given a list, got ${expressionText(expr)}`,
    );
  }
  if (!entry) return call(name, ...args.flatMap(entriesOf));
  if (args.length > entry.most || args.length < entry.build.length - (optional.has(name) ? 1 : 0)) {
    throw new DerivationError(
      `${name} is written ${entry.form}, got ${args.length} argument${args.length === 1 ? "" : "s"}`,
    );
  }
  return entry.build(...args);
}

function functionName(expr: Expr): string {
  if (expr.kind === "symbol") return expr.name;
  throw new DerivationError(
    `partials: the first argument must be the name of a function, got ${expressionText(expr)}`,
  );
}

/** A stride or a window is a small number; a list with more than so many entries along an axis is refused elsewhere. */
const largest = 1000n;

function count(fn: string, expr: Expr, least: number): number {
  const value = constantValue(expr);
  if (!value?.isInteger || value.num < BigInt(least) || value.num > largest) {
    throw new DerivationError(
      `${fn}: must be given a whole number from ${least} to ${largest}, got ${expressionText(expr)}`,
    );
  }
  return Number(value.num);
}
