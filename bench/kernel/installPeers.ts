import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A kernel of the comparison: its kernelspec's name, and the language of its cells. */
export interface Peer {
  name: string;
  language: "ts" | "js" | "py";
  /** Whether it checks types. */
  checks: boolean;
}

const root = resolve(import.meta.dirname, "..", "..");
const folder = join(import.meta.dirname, ".peers");
const versions = { deno: "2.9.6", ijavascript: "5.2.1" };

/** Where the kernelspecs of all are. */
export const prefix = join(folder, "prefix");

/** Installs the peers beside this file; leaves out those that do not install here, and says so. */
export function installPeers(python: string): Peer[] {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), "{}");
  const peers: Peer[] = [
    { name: "rederive", language: "ts", checks: true },
    { name: "tslab", language: "ts", checks: true },
    { name: "python3", language: "py", checks: false },
  ];
  node(join(root, "dist", "cli", "main.js"), "kernel", "install", "--prefix", prefix);
  const tslab = join(root, "node_modules", "tslab", "bin", "tslab");
  node(tslab, "install", "--python", python, "--prefix", prefix, "--binary", tslab);
  const deno = join(folder, "node_modules", "deno", "bin.cjs");
  if (installed("deno", deno)) {
    writeSpec("deno", [
      process.execPath,
      deno,
      "jupyter",
      "--kernel",
      "--conn",
      "{connection_file}",
    ]);
    peers.push({ name: "deno", language: "ts", checks: false });
  }
  const ijavascript = join(folder, "node_modules", "ijavascript", "lib", "kernel.js");
  if (installed("ijavascript", ijavascript)) {
    const session = ["--protocol=5.1", "--hide-undefined", "{connection_file}"];
    writeSpec("ijavascript", [process.execPath, ijavascript, ...session]);
    peers.push({ name: "ijavascript", language: "js", checks: false });
  }
  return peers;
}

function installed(name: keyof typeof versions, program: string): boolean {
  if (!existsSync(program)) {
    console.log(`installing ${name} ${versions[name]} into bench/kernel/.peers …`);
    const args = [
      "install",
      "--no-audit",
      "--no-fund",
      "--save-exact",
      `${name}@${versions[name]}`,
    ];
    const run = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
    if (run.status !== 0) console.log(`left out: ${name} does not install here`);
  }
  return existsSync(program);
}

function writeSpec(name: string, argv: string[]): void {
  const spec = join(prefix, "share", "jupyter", "kernels", name);
  mkdirSync(spec, { recursive: true });
  writeFileSync(
    join(spec, "kernel.json"),
    JSON.stringify({ argv, display_name: name, language: name }),
  );
}

function node(...args: string[]): void {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${args.join(" ")} failed\n${run.stdout}${run.stderr}`);
}
