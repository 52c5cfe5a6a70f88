import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface PeerTime {
  id: string;
  ms: number;
  proved: boolean;
}

/** SymPy in a process of its own, which has read a file of claims and goes through them when it is asked. */
export function openPeer(python: string, file: string) {
  const peer = spawn(python, [join(import.meta.dirname, "peer.py"), file, "-"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  return {
    /** @param ids the claims to go through; all of them where none is given */
    async pass(procedure: "cancel" | "simplify", ids: string[] = []): Promise<PeerTime[]> {
      peer.stdin.write(`${[procedure, ...ids].join(" ")}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error("SymPy's process ended");
      const found = JSON.parse(value) as Record<string, Omit<PeerTime, "id">>;
      return Object.entries(found).map(([id, one]) => ({ id, ...one }));
    },
    close: () => peer.stdin.end(),
  };
}
