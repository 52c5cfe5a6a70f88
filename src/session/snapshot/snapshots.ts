import type { CellLanguage } from "../../notebook/index.js";
import type { CellRuns } from "../outputs/cellRun.js";
import type { Checker } from "../check/checker.js";
import type { ParsedCell } from "../text/parse.js";
import type { Accessors, Scope } from "../run/scope.js";
import { isAsked } from "../check/strictness.js";
import type { Budget } from "./graphWriter.js";
import type { SessionOptions } from "../types.js";
import { pack, unpack, type Unpacked, type Variable } from "./pack.js";

import { type Restored, restoredText } from "./report.js";
import { restoredCell, writtenTypes } from "./restoredCell.js";
import type { Inheritance, Snapshot, SnapshotHolder, SnapshotStatus } from "./types.js";

/** What a snapshot may take. The cell that is asked for meanwhile waits. */
const budget: Budget = { bytes: 64 * 2 ** 20, milliseconds: 1000 };

/** The clock, which a cell, or a reproducible session, may change. */
const { now } = Date;

export interface SnapshotParts {
  checker: Checker;
  scope: Scope;
  runs: CellRuns;
  language: CellLanguage;
  root: string;
  /** Without one nothing is kept, because nothing would outlive this process. */
  holder?: SnapshotHolder;
  onKept?: SessionOptions["onKept"];
}

/** The snapshots of a session: opt-in, one after each cell, given back when somebody asks. */
export interface Snapshots {
  /** Hears which cell runs; gives what is to hear of its variables. */
  begin(cell: ParsedCell): (declared: Accessors) => void;
  /** Takes one, after a cell that has ended; to be called when nobody waits. */
  take(): void;
  inherit(inheritance: Inheritance): void;
  /** What a cell may call. */
  snapshot(setting?: "on" | "off"): SnapshotStatus | undefined;
  restore(options?: { overwrite?: boolean }): void;
}

export function openSnapshots(parts: SnapshotParts): Snapshots {
  const { checker, scope, runs, language, holder } = parts;
  const variables = new Map<string, Variable>();
  const restoredNames = new Set<string>();
  const said = new Set<string>();
  let heavy = new WeakMap<object, string>();
  let untyped: string[] = [];
  let latest: Omit<Snapshot, "bytes"> | undefined;
  let running: ParsedCell | undefined;
  let inherited: Inheritance = { lost: [] };
  let on = isAsked("snapshot", parts.root, process.env);

  const setTypes = () => {
    const names = untyped;
    untyped = [];
    try {
      const types = names.length ? writtenTypes(checker, names) : [];
      for (const [name, type] of types) {
        const known = variables.get(name);
        if (known) known.type = type;
      }
    } catch {
      // Their values then say of what type they are.
    }
  };
  const keep = (cell: ParsedCell, accessors: Accessors) => {
    checker.keep(cell, Object.keys(accessors));
    parts.onKept?.(cell.code, Object.keys(accessors));
    for (const [name, [get]] of Object.entries(accessors)) {
      const { assignable, type } = cell.values.get(name) ?? { assignable: false, type: false };
      const never = type ? "an import, a class or an enum: run its cell again" : undefined;
      variables.delete(name); // the newest come last
      variables.set(name, { name, assignable, get, never });
      restoredNames.delete(name);
      untyped.push(name);
    }
  };

  const isThere = (name: string) =>
    running?.values.has(name) || checker.archive.names().includes(name);
  /** Says once under the cell that has ended what concerns a name. */
  const say = (news: [name: string, text: string][]) => {
    const fresh = news.filter(([name]) => !said.has(name));
    for (const [name] of fresh) said.add(name);
    const text = fresh.map(([, one]) => `snapshot: ${one}\n`).join("");
    if (text) runs.current().write("stderr", text);
  };
  const takeNow = ({ hold }: SnapshotHolder) => {
    const { bytes, names, leftOut, tooMuch } = pack([...variables.values()], budget, heavy);
    const { executionCount: cell } = runs.current();
    latest = { cell, at: now(), names, leftOut };
    hold(on, { ...latest, bytes });
    say(tooMuch.map((name) => [name, `${name} is left out: ${leftOut[name]}`]));
  };

  /** Why a name is not restored, if so. */
  const obstacle = (name: string, overwrite: boolean): string | undefined => {
    if (running?.values.has(name)) return "this cell declares it";
    if (overwrite || !isThere(name)) return undefined;
    return restoredNames.has(name)
      ? "it was restored before; jupyter.restore({ overwrite: true }) does so again"
      : "it has been defined again since; jupyter.restore({ overwrite: true }) replaces it";
  };
  const bringBack = (found: Unpacked[]) => {
    const cell = checker.ask(() => restoredCell(checker, found, language));
    const accessors: Accessors = {};
    for (const { name, assignable, value } of found) {
      let held = value;
      const set = (other: unknown) => void (held = other);
      accessors[name] = assignable ? [() => held, set] : [() => held];
    }
    scope.add(accessors);
    keep(cell, accessors);
    for (const name of Object.keys(accessors)) restoredNames.add(name);
  };

  return {
    begin(cell) {
      running = cell;
      return (declared) => keep(cell, declared);
    },
    take() {
      if (!on || !holder) return;
      setTypes();
      try {
        takeNow(holder);
      } catch (error) {
        say([["", `none was taken: ${(error as Error).message}`]]);
      }
    },
    inherit(inheritance) {
      inherited = inheritance;
      on = inheritance.on ?? on;
    },
    snapshot(setting) {
      if (setting === undefined) {
        const { cell, at, names: held = [], leftOut = {} } = latest ?? {};
        const lost = [...new Set(inherited.lost.flatMap(({ names }) => names))];
        return { on, ...(latest ? { cell, at } : {}), held, leftOut, lost };
      }
      if (setting !== "on" && setting !== "off") {
        throw new TypeError(`jupyter.snapshot: setting must be "on" or "off", got ${setting}`);
      }
      on = setting === "on";
      heavy = new WeakMap();
      said.clear();
      if (!on) {
        latest = undefined;
        inherited = { lost: [] };
      }
      holder?.hold(on);
      return undefined;
    },
    restore({ overwrite = false } = {}) {
      const seen = new Set<string>();
      const found: Unpacked[] = [];
      const all: Restored[] = [];
      for (const snapshot of inherited.lost) {
        const restored: Restored = { snapshot, names: [], not: {} };
        for (const one of unpack(snapshot.bytes)) {
          if (seen.has(one.name)) continue;
          const why = obstacle(one.name, overwrite);
          if (why) restored.not[one.name] = why;
          else {
            found.push(one);
            restored.names.push(one.name);
          }
        }
        for (const [name, why] of Object.entries(snapshot.leftOut)) {
          if (!seen.has(name) && !isThere(name)) restored.not[name] = why;
        }
        for (const name of [...snapshot.names, ...Object.keys(snapshot.leftOut)]) seen.add(name);
        all.push(restored);
      }
      if (found.length) bringBack(found);
      if (all.length) holder?.restored();
      runs
        .current()
        .write("stdout", all.length ? restoredText(all) : nothing(on, inherited.damage));
    },
  };
}

function nothing(on: boolean, damage?: string): string {
  if (damage) return `There is nothing to restore: ${damage}.\n`;
  const hint = on ? "snapshots are on" : 'jupyter.snapshot("on") turns snapshots on';
  return `There is nothing to restore: no snapshot was there when the kernel died or was restarted (${hint}).\n`;
}
