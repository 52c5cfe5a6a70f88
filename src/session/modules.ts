import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { isNodes, type ResolveOptions, resolveOwn } from "./resolve.js";
import type { SourceFiles } from "./sourceFiles.js";
import { valueExports } from "./valueExports.js";

/** The modules that cells import. */
export interface Modules {
  /** The namespace of a module, loaded anew if a file of its graph has changed. */
  load(specifier: string, folder: string): Promise<object>;
  /** Files that changed since cells last imported them. */
  refresh(): string[];
}

export interface ModulesOptions extends ResolveOptions {
  files: SourceFiles;
  /** Namespaces that stand for packages. */
  instead(specifier: string): Promise<object> | undefined;
}

/** A module of the project with the files that it imports. */
interface Loaded {
  module: vm.Module;
  imports: string[];
}

/**
 * Loads the project's own files as ES modules compiled on the fly, and packages as Node does. A changed file is loaded
 * anew together with all that import it, directly or not; the others stay what they are.
 *
 * @throws Error if the process was started without `--experimental-vm-modules`
 */
export function openModules(options: ModulesOptions): Modules {
  if (!("SourceTextModule" in vm)) {
    throw new Error("session: its process must be started with --experimental-vm-modules");
  }
  const { files } = options;
  const loaded = new Map<string, Loaded>();
  const foreign = new Map<object, vm.Module>();
  const underWay = new Map<string, Promise<vm.Module>>();

  const load = async (specifier: string, folder: string): Promise<object> => {
    const module = await moduleOf(specifier, folder);
    if (module.status === "unlinked") await module.link(linked);
    // A module in the middle of its evaluation is one of a cycle that imports itself while it runs.
    if (module.status === "linked") await module.evaluate();
    if (module.status === "errored") throw module.error;
    return module.namespace;
  };

  const linked = (specifier: string, { identifier }: vm.Module) =>
    moduleOf(specifier, dirname(identifier));

  const moduleOf = async (specifier: string, folder: string): Promise<vm.Module> => {
    const other = options.instead(specifier);
    if (other) return foreignModule(await other, specifier);
    const path = resolveOwn(specifier, folder, options);
    if (path === undefined) return foreignModule(await importFrom(folder, specifier), specifier);
    return loaded.get(path)?.module ?? created(path);
  };

  /** Two modules that import a third at once get the same. */
  const created = (path: string): Promise<vm.Module> => {
    let module = underWay.get(path);
    if (!module) {
      module = create(path).finally(() => underWay.delete(path));
      underWay.set(path, module);
    }
    return module;
  };

  const isCompiled = (path: string) =>
    !path.endsWith(".json") && !isNodes(path, files.source(path));

  const reduced = valueExports({
    find(specifier, from) {
      const path = options.instead(specifier)
        ? undefined
        : resolveOwn(specifier, dirname(from), options);
      return path !== undefined && isCompiled(path) ? { path, code: files.code(path) } : undefined;
    },
    names: async (specifier, from) => Object.keys(await load(specifier, dirname(from))),
  });

  const create = async (path: string): Promise<vm.Module> => {
    if (path.endsWith(".json")) {
      const data = JSON.parse(files.source(path)) as object;
      const module = synthetic(path, { default: data });
      loaded.set(path, { module, imports: [] });
      return module;
    }
    if (!isCompiled(path)) {
      const require = createRequire(path);
      delete require.cache[path];
      const exports = require(path) as object;
      const module = synthetic(path, { ...exports, default: exports });
      loaded.set(path, { module, imports: [] });
      return module;
    }
    const source = files.code(path);
    const { code, asked } = /\.[cm]?tsx?$/.test(path)
      ? await reduced(path, source)
      : { code: source, asked: [] };
    const module = new vm.SourceTextModule(code, {
      identifier: path,
      initializeImportMeta(meta) {
        meta.url = pathToFileURL(path).href;
        meta.filename = path;
        meta.dirname = dirname(path);
      },
      importModuleDynamically: ((specifier: string) => load(specifier, dirname(path))) as never,
    });
    const imports = [...module.dependencySpecifiers, ...asked].flatMap(
      (specifier) => resolveOwn(specifier, dirname(path), options) ?? [],
    );
    loaded.set(path, { module, imports });
    return module;
  };

  const foreignModule = (namespace: object, identifier: string): vm.Module => {
    const known = foreign.get(namespace);
    if (known) return known;
    const module = synthetic(identifier, namespace);
    foreign.set(namespace, module);
    return module;
  };

  return {
    load,
    refresh() {
      const edited = files.edited();
      // From the first edit on, the sources themselves are run.
      if (options.own?.build && !options.own.build.isFresh()) delete options.own.build;
      const stale = new Set(edited);
      for (const [path, { module }] of loaded) if (module.status === "errored") stale.add(path);
      for (let before = -1; before !== stale.size;) {
        before = stale.size;
        for (const [path, { imports }] of loaded) {
          if (imports.some((one) => stale.has(one))) stale.add(path);
        }
      }
      for (const path of stale) loaded.delete(path);
      return edited;
    },
  };
}

function synthetic(identifier: string, values: object): vm.Module {
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

const importers = new Map<string, (specifier: string) => Promise<object>>();

/** Imports as Node does for a module in a folder. */
function importFrom(folder: string, specifier: string): Promise<object> {
  let importer = importers.get(folder);
  if (!importer) {
    importer = new vm.Script("(specifier) => import(specifier)", {
      filename: join(folder, "cell"),
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }).runInThisContext() as (specifier: string) => Promise<object>;
    importers.set(folder, importer);
  }
  return importer(specifier);
}
