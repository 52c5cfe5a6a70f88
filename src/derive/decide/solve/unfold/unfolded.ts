import type { Assumptions } from "../../../assumptions/assumptions.js";
import type { Context } from "../../../form/context.js";
import { formExpression } from "../../../form/formExpression.js";
import { linearIn } from "../../../form/linear.js";
import { asRational, divide, type Form, negated } from "../../../form/ring/form.js";
import { formNames } from "../../../form/ring/ring.js";
import { attempt } from "../../../tree/errors.js";
import { tryForm } from "../../../form/tryForm.js";
import {
  type Call,
  type Expr,
  parts,
  subtract,
  symbol,
  treeKey,
  withEach,
} from "../../../tree/expression.js";
import { isInteger } from "../../../functions/integers.js";
import { definitionOf } from "../../../library/library.js";
import type { Asked, Sided } from "../../../library/shared/unfold.js";
import { contextFor } from "../../conditions/prepare.js";
import type { Literal } from "../../conditions/proposition.js";
import { ofLogarithms } from "./logarithms.js";

/** Rounds of unfolding, and alternatives, beyond which a statement is left as it is. */
const mostRounds = 4;
const mostAlternatives = 16;

/**
 * A statement without the functions of which the solutions are known, such as x + 2 = x^2 and x >= 0 for sqrt(x + 2) = x:
 * it holds exactly where the statement has a value and holds. Undefined where nothing can be unfolded.
 */
export function unfolded(
  statement: Literal[][],
  assumptions: Assumptions,
): Literal[][] | undefined {
  let current = statement;
  for (let round = 0; round < mostRounds; round++) {
    const sides = current.flat().flatMap(({ left, right }) => [left, right]);
    const ctx = contextFor(sides, assumptions);
    const next = current.flatMap((literals) => conjoined(literals.map((one) => step(ctx, one))));
    if (next.length > mostAlternatives) return undefined;
    const isSame =
      next.length === current.length && next.every((own, i) => sameList(own, current[i]));
    current = next;
    if (isSame) break;
  }
  return current === statement ? undefined : current;
}

const sameList = (one: Literal[], other: Literal[]): boolean =>
  one.length === other.length && one.every((own, i) => own === other[i]);

/** Alternatives of statements that hold together. */
const conjoined = (all: Literal[][][]): Literal[][] =>
  all.reduce<Literal[][]>(
    (before, own) => before.flatMap((one) => own.map((other) => [...one, ...other])),
    [[]],
  );

/** A comparison without one of its functions. */
function step(ctx: Context, literal: Literal): Literal[][] {
  const { gap, relation } = literal;
  const logarithms = ofLogarithms(ctx, gap, relation);
  if (logarithms) return logarithms.map((all) => all.map(literalOf));
  for (const part of callsIn(gap)) {
    const rule = definitionOf(part.name, part.args.length)?.unfold;
    const side = rule && isolated(ctx, gap, part);
    if (!side) continue;
    const { value, isTurned } = side;
    const found = rule(askedOf(ctx), part.args, turned(relation, isTurned), value);
    if (found) return found.map((all) => all.map(literalOf));
  }
  return [[literal]];
}

/** What is asked of expressions, by their forms. */
function askedOf(ctx: Context): Asked {
  const of = <T>(expr: Expr, tell: (form: Form) => T): T | undefined => {
    const form = tryForm(ctx, expr);
    return form && tell(form);
  };
  return {
    rational: (expr) => of(expr, asRational),
    isInteger: (expr) => of(expr, (form) => isInteger(ctx, form)) ?? false,
    nonnegative: (expr) => of(expr, (form) => ctx.signs.nonnegative(form)) ?? false,
  };
}

/** `a F + b` compared with 0 is F compared with -b/a: where a is a number, and F stands nowhere else. */
function isolated(
  ctx: Context,
  gap: Expr,
  part: Call,
): { value: Expr; isTurned: boolean } | undefined {
  const name = ctx.fresh();
  const key = treeKey(part);
  const put = (expr: Expr): Expr => (treeKey(expr) === key ? symbol(name) : withEach(expr, put));
  const form = tryForm(ctx, put(gap));
  // Where F stands in a logarithm, too, it is not linear, and the form has no value at F = 0.
  const linear =
    form && formNames(ctx.ring, form).has(name) && attempt(() => linearIn(ctx, form, name));
  const slope = linear ? asRational(linear.slope) : undefined;
  if (!linear || !slope || slope.sign === 0) return undefined;
  const value = negated(divide(ctx.ring, linear.offset, linear.slope));
  return { value: formExpression(ctx, value), isTurned: slope.sign < 0 };
}

function callsIn(expr: Expr): Call[] {
  const inner = parts(expr).flatMap(callsIn);
  return expr.kind === "call" ? [expr, ...inner] : inner;
}

type Relation = Literal["relation"];
const turned = (relation: Relation, isTurned: boolean): Sided["relation"] =>
  isTurned && relation === ">" ? "<" : isTurned && relation === ">=" ? "<=" : relation;

/** A comparison as it is held: what is smaller stands on the left. */
function literalOf({ left, relation, right }: Sided): Literal {
  if (relation === "<" || relation === "<=") {
    const held = relation === "<" ? (">" as const) : (">=" as const);
    return { relation: held, gap: subtract(right, left), left, right };
  }
  const gap = subtract(left, right);
  const isOrder = relation === ">" || relation === ">=";
  return isOrder ? { relation, gap, left: right, right: left } : { relation, gap, left, right };
}
