import { GaveUp } from "../errors.js";
import { Signs } from "../signs/signs.js";
import { type Form, formKey } from "./form.js";
import { Ring } from "./ring.js";

/** What a procedure had to suppose beyond what the expressions themselves demand. */
export interface Need {
  form: Form;
  need: "nonzero" | "positive";
  why: string;
}

/** What one decision works with: its ring, what is known of signs, and what it had to suppose. */
export class Context {
  readonly ring: Ring;
  readonly signs: Signs;
  readonly needs: Need[] = [];
  /** Names of functions whose integral over the line is 1. */
  readonly densities = new Set<string>();
  /** Values that the discrete variables of each measure take. */
  readonly outcomes = new Map<string, Map<string, string[]>>();
  /** Whether integrals were split or exchanged, which needs that they converge absolutely. */
  readonly convergent = new Set<string>();
  #fresh = 0;
  #depth = 0;

  constructor(budget?: number) {
    this.ring = new Ring(budget);
    this.signs = new Signs(this.ring, this.densities);
  }

  /** A name that stands nowhere else. */
  fresh(): string {
    this.#fresh += 1;
    return `$${this.#fresh}`;
  }

  /** Supposes that a form is other than 0 or positive, and keeps it as a condition unless it is known. */
  suppose(form: Form, need: Need["need"], why: string): void {
    const known = need === "nonzero" ? this.signs.nonzero(form) : this.signs.positive(form);
    if (known) return;
    const key = `${need} ${formKey(form)}`;
    if (this.needs.some((own) => `${own.need} ${formKey(own.form)}` === key)) return;
    this.needs.push({ form, need, why });
  }

  /** Runs a part of the work one level deeper, within what the stack bears. */
  deeper<T>(work: () => T): T {
    if (++this.#depth > 900) throw new GaveUp("the nesting of the expression");
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}
