import { type Html, vouchFor } from "../html/html.js";
/** A piece of MathML as Temml writes it: an element, or a run of text (then `name` is empty). */
export interface Node {
  name: string;
  attributes: string;
  children: Node[];
  text: string;
}

const piece = /<(\/?)([a-z]+)((?:\s[a-zA-Z-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

/** Reads MathML into a tree; undefined if it is not of the plain kind that Temml writes. */
export function parseMathml(mathml: Html): Node | undefined {
  const root: Node = { name: "", attributes: "", children: [], text: "" };
  const open = [root];
  let end = 0;
  for (const match of mathml.matchAll(piece)) {
    if (match.index !== end) return undefined;
    end += match[0].length;
    const [, closing, name, attributes, empty, text] = match;
    const parent = open[open.length - 1];
    if (text !== undefined) parent.children.push({ name: "", attributes: "", children: [], text });
    else if (closing) {
      if (open.length < 2 || parent.name !== name) return undefined;
      open.pop();
    } else {
      const node = { name, attributes, children: [], text: "" };
      parent.children.push(node);
      if (!empty) open.push(node);
    }
  }
  return end === mathml.length && open.length === 1 ? root.children[0] : undefined;
}

export function printMathml(node: Node): Html {
  if (!node.name) return vouchFor(node.text);
  const inner = node.children.map(printMathml).join("");
  return vouchFor(`<${node.name}${node.attributes}>${inner}</${node.name}>`);
}

/** The width of a formula in ems, roughly: enough to choose between two layouts. */
export function widthOf(node: Node): number {
  const widths = node.children.map(widthOf);
  const sum = widths.reduce((total, width) => total + width, 0);
  const most = widths.reduce((most, width) => Math.max(most, width), 0);
  switch (node.name) {
    case "":
      return [...node.text].reduce((sum, sign) => sum + (/[∑∏∫∬⟹⟺]/u.test(sign) ? 1.4 : 0.52), 0);
    case "annotation":
      return 0;
    case "mo":
      return sum + (/^[=+−<>≤≥≈→⇒⟺×⋅]$/.test(node.children[0]?.text ?? "") ? 0.55 : 0);
    case "mspace":
      return 0.25;
    case "mfrac":
      return most * 0.9 + 0.2;
    case "msub":
    case "msup":
      return widths[0] + 0.7 * (widths[1] ?? 0);
    case "msubsup":
      return widths[0] + 0.7 * Math.max(widths[1] ?? 0, widths[2] ?? 0);
    case "munder":
    case "mover":
    case "munderover":
      return Math.max(widths[0], 0.7 * (widths[1] ?? 0), 0.7 * (widths[2] ?? 0)) + 0.3;
    case "mtable":
      return most;
    default:
      return sum;
  }
}

/** The width of a formula in ems, from its MathML. */
export function ems(mathml: Html): number {
  const tree = mathml && parseMathml(mathml);
  return tree ? widthOf(tree) : mathml.length / 4;
}
