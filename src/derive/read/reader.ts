import { rational } from "../../num/index.js";
import { call, type Expr, negate, number, type Outcome, symbol } from "../expression.js";

const token = /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(\S))/y;
const deepest = 400;

/** What the quick reader cannot read; mathjs then says what it is, or what is wrong with it. */
class NotPlain extends Error {}

/**
 * Reads the plain part of mathjs's grammar (numbers, names, + - * / ^, calls, entries, lists) without loading mathjs,
 * and events such as `p(C=1 | T=1)`, which mathjs has not. Undefined for any other text.
 */
export function readPlain(text: string): Expr | undefined {
  try {
    const reader = new Reader(text);
    const expr = reader.sum();
    return reader.kind === "end" ? expr : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class Reader {
  kind: "number" | "name" | "sign" | "end" = "end";
  text = "";
  #place = 0;
  #depth = 0;

  constructor(private readonly source: string) {
    this.next();
  }

  next(): void {
    token.lastIndex = this.#place;
    const match = token.exec(this.source);
    this.#place = token.lastIndex;
    this.kind = !match ? "end" : match[1] ? "number" : match[2] ? "name" : "sign";
    this.text = match ? (match[1] ?? match[2] ?? match[3]) : "";
  }
  #takes(sign: string): boolean {
    if (this.kind !== "sign" || this.text !== sign) return false;
    this.next();
    return true;
  }
  #needs(sign: string): void {
    if (!this.#takes(sign)) throw new NotPlain();
  }

  sum(): Expr {
    if (++this.#depth > deepest) throw new NotPlain();
    const terms = [this.product()];
    for (;;) {
      if (this.#takes("+")) terms.push(this.product());
      else if (this.#takes("-")) terms.push(negate(this.product()));
      else break;
    }
    this.#depth--;
    return terms.length === 1 ? terms[0] : { kind: "add", terms };
  }
  product(): Expr {
    let factors = [this.unary()];
    const gathered = (): Expr => (factors.length === 1 ? factors[0] : { kind: "mul", factors });
    for (;;) {
      if (this.#takes("*")) factors.push(this.unary());
      else if (this.#takes("/")) factors = [{ kind: "div", left: gathered(), right: this.unary() }];
      else return gathered();
    }
  }
  unary(): Expr {
    if (++this.#depth > deepest) throw new NotPlain();
    const minus = this.#takes("-");
    const expr = minus ? negate(this.unary()) : this.power();
    this.#depth--;
    return expr;
  }
  power(): Expr {
    let base = this.primary();
    while (this.#takes("!")) base = call("factorial", base);
    return this.#takes("^") ? { kind: "pow", left: base, right: this.unary() } : base;
  }
  primary(): Expr {
    const { kind, text } = this;
    this.next();
    if (kind === "number") return number(rational(text.replace(/\.$/, "").replace(/^\./, "0.")));
    if (kind === "name") return this.named(text);
    if (kind !== "sign") throw new NotPlain();
    if (text === "(") {
      const inside = this.sum();
      this.#needs(")");
      return inside;
    }
    if (text === "[") return { kind: "list", items: this.arguments("]") };
    throw new NotPlain();
  }
  named(name: string): Expr {
    if (this.#takes("[")) return { kind: "index", name, indices: this.arguments("]") };
    if (this.kind !== "sign" || this.text !== "(") return symbol(name);
    const event = /\s*([^()]*)\)/y;
    event.lastIndex = this.#place;
    const inside = event.exec(this.source);
    if (inside && /[=|]/.test(inside[1])) {
      this.#place = event.lastIndex;
      this.next();
      return readEvent(name, inside[1]);
    }
    this.next();
    return call(name, ...this.arguments(")"));
  }
  arguments(close: string): Expr[] {
    const args = [this.sum()];
    while (this.#takes(",")) args.push(this.sum());
    this.#needs(close);
    return args;
  }
}

function readEvent(measure: string, text: string): Expr {
  const sides = text.split("|");
  if (sides.length > 2) throw new NotPlain();
  const [event, given = []] = sides.map((side) => side.split(",").map(readOutcome));
  return { kind: "event", measure, event, given };
}

function readOutcome(text: string): Outcome {
  const match = /^\s*([A-Za-z_]\w*)\s*=\s*(-?\w+)\s*$/.exec(text);
  if (!match) throw new NotPlain();
  return { variable: match[1], value: match[2] };
}
