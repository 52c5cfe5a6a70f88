import type { Inheritance, Snapshot } from "../../session/index.js";
import type { FromCells } from "../between/messages.js";

/** The snapshots of a kernel, in the memory of the process that outlives the cells'. */
export interface SnapshotStore {
  /** Takes what the cells' process says of them. */
  take(message: Extract<FromCells, { type: "snapshot" | "restored" }>): void;
  /** Notes that the variables are gone; gives a sentence that says what can be brought back, if anything can. */
  lose(): string[];
  /** What the next process of cells is to be told, if anything is. */
  inheritance(): Inheritance | undefined;
}

/** Names that the sentence gives. */
const mostNames = 8;

export function snapshotStore(inherited?: Inheritance): SnapshotStore {
  let { on, lost, damage }: Inheritance = inherited ?? { lost: [] };
  let latest: Snapshot | undefined;
  let isRestored = false;
  const clear = () => {
    lost = [];
    damage = latest = undefined;
  };
  return {
    take(message) {
      if (message.type === "restored") isRestored = true;
      else {
        if (!message.on) clear();
        ({ on, snapshot: latest } = message);
      }
    },
    lose() {
      if (latest) {
        const { names } = latest;
        // What nobody has asked for yet is not forgotten for what was defined since.
        const others = lost.filter((one) => !one.names.every((name) => names.includes(name)));
        lost = [latest, ...(isRestored ? [] : others)];
        isRestored = false;
      }
      latest = undefined;
      return sentence(lost);
    },
    inheritance: () =>
      on !== undefined || damage || lost.length ? { on, lost, damage } : undefined,
  };
}

function sentence(lost: Snapshot[]): string[] {
  const names = [...new Set(lost.flatMap((one) => one.names))];
  if (!names.length) return [];
  const more = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return [`jupyter.restore() brings back, as cell ${lost[0].cell} left them: ${shown}.`];
}
