// Measures how long a check takes through the process, as a host meets it.
//
//   node examples/node/latency.mjs [FILE]

import { readFile } from "node:fs/promises";
import { RhfServices } from "./rhf-services.mjs";

const file = process.argv[2] ?? "examples/reports/invented/national-treatment-service-2024-complete.json";
const report = await readFile(file, "utf8");
const began = performance.now();
const rhf = new RhfServices();
await rhf.ask("hello");
const started = performance.now() - began;

const taken = [];
for (let time = 0; time < 1000; time++) {
  const before = performance.now();
  await rhf.ask("check", { report, stage: "submission" });
  taken.push(performance.now() - before);
}
await rhf.close();

taken.sort((a, b) => a - b);
console.log(`${file}: ${report.length} signs`);
console.log(`ready after ${started.toFixed(0)} ms; a check: median ${taken[500].toFixed(1)} ms, `
  + `99 of 100 within ${taken[989].toFixed(1)} ms`);
