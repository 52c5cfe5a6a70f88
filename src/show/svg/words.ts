import { escapeXml, richLines, type Run } from "../richText.js";
import { type Attributes, element, short } from "./markup.js";
import { lineHeight, narrowSize, subSize, textBox } from "./textWidth.js";

/** Words at a place: which point of their box stands there, and how they look. */
export interface Words {
  text: string;
  x: number;
  y: number;
  across?: "start" | "middle" | "end";
  down?: "top" | "middle" | "bottom";
  /** Size against that of the picture. */
  scale?: number;
  color?: string;
  /** A rim in the colour of the paper, so that words can be read across lines. */
  rim?: boolean;
  angle?: number;
  /** `many`: only where the picture is wide. */
  kind?: "many";
}

/** Edges of a rectangle in the picture. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The box that the words fill at their larger size. */
export function wordsBox({ text, x, y, across = "start", down = "middle", scale = 1 }: Words): Box {
  const { width, height } = textBox(text, narrowSize * scale);
  const left = x - { start: 0, middle: width / 2, end: width }[across];
  const top = y - { top: 0, middle: height / 2, bottom: height }[down];
  return { left, right: left + width, top, bottom: top + height };
}

/** Height of a capital letter in the size of the words; it is what the eye centres. */
const capHeight = 0.72;

/** Words as SVG: lines in `em`, so that a page may enlarge them. */
export function drawWords(words: Words): string {
  const {
    text,
    x,
    y,
    across = "start",
    down = "middle",
    scale = 1,
    color,
    rim,
    angle,
    kind,
  } = words;
  const lines = richLines(text);
  const rest = (lines.length - 1) * lineHeight;
  const first = { top: 1, middle: capHeight / 2 - rest / 2, bottom: -0.28 - rest }[down];
  const attributes: Attributes = {
    class: kind,
    x,
    y,
    dy: `${em(first)}em`,
    "text-anchor": across === "start" ? undefined : across,
    "font-size": scale === 1 ? undefined : `${em(scale)}em`,
    fill: color,
    transform: angle ? `rotate(${short(angle)} ${short(x)} ${short(y)})` : undefined,
    ...(rim && {
      stroke: "var(--paper, #fbfcfb)",
      "stroke-width": "4",
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    }),
  };
  const [head, ...more] = lines.map(drawRuns);
  const others = more.map(
    (line) => `<tspan x="${short(x)}" dy="${em(lineHeight)}em">${line}</tspan>`,
  );
  return element("text", attributes, head, ...others);
}

const serif = ` font-family="var(--serif, 'STIX Two Text', serif)" font-weight="400"`;

/** Runs of a line: letters of formulas and their indices in the text face, indices small and off the line. */
function drawRuns(runs: readonly Run[]): string {
  let off = 0;
  const parts = runs.map(({ text, italic, shift }, i) => {
    const formula = italic || (shift !== 0 && runs[i - 1]?.italic);
    const size = (shift ? subSize : 1) * (formula ? 1.1 : 1);
    const goal = shift === -1 ? 0.22 : shift === 1 ? -0.36 : 0;
    const dy = off === goal ? "" : ` dy="${em((goal - off) / size)}em"`;
    off = goal;
    const look =
      (formula ? serif : "") +
      (italic ? ' font-style="italic"' : "") +
      (size === 1 ? "" : ` font-size="${em(size)}em"`);
    return dy || look ? `<tspan${dy}${look}>${escapeXml(text)}</tspan>` : escapeXml(text);
  });
  // A line that ends off its height would take the next one along.
  return off === 0 ? parts.join("") : `${parts.join("")}<tspan dy="${em(-off)}em">\u200b</tspan>`;
}

function em(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
