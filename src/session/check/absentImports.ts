import { placeAt } from "../text/places.js";
import { isOfOtherKind, saidOfOtherKind } from "../modules/fileKinds.js";
import type { ParsedCell } from "../text/parse.js";
import type { Problem } from "../text/problem.js";

/**
 * The imports of a cell that the compiler passed, because there are types for them, and behind which nothing stands that
 * could run.
 *
 * @param isAbsent whether nothing can be loaded for a specifier
 * @param isTypesAlone whether the cell has types alone from there, so that nothing has to be loaded
 */
export function absentImports(
  { code, statements }: ParsedCell,
  isAbsent: (specifier: string) => boolean,
  isTypesAlone: (specifier: string) => boolean,
): Problem[] {
  return statements
    .filter((one) => one.type === "ImportDeclaration")
    .filter(({ importKind, specifiers }) => importKind !== "type" && !areTypes(specifiers))
    .filter(({ source: { value } }) => isAbsent(value) && !isTypesAlone(value))
    .map(({ source: { value, start } }) => ({
      ...placeAt(code, start),
      message:
        /^\.{0,2}\//.test(value) && isOfOtherKind(value)
          ? saidOfOtherKind(value)
          : `Cannot load '${value}': there are types of it, and nothing that runs.`,
    }));
}

function areTypes(specifiers: object[]): boolean {
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => "importKind" in one && one.importKind === "type")
  );
}
