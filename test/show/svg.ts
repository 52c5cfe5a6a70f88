import * as assert from "uvu/assert";

/** An element of a picture. */
export interface Mark {
  name: string;
  attributes: Record<string, string>;
}

/** The elements of a picture in their order; fails unless it is well-formed XML without scripts or broken numbers. */
export function marksOf(svg: string): Mark[] {
  const open: string[] = [];
  const marks: Mark[] = [];
  for (const [, close, name, rest, empty] of svg.matchAll(
    /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi,
  )) {
    if (close) {
      assert.is(open.pop(), name, "elements are nested");
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    );
    marks.push({ name, attributes });
    if (!empty) open.push(name);
  }
  assert.equal(open, [], "every element ends");
  assert.not.match(svg.replace(/<[^<>]*>/g, ""), /[<>]|&(?!amp;|lt;|gt;|quot;)/, "text is escaped");
  assert.not.match(svg, /NaN|Infinity|undefined|\[object|<script|\son\w+=/);
  return marks;
}

/** The points of a path that consists of lines. */
export function pointsOf({ attributes }: Mark): [number, number][] {
  return [...attributes.d.matchAll(/[ML](-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
}
