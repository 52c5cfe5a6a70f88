import { escapeHtml } from "./escape.js";
import { type Html, joinHtml, markup } from "./html.js";

/** A line in place of what a page does not show; empty where nothing is missing. */
export function leftOut(things: string[]): Html {
  return things.length ? markup`<p class="left-out">Left out: ${list(things)}.</p>` : "";
}

function list(things: string[]): Html {
  return joinHtml(things.map(escapeHtml), ", ");
}
