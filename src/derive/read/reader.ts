import { rational } from "../../num/index.js";
import { DerivationError } from "../tree/errors.js";
import { eventForms, means, readEvent } from "./outcomes.js";
import { call, type Expr, negate, number, symbol } from "../tree/expression.js";
import { faultAt } from "./fault.js";
import { cure } from "./signs.js";
import { exponentOf, type Token, tokenAt } from "./tokens.js";
import { wordProblem } from "./words.js";

/**
 * Reads an expression: numbers, names, + - * / ^ and !, calls, entries, lists, and events such as `p(C=1 | T=1)`. What
 * stands side by side is a product where it can be nothing else: `2x`, `a b`, `(a + b)(a - b)`.
 *
 * @throws DerivationError that points at what cannot be read
 */
export function readPlain(text: string): Expr {
  return new Reader(text).whole();
}

/** Operators written as words elsewhere; beside a name or a number they would be factors. */
const operatorWords = new Map([
  ["mod", "mod is no operator: write x - n*floor(x/n) for a remainder"],
  ["to", "to is no operator: no name is a unit"],
  [
    "in",
    "in is no operator, and no name is a unit: write 0 <= x and x <= 1, or state an assumption",
  ],
  ["choose", "choose is no operator: write binomial(n, k)"],
]);

/** Functions under another name. */
const spellings = new Map(Object.entries({ log_2: "log2", log_10: "log10" }));

class Reader {
  #token!: Token;
  #end = 0;

  constructor(private readonly source: string) {
    this.#next();
  }

  #next(): Token {
    const before = this.#token;
    ({ token: this.#token, end: this.#end } = tokenAt(this.source, this.#end));
    return before;
  }
  #stands(sign: string): boolean {
    return this.#token.kind === "sign" && this.#token.text === sign;
  }
  #takes(sign: string): boolean {
    const taken = this.#stands(sign);
    if (taken) this.#next();
    return taken;
  }
  #fault(expected: string): DerivationError {
    const { kind, text, at } = this.#token;
    const known = kind === "sign" ? cure(text) : undefined;
    const got = kind === "end" ? "it ends here" : `got ${text}`;
    return faultAt(this.source, at, known ?? `${expected} must stand here, ${got}`);
  }
  #closes(sign: string, opened: number): void {
    if (this.#takes(sign)) return;
    if (this.#token.kind !== "end") throw this.#fault(`an operator, a comma or ${sign}`);
    throw faultAt(this.source, opened, `no ${sign} closes this bracket`);
  }

  whole(): Expr {
    const expr = this.#sum();
    if (this.#token.kind === "end") return expr;
    if (/^[)\]]$/.test(this.#token.text)) {
      throw faultAt(this.source, this.#token.at, "no bracket is open here");
    }
    throw this.#fault("an operator such as + or *");
  }

  #sum(): Expr {
    const terms = [this.#product()];
    for (;;) {
      if (this.#takes("+")) terms.push(this.#product());
      else if (this.#takes("-")) terms.push(negate(this.#product()));
      else return terms.length === 1 ? terms[0] : { kind: "add", terms };
    }
  }
  #product(): Expr {
    let factors = [this.#beside()];
    const gathered = (): Expr => (factors.length === 1 ? factors[0] : { kind: "mul", factors });
    for (;;) {
      if (this.#takes("*")) factors.push(this.#beside());
      else if (this.#takes("/")) {
        factors = [{ kind: "div", left: gathered(), right: this.#beside() }];
      } else return gathered();
    }
  }
  /** Factors with no sign between them. A number is none after another factor: `x 2` may be a power or an entry. */
  #beside(): Expr {
    const factors = [this.#signed()];
    while (this.#token.kind === "name" || this.#stands("(")) {
      const word = operatorWords.get(this.#token.text);
      if (word) throw faultAt(this.source, this.#token.at, word);
      factors.push(this.#power());
    }
    if (this.#token.kind === "number") {
      const last = factors[factors.length - 1];
      const word = last.kind === "symbol" ? wordProblem(last.name) : undefined;
      if (word) throw new DerivationError(`cannot read \`${this.source}\`: ${word}`);
      const what = "a number right after another factor: write * for a product, ^ for a power";
      throw faultAt(this.source, this.#token.at, what);
    }
    return factors.length === 1 ? factors[0] : { kind: "mul", factors };
  }
  #signed(): Expr {
    let minuses = 0;
    for (;;) {
      if (this.#takes("-")) minuses++;
      else if (!this.#takes("+")) break;
    }
    let expr = this.#power();
    while (minuses-- > 0) expr = negate(expr);
    return expr;
  }
  #power(): Expr {
    let base = this.#primary();
    while (this.#takes("!")) base = call("factorial", base);
    const above = this.#token.kind === "sign" ? exponentOf(this.#token.text) : undefined;
    if (above !== undefined) {
      this.#next();
      return { kind: "pow", left: base, right: readPlain(above) };
    }
    return this.#takes("^") ? { kind: "pow", left: base, right: this.#signed() } : base;
  }
  #primary(): Expr {
    const { kind, text, at } = this.#token;
    if (kind === "number") {
      this.#next();
      return number(rational(text.replace(/\.(?=$|[eE])/, "").replace(/^\./, "0.")));
    }
    if (kind === "name") return this.#named(this.#next().text);
    if (this.#takes("(")) {
      const inside = this.#sum();
      this.#closes(")", at);
      return inside;
    }
    if (this.#takes("[")) return this.#list(at);
    throw this.#fault("a number, a name or (");
  }
  #named(name: string): Expr {
    const { at } = this.#token;
    if (this.#takes("[")) {
      const indices = this.#arguments("]", at);
      if (!this.#stands("(")) return { kind: "index", name, indices };
      throw faultAt(
        this.source,
        this.#token.at,
        "write * between an entry and a bracket; a cube root is cbrt(x)",
      );
    }
    if (!this.#stands("(")) return symbol(name);
    const event = /\s*([^()]*)\)/y;
    event.lastIndex = this.#end;
    const inside = event.exec(this.source);
    if (inside && inside[1].includes("=")) {
      const read = readEvent(name, inside[1]);
      const isMean = means.has(name) && inside[1].indexOf("|") < inside[1].indexOf("=");
      if (!read && !isMean) {
        throw faultAt(this.source, this.#token.at, eventForms);
      }
      if (read) {
        this.#end = event.lastIndex;
        this.#next();
        return read;
      }
    }
    this.#next();
    if (this.#stands(")")) {
      const what = `${name}() has no argument: write ${name} for a quantity, ${name}(x) for a function`;
      throw faultAt(this.source, this.#token.at, what);
    }
    return call(spellings.get(name) ?? name, ...this.#arguments(")", at));
  }
  /** Arguments, of which those behind a bar are given: `p(x | y)`; those of a divergence, `D(p || q)`. */
  #arguments(close: string, opened: number): Expr[] {
    const args = this.#row();
    if (close === ")" && this.#takes("|")) args.push(call("given", ...this.#conditions()));
    else if (close === ")" && this.#takes("||")) args.push(call("against", this.#sum()));
    this.#closes(close, opened);
    return args;
  }
  /** What is given behind a bar: `Y`, or by its value `Y = y`. */
  #conditions(): Expr[] {
    const one = (): Expr => {
      const of = this.#sum();
      return this.#takes("=") ? call("equal", of, this.#sum()) : of;
    };
    const items = [one()];
    while (this.#takes(",")) items.push(one());
    return items;
  }
  #row(): Expr[] {
    const items = [this.#sum()];
    while (this.#takes(",")) items.push(this.#sum());
    return items;
  }
  /** `[a, b]`, or rows: `[a, b; c, d]`. */
  #list(opened: number): Expr {
    if (this.#stands("]"))
      throw faultAt(
        this.source,
        this.#token.at,
        "a list without entries: write them, as in [1, 2]",
      );
    const rows: Expr[][] = [];
    do {
      rows.push(this.#row());
    } while (this.#takes(";"));
    this.#closes("]", opened);
    if (rows.length === 1) return { kind: "list", items: rows[0] };
    return { kind: "list", items: rows.map((items) => ({ kind: "list", items })) };
  }
}
