/** A place, line and column counted from 0. */
export interface Place {
  line: number;
  column: number;
}

/** What of a code's place a source map says. */
interface Segment {
  line: number;
  column: number;
  source: number;
  original: Place;
}

/** A source map that leads both ways. */
export interface Mapping {
  sources: string[];
  /** Where a place of the code stands in which source. */
  original(place: Place): { source: number; line: number } | undefined;
  /** Where the code of a source's line begins, or of the next one that has some, and which line that is. */
  generated(source: number, line: number): { place: Place; line: number } | undefined;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Reads a source map.
 *
 * @source ECMA-426, Source Map Format
 */
export function readMapping(map: { mappings: string; sources: string[] }): Mapping {
  const segments = segmentsOf(map.mappings);
  const before = (a: Place, b: Place) => a.line - b.line || a.column - b.column;
  return {
    sources: map.sources,
    original(place) {
      let found: Segment | undefined;
      for (const segment of segments) {
        if (segment.line > place.line) break;
        if (segment.line === place.line && (!found || segment.column <= place.column)) {
          found = segment;
        }
      }
      return found && { source: found.source, line: found.original.line };
    },
    generated(source, line) {
      const after = segments.filter((one) => one.source === source && one.original.line >= line);
      const next = Math.min(...after.map(({ original }) => original.line));
      const [first] = after.filter(({ original }) => original.line === next).sort(before);
      return first && { place: { line: first.line, column: first.column }, line: next };
    },
  };
}

function segmentsOf(mappings: string): Segment[] {
  const segments: Segment[] = [];
  let [source, originalLine, originalColumn] = [0, 0, 0];
  mappings.split(";").forEach((text, line) => {
    let column = 0;
    for (const part of text ? text.split(",") : []) {
      const [byColumn, bySource, byLine, byOriginal] = numbersOf(part);
      column += byColumn;
      if (bySource === undefined) continue;
      source += bySource;
      originalLine += byLine;
      originalColumn += byOriginal;
      const original = { line: originalLine, column: originalColumn };
      segments.push({ line, column, source, original });
    }
  });
  return segments;
}

/** The numbers of a segment: base 64, the lowest digits first, five bits in each, the sign in the lowest bit. */
function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of text) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
