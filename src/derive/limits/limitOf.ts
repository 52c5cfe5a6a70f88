import { isZero } from "../form/ring/form.js";
import { subtractForms } from "../form/ring/addition.js";
import { limitNames } from "../evaluate/limitNames.js";
import { constantValue, isInfinity } from "../tree/constants.js";
import { DerivationError, Undefined, Unsupported } from "../tree/errors.js";
import {
  type Call,
  type Expr,
  negate,
  number,
  over,
  parts,
  subtract,
  sumOf,
  symbol,
} from "../tree/expression.js";
import { mentions, substitute } from "../tree/names.js";
import { expLog } from "./expLog.js";
import { Asked } from "./series/asked.js";
import { Asymptotics } from "./series/asymptotics.js";
import { NoLimit, type Reached } from "./series/reached.js";

/** What a limit is of, where its name goes, and from which side. */
export interface Limit {
  body: Expr;
  name: string;
  to: Expr;
  side?: "above" | "below";
  /** Whether the name is an integer, and whether its letter often is one. */
  isWhole: boolean;
  isCount: boolean;
}

/** Letters that count where nothing else is said. */
export const isCountName = (name: string): boolean => /^[i-nKMN]$/.test(name);

/** Reads `limit(f, x, a)` and `limit(f, x, a, above)`. @throws DerivationError for another form */
export function readLimit({ args }: Call, integers: ReadonlySet<string>): Omit<Limit, "isCount"> {
  const [body, name, to, side] = args;
  const given = side?.kind === "symbol" ? side.name : undefined;
  const isSide = given === "above" || given === "below";
  if (name?.kind !== "symbol" || !to || args.length > 4 || (side && !isSide))
    throw new DerivationError(
      "limit is written limit(e, x, a), limit(e, x, a, above) or limit(e, x, a, below)",
    );
  const isWhole = integers.has(name.name);
  return { body, name: name.name, to, ...(isSide ? { side: given } : {}), isWhole };
}

/** Whether a place is one of the infinities. */
export const isFarOut = (to: Expr): boolean =>
  isInfinity(to) || (to.kind === "neg" && isInfinity(to.of));

/** Where a name is for a number that grows: at the place, from one side, or far out. */
export const placeOf =
  (to: Expr, side: 1 | -1) =>
  (x: Expr): Expr => {
    if (isInfinity(to)) return x;
    if (to.kind === "neg" && isInfinity(to.of)) return negate(x);
    return side > 0 ? sumOf(to, over(number(1n), x)) : subtract(to, over(number(1n), x));
  };

/**
 * What an expression tends to.
 *
 * @throws NoLimit where it tends to nothing; Unsupported, GaveUp where that is not known
 */
export function limitOf(asked: Asked, limit: Limit): Reached {
  const { to, side } = limit;
  if (isFarOut(to)) {
    if (side) throw new Unsupported("infinity has one side alone");
    return farOut(asked, limit, placeOf(to, 1));
  }
  if (limit.isWhole) throw new Unsupported("an integer goes to infinity alone");
  const from = (sign: 1 | -1) => farOut(asked, limit, placeOf(to, sign));
  if (side) return from(side === "above" ? 1 : -1);
  asked.ctx.applied.add("two-sided-limit");
  const [above, below] = bothSides(from);
  if ("infinite" in above || "infinite" in below) {
    if ("infinite" in above && "infinite" in below && above.infinite === below.infinite)
      return above;
    throw new NoLimit("the limits from above and from below differ");
  }
  const gap = subtractForms(asked.ctx.ring, above.value, below.value);
  if (isZero(gap)) return above;
  if (asked.ctx.signs.nonzero(gap))
    throw new NoLimit("the limits from above and from below differ");
  throw new Unsupported("the limits from above and from below are not told apart");
}

/** The limits from above and from below; a function that has values on one side alone is not decided. */
function bothSides(from: (sign: 1 | -1) => Reached): [Reached, Reached] {
  const found = ([1, -1] as const).map((sign): { reached: Reached } | { error: Undefined } => {
    try {
      return { reached: from(sign) };
    } catch (error) {
      if (error instanceof Undefined) return { error };
      throw error;
    }
  });
  const none = found.flatMap((own) => ("error" in own ? [own.error] : []));
  const swinging = none.find((error) => error instanceof NoLimit);
  if (none.length === 2 || swinging) throw swinging ?? none[0];
  const [above, below] = found;
  if (!("reached" in above) || !("reached" in below)) {
    const side = "reached" in above ? "above" : "below";
    throw new Unsupported(
      `the function has no values on the other side: write limit(e, x, a, ${side})`,
    );
  }
  return [above.reached, below.reached];
}

/** The limit as a name goes to infinity, of which the own name is made. */
function farOut(asked: Asked, limit: Limit, place: (x: Expr) => Expr): Reached {
  const { at, expr, counts } = moved(asked, limit, place);
  try {
    return at.limit(expr());
  } catch (error) {
    if (error instanceof NoLimit && limit.isCount && !counts)
      throw new Unsupported(`${error.message}; for integers that need not be so`);
    if (error instanceof Undefined && !(error instanceof NoLimit) && hasOpenPower(limit.body))
      throw new Unsupported(`${error.message}, unless an exponent is an integer`);
    throw error;
  }
}

/** Whether there is a power that may have values for integers in the exponent alone. */
const hasOpenPower = (expr: Expr): boolean =>
  (expr.kind === "pow" &&
    constantValue(expr.right) === undefined &&
    !((constantValue(expr.left)?.sign ?? 0) > 0)) ||
  parts(expr).some(hasOpenPower);

/** An expression as a function of a name that grows. */
export function moved(
  asked: Asked,
  { body, name, isWhole }: Limit,
  place: (x: Expr) => Expr,
): { at: Asymptotics; expr: () => Expr; counts: boolean } {
  const own = asked.ctx.fresh(name);
  const counts = isWhole || holdsCounts(body, name);
  const at = new Asymptotics(asked, own, counts);
  const inner = substitute(body, new Map([[name, place(symbol(own))]]));
  return { at, expr: () => expLog(at, inner), counts };
}

/** Whether a name stands where only integers have a value: it limits a sum, or is the exponent of a negative number. */
const holdsCounts = (body: Expr, name: string): boolean =>
  limitNames([body]).has(name) || turns(body, name);

function turns(expr: Expr, name: string): boolean {
  if (
    expr.kind === "pow" &&
    (constantValue(expr.left)?.sign ?? 0) < 0 &&
    mentions(expr.right, name)
  )
    return true;
  return parts(expr).some((part) => turns(part, name));
}
