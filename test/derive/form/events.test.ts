import { suite } from "uvu";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: events");

const holds: Row[] = [
  [
    "P(C=1|T=1)",
    "=",
    "P(T=1|C=1)*P(C=1)/(P(T=1|C=1)*P(C=1)+P(T=1|C=0)*P(C=0))",
    ["P(T=1) > 0", "P(C=1) > 0", "P(C=0) > 0"],
  ],
  ["P(T=1)", "=", "P(T=1|C=1)*P(C=1)+P(T=1|C=0)*P(C=0)", []],
  ["P(C=0)", "=", "1-P(C=1)", []],
  ["P(C=1|T=1)+P(C=0|T=1)", "=", "1", []],
  ["P(A=1,B=1)", "=", "P(A=1|B=1)*P(B=1)", []],
  ["P(A=1,B=1)", "=", "P(B=1|A=1)*P(A=1)", []],
  ["P(A=1)", "=", "P(A=1,B=0)+P(A=1,B=1)", []],
  ["P(A=1,B=1,C=1)", "=", "P(A=1|B=1,C=1)*P(B=1|C=1)*P(C=1)", []],
];
const fails: Row[] = [
  ["P(C=1|T=1)", "=", "P(T=1|C=1)", []],
  ["P(C=1|T=1)", "=", "P(T=1|C=1)*P(C=1)", []],
  ["P(A=1,B=1)", "=", "P(A=1)*P(B=1)", []],
  ["P(T=1)", "=", "P(T=1|C=1)+P(T=1|C=0)", []],
  ["P(C=1|T=1)+P(C=1|T=0)", "=", "1", []],
  ["P(C=1|T=1)+P(C=0|T=0)", "=", "1", []],
];

test("probabilities of events: what holds is proved", () => allGraded(holds, /^proved/));
test("probabilities of events: what fails is refuted", () => allGraded(fails, /^refuted$/));
test.run();
