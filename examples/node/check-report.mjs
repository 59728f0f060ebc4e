// Lists the tabs of a form, checks a report, and prints what is found, in nynorsk.
//
//   node examples/node/check-report.mjs examples/reports/broken/ACT001.json
//
// The program rhf-services must be on the PATH, or named by the variable RHF_SERVICES.

import { readFile } from "node:fs/promises";
import { RhfServices } from "./rhf-services.mjs";

const file = process.argv[2] ?? "examples/reports/broken/ACT001.json";
// As text, just as it is kept: a key that is written twice is found too.
const report = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));

const rhf = new RhfServices();
try {
  const [{ versions }, verdict] = await Promise.all([
    rhf.ask("hello"),
    rhf.ask("check", { report, stage: "submission", lang: "nn" }),
  ]);
  console.log(`rhf-services ${versions["rhf-services"]}`);

  if (verdict.template && verdict.edition) {
    const { template, edition } = verdict;
    const form = await rhf.ask("form", { template, edition, lang: "nn" });
    console.log(`\n${form.form.title.nn} (${form.edition.id})`);
    for (const tab of form.tabs) {
      const questions = tab.parts.flatMap((part) => part.questions);
      console.log(`  ${tab.title.nn}: ${questions.length} spørsmål`);
    }
  }

  console.log(`\nFunn: ${verdict.findings.length}`);
  for (const { code, severity, place, message } of verdict.findings) {
    console.log(`  [${code}, ${severity}] ${place}\n    ${message}`);
  }
  const submit = { true: "ja", false: "nei", null: "uvisst" };
  console.log(`\nKan leverast: ${submit[verdict.may_submit]}.`);
} finally {
  await rhf.close();
}
