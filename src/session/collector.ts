import type { Output } from "../notebook/index.js";
import type { CellOutput } from "./types.js";

/** The outputs of one cell as a notebook keeps them: streams joined, displays updated, clearings done. */
export class Collector {
  #outputs: Output[] = [];
  #displays = new Map<string, { data: object; metadata?: object }[]>();
  #clearNext = false;

  add(output: CellOutput): void {
    if (output.output_type === "clear_output") {
      if (output.wait) this.#clearNext = true;
      else this.#clear();
      return;
    }
    if (output.output_type === "update_display_data") {
      for (const shown of this.#displays.get(output.transient.display_id) ?? []) {
        Object.assign(shown, { data: output.data, metadata: output.metadata });
      }
      return;
    }
    if (this.#clearNext) this.#clear();
    const last = this.#outputs.at(-1);
    if (output.output_type === "stream") {
      if (last?.output_type === "stream" && last.name === output.name) last.text += output.text;
      else this.#outputs.push({ ...output });
      return;
    }
    if (output.output_type !== "display_data") {
      this.#outputs.push(output);
      return;
    }
    const { transient, ...kept } = output;
    this.#outputs.push(kept);
    if (!transient) return;
    const same = this.#displays.get(transient.display_id) ?? [];
    this.#displays.set(transient.display_id, [...same, kept]);
  }

  get outputs(): Output[] {
    return this.#outputs;
  }

  #clear(): void {
    this.#clearNext = false;
    this.#outputs = [];
    this.#displays.clear();
  }
}
