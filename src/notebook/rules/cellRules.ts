import type { CodeCell } from "../format/types.js";
import { type Marker, markersOf } from "./markers.js";
import { exact, type Tolerance, toleranceOf } from "./tolerance.js";

/** Text that differs from run to run, and what stands for it when outputs are compared. */
export interface Sanitiser {
  pattern: RegExp;
  replace: string;
  reason?: string;
}

/** What a project says of all its cells; a cell's own metadata stand above it. */
export interface ProjectRules {
  tolerance?: Tolerance;
  sanitise?: readonly Sanitiser[];
  /** Kinds of output that are not compared, as `ignoredKinds` of a cell. */
  ignore?: readonly string[];
}

/** How a cell is run, and how its outputs are compared. */
export interface CellRules {
  /** Why the cell is not run. */
  skip?: string;
  /** Why none of its outputs are compared. */
  ignore?: string;
  /** Outputs that are not compared: `stdout`, `stderr`, `error`, or a media type such as `image/png`. */
  ignoredKinds: readonly string[];
  /** Set if the cell may end with an error; with a pattern it must, and the error must match. */
  raises?: { said: string; pattern?: RegExp };
  tolerance: Tolerance;
  sanitise: readonly Sanitiser[];
  /** Seconds the cell may take, if it has a limit of its own. */
  timeout?: number;
  /** What its metadata say that cannot be followed, a sentence each. */
  faults: string[];
}

/** The rules of a cell: its tags and comments, `metadata.rederive`, and what the project says of all cells. */
export function cellRules(cell: CodeCell, project: ProjectRules = {}): CellRules {
  const own = ownSettings(cell);
  const markers = markersOf(cell);
  const faults: string[] = [];
  const refuse = (name: string, expected: string) => {
    faults.push(`metadata.rederive.${name} must be ${expected}, got ${JSON.stringify(own[name])}`);
    return undefined;
  };
  const reason = typeof own.reason === "string" ? own.reason : undefined;
  /** A setting that is `true` or its own reason, or the marker that stands for it. */
  const why = (name: string, marker: Marker): string | undefined => {
    const value = own[name];
    if (typeof value === "string" && value) return value;
    if (value === true) return reason ?? `metadata.rederive.${name}`;
    if (value === false) return undefined;
    if (value !== undefined && !Array.isArray(value))
      return refuse(name, "true, false or a reason");
    const said = markers.get(marker);
    return said && (reason ?? said);
  };
  const kinds = own.ignore;
  const listed = Array.isArray(kinds) && kinds.every((kind) => typeof kind === "string");
  if (Array.isArray(kinds) && !listed) refuse("ignore", "true, a reason, or a list of kinds");
  const compared = markers.has("compare");
  return {
    skip: why("skip", "skip"),
    ignore: compared ? undefined : why("ignore", "ignore"),
    ignoredKinds: [...(project.ignore ?? []), ...(listed ? (kinds as string[]) : [])],
    raises: raisesOf(own, markers, refuse),
    tolerance:
      own.tolerance === undefined
        ? (project.tolerance ?? exact)
        : (withReason(toleranceOf(own.tolerance), reason) ??
          refuse("tolerance", "a number >= 0, or {relative, absolute, reason}") ??
          exact),
    sanitise: project.sanitise ?? [],
    timeout: timeoutOf(own, refuse),
    faults,
  };
}

const settings = ["tolerance", "ignore", "skip", "raises", "timeout", "reason"];

function ownSettings({ metadata }: CodeCell): Record<string, unknown> {
  const own = metadata.rederive;
  const isObject = typeof own === "object" && own !== null && !Array.isArray(own);
  const entries = isObject ? Object.entries(own) : [];
  return Object.fromEntries(entries.filter(([name]) => settings.includes(name)));
}

type Refuse = (name: string, expected: string) => undefined;

function raisesOf(
  { raises }: Record<string, unknown>,
  markers: Map<Marker, string>,
  refuse: Refuse,
): CellRules["raises"] {
  const said = markers.get("raises");
  if (raises === false || (raises === undefined && !said)) return undefined;
  if (raises === undefined || raises === true) return { said: said ?? "metadata.rederive.raises" };
  const expected = "true, false or a regular expression";
  if (typeof raises !== "string") return refuse("raises", expected);
  try {
    return { said: `metadata.rederive.raises, ${raises}`, pattern: new RegExp(raises) };
  } catch {
    return refuse("raises", expected);
  }
}

function timeoutOf({ timeout }: Record<string, unknown>, refuse: Refuse): number | undefined {
  if (timeout === undefined) return undefined;
  const isSeconds = typeof timeout === "number" && timeout > 0 && Number.isFinite(timeout);
  return isSeconds ? timeout : refuse("timeout", "a number of seconds > 0");
}

function withReason(tolerance: Tolerance | undefined, reason?: string): Tolerance | undefined {
  return tolerance && { ...tolerance, reason: tolerance.reason ?? reason };
}
