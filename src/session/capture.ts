import type { Output } from "../notebook/types.js";

/** Collects a cell's outputs in order, joining neighbouring writes to the same stream. */
export class Capture {
  outputs: Output[] = [];
  #bytes = 0;

  constructor(
    private readonly limit: number,
    private readonly onOverflow: () => void,
  ) {}

  stream(name: "stdout" | "stderr", text: string): void {
    const last = this.outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else this.add({ output_type: "stream", name, text });
    this.#count(text.length);
  }

  add(output: Output): void {
    this.outputs.push(output);
    if (output.output_type !== "stream") this.#count(JSON.stringify(output).length);
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.limit) this.onOverflow();
  }

  /** Hands over what was collected and starts anew. */
  take(): Output[] {
    const { outputs } = this;
    this.outputs = [];
    this.#bytes = 0;
    return outputs;
  }
}

/** Sends what is written to a standard stream into the capture; what is written before a cell is dropped. */
export function captureStreams(capture: Capture): void {
  for (const name of ["stdout", "stderr"] as const) {
    process[name].write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      capture.stream(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      const done = rest.find((argument) => typeof argument === "function") as
        (() => void) | undefined;
      done?.();
      return true;
    }) as typeof process.stdout.write;
  }
}
