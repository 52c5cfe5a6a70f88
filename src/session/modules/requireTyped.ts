import { createRequire } from "node:module";
import { dirname } from "node:path";
import vm from "node:vm";
import { tellLoaded } from "../debug/loaded.js";
import { needRoom } from "../interrupt/room.js";
import type { Modules } from "./modules.js";

/** `require` as code in a folder sees it. */
export type RequireIn = (folder: string) => NodeJS.Require;

export interface RequireOptions {
  modules: Pick<Modules, "load" | "namespaceOf" | "ownFile">;
  /** A file of TypeScript as CommonJS. */
  code(path: string): string;
  /** Packages that stand for others. */
  instead: Record<string, object>;
}

interface CommonModule {
  exports: unknown;
}

/**
 * `require` that knows TypeScript and the project's aliases. A file that has been imported is the same to both; one that
 * has not runs as CommonJS, once until a file changes.
 *
 * @returns it for a folder, and how what it has loaded is forgotten
 */
export function typedRequire({ modules, code, instead }: RequireOptions): {
  requireIn: RequireIn;
  forget(): void;
} {
  const loaded = new Map<string, CommonModule>();

  const run = (path: string): unknown => {
    const known = modules.namespaceOf(path) ?? loaded.get(path)?.exports;
    if (known !== undefined) return known;
    const module: CommonModule = { exports: {} };
    loaded.set(path, module);
    try {
      const parameters = ["exports", "require", "module", "__filename", "__dirname"];
      const importModuleDynamically = ((specifier: string) =>
        modules.load(specifier, dirname(path))) as never;
      const body = vm.compileFunction(code(path), parameters, {
        filename: path,
        importModuleDynamically,
      });
      const folder = dirname(path);
      tellLoaded(path);
      body.call(module.exports, module.exports, requireIn(folder), module, path, folder);
      return module.exports;
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
  };

  const requireIn: RequireIn = (folder) => {
    const own = createRequire(`${folder}/_.js`);
    const call = (id: string): unknown => {
      needRoom();
      if (Object.hasOwn(instead, id)) return instead[id];
      const path = modules.ownFile(id, folder);
      if (path !== undefined && /\.[cm]?tsx?$/.test(path)) return run(path);
      return path !== undefined && !/^[./]/.test(id) ? own(path) : own(id);
    };
    return Object.assign(call, own);
  };

  return { requireIn, forget: () => loaded.clear() };
}
