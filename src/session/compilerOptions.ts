import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The options by which a project says how strictly it is read; those about unused names make no sense in a cell. */
const strictness = [
  "strict",
  "noImplicitAny",
  "noImplicitThis",
  "noImplicitReturns",
  "noImplicitOverride",
  "noFallthroughCasesInSwitch",
  "noUncheckedIndexedAccess",
  "exactOptionalPropertyTypes",
  "strictBindCallApply",
  "strictFunctionTypes",
  "strictNullChecks",
  "strictPropertyInitialization",
  "useUnknownInCatchVariables",
];

/** TypeScript's own reader of configuration files, which may hold comments. */
export interface ConfigReader {
  parseConfigFileTextToJson(
    name: string,
    text: string,
  ): { config?: { compilerOptions?: Record<string, unknown> } };
}

/**
 * What our cells ask of the compiler beyond stock tslab: the project's strictness, Node's types and no others (each
 * visible `@types` package costs time at the start), and the package itself where no nearer one is installed. These
 * only add diagnostics and names, never meaning.
 *
 * @param core the package's folder, if cells cannot find it from their own
 */
export function compilerOptions(reader: ConfigReader, root: string, core?: string): object {
  const nodeTypes = dirname(require.resolve("@types/node/package.json"));
  return {
    ...projectStrictness(reader, root),
    types: ["node"],
    typeRoots: [dirname(nodeTypes)],
    ...(core ? { paths: { rederive: [core] } } : {}),
  };
}

function projectStrictness(reader: ConfigReader, root: string): object {
  const path = join(root, "tsconfig.json");
  if (!existsSync(path)) return { strict: true };
  const { config } = reader.parseConfigFileTextToJson(path, readFileSync(path, "utf8"));
  const options = config?.compilerOptions ?? {};
  const named = strictness.filter((name) => typeof options[name] === "boolean");
  return { strict: true, ...Object.fromEntries(named.map((name) => [name, options[name]])) };
}
