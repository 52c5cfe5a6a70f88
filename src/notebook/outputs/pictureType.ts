/** How the bytes of a picture begin, each byte a character. */
const beginnings: [type: string, pattern: RegExp][] = [
  ["image/png", /^\x89PNG/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF....WEBP/s],
  ["image/avif", /^....ftypavi[fs]/s],
];

/** Bytes that tell what a picture is. */
const most = 16;

/** The media type of a picture of pixels, by how its bytes begin: a name alone proves nothing. */
export function pictureType(bytes: Uint8Array): string | undefined {
  const begin = String.fromCharCode(...bytes.subarray(0, most));
  return beginnings.find(([, pattern]) => pattern.test(begin))?.[0];
}
