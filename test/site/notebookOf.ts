import type { DerivationJSON, Step } from "../../src/record/types.js";
import type { Verify } from "../../src/site/types.js";

type Data = Record<string, unknown>;
let count = 0;

export function markdown(source: string): Data {
  return { cell_type: "markdown", id: `m${++count}`, metadata: {}, source };
}

export function raw(source: string): Data {
  return { cell_type: "raw", id: `r${++count}`, metadata: {}, source };
}

/** A code cell with one result for each bundle; a value with `output_type` stands as it is. */
export function code(source: string, ...bundles: Data[]): Data {
  const outputs = bundles.map((data) =>
    "output_type" in data ? data : { output_type: "display_data", data, metadata: {} },
  );
  return {
    cell_type: "code",
    id: `c${++count}`,
    metadata: {},
    source,
    execution_count: 1,
    outputs,
  };
}

/** The text of a notebook made of cells. */
export function notebookOf(...cells: Data[]): string {
  const metadata = { language_info: { name: "typescript" } };
  return JSON.stringify({ metadata, nbformat: 4, nbformat_minor: 5, cells });
}

export const derivationMime = "application/vnd.rederive.derivation+json";

/** Takes records as they stand: tests of what a page looks like write grades by hand. */
export const trusting: Verify = (record) => {
  const derivation = record as DerivationJSON;
  return { id: derivation.id, derivation, problems: [] };
};

/** A step that is proved, with what a test changes in it. */
export function step(lhs: string, rhs: string, changes: Partial<Step> = {}): Step {
  return {
    lhs,
    rhs,
    relation: "=",
    latex: `${lhs} = ${rhs}`,
    lhsLatex: lhs,
    rhsLatex: rhs,
    because: "by hand",
    grade: "proved",
    conditions: [],
    method: "exact arithmetic",
    items: [],
    ...changes,
  };
}

/** A picture of one black point, as PNG in base64. */
export const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC";
