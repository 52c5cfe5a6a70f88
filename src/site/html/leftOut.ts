import { escapeHtml } from "./escape.js";
import { type Html, joinHtml, markup } from "./html.js";

/** Names that a message lists: more would push the rest of the report out of sight. */
const most = 20;

/** The first of the things that are left out, and how many there are beside them. */
export function brief(things: string[]): string[] {
  const more = things.length - most;
  return more > 1 ? [...things.slice(0, most), `${more} more`] : things;
}

/** A line in place of what a page does not show; empty where nothing is missing. */
export function leftOut(things: string[]): Html {
  return things.length ? markup`<p class="left-out">Left out: ${list(brief(things))}.</p>` : "";
}

function list(things: string[]): Html {
  return joinHtml(things.map(escapeHtml), ", ");
}
