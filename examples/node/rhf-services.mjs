// A client of `rhf-services serve` for node 18 and newer, without packages. Copy it and make it
// yours: one process, any number of questions at the same time.
//
//   const rhf = new RhfServices();
//   const verdict = await rhf.ask("check", { report, stage: "submission", lang: "nn" });
//   await rhf.close();

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A question that was not answered: `kind` is for programs, `message` for programmers. */
export class RefusedError extends Error {
  constructor({ message, data }) {
    super(message);
    this.name = "RefusedError";
    this.kind = data.kind; // such as "not-found"
    this.param = data.param; // the parameter it is about, or null
    this.choices = data.choices; // what may be said instead, where that is known
  }
}

export class RhfServices {
  #process;
  #ended;
  #waiting = new Map(); // the questions that are not answered yet, by id
  #lastId = 0;
  #gone = null; // why no more can be asked

  /** Start the process; it loads the forms and rules once, which takes a moment. */
  constructor(command = process.env.RHF_SERVICES ?? "rhf-services", args = ["serve"]) {
    this.#process = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    // Answers are ASCII, so no sign within them can be taken for the end of a line.
    createInterface({ input: this.#process.stdout, crlfDelay: Infinity })
      .on("line", (line) => this.#answered(line));
    this.#process.stdin.on("error", () => {}); // told by the end of the process
    this.#ended = new Promise((resolve) => {
      this.#process.on("error", (error) => {
        if (error.code === "ENOENT")
          error.message += ": is rhf-services on the PATH? Or set RHF_SERVICES";
        resolve(this.#end(error));
      });
      this.#process.on("close", (code, signal) =>
        resolve(this.#end(new Error(`rhf-services ended (${signal ?? code})`))),
      );
    });
  }

  /** Ask, and get the answer; its `format` is the name of its JSON Schema. */
  ask(verb, params = {}) {
    if (this.#gone) return Promise.reject(this.#gone);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const line = JSON.stringify({ jsonrpc: "2.0", id, method: verb, params });
      this.#waiting.set(id, { resolve, reject });
      this.#process.stdin.write(`${line}\n`);
    });
  }

  /** Let the process answer what is asked already, and end. */
  async close() {
    this.#gone ??= new Error("rhf-services is closed");
    this.#process.stdin.end();
    await this.#ended;
  }

  #answered(line) {
    const { id, result, error } = JSON.parse(line);
    // Answers come in order, so an error without an id is about the oldest question.
    const of = id ?? this.#waiting.keys().next().value;
    const asked = this.#waiting.get(of);
    this.#waiting.delete(of);
    if (error) asked?.reject(new RefusedError(error));
    else asked?.resolve(result);
  }

  #end(why) {
    this.#gone ??= why;
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
  }
}
