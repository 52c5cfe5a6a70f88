/** The addresses that a style sheet, or a style attribute, would load from. */
export function styleAddresses(css: string): string[] {
  const found = css.matchAll(/(?:url\(\s*|@import\s+)(?:"([^"\n]*)|'([^'\n]*)|([^"'\s();]+))/gi);
  return outside([...found].map(([, double, single, bare]) => double ?? single ?? bare));
}

const loading = /\s(?:xlink:)?(?:href|src)\s*=\s*(?:"([^"]*)|'([^']*))/gi;

/** The addresses that SVG would load from; as an image in a page it gets nothing. */
export function svgAddresses(svg: string): string[] {
  const asked: string[] = [];
  for (const [tag, name] of svg.matchAll(/<(\??[a-z][\w:-]*)(?:[^<>"']|"[^"]*"|'[^']*')*/gi)) {
    if (/^(?:svg:)?a$/i.test(name)) continue; // a link is followed, not loaded
    for (const [, double, single] of tag.matchAll(loading)) asked.push(double ?? single);
  }
  return [...new Set([...outside(asked), ...styleAddresses(svg)])];
}

/** The addresses in the style elements of HTML. */
export function sheetAddresses(html: string): string[] {
  return [...html.matchAll(/<style\b[^<>]*>([^<]*)/gi)].flatMap(([, css]) => styleAddresses(css));
}

/** The addresses in a list of pictures for several widths. */
export function srcsetAddresses(srcset: string): string[] {
  return outside(srcset.split(/,\s+/).map((one) => one.trim().split(/\s/)[0]));
}

/** What lies neither in the text itself nor within its document. */
export function outside(addresses: string[]): string[] {
  return [...new Set(addresses.map((one) => one.trim()))].filter(
    (one) => one && !/^(?:#|data:)/i.test(one),
  );
}
