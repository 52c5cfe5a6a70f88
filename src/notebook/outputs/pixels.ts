import { PNG } from "pngjs";

/** Two pictures by their pixels: where they differ in words, or undefined where each pixel is the same. */
export function pixelDifference(
  stored: string,
  now: string,
): { place: string; left: string; right: string } | undefined {
  const [left, right] = [decode(stored), decode(now)];
  if (!left || !right) return { place: "", left: sizeOf(left), right: sizeOf(right) };
  if (left.width !== right.width || left.height !== right.height) {
    return { place: ", size", left: sizeOf(left), right: sizeOf(right) };
  }
  const differing: number[] = [];
  for (let i = 0; i < left.data.length; i += 4) {
    if (left.data.readUInt32BE(i) !== right.data.readUInt32BE(i)) differing.push(i);
  }
  if (!differing.length) return undefined;
  const [first] = differing;
  const [x, y] = [(first / 4) % left.width, Math.floor(first / 4 / left.width)];
  const colour = ({ data }: PNG) => `#${data.subarray(first, first + 4).toString("hex")}`;
  const count = `${differing.length} of ${left.width * left.height} pixels, the first at (${x}, ${y})`;
  return { place: `, ${count}`, left: colour(left), right: colour(right) };
}

/** A PNG in base64; undefined for what is none. */
function decode(base64: string): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(base64, "base64"));
  } catch {
    return undefined;
  }
}

const sizeOf = (picture: PNG | undefined): string =>
  picture ? `a picture of ${picture.width} by ${picture.height}` : "no PNG that can be read";
