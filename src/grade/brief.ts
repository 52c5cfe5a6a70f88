/** Problems of one record that are printed; the others are counted. */
const most = 4;

/** The first problems of a record, and how many more there are. */
export function brief(problems: readonly string[]): string[] {
  const more = problems.length - most;
  return more > 0 ? [...problems.slice(0, most), `and ${more} more`] : [...problems];
}
