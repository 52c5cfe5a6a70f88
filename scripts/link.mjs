// Makes `import … from "rederive"` resolve inside the project itself: node_modules/rederive -> the project.
// npm install and npm prune delete the link, so every command that needs it calls this first.
import { lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

export function link() {
  const path = join(root, "node_modules", "rederive");
  const target = "..";
  try {
    if (lstatSync(path).isSymbolicLink() && readlinkSync(path) === target) return;
    rmSync(path, { recursive: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "junction");
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) link();
