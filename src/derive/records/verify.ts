import { DerivationError, isNoAnswer, reasonOf } from "../tree/errors.js";
import type { DerivationJSON } from "../../record/types.js";
import { differences } from "./differences.js";
import {
  asEarlier,
  completed,
  type EarlierRecord,
  isWithoutRules,
  withoutRules,
} from "./earlier.js";
import { regraded } from "./regrade.js";

/** What became of a stored record that was graded again. */
export interface Verified {
  /** As the record states it, or empty. */
  id: string;
  /** What was found; absent if it could not be graded. */
  derivation?: DerivationJSON;
  /** Where the record is not what was found, or why nothing was; empty if it holds. */
  problems: string[];
  /** Set where a limit ended the grading, which says nothing of the record: an error, and no finding. */
  ended?: true;
}

/** Grades a stored value again, whatever it is, and holds it against what is found. */
export function verify(stored: unknown): Verified {
  const id = idOf(stored);
  try {
    const { record, earlier } = readRecord(stored);
    const derivation = plain(regraded(record));
    const found = isWithoutRules(record) ? withoutRules(derivation) : derivation;
    const problems = differences(stored, earlier ? asEarlier(found) : found);
    if (earlier && problems.length) return { id, problems: [tooEarly] };
    return { id, derivation, problems };
  } catch (error) {
    return { id, problems: [`cannot be graded again: ${reason(error)}`] };
  }
}

const tooEarly =
  "cannot be graded again: it was stored by an earlier version, without all that it takes; execute `rederive run`";

function readRecord(stored: unknown): { record: DerivationJSON; earlier: boolean } {
  const { version, steps, errata } = (stored ?? {}) as Partial<DerivationJSON>;
  if (!Array.isArray(steps) || !Array.isArray(errata)) {
    throw new DerivationError("it is no record of a derivation, with steps and errata");
  }
  if (version === undefined) return { record: completed(stored as EarlierRecord), earlier: true };
  if (version === 1) return { record: stored as DerivationJSON, earlier: false };
  throw new DerivationError(`version must be 1, got ${JSON.stringify(version)}`);
}

function idOf(stored: unknown): string {
  const id = (stored as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
}

/** As it stands in a file. */
const plain = (record: DerivationJSON): DerivationJSON =>
  JSON.parse(JSON.stringify(record)) as DerivationJSON;

function reason(error: unknown): string {
  if (error instanceof DerivationError) return error.message;
  if (isNoAnswer(error)) return reasonOf(error);
  return `it is not of the form of a record (${(error as Error).message})`;
}
