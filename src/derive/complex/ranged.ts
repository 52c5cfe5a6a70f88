import { constantValue, isInfinity } from "../tree/constants.js";
import { noProcedure, Unsupported } from "../tree/errors.js";
import { boundName, type Call, call, type Expr, number } from "../tree/expression.js";
import { substitute } from "../tree/names.js";
import { geometricSum } from "./geometric.js";
import { addParts, multiplyParts, one, type Parts, real, zero } from "./parts/parts.js";
import type { Splitting } from "./splitting.js";

/** Factors of a product that is written out, and terms of a sum. */
const mostFactors = 24;
const mostTerms = 64;

/** Sums, products, integrals and derivatives over a real name; undefined for any other call. */
export function splitRanged(expr: Call, splitter: Splitting): Parts | undefined {
  const { name, args } = expr;
  if (name === "D" || name === "partial") return derivative(expr, splitter);
  const bound = boundName(expr);
  if (bound === undefined) return undefined;
  if (splitter.names.kind(bound) !== "real")
    throw new Unsupported(`${bound} is a complex number, and is bound here as a real one`);
  const [body, variable, ...limits] = args;
  const counts = name === "sum" || name === "prod";
  const inner = splitter.within(bound, counts);
  const own = limits.map((limit) => (isEndless(limit) ? limit : splitter.real(limit)));
  const each = ({ re, im }: Parts): Parts => ({
    re: re && call(name, re, variable, ...own),
    im: im && call(name, im, variable, ...own),
  });
  if (name === "integrate" && own.length === 2) return each(inner.of(body));
  if (name === "at" && own.length === 1) return each(inner.of(body));
  if (!counts || own.length !== 2) throw noProcedure(`${name}(…) beside complex numbers`);
  const length = lengthOf(own);
  if (name === "prod") return product(body, bound, own, length, splitter, each);
  if (length !== undefined && length <= mostTerms) return each(inner.of(body));
  const terms = body.kind === "add" ? body.terms : [body];
  return terms
    .map((term): Parts => {
      const closed = geometricSum({ term, bound, from: own[0], to: own[1] }, splitter, inner);
      return closed ?? each(inner.of(term));
    })
    .reduce(addParts);
}

const isEndless = (limit: Expr): boolean =>
  isInfinity(limit) || (limit.kind === "neg" && isInfinity(limit.of));

/** How many terms a range has, where its limits are numbers. */
function lengthOf([from, to]: Expr[]): number | undefined {
  const [low, high] = [from, to].map(constantValue);
  if (!low?.isInteger || !high?.isInteger) return undefined;
  return Number(high.num - low.num) + 1;
}

function product(
  body: Expr,
  bound: string,
  [from]: Expr[],
  length: number | undefined,
  splitter: Splitting,
  each: (of: Parts) => Parts,
): Parts {
  const own = splitter.within(bound, true).of(body);
  if (!own.im) return each(own);
  if (length === undefined || length < 1 || length > mostFactors)
    throw noProcedure(
      "a product of complex factors over a range that is not a short one of numbers",
    );
  const first = constantValue(from)!.num;
  const factors = Array.from({ length }, (_, k) =>
    splitter.of(substitute(body, new Map([[bound, number(first + BigInt(k))]]))),
  );
  return factors.reduce(multiplyParts, real(one));
}

/** A derivative by a real name, part by part. */
function derivative({ name, args }: Call, splitter: Splitting): Parts {
  const [of, by, ...rest] = args;
  if (by.kind !== "symbol" || splitter.names.kind(by.name) !== "real" || rest.length)
    throw noProcedure("a derivative by a complex number");
  const { re, im } = splitter.within(by.name, false).of(of);
  return {
    re: re && call(name, re, by),
    im: im && call(name, im, by),
    ...(re || im ? {} : real(zero)),
  };
}
