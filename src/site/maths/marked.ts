import type { Html } from "../html/html.js";
import { type Node, parseMathml, printMathml, widthOf } from "./tree.js";

/** Two formulas with the slip and its correction marked, and the marked pieces in words. */
export interface Marked {
  left: Html;
  right: Html;
  wrong: string;
  corrected: string;
}

type Found = [string[], string[]];

/**
 * Two formulas with what differs between them marked by a class: the pieces of `left` with `wrong`, those of
 * `right` with `right`. Equal surroundings stay bare, so that a reader sees the slip and nothing else; a sum in
 * another order is no slip.
 */
export function markDifference(left: Html, right: Html): Marked {
  const [a, b] = [parseMathml(left), parseMathml(right)];
  if (!a || !b) return { left, right, wrong: "", corrected: "" };
  const found: Found = [[], []];
  const [contentA, contentB] = [rowOf(a), rowOf(b)];
  if (sorted(contentA) !== sorted(contentB)) compareRows(contentA, contentB, found);
  return {
    left: printMathml(a),
    right: printMathml(b),
    wrong: found[0].join(", "),
    corrected: found[1].join(", "),
  };
}

/** The row of a whole formula; a formula that is one piece is put in a row first. */
function rowOf(tree: Node): Node[] {
  const holder = tree.children[0]?.name === "semantics" ? tree.children[0] : tree;
  const [first, ...rest] = holder.children;
  if (holder === tree && rest.length) return holder.children;
  if (first?.name === "mrow") return first.children;
  const row: Node = { name: "mrow", attributes: "", children: first ? [first] : [], text: "" };
  holder.children = [row, ...rest];
  return row.children;
}

function sorted(nodes: Node[]): string {
  return nodes.map(printMathml).sort().join();
}

/** Rows are aligned by their longest common part; what is left over in a gap is compared or marked. */
function compareRows(a: Node[], b: Node[], found: Found): void {
  const gaps = gapsBetween(a.map(printMathml), b.map(printMathml));
  for (const { fromA, toA, fromB, toB } of gaps.reverse()) {
    if (toA - fromA === toB - fromB) {
      for (let i = 0; i < toA - fromA; i++) compare(a[fromA + i], b[fromB + i], found);
    } else {
      wrap(a, fromA, toA, "wrong", found[0]);
      wrap(b, fromB, toB, "right", found[1]);
    }
  }
}

function compare(a: Node, b: Node, found: Found): void {
  if (printMathml(a) === printMathml(b)) return;
  const inside = a.name === b.name && a.children.some(({ name }) => name) && !isAtom(a);
  if (inside && ["mrow", "mtd", "mstyle", "msqrt"].includes(a.name)) {
    compareRows(a.children, b.children, found);
  } else if (inside && a.children.length === b.children.length) {
    a.children.forEach((child, i) => compare(child, b.children[i], found));
  } else {
    ring(a, "wrong", found[0]);
    ring(b, "right", found[1]);
  }
}

/** A letter with its index is one thing: in x₂₃ for x₂₂ the whole is ringed. */
function isAtom(node: Node): boolean {
  return ["msub", "msup", "msubsup"].includes(node.name) && widthOf(node) < 3;
}

interface Gap {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

function gapsBetween(a: string[], b: string[]): Gap[] {
  const length = a.map(() => new Array<number>(b.length + 1).fill(0));
  length.push(new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] =
        a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const gaps: Gap[] = [];
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  const close = () => {
    if (i > fromA || j > fromB) gaps.push({ fromA, toA: i, fromB, toB: j });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [fromA, fromB] = [i, j];
    } else if (length[i + 1][j] >= length[i][j + 1]) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  close();
  return gaps;
}

/** Marks a part of a row; where nothing stands, the neighbour is marked in its stead. */
function wrap(row: Node[], from: number, to: number, kind: string, found: string[]): void {
  const [start, end] = to > from ? [from, to] : from > 0 ? [from - 1, from] : [0, 1];
  const inner = row.slice(start, end);
  if (inner.length === 0) return;
  const box: Node = { name: "mrow", attributes: "", children: inner, text: "" };
  ring(box, kind, found);
  row.splice(start, inner.length, box);
}

function ring(node: Node, kind: string, found: string[]): void {
  found.unshift(words(node));
  node.attributes = / class="/.test(node.attributes)
    ? node.attributes.replace(' class="', ` class="${kind} `)
    : `${node.attributes} class="${kind}"`;
}

function words(node: Node): string {
  return node.name ? node.children.map(words).join("") : node.text;
}
