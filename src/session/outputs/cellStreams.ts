import { type DrawnStream, drawnStream } from "./drawnStream.js";
import type { CellOutput } from "../types.js";

type StreamName = "stdout" | "stderr";

/** What the streams of a cell need of it. */
export interface StreamParts {
  /** Distinguishes the cell. */
  executionCount: number;
  /** Gives an output of theirs, which counts as output of the cell. */
  give(output: CellOutput): void;
  /** Gives what is there already once more. */
  repeat(output: CellOutput): void;
  /** What the cell has shown, if it can still be taken away and shown anew. */
  shown(): CellOutput[] | undefined;
}

export interface CellStreams {
  write(name: StreamName, text: string): void;
  /** Shows what was written and is not shown yet. */
  flush(): void;
  /** Tells of an output of another kind, before it is given. */
  before(output: CellOutput): void;
}

/** The standard streams of a cell, which programs may draw over as over a terminal. */
export function cellStreams({ executionCount, give, repeat, shown }: StreamParts): CellStreams {
  let drawings = 0;
  const open = (name: StreamName): DrawnStream => {
    let id = "";
    const inPlace = (text: string) => ({
      data: { "text/plain": text },
      metadata: {},
      transient: { display_id: id },
    });
    return drawnStream({
      append: (text) => {
        part(name, false);
        give({ output_type: "stream", name, text });
      },
      begin(takenBack, text, grows) {
        const outputs = shown() && withoutEnd(shown() as CellOutput[], name, takenBack);
        const before = id;
        id = `terminal-${executionCount}-${++drawings}`;
        const display = { output_type: "display_data", ...inPlace(text) } as const;
        if (!outputs) return give(display);
        const isBefore = (one: CellOutput) =>
          grows && "transient" in one && one.transient?.display_id === before;
        const at = outputs.findIndex(isBefore);
        if (at < 0) outputs.push(display);
        else outputs[at] = display;
        repeat({ output_type: "clear_output", wait: true });
        outputs.forEach(repeat);
      },
      change: (text) => give({ output_type: "update_display_data", ...inPlace(text) }),
    });
  };
  const streams = { stdout: open("stdout"), stderr: open("stderr") };
  const all = Object.entries(streams);
  const part = (but: string | undefined, cleared: boolean) => {
    for (const [name, stream] of all) if (name !== but) stream.part(cleared);
  };
  const flush = () => all.forEach(([, stream]) => stream.flush());
  return {
    write: (name, text) => streams[name].write(text),
    flush,
    before(output) {
      flush();
      part(undefined, output.output_type === "clear_output");
    },
  };
}

/** Outputs without the last characters of a stream. */
function withoutEnd(outputs: CellOutput[], name: StreamName, takenBack: number): CellOutput[] {
  const isOwn = (one: CellOutput) => one.output_type === "stream" && one.name === name;
  const at = outputs.map(isOwn).lastIndexOf(true);
  const stream = outputs[at];
  if (stream?.output_type !== "stream") return outputs;
  const text = stream.text.slice(0, stream.text.length - takenBack);
  return outputs.flatMap((one, i) => (i !== at ? [one] : text ? [{ ...stream, text }] : []));
}
