import type { ScatterTrace, Trace } from "../spec/plotly.js";
import { soft } from "../spec/colours.js";
import { element, short } from "./markup.js";
import type { Pair, Panel } from "./panel.js";
import { paint } from "./paint.js";
import type { Places } from "./placing.js";
import { narrowSize, textBox } from "./textWidth.js";
import { drawWords, type Words } from "./words.js";

type Dot = { x: number; y: number };

/** Room between a line's end and its name, where names had to move apart. */
export const leader = 8;

/** Least distance between two names below one another. */
const apart = narrowSize * 1.05;

/** Names of lines that may stand behind their ends: all of them, if all are short. */
export function endNames({ traces }: Pair): string[] {
  const names = traces.flatMap(({ trace }) => (isNamed(trace) ? [trace.name as string] : []));
  const short = names.every((name) => textBox(name, narrowSize).width <= 96);
  return short && names.length > 1 ? names : [];
}

function isNamed(trace: Trace): trace is ScatterTrace {
  const lines = trace.type === "scatter" && (trace.mode ?? "lines").includes("lines");
  return lines && Boolean(trace.name) && trace.showlegend !== false;
}

/** A line's name: behind its end where room was made for it, else along the line where it covers least. */
export function nameLine(
  trace: ScatterTrace,
  dots: readonly Dot[],
  panel: Panel,
  places: Places,
  color: string,
): string {
  const text = trace.name ?? "";
  const end = lastDot(dots);
  const y = endSpots(panel).get(trace);
  if (y !== undefined) {
    const words: Words = { text, x: end.x + 6 + leader, y };
    places.settle([words]);
    const d = `M${short(end.x + 3)} ${short(end.y)}L${short(end.x + leader + 2)} ${short(y)}`;
    const line = element("path", { d, fill: "none", stroke: paint(soft), "stroke-width": "0.75" });
    return `${line}${drawWords({ ...words, color })}`;
  }
  const inside = dots.filter(({ y: at }) => at >= panel.box.top && at <= panel.box.bottom);
  const along = [0.8, 0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.97, 0.05].flatMap((share) => {
    const at = inside[Math.round(share * (inside.length - 1))] ?? end;
    return around(text, at, 7, "top left", true);
  });
  return drawWords({ ...places.settle(along, trace), rim: true, color });
}

function lastDot(dots: readonly Dot[]): Dot {
  return dots.reduce((last, dot) => (dot.x >= last.x ? dot : last), dots[0]);
}

/** Heights of the names behind the ends of their lines, moved apart; none if they would move too far. */
function endSpots(panel: Panel): Map<Trace, number> {
  const names = endNames(panel);
  const ends = panel.traces.flatMap(({ trace }) => {
    if (!names.length || !isNamed(trace)) return [];
    const dots = trace.x.flatMap((x, i) => {
      const y = trace.y[i];
      return y === null ? [] : [{ x: panel.px(x), y: panel.py(y) }];
    });
    const end = lastDot(dots);
    const seen = end.y >= panel.box.top && end.y <= panel.box.bottom;
    return panel.box.right - end.x < 4 && seen ? [{ trace, y: end.y }] : [];
  });
  ends.sort((a, b) => a.y - b.y);
  const spots = spread(ends.map(({ y }) => y));
  const far = spots.some((y, i) => Math.abs(y - ends[i].y) > 2.5 * apart);
  return new Map(far ? [] : ends.map(({ trace }, i) => [trace, spots[i]]));
}

/** The nearest heights with the least distance between neighbours: what is too close is moved as one. */
function spread(heights: readonly number[]): number[] {
  const groups: { sum: number; count: number }[] = [];
  const top = ({ sum, count }: { sum: number; count: number }) =>
    sum / count - ((count - 1) * apart) / 2;
  for (const height of heights) {
    groups.push({ sum: height, count: 1 });
    for (let last = groups.length - 1; last > 0; last--) {
      const [one, other] = [groups[last - 1], groups[last]];
      if (top(other) - (top(one) + one.count * apart) >= 0) break;
      groups.splice(last - 1, 2, { sum: one.sum + other.sum, count: one.count + other.count });
    }
  }
  return groups.flatMap((group) =>
    Array.from({ length: group.count }, (_, i) => top(group) + i * apart),
  );
}

/** The places around a point at which its words may stand, the one asked for first. */
export function around(
  text: string,
  at: { x: number; y: number },
  away: number,
  asked: string,
  free: boolean,
): Words[] {
  const places = [
    "top center",
    "middle right",
    "middle left",
    "bottom center",
    "top right",
    "top left",
    "bottom right",
    "bottom left",
  ];
  const list = free ? [asked, ...places.filter((one) => one !== asked)] : [asked];
  const near = [0, 10, 22].slice(0, free ? 3 : 1);
  return near.flatMap((more) =>
    list.map((one): Words => {
      const [down, across] = one.split(" ");
      const far = away + more;
      const slant = across === "center" || down === "middle" ? 1 : 0.7;
      const dx = { left: -far, center: 0, right: far }[across] ?? 0;
      const dy = { top: -far, middle: 0, bottom: far }[down] ?? 0;
      return {
        text,
        x: at.x + dx * slant,
        y: at.y + dy * slant,
        across: ({ left: "end", center: "middle", right: "start" } as const)[across] ?? "middle",
        down: ({ top: "bottom", middle: "middle", bottom: "top" } as const)[down] ?? "middle",
      };
    }),
  );
}
