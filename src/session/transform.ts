import { type HelperMode, type TransformOptions, transformSync } from "oxc-transform";

export interface JavaScript {
  code: string;
  /** A source map, if one was asked for. */
  map?: object;
}

/**
 * TypeScript to JavaScript without a look at types.
 *
 * @param name shown in the error; one that ends in x may hold JSX
 * @throws SyntaxError at what cannot be compiled
 */
export function toJavaScript(
  name: string,
  text: string,
  sourceType: TransformOptions["sourceType"],
  sourcemap = false,
): JavaScript {
  const { code, map, errors } = transformSync(name, text, {
    lang: name.endsWith("x") ? "tsx" : "ts",
    sourceType,
    sourcemap,
    decorator: { legacy: true },
    // Helpers of decorators come from the global `babelHelpers` and not from a package.
    helpers: { mode: "External" as HelperMode },
  });
  const [error] = errors;
  if (error) throw new SyntaxError(`${name}: ${error.message}`);
  return { code, map };
}
