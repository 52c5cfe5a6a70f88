import { type Html, joinHtml, markup } from "../html/html.js";
import { type Node, parseMathml, printMathml, widthOf } from "./tree.js";

const signs = new Set([..."=+−<>≤≥≈≠→⇒⇔⟹⟺∈"]);

/** What a telephone shows of a formula in one line, in ems. */
const line = 15;

/**
 * A formula that may go over to a next line before a relation or a sum's sign, since no browser breaks one by itself.
 * It becomes several formulas in a row; the first carries the TeX of all.
 */
export function breakable(mathml: Html): Html {
  const tree = parseMathml(mathml);
  if (!tree || widthOf(tree) <= line) return mathml;
  const { content, annotation } = partsOf(tree);
  const segments = split(flatten(content));
  if (segments.length < 2) return mathml;
  const formulas = segments.map((nodes, i) => {
    const inner = markup`<mrow>${nodes.map(printMathml)}</mrow>`;
    const whole =
      i === 0 && annotation
        ? markup`<semantics>${inner}${printMathml(annotation)}</semantics>`
        : inner;
    return markup`${i ? markup`<wbr>` : ""}<math displaystyle="true">${whole}</math>`;
  });
  return joinHtml(formulas);
}

/** What stands in a formula, and its TeX. */
export function partsOf(tree: Node): { content: Node[]; annotation?: Node } {
  const [first, second] =
    tree.children[0]?.name === "semantics" ? tree.children[0].children : tree.children;
  const annotation = second?.name === "annotation" ? second : undefined;
  if (tree.children[0]?.name !== "semantics" && tree.children.length > 1) {
    return { content: tree.children };
  }
  const isRow = first?.name === "mrow" && !first.attributes.includes("class");
  return { content: isRow ? first.children : first ? [first] : [], annotation };
}

/** Wide parentheses around a plain sum are opened, so that the sum inside can break. */
function flatten(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (node.name !== "mrow" || node.attributes || widthOf(node) <= line || !isFlat(node))
      return [node];
    const [first, ...rest] = node.children;
    const last = rest.pop();
    if (!last || !isFence(first) || !isFence(last)) return flatten(node.children);
    return [fence(first, "prefix"), ...flatten(rest), fence(last, "postfix")];
  });
}

function isFlat(node: Node): boolean {
  const tall = ["mfrac", "munderover", "munder", "mover", "msqrt", "mtable"];
  return !tall.includes(node.name) && node.children.every(isFlat);
}

function isFence({ name, children }: Node): boolean {
  return name === "mo" && /^[()[\]{}|]$/.test(children[0]?.text ?? "");
}

/** Outside its row a parenthesis has to be told which side it is on. */
function fence(node: Node, form: string): Node {
  const rest = node.attributes.replace(/ (?:form|stretchy)="[^"]*"/g, "");
  return { ...node, attributes: ` form="${form}" stretchy="false"${rest}` };
}

function split(nodes: Node[]): Node[][] {
  const segments: Node[][] = [[]];
  nodes.forEach((node, i) => {
    const before = nodes[i - 1];
    if (isSign(node) && before && !opens(before)) segments.push([infix(node)]);
    else segments[segments.length - 1].push(node);
  });
  return segments.filter((segment) => segment.length > 0);
}

function isSign({ name, attributes, children }: Node): boolean {
  return (
    name === "mo" && !attributes.includes('form="prefix"') && signs.has(children[0]?.text ?? "")
  );
}

function opens(node: Node): boolean {
  return (
    node.name === "mo" &&
    !node.attributes.includes('form="postfix"') &&
    !/^[)\]!]$/.test(node.children[0]?.text ?? "")
  );
}

/** At the head of a line a sign would be taken for a prefix and lose its space. */
function infix(node: Node): Node {
  return node.attributes.includes("form=")
    ? node
    : { ...node, attributes: ` form="infix"${node.attributes}` };
}
