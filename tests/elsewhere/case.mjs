// The data of one case, and FEEL on them by feelin: the hook for scripts and expressions of both engines. bpmn-engine imports it;
// SpiffWorkflow speaks with it over lines of JSON.
import { evaluate } from "feelin";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SystemDate = Date;
let now = 0;

/** The clock of the case: what `today()` and the timers of an engine see. */
globalThis.Date = class extends SystemDate {
  constructor(...parts) {
    super(...(parts.length ? parts : [now]));
  }
  static now() {
    return now;
  }
};

/** Sets the clock, local time as in a test case (ISO 8601); all runs in UTC. */
export function setClock(local) {
  now = SystemDate.parse(local.replace(/(:\d\d)$/, "$1Z"));
  return now;
}

/** What the studio writes as JSON: what JSON lacks stands there as FEEL, `@"2026-12-01"`. */
function fromStudio(plain) {
  if (typeof plain === "string") return /^@"[^"]*"$/.test(plain) ? evaluate(plain).value : plain;
  if (Array.isArray(plain)) return plain.map(fromStudio);
  if (plain && typeof plain === "object") return Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, fromStudio(value)]));
  return plain;
}

/** The same the other way round. */
function toStudio(value) {
  if (value === undefined || value === null) return null;
  if (value.constructor?.name?.startsWith("Feel")) return `@"${value.toJSON?.() ?? value}"`;
  if (Array.isArray(value)) return value.map(toStudio);
  if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toStudio(inner)]));
  return value;
}

/** The fields of a case by object, with the settings. */
export class Case {
  constructor(values) {
    this.data = fromStudio(values);
    this.log = [];
  }

  put(path, plain) {
    this.write(path, fromStudio(plain));
  }

  write(path, value) {
    const parts = path.split(".");
    const last = parts.pop();
    parts.reduce((here, part) => (here[part] ??= {}), this.data)[last] = value;
  }

  /** An expression in FEEL. */
  evaluate(text) {
    return evaluate(text, this.data).value;
  }

  /** A script as the studio exports it: a line for each field, `path = expression`. */
  script(text) {
    for (const line of text.split("\n").filter((line) => line.trim())) {
      const equals = line.indexOf(" = ");
      if (equals < 0) throw new Error(`no assignment: ${line}`);
      const path = line.slice(0, equals).trim();
      this.write(path, this.evaluate(line.slice(equals + 3)));
      this.log.push(path);
    }
  }

  values() {
    return { values: toStudio(this.data), computed: this.log };
  }
}

/** One answer for each line: what SpiffWorkflow's hook asks. */
async function serve() {
  let data = new Case({});
  const answers = {
    begin: ({ at, values }) => {
      setClock(at);
      data = new Case(values);
    },
    clock: ({ at }) => setClock(at),
    put: ({ path, value }) => data.put(path, value),
    evaluate: ({ text }) => toStudio(data.evaluate(text)),
    script: ({ text }) => data.script(text),
    values: () => data.values(),
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    let answer;
    try {
      answer = { value: answers[asked.do](asked) ?? null };
    } catch (fault) {
      answer = { fault: String(fault.message ?? fault) };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve();
