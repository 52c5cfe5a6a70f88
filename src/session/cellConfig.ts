import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Dialect } from "./transform.js";

const require = createRequire(import.meta.url);

/** What a project asks of the compiler, as far as cells follow it. */
export interface ProjectOptions {
  paths: Record<string, string[]>;
  lib?: string[];
  types?: string[];
  dialect: Dialect;
}

/** The compiler's number for `"jsx": "react"`. */
const classicJsx = 3;

/**
 * Reads a project's tsconfig.json; its paths come out absolute. Without one, decorators are TypeScript's first ones, as
 * in tslab.
 */
export function projectOptions(
  root: string,
  read: (path: string) => Record<string, unknown>,
): ProjectOptions {
  const path = join(root, "tsconfig.json");
  if (!existsSync(path)) return { paths: {}, dialect: { legacyDecorators: true } };
  const options = read(path);
  const baseUrl = options.baseUrl as string | undefined;
  const base = baseUrl ?? (options.pathsBasePath as string | undefined) ?? root;
  const paths = {
    ...(options.paths as Record<string, string[]> | undefined),
    // The native compiler no longer has `baseUrl`: what it gave is said as a path.
    ...(baseUrl === undefined ? {} : { "*": ["*"] }),
  };
  return {
    paths: Object.fromEntries(
      Object.entries(paths).map(([name, targets]) => [
        name,
        targets.map((target) => resolve(base, target)),
      ]),
    ),
    lib: options.lib as string[] | undefined,
    types: options.types as string[] | undefined,
    dialect: {
      legacyDecorators: options.experimentalDecorators === true,
      jsx: {
        runtime: options.jsx === classicJsx ? "classic" : "automatic",
        pragma: options.jsxFactory as string | undefined,
        pragmaFrag: options.jsxFragmentFactory as string | undefined,
        importSource: options.jsxImportSource as string | undefined,
      },
    },
  };
}

/**
 * The configuration of the cells: the project's own, which says how strict they are, with what makes a cell a cell. It
 * is a module, whose imports are read as a bundler reads them; nothing is written; Node's types and no others are
 * looked for, because each visible `@types` package costs time at the start.
 *
 * @param members its files, beside which no others are looked for
 */
export function cellConfig(
  root: string,
  { paths, lib, types, dialect }: ProjectOptions,
  members: { files: string[]; include: string[] },
): string {
  const parent = join(root, "tsconfig.json");
  const nodeTypes = dirname(require.resolve("@types/node/package.json"));
  const ownTypes = existsSync(join(root, "node_modules", "@types", "node"));
  return JSON.stringify({
    ...(existsSync(parent) ? { extends: parent } : {}),
    ...members,
    exclude: [],
    compilerOptions: {
      ...(existsSync(parent) ? {} : { strict: true }),
      target: "es2022",
      lib: lib?.map((name) => name.replace(/^lib\.(.*)\.d\.ts$/, "$1")) ?? ["es2022"],
      module: "preserve",
      moduleResolution: "bundler",
      customConditions: ["node"],
      moduleDetection: "force",
      baseUrl: null,
      paths,
      types: types ?? ["node"],
      typeRoots: ownTypes ? undefined : [dirname(nodeTypes)],
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
      esModuleInterop: true,
      experimentalDecorators: dialect.legacyDecorators,
      skipLibCheck: true,
      noEmit: true,
      rootDir: null,
      outDir: null,
      composite: false,
      incremental: false,
      declaration: false,
      declarationMap: false,
      isolatedModules: false,
      isolatedDeclarations: false,
      verbatimModuleSyntax: false,
      erasableSyntaxOnly: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
  });
}
