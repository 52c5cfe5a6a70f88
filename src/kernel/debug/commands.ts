import type { Runtime } from "node:inspector";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Attachment } from "./attachment.js";
import type { Wanted } from "./breakpoints.js";
import type { CellFiles } from "./code/cellFiles.js";
import { describe, kindOf } from "./describe.js";
import { evaluate } from "./evaluate.js";
import { richly } from "./rich.js";
import type { Part } from "./variables.js";
import { scopesOf } from "./variables.js";

/** What a client asks for: the arguments of a request. */
export interface Arguments extends Part {
  code?: string;
  source?: { path?: string };
  breakpoints?: Wanted[];
  lines?: number[];
  filters?: string[];
  frameId?: number;
  variablesReference?: number;
  expression?: string;
  variableName?: string;
  srcVariableName?: string;
  dstVariableName?: string;
  srcFrameId?: number;
  startFrame?: number;
  levels?: number;
  startModule?: number;
  moduleCount?: number;
}

type Command = (attached: Attachment, args: Arguments) => object | Promise<object | void> | void;

const isName = (text: string) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);

/** What a client may ask of a debugger that is attached. */
export function commands(cells: CellFiles, filters: Set<string>): Record<string, Command> {
  const pathOf = (path: string) => (cells.hashIn(path) === undefined ? resolve(path) : path);
  const globals = async ({ view }: Attachment, group: "stop" | "idle") =>
    (await view.object(group, "variables")).objectId ?? "";
  return {
    configurationDone: () => ({}),
    threads: () => ({ threads: [{ id: 1, name: "cells" }] }),
    dumpCell: (_, { code = "" }) => ({ sourcePath: cells.keep(code) }),
    async setBreakpoints({ breakpoints }, { source, breakpoints: wanted, lines = [] }) {
      const path = pathOf(needed(source?.path, "source.path", "the path of a cell or a file"));
      const all = wanted ?? lines.map((line) => ({ line }));
      return { breakpoints: await breakpoints.set(path, all) };
    },
    async setExceptionBreakpoints({ setFilters }, { filters: wanted = [] }) {
      filters.clear();
      wanted.forEach((one) => filters.add(one));
      await setFilters();
      return {};
    },
    async source(_, { source }) {
      const path = needed(source?.path, "source.path", "the path of a cell or a file");
      const content =
        cells.text(path) ?? (await readFile(pathOf(path), "utf8").catch(() => undefined));
      if (content !== undefined) return { content };
      throw new Error(
        `source: no cell and no file has the path ${path}; send dumpCell, or a path of stackTrace`,
      );
    },
    stackTrace({ stops }, { startFrame = 0, levels = 0 }) {
      const frames = stops.frames();
      const stackFrames = frames.slice(startFrame, levels ? startFrame + levels : undefined);
      return { stackFrames, totalFrames: frames.length };
    },
    async scopes(attached, { frameId = 0 }) {
      const frame = attached.stops.frame(frameId);
      return { scopes: scopesOf(frame, attached.variables, [await globals(attached, "stop")]) };
    },
    variables: async ({ variables }, { variablesReference = 0, start, count, filter }) => ({
      variables: await variables.parts(variablesReference, { start, count, filter }),
    }),
    async inspectVariables(attached) {
      const { variables } = attached;
      variables.forget("idle");
      const reference = variables.scope("idle", [await globals(attached, "idle")]);
      return { variables: await variables.parts(reference) };
    },
    async richInspectVariables(attached, { variableName = "", frameId }) {
      if (!isName(variableName)) return { data: {}, metadata: {} };
      const found = async () => {
        if (frameId !== undefined && attached.stops.isStopped()) {
          return evaluate(attached, variableName, frameId);
        }
        const reference = attached.variables.scope("idle", [await globals(attached, "idle")]);
        return attached.variables.find(reference, variableName);
      };
      const value = needed(await found(), "variableName", "the name of a variable of the cells");
      return { data: await richly(attached, value), metadata: {} };
    },
    async evaluate(attached, { expression = "", frameId }) {
      const value = await evaluate(attached, expression, frameId);
      const group = attached.stops.isStopped() ? "stop" : "idle";
      const { variablesReference, indexedVariables } = attached.variables.variable(
        group,
        "",
        value,
      );
      return { result: describe(value), type: kindOf(value), variablesReference, indexedVariables };
    },
    async copyToGlobals(attached, { srcVariableName = "", dstVariableName = "", srcFrameId }) {
      if (![srcVariableName, dstVariableName].every(isName)) {
        throw new Error(
          "copyToGlobals: srcVariableName and dstVariableName must be names of variables",
        );
      }
      const set = `Reflect.set(globalThis, "${dstVariableName}", ${srcVariableName})`;
      const { value } = await evaluate(attached, set, srcFrameId);
      if (value === true) return {};
      throw new Error(
        `copyToGlobals: ${dstVariableName} is a constant of a cell; choose another name`,
      );
    },
    continue: async ({ stops }) => (await stops.go("resume"), { allThreadsContinued: true }),
    next: ({ stops }) => stops.go("stepOver"),
    stepIn: ({ stops }) => stops.go("stepInto"),
    stepOut: ({ stops }) => stops.go("stepOut"),
    pause: ({ stops }) => stops.pause(),
    exceptionInfo({ stops }) {
      const thrown = stops.thrown() as Runtime.RemoteObject | undefined;
      const value = needed(thrown?.type && thrown, "the stop", "one at an exception");
      const description = describe(value);
      const details = { message: description, stackTrace: value.description };
      return { exceptionId: kindOf(value), description, breakMode: "always", details };
    },
    async modules({ scripts }, { startModule = 0, moduleCount = Infinity }) {
      const all = (await scripts.files()).map((path, id) => ({ id, name: basename(path), path }));
      return {
        modules: all.slice(startModule, startModule + moduleCount),
        totalModules: all.length,
      };
    },
  };
}

function needed<T>(value: T | undefined | "", name: string, expected: string): T {
  if (value !== undefined && value !== "") return value;
  throw new Error(`${name} must be ${expected}, and is not`);
}
