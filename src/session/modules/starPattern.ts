/** What the star of a pattern stands for; the empty text if the pattern has none and is the specifier. */
export function matched(pattern: string, specifier: string): string | undefined {
  const [before, after] = pattern.split("*");
  if (after === undefined) return pattern === specifier ? "" : undefined;
  const fits =
    specifier.startsWith(before) &&
    specifier.endsWith(after) &&
    specifier.length >= before.length + after.length;
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}
