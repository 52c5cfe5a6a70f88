import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { cellHash, hashSeed } from "../../../session/beside.js";

/** The cells as a client of a debugger knows them: as files, of which none is written. */
export interface CellFiles {
  /** By what a client finds the path of a cell, as `debugInfo` gives it. */
  naming: { hashMethod: string; hashSeed: number; tmpFilePrefix: string; tmpFileSuffix: string };
  /** The path of a cell, whose text is kept. */
  keep(code: string): string;
  /** The hash in a cell's path; undefined for the path of something else. */
  hashIn(path: string): number | undefined;
  text(path: string): string | undefined;
}

export function cellFiles(suffix: string): CellFiles {
  const prefix = join(tmpdir(), `rederive_${process.pid}`) + sep;
  const texts = new Map<string, string>();
  return {
    naming: { hashMethod: "Murmur2", hashSeed, tmpFilePrefix: prefix, tmpFileSuffix: suffix },
    keep(code) {
      const path = `${prefix}${cellHash(code)}${suffix}`;
      texts.set(path, code);
      return path;
    },
    hashIn(path) {
      if (!path.startsWith(prefix) || !path.endsWith(suffix)) return undefined;
      const hash = Number(path.slice(prefix.length, path.length - suffix.length));
      return Number.isInteger(hash) ? hash : undefined;
    },
    text: (path) => texts.get(path),
  };
}
