import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "./repositories.js";

/** A repository's own folder, in which packages can be installed, and the checkout in it. */
export interface Checkout {
  folder: string;
  files: string;
}

/** Clones a repository at its commit below a folder, unless it is there. */
export function checkout({ name, commit }: Repository, below: string): Checkout {
  const folder = join(below, name.replace("/", "+"));
  const files = join(folder, "files");
  if (!existsSync(join(files, ".git"))) {
    mkdirSync(files, { recursive: true });
    git(files, "init", "--quiet");
    git(files, "remote", "add", "origin", `https://github.com/${name}`);
  }
  git(files, "fetch", "--quiet", "--depth", "1", "origin", commit);
  restore({ folder, files }, "FETCH_HEAD");
  return { folder, files };
}

/** Puts the checkout back as its authors left it: what cells have written is gone. */
export function restore({ files }: Checkout, to = "HEAD"): void {
  git(files, "reset", "--quiet", "--hard", to);
  git(files, "clean", "--quiet", "-ffdx");
}

function git(folder: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}
