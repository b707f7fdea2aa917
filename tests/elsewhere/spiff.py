"""Procedures in SpiffWorkflow, as they were exported: what a test case does is done to the engine, and its course is told."""

import datetime
import json
import re
import subprocess

from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser, BpmnValidator, full_tag
from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.specs.control import BoundaryEventSplit
from SpiffWorkflow.bpmn.specs.defaults import ServiceTask
from SpiffWorkflow.bpmn.specs.event_definitions import timer
from SpiffWorkflow.bpmn.specs.event_definitions.item_aware_event import ErrorEventDefinition
from SpiffWorkflow.bpmn.specs.mixins.events.intermediate_event import BoundaryEvent, EventBasedGateway
from SpiffWorkflow.bpmn.util import BpmnEvent
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState


# What the engine says of constructs that it does not know.
LACKS = {
    "Multiple outgoing flows are not supported": "it has no several ways out of a step",
    "Exactly one start event is required in a SubWorkflow": "it wants one start event in each sub-process",
    "SubWorkflow Must contain an End": "it wants an end event in each sub-process",
    "No start event found": "it wants a start event in each process",
    "Data Store with name": "it has no data stores",
    "A data object could not be set": "it wants the value of a data object among its own data",
    "No output task connected": "it wants an end event at the end of each way",
}


class Clock(datetime.datetime):
    """The clock of the case, for the engine's timers."""

    at = None

    @classmethod
    def now(cls, tz=None):
        return cls.at

    @classmethod
    def begin(cls, at):
        cls.at, cls.moves = local(at), 0

    @classmethod
    def go_to(cls, at):
        # A timer fires strictly after its time: each move of the clock goes a second further than the one before.
        cls.moves += 1
        cls.at = local(at) + datetime.timedelta(seconds=cls.moves)


timer.datetime = Clock


def local(text):
    return Clock.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)


class Case:
    """The data of a case and FEEL on them, in a process of node (case.mjs)."""

    def __init__(self, work):
        self.node = subprocess.Popen(["node", "case.mjs"], cwd=work, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, do, **said):
        self.node.stdin.write(json.dumps({"do": do, **said}) + "\n")
        self.node.stdin.flush()
        answer = json.loads(self.node.stdout.readline())
        if "fault" in answer:
            raise RuntimeError(answer["fault"])
        return answer["value"]

    def close(self):
        self.node.stdin.close()
        self.node.wait()


class Feel(PythonScriptEngine):
    """The hook for scripts and expressions; the engine does not say in which language they are."""

    def __init__(self, case, formal):
        super().__init__()
        self.case, self.formal = case, formal

    def evaluate(self, task, expression, external_context=None):
        return self.case("evaluate", text=expression) if expression in self.formal else expression

    def execute(self, task, script, external_context=None):
        self.case("script", text=script or "")
        return True


class Parser(BpmnParser):
    """Decisions and messages sent are answered like services: so the test case does it."""

    OVERRIDE_PARSER_CLASSES = {full_tag(tag): (TaskParser, ServiceTask) for tag in ("businessRuleTask", "sendTask")}


class Course:
    """A case in the engine."""

    def __init__(self, job, case):
        self.job, self.case, self.done = job, case, []
        self.entries = {key: list(all) for key, all in job["entries"].items()}
        Clock.begin(job["begins"])
        case("begin", at=job["begins"], values=job["values"])
        parser = Parser(validator=BpmnValidator())
        parser.add_bpmn_xml(etree.fromstring(job["text"].encode()))
        specs = parser.get_subprocess_specs(job["process"])
        self.workflow = BpmnWorkflow(parser.get_spec(job["process"]), specs, script_engine=Feel(case, job["formal"]))

    def go_on(self):
        """Whatever goes on by itself."""
        for _ in range(10_000):
            before = len(self.done)
            self.workflow.refresh_timers()
            self.workflow.do_engine_steps(self.is_begun, self.is_done)
            if len(self.done) == before:
                return
        raise RuntimeError("goes on for ever")

    def is_begun(self, task):
        entries = self.entries.get(task.task_spec.bpmn_id)
        self.put({"values": entries.pop(0)} if entries else {})

    def is_done(self, task):
        spec = task.task_spec
        # A repeated step has a second one inside for each time.
        is_node = spec.bpmn_id in self.job["nodes"] and not spec.name.endswith("[child]")
        if task.state == TaskState.COMPLETED and is_node and not is_interrupted(task):
            self.done.append(spec.bpmn_id)

    def waiting(self, node):
        """What waits at a node, the oldest first: a step of somebody, a service without an answer, an event."""
        states = TaskState.READY | TaskState.STARTED | TaskState.WAITING
        tasks = [task for task in self.workflow.get_tasks() if task.has_state(states) and task.task_spec.bpmn_id == node]
        leaves = [task for task in tasks if not any(child.task_spec.name.endswith("[child]") for child in task.children)]
        return leaves

    def event(self, node):
        """The event for which a node, or a gateway before it, waits."""
        for task in self.waiting(node):
            return task.task_spec.event_definition
        for gateway in self.workflow.get_tasks(state=TaskState.WAITING):
            if isinstance(gateway.task_spec, EventBasedGateway):
                for place, output in enumerate(gateway.task_spec.outputs):
                    if output.bpmn_id == node:
                        return gateway.task_spec.event_definition.event_definitions[place]
        return None

    def do(self, stimulus, times):
        if stimulus["do"] == "clock":
            Clock.go_to(stimulus["at"])
            self.case("clock", at=stimulus["at"])
            return
        node = stimulus["id"]
        if stimulus["do"] == "trigger":
            event = self.event(node)
            if event is None:
                # An event that the procedure itself has caused.
                if self.done.count(node) < times:
                    raise RuntimeError(f"nothing waits at {node}")
                return
            self.put(stimulus)
            self.workflow.catch(BpmnEvent(event, payload={}))
            return
        waiting = self.waiting(node)
        if not waiting and stimulus.get("may_be_done") and self.done.count(node) >= times:
            return
        if not waiting:
            raise RuntimeError(f"nothing waits at {node}")
        task = waiting[0]
        if stimulus["do"] == "fail":
            error = ErrorEventDefinition(stimulus["code"], stimulus["code"])
            self.workflow.catch(BpmnEvent(error, payload={}, target=task.workflow))
            return
        self.put(stimulus)
        self.is_begun(task)
        if task.state == TaskState.STARTED:
            task.complete()
        else:
            task.run()
        self.is_done(task)

    def put(self, stimulus):
        for path, value in stimulus.get("values", []):
            self.case("put", path=path, value=value)

    def run(self):
        self.go_on()
        times = {}
        for stimulus in self.job["stimuli"]:
            node = stimulus.get("id")
            times[node] = times.get(node, 0) + 1
            self.do(stimulus, times[node])
            self.go_on()
        open_states = TaskState.READY | TaskState.STARTED | TaskState.WAITING
        left = [task.task_spec.bpmn_id for task in self.workflow.get_tasks() if task.has_state(open_states) and task.task_spec.bpmn_id]
        return {"done": self.done, "isEnded": self.workflow.is_completed(), "left": left, **self.case("values")}


def is_interrupted(task):
    """Whether an event at the border of a step has ended it: the engine calls a sub-process completed even so."""
    beside = task.parent.children if isinstance(task.parent.task_spec, BoundaryEventSplit) else []
    events = [it for it in beside if it is not task and isinstance(it.task_spec, BoundaryEvent) and it.task_spec.cancel_activity]
    is_event = isinstance(task.task_spec, BoundaryEvent)
    return not is_event and any(it.has_state(TaskState.READY | TaskState.COMPLETED) for it in events)


def run(job, case):
    """The course of a case; a fault of the engine is told as `fault`."""
    try:
        return Course(job, case).run()
    except TimeoutError:
        raise
    except Exception as fault:  # the engine's own, whatever it is
        lack = next((why for said, why in LACKS.items() if said in str(fault)), None)
        if lack:
            return {"lack": lack}
        return {"fault": re.sub(r"\s+", " ", f"{type(fault).__name__}: {fault}")[:300]}
