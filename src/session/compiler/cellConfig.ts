import { dirname, join, resolve } from "node:path";
import type { CellLanguage } from "../../notebook/index.js";
import { typeRoots } from "./nodeTypes.js";
import { nearest } from "../../project/index.js";
import type { Dialect } from "../script/dialect.js";

/** What a project asks of the compiler, as far as cells follow it. */
export interface ProjectOptions {
  /** Its tsconfig.json; undefined where there is none. */
  config?: string;
  /** The options of strictness that nothing says of the cells' folder; none if its tsconfig.json has `strict`. */
  unstated: string[];
  /** Declarations that the project has for all of its files. */
  ambient: string[];
  paths: Record<string, string[]>;
  /** Conditions beside Node's own by which a package's `exports` and `imports` are read. */
  conditions: string[];
  /** Options by which a build puts files together, and nothing here does. */
  ofBuild: string[];
  lib?: string[];
  types?: string[];
  typeRoots?: string[];
  dialect: Dialect;
}

/** What the compiler says of a configuration file: its options, those that it extends included, and its files. */
export interface ReadConfig {
  options: Record<string, unknown>;
  fileNames: string[];
}

/** The compiler's number for `"jsx": "react"`. */
const classicJsx = 3;

/** The tsconfig.json that is nearest to a folder upwards, as `tsc` and editors find it. */
function configFile(folder: string): string | undefined {
  const at = nearest(folder, "tsconfig.json");
  return at === undefined ? undefined : join(at, "tsconfig.json");
}

/**
 * Reads the tsconfig.json of a notebook's folder; its paths come out absolute. Without one, decorators are TypeScript's
 * first ones, as in tslab.
 *
 * @param cell a file of a cell, which the compiler sees in the folder
 */
export function projectOptions(
  folder: string,
  cell: string,
  read: (path: string) => ReadConfig,
): ProjectOptions {
  const config = configFile(folder);
  if (!config) {
    const dialect = { legacyDecorators: true };
    return {
      unstated: strictOptions,
      ambient: [],
      paths: {},
      conditions: [],
      ofBuild: [],
      dialect,
    };
  }
  const { options, fileNames } = read(config);
  const baseUrl = options.baseUrl as string | undefined;
  const base = baseUrl ?? (options.pathsBasePath as string | undefined) ?? dirname(config);
  const paths = {
    ...(options.paths as Record<string, string[]> | undefined),
    // The native compiler no longer has `baseUrl`: what it gave is said as a path.
    ...(baseUrl === undefined ? {} : { "*": ["*"] }),
  };
  const written = [options.outDir, options.declarationDir].filter((one) => typeof one === "string");
  return {
    config,
    unstated: fileNames.includes(cell) ? unstatedIn(options) : strictOptions,
    ambient: fileNames.filter(
      (path) =>
        /\.d\.[cm]?ts$/.test(path) && !written.some((output) => path.startsWith(join(output, "/"))),
    ),
    paths: Object.fromEntries(
      Object.entries(paths).map(([name, targets]) => [
        name,
        targets.map((target) => resolve(base, target)),
      ]),
    ),
    conditions: (options.customConditions as string[] | undefined) ?? [],
    ofBuild: ["rootDirs", "moduleSuffixes"].filter((name) => name in options),
    lib: (options.lib as string[] | undefined)?.map((name) =>
      name.replace(/^lib\.(.*)\.d\.ts$/, "$1"),
    ),
    types: options.types as string[] | undefined,
    typeRoots: options.typeRoots as string[] | undefined,
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

/** All that asks for more than stock tslab does. */
const strictOptions = [
  "strict",
  "exactOptionalPropertyTypes",
  "noFallthroughCasesInSwitch",
  "noImplicitAny",
  "noImplicitOverride",
  "noImplicitReturns",
  "noImplicitThis",
  "noPropertyAccessFromIndexSignature",
  "noUncheckedIndexedAccess",
  "strictBindCallApply",
  "strictBuiltinIteratorReturn",
  "strictFunctionTypes",
  "strictNullChecks",
  "strictPropertyInitialization",
  "useUnknownInCatchVariables",
];

/** What a configuration that covers the cells leaves open: how strict it is without a word depends on the compiler. */
function unstatedIn(options: Record<string, unknown>): string[] {
  return "strict" in options ? [] : strictOptions.filter((name) => !(name in options));
}

const off = (names: string[]) => Object.fromEntries(names.map((name) => [name, false]));

/** How cells can be looked at where their project leaves it open. */
export interface Way {
  /** Whether they are checked as the project asks, and strictly where it does not say how; else as in stock tslab. */
  strict: boolean;
  /** Whether decorators are ECMAScript's, and not what the project's are. */
  ecmaScript: boolean;
}

/** What the cells' configuration says beside the project's. */
export interface CellRules extends Way {
  language: CellLanguage;
  /** The parts of the standard library that they see. */
  lib: string[];
  /** Whether they see the types of the DOM, too. */
  dom: boolean;
  /** Whether one thread does all: for a cell others cost more than they save, and for a first look at the libraries less. */
  single: boolean;
  /** Their files, beside which no others are looked for. */
  files: string[];
  include: string[];
}

/**
 * The configuration of the cells: the project's own, which says how strict they are, with what makes a cell a cell. It
 * is a module, whose imports are read as a bundler reads them; nothing is written; Node's types and no others are
 * looked for, because each visible `@types` package costs time at the start. What of the language a regular expression
 * may use is left to the Node that runs it.
 *
 * @param folder the cells' own
 */
export function cellConfig(
  folder: string,
  {
    config,
    unstated,
    ambient,
    paths,
    conditions,
    types,
    typeRoots: given,
    dialect,
  }: ProjectOptions,
  { strict, ecmaScript, language, lib, dom, single, files, include }: CellRules,
): string {
  return JSON.stringify({
    ...(config ? { extends: config } : {}),
    files: [...files, ...ambient],
    include,
    exclude: [],
    compilerOptions: {
      ...(config ? {} : { strict: true, allowJs: true, checkJs: false, jsx: "react-jsx" }),
      ...(strict ? {} : off(unstated)),
      // What JavaScript says nothing of is any, whatever the project asks of its TypeScript.
      ...(language === "javascript" ? { ...off(strictOptions), allowJs: true, checkJs: true } : {}),
      target: "esnext",
      lib: dom ? [...lib, "dom", "dom.iterable", "dom.asynciterable"] : lib,
      module: "preserve",
      moduleResolution: "bundler",
      customConditions: [...conditions, "node"],
      moduleDetection: "force",
      baseUrl: null,
      // What only a build puts together does not load as it stands.
      rootDirs: null,
      moduleSuffixes: null,
      paths,
      types: types ?? ["node"],
      typeRoots: typeRoots(folder, given),
      allowImportingTsExtensions: true,
      allowArbitraryExtensions: true,
      resolveJsonModule: true,
      esModuleInterop: true,
      experimentalDecorators: dialect.legacyDecorators && !ecmaScript,
      skipLibCheck: true,
      singleThreaded: single,
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
