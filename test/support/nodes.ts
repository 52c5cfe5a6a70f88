import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The versions of Node that the package is held to, as npm names them. */
export const nodeVersions = ["20.19", "22", "24", "26"];

const cache = resolve(import.meta.dirname, "..", "..", ".cache", "nodes");

/** The package of npm that holds Node's program for this machine; the package `node` fetches it by a script. */
export function nodePackage(
  platform: string = process.platform,
  arch: string = process.arch,
): string {
  const system = platform === "win32" ? "win" : platform;
  return `${platform === "darwin" && arch === "arm64" ? "node-bin" : "node"}-${system}-${arch}`;
}

/**
 * The program of a version of Node, from npm and kept below `.cache`; undefined if it cannot be had, which is reported as
 * skipped by name: the test script counts that as a failure under REQUIRE_ALL=1.
 */
export function nodeProgram(version: string): string | undefined {
  const folder = join(cache, version);
  const name = nodePackage();
  const program = join(
    folder,
    "node_modules",
    name,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }');
    const npm = spawnSync(
      "npm",
      ["install", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`],
      { cwd: folder, encoding: "utf8", shell: process.platform === "win32" },
    );
    if (npm.status !== 0 || !existsSync(program)) {
      const why = npm.stderr?.trim().split("\n")[0] || "it holds no program";
      console.log(`skipped: Node ${version}: npm gives no ${name}@${version}: ${why}`);
      return undefined;
    }
  }
  return program;
}
