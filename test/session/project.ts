import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A project of its own in a temporary folder. */
export interface Project {
  folder: string;
  write(files: Record<string, string>): void;
  remove(): void;
}

export function project(files: Record<string, string> = {}): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rederive-project-")));
  const write = (some: Record<string, string>) => {
    for (const [name, text] of Object.entries(some)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  write({ "package.json": '{ "name": "own", "private": true, "type": "module" }', ...files });
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
