import { argumentsOf, callRfm, giveErrors } from "./function-calls";

// A script for a process of its own (see functions.ts): the first RFM of a runtime, and the recalculation after it.
giveErrors();
const times = argumentsOf(100_000, 2).map((columns) => {
  const start = performance.now();
  callRfm(columns);
  return performance.now() - start;
});
console.log(JSON.stringify(times));
