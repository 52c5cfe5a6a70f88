import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import vm from "node:vm";
import { isOfOtherKind, saidOfOtherKind } from "./fileKinds.js";
import { jsonModule } from "./jsonModule.js";
import {
  foreignModule,
  importFrom,
  nodesModule,
  sourceModule,
  typedModule,
} from "./moduleKinds.js";
import {
  isAbsent,
  isNodes,
  resolveImport,
  type ResolveOptions,
  resolvedUrl,
  resolveOwn,
} from "./resolve.js";
import type { SourceFiles } from "../script/sourceFiles.js";
import { valueExports } from "./valueExports.js";
import { wasmModule } from "./wasmModule.js";

/** The modules that cells import. */
export interface Modules {
  /** The namespace of a module, loaded anew if a file of its graph has changed. */
  load(specifier: string, folder: string): Promise<object>;
  /** The address of a module. */
  resolve(specifier: string, folder: string): string;
  /** The file that a specifier means, if it is loaded here. */
  ownFile(specifier: string, folder: string): string | undefined;
  /** Whether nothing stands behind a specifier that could be loaded. */
  isAbsent(specifier: string, folder: string): boolean;
  /** The namespace of a file that has been loaded. */
  namespaceOf(path: string): object | undefined;
  /** Specifiers of the packages that were asked of Node. */
  packages(): string[];
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

/** A module as it was read, with the specifiers of its imports. */
interface Read {
  module: vm.Module;
  imports?: readonly string[];
}

/**
 * Loads the project's own files as ES modules compiled on the fly, and packages as Node does. A changed file is loaded
 * anew together with all that import it, directly or not; the others stay what they are.
 *
 * @throws Error if the process was started without `--experimental-vm-modules`
 */
export function openModules(options: ModulesOptions): Modules {
  if (!("SourceTextModule" in vm)) {
    throw new Error("session: start the process with --experimental-vm-modules");
  }
  const { files } = options;
  const loaded = new Map<string, Loaded>();
  const foreign = new Map<object, vm.Module>();
  const underWay = new Map<string, Promise<vm.Module>>();
  const asked = new Set<string>();

  const load = async (specifier: string, folder: string): Promise<object> => {
    const module = await moduleOf(specifier, folder);
    if (module.status === "unlinked") await module.link(linked);
    // A module in the middle of its evaluation is one of a cycle that imports itself while it runs.
    if (module.status === "linked") await module.evaluate();
    if (module.status === "errored") throw module.error;
    return module.namespace;
  };

  const resolve = (specifier: string, folder: string) => resolvedUrl(specifier, folder, options);

  const linked = (specifier: string, { identifier }: vm.Module) =>
    moduleOf(specifier, dirname(identifier));

  const moduleOf = async (specifier: string, folder: string): Promise<vm.Module> => {
    const other = options.instead(specifier);
    if (other) return foreignOnce(await other, specifier);
    const meaning = resolveImport(specifier, folder, options);
    if ("node" in meaning) {
      asked.add(specifier);
      return foreignOnce(await importFrom(folder, meaning.node), specifier);
    }
    return loaded.get(meaning.own)?.module ?? created(meaning.own);
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
    !/\.(?:json|wasm)$/.test(path) && !isNodes(path, files.source(path));

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
    const { module, imports = [] } = await read(path).catch((error: unknown) => {
      throw error instanceof SyntaxError ? files.placed(error, path) : error;
    });
    const own = imports.flatMap((specifier) => resolveOwn(specifier, dirname(path), options) ?? []);
    loaded.set(path, { module, imports: own });
    return module;
  };

  const read = async (path: string): Promise<Read> => {
    if (!existsSync(path)) throw absence(path);
    if (isOfOtherKind(path)) throw new Error(saidOfOtherKind(`./${basename(path)}`));
    if (path.endsWith(".wasm")) {
      return { module: await wasmModule(path, (specifier) => load(specifier, dirname(path))) };
    }
    if (path.endsWith(".json")) return { module: jsonModule(path, files.source(path)) };
    if (!isCompiled(path)) return { module: nodesModule(path) };
    const source = files.code(path);
    if (!/\.[cm]?tsx?$/.test(path)) {
      const module = sourceModule(path, source, { load, resolve });
      return { module, imports: module.dependencySpecifiers };
    }
    const { code, asked } = await reduced(path, source);
    const { module, imports } = await typedModule(path, code, { load, resolve }, linked);
    return { module, imports: [...imports, ...asked] };
  };

  const foreignOnce = (namespace: object, identifier: string): vm.Module => {
    const known = foreign.get(namespace);
    if (known) return known;
    const module = foreignModule(identifier, namespace);
    foreign.set(namespace, module);
    return module;
  };

  return {
    load,
    resolve,
    isAbsent: (specifier, folder) =>
      !options.instead(specifier) && isAbsent(specifier, folder, options),
    ownFile: (specifier, folder) => resolveOwn(specifier, folder, options),
    namespaceOf(path) {
      const module = loaded.get(path)?.module;
      return module?.status === "evaluated" ? module.namespace : undefined;
    },
    packages: () => [...asked],
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

/** As Node says it. */
function absence(path: string): Error {
  return Object.assign(new Error(`Cannot find module '${path}'`), { code: "ERR_MODULE_NOT_FOUND" });
}
