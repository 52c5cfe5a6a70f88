import type { MimeData, Output } from "../notebook/index.js";

/** Collects a cell's outputs in order, joining neighbouring writes to the same stream. */
export class Capture {
  #outputs: Output[] = [];
  #displays = new Map<string, { data: MimeData }>();
  #size = 0;

  constructor(
    private readonly limit: number,
    private readonly onOverflow: () => void,
  ) {}

  stream(name: "stdout" | "stderr", text: string): void {
    const last = this.#outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else if (text) this.#outputs.push({ output_type: "stream", name, text });
    this.#count(text.length);
  }

  add(output: Output): void {
    this.#outputs.push(output);
    this.#count(JSON.stringify(output).length);
  }

  /** Shows data; an update replaces what the same cell showed under its id, whose output has no other trace of it. */
  display(data: MimeData, id?: string, update = false): void {
    const shown = update && id ? this.#displays.get(id) : undefined;
    if (shown) {
      shown.data = data;
      this.#count(JSON.stringify(data).length);
      return;
    }
    const output = { output_type: "display_data", data, metadata: {} } as const;
    if (id) this.#displays.set(id, output);
    this.add(output);
  }

  #count(characters: number): void {
    this.#size += characters;
    if (this.#size > this.limit) this.onOverflow();
  }

  /** Hands over what was collected and starts anew. */
  take(): Output[] {
    const outputs = this.#outputs;
    this.#outputs = [];
    this.#displays.clear();
    this.#size = 0;
    return outputs;
  }
}

/** Sends what is written to the standard streams into the capture. */
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
