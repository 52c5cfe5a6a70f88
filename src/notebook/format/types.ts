/** A notebook in nbformat 4.5, as the official schema describes it. */
export interface Notebook {
  metadata: Record<string, unknown> & { rederive?: RunStamp };
  nbformat: 4;
  nbformat_minor: number;
  cells: Cell[];
}

/** What made the stored outputs; each cell has a stamp of its own, see `stampOf`. */
export interface RunStamp {
  /** Version of Node. */
  node: string;
  /** Version of this program. */
  version: string;
}

export interface MarkdownCell {
  cell_type: "markdown";
  id: string;
  metadata: Record<string, unknown>;
  source: string;
  attachments?: Record<string, Record<string, string>>;
}

export interface RawCell {
  cell_type: "raw";
  id: string;
  metadata: Record<string, unknown>;
  source: string;
}

export interface CodeCell {
  cell_type: "code";
  id: string;
  metadata: Record<string, unknown>;
  source: string;
  execution_count: number | null;
  outputs: Output[];
}

export type Cell = MarkdownCell | RawCell | CodeCell;

export type MimeData = Record<string, unknown>;

export interface StreamOutput {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: string;
}

export interface DisplayDataOutput {
  output_type: "display_data";
  data: MimeData;
  metadata: Record<string, unknown>;
}

export interface ExecuteResultOutput {
  output_type: "execute_result";
  execution_count: number | null;
  data: MimeData;
  metadata: Record<string, unknown>;
}

export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}

/** An nbformat output: the session yields them, the kernel sends them, the runner stores them. */
export type Output = StreamOutput | DisplayDataOutput | ExecuteResultOutput | ErrorOutput;
