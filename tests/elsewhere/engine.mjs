// Procedures in bpmn-engine, as they were exported: a job on each line, its course on each line of the answer.
import { Definition } from "bpmn-elements";
import { Engine } from "bpmn-engine";
import { EventEmitter } from "node:events";
import { createInterface } from "node:readline";
import { Case, setClock } from "./case.mjs";

/** Timers on the clock of the case. */
class Clock {
  constructor() {
    this.timers = [];
  }
  /** The engine clears what still runs when it has ended. */
  get executing() {
    return [...this.timers];
  }
  register() {
    return this;
  }
  setTimeout = (callback, delay, ...args) => {
    const timer = { due: Date.now() + delay, callback, args };
    this.timers.push(timer);
    return timer;
  };
  clearTimeout = (timer) => {
    this.timers = this.timers.filter((it) => it !== timer);
  };
  goTo(local) {
    const end = setClock(local);
    for (;;) {
      const next = this.timers.filter((it) => it.due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) return;
      this.clearTimeout(next);
      next.callback(...next.args);
    }
  }
}

/** What the engine asks about scripts, conditions and other expressions: FEEL on the data of the case. */
function hooks(data, formal, loops) {
  const bodies = new Map();
  const scripts = {
    register: ({ id, type, behaviour }) => {
      const isFlow = type === "bpmn:SequenceFlow";
      const body = isFlow ? behaviour.conditionExpression?.body : (behaviour.script ?? "");
      if (body !== undefined) bodies.set(id, { body, isFlow });
    },
    getScript: (_language, { id }) => {
      const found = bodies.get(id);
      return found && {
        execute: (_scope, done) => {
          try {
            // A condition that comes to null does not hold.
            done(null, found.isFlow ? data.evaluate(found.body) === true : data.script(found.body));
          } catch (fault) {
            done(fault);
          }
        },
      };
    },
  };
  // The engine asks for whatever may be one, names and error codes too.
  const expressions = {
    resolveExpression: (text) => {
      if (!formal.includes(text)) return text;
      // By the standard a loop goes on as long as its condition holds; here it ends as soon as it does.
      return loops.includes(text) ? data.evaluate(text) !== true : data.evaluate(text);
    },
    isExpression: (text) => formal.includes(text),
    hasExpression: (text) => formal.includes(text),
  };
  return { scripts, expressions };
}

/** The process that begins. By itself the engine begins each one that is executable, those that are called too. */
let begun;
const { run } = Definition.prototype;
Definition.prototype.run = function runOne() {
  return run.call(this, { processId: begun });
};

async function play({ text, formal, loops, process: processId, nodes, begins, values, stimuli, entries }) {
  setClock(begins);
  const data = new Case(values);
  const clock = new Clock();
  const { scripts, expressions } = hooks(data, formal, loops);
  const course = { done: [], flows: [], left: [] };
  const waiting = [];
  const listener = new EventEmitter();
  const count = (activity) => course.done.filter((it) => it === activity).length;
  listener.on("activity.start", ({ id: activity }) => {
    for (const [path, value] of entries[activity]?.shift() ?? []) data.put(path, value);
  });
  listener.on("activity.wait", (api) => waiting.push({ id: api.id, isGone: false, done: () => api.signal(), api }));
  // An end event that throws an error is reached; it ends with what it stops, or not at all.
  const thrown = new Set();
  listener.on("activity.throw", ({ id: activity, executionId }) => {
    if (nodes[activity] !== "endEvent") return;
    thrown.add(executionId);
    course.done.push(activity);
  });
  listener.on("activity.end", ({ id: activity, executionId }) => {
    if (!thrown.delete(executionId)) course.done.push(activity);
  });
  listener.on("activity.leave", ({ id: activity }) => waiting.filter((it) => it.id === activity && !it.isRun).forEach((it) => (it.isGone = true)));
  listener.on("flow.take", ({ id: flow }) => course.flows.push(flow));
  const service = (activity) => {
    if (!["bpmn:ServiceTask", "bpmn:BusinessRuleTask", "bpmn:SendTask"].includes(activity.type)) return;
    activity.behaviour.Service = function Service() {
      return { execute: (_message, done) => waiting.push({ id: activity.id, isGone: false, done: (fault) => done(fault) }) };
    };
  };
  const engine = new Engine({ source: text, timers: clock, scripts, expressions, extensions: { service } });
  let isEnded = false;
  let fault = null;
  engine.on("end", () => (isEnded = true));
  engine.on("error", (error) => (fault ??= error));
  begun = processId;
  const { definitions: [definition] } = await engine.execute({ listener });
  const happened = {};
  for (const stimulus of stimuli) {
    if (fault) break;
    if (stimulus.do === "clock") {
      clock.goTo(stimulus.at);
      continue;
    }
    happened[stimulus.id] = (happened[stimulus.id] ?? 0) + 1;
    const it = waiting.find((it) => it.id === stimulus.id && !it.isGone);
    if (!it) {
      // An event that the procedure itself has caused, or a task that nobody has to do.
      if ((stimulus.do === "trigger" || stimulus.may_be_done) && count(stimulus.id) >= happened[stimulus.id]) continue;
      throw new Error(`nothing waits at ${stimulus.id}`);
    }
    it.isGone = true;
    for (const [path, value] of stimulus.values ?? []) data.put(path, value);
    it.done(stimulus.do === "fail" ? Object.assign(new Error(stimulus.code), { code: stimulus.code }) : undefined);
  }
  if (fault) throw fault;
  if (!isEnded) course.left = definition.getPostponed().map((it) => it.id);
  return { ...course, isEnded, ...data.values() };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = await play(JSON.parse(line));
  } catch (fault) {
    answer = { fault: String(fault?.message ?? fault) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
process.exit(0);
