"""The studio's side: what a test case does to a procedure, and which steps must have been done before which."""

import json
import re
import subprocess
from xml.etree import ElementTree

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
OWN = "{urn:dienstweg:bpmn:1}"
FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/"
# Somebody or something outside of the procedure does these.
DONE_OUTSIDE = ("userTask", "manualTask", "serviceTask", "businessRuleTask", "sendTask", "receiveTask")
EVENTS = ("intermediateCatchEvent", "boundaryEvent")
NODES = DONE_OUTSIDE + EVENTS + (
    "task", "scriptTask", "callActivity", "subProcess", "startEvent", "endEvent", "intermediateThrowEvent", "exclusiveGateway",
    "inclusiveGateway", "parallelGateway", "eventBasedGateway")
# An end event that throws is reached, even if that stops all around it.
THROWN = ("error_thrown", "escalation_thrown", "signal_sent")
FROM_OUTSIDE = ("messageEventDefinition", "signalEventDefinition", "conditionalEventDefinition")


class Studio:
    """The program, by its command line."""

    def __init__(self, program):
        self.program = program

    def __call__(self, *arguments):
        done = subprocess.run([self.program, *map(str, arguments), "--json", "--lang", "en"], capture_output=True, text=True, timeout=120)
        if not done.stdout.strip().startswith("{"):
            raise RuntimeError(f"{' '.join(map(str, arguments))}: {done.stderr or done.stdout}")
        return json.loads(done.stdout)


class File:
    """An exported file: what stands in it, by the ids of the file and the keys of the model."""

    def __init__(self, path):
        self.text = path.read_text(encoding="utf-8")
        self.root = ElementTree.fromstring(self.text)
        self.processes = {process.get(OWN + "key") or process.get("id"): process.get("id") for process in self.root.iter(BPMN + "process")}
        self.elements, self.parents, self.ids, self.flow_ids, self.process_of = {}, {}, {}, {}, {}
        for process in self.root.iter(BPMN + "process"):
            self.process_of.update({element.get("id"): process.get("id") for element in process.iter()})
        for parent in self.root.iter():
            for element in parent:
                own, kind = element.get("id"), element.tag.removeprefix(BPMN)
                if kind in NODES:
                    self.ids[element.get(OWN + "key") or own] = own
                    self.elements[own] = element
                    self.parents[own] = parent.get("id") if parent.tag == BPMN + "subProcess" else None
                elif kind == "sequenceFlow":
                    self.flow_ids[element.get(OWN + "key") or own] = own
        self.nodes = {node: element.tag.removeprefix(BPMN) for node, element in self.elements.items()}
        self.flows = {flow.get("id"): (flow.get("sourceRef"), flow.get("targetRef")) for flow in self.root.iter(BPMN + "sequenceFlow")}
        self.hosts = {event.get("id"): event.get("attachedToRef") for event in self.root.iter(BPMN + "boundaryEvent")}
        self.called = {call.get("calledElement") for call in self.root.iter(BPMN + "callActivity")}
        # The studio tells of what is in them, not of themselves.
        self.untold = {node for node, element in self.elements.items() if element.get("triggeredByEvent") == "true"}
        self.loops = sorted({condition.text for condition in self.root.iter(BPMN + "loopCondition")})
        self.formal = sorted({element.text for element in self.root.iter() if element.get("language") == FEEL})

        self.messages = [(flow.get("sourceRef"), flow.get("targetRef")) for flow in self.root.iter(BPMN + "messageFlow")]
        conditional = (flow for flow in self.root.iter(BPMN + "sequenceFlow") if flow.find(BPMN + "conditionExpression") is not None)
        self.conditional = {flow.get("id") for flow in conditional}

    def has(self, node, definition):
        return self.elements[node].find(f".//{BPMN}{definition}") is not None

    def is_repeated(self, node):
        return any(child.tag.endswith("LoopCharacteristics") for child in self.elements[node])

    def is_from_outside(self, node):
        return self.nodes[node] in (*EVENTS, "startEvent") and any(self.has(node, definition) for definition in FROM_OUTSIDE)


def job(file, case, process):
    """What an engine gets: the file, the process that begins, the data before the case, and what is done to it, in order."""
    trace = case["trace"]
    entries, stimuli, values = {}, [], {}
    clock = trace[0]["at"]
    for event in trace:
        if event["at"] != clock:
            clock = event["at"]
            stimuli.append({"do": "clock", "at": clock})
        node, what = file.ids.get(event["key"]), event["event"]
        if node is None:
            continue
        kind = file.nodes[node]
        if what == "value_set":
            if kind != "scriptTask":
                values.setdefault(node, []).append((event["path"], event["value"]))
            continue
        is_done = what == "run_ended" or what == "left" and not file.is_repeated(node)
        if what == "entered" and kind == "startEvent" and not stimuli and file.is_from_outside(node):
            stimuli.append({"do": "trigger", "id": node})
        elif what == "event_happened" and file.is_from_outside(node):
            stimuli.append({"do": "trigger", "id": node, "values": values.pop(node, [])})
        elif what == "error_thrown" and kind in DONE_OUTSIDE:
            stimuli.append({"do": "fail", "id": node, "code": event["code"]})
        elif is_done and kind in DONE_OUTSIDE:
            stimuli.append({"do": "complete", "id": node, "values": values.pop(node, [])})
        elif what == "left":
            # A task of no kind goes on by itself in one engine and waits in the other.
            stimuli += [{"do": "complete", "id": node, "may_be_done": True}] if kind == "task" else []
            entries.setdefault(node, []).append(values.pop(node, []))
    return {
        "text": file.text, "formal": file.formal, "loops": file.loops, "process": file.processes[process], "nodes": file.nodes, "begins": trace[0]["at"],
        "values": blank(case["values"]), "entries": {node: all for node, all in entries.items() if any(all)}, "stimuli": stimuli,
    }


def blank(values):
    """The data before a case, by those at its end: the settings, and lists, which are empty and not null."""
    def lists(values):
        found = {name: [] if isinstance(value, list) else lists(value) for name, value in values.items() if isinstance(value, (list, dict))}
        return {name: value for name, value in found.items() if value != {}}

    return {name: value if name == "einstellungen" else lists(value) for name, value in values.items() if isinstance(value, dict)}


class Order:
    """The steps that were done, each with all that had to be done before it: tokens went from one to the other. What different tokens did
    beside each other has no order. An event-based gateway has none either: engines leave it when it is reached, or when its event has come."""

    def __init__(self, file, case):
        self.done, self.before, self.flows = [], {}, []
        self.gateways = {node for node, kind in file.nodes.items() if kind == "eventBasedGateway"}
        tokens, open_, inside, self.stopped, thrown = [], {}, {}, {}, set()
        for event in case["trace"]:
            what = event["event"]
            node = file.ids.get(event["key"])
            if what == "flow_taken":
                flow = file.flow_ids[event["flow"]]
                if file.nodes[file.flows[flow][0]] != "eventBasedGateway":
                    self.flows.append(flow)
                tokens.append((flow, self.at(file.flows[flow][0])))
            elif what == "entered" and node:
                open_.setdefault(node, []).append(self.arrive(file, node, tokens, open_))
            elif what == "left" and node in thrown:
                thrown.remove(node)
            elif node and (what in ("left", "terminated") or what in THROWN and file.nodes[node] == "endEvent"):
                thrown.update([node] if what in THROWN else [])
                causes = open_[node].pop(0) if open_.get(node) else frozenset()
                self.leave(file, node, causes | inside.pop(node, frozenset()), inside)
            elif what == "cancelled" and node and open_.get(node):
                self.stopped[node] = open_[node].pop() | inside.pop(node, frozenset())

    def at(self, node):
        """What was done up to the last time that a node was left, with itself."""
        times = sum(1 for it in self.done if it == node)
        return self.before[(node, times)] | {(node, times)} if times else frozenset()

    def arrive(self, file, node, tokens, open_):
        arrived, seen = [], set()
        is_join = file.nodes[node] in ("parallelGateway", "inclusiveGateway")
        for token in tokens:
            flow, causes = token
            if file.flows[flow][1] == node and flow not in seen and (is_join or not seen):
                seen.add(flow)
                arrived.append(token)
        for token in arrived:
            tokens.remove(token)
        causes = frozenset().union(*(causes for _, causes in arrived))
        host, around = file.hosts.get(node), file.parents.get(node)
        if host:
            causes |= open_[host][-1] if open_.get(host) else self.stopped.get(host, frozenset())
        elif not arrived and around and open_.get(around):
            causes |= open_[around][-1]
        return causes

    def leave(self, file, node, causes, inside):
        self.done.append(node)
        times = self.done.count(node)
        self.before[(node, times)] = causes
        around = file.parents.get(node)
        if around:
            inside[around] = inside.get(around, frozenset()) | causes | {(node, times)}

    def faults(self, done):
        """Steps that an engine did before what must come before them."""
        seen, times = set(), {}
        for node in done:
            times[node] = times.get(node, 0) + 1
            missing = {before for before, _ in self.before.get((node, times[node]), frozenset()) - seen} - self.gateways
            if missing:
                yield f"{node} before {', '.join(sorted(missing))}"
            seen.add((node, times[node]))


def cases_into(model, cases):
    """Writes test cases into a model, their steps name nodes by key; and the fields of its data, of which a BPMN file says no kinds."""
    text = with_fields(model.read_text(encoding="utf-8"), cases["fields"])
    ids = dict((key, id) for id, key in re.findall(r'\(id: (\d+), key: "([^"]+)", name: "(?:[^"\\]|\\.)*", process:', text))
    process = re.search(r"main_process: (\d+)", text).group(1)
    next_id = int(re.search(r"next_id: (\d+)", text).group(1))
    written = []
    for number, case in enumerate(cases["cases"]):
        steps = "".join(f"                {step(ids, *it)},\n" for it in case["steps"])
        name, begins = json.dumps(case["name"], ensure_ascii=False), json.dumps(cases.get("begins", "2026-03-02T09:00:00"))
        written.append(f'            (id: {next_id + number}, name: {name}, description: "", process: {process}, begins_at: {begins}, steps: [\n{steps}            ], expectations: []),\n')
    text = text.replace("test_cases: [],", f"test_cases: [\n{''.join(written)}        ],")
    text = text.replace(f"next_id: {next_id}", f"next_id: {next_id + len(written)}")
    model.write_text(text, encoding="utf-8")


def with_fields(text, kinds):
    """A model with these fields: `object.field` to its kind; several of a list are written `["a", "b"]`."""
    next_id = int(re.search(r"next_id: (\d+)", text).group(1))
    objects, fields, lists = {}, [], []
    for path, kind in kinds.items():
        name, field = path.split(".")
        objects.setdefault(name, (next_id, []))
        next_id += 2
        if isinstance(kind, list):
            codes = "".join(f'(code: "{code}", label: "{code}", help: ""),' for code in kind)
            lists.append(f'            (id: {next_id}, key: "{field}", name: "{field}", version: "1", uri: "", entries: [{codes}]),\n')
            kind = f"MultipleChoice({next_id})"
            next_id += 1
        object_, of = objects[name]
        of.append(str(next_id))
        limits = 'min_length: None, max_length: None, minimum: "", maximum: "", pattern: "", pattern_message: "", min_items: None, max_items: None, file_kinds: [], max_file_size: None'
        fields.append(f'            (id: {next_id}, object: {object_}, key: "{field}", name: "{field}", description: "", purpose: "", kind: {kind}, constraints: ({limits}), is_personal: false, retention: None, legal_bases: [], fim_id: ""),\n')
        next_id += 1
    declared = [f'            (id: {id}, key: "{name}", name: "{name}", description: "", fields: [{", ".join(of)}], legal_bases: [], fim_id: ""),\n' for name, (id, of) in objects.items()]
    for part, lines in (("objects", declared), ("fields", fields), ("code_lists", lists)):
        text = re.sub(rf"\n        {part}: \[.*?\],\n(?=        \w)", f"\n        {part}: [\n{''.join(lines)}        ],\n", text, count=1, flags=re.S)
    return re.sub(r"next_id: \d+", f"next_id: {next_id}", text)


def step(ids, what, node=None, entries=None):
    """A step of a test case as the model's file has it."""
    if what == "wait":
        return f"Wait(duration: {json.dumps(node)})"
    node = f"node: {ids[node]}"
    if what == "silent":
        return f"Silent({node})"
    if what == "fail":
        return f"Fail({node}, nth: 0, error: {json.dumps(entries)})"
    values = "".join(f"(target: {json.dumps(path)}, value: {json.dumps(value, ensure_ascii=False)})," for path, value in (entries or {}).items())
    nth = "" if what == "start" else " nth: 0,"
    return f"{what.capitalize()}({node},{nth} entries: [{values}])"


def without_source(model, anew):
    """The same model as if it had been drawn in the studio: what it keeps of the file from which it came is gone."""
    text = model.read_text(encoding="utf-8")
    for part in ("sources", "origins"):
        text = re.sub(rf"\n        {part}: \[\n.*?\n        \],", f"\n        {part}: [],", text, flags=re.S)
    anew.write_text(text, encoding="utf-8")
