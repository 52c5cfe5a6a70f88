/**
 * Jupyter counts a cursor's place in Unicode code points, JavaScript in UTF-16 units.
 *
 * @source Messaging in Jupyter 5.2, "Cursor position: unicode offsets"
 */
export function toUnits(code: string, points: number): number {
  return Array.from(code).slice(0, Math.max(points, 0)).join("").length;
}

export function toPoints(code: string, units: number): number {
  return Array.from(code.slice(0, units)).length;
}
