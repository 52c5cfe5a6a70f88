import type {
  CellLanguage,
  DisplayDataOutput,
  ErrorOutput,
  MimeData,
  Output,
} from "../notebook/index.js";
import type { Inheritance, SnapshotHolder } from "./snapshot/types.js";

/** What a cell shows, in the order in which it shows it: nbformat outputs, and what changes those shown before. */
export type CellOutput =
  | Exclude<Output, DisplayDataOutput>
  | (DisplayDataOutput & { transient?: Transient })
  | { output_type: "update_display_data"; data: MimeData; metadata: MimeData; transient: Transient }
  | { output_type: "clear_output"; wait: boolean };

/** What a frontend needs of a display and a notebook does not keep. */
export interface Transient {
  display_id: string;
}

/** What running one cell gave. */
export interface CellResult {
  status: "ok" | "error";
  /** nbformat outputs as a notebook stores them: streams coalesced, updates and clearings done. */
  outputs: Output[];
  /**
   * Earlier cells without `onOutput` whose outputs have changed since they were handed over: this cell updated a
   * display of theirs, or a timer of theirs came late.
   */
  earlier?: EarlierResult[];
}

/** All that an earlier cell has given by now. */
export interface EarlierResult extends Pick<CellResult, "status" | "outputs"> {
  executionCount: number;
}

export interface ExecuteOptions {
  /** Stamped on the result; stack traces name the cell by it. */
  executionCount: number;
  /** No value is shown, and nothing of the cell is in a later stack trace's count. */
  silent?: boolean;
  /**
   * Called at once with each output, while the cell runs and after it: what a timer of the cell prints later comes
   * here too. Streams come as they are written.
   */
  onOutput?(output: CellOutput): void;
}

/** A completion list: what may stand in place of the code from `start` to `end`. */
export interface Completions {
  matches: Completion[];
  /** Offsets in UTF-16 units, as all offsets of a session are. */
  start: number;
  end: number;
}

export interface Completion {
  text: string;
  /** `function`, `class`, `property`, ... : the kind that a frontend draws an icon for. */
  type: string;
  signature?: string;
  documentation?: string;
}

export type Completeness =
  { status: "complete" } | { status: "invalid" } | { status: "incomplete"; indent: string };

/** One execution core: TypeScript cell in, Jupyter outputs out. One process holds one session. */
export interface Session {
  /** Runs a cell. Never rejects for a cell's own failure. Cells run one after another in the order of the calls. */
  execute(code: string, options: ExecuteOptions): Promise<CellResult>;
  /** The value of an expression among the cells' names, without output of its own. */
  evaluate(expression: string): Promise<MimeData | ErrorOutput>;
  complete(code: string, cursor: number): Promise<Completions>;
  /** Signature and documentation of the name at the cursor; `detail` 1 adds where it is declared. */
  inspect(code: string, cursor: number, detail: 0 | 1): Promise<MimeData | undefined>;
  isComplete(code: string): Promise<Completeness>;
  /**
   * Ends a cell that waits. Code that holds the thread is ended by SIGINT, which a session listens to, where a guard
   * stands; elsewhere by another thread, see `codeEnder`.
   */
  interrupt(): void;
  comms: Comms;
  /** The files of the project and the packages that cells have imported, directly or not. */
  loaded(): Loaded;
  /** Tells what was lost with the process before this one. */
  inherit(inheritance: Inheritance): void;
  /** Calls what is set for the end of the process, and gives what failed of it; nothing is to be asked after that. */
  close(): Promise<ErrorOutput[]>;
}

/** What the modules of cells are made of. */
export interface Loaded {
  files: string[];
  /** Specifiers of packages. */
  packages: string[];
}

/** The comms of a session as its client sees them. */
export interface Comms {
  list(target?: string): Record<string, { target_name: string }>;
  /** Whether a message would be heard now: its comm is open, or its target registered. */
  knows(type: CommType, content: Pick<CommContent, "comm_id" | "target_name">): boolean;
  /**
   * @param onOutput called with what the cells' listeners show, the errors that they throw included; without it the first
   *   belongs to the latest cell, and an error is thrown
   */
  receive(
    type: CommType,
    content: CommContent,
    buffers?: Uint8Array[],
    onOutput?: ExecuteOptions["onOutput"],
  ): void;
}

export type CommType = "comm_open" | "comm_msg" | "comm_close";

export interface CommContent {
  comm_id: string;
  target_name?: string;
  data: MimeData;
}

export interface SessionOptions {
  /** Folder in which the cells run, the notebook's own. */
  cwd: string;
  /** The project's root; its tsconfig.json says how strict cells are, and paths are shown below it. */
  root: string;
  /** The folder of the package `rederive`, if cells cannot find it from their own. */
  core?: string;
  /** What the cells are written in; TypeScript where nothing is said. */
  language?: CellLanguage;
  /** Seeded `Math.random`, fixed clock: the same notebook gives the same bytes. */
  reproducible: boolean;
  /** Characters of output that a cell may give. */
  maxOutput: number;
  /** Called when a cell gives more; without it the rest of the cell's output is cut with a notice. */
  onOverflow?: () => void;
  /**
   * Two numbers shared with the thread that interrupts: by them it ends a question to the compiler, see `endCompiler`.
   */
  interruptible?: Int32Array;
  /** Asks the reader for a line; rejects where nobody can answer. */
  input?(prompt: string, password: boolean): Promise<string>;
  /**
   * The same for a function of a cell that cannot wait: holds the thread.
   *
   * @throws Error, which begins with the function's name, where nobody can answer; Interrupted
   */
  inputAtOnce?(name: string, prompt: string, password: boolean): string;
  /** Told of a cell whose names are in sight from now on, and of those that hold something. */
  onKept?(code: string, names: string[]): void;
  /** Holds snapshots of the variables; without one none are taken. */
  snapshots?: SnapshotHolder;
  /** Sends a comm message of a cell to the client. */
  sendComm?(
    type: CommType,
    content: CommContent,
    buffers?: Uint8Array[],
    metadata?: MimeData,
  ): void;
}
