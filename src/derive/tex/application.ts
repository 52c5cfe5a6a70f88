import { call, type Expr, type Outcome } from "../expression.js";
import { enclosed, is, peek, type Reading, refuse, take, takes, unexpected } from "./reading.js";
import type { Token } from "./tokens.js";
import { powered } from "./powers.js";

/** A symbol before what it may be applied to. */
export interface Head {
  token: Token;
  /** The names that it may have as a function, the usual one first. */
  names: string[];
  power: boolean;
  /** The symbol read as a quantity. */
  expr(): Expr;
}

/** Letters that are mostly functions; `f(x - 1)` with such a letter is never taken for a product unasked. */
export const functionLetters = new Set([
  "f",
  "g",
  "h",
  "p",
  "q",
  "F",
  "G",
  "P",
  "Q",
  "E",
  "phi",
  "psi",
]);
const closing: Record<string, string> = { "(": ")", "[": "]" };

/** Reads parentheses after a symbol: the arguments of a function, an event, or a factor. */
export function appliedTo(reading: Reading, head: Head): Expr[] {
  const open = peek(reading);
  const opens = (is(open, "(") || is(open, "[")) && open.sized !== "right";
  if (!opens) return [head.expr()];
  const { declared, evidence } = reading;
  const name = head.names.find((one) => declared.functions.has(one)) ?? head.names[0];
  const isQuantity = head.names.some((one) => declared.symbols.has(one)) || head.names.length === 0;
  const isFunction =
    name !== undefined &&
    (declared.functions.has(name) ||
      (!isQuantity &&
        (evidence.functions.has(name) ||
          (name === "sigma" && !head.power) ||
          wordy(name, head.token))));
  const expectation = is(open, "[") && name === "E" && !isQuantity;
  if (is(open, "[") && !isFunction && !expectation) {
    if (isQuantity || head.power) return [head.expr()];
    throw refuse(
      reading,
      open,
      `${name}[…] may be an entry, a product or an expectation`,
      "write x_{n} for an entry, ( ) for a factor",
    );
  }
  const args = readArguments(reading, true);
  const applied = args.given !== undefined || args.outcomes || args.items.length > 1;
  if (name !== undefined && (isFunction || expectation || applied)) {
    if (head.power) {
      throw refuse(
        reading,
        head.token,
        `it is not clear what the power of the function ${name} is`,
        `write \\left(${name}(…)\\right)^{…}`,
      );
    }
    if (declared.functions.has(name) && isQuantity && !applied) {
      throw refuse(
        reading,
        head.token,
        `${name}(…) may be a function or a product: ${name} is both here`,
        `write \\operatorname{${name}}(…) or ${name} \\cdot (…)`,
      );
    }
    return [powered(reading, application(reading, open, name, args))];
  }
  if (applied) throw refuse(reading, open, "a product has one expression in its parentheses");
  const seen = head.names.some((one) => evidence.symbols.has(one));
  const { expr } = args.items[0];
  const lone = expr.kind === "symbol" || (expr.kind === "number" && !head.power);
  const unclear =
    (lone || functionLetters.has((name ?? "").replace(/_.*$|\d+$/, ""))) && !isQuantity && !seen;
  if (unclear && !reading.scouting) {
    throw refuse(
      reading,
      open,
      `${name}(…) may be a function or a product`,
      `write ${name} \\cdot (…) for the product; state ${name} as a name or use it as a function before`,
    );
  }
  const left = unclear ? { kind: "symbol" as const, name: name! } : head.expr();
  return [left, powered(reading, expr)];
}

/** An upright word of several letters before parentheses is a function: `\mathrm{relu}(x)`. */
const wordy = (name: string, token: Token): boolean => token.kind === "word" && name.length > 1;

/** The call or event of a function letter with its arguments. */
export function application(reading: Reading, place: Token, name: string, args: Arguments): Expr {
  if (args.outcomes) {
    const outcomes = (items: Argument[]) => items.map((item) => outcome(reading, place, item));
    return {
      kind: "event",
      measure: name,
      event: outcomes(args.items),
      given: outcomes(args.given ?? []),
    };
  }
  const values = args.items.map(({ expr }) => expr);
  if (name === "sigma") {
    if (values.length !== 1 || args.given)
      throw refuse(reading, place, "\\sigma is the logistic function of one argument");
    return call("sigmoid", values[0]);
  }
  reading.found.functions.add(name);
  const given = args.given?.map(({ expr }) => expr);
  return given ? call(name, ...values, call("given", ...given)) : call(name, ...values);
}

interface Argument {
  expr: Expr;
  /** The value of an outcome, `1` in `C = 1`. */
  value?: Expr;
}
export interface Arguments {
  items: Argument[];
  given?: Argument[];
  /** Whether some argument is an outcome `C = 1`. */
  outcomes: boolean;
}

/** Reads `(a, b)`; after a function's name also `(x \mid z)` and `(C = 1)`. */
export function readArguments(reading: Reading, applied: boolean): Arguments {
  const open = take(reading);
  const close = closing[open.text];
  return enclosed(reading, () => {
    const items: Argument[] = [];
    let given: Argument[] | undefined;
    reading.given = applied;
    for (;;) {
      const expr = reading.grammar.sum(reading);
      const value = applied && takes(reading, "=") ? reading.grammar.sum(reading) : undefined;
      (given ?? items).push({ expr, value });
      if (takes(reading, ",")) continue;
      const bar = peek(reading);
      if (applied && !given && (is(bar, "\\mid") || is(bar, "|"))) {
        take(reading);
        given = [];
      } else if (takes(reading, close)) break;
      else throw unexpected(reading, `${close}, a comma or a further term`);
    }
    const outcomes = [...items, ...(given ?? [])].some(({ value }) => value !== undefined);
    return { items, given, outcomes };
  });
}

function outcome(reading: Reading, place: Token, { expr, value }: Argument): Outcome {
  const negative = value?.kind === "neg" && value.of.kind === "number" ? "-" : "";
  const plain = value?.kind === "neg" ? value.of : value;
  const text =
    plain?.kind === "symbol"
      ? plain.name
      : plain?.kind === "number" && plain.value.isInteger
        ? `${plain.value}`
        : "";
  if (expr.kind !== "symbol" || text === "") {
    throw refuse(
      reading,
      place,
      "an event has outcomes such as C = 1, all of them names with a value",
      "write p(C = 1 \\mid T = 1)",
    );
  }
  return { variable: expr.name, value: `${negative}${text}` };
}
