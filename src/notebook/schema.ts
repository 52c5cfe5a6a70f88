import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv";
import AjvDraft04 from "ajv-draft-04";

const require = createRequire(import.meta.url);
// A CommonJS default export, which Node hands over as the module itself.
const Ajv = AjvDraft04.default;
let validate: ValidateFunction | undefined;

/**
 * The first place at which a value breaks the official nbformat 4.5 schema, or undefined.
 *
 * @source jupyter/nbformat, `nbformat.v4.5.schema.json` (BSD-3-Clause), kept beside this file
 */
export function schemaError(value: unknown): string | undefined {
  // The path holds for src/ and for dist/ alike: both lie one folder below the project.
  validate ??= new Ajv({ strict: false, allErrors: false, verbose: true }).compile(
    require("../../src/notebook/nbformat.v4.5.schema.json") as object,
  );
  if (validate(value)) return undefined;
  return describe(validate.errors ?? []);
}

function describe(errors: ErrorObject[]): string {
  // Of the branches of a oneOf, the error deepest in the document says most.
  const depth = (error: ErrorObject) => error.instancePath.split("/").length;
  const deepest = [...errors].sort((left, right) => depth(right) - depth(left))[0];
  const place = placeOf(deepest.instancePath);
  const missing = deepest.params.missingProperty as string | undefined;
  const extra = deepest.params.additionalProperty as string | undefined;
  if (missing) return `${place} must have \`${missing}\``;
  if (extra) return `${place} must not have \`${extra}\``;
  return `${place} ${deepest.message}`;
}

/** `/cells/3/outputs/0/text` as `cell 4, outputs/0/text`. */
function placeOf(path: string): string {
  if (path === "") return "the top level";
  return path
    .replace(/^\/cells\/(\d+)\/?/, (_, index: string) => `cell ${Number(index) + 1}, `)
    .replace(/, $/, "")
    .replace(/^\//, "");
}
