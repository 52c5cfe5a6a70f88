import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { mimeBundle } from "../forms/bundle.js";
import type { CellRuns } from "../outputs/cellRun.js";

const require = createRequire(import.meta.url);

/** The forms in which tslab's `display` shows something, and the media type of each. */
const forms = {
  javascript: "text/javascript",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  pdf: "application/pdf",
  text: "text/plain",
};

/** The same for the compiler. */
export const tslabTypes = `
declare module "tslab" {
  /** The versions of tslab, whose interface this is, and of what it runs on. */
  export const versions: { tslab: string; typescript: string; node: string };
  export interface Display {
    javascript(s: string): void;
    html(s: string): void;
    markdown(s: string): void;
    latex(s: string): void;
    svg(s: string): void;
    png(b: Uint8Array): void;
    jpeg(b: Uint8Array): void;
    gif(b: Uint8Array): void;
    pdf(b: Uint8Array): void;
    text(s: string): void;
    raw(contentType: string, b: string | Uint8Array): any;
  }
  /** A display of its own, which each call overwrites. */
  export function newDisplay(): Display;
  /** Shows things below the cell. */
  export const display: Display;
}
`;

/**
 * The package `tslab` as a cell finds it, its displays going to the cells' outputs: notebooks that were written for the
 * stock kernel run where it is not installed.
 *
 * @source yunabe/tslab 1.0.22, `dist/public.js`
 */
export function tslabFor(runs: CellRuns): object {
  const displayOf = (id?: string) => {
    let shown = false;
    const raw = (type: string, content: string | Uint8Array) => {
      const text = typeof content === "string" ? content : Buffer.from(content).toString("base64");
      runs.current().display(mimeBundle({ [type]: text }), id, shown);
      shown = id !== undefined;
    };
    const named = Object.entries(forms).map(([form, type]) => [
      form,
      (content: string | Uint8Array) => raw(type, content),
    ]);
    return { ...Object.fromEntries(named), raw } as object;
  };
  const { version } = require("typescript/package.json") as { version: string };
  const tslab = {
    versions: { tslab: "1.0.22", typescript: version, node: process.version },
    newDisplay: () => displayOf(randomUUID()),
    display: displayOf(),
  };
  return { ...tslab, default: tslab };
}
