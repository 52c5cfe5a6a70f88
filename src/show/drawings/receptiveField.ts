import { checkInteger, checkKeys, refuseKind, refuseValue } from "../../num/check.js";
import type { Figure } from "../figures/figure.js";
import { answer, box, drawing, say, sketch, stroke } from "./sketch.js";
import { sunk } from "../spec/colours.js";
import { counted } from "./convSizes.js";

/** A layer as far as a receptive field needs it. */
export interface FieldLayer {
  /** Integer 1 … 11. */
  kernelSize: number;
  /** Integer 1 … 4; 1 unless given. */
  stride?: number;
}

/**
 * Receptive field along one axis: what one output cell sees of every map below it.
 *
 * @param layers from the input upwards; at most 5, together seeing at most 64 cells
 * @throws RangeError or TypeError for a chain that cannot be drawn
 */
export function drawReceptiveField(
  layers: readonly FieldLayer[] = [{ kernelSize: 3 }, { kernelSize: 3 }],
): Figure {
  const maps = fieldMaps(layers);
  const to = sketch();
  const below = maps[0];
  const [left, right] = [92, 404];
  const unit = Math.min(26, (right - left) / (below.seen + 2));
  const centre = (left + right) / 2;
  const rowStep = 54;
  const rows = maps.map((map, i) => {
    const cell = Math.min(unit, 22);
    const y = 14 + (maps.length - 1 - i) * rowStep;
    const around = Math.max(map.seen, Math.floor((below.seen + 2) / map.jump));
    const count = around - ((around - map.seen) % 2);
    const at = (k: number) => centre + (k - (count - 1) / 2) * map.jump * unit;
    const first = (count - map.seen) / 2;
    return { map, y, cell, count, at, first, i };
  });
  rows.forEach(({ map, y, cell, count, at, first, i }) => {
    for (let k = 0; k < count; k++) {
      const seen = k >= first && k < first + map.seen;
      if (i === maps.length - 1 && seen) answer(to, at(k) - cell / 2, y, cell, cell);
      else box(to, at(k) - cell / 2, y, cell, cell, seen ? sunk : undefined);
    }
    const name = i === maps.length - 1 ? "output" : i === 0 ? "input" : `layer ${i}`;
    say(to, name, 80, y + cell / 2, { side: "right" });
    say(to, counted(map.seen, "cell"), 476, y + cell / 2, { side: "right" });
    const lower = rows[i - 1];
    if (!lower) return;
    const edge = (row: typeof lower, end: 0 | 1) =>
      row.at(row.first + end * (row.map.seen - 1)) + (end - 0.5) * row.cell;
    for (const end of [0, 1] as const)
      stroke(to, edge(rows[i], end), y + cell, edge(lower, end), lower.y, true);
  });
  const height = 14 + maps.length * rowStep - 20;
  const chain = [...maps].reverse().map(({ seen }) => seen);
  return drawing(to, height, {
    title: `Receptive field of ${counted(layers.length, "layer")}`,
    description: `One output cell, filled, sees ${chain.slice(1).join(", then ")} cells on the way down to the input.`,
    summary: `receptive field ${below.seen}, step between neighbours ${maps[maps.length - 1].jump}`,
  });
}

interface FieldMap {
  /** Cells that one output cell sees. */
  seen: number;
  /** Input cells between two neighbours of this map. */
  jump: number;
}

/** Maps from the input upwards. */
function fieldMaps(layers: readonly FieldLayer[]): FieldMap[] {
  const fn = "drawReceptiveField";
  if (!Array.isArray(layers)) refuseKind(fn, "layers", "be an array of layers", layers);
  if (!layers.length || layers.length > 5)
    refuseValue(fn, "layers", "have 1 to 5 entries", layers.length);
  const checked = (layers as readonly FieldLayer[]).map((layer, i) => {
    checkKeys(fn, `layers[${i}]`, layer, ["kernelSize", "stride"]);
    const kernelSize = checkInteger(fn, `layers[${i}].kernelSize`, layer.kernelSize, {
      min: 1,
      max: 11,
    });
    return {
      kernelSize,
      stride: checkInteger(fn, `layers[${i}].stride`, layer.stride ?? 1, { min: 1, max: 4 }),
    };
  });
  const jumps = checked.reduce<number[]>(
    (list, { stride }) => [...list, list[list.length - 1] * stride],
    [1],
  );
  let seen = 1;
  const maps: FieldMap[] = [{ seen, jump: jumps[checked.length] }];
  for (let i = checked.length - 1; i >= 0; i--) {
    seen = (seen - 1) * checked[i].stride + checked[i].kernelSize;
    maps.unshift({ seen, jump: jumps[i] });
  }
  if (seen > 64) refuseValue(fn, "layers", "together see at most 64 cells", seen);
  return maps;
}
