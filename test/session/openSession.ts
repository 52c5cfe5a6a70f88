import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { ErrorOutput, MimeData, Output } from "../../src/notebook/index.js";
import type {
  CellOutput,
  CellResult,
  CommContent,
  Completeness,
  Completions,
  SessionOptions,
} from "../../src/session/types.js";
import { sessionFlags } from "./twoKernels.js";

/** A session in a process of its own, as a test drives it. */
export interface TestSession {
  child: ChildProcess;
  /** Runs the next cell. */
  run(code: string, silent?: boolean): Promise<CellResult>;
  /** The text of what the next cell gives: its value, its streams, or its error's first line. */
  text(code: string): Promise<string>;
  evaluate(expression: string): Promise<MimeData | ErrorOutput>;
  complete(code: string): Promise<Completions>;
  inspect(code: string, detail?: 0 | 1): Promise<MimeData | undefined>;
  isComplete(code: string): Promise<Completeness>;
  interrupt(): Promise<void>;
  receive(type: string, content: CommContent): Promise<void>;
  comms(): Promise<Record<string, { target_name: string }>>;
  /** Bytes that the process of the session holds, the compiler's not counted. */
  memory(): Promise<number>;
  /** What came, with the number of the cell that it came from. */
  live: { live: CellOutput; of: number }[];
  /** Messages of comms to the client. */
  sent: [type: string, content: CommContent][];
  close(): void;
}

/** Opens a session; in `complete` and `inspect` a bar in the code stands for the cursor. */
export async function openSession(
  options: Partial<SessionOptions> & { cwd: string },
): Promise<TestSession> {
  const child = fork(join(import.meta.dirname, "server.ts"), {
    execArgv: sessionFlags,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const live: TestSession["live"] = [];
  const sent: TestSession["sent"] = [];
  const waiting = new Map<number, [(result: never) => void, (error: Error) => void]>();
  child.on("message", (message: Record<string, never>) => {
    if ("live" in message) live.push(message as unknown as (typeof live)[number]);
    else if ("comm" in message) sent.push(message.comm);
    else {
      const [done, refuse] = waiting.get(message.id) ?? [];
      if ("error" in message) refuse?.(new Error(message.error));
      else done?.(message.result);
    }
  });
  child.on("exit", (code, signal) => {
    for (const [, refuse] of waiting.values()) refuse(new Error(`ended: ${signal ?? code}`));
  });
  let asked = 0;
  const ask = <T>(method: string, ...args: unknown[]) =>
    new Promise<T>((done, refuse) => {
      waiting.set(++asked, [done, refuse]);
      child.send({ id: asked, method, args });
    });
  let count = 0;
  await ask("open", options);
  const run = (code: string, silent = false) => ask<CellResult>("execute", code, ++count, silent);
  const atCursor = (code: string): [string, number] => [code.replace("|", ""), code.indexOf("|")];
  return {
    child,
    run,
    text: async (code) => (await run(code)).outputs.map(outputText).join(""),
    evaluate: (expression) => ask("evaluate", expression),
    complete: (code) => ask("complete", ...atCursor(code)),
    inspect: (code, detail = 0) => ask("inspect", ...atCursor(code), detail),
    isComplete: (code) => ask("isComplete", code),
    interrupt: () => ask("interrupt"),
    receive: (type, content) => ask("receive", type, content),
    comms: () => ask("list"),
    memory: () => ask("memory"),
    live,
    sent,
    close: () => child.kill("SIGKILL"),
  };
}

function outputText(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return output.traceback.join("\n");
  return String(output.data["text/plain"]);
}
