import { protocolVersion } from "../wire/wire.js";

/** What Jupyter knows of a kernel before it starts it. */
export interface KernelSpec {
  argv: string[];
  display_name: string;
  language: string;
  interrupt_mode: "message" | "signal";
  kernel_protocol_version: string;
  env: Record<string, string>;
  metadata: Record<string, unknown>;
}

/**
 * The kernels that are installed, by name: the second gives the same bytes in every run, as `rederive run` does, and the
 * cells of the third are JavaScript.
 */
export const kernelNames = {
  rederive: "TypeScript (Rederive)",
  "rederive-reproducible": "TypeScript (Rederive, reproducible)",
  "rederive-js": "JavaScript (Rederive)",
} as const;

export type KernelName = keyof typeof kernelNames;

/**
 * The flags of Node that the session needs: modules of its own, no warning that they are young or that a part of Node is
 * old, which would stand in the outputs with the process's number, and a small space for new values, which saves some 6 MiB. A
 * cell takes no longer for that, but the start some 75 ms of processors: Node's kept code counts for V8's own flags alone.
 */
const flags = [
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  "--disable-warning=DeprecationWarning",
  "--max-semi-space-size=1",
];

/** How a kernel's process is told which of them it is. */
const environments: Record<KernelName, Record<string, string>> = {
  rederive: {},
  "rederive-reproducible": { REDERIVE_REPRODUCIBLE: "1" },
  "rederive-js": { REDERIVE_LANGUAGE: "javascript" },
};

/**
 * The content of kernel.json.
 *
 * @param node Node's program, by absolute path as the others are, since Jupyter starts kernels in any folder
 * @param start the program that finds the kernel of the notebook's project
 * @param main the kernel of a notebook that stands in no project
 */
export function kernelSpec(
  name: KernelName,
  { node, start, main }: Record<"node" | "start" | "main", string>,
): KernelSpec {
  const language = name === "rederive-js" ? "javascript" : "typescript";
  return {
    argv: [node, ...flags, start, "{connection_file}", main],
    display_name: kernelNames[name],
    language,
    interrupt_mode: "message",
    kernel_protocol_version: protocolVersion,
    env: environments[name],
    metadata: { debugger: true, supported_encryption: ["curve"] },
  };
}
