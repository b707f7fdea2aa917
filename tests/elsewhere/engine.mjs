// A procedure in bpmn-engine: steps of persons and services set the values that the test case gives them. Answers with the ids of all nodes
// that were done.
import { Engine } from "bpmn-engine";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";

const { text, values, keys } = JSON.parse(readFileSync(0, "utf8"));
const data = {};
const done = [];

const at = (...parts) => parts.reduce((here, part) => (here == null ? null : here[part] ?? null), data);
const put = (path, value) => {
  const parts = path.split(".");
  const last = parts.pop();
  parts.reduce((here, part) => (here[part] ??= {}), data)[last] = value;
};
const choose = (condition, then, otherwise) => (condition ? then : otherwise);
const words = () => ({ at, put, choose });
const set = (id) => {
  for (const [path, value] of values[keys[id]]?.shift() ?? []) put(path, value);
};

const listener = new EventEmitter();
listener.on("activity.wait", (element) => {
  set(element.id);
  element.signal();
});
listener.on("activity.end", (element) => done.push(element.id));

const engine = new Engine({
  source: text,
  services: {
    words,
    serve: (context, callback) => {
      set(context.content.id);
      callback(null, true);
    },
  },
});
const ended = new Promise((resolve, reject) => {
  engine.once("end", resolve);
  engine.once("error", reject);
  setTimeout(() => reject(new Error("not at its end")), 5000);
});
await engine.execute({ listener });
await ended;
process.stdout.write(JSON.stringify(done));
process.exit(0);
