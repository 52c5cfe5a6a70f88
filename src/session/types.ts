import type { Output } from "../notebook/index.js";

/** What running one cell gave. */
export interface CellResult {
  status: "ok" | "error";
  /** nbformat outputs in the order in which they came; streams coalesced. */
  outputs: Output[];
}

/** One execution core: TypeScript cell in, Jupyter outputs out. */
export interface Session {
  /** Runs a cell; `executionCount` is stamped on its result. Never rejects for a cell's own failure. */
  execute(code: string, executionCount: number): Promise<CellResult>;
  close(): void;
}

export interface SessionOptions {
  /** Folder in which the cells run, the notebook's own. */
  cwd: string;
  /** The project's root; its tsconfig.json says how strict cells are, and paths are shown below it. */
  root: string;
  /** The folder of the package `rederive`, if cells cannot find it from their own. */
  core?: string;
  /** Seeded `Math.random`, fixed clock, no watching of files: the same notebook gives the same bytes. */
  reproducible: boolean;
  /** Characters of output that a cell may give. */
  maxOutput: number;
  /** Called when a cell gives more; the process is expected to end. */
  onOverflow: () => void;
}
