import { shown } from "../tree/errors.js";
import type { Relation } from "../../record/types.js";

/** A claim in texts. */
export interface ClaimParts {
  lhs: string;
  relation: Relation | ">" | ">=" | "!=" | "~";
  rhs: string;
  assumptions: string[];
}

/** A claim as a claims file states it. */
export interface ClaimText extends ClaimParts {
  id: string;
}

/** An entry of a claims file that is no claim; `reason` says what is wrong with it. */
export interface Malformed {
  id: string | null;
  reason: string;
}

/** The relations that a claim may state. */
export const relations: readonly string[] = "= != < <= > >= ≈ ~ <=> => O".split(" ");

/**
 * Reads the entries of a claims file, `{id, lhs, rhs, relation?, assumptions?}`; other keys are passed over. An entry
 * that is no claim does not stop the others.
 *
 * @throws TypeError if the file's value is no array
 */
export function readClaims(value: unknown): (ClaimText | Malformed)[] {
  if (!Array.isArray(value)) {
    const hint = isObject(value) ? "; put the claim between [ and ]" : "";
    throw new TypeError(
      `a claims file must be a JSON array of claims, got ${kindOf(value)}${hint}`,
    );
  }
  const seen = new Map<string, number>();
  return value.map((entry: unknown, i) => {
    const claim = readClaim(entry);
    if (claim.id === null) return claim;
    const first = seen.get(claim.id);
    if (first === undefined) seen.set(claim.id, i + 1);
    if (first === undefined) return claim;
    const id = JSON.stringify(claim.id);
    return malformed(
      claim.id,
      `id must differ from claim to claim, got ${id} again (claim ${first} has it)`,
    );
  });
}

export const isMalformed = (claim: ClaimText | Malformed): claim is Malformed => "reason" in claim;

function readClaim(entry: unknown): ClaimText | Malformed {
  if (!isObject(entry)) return malformed(null, `a claim must be an object, got ${kindOf(entry)}`);
  const { id } = entry;
  if (!isText(id)) return malformed(null, `id must be a text that is not empty, got ${shown(id)}`);
  const parts = readParts(entry);
  return typeof parts === "string" ? malformed(id, parts) : { id, ...parts };
}

/** The parts of a claim in an object, or a sentence about what is wrong with them. */
export function readParts(entry: Readonly<Record<string, unknown>>): ClaimParts | string {
  const { lhs, rhs, relation = "=", assumptions = [] } = entry;
  for (const [name, side] of [
    ["lhs", lhs],
    ["rhs", rhs],
  ]) {
    if (!isText(side)) return `${name} must be an expression as a text, got ${shown(side)}`;
  }
  if (typeof relation !== "string" || !relations.includes(relation)) {
    return `relation must be one of ${relations.join(" ")}, got ${shown(relation)}`;
  }
  if (!Array.isArray(assumptions) || !assumptions.every(isText)) {
    return `assumptions must be an array of texts such as "x > 0", got ${shown(assumptions)}`;
  }
  return {
    lhs: lhs as string,
    relation: relation as ClaimParts["relation"],
    rhs: rhs as string,
    assumptions: assumptions as string[],
  };
}

const malformed = (id: string | null, what: string): Malformed => ({
  id,
  reason: `malformed: ${what}`,
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return isObject(value) ? "an object" : `a ${typeof value}`;
}
