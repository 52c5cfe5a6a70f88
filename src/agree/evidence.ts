import { createHash } from "node:crypto";
import { canonical, type DerivationJSON, type Grade } from "../record/index.js";
import type { TaggedEquation } from "../notebook/index.js";
import type { Agreement, Made } from "./agreement.js";
import type { Finding } from "./finding.js";

/** An equation of a page, and what the page shows of it. */
export interface StatedEquation extends TaggedEquation {
  shows: Shows;
}

/** A grade, or why there is none. */
export type Shows = Grade | "not checked" | "no grade";

/** What is laid beside a page: its equations, and every derivation that they are held against. */
export interface Evidence {
  version: 1;
  /** The notebook's path below the project's root. */
  source: string;
  equations: StatedEquation[];
  derivations: DerivationJSON[];
  /** SHA-256 of all the rest, whatever the order of its keys; the page shows it, too. */
  digest: string;
}

/** The evidence of a notebook. A derivation that is shown twice stands in it once. */
export function evidenceOf(source: string, { held }: Agreement, made: Made[]): Evidence {
  const derivations = new Map(made.map(({ derivation }) => [canonical(derivation), derivation]));
  const rest: Omit<Evidence, "digest"> = {
    version: 1,
    source,
    equations: held.map(({ equation, finding }) => ({ ...equation, shows: showsOf(finding) })),
    derivations: [...derivations.values()],
  };
  return { ...rest, digest: digestOf(rest) };
}

/** What a page shows of a finding. */
export function showsOf(finding: Finding): Shows {
  if (finding.kind === "agrees") return finding.grade;
  return finding.kind === "differs" ? "no grade" : "not checked";
}

/** The digest that belongs to the content of an evidence file. */
export function digestOf(content: object): string {
  const { digest: _own, ...rest } = content as Partial<Evidence>;
  return createHash("sha256").update(canonical(rest)).digest("hex");
}
