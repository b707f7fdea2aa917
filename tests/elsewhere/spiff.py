"""A procedure in SpiffWorkflow: steps of persons and services set the values that the test case gives them."""

import io

from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState


def words(case):
    def at(*parts):
        here = case
        for part in parts:
            here = here.get(part) if isinstance(here, dict) else None
        return here

    def put(path, value):
        *outer, last = path.split(".")
        here = case
        for part in outer:
            here = here.setdefault(part, {})
        here[last] = value

    return {"at": at, "put": put, "choose": lambda condition, then, otherwise: then if condition else otherwise}


def run(text, process, values, keys):
    """The ids of all nodes that were done."""
    case, left = {}, {key: [list(sets) for sets in all] for key, all in values.items()}
    engine = PythonScriptEngine(environment=TaskDataEnvironment(words(case)))
    parser = BpmnParser()
    parser.add_bpmn_xml(etree.fromstring(text.encode()))
    specs = parser.get_subprocess_specs(process)
    workflow = BpmnWorkflow(parser.get_spec(process), specs, script_engine=engine)
    put = words(case)["put"]
    for _ in range(1000):
        ready = [task for task in workflow.get_tasks(state=TaskState.READY)]
        if not ready:
            break
        task = ready[0]
        key = keys.get(task.task_spec.bpmn_id)
        is_script = type(task.task_spec).__name__ == "ScriptTask"
        if key and not is_script and left.get(key):
            for path, value in left[key].pop(0):
                put(path, value)
        task.run()
        if task.state == TaskState.STARTED:  # a service, which has answered
            task.complete()
        workflow.refresh_waiting_tasks()
    if not workflow.is_completed():
        waiting = {task.task_spec.bpmn_id for task in workflow.get_tasks(state=TaskState.WAITING)}
        raise RuntimeError(f"not at its end, waiting at {waiting}")
    return [task.task_spec.bpmn_id for task in workflow.get_tasks(state=TaskState.COMPLETED) if task.task_spec.bpmn_id]
