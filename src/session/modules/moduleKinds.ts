import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { tellLoaded } from "../debug/loaded.js";
import { importerName } from "../failures/frames.js";

/** What a module asks of others while it runs. */
interface Ways {
  /** Gives the namespace of a module for `import()`. */
  load(specifier: string, folder: string): Promise<object>;
  /** Gives its address for `import.meta.resolve`. */
  resolve(specifier: string, folder: string): string;
}

/** A module whose exports are there already. */
export function synthetic(identifier: string, values: object): vm.Module {
  const names = Object.keys(values);
  return new vm.SyntheticModule(
    names,
    function () {
      for (const name of names) {
        this.setExport(name, (values as Record<string, unknown>)[name]);
      }
    },
    { identifier },
  );
}

/** A file that Node itself loads, anew. */
export function nodesModule(path: string): vm.Module {
  const require = createRequire(path);
  delete require.cache[path];
  tellLoaded(path, undefined, true);
  return exportsOf(path, require(path));
}

/** A file of ECMAScript. */
export function sourceModule(
  path: string,
  code: string,
  { load, resolve }: Ways,
  more = {},
): vm.SourceTextModule {
  const module = new vm.SourceTextModule(code, {
    identifier: path,
    initializeImportMeta(meta) {
      meta.url = pathToFileURL(path).href;
      meta.filename = path;
      meta.dirname = dirname(path);
      meta.resolve = (specifier) => resolve(specifier, dirname(path));
      Object.assign(meta, { main: false }, more);
    },
    importModuleDynamically: ((specifier: string) => load(specifier, dirname(path))) as never,
  });
  tellLoaded(path);
  return module;
}

/**
 * A file of TypeScript. One of CommonJS, which may import as ECMAScript does, has what it calls for of `module`,
 * `exports` and `require`; what it has assigned or exported when it has run is what it gives.
 */
export async function typedModule(
  path: string,
  code: string,
  ways: Ways,
  linked: vm.ModuleLinker,
): Promise<{ module: vm.Module; imports: readonly string[] }> {
  const exports = {};
  const module = { exports };
  const common: Record<string, unknown> = {
    module,
    exports,
    require: createRequire(path),
    __filename: path,
    __dirname: dirname(path),
  };
  const assigns = /\bmodule\.exports\b|^\s*exports\.\w/m.test(code);
  const names = assigns || / = require\(/.test(code) ? Object.keys(common) : [];
  const missing = names.filter((name) => code.includes(name) && !isDeclared(name, code));
  const head = missing.length ? `const { ${missing.join(", ")} } = import.meta.common; ` : "";
  const inner = sourceModule(path, head + code, ways, missing.length ? { common } : {});
  const { dependencySpecifiers: imports } = inner;
  if (!assigns) return { module: inner, imports };
  await inner.link(linked);
  await inner.evaluate();
  return { module: exportsOf(path, module.exports), imports };
}

function isDeclared(name: string, code: string): boolean {
  return new RegExp(`\\b(?:const|let|var|function) ${name}\\b`).test(code);
}

function exportsOf(path: string, exports: unknown): vm.Module {
  return synthetic(path, commonValues(exports));
}

/**
 * What Node gives of a package, and what the types promise beyond: of CommonJS Node finds but the names that it can read
 * off the text.
 */
export function foreignModule(identifier: string, namespace: object): vm.Module {
  const { default: exports } = namespace as { default?: unknown };
  const isCommon =
    exports !== undefined &&
    Object.values(commonCache).some((module) => module?.exports === exports);
  return synthetic(identifier, isCommon ? { ...namespace, ...commonValues(exports) } : namespace);
}

const { cache: commonCache } = createRequire(import.meta.url);

/**
 * The values of a module of CommonJS as TypeScript and bundlers read it: each under its name, and as the default the
 * whole, unless it was compiled from ECMAScript and has one of its own.
 */
function commonValues(exports: unknown): Record<string, unknown> {
  const values: Record<string, unknown> = { default: exports };
  if ((typeof exports !== "object" && typeof exports !== "function") || !exports) return values;
  const { __esModule: compiled } = exports as { __esModule?: unknown };
  for (const name of Object.keys(exports)) {
    if (name === "default" && !compiled) continue;
    try {
      values[name] = (exports as Record<string, unknown>)[name];
    } catch {
      // A getter that throws tells whoever reads it; to import the others is no reason to.
    }
  }
  return values;
}

const importers = new Map<string, (specifier: string) => Promise<object>>();

/** Imports as Node does for a module in a folder. */
export function importFrom(folder: string, specifier: string): Promise<object> {
  let importer = importers.get(folder);
  if (!importer) {
    importer = new vm.Script("(specifier) => import(specifier)", {
      filename: join(folder, importerName),
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }).runInThisContext() as (specifier: string) => Promise<object>;
    importers.set(folder, importer);
  }
  return importer(specifier);
}
