/** Text that is not JSON: where, what was expected there and what was found. */
export class JsonError extends Error {
  override name = "JsonError";
}

/** Characters that a message shows of what was found: a key or a number. */
const fewCharacters = 20;

/** Numbers that JavaScript would write otherwise, `1.0` or `1e-07` for instance, by the object that holds them. */
const written = new WeakMap<object, Map<string, string>>();

/** The text of a number as it was read, if the object still holds that number. */
export function numberAsRead(holder: object, key: string, value: number): string | undefined {
  const text = written.get(holder)?.get(key);
  return text !== undefined && Object.is(Number(text), value) ? text : undefined;
}

/** Where in its text each object and array begins. */
const begins = new WeakMap<object, number>();

/** The offset in the text at which an object or array that `parseJson` gave begins. */
export function beginOf(value: object): number | undefined {
  return begins.get(value);
}

/**
 * Parses JSON like `JSON.parse`, and remembers how numbers were written, so that what another program has stored is
 * written back byte by byte.
 *
 * @throws JsonError with line and column
 */
export function parseJson(text: string): unknown {
  const parser = new Parser(text);
  const value = parser.value("a value");
  parser.end();
  return value;
}

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

const deepest = 1000; // a stack would overflow far below; no notebook comes near

class Parser {
  #at = 0;
  #depth = 0;

  constructor(private readonly text: string) {}

  value(expected: string): unknown {
    const holder: { value?: unknown } = {};
    this.#into(holder, "value", expected);
    return holder.value;
  }

  end(): void {
    this.#match(space);
    if (this.#at < this.text.length) this.#fail("the end of the file");
  }

  #into(holder: object, key: string, expected: string): void {
    this.#match(space);
    const next = this.text[this.#at];
    if (next === "{") set(holder, key, this.#object());
    else if (next === "[") set(holder, key, this.#array());
    else {
      const literal = this.#string() ?? this.#match(word);
      if (literal !== undefined) set(holder, key, JSON.parse(literal));
      else this.#number(holder, key, expected);
    }
  }

  #number(holder: object, key: string, expected: string): void {
    const digits = this.#match(number);
    if (digits === undefined) return this.#fail(expected);
    set(holder, key, Number(digits));
    if (String(Number(digits)) === digits) return;
    if (!written.has(holder)) written.set(holder, new Map());
    written.get(holder)?.set(key, digits);
  }

  #array(): unknown[] {
    const array: unknown[] = [];
    begins.set(array, this.#at);
    this.#list("]", () => this.#into(array, String(array.length), "a value or ]"));
    return array;
  }

  #object(): object {
    const object = {};
    begins.set(object, this.#at);
    this.#list("}", () => {
      const key = this.#string();
      if (key === undefined) return this.#fail('a key in " or }');
      this.#match(space);
      if (!this.#take(":")) this.#fail(":");
      this.#into(object, JSON.parse(key) as string, "a value");
    });
    return object;
  }

  #list(close: string, item: () => void): void {
    if (++this.#depth > deepest) this.#fail(`no more than ${deepest} brackets within each other`);
    this.#at++;
    this.#match(space);
    if (!this.#take(close)) this.#items(close, item);
    this.#depth--;
  }

  #items(close: string, item: () => void): void {
    for (;;) {
      this.#match(space);
      item();
      this.#match(space);
      if (this.#take(close)) return;
      if (!this.#take(",")) this.#fail(`, or ${close}`);
    }
  }

  /** A string as it is written. A pattern that goes over millions of characters would overflow the stack. */
  #string(): string | undefined {
    if (this.text[this.#at] !== '"') return undefined;
    let end = this.#at;
    do end = this.text.indexOf('"', end + 1);
    while (end > 0 && this.#isEscaped(end));
    const literal = this.text.slice(this.#at, end + 1);
    if (end < 0 || !isString(literal)) return undefined;
    this.#at = end + 1;
    return literal;
  }

  /** Whether a character stands behind an odd number of backslashes. */
  #isEscaped(at: number): boolean {
    let from = at;
    while (this.text[from - 1] === "\\") from--;
    return (at - from) % 2 === 1;
  }

  #take(character: string): boolean {
    if (this.text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #fail(expected: string): void {
    const lines = this.text.slice(0, this.#at).split("\n");
    const place = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
    const rest = this.text.slice(this.#at, this.#at + fewCharacters).split("\n")[0];
    const end = this.#at < this.text.length ? "the end of the line" : "the end of the file";
    throw new JsonError(`${place}: expected ${expected}, got ${rest || end}`);
  }
}

function isString(literal: string): boolean {
  try {
    return typeof JSON.parse(literal) === "string";
  } catch {
    return false;
  }
}

/** Plain assignment would take the key `__proto__` for the prototype. */
function set(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
