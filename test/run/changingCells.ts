/** Cells that change what earlier cells have shown, with the outputs that a Jupyter client keeps of each in the end. */
export interface ChangingCell {
  source: string;
  outputs: object[];
}

const shown = (text: string) => ({
  output_type: "display_data",
  data: { "text/plain": text },
  metadata: {},
});
const printed = (text: string) => ({ output_type: "stream", name: "stdout", text: `${text}\n` });
const show = (id: string, text: string) =>
  `void jupyter.display({ "text/plain": "${text}" }, { id: "${id}" });`;
const update = (id: string, text: string) =>
  `jupyter.updateDisplay("${id}", { "text/plain": "${text}" });`;

export const changingCells: ChangingCell[] = [
  // What stands under one id is one, however often it is shown and by whatever cell.
  { source: show("again", "1"), outputs: [shown("2")] },
  { source: show("again", "2"), outputs: [shown("2")] },
  {
    source: `${show("bar", "0 %")} console.log("between"); ${show("bar", "1 %")} ${show("own", "kept")}`,
    outputs: [shown("100 %"), printed("between"), shown("100 %"), shown("kept")],
  },
  {
    source: `import * as tslab from "tslab";\nconst box = tslab.newDisplay();\nbox.html("<b>1</b>");`,
    outputs: [{ output_type: "display_data", data: { "text/html": "<b>2</b>" }, metadata: {} }],
  },
  { source: update("bar", "50 %"), outputs: [] },
  { source: `box.html("<b>2</b>"); console.log("boxed");`, outputs: [printed("boxed")] },
  { source: `${show("bar", "99 %")} ${update("bar", "100 %")}`, outputs: [shown("100 %")] },
  // What was cleared is out of reach, also under an id that is shown again.
  {
    source: `${show("gone", "1")} jupyter.clearOutput(); console.log("cleared");`,
    outputs: [printed("cleared")],
  },
  { source: `${update("gone", "2")} ${update("unknown", "3")}`, outputs: [] },
  { source: show("gone", "4"), outputs: [shown("4")] },
  // With `wait` an update does not clear, and what is shown next does.
  {
    source: `${show("frame", "1")} jupyter.clearOutput({ wait: true }); ${update("frame", "2")}`,
    outputs: [shown("3")],
  },
  { source: `console.log("kept"); ${update("frame", "3")}`, outputs: [printed("kept")] },
  {
    source: `${show("frame", "4")} console.log("a"); jupyter.clearOutput({ wait: true }); console.log("b");`,
    outputs: [printed("b")],
  },
  { source: update("frame", "3"), outputs: [] },
  // What is drawn over is a display from the first line on that changes; a last line alone follows carriage returns.
  {
    source: String.raw`console.log("kept"); process.stdout.write("1\n2\n\x1b[2A\x1b[JA\nB\n"); void process.stdout.write("\x1b[1Ab\n");`,
    outputs: [printed("kept\nA"), shown("b")],
  },
  {
    source: String.raw`${show("above", "5")} process.stdout.write("1 %"); process.stdout.write("\r2 %\n"); void process.stdout.write("3\n\x1b[2A4\n");`,
    outputs: [shown("5"), shown("4 %\n3")],
  },
];

/**
 * A timer that goes off while the next cell runs. The kernel sends what it gives as its own cell's, and JupyterLab shows
 * it there; nbclient listens to nothing but the running cell.
 */
export const lateCells: (ChangingCell & { byNbclient: object[] })[] = [
  {
    source: `console.log("first");
void jupyter.display({ "text/plain": "old" }, { id: "d" });
void setTimeout(() => { jupyter.updateDisplay("d", { "text/plain": "new" }); console.log("late"); }, 1300);`,
    outputs: [printed("first"), shown("new"), printed("late")],
    byNbclient: [printed("first"), shown("old")],
  },
  {
    source: `await new Promise((done) => setTimeout(done, 800)); console.log("second");`,
    outputs: [printed("second")],
    byNbclient: [printed("second")],
  },
];
