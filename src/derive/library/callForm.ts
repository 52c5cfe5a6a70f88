import { Undefined, Unsupported } from "../tree/errors.js";
import { type Expr, symbol } from "../tree/expression.js";
import { add } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { constant, divide, type Form, isZero, multiplyAll, negated } from "../form/ring/form.js";
import { opaque } from "../form/opaque.js";
import { power } from "../functions/power.js";
import { statementNames } from "../read/proposition.js";
import { type FunctionDefinition, takes } from "./shared/definition.js";
import { library } from "./library.js";

/** A function of forms: what it is worth where that is known, an atom where only its arguments are. */
export function callForm(ctx: Context, name: string, args: Form[]): Form {
  if (statementNames.has(name)) throw new Unsupported("a statement stands inside an expression");
  const known = library.get(name);
  if (!known) {
    ctx.applied.add("open-function");
    return opaque(ctx, name, args);
  }
  if (!takes(known, args.length)) throw new Unsupported(countText(known, args.length));
  const written = overForms(ctx, args, (formOf, ...places) => {
    const expr = known.rewrite?.(...places);
    return expr && formOf(expr);
  });
  if (written) ctx.applied.add("function-by-definition");
  return written ?? known.normal?.(ctx, ...args) ?? opaque(ctx, name, args);
}

function countText({ name, arity }: FunctionDefinition, count: number): string {
  const [least, most] = typeof arity === "number" ? [arity, arity] : arity;
  const range =
    most === least ? `${least}` : `${least} ${most < Infinity ? `or ${most}` : "or more"}`;
  return `${name} takes ${range} argument${range === "1" ? "" : "s"}, got ${count}`;
}

/**
 * Runs `work` with an expression in the place of each argument that is a form, and what makes a form of an expression
 * of them.
 */
export function overForms<T>(
  ctx: Context,
  args: readonly Form[],
  work: (formOf: (expr: Expr) => Form, ...places: Expr[]) => T,
): T {
  // The trees themselves tell the places apart, whatever they are called.
  const places = args.map((_, i) => symbol(`argument ${i + 1}`));
  const known = new Map(places.map((place, i) => [place, args[i]]));
  return work((expr) => overPlaces(ctx, expr, known), ...places);
}

function overPlaces(ctx: Context, expr: Expr, places: ReadonlyMap<Expr, Form>): Form {
  const { ring } = ctx;
  const go = (part: Expr) => overPlaces(ctx, part, places);
  const place = places.get(expr);
  if (place) return place;
  switch (expr.kind) {
    case "number":
      return constant(ring, expr.value);
    case "symbol":
      if (expr.name === "pi") return ring.form(ring.atom("pi", () => ({ kind: "pi" })));
      break;
    case "neg":
      return negated(go(expr.of));
    case "add":
      return add(ring, ...expr.terms.map(go));
    case "mul":
      return multiplyAll(ring, expr.factors.map(go));
    case "div": {
      const below = go(expr.right);
      if (isZero(below)) throw new Undefined("a denominator is 0");
      return divide(ring, go(expr.left), below);
    }
    case "pow":
      return power(ctx, go(expr.left), go(expr.right));
    case "call":
      return callForm(ctx, expr.name, expr.args.map(go));
  }
  throw new Unsupported("a definition is not made of its arguments, numbers and functions alone");
}
