import type { Session } from "node:inspector";
import { asked } from "./look.js";

/** Where code of the reader's is in a call: a line and a column, from 1, of a script. */
export interface Place {
  url: string;
  /** Of the script's text, where it has no URL. */
  hash: string;
  line: number;
  column: number;
}

/** Looks in vain, and time, in milliseconds, before code is met: what Node's function has to do is mostly over before. */
const [fewest, patience] = [3, 200];

/** Where running code is to be met, since a function of Node that it has called has to come to its end first. */
export interface Meetings {
  /** Begins to count what is looked at in vain. */
  begin(): void;
  add(place: Place | undefined): void;
}

/**
 * Meets code by conditions of breakpoints, which hold it until it is looked at: unlike a stop they describe nothing. Not at
 * once: a function with breakpoints runs in another form, and in that of Node 22 a loop without a statement hears of no end.
 */
export function meetings(session: Session): Meetings {
  const places = new Set<string>();
  let [inVain, since] = [0, 0];
  return {
    begin() {
      inVain = 0;
    },
    add(place) {
      if (inVain++ === 0) since = Date.now();
      if (!place || inVain <= fewest || Date.now() - since < patience) return;
      if (!places.size) session.post("Debugger.enable");
      const { url, hash, line, column } = place;
      const at = {
        ...(hash ? { scriptHash: hash } : { url }),
        lineNumber: line - 1,
        columnNumber: column - 1,
      };
      const key = JSON.stringify(at);
      if (places.has(key)) return;
      places.add(key);
      session.post("Debugger.setBreakpointByUrl", { ...at, condition: asked.meet });
    },
  };
}
