import { randomUUID } from "node:crypto";
import { malformed, type Reply } from "../between/messages.js";

/**
 * The subshells of a kernel: queues beside that of the kernel's own shell. One thread runs the cells of all.
 *
 * @source Jupyter enhancement proposal 91; Messaging in Jupyter 5.5, "Kernel subshells"
 */
export interface Subshells {
  has(id: string | null | undefined): boolean;
  /** The reply to a request on the control channel, if it is about subshells. */
  answer(type: string, content: Record<string, unknown>): Reply | undefined;
}

/** @param onDelete told of a subshell that is gone */
export function createSubshells(onDelete: (id: string) => void): Subshells {
  const ids = new Set<string>();
  return {
    has: (id) => id === undefined || id === null || ids.has(id),
    answer(type, content) {
      switch (type) {
        case "create_subshell_request": {
          const id = randomUUID();
          ids.add(id);
          return { status: "ok", subshell_id: id };
        }
        case "delete_subshell_request": {
          const id = String(content.subshell_id);
          if (!ids.delete(id)) return malformed(unknownSubshell(id));
          onDelete(id);
          return { status: "ok" };
        }
        case "list_subshell_request":
          return { status: "ok", subshell_id: [...ids] };
        default:
          return undefined;
      }
    },
  };
}

export function unknownSubshell(id: unknown): string {
  return `subshell_id must be that of a subshell of this kernel, got ${JSON.stringify(id)}`;
}
