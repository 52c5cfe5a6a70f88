import { suite } from "uvu";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: orders");

const holds: Row[] = [
  ["3*N^2+5*N", "O", "N^2", ["N integer >= 1"]],
  ["N", "O", "N^2", ["N integer >= 1"]],
  ["H*W*K^2*N*M", "O", "H*W*K^2*N*M", []],
  ["9*H*W*N*M", "O", "H*W*N*M", []],
  ["N*log(N)", "O", "N^2", ["N integer >= 2"]],
  ["N*(N+1)/2", "O", "N^2", ["N integer >= 1"]],
  ["5", "O", "1", []],
  ["sum(n,n,1,N)", "O", "N^2", ["N integer >= 1"]],
  ["N^2+M", "O", "N^2+M", ["N integer >= 1", "M integer >= 1"]],
  ["N+M", "O", "N*M", ["N integer >= 1", "M integer >= 1"]],
  ["sqrt(N)", "O", "N", ["N integer >= 1"]],
  ["log(N)", "O", "N", ["N integer >= 1"]],
  ["N^2", "O", "2^N", ["N integer >= 1"]],
];
const fails: Row[] = [
  ["N^2", "O", "N", ["N integer >= 1"]],
  ["N^2*M", "O", "N*M", ["N integer >= 1", "M integer >= 1"]],
  ["H*W*K^2*N*M", "O", "H*W*K*N*M", []],
  ["N*log(N)", "O", "N", ["N integer >= 2"]],
  ["N^3", "O", "100*N^2", ["N integer >= 1"]],
  ["2^N", "O", "N^2", ["N integer >= 1"]],
  ["N", "O", "1", ["N integer >= 1"]],
  ["N*M", "O", "N+M", ["N integer >= 1", "M integer >= 1"]],
];

test("orders of growth: what holds is proved", () => allGraded(holds, /^proved/));
test("orders of growth: what fails is refuted", () => allGraded(fails, /^refuted$/));
test.run();
