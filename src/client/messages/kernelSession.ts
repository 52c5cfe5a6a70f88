import type { Output } from "../../notebook/index.js";
import type { Conversation, Lost } from "./conversation.js";
import { outputsOfCells } from "./outputsOfCells.js";
import { within } from "./within.js";

/** What a cell may use. */
export interface SessionLimits {
  /** Seconds. */
  timeout: number;
  /** MiB. */
  memory: number;
  output: number;
}

/** A cell that could not end by itself. */
export class KernelStopped extends Error {
  override name = "KernelStopped";

  constructor(
    /** Which limit it exceeded; the kernel was lost if none. */
    readonly limit: keyof SessionLimits | undefined,
    readonly lost?: Lost,
  ) {
    super(lost?.why ?? `exceeded its ${limit}`);
  }
}

/** The outputs of a cell, and of earlier ones whose outputs have changed since. */
export interface CellOutputs {
  status: "ok" | "error";
  outputs: Output[];
  earlier: { executionCount: number; status: "ok" | "error"; outputs: Output[] }[];
}

/** A notebook's cells in a kernel. */
export interface KernelSession {
  /** @throws KernelStopped if a limit or the kernel's end ended it */
  run(code: string, executionCount: number, timeout?: number): Promise<CellOutputs>;
  /** What a piece of code prints that is none of the notebook's. @throws KernelStopped as `run` */
  ask(code: string): Promise<string>;
  /** The value of an expression, as text, without a cell. @throws KernelStopped as `run` */
  evaluate(expression: string): Promise<string>;
  close(): Promise<void>;
  kill(): void;
}

/** Seconds that an interrupted cell has to end, so that it can put away what it holds. */
const grace = 3;
/** Milliseconds between two looks at the memory. */
const meterPause = 100;

/** Runs cells in a kernel within limits; the kernel is ended when a cell exceeds one. */
export function kernelSession(talk: Conversation, limits: SessionLimits): KernelSession {
  const counts = new Map<string, number>();
  const failed = new Set<string>();
  let running = "";
  let exceeded: (limit: keyof SessionLimits) => void = () => undefined;
  const outputs = outputsOfCells((cell, length) => {
    if (cell === running && length > limits.output * 2 ** 20) exceeded("output");
  });
  talk.hear((request, type, content) => outputs.take(request, type, content));

  async function execute(code: string, seconds: number, quiet: boolean, count?: number) {
    const asked = talk.execute(code, quiet);
    running = asked.id;
    if (count !== undefined) counts.set(asked.id, count);
    const end = await bounded(asked.ended, seconds);
    if (end.status === "error") failed.add(asked.id);
    return asked.id;
  }

  /** Waits for a cell's end, unless a limit or the kernel's end comes first. */
  async function bounded<Value>(ended: Promise<Value>, seconds: number): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    let meter: NodeJS.Timeout | undefined;
    const over = new Promise<keyof SessionLimits>((tell) => {
      exceeded = tell;
      timer = setTimeout(tell, seconds * 1000, "timeout");
      meter = setInterval(() => {
        if ((talk.memory?.() ?? 0) > limits.memory) tell("memory");
      }, meterPause);
    });
    try {
      const first = await Promise.race([
        ended.then((value) => ({ value })),
        talk.lost.then((lost) => ({ lost })),
        over.then((limit) => ({ limit })),
      ]);
      if ("value" in first) return first.value;
      if ("lost" in first) throw new KernelStopped(undefined, first.lost);
      if (first.limit === "timeout") await interrupted(ended);
      talk.kill();
      throw new KernelStopped(first.limit);
    } finally {
      clearTimeout(timer);
      clearInterval(meter);
    }
  }

  async function interrupted(ended: Promise<unknown>): Promise<void> {
    const quietly = Promise.allSettled([talk.interrupt(), ended]);
    await within(Promise.race([quietly, talk.lost]), grace);
  }

  const statusOf = (id: string): "ok" | "error" =>
    failed.has(id) || outputs.failed(id) ? "error" : "ok";
  return {
    kill: talk.kill,
    close: talk.close,
    async run(code, executionCount, timeout = limits.timeout) {
      const id = await execute(code, timeout, false, executionCount);
      const earlier = outputs.changed().flatMap((one) => {
        const count = counts.get(one);
        if (one === id || count === undefined) return [];
        return [{ executionCount: count, status: statusOf(one), outputs: [...outputs.of(one)] }];
      });
      return { status: statusOf(id), outputs: [...outputs.of(id)], earlier };
    },
    async evaluate(expression) {
      const { value } = await bounded(talk.execute("", true, expression).ended, limits.timeout);
      return value ?? "";
    },
    async ask(code) {
      const id = await execute(code, limits.timeout, true);
      const said = outputs.of(id);
      const error = said.find((output) => output.output_type === "error");
      if (error && "ename" in error) throw new Error(`${error.ename}: ${error.evalue}`);
      return said.map((output) => ("text" in output ? output.text : "")).join("");
    },
  };
}
