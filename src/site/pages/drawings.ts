import { escapeHtml } from "../html/escape.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import type { Chapter } from "../types.js";

const filled = markup` fill="currentColor"`;
const paper = markup` fill="var(--paper)"`;

// One pen, one filled shape that is the answer. Keyed by the notebook's name after its number.
const drawn = new Map<string, () => Html[]>([
  [
    "convolution-costs",
    () => [
      ...[8, 26, 44].map((x) => slab(x, 34, 10, 46, 12)),
      markup`<path d="M74 57h14m-4-4l4 4l-4 4"/>`,
      ...[84, 70, 56, 42].map((y) => slab(98, y, 38, 6, 9)),
      slab(98, 28, 38, 6, 9, true),
    ],
  ],
  [
    "backpropagation",
    () => [
      grid(6, 28, 3, 16, [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
      markup`<path d="M62 49l6 6M68 49l-6 6"/>`,
      grid(76, 36, 2, 16, []),
      markup`<path d="M114 49h8M114 55h8"/>`,
      grid(128, 42, 2, 10, [[0, 0]]),
    ],
  ],
  [
    "gaussian-mle",
    () => [
      markup`<path d="M4 84h144"/>`,
      curve((t) => 84 - 68 * Math.exp(-((t - 76) ** 2) / 800)),
      markup`<path d="M76 84V16" stroke-dasharray="2 3"/>`,
      ...[36, 50, 61, 69, 84, 92, 99, 118].map((x) => dot(x, 92, 2.6)),
      dot(76, 92, 3, filled),
    ],
  ],
  [
    "bayes",
    () => [
      markup`<path d="M4 88h144"/>`,
      curve((t) => 88 - 78 / (1 + Math.exp((104 - t) / 11))),
      dot(66, 85.7, 4.5, filled),
    ],
  ],
  [
    "moments",
    () => [
      markup`<path d="M4 86h144M26 86V32h100v54"/><path d="M76 86V32" stroke-dasharray="2 3"/>`,
      dot(76, 86, 4.5, filled),
    ],
  ],
]);

/** A chapter's drawing for the front page; a sheet with squares for a notebook that has none. */
export function drawing({ slug, claims }: Chapter): Html {
  const shapes = drawn.get(slug.replace(/^\d+[-_ ]/, ""))?.() ?? sheet(claims.length);
  return markup`<svg class="thumb" viewBox="0 0 152 104" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round">${shapes}</svg>`;
}

function slab(x: number, y: number, w: number, h: number, depth: number, full = false): Html {
  const front = markup`<path${full ? filled : paper} d="M${x} ${y}h${w}v${h}h${-w}z"/>`;
  const sides = markup`<path${paper} d="M${x} ${y}l${depth} ${-depth}h${w}l${-depth} ${depth}zM${x + w} ${y}l${depth} ${-depth}v${h}l${-depth} ${depth}z"/>`;
  return joinHtml([front, sides]);
}

function grid(x: number, y: number, n: number, size: number, full: number[][]): Html {
  const lines = Array.from({ length: n + 1 }, (_, i) => i * size).map(
    (at) => markup`M${x + at} ${y}v${n * size}M${x} ${y + at}h${n * size}`,
  );
  const cells = full.map(
    ([i, j]) => markup`M${x + i * size} ${y + j * size}h${size}v${size}h${-size}z`,
  );
  return markup`${cells.length ? markup`<path${filled} d="${cells}"/>` : ""}<path d="${lines}"/>`;
}

function curve(f: (t: number) => number): Html {
  const points = Array.from({ length: 36 }, (_, i) => 8 + i * 3.9).map(
    (t, i) => markup`${i ? markup`L` : ""}${escapeHtml(`${t.toFixed(1)} ${f(t).toFixed(1)}`)}`,
  );
  return markup`<path d="M${points}"/>`;
}

function dot(x: number, y: number, r: number, ink: Html = ""): Html {
  return markup`<circle cx="${x}" cy="${y}" r="${r}"${ink}/>`;
}

function sheet(claims: number): Html {
  const squares = Array.from(
    { length: Math.min(claims, 4) },
    (_, i) => markup`M${50 + i * 13} 78h8v8h-8z`,
  );
  const page = markup`<path d="M40 10h54l18 18v66H40zM94 10v18h18"/><path d="M50 42h46M50 52h52M50 62h38"/>`;
  return markup`${page}${squares.length ? markup`<path${filled} d="${squares}"/>` : ""}`;
}
