import { dirname, join } from "node:path/posix";
import { decoded } from "../pictures/picture.js";

/** Where a link leads on the site; undefined for what no page and no file of the site stands for. */
export type LinkTo = (href: string) => string | undefined;

/** What the site holds, by paths below the project's root: the page of a notebook, the copy of a file. */
export type Destinations = ReadonlyMap<string, string>;

/**
 * The links of a text, mended for the site. Addresses and anchors stay as they are.
 *
 * @param source path of the text below the project's root
 */
export function linksFrom(source: string, destinations: Destinations): LinkTo {
  return (href) => {
    if (!href || /^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(href)) return href;
    const [, path, rest] = /^([^?#]*)(.*)$/s.exec(href) as RegExpExecArray;
    const target = destinations.get(join(dirname(source), decoded(path)));
    return target === undefined ? undefined : encodeURI(target) + rest;
  };
}
