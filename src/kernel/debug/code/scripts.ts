import type { Debugger } from "node:inspector";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { roundCall } from "../../../session/beside.js";
import type { Span } from "../../../session/index.js";
import type { CellFiles } from "./cellFiles.js";
import type { Inspector } from "../inspect/inspector.js";
import { isReaders } from "./skipped.js";
import { mapNameOf, type Origin, originAsItStands, readOrigin } from "./origin.js";
import type { Place } from "./sourceMap.js";
import type { View } from "../inspect/view.js";

/** A script as V8 tells of it. */
type Script = Debugger.ScriptParsedEventDataType;

/** Where the reader finds code: a path of a cell or a file, and a line counted from 0. */
export interface Source {
  path: string;
  name: string;
  line: number;
}

/** Code that was made from files of the reader's. */
export interface Code {
  url: string;
  /** The first of the files. */
  path: string;
  /** Where the code of a line, or of the next one that has some, begins, and which line that is; lines count from 0. */
  begin(path: string, line: number): { place: Place; line: number } | undefined;
}

/** The text of a script, with the offset of a place. */
interface Text {
  text: string;
  offset(place: Place): number;
}

/** The code that V8 has read, and what it was made from. */
export interface Scripts {
  add(script: Script): void;
  /** The address of a script; frames do not have it in every Node. */
  url(scriptId: string): string;
  /** Where the reader finds a place of the code; undefined where it was made from nothing of the reader's. */
  source(scriptId: string, place: Place): Promise<Source | undefined>;
  /** The code that was made from a file and has been read, by address. */
  madeFrom(path: string): Promise<Code[]>;
  /** The code that is about to be read under an address. */
  coming(url: string, asItStands: boolean): Promise<Code | undefined>;
  /** Whether at a place stands what the kernel puts at the beginning of a loop's rounds. */
  isRound(scriptId: string, place: Place): Promise<boolean>;
  /** The functions of a script, and what in them is caught, with the offset of a place. */
  spans(scriptId: string): Promise<{ spans: Span[]; offset(place: Place): number }>;
  /** The project's files that the cells run, as their author wrote them. */
  files(): Promise<string[]>;
}

export function scripts({ post }: Pick<Inspector, "post">, view: View, cells: CellFiles): Scripts {
  const urls = new Map<string, string>();
  const known = new Map<string, Script>();
  const origins = new Map<string, Promise<Origin | undefined>>();
  const spans = new Map<string, ReturnType<Scripts["spans"]>>();
  const texts = new Map<string, Promise<Text>>();
  const textOf = (id: string) => {
    let text = texts.get(id);
    if (!text) texts.set(id, (text = readText(id)));
    return text;
  };
  const originOf = (id: string) => {
    let origin = origins.get(id);
    const script = known.get(id);
    if (!origin && script) origins.set(id, (origin = readOrigin(script, view, cells)));
    return origin;
  };
  const isProjects = ({ url }: Pick<Script, "url">) =>
    url.startsWith("file:") && !url.includes("/node_modules/");
  return {
    add(script) {
      urls.set(script.scriptId, script.url);
      if (/^(?:cell|file):/.test(script.url)) known.set(script.scriptId, script);
    },
    url: (id) => urls.get(id) ?? "",
    async source(id, { line, column }) {
      const origin = await originOf(id);
      if (!origin) return undefined;
      const { name, paths, mapping, prefix } = origin;
      if (!mapping) return { path: paths[0], name, line };
      if (line === 0 && column < prefix) return undefined; // what the kernel puts before a cell
      const found = mapping.original({ line, column: line ? column : column - prefix });
      if (!found) return undefined;
      const path = paths[found.source];
      return { path, name: paths.length > 1 ? basename(path) : name, line: found.line };
    },
    async madeFrom(path) {
      const isCell = cells.hashIn(path) !== undefined;
      const may = (script: Script) => {
        if (isCell) return script.url.startsWith("cell:");
        if (!script.url.startsWith("file:")) return false;
        return fileURLToPath(script.url) === path || (isProjects(script) && !!mapNameOf(script));
      };
      const latest = new Map([...known.values()].filter(may).map((one) => [one.url, one.scriptId]));
      const all: Code[] = [];
      for (const [url, id] of latest) {
        const origin = await originOf(id);
        if (origin?.paths.includes(path)) all.push(codeOf(url, origin));
      }
      return all;
    },
    async coming(url, asItStands) {
      if (asItStands) return codeOf(url, originAsItStands(url));
      const origin = await readOrigin({ url }, view, cells);
      return origin && codeOf(url, origin);
    },
    async isRound(id, place) {
      const { text, offset } = await textOf(id);
      return text.startsWith(roundCall, offset(place));
    },
    spans(id) {
      let found = spans.get(id);
      if (!found) spans.set(id, (found = readSpans(id)));
      return found;
    },
    async files() {
      const run = [...known.values()].filter((one) => isProjects(one) && isReaders(one));
      const origins = await Promise.all(run.map(({ scriptId }) => originOf(scriptId)));
      const all = new Set(origins.flatMap((origin) => origin?.paths ?? []));
      // What stands in no file, such as the module that imports for a cell, can be neither read nor stopped in.
      return [...all].filter(
        (path) => isProjects({ url: pathToFileURL(path).href }) && existsSync(path),
      );
    },
  };

  async function readSpans(scriptId: string): ReturnType<Scripts["spans"]> {
    const { text, offset } = await textOf(scriptId);
    return { spans: await view.call<Span[]>("spansOf", text), offset };
  }

  async function readText(scriptId: string): Promise<Text> {
    const { scriptSource: text } = await post<Debugger.GetScriptSourceReturnType>(
      "Debugger.getScriptSource",
      { scriptId },
    );
    const lines = [0];
    for (const { index } of text.matchAll(/\n/g)) lines.push(index + 1);
    return { text, offset: ({ line, column }) => (lines[line] ?? text.length) + column };
  }
}

function codeOf(url: string, { paths, mapping, prefix }: Origin): Code {
  return {
    url,
    path: paths[0],
    begin(path, line) {
      if (!mapping) return { place: { line, column: 0 }, line };
      const found = mapping.generated(paths.indexOf(path), line);
      if (!found) return undefined;
      const { place } = found;
      return { ...found, place: { ...place, column: place.column + (place.line ? 0 : prefix) } };
    },
  };
}
