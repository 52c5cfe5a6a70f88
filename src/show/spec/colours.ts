/** Light values of the page's tokens; in a picture they follow the page, dark or light. */
export const ink = "#16201d";
export const soft = "#51605a";
export const paper = "#fbfcfb";
export const sunk = "#f0f4f2";
export const line = "#c6d0cb";
export const hair = "#e1e7e4";
export const act = "#2443b0";
export const proved = "#0a6655";
export const refuted = "#ad2418";

/** From nothing to ink: more ink is more. */
export const inkScale: [number, string][] = [
  [0, paper],
  [1, ink],
];

/** The same for a ground on which lines and words stand. */
export const lineScale: [number, string][] = [
  [0, paper],
  [1, line],
];
