import { call, type Expr, type Outcome } from "../../tree/expression.js";
import { isMatrixLetter } from "../../meanings/matrices.js";
import { freeNames } from "../../tree/names.js";
import { event, eventOf, setOperation } from "./events.js";
import {
  enclosed,
  is,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "../reading/reading.js";
import { refuseThousands } from "../reading/thousands.js";
import type { Token } from "../reading/tokens.js";

const closing: Record<string, string> = { "(": ")", "[": "]" };

/** The call or event of a function letter with its arguments. */
export function application(reading: Reading, place: Token, name: string, args: Arguments): Expr {
  const all = [...args.items, ...(args.given ?? [])];
  const isOfOutcomes = all.every((item) => outcomeIn(item) !== undefined);
  if (args.outcomes && !isOfOutcomes && !takesEvents(name)) {
    const what = "an event has outcomes such as C = 1, all of them names with a value";
    throw refuse(reading, place, what, "write p(C = 1 \\mid T = 1)");
  }
  if (args.outcomes && isOfOutcomes) {
    const outcomes = (items: Argument[]) => items.map((item) => outcomeIn(item)!);
    return {
      kind: "event",
      measure: name,
      event: outcomes(args.items),
      given: outcomes(args.given ?? []),
    };
  }
  refuseJoinedEvents(reading, place, name, all);
  const valueOf = ({ expr, value }: Argument) =>
    value ? call("equal", expr, value) : eventOf(name, expr);
  const values = args.items.map(valueOf);
  if (name === "sigma") {
    if (values.length !== 1 || args.given)
      throw refuse(reading, place, "\\sigma is the logistic function of one argument");
    refuseDeviation(reading, place, values[0]);
    return call("sigmoid", values[0]);
  }
  const known = reading.declared.functions.has(name) ? undefined : spellings.get(name);
  if (known !== undefined) return call(known, ...values);
  reading.found.functions.add(name);
  const given = args.given?.map(valueOf);
  return given ? call(name, ...values, call("given", ...given)) : call(name, ...values);
}

/** `P(AB)`: of events the letters side by side are an intersection, of random variables a product. */
function refuseJoinedEvents(reading: Reading, place: Token, name: string, all: Argument[]): void {
  if (name !== "P" && name !== "Pr") return;
  const isEvent = (one: Expr): boolean =>
    one.kind === "symbol" && /^[A-Z]$/.test(one.name) && !reading.declared.symbols.has(one.name);
  const isJoined = ({ expr }: Argument): boolean =>
    expr.kind === "mul" && expr.factors.every(isEvent);
  if (!all.some(isJoined)) return;
  const what = "events side by side may be an intersection, and random variables a product";
  throw refuse(
    reading,
    place,
    what,
    "write A \\cap B for both events, `A real` among the assumptions for a product",
  );
}

/** Functions that many write under another name, where it is not declared. */
const spellings = new Map(Object.entries({ ReLU: "relu", sgn: "sign" }));

/** `\sigma(2X)`: of a random variable σ is the deviation. */
function refuseDeviation(reading: Reading, place: Token, arg: Expr): void {
  const { declared, evidence, scouting } = reading;
  const known = [declared.symbols, declared.matrices, declared.vectors, evidence.numbers];
  const name = [...freeNames(arg)].find(
    (one) => isMatrixLetter(one) && !known.some((names) => names?.has(one)),
  );
  if (name === undefined || scouting) return;
  throw refuse(
    reading,
    place,
    `\\sigma(…) may be the logistic function or, of a random variable ${name}, its deviation`,
    `write \\operatorname{sigmoid}(…) or \\operatorname{sd}(…), or state \`${name} real\` or \`${name} matrix\` for the logistic function`,
  );
}

/** Passes over `\|`, or two bars side by side. */
function takesDivergence(reading: Reading): boolean {
  const [bar, next] = [peek(reading), peek(reading, 1)];
  const isDouble = is(bar, "|") && is(next, "|") && next.at === bar.at + 1;
  if (isDouble) reading.next += 2;
  return isDouble || takes(reading, "\\|");
}

/** Whether one letter stands before a sign: `p \| q`. */
const startsDistribution = (reading: Reading, end: string): boolean =>
  peek(reading).kind === "letter" && is(peek(reading, 1), end);

/** A distribution named alone is the function that it is elsewhere, and no quantity. */
function distribution(reading: Reading): Expr {
  const symbols = new Set(reading.found.symbols);
  const expr = reading.grammar.sum(reading);
  reading.found.symbols = symbols;
  return expr;
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

/** Reads `(a, b)`; after a function's name also `(x \mid z)`, `(x; \mu)`, `(p \| q)` and `(C = 1)`. */
export function readArguments(reading: Reading, applied: boolean): Arguments {
  const open = take(reading);
  const close = closing[open.text];
  return enclosed(reading, () => {
    const items: Argument[] = [];
    let [given, parameters]: (Argument[] | undefined)[] = [];
    reading.given = applied;
    for (;;) {
      const isBeforeBars =
        startsDistribution(reading, "\\|") ||
        (startsDistribution(reading, "|") && is(peek(reading, 2), "|"));
      const read = isBeforeBars ? distribution : applied ? argumentIn : reading.grammar.sum;
      const first = read(reading);
      const expr = applied ? event(reading, first) : setOperation(reading, first);
      const value = applied && takes(reading, "=") ? reading.grammar.sum(reading) : undefined;
      (given ?? parameters ?? items).push({ expr, value });
      if (is(peek(reading), ",")) {
        refuseThousands(reading);
        take(reading);
        continue;
      }
      if (applied && !given && !parameters && takes(reading, ";")) {
        parameters = [];
        continue;
      }
      const bar = peek(reading);
      if (applied && !given && items.length === 1 && takesDivergence(reading)) {
        const second = startsDistribution(reading, close)
          ? distribution(reading)
          : reading.grammar.sum(reading);
        items.push({ expr: call("against", second) });
        if (takes(reading, close)) break;
        throw unexpected(reading, `${close} or a further term`);
      } else if (applied && !given && (is(bar, "\\mid") || is(bar, "|"))) {
        take(reading);
        given = [];
      } else if (takes(reading, close)) break;
      else throw unexpected(reading, `${close}, a comma or a further term`);
    }
    if (parameters) items.push({ expr: call("parameters", ...parameters.map(({ expr }) => expr)) });
    const outcomes = [...items, ...(given ?? [])].some(({ value }) => value !== undefined);
    return { items, given, outcomes };
  });
}

/** Letters of densities and functions. */
const ofFunctions = new Set("f g h p q".split(" "));

/** An argument; a function that is named alone, `H(p)`, is no quantity by that. */
function argumentIn(reading: Reading): Expr {
  const { found } = reading;
  const symbols = new Set(found.symbols);
  const expr = reading.grammar.sum(reading);
  if (expr.kind === "symbol" && ofFunctions.has(expr.name)) found.symbols = symbols;
  return expr;
}

/** Whether a name is one of a probability or a mean, of events such as X + Y = z, too. */
const takesEvents = (name: string): boolean => /^(?:P|Pr|p|q|E|Var|Cov|H)(?:_\w+)?$/.test(name);

/** An outcome such as C = 1, a name with a value. */
function outcomeIn({ expr, value }: Argument): Outcome | undefined {
  const negative = value?.kind === "neg" && value.of.kind === "number" ? "-" : "";
  const plain = value?.kind === "neg" ? value.of : value;
  const text =
    plain?.kind === "symbol"
      ? plain.name
      : plain?.kind === "number" && plain.value.isInteger
        ? `${plain.value}`
        : "";
  if (expr.kind !== "symbol" || text === "") return undefined;
  return { variable: expr.name, value: `${negative}${text}` };
}
