import type { Evidence } from "../agree/index.js";
import type { Verified } from "../derive/records/verify.js";
import type { DerivationJSON, Grade } from "../record/index.js";
import type { Html } from "./html/html.js";

/** Grades what a notebook stores as a derivation again; the page shows what that finds and never what is stored. */
export type Verify = (record: unknown) => Verified;

/**
 * Something the reader of the terminal should know; a failure makes the command exit 1, and so does an equation that
 * nothing was held against if that is required. A fault says nothing of the notebook, since a limit ended the work.
 */
export interface Problem {
  kind: "warning" | "unchecked" | "failure" | "fault";
  /** Notebook, and cell where there is one. */
  where: string;
  text: string;
}

/** One entry of notebooks/inventory.json. */
export interface InventoryItem {
  number: number;
  id: string;
  status: string;
  notebook: string;
  place: string;
  claim: string;
}

/** Where an equation stands in the sources: a path below the project's root and a line. */
export interface Place {
  path: string;
  line: number;
}

/** The places of one equation id. */
export interface Places {
  code?: Place;
  test?: Place;
}

/** A file of the finished site, with its path below the output folder. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

/** One thing that has a grade: an entry of the inventory, or a step of a derivation. */
export interface Claim {
  id: string;
  grade: Grade;
  /** The part of a derivation that settles it; absent where nothing does. */
  section?: string;
  erratum: boolean;
  /** Whether it is refuted because its author wants to show that it is. */
  wanted?: boolean;
}

/** Why a notebook's outputs may not be what its cells give: they are older, or another program has stored them. */
export type Doubt = "stale" | "unstamped";

/** A part of a chapter below one heading. */
export interface Section {
  id: string;
  /** The heading; empty for what stands before the first heading. */
  title: Html;
  blocks: Html[];
}

/** A tagged equation, as the list of equations shows it. */
export interface Equation {
  id: string;
  tex: string;
  grade?: Grade;
  section: string;
}

/** A derivation and where it stands. */
export interface PlacedDerivation {
  derivation: DerivationJSON;
  section: string;
  anchor: string;
}

/** A notebook read into what a page needs. */
export interface Chapter {
  /** File name without its extension, `04-bayes`. */
  slug: string;
  /** The notebook's path below the project's root. */
  source: string;
  number?: number;
  title: Html;
  titleText: string;
  /** The chapter's question. */
  lead: Html;
  leadText: string;
  doubt?: Doubt;
  /** The figure in the title block. */
  opening: Html;
  sections: Section[];
  equations: Equation[];
  derivations: PlacedDerivation[];
  /** Its equations, and every derivation of the notebook as it was found, shown or not. */
  evidence: Evidence;
  claims: Claim[];
  /** Whether a figure can be opened with plotly.js. */
  interactive: boolean;
  hash: string;
}
