import type { DisplayDataOutput, Output } from "../../notebook/index.js";
import type { CellOutput } from "../types.js";

/** What cells have shown under an id, and which of them holds it: a later cell may update an earlier one's display. */
export type Displays = Map<string, { shown: DisplayDataOutput; holder: Collector }[]>;

/**
 * The outputs of one cell as a notebook keeps them: streams joined, displays updated, clearings done.
 *
 * @source nbclient's `process_message`: an id that is shown again updates, too, what was shown under it before
 */
export class Collector {
  #outputs: Output[] = [];
  #clearNext = false;
  #displays: Displays;
  #onChange: () => void;

  /**
   * @param displays shared by all cells of a notebook
   * @param onChange called whenever the outputs change, by this cell or by another
   */
  constructor(displays: Displays, onChange: () => void) {
    this.#displays = displays;
    this.#onChange = onChange;
  }

  add(output: CellOutput): void {
    if (output.output_type === "clear_output") {
      if (output.wait) this.#clearNext = true;
      else this.#clear();
      return;
    }
    if ("transient" in output && output.transient)
      this.#update(output.transient.display_id, output);
    if (output.output_type === "update_display_data") return;
    if (this.#clearNext) this.#clear();
    this.#keep(output);
    this.#onChange();
  }

  get outputs(): Output[] {
    return this.#outputs;
  }

  /** The outputs as they can be given once more: displays with the ids under which they are updated. */
  told(): CellOutput[] {
    const ids = new Map<Output, string>();
    for (const [id, all] of this.#displays) for (const { shown } of all) ids.set(shown, id);
    return this.#outputs.map((output) => {
      const id = ids.get(output);
      return id === undefined
        ? { ...output }
        : ({ ...output, transient: { display_id: id } } as CellOutput);
    });
  }

  #keep(output: Exclude<CellOutput, { output_type: "update_display_data" | "clear_output" }>) {
    const last = this.#outputs.at(-1);
    if (output.output_type === "stream") {
      if (last?.output_type === "stream" && last.name === output.name) last.text += output.text;
      else this.#outputs.push({ ...output });
    } else if (output.output_type === "display_data") {
      const { transient, ...shown } = output;
      this.#outputs.push(shown);
      if (!transient) return;
      const same = this.#displays.get(transient.display_id) ?? [];
      this.#displays.set(transient.display_id, [...same, { shown, holder: this }]);
    } else this.#outputs.push(output);
  }

  #update(id: string, { data, metadata }: Pick<DisplayDataOutput, "data" | "metadata">): void {
    for (const { shown, holder } of this.#displays.get(id) ?? []) {
      Object.assign(shown, { data, metadata });
      holder.#onChange();
    }
  }

  #clear(): void {
    this.#clearNext = false;
    this.#outputs = [];
    for (const [id, shown] of this.#displays) {
      const others = shown.filter(({ holder }) => holder !== this);
      if (others.length) this.#displays.set(id, others);
      else this.#displays.delete(id);
    }
    this.#onChange();
  }
}
