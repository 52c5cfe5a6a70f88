import type { Assumptions } from "../assumptions/assumptions.js";
import { DerivationError } from "../tree/errors.js";
import { type Expr, treeKey } from "../tree/expression.js";
import { families as familiesIn, freeNames } from "../tree/names.js";
import type { Vocabulary } from "../tex/reading/vocabulary.js";
import { isList, placesOf, entriesOf, shapeOf } from "../tensor/list.js";

/** A function given by its value: `p(x, z)` as `q(x)*r(z)`, on the whole line or between two limits and 0 elsewhere. */
export interface FunctionDefinition {
  parameters: string[];
  body: Expr;
  support?: { lower: Expr; upper: Expr };
}

/** The probability of an event, given. */
export interface EventDefinition {
  event: Expr & { kind: "event" };
  value: Expr;
}

/** A sequence by its first value and by the next one in terms of the one before. */
export interface Recurrence {
  name: string;
  first: Expr;
  next: Expr;
}

/** What the names of a derivation stand for; every value is in terms of names that stand for nothing. */
export interface Definitions {
  names: Map<string, Expr>;
  functions: Map<string, FunctionDefinition>;
  /** Indexed families by their formula, `O[i, j]`. */
  families: Map<string, FunctionDefinition>;
  events: EventDefinition[];
  recurrences: Map<string, Recurrence>;
}

export const noDefinitions = (): Definitions => ({
  names: new Map(),
  functions: new Map(),
  families: new Map(),
  events: [],
  recurrences: new Map(),
});

/** The values of names, events and sequences; those of functions and families have parameters. */
const plainValues = ({ names, events, recurrences }: Definitions): Expr[] => [
  ...names.values(),
  ...events.map(({ value }) => value),
  ...[...recurrences.values()].flatMap(({ first, next }) => [first, next]),
];

/** Everything that is defined, as expressions. */
export const valuesOf = (definitions: Definitions): Expr[] => [
  ...plainValues(definitions),
  ...[...definitions.functions.values(), ...definitions.families.values()].map(({ body }) => body),
];

/** The names of which values speak: none of them may be given a value afterwards. */
function spokenOf(definitions: Definitions): Set<string> {
  const { functions, families } = definitions;
  const found = new Set(plainValues(definitions).flatMap((value) => [...namesIn(value)]));
  for (const { parameters, body } of [...functions.values(), ...families.values()]) {
    for (const name of namesIn(body)) if (!parameters.includes(name)) found.add(name);
  }
  return found;
}

/** Free names and indexed families. */
const namesIn = (expr: Expr): Set<string> => new Set([...freeNames(expr), ...familiesIn(expr)]);

/** Adds what another derivation defines. @throws DerivationError where a name would stand for two things */
export function include(own: Definitions, other: Definitions): void {
  const refuse = (name: string) =>
    new DerivationError(`uses: ${name} must stand for one thing in both derivations`);
  const take = <T>(into: Map<string, T>, from: Map<string, T>, key: (value: T) => string) => {
    for (const [name, value] of from) {
      const held = into.get(name);
      if (held && key(held) !== key(value)) throw refuse(name);
      into.set(name, value);
    }
  };
  const [mine, theirs] = [spokenOf(own), spokenOf(other)];
  for (const name of other.names.keys()) if (mine.has(name)) throw refuse(name);
  for (const name of own.names.keys()) if (theirs.has(name)) throw refuse(name);
  take(own.names, other.names, treeKey);
  take(own.functions, other.functions, functionKey);
  take(own.families, other.families, functionKey);
  take(own.recurrences, other.recurrences, ({ first, next }) => treeKey(first) + treeKey(next));
  const held = new Map(own.events.map(({ event, value }) => [treeKey(event), treeKey(value)]));
  for (const one of other.events) {
    const key = treeKey(one.event);
    if (held.has(key) && held.get(key) !== treeKey(one.value)) throw refuse(key);
    if (!held.has(key)) own.events.push(one);
  }
}

const functionKey = ({ parameters, body, support }: FunctionDefinition): string =>
  [...parameters, treeKey(body), ...(support ? Object.values(support).map(treeKey) : [])].join();

/** Gives a name to a value; the entries of a list get names too, `O12` for the entry in row 1 and column 2. */
export function defineName(own: Definitions, name: string, value: Expr): void {
  own.names.set(name, value);
  const shape = shapeOf(value);
  // With an index of two digits a name would be ambiguous: O111 could stand in row 1 or in row 11.
  if (!isList(value) || shape.some((length) => length > 9)) return;
  const entries = entriesOf(value);
  placesOf(shape).forEach((place, i) => {
    const entry = entries[i];
    const short = `${name}${place.join("")}`;
    // symbols("x", ...) under the name x: its entries already have these names.
    if (entry.kind !== "symbol" || entry.name !== short) own.names.set(short, entry);
  });
}

/** Whether a name, a function, a family or a sequence of this name is defined. */
export const isDefined = (own: Definitions, name: string): boolean =>
  [own.names, own.functions, own.families, own.recurrences].some((defined) => defined.has(name));

/** Refuses a name that already says something. */
export function refuseTaken(
  name: string,
  value: Expr,
  own: Definitions,
  assumptions: Assumptions,
  used: ReadonlySet<string>,
): void {
  const refuse = (why: string) => {
    throw new DerivationError(`define: ${name} must be a new name, but ${why}`);
  };
  if (reserved.has(name)) refuse("it has a meaning of its own here");
  if (isDefined(own, name)) refuse("it is defined above");
  if (used.has(name)) refuse("steps above use it as a free name");
  if (spokenOf(own).has(name)) refuse("definitions above speak of it as a free name");
  if (namesIn(value).has(name)) refuse("its own value speaks of it");
  const about = assumptions.facts.find(
    (fact) => (fact.kind === "integer" || fact.kind === "density") && fact.name === name,
  );
  if (about) refuse(`the assumption \`${about.text}\` speaks of it`);
}

const reserved = new Set(["pi", "e", "Infinity"]);

/** The names that are defined, by what they are. */
export function vocabularyOfDefinitions(definitions: Definitions): Vocabulary {
  const { names, functions, families, events, recurrences } = definitions;
  const measures = events.map(({ event }) => event.measure);
  return {
    symbols: new Set(names.keys()),
    families: new Map([...families].map(([name, { parameters }]) => [name, parameters.length])),
    functions: new Set([...functions.keys(), ...measures, ...recurrences.keys()]),
  };
}
