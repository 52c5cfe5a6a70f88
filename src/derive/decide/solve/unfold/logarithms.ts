import { substitute } from "../../../tree/names.js";
import type { Context } from "../../../form/context.js";
import { linearIn } from "../../../form/linear.js";
import { asRational, isZero } from "../../../form/ring/form.js";
import { tryForm } from "../../../form/tryForm.js";
import {
  type Call,
  call,
  type Expr,
  number,
  parts,
  symbol,
  times,
  toThe,
  treeKey,
  withEach,
} from "../../../tree/expression.js";
import { type Alternatives, compared, type Sided } from "../../../library/shared/unfold.js";

/** The largest multiple of a logarithm that becomes a power. */
const mostTimes = 8n;

/**
 * A sum of whole multiples of logarithms and a number, compared with 0: what stands under them is positive, and their
 * product is compared with a power of e. Undefined where the expression is no such sum.
 */
export function ofLogarithms(
  ctx: Context,
  gap: Expr,
  relation: Sided["relation"],
): Alternatives | undefined {
  const found = new Map<string, Call>();
  collect(gap, found);
  if (found.size === 0 || found.size > 4) return undefined;
  const names = new Map([...found.keys()].map((key) => [key, ctx.fresh()]));
  let rest = put(gap, names);
  const [above, below]: [Expr[], Expr[]] = [[], []];
  for (const [key, { args }] of found) {
    const name = names.get(key)!;
    const form = tryForm(ctx, rest);
    const linear = form && linearIn(ctx, form, name);
    const count = linear ? asRational(linear.slope) : undefined;
    if (!count?.isInteger || count.sign === 0 || count.abs().num > mostTimes) return undefined;
    const factor = toThe(args[0], number(count.abs()));
    (count.sign > 0 ? above : below).push(factor);
    rest = zeroAt(rest, name);
  }
  const form = tryForm(ctx, rest);
  const plain = form && asRational(form);
  if (!plain) return undefined;
  if (!isZero(form)) below.push(call("exp", number(plain.neg())));
  const [left, right] = [above, below].map((all) => times(number(1n), ...all));
  const positive = [...found.values()].map(({ args }) => compared(args[0], ">", number(0n)));
  return [[...positive, compared(left, relation, right)]];
}

/** The natural logarithms in an expression, but for those inside others. */
function collect(expr: Expr, found: Map<string, Call>): void {
  if (expr.kind === "call" && isLogarithm(expr)) found.set(treeKey(expr.args[0]), expr);
  else parts(expr).forEach((part) => collect(part, found));
}

const isLogarithm = ({ name, args }: Call): boolean =>
  (name === "log" || name === "ln") && args.length === 1;

function put(expr: Expr, names: ReadonlyMap<string, string>): Expr {
  if (expr.kind === "call" && isLogarithm(expr)) return symbol(names.get(treeKey(expr.args[0]))!);
  return withEach(expr, (part) => put(part, names));
}

const zeroAt = (expr: Expr, name: string): Expr => substitute(expr, new Map([[name, number(0n)]]));
