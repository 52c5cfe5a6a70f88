import type { Language } from "./languages.js";

/** A piece of code in its ink: the language's own words and comments, values as they are written, all else. */
export interface Inked {
  text: string;
  ink?: "c-k" | "c-s";
}

const blank = /\s+/y;
const word = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const digits = /\d(?:[eE][+-]?\d|[\w.])*/y;
const flags = /[a-z]*/y;

/**
 * Cuts code into pieces of one ink each, in time that is linear in its length, whatever it holds: what nothing closes goes
 * to the end of its line or of the code, and nothing is read twice.
 */
export function inked(code: string, language: Language): Inked[] {
  return new Reader(code, language).all();
}

class Reader {
  readonly #pieces: Inked[] = [];
  #at = 0;
  /** Whether what stands before is a value, behind which a slash divides. */
  #behindValue = false;
  /** Before this place a slash was read that begins no pattern; a later one of its line begins none either. */
  #noPatternBefore = 0;
  /** For each template that is open, how many braces are open in what stands in it. */
  readonly #templates: number[] = [];

  constructor(
    private readonly code: string,
    private readonly language: Language,
  ) {}

  all(): Inked[] {
    while (this.#at < this.code.length) this.#piece();
    return this.#pieces;
  }

  #piece(): void {
    const space = this.#match(blank);
    if (space) return this.#add(space);
    const comment = this.#comment();
    if (comment) return this.#add(comment, "c-k");
    const string = this.#string();
    if (string) return this.#value(string);
    const isMember = /(?:^|[^.])\.$/.test(this.code.slice(Math.max(0, this.#at - 2), this.#at));
    const name = this.#match(word);
    if (name) return this.#word(name, isMember);
    const number = this.#match(digits);
    if (number) return this.#value(number);
    this.#sign();
  }

  #word(name: string, isMember: boolean): void {
    const { keywords, literals } = this.language;
    const ink = isMember ? undefined : keywords.has(name) ? "c-k" : literals.has(name) && "c-s";
    this.#add(name, ink || undefined);
    this.#behindValue = ink !== "c-k";
  }

  #value(text: string): void {
    this.#add(text, "c-s");
    this.#behindValue = true;
  }

  #comment(): string | undefined {
    const { lineComments, comments } = this.language;
    // The longer mark first: in Julia `#=` begins another comment than `#`.
    const around = comments.find(([begin]) => this.#starts(begin));
    if (around) return this.#through(around[1], this.#at + around[0].length);
    if (!lineComments.some((begin) => this.#starts(begin))) return undefined;
    return this.#to(this.#lineEnd());
  }

  #string(): string | undefined {
    const { quotes, longQuotes, script } = this.language;
    const long = longQuotes.find((quote) => this.#starts(quote));
    if (long) return this.#through(long, this.#at + long.length);
    const quote = this.code[this.#at];
    if (quotes.includes(quote)) return this.#to(this.#closing(this.#at + 1, quote, true));
    if (!script) return undefined;
    if (quote === "`") return this.#template(this.#at + 1);
    if (quote !== "/" || this.#behindValue || this.#at < this.#noPatternBefore) return undefined;
    return this.#pattern();
  }

  /** A regular expression, whose classes may hold slashes. */
  #pattern(): string | undefined {
    let inClass = false;
    for (let i = this.#at + 1; i < this.code.length && this.code[i] !== "\n"; i++) {
      const sign = this.code[i];
      if (sign === "\\") i++;
      else if (sign === "[" || sign === "]") inClass = sign === "[";
      else if (sign === "/" && !inClass) return this.#to(i + 1) + (this.#match(flags) ?? "");
    }
    this.#noPatternBefore = this.#lineEnd();
    return undefined;
  }

  /** The text of a template up to its end, or up to what is computed in it. */
  #template(from: number): string {
    const end = this.#closing(from, "`", false);
    if (this.code[end - 1] !== "{") return this.#to(end);
    this.#templates.push(0);
    return this.#to(end);
  }

  #sign(): void {
    const sign = this.code[this.#at];
    const open = this.#templates.length - 1;
    if (sign === "}" && this.#templates[open] === 0) {
      this.#templates.pop();
      return this.#value(this.#template(this.#at + 1));
    }
    if (open >= 0 && sign === "{") this.#templates[open]++;
    if (open >= 0 && sign === "}") this.#templates[open]--;
    this.#add(sign);
    this.#behindValue = sign === ")" || sign === "]" || sign === "}";
    this.#at++;
  }

  /** Behind the quote that ends a string; a template's text ends behind `${`, too. */
  #closing(from: number, quote: string, inLine: boolean): number {
    for (let i = from; i < this.code.length; i++) {
      const sign = this.code[i];
      if (sign === "\\") i++;
      else if (sign === quote) return i + 1;
      else if (inLine && sign === "\n") return i;
      else if (quote === "`" && sign === "$" && this.code[i + 1] === "{") return i + 2;
    }
    return this.code.length;
  }

  #add(text: string, ink?: Inked["ink"]): void {
    const last = this.#pieces.at(-1);
    if (last && last.ink === ink) last.text += text;
    else this.#pieces.push({ text, ink });
  }

  #starts(mark: string): boolean {
    return this.code.startsWith(mark, this.#at);
  }

  #match(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.code)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #lineEnd(): number {
    const end = this.code.indexOf("\n", this.#at);
    return end < 0 ? this.code.length : end;
  }

  #through(mark: string, from: number): string {
    const end = this.code.indexOf(mark, from);
    return this.#to(end < 0 ? this.code.length : end + mark.length);
  }

  #to(end: number): string {
    const text = this.code.slice(this.#at, Math.min(end, this.code.length));
    this.#at = Math.min(end, this.code.length);
    return text;
  }
}
