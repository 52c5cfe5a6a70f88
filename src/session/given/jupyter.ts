import { mimeBundle } from "../forms/bundle.js";
import type { CellRuns } from "../outputs/cellRun.js";
import type { CommRegistry } from "../outputs/comms.js";
import type { Snapshots } from "../snapshot/snapshots.js";
import type { SessionOptions } from "../types.js";

/** What a cell finds under the name `jupyter`. */
export interface Jupyter extends Pick<Snapshots, "snapshot" | "restore"> {
  /** Asks the reader for a line. */
  input(prompt?: string, options?: { password?: boolean }): Promise<string>;
  /** Shows a MIME bundle; one that is to be updated later has an id, which is returned. */
  display(bundle: object, options?: { id?: string }): string | undefined;
  updateDisplay(id: string, bundle: object): void;
  /** Takes away what the cell has shown; with `wait`, when it shows the next thing. */
  clearOutput(options?: { wait?: boolean }): void;
  comms: CommRegistry;
}

/** The same for the compiler. */
export const jupyterTypes = `
interface ImportMeta {
  /** Whether this is what was run, and not imported: true in a cell. */
  main: boolean;
}
interface JupyterComm {
  readonly id: string;
  readonly target: string;
  send(data: object, buffers?: Uint8Array[]): void;
  /** Calls the listener with each message of the client. */
  onMessage(listener: (data: Record<string, unknown>, buffers: Uint8Array[]) => void): void;
  onClose(listener: () => void): void;
  close(data?: object): void;
}
interface JupyterSnapshot {
  on: boolean;
  /** Number of the cell after which the latest snapshot was taken, and when, in milliseconds since 1970. */
  cell?: number;
  at?: number;
  /** Names of the variables that it holds. */
  held: string[];
  /** The others, and why. */
  leftOut: Record<string, string>;
  /** Names that \`jupyter.restore()\` would bring back. */
  lost: string[];
}
/** What a cell can ask of the notebook that runs it. */
declare const jupyter: {
  /** Asks the reader for a line. */
  input(prompt?: string, options?: { password?: boolean }): Promise<string>;
  /** Shows a MIME bundle; one that is to be updated later has an id, which is returned. */
  display(bundle: object, options?: { id?: string }): string | undefined;
  updateDisplay(id: string, bundle: object): void;
  /** Takes away what the cell has shown; with \`wait\`, when it shows the next thing. */
  clearOutput(options?: { wait?: boolean }): void;
  comms: {
    /** Answers the client's opening of comms of this target. */
    register(target: string, handler: (comm: JupyterComm, data: Record<string, unknown>) => void): void;
    /** Opens a comm of a target that the client has; its metadata hold the protocol's version of widgets. */
    open(target: string, data?: object, options?: { metadata?: object; buffers?: Uint8Array[] }): JupyterComm;
  };
  /**
   * Turns snapshots on or off: with them on, the plain values of all variables are kept after each cell, up to 64 MiB and
   * one second of computing, in the memory of the kernel's other process. Off forgets them.
   */
  snapshot(setting: "on" | "off"): void;
  /** What the latest snapshot holds, and what it does not. */
  snapshot(): JupyterSnapshot;
  /**
   * Brings back, for later cells, the variables of the latest snapshot before the kernel died or was restarted. Names that
   * have been defined again since are left as they are, unless they are to be overwritten.
   */
  restore(options?: { overwrite?: boolean }): void;
};
`;

export function jupyterOf(
  runs: CellRuns,
  comms: CommRegistry,
  input: SessionOptions["input"],
  { snapshot, restore }: Snapshots,
): Jupyter {
  return {
    async input(prompt = "", { password = false } = {}) {
      if (!input) throw new Error("jupyter.input: this client does not support input requests");
      return input(prompt, password);
    },
    display(bundle, { id } = {}) {
      runs.current().display(mimeBundle(bundle), id);
      return id;
    },
    updateDisplay: (id, bundle) => runs.current().display(mimeBundle(bundle), id, true),
    clearOutput: ({ wait = false } = {}) =>
      runs.current().emit({ output_type: "clear_output", wait }),
    comms,
    snapshot,
    restore,
  };
}
