import { styleAddresses } from "../html/addresses.js";
import { isWritten, writtenPicture } from "../pictures/picture.js";
import type { Plot } from "./plot.js";

/** What plotly.js can draw of a figure from this page alone, and what it would have fetched. */
export interface OfflinePlot {
  /** Undefined if it can draw nothing. */
  plot?: Plot;
  missing: string[];
}

/** What plotly.js draws upon a map, whose ground, letters and icons it fetches from servers. */
const maps = new Set(
  "scattergeo choropleth scattermap choroplethmap densitymap scattermapbox choroplethmapbox densitymapbox".split(
    " ",
  ),
);

/**
 * A figure without what plotly.js would fetch: maps, and pictures from elsewhere, whether they stand in the layout, in its
 * template, or in what a button or a slider would change.
 */
export function offlinePlot({ data, layout = {} }: Plot): OfflinePlot {
  const asked: Asked = { maps: new Set(), pictures: new Set(), styles: new Set() };
  const plot = ownParts({ data, layout }, { key: "", among: false, args: false }, asked) as Plot;
  const missing = [
    ...[...asked.pictures].map((one) => `picture of a figure, ${one}`),
    ...[...asked.styles].map((one) => `what a style of a figure asks for, ${one}`),
  ];
  if (asked.maps.size === 0) return { plot, missing };
  const map = `interactive map (${[...asked.maps].join(", ")}): pages load nothing from elsewhere`;
  return { missing: [...missing, map] };
}

interface Asked {
  maps: Set<string>;
  pictures: Set<string>;
  /** Addresses in the styles of a text, which the page's script takes out. */
  styles: Set<string>;
}

/** Where a value stands: under which attribute, among the pictures of a layout, among the changes of a button. */
interface Place {
  key: string;
  among: boolean;
  args: boolean;
}

/** A copy of a value without the parts that ask for something. */
function ownParts(value: unknown, place: Place, asked: Asked): unknown {
  if (Array.isArray(value)) {
    // A change is written `[attribute, value]` or `[{ attribute: value }]`.
    const placeOf = (i: number) =>
      place.args && typeof value[i - 1] === "string" ? inside(place, value[i - 1]) : place;
    return value
      .filter((one, i) => !asksFor(one, placeOf(i), asked))
      .map((one) => ownParts(one, place, asked));
  }
  if (typeof value === "string" && value.includes("<")) {
    for (const address of styleAddresses(value)) asked.styles.add(address);
  }
  if (typeof value !== "object" || value === null) return value;
  const own = "type" in value && value.type === "image" ? { ...place, among: true } : place;
  const entries = Object.entries(value).filter(
    ([key, inner]) => !asksFor(inner, inside(own, key), asked),
  );
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, ownParts(inner, inside(own, key), asked)]),
  );
}

function inside({ among, args }: Place, key: string): Place {
  return {
    key: key.slice(key.lastIndexOf(".") + 1),
    among: among || /^(?:layout\.)?(?:template\.layout\.)?image(?:s|defaults)\b/.test(key),
    args: args || /^args2?$/.test(key),
  };
}

function asksFor(value: unknown, { key, among, args }: Place, asked: Asked): boolean {
  if (key === "type" && typeof value === "string" && maps.has(value)) asked.maps.add(value);
  const isPicture = key === "source" && (among || args) && typeof value !== "object";
  const refused = isPicture && refusal(String(value));
  if (refused) asked.pictures.add(refused);
  return Boolean(refused);
}

function refusal(source: string): string | undefined {
  if (!isWritten(source)) return `${source || "without a name"}: pages load nothing from elsewhere`;
  const found = writtenPicture(source);
  return "refused" in found ? `data URI: ${found.refused}` : undefined;
}
