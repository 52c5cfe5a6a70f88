import { isGrade } from "./grades.js";
import type { DerivationJSON } from "./types.js";

type Fields = Record<string, unknown>;

const relations = new Set<unknown>(["=", "<", "<=", "≈", "<=>", "=>", "O"]);
const isRelation = (value: unknown) => relations.has(value);

/** Whether a stored value is a derivation in full: a notebook may hold anything under its media type. */
export function isDerivation(value: unknown): value is DerivationJSON {
  if (!isFields(value)) return false;
  return (
    typeof value.id === "string" &&
    isGrade(value.grade) &&
    areStrings(value.assumptions) &&
    isList(value.steps, isStep) &&
    isList(value.errata, isErratum) &&
    areStrings(value.rests ?? [])
  );
}

function isStep(value: unknown): boolean {
  if (!isFields(value)) return false;
  const words = ["lhs", "rhs", "latex", "lhsLatex", "rhsLatex", "because", "method"];
  return (
    words.every((name) => typeof value[name] === "string") &&
    isGrade(value.grade) &&
    isRelation(value.relation) &&
    isList(value.conditions, isCondition) &&
    isList(value.items, (item) => typeof item === "number") &&
    areStrings(value.rules ?? []) &&
    (value.reason === undefined || typeof value.reason === "string") &&
    (value.expect === undefined || value.expect === "refuted") &&
    (value.witness === undefined || isWitness(value.witness))
  );
}

function isErratum(value: unknown): boolean {
  return (
    isFields(value) &&
    isStep(value.asWritten) &&
    isStep(value.corrected) &&
    isList(value.items, (item) => typeof item === "number")
  );
}

function isCondition(value: unknown): boolean {
  return (
    isFields(value) && areStrings([value.text, value.latex]) && areStrings([value.metBy ?? ""])
  );
}

function isWitness(value: unknown): boolean {
  return (
    isFields(value) &&
    areStrings([value.lhs, value.rhs]) &&
    isFields(value.point) &&
    areStrings(Object.values(value.point))
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areStrings(value: unknown): boolean {
  return isList(value, (one) => typeof one === "string");
}

function isList(value: unknown, test: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}
