/** Symbols of the notes, as the drawings write them. */
export const M = "<i>M</i>";
export const N = "<i>N</i>";
export const DF = "<i>D<sub>F</sub></i>";
export const DG = "<i>D<sub>G</sub></i>";
export const DK = "<i>D<sub>K</sub></i>";

/** Sizes of a block, as `7 × 7 × 3`. */
export function times(...sizes: number[]): string {
  return sizes.join(" × ");
}
