import type { StatedCondition } from "../../decide/conditions/verdict.js";
import { type Expr } from "../../tree/expression.js";
import { expressionText } from "../../tree/text.js";
import type { Known } from "./known.js";
import { tensorKey } from "../terms/normal.js";
import type { Tensor } from "../terms/tensor.js";

export type Need = "invertible" | "nonzero" | "positive" | "not negative";

const words: Record<Need, string> = {
  invertible: "is invertible",
  nonzero: "!= 0",
  positive: "> 0",
  "not negative": ">= 0",
};
const signs: Record<Need, string> = {
  invertible: "\\text{ is invertible}",
  nonzero: "\\ne 0",
  positive: "> 0",
  "not negative": "\\ge 0",
};

/** What a claim demands of its parts, so that they have values. */
export class Conditions {
  readonly #found = new Map<string, StatedCondition>();

  constructor(
    readonly known: Known,
    readonly latexOf: (expr: Expr) => string,
  ) {}

  all(): StatedCondition[] {
    return [...this.#found.values()];
  }

  add(need: Need, expr: Expr, of: Tensor): void {
    const text = `${expressionText(expr)} ${words[need]}`;
    const met = this.known.tell(() => this.#isMet(need, of));
    const isAlways = met?.length === 0;
    if (isAlways || this.#found.has(text)) return;
    const latex = `${this.latexOf(expr)} ${signs[need]}`;
    const metBy = met?.join(", ") ?? this.known.saying(text);
    this.#found.set(text, { text, latex, ...(metBy === undefined ? {} : { metBy }) });
    if (!met && need === "positive") this.known.granted.add(tensorKey(of));
    if (!met && need === "invertible") this.known.grantInvertible(of);
  }

  #isMet(need: Need, of: Tensor): boolean {
    if (need === "invertible") return this.known.isInvertible(of);
    if (need === "nonzero") return this.known.isNonzero(of);
    return this.known.isPositive(of);
  }
}
