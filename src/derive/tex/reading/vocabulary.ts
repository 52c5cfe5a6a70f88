import { type Expr, boundName, parts } from "../../tree/expression.js";

/**
 * What the names of a text are known to be. The same LaTeX can mean several things: `\pi` is `pi` or `prior`, `x_1` is
 * `x1` or `x[1]`, `f(x)` is a function or a product. What is declared decides.
 */
export interface Vocabulary {
  symbols: ReadonlySet<string>;
  /** Indexed families, `x` of `x[n]`, with the number of their indices. */
  families: ReadonlyMap<string, number>;
  functions: ReadonlySet<string>;
  matrices?: ReadonlySet<string>;
  vectors?: ReadonlySet<string>;
  /** Families whose index may stand above: `x^{(i)}`. */
  labelled?: ReadonlySet<string>;
  /** Indices with the limits of a sum that names them alone. */
  ranges?: ReadonlyMap<string, readonly [from: Expr, to: Expr]>;
}

export const noVocabulary: Vocabulary = {
  symbols: new Set(),
  families: new Map(),
  functions: new Set(),
};

/** The names that occur in expressions, by what they are there. */
export function vocabularyOf(exprs: Iterable<Expr>): Vocabulary {
  const [symbols, functions] = [new Set<string>(), new Set<string>()];
  const families = new Map<string, number>();
  const visit = (expr: Expr): void => {
    // The function that an index chooses is no family of numbers.
    if (expr.kind === "call" && expr.name === "memberAt")
      return [...partsOfMember(expr.args[0]), ...expr.args.slice(1)].forEach(visit);
    if (expr.kind === "symbol") symbols.add(expr.name);
    if (expr.kind === "index") families.set(expr.name, expr.indices.length);
    if (expr.kind === "event") functions.add(expr.measure);
    if (expr.kind === "call") {
      functions.add(expr.name);
      const bound = boundName(expr);
      if (bound !== undefined) symbols.add(bound);
    }
    parts(expr).forEach(visit);
  };
  const partsOfMember = (of: Expr): Expr[] => {
    const [head, ...labels] = parts(of);
    if (of.kind !== "call" || head?.kind !== "symbol") return parts(of);
    if (of.name === "inverseOf") functions.add(head.name);
    return labels;
  };
  for (const expr of exprs) visit(expr);
  return { symbols, families, functions };
}

/** Both vocabularies in one. */
export function joined(one: Vocabulary, other: Vocabulary): Vocabulary {
  return {
    symbols: new Set([...one.symbols, ...other.symbols]),
    families: new Map([...one.families, ...other.families]),
    functions: new Set([...one.functions, ...other.functions]),
    matrices: new Set([...(one.matrices ?? []), ...(other.matrices ?? [])]),
    vectors: new Set([...(one.vectors ?? []), ...(other.vectors ?? [])]),
    labelled: new Set([...(one.labelled ?? []), ...(other.labelled ?? [])]),
    ranges: new Map([...(one.ranges ?? []), ...(other.ranges ?? [])]),
  };
}
