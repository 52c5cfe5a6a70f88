/** A message of a kernel's broadcast, with the request to which it belongs. */
export type Heard = (request: string, type: string, content: Record<string, unknown>) => void;

/** The answer to a request to execute, once the kernel is idle again. */
export interface Reply {
  status: "ok" | "error";
  /** What the expression beside the code gives, as text. */
  value?: string;
}

/** The content of a request to execute. @source Messaging in Jupyter 5.4, "Execute" */
export const executeContent = (code: string, quiet: boolean, expression?: string) => ({
  code,
  silent: false,
  store_history: !quiet,
  user_expressions: expression === undefined ? {} : { value: expression },
  allow_stdin: false,
  stop_on_error: true,
});

/** The value of an expression in the answer to a request. @source Messaging in Jupyter 5.4, `user_expressions` */
export function valueIn(content: Record<string, unknown>): string | undefined {
  const { value } = (content.user_expressions ?? {}) as {
    value?: { data?: Record<string, unknown>; ename?: string; evalue?: string };
  };
  const text = value?.data?.["text/plain"];
  return typeof text === "string" ? text : value?.evalue && `${value.ename}: ${value.evalue}`;
}

/** A cell on its way: by which id its messages name it, and when it has ended. */
export interface Asked {
  id: string;
  ended: Promise<Reply>;
}

/** A kernel that was started for one notebook, wherever it runs. */
export interface Conversation {
  /**
   * @param quiet whether the kernel leaves it out of the count of its cells
   * @param expression whose value is asked for afterwards
   */
  execute(code: string, quiet?: boolean, expression?: string): Asked;
  /** Set once; hears each message of the broadcast. */
  hear(heard: Heard): void;
  /** Asks what runs to end. */
  interrupt(): Promise<void>;
  /** Lets the kernel end in order, for a short while. */
  close(): Promise<void>;
  /** Ends it at once, and all that it has started. */
  kill(): void;
  /** Resolves, with the reason, when the kernel is gone or can no longer be reached. */
  lost: Promise<Lost>;
  /** MiB that its process holds, if it runs here. */
  memory?(): number;
  /** What it says of its language, for a notebook's metadata. */
  languageInfo: Record<string, unknown>;
}

/** Why a kernel can no longer be spoken to. */
export interface Lost {
  /** A sentence's end: `ended its process (SIGKILL)`. */
  why: string;
  /** Whether the way to it broke, and not the kernel: another one may be tried. */
  way?: true;
}
