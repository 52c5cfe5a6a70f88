import { call, type Expr, symbol } from "../../tree/expression.js";
import { readArguments } from "../scripts/callArguments.js";
import { eventOf } from "../scripts/events.js";
import { enclosed, is, needs, peek, type Reading, take } from "../reading/reading.js";

const alphabets = new Set(["mathbf", "boldsymbol", "bm", "mathbb", "pmb"]);

/** Whether `\mathbf{1}` or `\mathbb{I}` stands before a condition or a set: alone it is a list of ones. */
export function startsIndicator(reading: Reading): boolean {
  const { kind, text, command = "" } = peek(reading);
  const isOne = text === "1" || (text === "I" && command === "mathbb");
  if (kind !== "word" || !isOne || !alphabets.has(command)) return false;
  const [next, inside] = [1, 2].map((ahead) => peek(reading, ahead));
  if (["(", "[", "\\{"].some((sign) => is(next, sign))) return true;
  return (
    is(next, "_") && (/^[A-Z]$/.test(inside.text) || (is(inside, "{") && isCondition(reading)))
  );
}

const relations = new Set("in notin cap cup setminus".split(" "));

/** Whether what stands below holds a relation, or is a capital, which is a set. */
function isCondition(reading: Reading): boolean {
  const first = peek(reading, 3);
  const after = peek(reading, 4);
  const isSet = /^[A-Z]$/.test(first.text) && (is(after, "}") || is(after, "^"));
  if (is(first, "\\{") || isSet) return true;
  for (let ahead = 3; !is(peek(reading, ahead), "}"); ahead++) {
    const { kind, text } = peek(reading, ahead);
    if (kind === "end") return false;
    if (kind === "relation" || relations.has(text)) return true;
  }
  return false;
}

/** Reads `\mathbf{1}\{x > 0\}`, `\mathbb{1}_{x > 0}` and `\mathbf{1}_A(x)`. */
export function indicator(reading: Reading): Expr {
  take(reading);
  if (!is(peek(reading), "_")) return call("indicator", condition(reading));
  take(reading);
  if (!is(peek(reading), "{")) return ofSet(reading, symbol(take(reading).text));
  if (is(peek(reading, 1), "\\{")) {
    take(reading);
    const of = condition(reading);
    needs(reading, "}", "} after the condition");
    return call("indicator", of);
  }
  const of = eventOf("P", condition(reading));
  const isSet = of.kind === "symbol" || (of.kind === "call" && ofSets.has(of.name));
  return isSet ? ofSet(reading, of) : call("indicator", of);
}

const ofSets = new Set("complement union intersection without".split(" "));

const ofSet = (reading: Reading, set: Expr): Expr =>
  is(peek(reading), "(")
    ? call("indicatorOf", set, ...readArguments(reading, false).items.map(({ expr }) => expr))
    : call("indicatorOf", set);

const closings = new Map([
  ["(", ")"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["{", "}"],
]);

/** What stands between two delimiters: comparisons or a membership. */
function condition(reading: Reading): Expr {
  const close = closings.get(take(reading).text)!;
  return enclosed(reading, () => {
    const first = reading.grammar.sum(reading);
    let of = reading.grammar.event(reading, first);
    if (of === first && peek(reading).text === "=" && peek(reading).kind === "relation") {
      take(reading);
      of = call("equal", first, reading.grammar.sum(reading));
    }
    needs(reading, close, `${close} after the condition`);
    return of;
  });
}
