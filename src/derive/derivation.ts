import { type Assumptions, readAssumptions } from "./assumptions.js";
import { chainLatex, statementLatex } from "./chain.js";
import { decide } from "./decide.js";
import type { Verdict } from "./decide/verdict.js";
import { DerivationError } from "./errors.js";
import { call, type Expr, treeKey } from "./expression.js";
import { expressionLatex } from "./latex.js";
import { substitute } from "./names.js";
import { parse } from "./parse.js";
import { readRelation, relationLatex, type Statement } from "./relation.js";
import type { ErratumText, StepOptions } from "./stepOptions.js";
import type { DerivationJSON, Erratum, Grade, Relation, Step } from "./types.js";
import { type StepValues, valuesAt } from "./valuesAt.js";

const weakest: Grade[] = ["refuted", "unknown", "tested", "proved-if", "proved", "assumed"];

/** A chain of relations under named assumptions, each graded with its evidence as it is added. */
export class Derivation {
  readonly id: string;
  readonly title: string;
  readonly assumptions: string[];
  #assumptions: Assumptions;
  #definitions = new Map<string, Expr>();
  #last?: { text: string; expr: Expr };
  #steps: Step[] = [];
  #errata: Erratum[] = [];

  constructor(id: string, assumptions: readonly string[] = [], options: { title?: string } = {}) {
    if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id)) {
      throw new DerivationError(
        `derivation: id must be lower case words joined by dots or dashes, got ${JSON.stringify(id)}`,
      );
    }
    this.id = id;
    this.title = options.title ?? "";
    this.assumptions = [...assumptions];
    this.#assumptions = readAssumptions(assumptions);
  }

  /** Begins the chain, or a new one in the same derivation. */
  from(text: string): this {
    this.#last = { text, expr: this.#read(text) };
    return this;
  }
  equals(text: string, because = "", options: StepOptions = {}): this {
    return this.#step("=", text, because, options);
  }
  /** The value to the digits printed: `0.0292` means within half of 0.0001. */
  approximately(text: string, because = "", options: StepOptions = {}): this {
    return this.#step("≈", text, because, options);
  }
  lessThan(text: string, because = "", options: StepOptions = {}): this {
    return this.#step("<", text, because, options);
  }
  atMost(text: string, because = "", options: StepOptions = {}): this {
    return this.#step("<=", text, because, options);
  }
  /** Two equations that hold together: `equivalent("a = 0", "b = c", because)`. */
  equivalent(first: string, second: string, because = "", options: StepOptions = {}): this {
    const [one, two] = [this.#statement(first), this.#statement(second)];
    const [left, right] = [one, two].map((side) => call(side.relation, ...this.#sides(side)));
    const verdict = decide({ left, relation: "<=>", right }, this.#assumptions);
    const [lhsLatex, rhsLatex] = [one, two].map(statementLatex);
    const latex = `${lhsLatex} \\iff ${rhsLatex}`;
    this.#steps.push({
      lhs: first,
      relation: "<=>",
      rhs: second,
      latex,
      lhsLatex,
      rhsLatex,
      because,
      ...verdict,
      items: options.items ?? [],
    });
    return this;
  }

  /** Gives a name to an expression; later steps may use it. A definition is assumed, never proved. */
  define(name: string, text: string, because = "by definition", options: StepOptions = {}): this {
    const left = parse(name);
    const right = this.#read(text);
    if (left.kind === "symbol")
      this.#definitions.set(left.name, substitute(right, this.#definitions));
    return this.#assumed(
      name,
      text,
      expressionLatex(left),
      expressionLatex(right),
      because,
      options,
    );
  }
  /** A hypothesis in words or in LaTeX, for instance `p(x, z) = p(x)\,p(z)`. */
  assume(
    statement: string,
    because = "hypothesis",
    options: StepOptions & { latex?: string } = {},
  ): this {
    const latex = options.latex ?? `\\text{${statement}}`;
    return this.#assumed(statement, "", latex, "", because, options);
  }

  /** Refuted as written, proved as corrected. */
  erratum({ asWritten, corrected, because = "", items = [] }: ErratumText): this {
    const step = (text: string): Step => {
      const statement = this.#statement(text);
      return { ...this.#graded(statement, because), items };
    };
    this.#errata.push({ items, asWritten: step(asWritten), corrected: step(corrected) });
    return this;
  }

  /** The grade of the weakest step. */
  get grade(): Grade {
    const grades = [...this.#steps, ...this.#errata.map(({ corrected }) => corrected)].map(
      ({ grade }) => grade,
    );
    return weakest.find((grade) => grades.includes(grade)) ?? "unknown";
  }

  /** Exact values of every step's two sides at a point, such as `{ a: "2", b: 7 }`. */
  at(values: Record<string, string | number>): StepValues[] {
    return valuesAt(this.#steps, values, this.#assumptions, (expr) => this.#resolve(expr));
  }

  /** The chain as an aligned display. */
  toLatex(): string {
    return chainLatex(this.#steps);
  }

  toJSON(): DerivationJSON {
    const { id, title, assumptions, grade } = this;
    return {
      id,
      title,
      assumptions: [...assumptions],
      grade,
      steps: [...this.#steps],
      errata: [...this.#errata],
    };
  }

  #step(relation: Relation, text: string, because: string, options: StepOptions): this {
    if (!this.#last)
      throw new DerivationError(`${this.id}: a step needs a left side: call from() first`);
    const right = { text, expr: this.#read(text) };
    const statement = { left: this.#last, relation, right };
    this.#steps.push({ ...this.#graded(statement, because), items: options.items ?? [] });
    this.#last = right;
    return this;
  }

  #graded({ left, relation, right }: Statement, because: string): Omit<Step, "items"> {
    if (treeKey(left.expr) === treeKey(right.expr)) {
      throw new DerivationError(
        `${this.id}: \`${left.text}\` and \`${right.text}\` are the same expression: there is nothing to check`,
      );
    }
    const places = /\.(\d+)\s*$/.exec(right.text)?.[1].length ?? 0;
    const [one, two] = this.#sides({ left, relation, right });
    const verdict: Verdict = decide({ left: one, relation, right: two, places }, this.#assumptions);
    const [lhsLatex, rhsLatex] = [expressionLatex(left.expr), expressionLatex(right.expr)];
    const latex = `${lhsLatex} ${relationLatex(relation)} ${rhsLatex}`;
    return {
      lhs: left.text,
      relation,
      rhs: right.text,
      latex,
      lhsLatex,
      rhsLatex,
      because,
      ...verdict,
    };
  }

  #assumed(
    lhs: string,
    rhs: string,
    lhsLatex: string,
    rhsLatex: string,
    because: string,
    options: StepOptions,
  ): this {
    const latex = rhsLatex ? `${lhsLatex} = ${rhsLatex}` : lhsLatex;
    const step = {
      lhs,
      relation: "=" as const,
      rhs,
      latex,
      lhsLatex,
      rhsLatex,
      because,
      grade: "assumed" as const,
    };
    this.#steps.push({
      ...step,
      conditions: [],
      method: "definition or hypothesis",
      items: options.items ?? [],
    });
    return this;
  }

  #read(text: string): Expr {
    return parse(text);
  }
  #resolve(expr: Expr): Expr {
    return substitute(expr, this.#definitions);
  }
  #sides({ left, right }: Statement): [Expr, Expr] {
    return [this.#resolve(left.expr), this.#resolve(right.expr)];
  }
  #statement(text: string): Statement {
    return readRelation(text);
  }
}
