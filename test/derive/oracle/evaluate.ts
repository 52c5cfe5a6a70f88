import { differentiate } from "./differentiate.js";
import { type Field, reals } from "./field.js";
import { isWhole, minus, plus, type Q, q } from "./rational.js";
import { argsOf, freeNames, isName, type Term } from "./term.js";
import { fixedOf, productV, sumV, Unclear, type Value } from "./value.js";

/** Where a term is evaluated. */
export interface Point {
  names: Map<string, Q>;
  /** Entry of a family at whole indices. */
  entry(family: string, indices: bigint[]): Q;
  /** Weight of a joint outcome, given as `A=1,B=0`. */
  weight(measure: string, outcome: string): Q;
  /** The values of each variable of events. */
  outcomes: Map<string, string[]>;
}

/** A value and whether an integral over the line, by quadrature, stands in it. */
export interface Found<V> {
  value: V;
  loose: boolean;
}

const mostTerms = 200n;

/**
 * The value of a term at a point, in a field. The product has an evaluator of its own, src/derive/oracle, which can
 * withhold a verdict: this one reads terms without the engine's parser and shares no code with either, so that the
 * search judges the prover, the reader and the second opinion alike.
 *
 * @throws Undefined, Unclear
 */
export function evaluateTerm<V>(term: Term, point: Point, field: Field<V>): Found<V> {
  let loose = false;
  const bound = new Map<string, V>();
  const valueOf = (name: string): V => {
    const own = bound.get(name) ?? field.constant(name);
    if (own !== undefined) return own;
    const value = point.names.get(name);
    if (!value) throw new Unclear(`no value for ${name}`);
    return field.of(value);
  };
  /** Limits, indices and exponents: exact, from the point and the bound names. */
  const bounds = new Map<string, Q>();
  const exact = (one: Term): Q => {
    const names = new Map([...point.names, ...bounds]);
    return reals.exactly(evaluateTerm(one, { ...point, names }, reals).value);
  };
  const integer = (one: Term): bigint => {
    const value = exact(one);
    if (!isWhole(value)) throw new Unclear("a limit or an index that is not whole");
    return value.n;
  };
  const go = (one: Term): V => {
    if ("value" in one) return field.of(one.value);
    if (isName(one)) return valueOf(one.name);
    if ("measure" in one) return probability(one, point, field);
    const [a, b] = one.args;
    switch (one.fn) {
      case "+":
        return one.args.map(go).reduce(field.sum);
      case "*":
        return one.args.map(go).reduce(field.product);
      case "-":
        return field.minus(go(a));
      case "/":
        return field.product(go(a), field.inverse(go(b)));
      case "^":
        return power(a, b);
      case "[]":
        return field.of(point.entry((a as { name: string }).name, one.args.slice(1).map(integer)));
      case "sum":
      case "prod":
        return fold(one);
      case "D":
        return go(derivative(one));
      case "integrate":
        return integral(one);
      default:
        return field.call(one.fn, one.args.map(go));
    }
  };
  const power = (base: Term, exponent: Term): V => {
    let n: Q | undefined;
    try {
      n = exact(exponent);
    } catch (error) {
      if (!(error instanceof Unclear)) throw error;
    }
    if (!n || !isWhole(n)) return field.power(go(base), go(exponent));
    let result = field.of(q(1));
    const factor = n.n < 0n ? field.inverse(go(base)) : go(base);
    if (n.n > 4000n || n.n < -4000n) throw new Unclear("a large power");
    for (let k = n.n < 0n ? -n.n : n.n; k > 0n; k--) result = field.product(result, factor);
    return result;
  };
  const fold = (one: Term): V => {
    const [body, name, from, to] = argsOf(one);
    const [low, high] = [integer(from), integer(to)];
    if (high - low > mostTerms) throw new Unclear("a long sum");
    if (high < low - 1n) throw new Unclear("a range that runs backwards");
    const text = (name as { name: string }).name;
    let result = field.of(q(one.fn === "sum" ? 0 : 1));
    const [outer, outerWhole] = [bound.get(text), bounds.get(text)];
    for (let k = low; k <= high; k++) {
      bound.set(text, field.of(q(k)));
      bounds.set(text, q(k));
      result = one.fn === "sum" ? field.sum(result, go(body)) : field.product(result, go(body));
    }
    restore(bound, text, outer);
    restore(bounds, text, outerWhole);
    return result;
  };
  const integral = (one: Term): V => {
    const [body, name, from, to] = argsOf(one);
    const text = (name as { name: string }).name;
    const outer = [bound.get(text), bounds.get(text)] as const;
    const at = (x: Q): V => {
      bound.set(text, field.of(x));
      bounds.set(text, x);
      return go(body);
    };
    let result: V;
    if (isName(to) && to.name === "Infinity") {
      if ((field as unknown) !== reals)
        throw new Unclear("an integral over the line in a field of residues");
      loose = true;
      result = overTheLine(at as never) as V;
    } else
      result = polynomialIntegral(
        at,
        degreeBound(body, text, exact),
        exact(from),
        exact(to),
        field,
      );
    restore(bound, text, outer[0]);
    restore(bounds, text, outer[1]);
    return result;
  };
  return { value: go(term), loose };
}

function restore<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function derivative(term: Term): Term {
  const [body, by] = argsOf(term);
  // What stands inside is differentiated first, so that nested derivatives mean what they say.
  const inner = (one: Term): Term => {
    if (one.fn === "D") return derivative(one);
    return "args" in one ? { ...one, args: one.args.map(inner) } : one;
  };
  return differentiate(inner(body), (by as { name: string }).name);
}

/** The trapezoid rule, which for what falls like a Gaussian is exact to many digits, on three grids to check it. */
function overTheLine(at: (x: Q) => Value): Value {
  for (const [reach, fine] of [
    [10n, 2n],
    [10n, 6n],
    [30n, 2n],
    [30n, 6n],
  ]) {
    const edge = [-reach, reach].map((x) => abs(fixedOf(at(q(x)))));
    if (edge.some((value) => value > tiny)) continue;
    // Three grids, each a third of a step beside the other: no error of theirs is the same for all.
    let peak = 0n;
    const grids = [0n, 1n, 2n].map((third) => {
      let total: Value = q(0);
      for (let k = -fine * reach; k <= fine * reach; k++) {
        const value = at(q(3n * k + third, 3n * fine));
        if (abs(fixedOf(value)) > peak) peak = abs(fixedOf(value));
        total = sumV(total, value);
      }
      return productV(total, q(1, fine));
    });
    // What is small at the edges only because it is small everywhere need not converge.
    if (peak > 0n && edge.some((value) => value * 10n ** 6n > peak)) continue;
    if (grids.some((own) => abs(fixedOf(own) - fixedOf(grids[0])) > tiny)) continue;
    return productV(grids.reduce(sumV), q(1, 3));
  }
  throw new Unclear("an integral over the line that this rule does not reach");
}

const tiny = fixedOf(q(1, 10n ** 11n));
const abs = (x: bigint): bigint => (x < 0n ? -x : x);

/** A degree that a polynomial body does not exceed in the variable of integration. */
function degreeBound(body: Term, name: string, exact: (exponent: Term) => Q): number {
  if (!freeNames(body).has(name)) return 0;
  if (isName(body)) return 1;
  const [base, exponent] = argsOf(body);
  if (body.fn === "integrate") {
    const [, bound, ...limits] = argsOf(body);
    // x^a y^b from 0 to a limit of degree d in y has the degree d (a + 1) + b.
    const inner = isName(bound) ? degreeBound(base, bound.name, exact) : 0;
    const outer = Math.max(...limits.map((limit) => degreeBound(limit, name, exact)));
    return outer * (inner + 1) + degreeBound(base, name, exact);
  }
  if (body.fn === "^") return degreeBound(base, name, exact) * whole(exact(exponent));
  const degrees = argsOf(body).map((arg) => degreeBound(arg, name, exact));
  if (body.fn === "*") return degrees.reduce((a, b) => a + b, 0);
  if (body.fn === "+" || body.fn === "-" || (body.fn === "/" && degrees[1] === 0))
    return Math.max(...degrees);
  throw new Unclear("an integral of what is no polynomial");
}

function whole({ n, d }: Q): number {
  if (d !== 1n || n < 0n) throw new Unclear("an integral of what is no polynomial");
  return Number(n);
}

/** The integral of a polynomial from its values at 0 ... degree, by Lagrange's basis integrated term by term. */
function polynomialIntegral<V>(
  at: (x: Q) => V,
  degree: number,
  from: Q,
  to: Q,
  field: Field<V>,
): V {
  if (degree > 24) throw new Unclear("an integral of a high degree");
  let result = field.of(q(0));
  for (let i = 0; i <= degree; i++) {
    let basis: Q[] = [q(1)];
    for (let j = 0; j <= degree; j++) {
      if (j === i) continue;
      const scale = q(1, i - j);
      const next = [...basis.map(() => q(0)), q(0)];
      basis.forEach((c, k) => {
        next[k] = plus(next[k], times(c, times(q(-j), scale)));
        next[k + 1] = plus(next[k + 1], times(c, scale));
      });
      basis = next;
    }
    const primitive = (x: Q) =>
      basis.reduce((sum, c, k) => plus(sum, times(times(c, q(1, k + 1)), powerQ(x, k + 1))), q(0));
    const weight = plus(primitive(to), minus(primitive(from)));
    result = field.sum(result, field.product(field.of(weight), at(q(i))));
  }
  return result;
}

const times = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d);
const powerQ = (x: Q, n: number): Q => q(x.n ** BigInt(n), x.d ** BigInt(n));

/** p(A | B) = p(A, B)/p(B), each a sum of the joint outcomes' weights over all weights. */
function probability<V>(event: Term & { fn: "event" }, point: Point, field: Field<V>): V {
  const { measure, of, given } = event as Extract<Term, { measure: string }>;
  let joint: [string, string][][] = [[]];
  for (const [name, values] of point.outcomes) {
    joint = joint.flatMap((one) =>
      values.map((value) => [...one, [name, value] as [string, string]]),
    );
  }
  const total = (wanted: [string, string][]): Q =>
    joint
      .filter((one) =>
        wanted.every(([name, value]) => one.some(([n, v]) => n === name && v === value)),
      )
      .map((one) => point.weight(measure, one.map((pair) => pair.join("=")).join()))
      .reduce(plus, q(0));
  return field.product(field.of(total([...of, ...given])), field.inverse(field.of(total(given))));
}
