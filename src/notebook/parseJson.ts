/** Text that is not JSON: where, what was expected there and what was found. */
export class JsonError extends Error {
  override name = "JsonError";
}

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
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

class Parser {
  #at = 0;

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
      const literal = this.#match(string) ?? this.#match(word);
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
      const key = this.#match(string);
      if (key === undefined) return this.#fail('a key in " or }');
      this.#match(space);
      if (!this.#take(":")) this.#fail(":");
      this.#into(object, JSON.parse(key) as string, "a value");
    });
    return object;
  }

  #list(close: string, item: () => void): void {
    this.#at++;
    this.#match(space);
    if (this.#take(close)) return;
    for (;;) {
      this.#match(space);
      item();
      this.#match(space);
      if (this.#take(close)) return;
      if (!this.#take(",")) this.#fail(`, or ${close}`);
    }
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
    const rest = this.text.slice(this.#at, this.#at + 20).split("\n")[0];
    const end = this.#at < this.text.length ? "the end of the line" : "the end of the file";
    throw new JsonError(`${place}: expected ${expected}, got ${rest || end}`);
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
