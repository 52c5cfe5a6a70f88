import { createHash } from "node:crypto";

/**
 * What a page may do, as a Content-Security-Policy. Of scripts only the page's own loader runs, known by its hash, and
 * what that loads; styles come from the site's sheet and from the page's own style element. Nothing is loaded from
 * elsewhere, whatever a notebook might have brought into the page.
 */
export function contentPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashSource(script)} 'strict-dynamic'`,
    `style-src 'self'${style ? ` ${hashSource(style)}` : ""}`,
    "img-src data: blob:", // plotly.js draws into blobs
    "font-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
