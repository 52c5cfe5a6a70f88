import type { Derivation } from "../derive/derivation/derivation.js";
import type { Verified } from "../derive/records/verify.js";
import type { Tex } from "../derive/tex/tex.js";
import type { ProveOptions } from "./claim.js";
import type { Parsed } from "./parse.js";

// What not everybody needs, each loaded by its first call: what proves a claim stays small.

/**
 * Reads LaTeX that is one expression or statement, as docs/latex.md describes it. Assumptions say what its letters are where
 * that leaves two readings.
 *
 *     (await parseLatex(String.raw`\frac{1}{N} \sum_{n=1}^{N} x_n`)).text   // "1/N*sum(x[n], n, 1, N)"
 *
 * @throws DerivationError for what is not read: the place, and what to write
 */
export async function parseLatex(latex: string | Tex, options: ProveOptions = {}): Promise<Parsed> {
  const { parseLatex: read } = await import("./readLatex.js");
  return read(latex, options);
}

/**
 * Grades a stored derivation again, from its own texts, as `rederive verify` does with each of a file, and says where the
 * record is not what is found.
 */
export async function verify(record: unknown): Promise<Verified> {
  const { verify: graded } = await import("../derive/records/verify.js");
  return graded(record);
}

/**
 * The class of derivations, chains of relations that are graded step by step:
 *
 *     const Derivation = await loadDerivation();
 *     new Derivation("my.mean", ["a < b"]).from("integrate(x/(b - a), x, a, b)").equals("(a + b)/2").grade // "proved"
 */
export async function loadDerivation(): Promise<typeof Derivation> {
  const loaded = await import("../derive/derivation/derivation.js");
  return loaded.Derivation;
}
