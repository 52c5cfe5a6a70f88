import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * A program that a part of the tests needs, or undefined: then the part is reported as skipped by name, which the
 * test script counts as a failure under REQUIRE_ALL=1.
 */
function program(what: string, candidates: (string | undefined)[]): string | undefined {
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) console.log(`skipped: ${what}: no program found`);
  return found;
}

/** Chromium's executable. */
export function chromium(what: string): string | undefined {
  return program(what, [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ]);
}

/** A command of the .venv that `npm test` made, `jupyter` for instance. */
export function venv(command: string, what: string): string | undefined {
  const bin = process.env.REDERIVE_VENV_BIN ?? join(process.cwd(), ".venv", "bin");
  return program(what, [join(bin, command)]);
}
