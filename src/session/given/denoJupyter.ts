import { readFileSync } from "node:fs";
import { pictureType } from "../../notebook/index.js";
import { mimeBundle, valueBundle } from "../forms/bundle.js";
import type { CellRuns } from "../outputs/cellRun.js";

const shows = Symbol.for("Jupyter.display");

/** What `Deno.jupyter.display` may be told. */
interface DisplayOptions {
  /** Whether the value is a bundle, and not to be made one. */
  raw?: boolean;
  display_id?: string;
  /** Whether what has been shown under that id is to be replaced. */
  update?: boolean;
}

/** What `Deno.jupyter.broadcast` sends. */
interface Broadcast {
  data?: object;
  transient?: { display_id?: string };
  wait?: boolean;
}

/** The same for the compiler. */
export const denoTypes = `
/** What Deno's kernel gives its cells to show things; nothing else of Deno is here. */
declare namespace Deno {
  namespace jupyter {
    interface DisplayOptions { raw?: boolean; display_id?: string; update?: boolean }
    type MediaBundle = Record<string, any>;
    interface Displayable { [$display]: () => MediaBundle | Promise<MediaBundle> }
    const $display: unique symbol;
    /** Shows a value as the last one of a cell; with \`raw\`, a bundle as it stands. */
    function display(obj: unknown, options?: DisplayOptions): Promise<void>;
    /** What a value is shown as. */
    function format(obj: unknown): Promise<MediaBundle>;
    /** Sends what is to be shown, shown anew or taken away, as the protocol has it. */
    function broadcast(msgType: "display_data" | "update_display_data" | "clear_output", content: Record<string, any>, extra?: { metadata?: Record<string, unknown> }): Promise<void>;
    function html(strings: TemplateStringsArray, ...values: unknown[]): Displayable;
    function md(strings: TemplateStringsArray, ...values: unknown[]): Displayable;
    function svg(strings: TemplateStringsArray, ...values: unknown[]): Displayable;
    /** The picture in a file, or of bytes: PNG or JPEG. */
    function image(source: string | Uint8Array): Displayable;
  }
}
`;

/**
 * The namespace `Deno` as a cell finds it: what shows things in Deno's kernel, for notebooks that were written for it.
 *
 * @source denoland/deno 2.9, `Deno.jupyter` of `cli/tsc/dts/lib.deno.unstable.d.ts`
 */
export function denoFor(runs: CellRuns): object {
  const written =
    (type: string) =>
    (strings: TemplateStringsArray, ...values: unknown[]) => {
      const text = strings.reduce((all, one, i) => `${all}${String(values[i - 1] ?? "")}${one}`);
      return { [shows]: () => ({ [type]: text }) };
    };
  const jupyter = {
    $display: shows,
    async display(value: unknown, options: DisplayOptions = {}) {
      const { raw = false, display_id: id, update } = options;
      const run = runs.current();
      run.display(raw ? mimeBundle(value) : await valueBundle(value), id, update);
    },
    format: valueBundle,
    async broadcast(type: string, { data = {}, transient, wait = false }: Broadcast) {
      const run = runs.current();
      if (type === "clear_output") return run.emit({ output_type: type, wait });
      if (!/^(?:update_)?display_data$/.test(type)) {
        throw new TypeError(
          `Deno.jupyter.broadcast: the type must be display_data, update_display_data or clear_output, got ${type}`,
        );
      }
      run.display(mimeBundle(data), transient?.display_id, type === "update_display_data");
    },
    html: written("text/html"),
    md: written("text/markdown"),
    svg: written("image/svg+xml"),
    image(source: string | Uint8Array) {
      const bytes = Buffer.from(typeof source === "string" ? readFileSync(source) : source);
      return { [shows]: () => ({ [pngOrJpeg(bytes)]: bytes.toString("base64") }) };
    },
  };
  return { jupyter };
}

function pngOrJpeg(bytes: Uint8Array): string {
  const type = pictureType(bytes);
  if (type === "image/png" || type === "image/jpeg") return type;
  throw new TypeError("Deno.jupyter.image: the picture must be PNG or JPEG");
}
