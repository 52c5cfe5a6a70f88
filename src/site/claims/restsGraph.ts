import { type Grade, weakest } from "../../record/index.js";
import { escapeHtml } from "../html/escape.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import type { Chapter } from "../types.js";

/** A derivation in the graph of a chapter, with those on which it rests. */
export interface GraphNode {
  id: string;
  grade: Grade;
  href: string;
  rests: string[];
  /** Steps away from what rests on nothing; the column in which it stands. */
  depth: number;
}

/** The derivations of a chapter that rest on others, or on which others rest; cycles are cut. */
export function graphNodes({ slug, derivations }: Chapter): GraphNode[] {
  const nodes = new Map<string, Omit<GraphNode, "depth">>();
  for (const { derivation, anchor } of derivations) {
    const { id, grade, rests = [] } = derivation;
    const own = nodes.get(id);
    const all = [...new Set([...(own?.rests ?? []), ...rests])].filter((other) => other !== id);
    const href = own?.href ?? `${slug}.html#${anchor}`;
    nodes.set(id, { id, grade: own ? weakest([own.grade, grade]) : grade, href, rests: all });
  }
  for (const node of nodes.values()) node.rests = node.rests.filter((id) => nodes.has(id));
  const used = new Set([...nodes.values()].flatMap(({ rests }) => rests));
  const depths = depthsOf(nodes);
  return [...nodes.values()]
    .filter(({ id, rests }) => rests.length || used.has(id))
    .map((node) => ({ ...node, depth: depths.get(node.id) ?? 0 }));
}

/** How far each name is from one that rests on nothing; a circle is cut where all that is left is in circles. */
function depthsOf(nodes: Map<string, { rests: string[] }>): Map<string, number> {
  const depths = new Map([...nodes.keys()].map((id) => [id, 0]));
  const missing = new Map([...nodes].map(([id, { rests }]) => [id, rests.length]));
  const above = new Map([...nodes.keys()].map((id): [string, string[]] => [id, []]));
  for (const [id, { rests }] of nodes) for (const other of rests) above.get(other)?.push(id);
  const settle = (ready: string[]) => {
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      if (!missing.delete(id)) continue;
      for (const user of above.get(id) ?? []) {
        if (!missing.has(user)) continue;
        depths.set(user, Math.max(depths.get(user) ?? 0, (depths.get(id) ?? 0) + 1));
        missing.set(user, (missing.get(user) ?? 0) - 1);
        if (missing.get(user) === 0) ready.push(user);
      }
    }
  };
  settle([...nodes.keys()].filter((id) => missing.get(id) === 0));
  for (const id of nodes.keys()) settle([id]);
  return depths;
}

/** Pixels from name to name: two lines of 12 px with air, and room for an arrow between two columns. */
const row = 34;
const gap = 46;
const letter = 7.3; // width of a character of the id, set in 12 px mono

/** What stands in a column: a name, or the room that a line needs to pass between names. */
type Place = GraphNode | { id: string; rests: string[]; depth: number };

/** What rests on what, from left to right, as a picture whose names are links; empty without such a pair. */
export function restsGraph(nodes: GraphNode[], title: string): Html {
  if (!nodes.length) return "";
  const lines = nodes.flatMap((node) => node.rests.map((other) => ({ way: way(node, other) })));
  const depthOf = new Map(nodes.map(({ id, depth }) => [id, depth]));
  const rooms = lines.flatMap(({ way }) => {
    const first = (depthOf.get(way[0]) as number) + 1;
    return way.slice(1, -1).map((id, i) => ({ id, rests: [way[i]], depth: first + i }));
  });
  const columns = placed([...nodes, ...rooms]);
  const widths = columns.map((column) => Math.max(...column.map(width)));
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, one) => sum + one + gap, 0));
  const tallest = Math.max(...columns.map(({ length }) => length));
  const at = new Map<string, Spot>();
  columns.forEach((column, c) => {
    const top = ((tallest - column.length) * row) / 2;
    column.forEach((one, r) => {
      const x = lefts[c];
      at.set(one.id, {
        x,
        y: top + (r + 0.5) * row,
        end: x + ("grade" in one ? width(one) : widths[c]),
      });
    });
  });
  const paths = lines.map(({ way }) => path(way.map((id) => at.get(id) as Spot)));
  const names = nodes.map((node) => name(node, at.get(node.id) as Spot));
  const wide = lefts[lefts.length - 1] + widths[widths.length - 1];
  return joinHtml([
    markup`<div class="rests" role="group" tabindex="0" aria-label="${escapeHtml(`What rests on what in ${title}`)}">`,
    markup`<svg viewBox="0 0 ${Math.ceil(wide)} ${tallest * row}" width="${Math.ceil(wide)}" height="${tallest * row}">`,
    markup`<g class="edges" aria-hidden="true">${paths}</g>${names}</svg></div>`,
  ]);

  /** From what it rests on to a name, with a room in each column between the two. */
  function way(to: GraphNode, from: string): string[] {
    const start = nodes.find(({ id }) => id === from) as GraphNode;
    const between = Math.max(0, to.depth - start.depth - 1);
    return [from, ...Array.from({ length: between }, (_, i) => `${from} > ${to.id} ${i}`), to.id];
  }
}

type Spot = { x: number; y: number; end: number };

const width = (place: Place): number => ("grade" in place ? 22 + place.id.length * letter : 0);

/** Columns by depth; within one, each stands near the middle of those on which it rests. */
function placed(nodes: Place[]): Place[][] {
  const byDepth: Place[][] = [];
  for (const node of nodes) (byDepth[node.depth] ??= []).push(node);
  const columns = byDepth.filter(Boolean); // a circle leaves no name at depth 0
  for (let c = 1; c < columns.length; c++) {
    const before = columns.slice(0, c).flatMap((column) => column.map(({ id }, r) => [id, r]));
    const rank = new Map(before as [string, number][]);
    const middle = ({ rests }: Place) =>
      rests.reduce((sum, id) => sum + (rank.get(id) ?? 0), 0) / rests.length;
    columns[c].sort((left, right) => middle(left) - middle(right));
  }
  return columns;
}

/** A line from a name to one that rests on it, level across the rooms between them. */
function path(spots: Spot[]): Html {
  const [first, ...others] = spots;
  let d = `M${round(first.end + 6)} ${first.y}`;
  let from = first.end + 6;
  let y = first.y;
  others.forEach((to, i) => {
    const last = i === others.length - 1;
    const x = last ? to.x - 6 : to.x;
    const half = (x - from) / 2;
    d += `C${round(from + half)} ${y} ${round(x - half)} ${to.y} ${round(x)} ${to.y}`;
    if (!last) d += `H${round(to.end)}`;
    [from, y] = [to.end, to.y];
  });
  return markup`<path d="${escapeHtml(d)}"/>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function name({ id, grade, href }: GraphNode, { x, y }: Spot): Html {
  return joinHtml([
    markup`<a href="${escapeHtml(href)}"><use class="${escapeHtml(grade)}" href="#g-${escapeHtml(grade)}" x="${round(x)}" y="${y - 6}" width="12" height="12"/>`,
    markup`<text x="${round(x + 19)}" y="${y + 4}">${escapeHtml(id)}</text></a>`,
  ]);
}
