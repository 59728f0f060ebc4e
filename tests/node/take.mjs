// Compiles every schema with ajv in strict mode, judges documents, and generates types.
// Reads {schemas: {name: schema}, documents: [{name, document}]} from the file named first, writes
// types to the folder named second, and prints {refused: {name: why}, valid: [true, …]}.

import { readFileSync, writeFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { compile } from "json-schema-to-typescript";

const [given, folder] = process.argv.slice(2);
const { schemas, documents } = JSON.parse(readFileSync(given, "utf8"));

const refused = {};
const validators = {};
for (const [name, schema] of Object.entries(schemas)) {
  const ajv = new Ajv.default({ strict: true, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  try {
    validators[name] = ajv.compile(schema);
  } catch (error) {
    refused[name] = error.message;
  }
}
const valid = documents.map(({ name, document }) => validators[name]?.(document) ?? null);

let number = 0;
for (const [name, schema] of Object.entries(schemas)) {
  const types = await compile(schema, name, { bannerComment: "", unknownAny: true, format: false });
  writeFileSync(`${folder}/types${number++}.ts`, types);
}
console.log(JSON.stringify({ refused, valid }));
