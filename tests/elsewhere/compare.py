"""Exports procedures, runs them in both engines with the values of their test cases, and compares the steps that were done."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent))
import spiff  # noqa: E402
from feel import Unknown, translate  # noqa: E402

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
OWN = "{urn:dienstweg:bpmn:1}"
# Whatever waits for time or for others: the engines have clocks and correlations of their own.
WAITS = {"event_happened", "timer_armed", "error_thrown", "escalation_thrown", "signal_sent"}
NODES = ("task userTask manualTask serviceTask scriptTask businessRuleTask sendTask receiveTask startEvent endEvent intermediateThrowEvent "
         "exclusiveGateway parallelGateway inclusiveGateway subProcess callActivity").split()


def studio(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120)
    return json.loads(done.stdout) if done.stdout.strip().startswith("{") else {}


def dialect(source, language):
    """The exported file with its expressions in the language of the engine; data associations are left out, for the case holds the data."""
    tree = ElementTree.parse(source)
    for parent in tree.iter():
        for child in list(parent):
            if child.tag in (BPMN + "dataInputAssociation", BPMN + "dataOutputAssociation", BPMN + "property", BPMN + "extensionElements"):
                parent.remove(child)
    for element in tree.iter():
        # Neither engine has decision tables: what one decides is given like the answer of a service.
        if element.tag in (BPMN + "businessRuleTask", BPMN + "sendTask"):
            element.tag = BPMN + "serviceTask"
            element.attrib.pop("messageRef", None)
        if element.tag in (BPMN + "conditionExpression", BPMN + "loopCondition", BPMN + "completionCondition"):
            text = translate(element.text or "", language)
            element.text = text if language == "python" else f"const {{ at, choose }} = this.environment.services.words(this.environment); next(null, {text});"
            element.attrib.pop("language", None)
            if language == "javascript":
                element.set("language", "javascript")
        if element.tag == BPMN + "scriptTask":
            script = element.find(BPMN + "script")
            if script is None:
                script = ElementTree.SubElement(element, BPMN + "script")
            lines = [line.split(" = ", 1) for line in (script.text or "").splitlines() if " = " in line]
            sets = [f'put("{target}", {translate(value, language)})' for target, value in lines]
            if language == "python":
                script.text = "\n".join(sets) or "pass"
            else:
                script.text = "const { at, choose, put } = this.environment.services.words(this.environment); " + "; ".join(sets) + "; next();"
                element.set("scriptFormat", "javascript")
        if language == "javascript" and element.tag == BPMN + "serviceTask":
            element.set("implementation", "${environment.services.serve}")
    return ElementTree.tostring(tree.getroot(), encoding="unicode")


def cases(program, model):
    """What each test case does: its name, the steps done, and the values that each step sets, in order."""
    if model.suffix == ".bpmn":
        for amount in (20, 77, 120):
            answer = studio(program, "simulate", str(model), "--set", f"vorgang.betrag={amount}", "--trace", "--json")
            yield f"betrag={amount}", answer.get("executed", []), {"antragAusfuellen": [[("vorgang.betrag", amount)]]}, set()
        return
    for case in studio(program, "simulate", str(model), "--trace", "--json").get("cases", []):
        waits = {event["event"] for event in case.get("trace", [])} & WAITS
        values = {}
        for event in case.get("trace", []):
            if event["event"] == "entered":
                values.setdefault(event["key"], []).append([])
            if event["event"] == "value_set":
                values.setdefault(event["key"], [[]])[-1].append((event["path"], event["value"]))
        yield case["name"], case.get("executed", []), values, waits


def main(program, top, work):
    compared = skipped = failed = 0
    models = sorted(Path(top, "sample-models").glob("*.dienstweg.ron")) + sorted(Path(top, "tests/elsewhere/models").glob("*.bpmn"))
    for model in models:
        exported = Path(work, model.name + ".bpmn")
        source = Path(work, "model.dienstweg.ron") if model.suffix == ".bpmn" else model
        if source != model:
            studio(program, "import", str(model), "--out", str(source), "--json")
        studio(program, "export", str(source), "--to", "bpmn", "--out", str(exported), "--json")
        try:
            dialects = {language: dialect(exported, language) for language in ("python", "javascript")}
        except Unknown as unknown:
            print(f"elsewhere: {model.name}: SKIPPED, the engines cannot evaluate {unknown}")
            skipped += 1
            continue
        nodes = {}
        for element in ElementTree.parse(exported).iter():
            if element.tag.removeprefix(BPMN) in NODES:
                nodes[element.get("id")] = element.get(OWN + "key") or element.get("id")
        main_process = next(p.get("id") for p in ElementTree.parse(exported).iter(BPMN + "process"))
        for name, executed, values, waits in cases(program, model):
            if next(ElementTree.parse(exported).iter(BPMN + "boundaryEvent"), None) is not None:
                waits = waits | {"boundary events"}
            if waits:
                print(f"elsewhere: {model.name}: {name}: SKIPPED, it waits ({', '.join(sorted(waits))})")
                skipped += 1
                continue
            wanted = Counter(key for key in executed if key in nodes.values())
            for engine, run in (("SpiffWorkflow", spiff.run), ("bpmn-engine", javascript(work))):
                language = "python" if engine == "SpiffWorkflow" else "javascript"
                try:
                    done = Counter(nodes[node] for node in run(dialects[language], main_process, values, nodes) if node in nodes)
                except Exception as error:  # the engine's own, whatever it is
                    print(f"elsewhere: {model.name}: {name}: {engine}: FAILED, {type(error).__name__}: {error}")
                    failed += 1
                    continue
                if done == wanted:
                    compared += 1
                    print(f"elsewhere: {model.name}: {name}: {engine}: the same {sum(done.values())} steps")
                else:
                    failed += 1
                    print(f"elsewhere: {model.name}: {name}: {engine}: FAILED, missing {dict(wanted - done)}, too many {dict(done - wanted)}")
    print(f"{compared} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not compared else 0


def javascript(work):
    def run(text, process, values, nodes):
        given = json.dumps({"text": text, "process": process, "values": values, "keys": nodes})
        done = subprocess.run(["node", "engine.mjs"], cwd=work, input=given, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise RuntimeError(" ".join(done.stderr.split())[:300] or "no answer")
        return json.loads(done.stdout)
    return run


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
