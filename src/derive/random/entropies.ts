import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import type { Declared } from "../assumptions/declared.js";
import {
  call,
  type Expr,
  negate,
  over,
  parts,
  subtract,
  sumOf,
  symbol,
  times,
  treeKey,
  withEach,
} from "../tree/expression.js";

/** What is asked of weights: the entropy of some, the cross-entropy and the divergence of two. */
interface Asked {
  kind: "H" | "cross" | "KL";
  weights: string[];
}

type Ranges = ReadonlyMap<string, { from: Expr; to: Expr; text: string }>;

/** The names that are declared to be weights, with what they are the weights of. */
export const weightsIn = (declared: readonly Declared[] = []): Ranges =>
  new Map(
    declared.flatMap(({ name, meaning, text }) =>
      meaning.is === "weights"
        ? [[name, { from: meaning.from, to: meaning.to, text }] as const]
        : [],
    ),
  );

/** Reads `H(p)`, `H(p, q)` and `KL(p || q)` of declared weights; undefined for another expression, or for two ranges. */
function askedBy(expr: Expr, ranges: Ranges): Asked | undefined {
  if (expr.kind !== "call" || !["H", "KL", "D_KL"].includes(expr.name)) return undefined;
  const args = expr.args.map((arg) =>
    arg.kind === "call" && arg.name === "against" ? arg.args[0] : arg,
  );
  const weights = args.flatMap((arg) =>
    arg.kind === "symbol" && ranges.has(arg.name) ? [arg.name] : [],
  );
  if (weights.length !== args.length) return undefined;
  const [one, two] = weights.map((name) => ranges.get(name)!);
  if (two && treeKey(call("range", one.from, one.to)) !== treeKey(call("range", two.from, two.to)))
    return undefined;
  if (expr.name === "H") return { kind: two ? "cross" : "H", weights };
  return two ? { kind: "KL", weights } : undefined;
}

/** Whether an expression speaks of the entropy or the divergence of weights. */
export const speaksOfEntropy = (expr: Expr, ranges: Ranges): boolean =>
  askedBy(expr, ranges) !== undefined || parts(expr).some((part) => speaksOfEntropy(part, ranges));

function replaced(expr: Expr, ranges: Ranges, put: (asked: Asked) => Expr): Expr {
  const asked = askedBy(expr, ranges);
  if (asked) return put(asked);
  return withEach(expr, (part) => replaced(part, ranges, put));
}

/** Entropies and divergences as the sums that they are. */
export const asSums = (expr: Expr, ranges: Ranges): Expr =>
  replaced(expr, ranges, ({ kind, weights: [p, q = p] }) => {
    const { from, to } = ranges.get(p)!;
    const at = (name: string): Expr => ({ kind: "index", name, indices: [symbol("i")] });
    const log = (of: Expr) => call("log", of);
    const total = (body: Expr) => call("sum", times(at(p), body), symbol("i"), from, to);
    return kind === "KL" ? total(log(over(at(p), at(q)))) : negate(total(log(at(q))));
  });

const entropyName = (p: string): Expr => symbol(`H(${p})`);
const divergenceName = (p: string, q: string): Expr => symbol(`KL(${p} || ${q})`);

/** Entropies and divergences as numbers of which Gibbs's inequality is known: for inequalities, which sums do not show. */
export const asNumbers = (expr: Expr, ranges: Ranges): Expr =>
  replaced(expr, ranges, ({ kind, weights: [p, q = p] }) => {
    if (kind === "KL") return divergenceName(p, q);
    return kind === "H" ? entropyName(p) : sumOf(entropyName(p), divergenceName(p, q));
  });

/** The assumptions without that weights add up to 1. */
export function withoutSums(assumptions: Assumptions, ranges: Ranges): Assumptions {
  const texts = new Set([...ranges.values()].map((one) => one.text));
  const { equations = [] } = assumptions;
  return { ...assumptions, equations: equations.filter((one) => !texts.has(one.text)) };
}

/** The assumptions with what holds of their entropies and divergences. */
export function withGibbs(assumptions: Assumptions, ranges: Ranges): Assumptions {
  const names = [...ranges.keys()];
  const text = "Gibbs's inequality";
  const atLeast = (expr: Expr): Fact => ({ kind: "compare", expr, relation: ">=", text });
  const bounds = names.flatMap((p) => {
    const { from, to } = ranges.get(p)!;
    const most = treeKey(from) === "1" ? [subtract(call("log", to), entropyName(p))] : [];
    return [entropyName(p), ...most].map(atLeast);
  });
  const divergences = names.flatMap((p) => names.map((q) => atLeast(divergenceName(p, q))));
  const facts = [...assumptions.facts, ...bounds, ...divergences];
  return withoutSums({ ...assumptions, facts }, ranges);
}
