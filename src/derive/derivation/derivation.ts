import { argmaxSteps, type Argmax } from "./argmax.js";
import { readAll } from "../assumptions/readAll.js";
import { chainLatex } from "../notation/chain.js";
import { gradeOf } from "../steps/combine.js";
import { include, noDefinitions } from "../definitions/definitions.js";
import { defined, type DefinedStep, recurrenceSteps } from "../steps/defining.js";
import { DerivationError } from "../tree/errors.js";
import { definedIn } from "../given/defined.js";
import type { Ground } from "../steps/grading.js";
import type { Side, Statement } from "../notation/relation.js";
import { checkId, checkTexts } from "../steps/checkId.js";
import { checkOptions } from "../steps/checkOptions.js";
import { type Beside, recordOf, takenFrom } from "../../record/index.js";
import { namesAbove, seenAbove, vocabularyAbove } from "../steps/vocabularyAbove.js";
import { nextStep } from "./maximum.js";
import { gradedErratum } from "../steps/erratum.js";
import { assumedStep, continued, type Entry, hypothesisOf } from "../steps/steps.js";
import type { DefinitionOptions, ErratumText, StepOptions } from "../steps/stepOptions.js";
import { type PointValues, type StepValues, valuesAt } from "../steps/valuesAt.js";
import type { Vocabulary } from "../tex/reading/vocabulary.js";
import { readChain, readDefined, readSide, type Written } from "../notation/written.js";
import type { DerivationJSON, Grade, Relation } from "../../record/types.js";

/** A chain of relations under named assumptions, each graded with its evidence as it is added. */
export class Derivation {
  readonly id: string;
  readonly title: string;
  readonly assumptions: string[];
  readonly #read: Ground["assumptions"];
  readonly #definitions = noDefinitions();
  readonly #entries: Entry[] = [];
  readonly #beside: Beside = { errata: [], rests: [], takes: [] };
  /** Where the chain goes on: an expression, or a statement while an equation is being solved. */
  #last?: Side;

  /** @throws DerivationError if the id or an assumption cannot be read */
  constructor(id: string, assumptions: readonly string[] = [], options: { title?: string } = {}) {
    checkId("derivation: id", id);
    checkTexts("derivation: assumptions", assumptions);
    this.id = id;
    this.title = options.title ?? "";
    this.assumptions = [...assumptions];
    this.#read = readAll(assumptions);
  }

  /** Begins the chain, or a new one in the same derivation: with an expression, or with an equation to solve. */
  from(written: Written): this {
    this.#last = this.#side(written);
    return this;
  }
  /** Equal wherever both sides are defined; what that demands is listed as conditions. */
  equals(written: Written, because = "", options: StepOptions = {}): this {
    return this.#next("=", written, because, options);
  }
  /** The value to the digits printed: `0.0292` means within half of 0.0001. */
  approximately(written: Written, because = "", options: StepOptions = {}): this {
    return this.#next("≈", written, because, options);
  }
  /** Below, at every point that the assumptions admit. */
  lessThan(written: Written, because = "", options: StepOptions = {}): this {
    return this.#next("<", written, because, options);
  }
  /** Below or equal, at every point that the assumptions admit. */
  atMost(written: Written, because = "", options: StepOptions = {}): this {
    return this.#next("<=", written, because, options);
  }
  /** Grows no faster than a multiple of the right side. */
  order(written: Written, because = "", options: StepOptions = {}): this {
    return this.#next("O", written, because, options);
  }
  /** A statement that follows from the one before: `from("2*x = 6").implies("x = 3")`. */
  implies(written: Written, because = "", options: StepOptions = {}): this {
    return this.#next("=>", written, because, options);
  }
  /** A statement that holds where the one before does, and nowhere else. */
  iff(written: Written, because = "", options: StepOptions = {}): this {
    return this.#next("<=>", written, because, options);
  }
  /** A whole chain at once, `a = b = c` or LaTeX over several lines, with a reason and options for each of its steps. */
  chain(
    written: Written,
    because: string | readonly string[] = [],
    options: readonly StepOptions[] = [],
  ): this {
    const links = readChain(written, this.#vocabulary());
    if (links.length === 0) {
      throw new DerivationError(
        `${this.id}: chain must have relations between its sides, such as a = b = c`,
      );
    }
    const reasons = typeof because === "string" ? links.map(() => because) : because;
    for (const [i, link] of links.entries()) {
      if (link.defines) this.define(link.left.text, link.right.text, reasons[i]);
      else this.#add(link, reasons[i] ?? "", options[i] ?? {});
      this.#last = link.right;
    }
    return this;
  }
  /** Two statements that hold together: `equivalent("a = 0", "b = c", because)`. */
  equivalent(first: Written, second: Written, because = "", options: StepOptions = {}): this {
    return this.from(first).iff(second, because, options);
  }

  /** Gives a name, a function or the probability of an event its value. A definition is assumed, never proved. */
  define(
    name: Written,
    written: Written,
    because = "by definition",
    options: DefinitionOptions = {},
  ): this {
    checkOptions(this.id, because, options, ["items", "where"]);
    const left = readDefined(name, this.#vocabulary());
    const used = namesAbove(this.#entries, this.#last);
    return this.#assumed(
      defined(left, this.#side(written), options, this.#ground(), used),
      because,
      options.items,
    );
  }
  /** A sequence by its value at 0 and its next value in terms of the one before: `recurrence("r", "x", "r + f - 1")`. */
  recurrence(
    name: string,
    first: Written,
    next: Written,
    because = "by definition",
    options: { items?: number[] } = {},
  ): this {
    checkOptions(this.id, because, options, ["items"]);
    const [start, step] = [this.#side(first), this.#side(next)];
    for (const one of recurrenceSteps(name, start, step, this.#definitions)) {
      this.#assumed(one, because, options.items);
    }
    return this;
  }
  /** A hypothesis in words, with its LaTeX if it has one. Hypotheses about signs and kinds stand with the assumptions. */
  assume(
    statement: string,
    because = "hypothesis",
    options: { items?: number[]; latex?: string } = {},
  ): this {
    checkOptions(this.id, because, options, ["items", "latex"]);
    const hypothesis = hypothesisOf(this.id, statement, options.latex);
    return this.#assumed(hypothesis, because, options.items);
  }
  /** Rests on other derivations: by id, or with everything that another one defines. */
  uses(...others: (string | Derivation)[]): this {
    for (const other of others) {
      const id = typeof other === "string" ? other : other.id;
      checkId(`${this.id}: uses`, id);
      if (typeof other !== "string") {
        include(this.#definitions, other.#definitions);
        this.#beside.takes.push(...takenFrom(other.toJSON(), this.#after));
      }
      if (id !== this.id && !this.#beside.rests.includes(id)) this.#beside.rests.push(id);
    }
    return this;
  }

  /** Refuted as written, proved as corrected. */
  erratum(text: ErratumText): this {
    const erratum = gradedErratum(text, this.#vocabulary(), this.#ground());
    this.#beside.errata.push({ ...erratum, after: this.#after });
    return this;
  }
  /** Where an expression is largest: `argmax("L", "mu").at("sum(x[n], n, 1, N)/N")`. */
  argmax(expression: Written, name: Written): Argmax<this> {
    return argmaxSteps(this, expression, name, this.#vocabulary(), this.#ground());
  }

  /** The grade of the weakest step; a misprint counts with its correction, a refutation that was wanted not at all. */
  get grade(): Grade {
    return gradeOf({ steps: this.#entries.map(({ step }) => step), errata: this.#beside.errata });
  }
  /** Exact values of every step's two sides at a point, such as `{ a: "2", b: 7, x: [1, 2, 3] }`. */
  at(values: PointValues): StepValues[] {
    return valuesAt(this.#entries, values, this.#ground());
  }
  /** The chain as an aligned display. */
  toLatex(): string {
    return chainLatex(this.#entries.map(({ step }) => step));
  }
  /** The derivation as it is stored: see docs/derivation.v1.schema.json. */
  toJSON(): DerivationJSON {
    return recordOf(this, { ...this.#beside, steps: this.#entries.map(({ step }) => step) });
  }

  /** How many steps and errata stand above. */
  get #after(): number {
    return this.#entries.length + this.#beside.errata.length;
  }
  #next(relation: Relation, written: Written, because: string, options: StepOptions): this {
    const step = continued(this.id, this.#last, relation, this.#side(written));
    return this.#add(step, because, options);
  }
  #add(statement: Statement, because: string, options: StepOptions): this {
    this.#entries.push(nextStep(statement, because, this.#ground(), options, this.#entries));
    this.#last = statement.right;
    return this;
  }
  #assumed(written: DefinedStep, because: string, items?: number[]): this {
    this.#entries.push({ step: assumedStep(written, because, items) });
    return this;
  }
  #side(written: Written): Side {
    return readSide(written, this.#vocabulary());
  }
  #vocabulary(): Vocabulary {
    return vocabularyAbove(this.#entries, this.#last, this.#ground());
  }
  #ground(): Ground {
    const seen = seenAbove(this.#entries, this.#last, this.#definitions);
    const { takes } = this.#beside;
    return {
      id: this.id,
      definitions: this.#definitions,
      assumptions: { ...this.#read, seen },
      defined: () => definedIn({ steps: this.#entries.map(({ step }) => step), takes }),
    };
  }
}
