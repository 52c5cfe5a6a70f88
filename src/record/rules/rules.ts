import { algebra } from "./algebra.js";
import { calculus } from "./calculus.js";
import { given } from "./given.js";
import { limits } from "./limits.js";
import { points } from "./points.js";
import { procedures } from "./procedures.js";
import { random } from "./random.js";

/** What a rule says, and what it supposes; both are sentences without their stop. */
export interface Rule {
  rule: string;
  sideCondition: string;
}

const table = {
  ...given,
  ...procedures,
  ...algebra,
  ...calculus,
  ...points,
  ...random,
  ...limits,
} as const;

/** The name of a rule by which a verdict is reached. */
export type RuleId = keyof typeof table;

/** Every rule by which the engine reaches a verdict, by its id: the table of docs/engine.md is held against this one. */
export const rules: ReadonlyMap<string, Rule> = new Map(Object.entries(table));
