import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { jupyterPaths } from "./jupyterPaths.js";

/** A kernel that is installed here: how its program is started, and how it is interrupted. */
export interface InstalledKernel {
  name: string;
  /** The folder of its `kernel.json`. */
  folder: string;
  argv: string[];
  language: string;
  displayName: string;
  interruptMode: "signal" | "message";
  env: Record<string, string>;
}

/** Why no kernel is there for a notebook; the message says how it is installed. */
export class KernelAbsent extends Error {
  override name = "KernelAbsent";
}

/**
 * The kernels that notebooks of a folder can use, by name: of two with one name the first in Jupyter's order. A
 * `kernel.json` that cannot be read is passed over, as Jupyter does.
 *
 * @source jupyter_client 8, `kernelspec.KernelSpecManager`
 */
export function installedKernels(folder: string, env = process.env): Map<string, InstalledKernel> {
  const found = new Map<string, InstalledKernel>();
  for (const path of jupyterPaths(folder, env)) {
    const kernels = join(path, "kernels");
    for (const entry of existsSync(kernels) ? readdirSync(kernels).sort() : []) {
      const name = entry.toLowerCase();
      const kernel = found.has(name) ? undefined : readKernel(name, join(kernels, entry));
      if (kernel) found.set(name, kernel);
    }
  }
  return found;
}

/** Which kernel a notebook asks for: by name, or one of its language where it names none. */
export interface Asked {
  name?: string;
  language?: string;
}

/** The kernel that a notebook asks for. @throws KernelAbsent if it is not installed */
export function findKernel(asked: Asked, folder: string, env = process.env): InstalledKernel {
  const kernels = installedKernels(folder, env);
  const known = [...kernels.keys()].sort();
  if (asked.name !== undefined) {
    const kernel = kernels.get(asked.name.toLowerCase());
    if (kernel) return kernel;
    throw new KernelAbsent(`kernel ${asked.name} is not installed${advice(asked, known)}`);
  }
  const language = asked.language?.toLowerCase();
  const ofLanguage = [...kernels.values()].find((one) => one.language.toLowerCase() === language);
  if (ofLanguage) return ofLanguage;
  throw new KernelAbsent(`no kernel for ${asked.language} is installed${advice(asked, known)}`);
}

function readKernel(name: string, folder: string): InstalledKernel | undefined {
  try {
    const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as {
      argv: string[];
      language?: string;
      display_name?: string;
      interrupt_mode?: string;
      env?: Record<string, string>;
    };
    if (!spec.argv.length) return undefined;
    return {
      name,
      folder,
      argv: spec.argv,
      language: spec.language ?? "",
      displayName: spec.display_name ?? name,
      interruptMode: spec.interrupt_mode === "message" ? "message" : "signal",
      env: spec.env ?? {},
    };
  } catch {
    return undefined;
  }
}

/**
 * The program and arguments of a kernel for one connection file.
 *
 * A bare `python` is that of the environment in which the kernel was found, as Jupyter takes its own.
 */
export function kernelCommand({ argv, folder }: InstalledKernel, connectionFile: string): string[] {
  const prefix = dirname(dirname(dirname(dirname(folder))));
  const values: Record<string, string> = {
    connection_file: connectionFile,
    resource_dir: folder,
    prefix,
  };
  const [program, ...rest] = argv.map((text) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  );
  const own = join(prefix, process.platform === "win32" ? "Scripts" : "bin", program);
  const isBarePython = /^python(?:3(?:\.\d+)?)?$/.test(program);
  return [isBarePython && existsSync(own) ? own : program, ...rest];
}

/** The variables of a kernel's process: what its spec adds, with `${NAME}` for what is there. */
export function kernelEnvironment({ env }: InstalledKernel, given: NodeJS.ProcessEnv) {
  const entries = Object.entries(env).map(([name, text]) => [
    name,
    text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
      return given[braced ?? bare ?? ""] ?? whole;
    }),
  ]);
  return { ...given, ...Object.fromEntries(entries) } as NodeJS.ProcessEnv;
}

/** How the kernels that are met most are installed. */
const installing: { kernels: RegExp; command: string }[] = [
  {
    kernels: /^(?:python|python3|ipykernel)$/i,
    command: "python3 -m venv .venv && .venv/bin/pip install ipykernel",
  },
  {
    kernels: /^(?:ir|r)$/i,
    command: `R -e "install.packages('IRkernel'); IRkernel::installspec()"`,
  },
  { kernels: /^deno$/i, command: "npm install --global deno && deno jupyter --install" },
  { kernels: /^(?:tslab|jslab)$/i, command: "npm install --global tslab && tslab install" },
  { kernels: /^rederive/i, command: "npx rederive kernel install" },
];

function advice({ name, language }: Asked, known: string[]): string {
  const way = installing.find(({ kernels }) => kernels.test(name ?? language ?? ""))?.command;
  const there = known.length ? `, only ${known.join(", ")}` : "";
  if (way) return `${there}; install it with \`${way}\`, or choose another with --kernel`;
  return `${there}; install it as its makers describe, or choose another with --kernel`;
}
