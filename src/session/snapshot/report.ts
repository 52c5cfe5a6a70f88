import type { Snapshot } from "./types.js";

/** What a restoration did with one snapshot. */
export interface Restored {
  snapshot: Snapshot;
  names: string[];
  /** Names that were not brought back, and why. */
  not: Record<string, string>;
}

/** What a reader is told of a restoration. */
export function restoredText(all: Restored[]): string {
  const lines = all.flatMap(({ snapshot: { cell, at }, names, not }) => {
    const reasons = new Map<string, string[]>();
    for (const [name, why] of Object.entries(not)) {
      reasons.set(why, [...(reasons.get(why) ?? []), name]);
    }
    return [
      `Restored as cell ${cell} left it (${timeText(at)}): ${names.join(", ") || "nothing"}.`,
      ...(reasons.size ? ["Not restored:"] : []),
      ...[...reasons].map(([why, some]) => `  ${some.join(", ")}: ${why}`),
    ];
  });
  return `${lines.join("\n")}\n`;
}

/** A moment as `2026-11-28 14:03:05`, by the clock of this machine. */
function timeText(at: number): string {
  const minutes = new Date(at).getTimezoneOffset();
  return new Date(at - minutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
}
