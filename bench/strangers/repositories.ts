/** A public repository with TypeScript or JavaScript notebooks: its owner and name on GitHub, and the commit compared. */
export interface Repository {
  name: string;
  commit: string;
  /** Set aside until what the others had shown was mended, and looked at only then; so in the first, the second, the third or the fourth round. */
  heldOut?: 1 | 2 | 3 | 4;
}

/** Found by what their authors say of tslab, jslab, Deno's kernel, ijavascript and itypescript. */
export const repositories: Repository[] = [
  {
    name: "68thandMaine/algorithm-notebooks",
    commit: "504cd1e8448f9a12c54a5cb4d688cb153408fc22",
    heldOut: 2,
  },
  { name: "acountyable/notebooks", commit: "156d87e6d2e09816dd6c287439ed61619f00022f" },
  {
    name: "acrespise/jupyter-qa-engineering",
    commit: "e02fc7ea5d61064a8aaa4824ec3a89d30f7a9295",
    heldOut: 1,
  },
  { name: "ApolloTang/mynote--js", commit: "0c0c759345cc0b1c80021beaf9a19ddbbda391a0" },
  {
    name: "binghuis/dive-into-javascript",
    commit: "b9b11a205741eac84b1f8a0a7d88332dda30a674",
    heldOut: 2,
  },
  {
    name: "cboychinedu/typescript-lectures",
    commit: "db22b2f2f2981191097f37e8eceb134a2decc3b1",
    heldOut: 1,
  },
  { name: "chaitalikalra/CSC899-TOS-Emulator", commit: "2dba74a8e53619beebf6cbdce86f78e8358f2da4" },
  {
    name: "cstrerath/formal-languages-typescript",
    commit: "8e6f048285105bbfe1fc6eb6b6a70e183957ab8e",
    heldOut: 3,
  },
  { name: "d9k/d9k-jupyter", commit: "45557911dc4d95f0ac64469aa73c7d08e386a060", heldOut: 1 },
  {
    name: "decoder-leco/poc-data-visualization",
    commit: "f1618d1821e188ed5e859774c816153435813233",
  },
  { name: "Dionid/JupyterNotebook.ts", commit: "eb171b203569f12f465179187598644d4792a2cf" },
  { name: "fadhlirahim/algo-ds-jupyter", commit: "1015d5f742a38fb7ec91e7ee129aee23f02779db" },
  {
    name: "FallenDeity/deepmind-starter",
    commit: "6eeffbab6881213fa95211191382acd7a843b7aa",
    heldOut: 3,
  },
  {
    name: "harolz/Jupyter-JS-TS-Dev-Container",
    commit: "3b4ee84ba73f4090bb21dea37def7290a9ba8ad6",
    heldOut: 4,
  },
  {
    name: "HeRoMo/jupyter-langs",
    commit: "74101099debc9fc33414ecc2c6f3c2433cd12abc",
    heldOut: 4,
  },
  { name: "icyphy/cal-analyzer", commit: "6fa1501b874a8979b4060a25353ba982ce35bebe" },
  { name: "jasjahan/CSC600-ClassLectures", commit: "1fa32fd9a357bc781b6c9ba5bdefba5cc5887c0e" },
  {
    name: "jenul-ferdinand/fit2102",
    commit: "584d674675f6f9fcee6bb2b91618cdc8db02206a",
    heldOut: 3,
  },
  { name: "joews/advent-of-code", commit: "23659ab468bc3b9933ba263c9bd93f2b5a0eba84" },
  {
    name: "langchain-ai/langgraphjs",
    commit: "f8bdf16d4fe23a79e945ea5dc6f86bbf09abb77d",
    heldOut: 3,
  },
  { name: "liuderchi/learn-js-in-jupyter", commit: "8e96be93cb54c78b42b968684ed540effc53c43d" },
  {
    name: "lud77/about-javascript",
    commit: "66e3ba9075b0159f03eb50e981dfe7243cb62bdf",
    heldOut: 4,
  },
  {
    name: "luisalms/jupyter-notebook-js",
    commit: "35ba90b29f65f5189afdb0ec02480d7917d8c067",
    heldOut: 4,
  },
  {
    name: "luongnv89/langchain-essentials-ollama",
    commit: "cca296e2590880f7d4288f56deefced161108676",
    heldOut: 1,
  },
  {
    name: "makoto-developer/algorithms",
    commit: "c5e21296034a3c659bde6af0eb0d36273660b905",
    heldOut: 4,
  },
  {
    name: "manzt/deno-jupyter-blog",
    commit: "0c2832920c062e4c59069a9c3f469b3021ef6a2b",
    heldOut: 3,
  },
  {
    name: "miguelsolorio/notebooks",
    commit: "53ee9d27d128c7aea4ead9e60aa5a2d4aa8b601c",
    heldOut: 4,
  },
  {
    name: "ngyam/tutorial-ens-js",
    commit: "23fab45aa7d058e8407b4c2e8c86d1a63700ed9a",
    heldOut: 3,
  },
  {
    name: "oscar6echo/deno-jupyter-examples",
    commit: "465e07fb10cb7a88d7cb4b951ae6c8d354d0aa4b",
    heldOut: 3,
  },
  {
    name: "paulroth3d/jupyter-ijavascript-utils",
    commit: "2efc9b39b435048889fed432d4c05e904da67ec1",
    heldOut: 3,
  },
  { name: "prashantbhudwal/jsNotebooks", commit: "3679001c0f531b6fe3240f3c91d801211f6837d7" },
  { name: "Programmer-Land/Digest", commit: "9cbe552a2171f0bf1031fb8fe38312fe1e1176eb" },
  { name: "raisercostin/jupyter-deno-gallery", commit: "d5302586a82fa8c41b287eba1b7d808759535708" },
  { name: "rambasnet/NodeJS", commit: "b5c4163fd4c7c572545ecbb30efb15bd49b7db9f" },
  {
    name: "RealKai42/langchainjs-juejin",
    commit: "49b8764d37f76e02861bc3d8b01508fe4805ca64",
    heldOut: 3,
  },
  { name: "rgbkrk/denotebooks", commit: "5a85a21af4aecdc4042bee10ddff3bc2a8a219fd" },
  { name: "rgbkrk/display.js", commit: "ed07b7ebb4ccc7edec76c74770a7e6703d5e90ff" },
  { name: "samuelastech/js", commit: "98cd32790d02f26b9d5b61a026a0d937a4e3e0a6", heldOut: 1 },
  { name: "shripada/fp-talk", commit: "e904b1948979da6eff05007198c14901e290d6c6", heldOut: 1 },
  {
    name: "snomiao/awesome-typescript-notebooks",
    commit: "1f64f884cad3ebf0d8439228560df33b4f08193e",
    heldOut: 4,
  },
  {
    name: "swapnilBhikule/learn-typescript",
    commit: "93950694d297899d10ab72a5d4864bc39536cfd6",
    heldOut: 4,
  },
  {
    name: "TerjeIdlandKristiania/jupyter-deno-test",
    commit: "58b618b20dd2ebb2fd53be3f9cdc84bb6ebafaa2",
    heldOut: 4,
  },
  { name: "tschoffelen/aoc-2023", commit: "56ef02f21053820e488259c4254322fffd9b03bd" },
  {
    name: "VictorDeon/javascript-notebook",
    commit: "6f1b6f0799487989ab081cec14b73161e52529d0",
    heldOut: 2,
  },
  { name: "winnekes/itypescript", commit: "337a539b4ba697d8f3311d18aa356d57ffd3727a" },
  {
    name: "wwlib/jupyter-notebook-sox",
    commit: "fa1944f5d531b15673d3f3aa73b4b9e1482e87d8",
    heldOut: 4,
  },
  { name: "yunabe/tslab-examples", commit: "c0d09f67465fdbdfa35c2f44b60722b342190f4d" },
];
