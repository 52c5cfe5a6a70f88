import { usualBits } from "../../tree/lengths.js";
import { isNoAnswer, Undefined } from "../../tree/errors.js";
import { evaluate, type Point } from "../../evaluate/evaluate.js";
import { intervals } from "../../evaluate/interval.js";
import { Arithmetic } from "../../evaluate/value.js";
import { type Expr, number } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { isZero } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import { tryForm } from "../../form/tryForm.js";
import { substitute } from "../../tree/names.js";
import { isPlain } from "./judged.js";
import type { Literal } from "../conditions/proposition.js";

/** How a statement stands at a point; it is untold where its values could not be given, or not told from 0. */
export type Standing = "holds" | "fails" | "no value" | "untold";

const exact = new Arithmetic();
export const wide = new Arithmetic(intervals(usualBits));

/**
 * Tells how statements stand at points: by their own values and, where these enclose 0, by those of their forms, or by
 * what these come to with the point's numbers in them, as exp(3) - exp(3) does.
 */
export class Standings {
  readonly #forms = new Map<Expr, Expr | undefined>();

  /** @param ctx knows the assumptions and nothing else, so that its forms hold where what they suppose does */
  constructor(private readonly ctx: Context) {}

  of(statement: Literal[][], point: Point): Standing {
    const all = statement.map((literals) => this.ofAll(literals, point));
    return all.find((one) => one === "holds") ?? worst(all, ["untold", "no value"]) ?? "fails";
  }
  /** How comparisons stand that are to hold together. */
  ofAll(literals: Literal[], point: Point): Standing {
    const all = literals.map((literal) => this.#ofOne(literal, point));
    return worst(all, ["fails", "untold", "no value"]) ?? "holds";
  }

  #ofOne({ relation, gap }: Literal, point: Point): Standing {
    const sign =
      signAt(gap, point, wide) ?? this.#signOfForm(gap, point) ?? this.#isZeroWith(gap, point);
    if (sign === undefined) return "untold";
    if (sign === "no value") return sign;
    return compares(relation, sign) ? "holds" : "fails";
  }
  #signOfForm(gap: Expr, point: Point): number | undefined {
    if (!this.#forms.has(gap)) {
      const form = tryForm(this.ctx, gap);
      this.#forms.set(gap, form && formExpression(this.ctx, form));
    }
    const form = this.#forms.get(gap);
    if (!this.#areMet(point)) return undefined;
    const sign = form && (signAt(form, point, exact) ?? signAt(form, point, wide));
    return sign === "no value" ? undefined : sign;
  }

  #isZeroWith(gap: Expr, { symbols }: Point): 0 | undefined {
    if (!isPlain(gap)) return undefined; // a derivative is taken before its name has a value
    const numbers = new Map([...symbols].map(([name, value]) => [name, number(value)]));
    const since = this.ctx.needs.length;
    const form = tryForm(this.ctx, substitute(gap, numbers));
    const supposed = this.ctx.needs.splice(since);
    return form && isZero(form) && supposed.length === 0 ? 0 : undefined;
  }

  /** Whether what the forms suppose holds at a point, such as that the index of a delta lies in the range of a sum. */
  #areMet(point: Point): boolean {
    return this.ctx.needs.every(({ form, need, scopes }) => {
      if (scopes.length > 0) return false;
      const sign = signAt(formExpression(this.ctx, form), point, wide);
      if (typeof sign !== "number" || need === "integer") return false;
      return need === "nonzero" ? sign !== 0 : need === "positive" ? sign > 0 : sign >= 0;
    });
  }
}

const worst = (all: Standing[], order: Standing[]): Standing | undefined =>
  order.find((one) => all.includes(one));

const compares = (relation: Literal["relation"], sign: number): boolean =>
  relation === "="
    ? sign === 0
    : relation === "!="
      ? sign !== 0
      : relation === ">"
        ? sign > 0
        : sign >= 0;

function signAt(expr: Expr, point: Point, math: Arithmetic): number | "no value" | undefined {
  try {
    return math.sign(evaluate(expr, point, math));
  } catch (error) {
    if (error instanceof Undefined) return "no value";
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}
