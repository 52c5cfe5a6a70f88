import { Unsupported } from "../tree/errors.js";
import {
  boundName,
  call,
  type Expr,
  number,
  over,
  parts,
  sumOf,
  symbol,
  times,
  withParts,
} from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import type { Graph } from "./graph.js";
import { isDerivative } from "./seen.js";

/** A derivative of a quantity by its direct arguments, as a name of its own. */
export interface Jet {
  of: string;
  by: string[];
  tree: Expr;
}

/**
 * Expressions in which every derivative of a quantity is a name: an identity between them holds for all quantities
 * exactly if it holds for all values of these names, since some polynomial has any given derivatives at a point.
 */
export class Jets {
  readonly jets = new Map<string, Jet>();
  /** By what a quantity was differentiated that is no direct argument: `L by w`. */
  readonly through = new Map<string, { of: string; by: string }>();
  /** What was differentiated, integrated or put at a place, with the variable. */
  readonly ranged: {
    of: Expr;
    by: string;
    kind: "D" | "partial" | "integrate" | "at";
    free: Set<string>;
  }[] = [];

  constructor(readonly graph: Graph) {}

  /** @throws Unsupported where a derivative has no meaning that is certain */
  expand = (expr: Expr): Expr => {
    if (isDerivative(expr)) return this.#derivative(expr.name, expr.args[0], expr.args[1]);
    const own = parts(expr).map(this.expand);
    const bound = boundName(expr);
    if (bound !== undefined) this.#refuseBound(own[0], bound);
    if (expr.kind === "call" && bound !== undefined) {
      const { name: kind } = expr;
      const free = freeNames(own[0]);
      for (const limit of own.slice(2)) for (const name of freeNames(limit)) free.delete(name);
      if (kind === "integrate" || kind === "at")
        this.ranged.push({ of: own[0], by: bound, kind, free });
    }
    return own.length ? withParts(expr, own) : expr;
  };

  /** The derivative of an expanded expression along everything that depends on a name. */
  along(expr: Expr, by: string): Expr {
    const terms: Expr[] = [];
    for (const name of freeNames(expr)) {
      const rate = name === by ? number(1n) : this.#rate(name, by, false);
      if (!rate) continue;
      terms.push(expr.kind === "symbol" ? rate : times(call("D", expr, symbol(name)), rate));
    }
    return terms.length === 0 ? number(0n) : terms.length === 1 ? terms[0] : sumOf(...terms);
  }
  /** How fast a quantity changes with a name, what else it depends on held fixed. */
  partialRate(name: string, by: string): Expr {
    return this.#rate(name, by, true) ?? number(0n);
  }
  /** The quantity that a name is, or of which it is a derivative. */
  quantityOf(name: string): string | undefined {
    return this.jets.get(name)?.of ?? (this.graph.has(name) ? name : undefined);
  }
  /** How often a quantity is differentiated in a name. */
  orderOf(name: string): number {
    return this.jets.get(name)?.by.length ?? 0;
  }

  #derivative(kind: "D" | "partial", of: Expr, by: Expr): Expr {
    const body = this.expand(of);
    if (by.kind !== "symbol") return this.#byEntry(body, by);
    const x = by.name;
    if ((x === "e" || x === "pi") && body.kind !== "symbol")
      throw new Unsupported(`${x} is a number here: differentiate by another name`);
    if (body.kind === "index") throw entry(body, by);
    const names = [...freeNames(body)];
    const free = new Set(names.filter((name) => name !== x && !this.quantityOf(name)));
    this.ranged.push({ of: body, by: x, kind, free });
    if (kind === "partial") return this.#partially(body, x);
    const aside = names.some(
      (name) => name !== x && !this.#depends(name, x) && this.#shareRoot(name, x),
    );
    if (!aside) return this.#totally(body, x);
    // Both are functions of one name: dy/dx = (dy/dt)/(dx/dt).
    const roots = this.graph.roots(x);
    if (roots.length !== 1)
      throw new Unsupported(`${x} depends on several names, so that nothing is a function of it`);
    return over(this.along(body, roots[0]), this.along(symbol(x), roots[0]));
  }
  #totally(body: Expr, x: string): Expr {
    const moving = [...freeNames(body)].some((name) => this.#depends(name, x));
    if (body.kind === "symbol" || moving) return this.along(body, x);
    return call("D", body, symbol(x));
  }
  #partially(body: Expr, x: string): Expr {
    const terms: Expr[] = [];
    const own = freeNames(body);
    for (const name of own) {
      const rate = name === x ? undefined : this.#rate(name, x, true);
      if (rate)
        terms.push(body.kind === "symbol" ? rate : times(call("D", body, symbol(name)), rate));
    }
    if (body.kind === "symbol" && own.has(x)) terms.push(number(1n));
    else if (body.kind !== "symbol") terms.unshift(call("D", body, symbol(x)));
    return terms.length === 0 ? number(0n) : terms.length === 1 ? terms[0] : sumOf(...terms);
  }

  /** How fast a name changes with another: by the chain rule over its arguments, \partial by a direct one only. */
  #rate(name: string, by: string, partial: boolean): Expr | undefined {
    const of = this.quantityOf(name);
    if (of === undefined) return undefined;
    const args = this.graph.args(of);
    if ((partial || this.graph.isTorn(of)) && args.includes(by)) return this.#jet(name, by);
    const terms = args.flatMap((arg) => {
      if (arg === by) return [this.#jet(name, arg)];
      const inner = this.#rate(arg, by, partial);
      return inner ? [times(this.#jet(name, arg), inner)] : [];
    });
    if (terms.length === 0) return undefined;
    const hidden = this.graph.isPartial(of) && this.graph.declaration(of) === undefined;
    if (hidden) this.through.set(`${of} ${by}`, { of, by });
    return terms.length === 1 ? terms[0] : sumOf(...terms);
  }
  #jet(name: string, by: string): Expr {
    const known = this.jets.get(name) ?? { of: name, by: [] };
    const order = [...known.by, by].sort();
    const kind = this.graph.signOf(known.of);
    const tree = order.reduce<Expr>(
      (inner, one) => call(kind, inner, symbol(one)),
      symbol(known.of),
    );
    const own = expressionText(tree);
    this.jets.set(own, { of: known.of, by: order, tree });
    return symbol(own);
  }
  #depends(name: string, by: string): boolean {
    const of = this.quantityOf(name);
    return of !== undefined && this.graph.reaches(of, by);
  }
  #shareRoot(name: string, x: string): boolean {
    const of = this.quantityOf(name) ?? name;
    const roots = this.graph.roots(x);
    return this.graph.has(x) && this.graph.roots(of).some((root) => roots.includes(root));
  }

  #byEntry(body: Expr, by: Expr): Expr {
    const moving = [...freeNames(body)].some((name) => this.quantityOf(name) !== undefined);
    const bare = body.kind === "symbol";
    const other = body.kind === "index" && by.kind === "index" && body.name !== by.name;
    if (moving || bare || other) throw entry(body, by);
    return call("D", body, by);
  }
  #refuseBound(body: Expr, bound: string): void {
    for (const name of freeNames(body)) {
      const of = this.quantityOf(name);
      if (of !== undefined && this.graph.reaches(of, bound)) {
        throw new Unsupported(
          `${of} depends on ${bound}, which takes other values here: write the function, ${of}(${bound})`,
        );
      }
    }
  }
}

const entry = (of: Expr, by: Expr) =>
  new Unsupported(
    `nothing is known of the derivative of ${expressionText(of)} by ${expressionText(by)}: define ${expressionText(of)}, or write names without an index`,
  );
