import type { Context } from "../../form/context.js";
import { type Form, formKey, isZero, negated } from "../../form/ring/form.js";
import { formNames } from "../../form/ring/ring.js";
import { GaveUp, Unsupported } from "../../tree/errors.js";
import { waveSign } from "./waveSign.js";

/** What a limit rests on beside the assumptions: the sign of a parameter. */
export interface Supposed {
  form: Form;
  need: "positive" | "nonzero";
  /** The form of which the other sign is possible, too. */
  either?: Form;
}

/** Signs of parameters that one limit may suppose: each may be of two kinds, and all kinds are tried. */
const mostSupposed = 3;

/**
 * The signs of what does not contain the variable: what the assumptions show, and where they show nothing what is
 * supposed. `choices` says for each of these, in the order in which they are asked, whether it is supposed to be negative.
 */
export class Asked {
  readonly supposed: Supposed[] = [];
  readonly made: boolean[] = [];
  /** Values between bounds, by their name. */
  readonly waves = new Map<string, readonly [number, number]>();

  constructor(
    readonly ctx: Context,
    readonly choices: readonly boolean[] = [],
  ) {}

  /** The sign of a form without the variable; 0 for the form 0 alone. */
  sign(form: Form): 1 | -1 | 0 {
    if (isZero(form)) return 0;
    const { signs, ring } = this.ctx;
    const bounded = this.waves.size ? waveSign(ring, form, this.waves) : undefined;
    if (bounded) return bounded;
    for (const side of [1, -1] as const) {
      const own = side > 0 ? form : negated(form);
      if (signs.positive(own)) return side;
      if (!signs.nonnegative(own)) continue;
      this.#suppose(own, "positive");
      return side;
    }
    const isNegative = this.choices[this.made.length] ?? false;
    this.#suppose(isNegative ? negated(form) : form, "positive", form);
    this.made.push(isNegative);
    return isNegative ? -1 : 1;
  }

  /** Supposes that a form without the variable is other than 0, unless that is known. */
  nonzero(form: Form): void {
    if (isZero(form)) throw new GaveUp("a form that is 0");
    if (waveSign(this.ctx.ring, form, this.waves)) return;
    if (!this.ctx.signs.nonzero(form)) this.#suppose(form, "nonzero");
  }

  #suppose(form: Form, need: Supposed["need"], either?: Form): void {
    const names = formNames(this.ctx.ring, form);
    if (names.size === 0) throw new Unsupported("a number is not told from 0");
    if ([...names].some((name) => isWave(name)))
      throw new Unsupported("a value between bounds is not known to stay away from 0");
    if ([...names].some((name) => name.startsWith("$")))
      throw new Unsupported("the sign of what moves itself is not known");
    if (this.supposed.some((own) => own.need === need && formKey(own.form) === formKey(form)))
      return;
    if (this.supposed.length === mostSupposed)
      throw new Unsupported("the signs of more than three parameters are not known");
    this.supposed.push({ form, need, ...(either ? { either } : {}) });
    this.ctx.signs.learn(form, need === "positive" ? ">" : "!=", "");
  }
}

/** The name of a value that moves between bounds and has no limit, such as a sine far out. */
export const waveName = (count: number): string => `wave ${count}`;
export const isWave = (name: string): boolean => name.startsWith("wave ");
