import { format } from "d3-format";
import { scaleLinear } from "d3-scale";
import { extent } from "d3-array";
import type { Axis } from "../spec/plotly.js";
import type { Span } from "./scale.js";
import { narrowSize, textBox, wideSize } from "./textWidth.js";

/** A mark on an axis: where, in the span's own numbers, and its words. */
export interface Tick {
  value: number;
  text: string;
  /** Only where the picture is wide: its words would meet others in a narrow one. */
  many?: boolean;
}

/**
 * The marks of an axis of `length` pixels.
 *
 * @param across whether the words stand beside one another, or below one another
 */
export function ticksOf(axis: Axis, span: Span, length: number, across: boolean): Tick[] {
  if (axis.showticklabels === false) return [];
  const given = givenTicks(axis, span);
  if (given) return thinned(given, span, length, across);
  const most = Math.max(2, Math.floor(length / (across ? 2.5 * narrowSize : 2 * narrowSize)));
  for (let count = Math.min(most, axis.nticks ?? 5); count >= 2; count--) {
    const ticks = span.kind === "log" ? logTicks(span, count) : linearTicks(axis, span, count);
    if (fits(ticks, span, length, across, narrowSize)) return ticks;
  }
  const ticks = span.kind === "log" ? logTicks(span, 2) : linearTicks(axis, span, 2);
  return thinned(ticks, span, length, across);
}

function givenTicks(axis: Axis, span: Span): Tick[] | undefined {
  const inside = ({ value }: Tick) => {
    const [low, high] = extent(span.domain) as [number, number];
    return value >= low - 1e-9 * (high - low) && value <= high + 1e-9 * (high - low);
  };
  if (axis.tickvals) {
    const texts = axis.ticktext;
    return axis.tickvals
      .map((at, i) => ({ value: span.number(at), text: texts?.[i] ?? numberWords(Number(at)) }))
      .filter(inside);
  }
  if (span.kind === "category")
    return span.categories.map((text, value) => ({ value, text })).filter(inside);
  return undefined;
}

function linearTicks(axis: Axis, span: Span, count: number): Tick[] {
  const scale = scaleLinear().domain(span.domain);
  const values = scale.ticks(count);
  if (axis.tickformat) {
    const words = format(axis.tickformat);
    return values.map((value) => ({ value, text: words(value) }));
  }
  const largest = Math.max(...values.map(Math.abs));
  if (largest >= 1e6 || (largest < 1e-3 && largest > 0)) {
    const power = Math.floor(Math.log10(largest));
    const words = scaleLinear()
      .domain(span.domain.map((end) => end / 10 ** power))
      .tickFormat(count);
    return values.map((value) => ({
      value,
      text: value === 0 ? "0" : `${words(value / 10 ** power)} · 10<sup>${minus(power)}</sup>`,
    }));
  }
  const words = scale.tickFormat(count);
  return values.map((value) => ({ value, text: words(value).replace(/,/g, "\u202f") }));
}

function logTicks(span: Span, count: number): Tick[] {
  const [low, high] = extent(span.domain) as [number, number];
  const decades: number[] = [];
  for (let power = Math.ceil(low - 1e-9) + 0; power <= high + 1e-9; power++) decades.push(power);
  if (decades.length < 2) {
    const steps = [1, 2, 3, 5].slice(0, count < 4 ? 2 : 4);
    const values: number[] = [];
    for (let power = Math.floor(low); power <= high; power++) {
      for (const step of count < 4 && steps.length === 2 ? [1, 3] : steps)
        values.push(step * 10 ** power);
    }
    return values
      .map((at) => ({ value: Math.log10(at), text: numberWords(Number(at.toPrecision(6))) }))
      .filter(({ value }) => value >= low - 1e-9 && value <= high + 1e-9);
  }
  const step = Math.max(1, Math.ceil(decades.length / Math.max(2, count)));
  const powers = decades.some((power) => power < -3 || power > 4);
  return decades
    .filter((power) => (power - decades[0]) % step === 0)
    .map((power) => ({
      value: power,
      text:
        powers && power !== 0 ? `10<sup>${minus(power)}</sup>` : numberWords(Number(`1e${power}`)),
    }));
}

/** A number in words short enough for an axis. */
export function numberWords(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  const power = /^(.+)e([+-]\d+)$/.exec(text);
  if (power) return `${minus(power[1])} · 10<sup>${minus(Number(power[2]))}</sup>`;
  const grouped = /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, "\u202f") : text;
  return minus(grouped);
}

function minus(value: number | string): string {
  return String(value).replace("-", "−");
}

function fits(
  ticks: readonly Tick[],
  span: Span,
  length: number,
  across: boolean,
  size: number,
): boolean {
  const scale = length / Math.abs(span.domain[1] - span.domain[0]);
  const half = ticks.map(({ text }) => textBox(text, size)[across ? "width" : "height"] / 2);
  return ticks.every(({ value }, i) => {
    if (i === 0) return true;
    return Math.abs(value - ticks[i - 1].value) * scale >= half[i] + half[i - 1] + (across ? 6 : 0);
  });
}

/** All marks; where their words would meet, every second or third keeps them, and the rest only if there is room. */
function thinned(ticks: Tick[], span: Span, length: number, across: boolean): Tick[] {
  if (ticks.length < 2) return ticks;
  const step = (size: number) => {
    for (let k = 1; k < ticks.length; k++) {
      const some = ticks.filter((_, i) => i % k === 0);
      if (fits(some, span, length, across, size)) return k;
    }
    return ticks.length;
  };
  const narrow = step(narrowSize);
  const wide = narrow === 1 ? 1 : step(wideSize);
  // What a narrow picture keeps, a wide one must show too.
  const often = narrow % wide === 0 ? wide : narrow;
  return ticks.map((tick, i) => {
    if (i % narrow === 0) return tick;
    return i % often === 0 ? { ...tick, many: true } : { ...tick, text: "" };
  });
}
