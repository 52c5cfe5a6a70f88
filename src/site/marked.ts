import { type Node, parseMathml, printMathml } from "./tree.js";

/**
 * Two formulas with what differs between them marked by a class: the pieces of `left` with `wrong`, those of
 * `right` with `right`. Equal surroundings stay bare, so that a reader sees the slip and nothing else.
 */
export function markDifference(
  left: string,
  right: string,
): { left: string; right: string; wrong: string; corrected: string } {
  const [a, b] = [parseMathml(left), parseMathml(right)];
  const found: [string[], string[]] = [[], []];
  if (a && b) compare(a, b, found);
  return {
    left: a ? printMathml(a) : left,
    right: b ? printMathml(b) : right,
    wrong: found[0].join(", "),
    corrected: found[1].join(", "),
  };
}

type Found = [string[], string[]];

function compare(a: Node, b: Node, found: Found): void {
  if (printMathml(a) === printMathml(b)) return;
  if (a.name !== b.name || !a.children.length || !b.children.length || isLeaf(a)) {
    // The caller marks within a row; only a whole formula arrives here unmarked.
    ring(a, "wrong", found[0]);
    ring(b, "right", found[1]);
    return;
  }
  const [from, toA, toB] = middle(a.children, b.children);
  const sameLength = a.children.length === b.children.length;
  if (sameLength && (a.name !== "mrow" || toA - from === 1)) {
    a.children.forEach((child, i) => {
      if (child.name !== "annotation") compare(child, b.children[i], found);
    });
    return;
  }
  if (a.name !== "mrow" && a.name !== "mtd" && a.name !== "mstyle") {
    for (const child of a.children) if (child.name === "semantics") return;
    ring(a, "wrong", found[0]);
    ring(b, "right", found[1]);
    return;
  }
  wrap(a, from, toA, "wrong", found[0]);
  wrap(b, from, toB, "right", found[1]);
}

function isLeaf(node: Node): boolean {
  return node.children.every((child) => !child.name);
}

/** The range in which two lists differ, widened by one where it would be empty on a side. */
function middle(a: Node[], b: Node[]): [number, number, number] {
  const same = (i: number, j: number) => printMathml(a[i]) === printMathml(b[j]);
  let from = 0;
  while (from < a.length && from < b.length && same(from, from)) from++;
  let [toA, toB] = [a.length, b.length];
  while (toA > from && toB > from && same(toA - 1, toB - 1)) {
    toA--;
    toB--;
  }
  if (toA === from || toB === from) {
    if (toA < a.length) {
      toA++;
      toB++;
    } else if (from > 0) from--;
  }
  return [from, toA, toB];
}

function ring(node: Node, kind: string, found: string[]): void {
  found.push(words(node));
  node.attributes = / class="/.test(node.attributes)
    ? node.attributes.replace(' class="', ` class="${kind} `)
    : `${node.attributes} class="${kind}"`;
}

function wrap(row: Node, from: number, to: number, kind: string, found: string[]): void {
  const inner = row.children.slice(from, to);
  if (inner.length === 0) return;
  const box: Node = { name: "mrow", attributes: "", children: inner, text: "" };
  ring(box, kind, found);
  row.children.splice(from, inner.length, box);
}

function words(node: Node): string {
  return node.name ? node.children.map(words).join("") : node.text;
}
