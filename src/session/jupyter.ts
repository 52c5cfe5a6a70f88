import { mimeBundle } from "./bundle.js";
import type { CellRuns } from "./cellRun.js";
import type { CommRegistry } from "./comms.js";
import type { SessionOptions } from "./types.js";

/** What a cell finds under the name `jupyter`. */
export interface Jupyter {
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
interface JupyterComm {
  readonly id: string;
  readonly target: string;
  send(data: object, buffers?: Uint8Array[]): void;
  /** Calls the listener with each message of the client. */
  onMessage(listener: (data: Record<string, unknown>, buffers: Uint8Array[]) => void): void;
  onClose(listener: () => void): void;
  close(data?: object): void;
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
    open(target: string, data?: object): JupyterComm;
  };
};
`;

export function jupyterOf(
  runs: CellRuns,
  comms: CommRegistry,
  input: SessionOptions["input"],
): Jupyter {
  return {
    async input(prompt = "", { password = false } = {}) {
      if (!input) throw new Error("jupyter.input: nobody is there to answer");
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
  };
}
