import { GaveUp } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import type { Scope } from "../tree/range.js";
import { type Form, formKey } from "./ring/form.js";
import type { RuleId } from "../../record/types.js";
import type { Rules } from "./kinds.js";
import { formAtoms, formNames, Ring } from "./ring/ring.js";
import type { Signs } from "./signs.js";

/** What a procedure had to suppose beyond what the expressions themselves demand. */
export interface Need {
  form: Form;
  need: "nonzero" | "positive" | "nonnegative" | "integer";
  why: string;
  /** The sums and integrals around it, the outer ones first. */
  scopes: Scope[];
  /** Whether an integral does not change where it fails at single points. */
  pointwise: boolean;
}

/** Levels of a normal form within each other, each of which takes up to a thousandth of the stack that a thread has. */
const deepest = 900;

/** What one decision works with: its ring, what is known of signs, and what it had to suppose. */
export class Context {
  readonly ring: Ring;
  readonly signs: Signs;
  readonly needs: Need[] = [];
  /** The rules that were applied, but for those that suppose nothing. */
  readonly applied = new Set<RuleId>();
  /** Names of functions whose integral over the line is 1. */
  readonly densities = new Set<string>();
  /** Values that the discrete variables of each measure take. */
  readonly outcomes = new Map<string, Map<string, string[]>>();
  /** Forms of parts that are sums, products, quotients and whole powers of names, which no sign has a say in. */
  readonly plain = new Map<Expr, Form>();
  /** Whether integrals were split or exchanged, which needs that they converge absolutely. */
  readonly convergent = new Set<string>();
  /** Whether nested sums and integrals are left in the order in which they stand. */
  inOrder = false;
  #fresh = 0;
  readonly #origins = new Map<string, string>();
  #depth = 0;
  #differentiates = false;

  constructor(
    readonly rules: Rules,
    budget?: number,
  ) {
    this.ring = new Ring(budget);
    this.signs = rules.signs(this.ring, rules.kinds, this.densities);
  }

  /** A name that stands nowhere else, for one that the author gave. */
  fresh(origin = "n"): string {
    this.#fresh += 1;
    const name = `$${this.#fresh}`;
    this.#origins.set(name, origin);
    return name;
  }
  /** Remembers for which of the author's names one stands. */
  named(name: string, origin: string): void {
    this.#origins.set(name, origin);
  }
  origin(name: string): string {
    return this.#origins.get(name) ?? name;
  }

  /** Supposes that a form is other than 0 or positive, and keeps it as a condition unless it is known. */
  suppose(
    form: Form,
    need: Exclude<Need["need"], "integer">,
    why: string,
    { pointwise = false } = {},
  ): void {
    const whole = need === "nonnegative" && this.#differentiates && this.#moves(form);
    const needed = whole ? "positive" : need;
    if (!this.signs[needed](form)) this.require(form, needed, why, pointwise);
  }
  /**
   * Works on what a derivative is taken of. It must have values around a place and not at the place alone: what may be 0
   * elsewhere must be positive there.
   */
  differentiating<T>(work: () => T): T {
    const outer = this.#differentiates;
    this.#differentiates = true;
    try {
      return work();
    } finally {
      this.#differentiates = outer;
    }
  }
  /** Whether a name that is no integer stands in a form. */
  #moves(form: Form): boolean {
    return [...formNames(this.ring, form)].some((name) => !this.signs.isIntegerName(name));
  }
  /** Keeps a condition that is not known to hold. */
  require(form: Form, need: Need["need"], why: string, pointwise = false): void {
    const key = `${need} ${formKey(form)}`;
    if (this.needs.some((own) => `${own.need} ${formKey(own.form)}` === key)) return;
    this.needs.push({ form, need, why, scopes: [], pointwise });
  }
  /** Says of what was supposed since then in which range one of its names lies. */
  within(since: number, scope: Scope): void {
    for (const need of this.needs.splice(since)) {
      const { form, scopes, pointwise } = need;
      const limits = scopes.flatMap(({ lower, upper }) => [lower, upper]);
      const inside = limits.some((limit) => limit && freeNames(limit).has(scope.name));
      if (inside || formNames(this.ring, form).has(scope.name)) scopes.unshift(scope);
      const alone = [...formAtoms(form)].every((id) => this.ring.atoms[id].kind === "symbol");
      const single = !scope.integer && alone && scopes.length === 1 && scopes[0] === scope;
      // A polynomial in the variable alone vanishes at single points only.
      if (!pointwise || !single || formNames(this.ring, form).size > 1) this.needs.push(need);
    }
  }

  /** Runs a part of the work in which nested sums and integrals are left as they stand. */
  withOrder<T>(work: () => T): T {
    this.inOrder = true;
    try {
      return work();
    } finally {
      this.inOrder = false;
    }
  }

  /** Runs a part of the work one level deeper, within what the stack bears. */
  deeper<T>(work: () => T): T {
    if (++this.#depth > deepest) throw new GaveUp("the nesting of the expression");
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}
