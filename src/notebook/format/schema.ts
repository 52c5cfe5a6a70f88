import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv";
import AjvDraft04 from "ajv-draft-04";

const require = createRequire(import.meta.url);
// A CommonJS default export, which Node hands over as the module itself.
const Ajv = AjvDraft04.default;

interface Validators {
  notebook: ValidateFunction;
  /** By `code_cell`, `stream` and the other names of the schema's definitions. */
  definition: (name: string) => ValidateFunction | undefined;
}

let validators: Validators | undefined;

function compile(): Validators {
  const schema = require("./nbformat.v4.5.schema.json") as object;
  const ajv = new Ajv({ strict: false }).addSchema(schema, "nbformat");
  return {
    notebook: ajv.getSchema("nbformat") as ValidateFunction,
    definition: (name) => ajv.getSchema(`nbformat#/definitions/${name}`),
  };
}

const cellKinds = ["code", "markdown", "raw"];
const outputKinds = ["stream", "display_data", "execute_result", "error"];

/**
 * The first place at which a value breaks the official nbformat 4.5 schema, or undefined.
 *
 * @source jupyter/nbformat, `nbformat.v4.5.schema.json` (BSD-3-Clause), kept beside this file
 */
export function schemaError(value: unknown): string | undefined {
  validators ??= compile();
  const { notebook } = validators;
  if (notebook(value)) return undefined;
  const [error] = notebook.errors ?? [];
  const { cells } = value as { cells: unknown[] };
  // Cells and outputs are alternatives in the schema, of which it can only say that none fits: ask the one meant.
  return error.instancePath.startsWith("/cells/") ? cellsError(cells) : describe(error, "");
}

function cellsError(cells: unknown[]): string | undefined {
  for (const [index, cell] of cells.entries()) {
    const place = `cell ${index + 1}`;
    const error = kindError(cell, "cell_type", cellKinds, "_cell");
    if (!error) continue;
    if (!error.instancePath.startsWith("/outputs/")) return describe(error, place);
    for (const [i, output] of (cell as { outputs: unknown[] }).outputs.entries()) {
      const within = `${place}, output ${i + 1}`;
      const outputError = kindError(output, "output_type", outputKinds);
      if (outputError) return describe(outputError, within);
    }
  }
  return "its cells do not fit the schema";
}

type PlacedError = Pick<ErrorObject, "instancePath" | "params" | "message">;

function kindError(
  value: unknown,
  key: string,
  kinds: string[],
  suffix = "",
): PlacedError | undefined {
  if (typeof value !== "object" || value === null) {
    return { instancePath: "", params: {}, message: "must be an object" };
  }
  const kind = (value as Record<string, unknown>)[key] as string;
  if (!kinds.includes(kind)) {
    const message = `must be one of ${kinds.join(", ")}`;
    return { instancePath: `/${key}`, params: {}, message };
  }
  const validate = validators?.definition(`${kind}${suffix}`);
  return validate?.(value) ? undefined : validate?.errors?.[0];
}

function describe({ instancePath, params, message }: PlacedError, place: string): string {
  const path = instancePath.slice(1);
  const where = [place, path].filter(Boolean).join(", ") || "the top level";
  if (params.missingProperty) return `${where} must have \`${params.missingProperty}\``;
  if (params.additionalProperty) return `${where} must not have \`${params.additionalProperty}\``;
  return `${where} ${message}`;
}
