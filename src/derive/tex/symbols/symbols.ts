import { call, type Expr, number, symbol, toThe } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { appliedTo } from "./application.js";
import { transposed } from "../scripts/transposes.js";
import { powered } from "../scripts/powers.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";
import { isChange, refuseDifference, refuseOperator } from "./differences.js";
import { entry, resolved } from "../reading/resolve.js";
import type { Scripted } from "../scripts/head.js";
import { readScripted, startsSymbol } from "../scripts/scripted.js";
import { refuseScripts } from "../scripts/scripts.js";
import type { Below } from "../scripts/subscripts.js";
import { candidateNames, type Subscript } from "../reading/symbolNames.js";
import type { Token } from "../reading/tokens.js";

/** Reads a symbol with its scripts, and what it is applied to where it is a function. */
export function symbolFactor(reading: Reading): Expr[] {
  const scripted = readScripted(reading);
  const { head, below, above } = scripted;
  const isEuler = head === "e" && !below && !scripted.label && !reading.declared.symbols.has("e");
  if (isEuler && above) return [call("exp", above)];
  if (isStrayDifferential(reading, scripted)) return [symbol("d")];
  refuseScripts(reading, scripted);
  if (isComplement(reading, scripted)) return [call("complement", symbol(head))];
  if (isChange(reading, scripted)) return [changed(reading)];
  refuseDifference(reading, scripted);
  refuseOperator(reading, scripted);
  return appliedTo(reading, {
    token: scripted.token,
    letter: head,
    names: functionNames(scripted),
    isEntry:
      below !== undefined &&
      reading.declared.families.has(head) &&
      !isDeclaredName(reading, scripted),
    power: above !== undefined,
    isInverse: above !== undefined && isMinusOne(above) && !scripted.transposed && !scripted.label,
    expr: () => valueOf(reading, scripted),
  });
}

/** `\Delta x`; `\Delta x^2` and `\Delta f(x)` may be of more than the letter. */
function changed(reading: Reading): Expr {
  const token = peek(reading);
  const of = readScripted(reading);
  if (of.above || is(peek(reading), "(")) {
    const what = "it is not clear how far \\Delta reaches here";
    const advice = "write (\\Delta x)^2, or a name for the whole: y = f(x), \\Delta y";
    throw refuse(reading, token, what, advice);
  }
  return powered(reading, call("changeOf", valueOf(reading, of)));
}

/** `E^c` of what can only be a set, or is set equal to one: no power. */
const isComplement = ({ evidence, declared }: Reading, scripted: Scripted): boolean =>
  scripted.below === undefined &&
  (scripted.isComplement === true ||
    (scripted.above?.kind === "symbol" &&
      /^[cC]$/.test(scripted.above.name) &&
      evidence.sets.has(scripted.head) &&
      !declared.symbols.has(scripted.above.name)));

/** Whether this is the `d` of `dx` outside an integral, where nothing else shows that d is a name. */
function isStrayDifferential(reading: Reading, { token, head, below, above }: Scripted): boolean {
  if (head !== "d" || below || above || !startsSymbol(reading)) return false;
  if ([reading.declared, reading.evidence].some(({ symbols }) => symbols.has("d"))) return false;
  if (reading.scouting) return true;
  const what = "this may be a differential or a product with d";
  throw refuse(reading, token, what, "write d \\cdot x for the product");
}

/** The names that a symbol may have as a function; an entry is none. */
function functionNames({ head, below, whole, label }: Scripted): string[] {
  if (label) return [];
  if (whole) return below ? [] : [head];
  return below && "indices" in below ? [] : candidateNames({ head, ...nameBelow(below) });
}

/** Whether a symbol with a subscript is declared as one name or function. */
function isDeclaredName({ declared }: Reading, scripted: Scripted): boolean {
  return functionNames(scripted).some(
    (name) => declared.symbols.has(name) || declared.functions.has(name),
  );
}

/** Reads a name on its own: a bound name, a variable of an integral. Above it stands at most the square of σ. */
export function readName(reading: Reading): string {
  const token = peek(reading);
  const scripted = readScripted(reading);
  const expr = scripted.above ? valueOf(reading, scripted) : withBelow(reading, scripted);
  if (expr.kind === "symbol") return expr.name;
  throw refuse(
    reading,
    token,
    "this must be a name alone",
    "rename what stands here to one letter",
  );
}

/** The expression of a symbol with its scripts; an even power of σ is one of `sigma2`. */
function valueOf(reading: Reading, scripted: Scripted): Expr {
  const { head, below, above } = scripted;
  const isName = !below || "name" in below;
  const even = above?.kind === "number" && above.value.isInteger && above.value.num % 2n === 0n;
  if (head === "sigma" && isName && !scripted.label && even && above.value.sign > 0) {
    const base = squareName(reading, scripted);
    if (base) {
      const half = above.value.num / 2n;
      return half === 1n ? base : toThe(base, number(half));
    }
  }
  const named = withBelow(reading, scripted);
  const plain = scripted.label ? call("labelled", named, scripted.label) : named;
  const base = scripted.transposed ? transposed(plain) : plain;
  return above ? toThe(base, above) : base;
}

const isMinusOne = (expr: Expr): boolean =>
  expr.kind === "neg" && expr.of.kind === "number" && `${expr.of.value}` === "1";

/** The name or entry that a symbol is with what stands below it. */
export function withBelow(reading: Reading, { token, head, whole, below }: Scripted): Expr {
  if (whole && below) {
    if ("indices" in below) return entry(reading, head, below.indices);
    const { kind, text } = below.name;
    const index =
      kind === "digits" ? number(BigInt(text)) : resolved(reading, token, { head: text });
    return entry(reading, head, [index]);
  }
  if (whole) {
    reading.found.symbols.add(head);
    return symbol(head);
  }
  if (below && "indices" in below) {
    const isKronecker =
      head === "delta" && below.indices.length === 2 && !reading.declared.families.has(head);
    return isKronecker
      ? kronecker(reading, token, below.indices)
      : indexed(reading, head, below.indices);
  }
  return resolved(reading, token, { head, ...nameBelow(below) });
}

/** Kronecker's delta. In a sum over one of its indices the other one must be known to be among its values. */
function kronecker(reading: Reading, token: Token, indices: Expr[]): Expr {
  const { bound, declared } = reading;
  const isBound = (index: Expr) => [...freeNames(index)].some((name) => bound.includes(name));
  const open = indices
    .flatMap((index) => [...freeNames(index)])
    .find((name) => !bound.includes(name) && !declared.symbols.has(name));
  if (open !== undefined && indices.some(isBound)) {
    throw refuse(
      reading,
      token,
      `it is not said that ${open} is among the values that the sum runs through`,
      `state it among the assumptions: \`${open} integer\`, \`1 <= ${open} <= n\``,
    );
  }
  return call("delta", ...indices);
}

/** `w_{2,j}` is the entry (2, j) of w, or the entry j of w2 where that is the family. */
function indexed(reading: Reading, head: string, indices: Expr[]): Expr {
  const [first, ...rest] = indices;
  const numbered = first.kind === "number" && first.value.isInteger ? `${head}${first.value}` : "";
  const isFamily = (name: string) =>
    reading.declared.families.has(name) || reading.evidence.families.has(name);
  return rest.length && isFamily(numbered) && !isFamily(head)
    ? entry(reading, numbered, rest)
    : entry(reading, head, indices);
}

/** Whether a subscript makes an entry of a family that the text or the names around it have. */
const isEntryOf = ({ declared, evidence }: Reading, name: string, below?: Below): boolean =>
  below !== undefined && [declared, evidence].some(({ families }) => families.has(name));

const nameBelow = (below?: Below): { subscript?: Subscript } =>
  below && "name" in below ? { subscript: below.name } : {};

/** The name that σ² is, with what stands below it; undefined where σ itself is the name, here or elsewhere in the text. */
export function squareName(reading: Reading, { token, head, below }: Scripted): Expr | undefined {
  const plain = { head, ...nameBelow(below) };
  const { declared, evidence } = reading;
  const isRoot = candidateNames(plain).some(
    (name) => declared.symbols.has(name) || evidence.symbols.has(name),
  );
  if (head !== "sigma" || isRoot || isEntryOf(reading, "sigma", below)) return undefined;
  return resolved(reading, token, { ...plain, squared: true });
}
