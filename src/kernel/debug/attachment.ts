import type { Debugger } from "node:inspector";
import type { KeeperOrder } from "../between/files.js";
import { type Breakpoints, breakpoints, type KeptBreakpoints } from "./breakpoints.js";
import type { CellFiles } from "./code/cellFiles.js";
import { type Inspector, inspector } from "./inspect/inspector.js";
import type { InspectorRequest } from "../between/inspectorRelay.js";
import { type Scripts, scripts } from "./code/scripts.js";
import { skippedPatterns } from "./code/skipped.js";
import { type Stops, stops } from "./stops.js";
import { type Variables, variables } from "./variables.js";
import { type View, view } from "./inspect/view.js";

/** A debugger that is attached to a process of the cells, by its parts. */
export interface Attachment {
  post: Inspector["post"];
  view: View;
  scripts: Scripts;
  breakpoints: Breakpoints;
  stops: Stops;
  variables: Variables;
  hear(line: string): void;
  /** Stops at the exceptions of the kinds that are asked for. */
  setFilters(): Promise<void>;
  /** Lets the code go, and what waits for an answer fail. */
  end(reason: string): void;
}

/** What an attachment has of its surroundings, and what outlives it. */
export interface AttachmentParts {
  /** Orders the keeper, or asks the inspector. */
  order(order: KeeperOrder | InspectorRequest): void;
  /** Resolves when there is a session that could be asked. */
  ready(): Promise<void>;
  tell(event: string, body: object): void;
  cells: CellFiles;
  kept: KeptBreakpoints;
  filters: Set<string>;
}

/** How far back is followed who awaits what, while exceptions matter: it costs every promise some time. */
const awaits = 16;

/** Attaches to the process; gives the parts at once, and when they may be asked. */
export function attach(parts: AttachmentParts): { attachment: Attachment; ready: Promise<void> } {
  const { cells, filters, tell } = parts;
  const events: Record<string, (params: never) => void> = {
    "Debugger.scriptParsed": (params) => known.add(params),
    "Debugger.paused"(params: Debugger.PausedEventDataType) {
      for (const frame of params.callFrames) frame.url = known.url(frame.location.scriptId);
      where.paused(params);
    },
    "Debugger.resumed": () => where.resumed(),
  };
  const asked = inspector(parts.order, (method, params) => events[method]?.(params));
  const { post } = asked;
  const viewed = view(asked);
  const known = scripts(asked, viewed, cells);
  const points = breakpoints(asked, viewed, known, cells, parts.kept);
  const values = variables(asked);
  const onResumed = () => values.forget("stop");
  const where = stops({ post, scripts: known, breakpoints: points, filters, tell, onResumed });
  const setFilters = async () => {
    await post("Debugger.setAsyncCallStackDepth", { maxDepth: filters.size ? awaits : 0 });
    await post("Debugger.setPauseOnExceptions", { state: filters.size ? "all" : "none" });
  };
  let isOver = false;
  const begin = async () => {
    await parts.ready();
    if (isOver) return;
    parts.order("debug");
    await post("Debugger.enable");
    await post("Debugger.setBlackboxPatterns", { patterns: skippedPatterns });
    await setFilters();
    await points.restore();
  };
  const attachment: Attachment = {
    post,
    view: viewed,
    scripts: known,
    breakpoints: points,
    stops: where,
    variables: values,
    hear: asked.hear,
    setFilters,
    end(reason) {
      isOver = true;
      where.forget();
      asked.fail(reason);
    },
  };
  return { attachment, ready: begin() };
}
