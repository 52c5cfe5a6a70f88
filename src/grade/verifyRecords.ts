import { canonical, type DerivationJSON } from "../record/index.js";
import { type Verified } from "../derive/records/verify.js";
import { type GradingLimits, startLimited } from "./limitedProcess.js";
import { type Memory, openMemory } from "./memory.js";

/**
 * Grades stored records again, each within the limits and in a process of its own, and says what was found of each.
 * What this machine has found again before, with this engine, is not graded anew.
 */
export async function verifyRecords(
  records: readonly unknown[],
  limits: GradingLimits,
  memory: Memory = openMemory(),
): Promise<(record: unknown) => Verified> {
  const found = new Map<string, Verified>();
  const open = new Map(records.map((record) => [canonical(record), record]));
  for (const [text, record] of open) {
    if (!memory.has(text)) continue;
    const derivation = record as DerivationJSON;
    found.set(text, { id: derivation.id, derivation, problems: [] });
    open.delete(text);
  }
  if (open.size > 0) {
    const script = new URL("./recordChild", import.meta.url);
    const child = startLimited<{ record: unknown }, Verified>(script, limits);
    try {
      for (const [text, record] of open) {
        const outcome = await child.ask({ record });
        const verified =
          "answer" in outcome
            ? outcome.answer
            : { ...notGraded(record, outcome.gaveUp), ended: true as const };
        found.set(text, verified);
        if (isFoundAgain(record, verified)) memory.add(text);
      }
    } finally {
      child.close();
    }
  }
  return (record) => found.get(canonical(record)) ?? notGraded(record, "it was not handed in");
}

/** An earlier record lacks what was found, so that it cannot stand for it. */
const isFoundAgain = (record: unknown, { problems }: Verified): boolean =>
  problems.length === 0 && (record as Partial<DerivationJSON>).version === 1;

function notGraded(record: unknown, why: string): Verified {
  const { id } = (record ?? {}) as { id?: unknown };
  return {
    id: typeof id === "string" ? id : "",
    problems: [`cannot be graded again: ${why}`],
  };
}
