import type { Received } from "./client.js";

type Kept = { output_type: string; [field: string]: any };

/**
 * The outputs that a Jupyter client keeps of each cell, from what was broadcast about each while it ran. Written from
 * nbclient's rules and not from the session's: an id that is shown or updated changes all that was shown under it, in
 * any cell; a clearing empties its cell and forgets what the cell has shown; a pending one waits for an output.
 */
export function keptOutputs(cells: Received[][]): Kept[][] {
  const outputs: Kept[][] = cells.map(() => []);
  const places: Record<string, [cell: number, place: number][]> = {};
  let pending = false;
  for (const [cell, heard] of cells.entries()) {
    const clear = () => {
      outputs[cell] = [];
      for (const id of Object.keys(places)) {
        places[id] = places[id].filter(([other]) => other !== cell);
      }
      pending = false;
    };
    for (const { type, content } of heard) {
      const { transient, ...kept } = content;
      const id: string | undefined = transient?.display_id;
      for (const [at, place] of (id && places[id]) || []) {
        Object.assign(outputs[at][place], { data: content.data, metadata: content.metadata });
      }
      if (type === "clear_output") {
        if (content.wait) pending = true;
        else clear();
      }
      if (!["stream", "display_data", "execute_result", "error"].includes(type)) continue;
      if (pending) clear();
      if (id) (places[id] ??= []).push([cell, outputs[cell].length]);
      outputs[cell].push({ output_type: type, ...kept });
    }
  }
  return outputs.map(joined);
}

/** Neighbouring pieces of one stream as one: how many messages they came in is a matter of time. */
export function joined(outputs: Kept[]): Kept[] {
  const all: Kept[] = [];
  for (const output of outputs) {
    const last = all.at(-1);
    const same = output.output_type === "stream" && last?.output_type === "stream";
    if (same && last.name === output.name) last.text += output.text;
    else all.push({ ...output });
  }
  return all;
}
