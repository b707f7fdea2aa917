"""Exports procedures, runs them in two other engines with what their test cases do, and compares the courses with that of the simulator:
the steps done, their order as far as one led to the other, the connections taken (bpmn-engine tells them), whether it ended, and the data
at the end, of which scripts have computed some. The files run as they were exported; FEEL in them is computed by feelin."""

import json
import math
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import spiff  # noqa: E402
from studio import BPMN, EVENTS, OWN, File, Order, Studio, cases_into, job, without_source  # noqa: E402

ENGINES = ("SpiffWorkflow", "bpmn-engine")
# Models which an engine plays otherwise than the standard says, and how.
DEVIATIONS = json.loads(Path(__file__).with_name("deviations.json").read_text(encoding="utf-8"))
# So many courses are compared at least: else something has fallen out of the comparison without a word.
AT_LEAST = 510


# A loop whose greatest number is -1 and events that happen again and again: the search for test cases takes too long.
ENDLESS = ("LoopTask_NegativeLoopMaximum", "events")
# Faults that must be found: a condition, a script that decides the way, one that only computes, a deadline, an error's code.
PLANTED = (
    ("hundesteuer", '>pruefung.ergebnis = "fehlt"<', '>pruefung.ergebnis != "fehlt"<'),
    ("hundesteuer", "bescheid.befreit = true</", "bescheid.befreit = null</"),
    ("gewerbeanzeige", '"GA-2026-00042"</', '"GA-2026-00043"</'),
    ("gewerbeanzeige", ">P14D<", ">P60D<"),
    ("bewohnerparkausweis", 'errorCode="zahlungFehlgeschlagen"', 'errorCode="anders"'),
)
# Seconds for one course.
LONGEST = 20


def too_long(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, too_long)


class BpmnEngine:
    """bpmn-engine in a process of node (engine.mjs)."""

    def __init__(self, work):
        self.node = subprocess.Popen(["node", "engine.mjs"], cwd=work, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, job):
        self.node.stdin.write(json.dumps(job) + "\n")
        self.node.stdin.flush()
        return json.loads(self.node.stdout.readline() or '{"fault": "no answer"}')


def hindrances(file, case):
    """Why a case cannot be played in another engine as it was in the studio."""
    happened = {event["event"] for event in case["trace"]}
    if any(event.get("why") == "by_hand" for event in case["trace"]):
        yield "a way was chosen by hand, for the file has no expression for it"
    if "stuck" in happened or len(case["trace"]) > 100_000:
        yield "it has no end in the studio either, for the file says something impossible"
    if any((flow.findtext(BPMN + "conditionExpression") or "").startswith("${") for flow in file.root.iter(BPMN + "sequenceFlow")):
        yield "its conditions are in JUEL, as the file has them"
    if any(element.get(OWN + "workingDays") for element in file.root.iter()):
        yield "a deadline in working days, for which the standard has no words"


def lacks(engine, name, file, order, idle):
    """What an engine does not know or does otherwise than the standard says, where the case goes through it: if then its course is another,
    that is no fault of the file."""
    spiff = engine == "SpiffWorkflow"
    ended, hosts, full = set(order.done), set(file.hosts.values()), set(file.parents.values())
    arrivals = Counter(file.flows[flow][1] for flow in order.flows)
    if len({file.process_of[node] for node in ended} - file.called) > 1:
        yield "a message goes from one process to another, here one process is begun"
    if spiff and any(file.has(node, "signalEventDefinition") for node in ended if file.nodes[node] == "endEvent"):
        yield "it has no end events that send signals"
    if spiff and any(file.has(node, "conditionalEventDefinition") for node in ended if file.nodes[node] == "startEvent"):
        yield "it begins only when the condition of the start event holds"
    if spiff and any(file.has(node, "timeCycle") for node in ended if file.nodes[node] in EVENTS):
        yield "it does not tell how often a recurring timer happens"
    if not spiff and any(kind == "inclusiveGateway" and arrivals[node] > order.done.count(node) for node, kind in file.nodes.items()):
        yield "its inclusive gateway does not wait for the other ways"
    if not spiff and any(kind == "task" or kind == "subProcess" and host not in full for host, kind in file.nodes.items() if host in hosts):
        yield "a task of no kind and an empty sub-process go on by themselves, so that nothing can happen at their borders"
    if not spiff and any(file.is_repeated(node) for node in ended & set(idle)):
        yield "it stands still at a loop that is not done at all"
    if not spiff and any(end not in file.nodes for ends in file.messages for end in ends):
        yield "it knows no messages of a pool without a process"
    if not spiff and any(source in ended and target in file.nodes for source, target in file.messages):
        yield "a message flow begins the process of the other pool once more"
    if not spiff and any(file.nodes[file.flows[flow][0]] == "parallelGateway" for flow in file.conditional & set(order.flows)):
        yield "it heeds conditions behind a parallel gateway; by the standard they mean nothing there"
    if name in DEVIATIONS[engine]:
        yield DEVIATIONS[engine][name]


def flat(values, path=""):
    if isinstance(values, dict):
        for name, value in values.items():
            yield from flat(value, f"{path}.{name}" if path else name)
    elif values is not None and values != []:
        yield path, values


def is_same(one, other):
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return dict(flat(one)) == dict(flat(other))
    numbers = [value for value in (one, other) if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return math.isclose(*numbers, rel_tol=1e-12) if len(numbers) == 2 else type(one) is type(other) and one == other


def differences(file, case, order, answer):
    """How the course in an engine differs from that in the studio."""
    if "fault" in answer or "lack" in answer:
        yield answer.get("fault") or answer["lack"]
        return
    wanted, found = (Counter(node for node in done if node not in file.untold) for done in (order.done, answer["done"]))
    if wanted != found:
        yield f"steps missing {dict(wanted - found)}, too many {dict(found - wanted)}"
    else:
        yield from order.faults(answer["done"])
    taken = Counter(flow for flow in answer.get("flows", order.flows) if file.flows[flow][0] not in order.gateways)
    if taken != Counter(order.flows):
        yield f"connections missing {dict(Counter(order.flows) - taken)}, too many {dict(taken - Counter(order.flows))}"
    is_ended = any(event["event"] == "case_ended" for event in case["trace"])
    if is_ended != answer["isEnded"]:
        yield f"{'not ' if is_ended else ''}at its end, open: {answer['left']}"
    ours, theirs = dict(flat(case["values"])), dict(flat(answer["values"]))
    for path in sorted(ours.keys() | theirs.keys()):
        if not is_same(ours.get(path), theirs.get(path)):
            yield f"{path} is {theirs.get(path)!r} and not {ours.get(path)!r}"


class Comparison:
    def __init__(self, program, work):
        self.studio, self.work = Studio(program), work
        self.case, self.engine = spiff.Case(work), BpmnEngine(work)
        self.table, self.failed, self.skipped, self.deviated = [], 0, Counter(), set()

    def run(self, engine, given):
        """The course of a case in an engine; one that goes round for ever is stopped, with what it runs in."""
        signal.alarm(LONGEST)
        try:
            return spiff.run(given, self.case) if engine == "SpiffWorkflow" else self.engine.run(given)
        except TimeoutError:
            self.case.node.kill()
            self.engine.node.kill()
            self.case, self.engine = spiff.Case(self.work), BpmnEngine(self.work)
            return {"fault": f"no end within {LONGEST} s"}
        finally:
            signal.alarm(0)

    def model(self, name, model, way):
        """One model with all its test cases and those that the studio proposes, as it is exported."""
        exported = self.work / f"{name}.{way}.bpmn"
        self.studio("export", model, "--to", "bpmn", "--out", exported)
        file = File(exported)
        proposed = self.studio("propose", model, "--trace")["processes"]
        first = next(iter(file.processes))
        cases = [(first, case) for case in self.studio("simulate", model, "--trace")["cases"]] if way != "proposed" else []
        cases += [(process["key"], case) for process in proposed for case in process.get("cases", [])]
        counts = Counter()
        for process, case in cases:
            if not case["passed"]:
                self.fail(f"{name}: {case['name']}: the studio itself says {case.get('difference')}")
                continue
            given, order = job(file, case, process), Order(file, case)
            runs = {event["key"] for event in case["trace"] if event["event"] == "run_began"}
            idle = [file.ids[key] for key in file.ids.keys() - runs]
            for engine in ENGINES:
                reasons, found = list(hindrances(file, case))[:1], []
                if not reasons:
                    answer = self.run(engine, given)
                    found = list(differences(file, case, order, answer))
                    reasons = [answer["lack"]] if "lack" in answer else list(lacks(engine, name, file, order, idle)) if found else []
                    self.deviated.update([(engine, name)] if found else [])
                if reasons:
                    counts[engine + " skipped"] += 1
                    self.skipped[engine] += 1
                    print(f"elsewhere: {name} ({way}): {case['name']}: {engine}: SKIPPED, {'; '.join(reasons)}")
                    continue
                if found:
                    self.fail(f"{name} ({way}): {case['name']}: {engine}: FAILED, {'; '.join(found)}")
                else:
                    counts[engine] += 1
        self.table.append((name, way, len(cases), counts))

    def fail(self, sentence):
        self.failed += 1
        print(f"elsewhere: {sentence}")

    def samples(self, folder):
        for model in sorted(folder.glob("*.dienstweg.ron")):
            self.model(model.name.removesuffix(".dienstweg.ron"), model, "anew")

    def own(self, folder):
        """Files as another tool would write them: in their kept source, and written anew."""
        for source in sorted(folder.glob("*.bpmn")):
            kept, anew = (self.work / f"{source.stem}.{way}.dienstweg.ron" for way in ("kept", "anew"))
            self.studio("import", source, "--out", kept)
            cases_into(kept, json.loads(source.with_suffix(".json").read_text(encoding="utf-8")))
            without_source(kept, anew)
            self.model(source.stem, kept, "kept")
            self.model(source.stem, anew, "anew")

    def public(self, folder):
        """Files of others, written anew, with the test cases that the studio proposes."""
        sources = folder.glob("*.xml" if folder.name == "civento" else "**/*.bpmn")
        for source in sorted(it for it in sources if it.stem not in ENDLESS):
            anew = self.work / f"{source.stem}.dienstweg.ron"
            self.studio("import", source, "--out", anew)
            without_source(anew, anew)
            self.model(source.stem, anew, "proposed")

    def planted(self, model, old, new):
        """A fault planted into an exported file is found in both engines; so is an answer whose steps are in another order."""
        exported = self.work / "planted.bpmn"
        self.studio("export", model, "--to", "bpmn", "--out", exported)
        file = File(exported)
        assert file.text.count(old) == 1, old
        cases = self.studio("simulate", model, "--trace")["cases"]
        for engine in ENGINES:
            found = []
            for case in cases:
                given, order = job(file, case, next(iter(file.processes))), Order(file, case)
                answer = self.run(engine, given)
                turned = {**answer, "done": answer["done"][::-1]}
                if not list(differences(file, case, order, turned)):
                    self.fail(f"{engine}: FAILED, it does not find that the steps of {case['name']} are in another order")
                found += differences(file, case, order, self.run(engine, {**given, "text": file.text.replace(old, new)}))
            if not found:
                self.fail(f"{engine}: FAILED, it does not find that {old} became {new}")

    def told(self):
        for engine, models in DEVIATIONS.items():
            for name in models.keys() - {name for by, name in self.deviated if by == engine}:
                self.fail(f"{name}: {engine}: FAILED, it no longer deviates: {models[name]}")
        print(f"{'model':<38}{'way':<10}{'cases':>5}  " + "".join(f"{engine:>16}" for engine in ENGINES))
        for name, way, cases, counts in self.table:
            cells = (f"{counts[engine]}" + (f" ({counts[engine + ' skipped']} skipped)" if counts[engine + " skipped"] else "") for engine in ENGINES)
            print(f"{name[:36]:<38}{way:<10}{cases:>5}  " + "".join(f"{cell:>16}" for cell in cells))
        compared = sum(counts[engine] for *_, counts in self.table for engine in ENGINES)
        skipped = sum(self.skipped.values())
        print(f"elsewhere: {compared} courses compared (at least {AT_LEAST}), {self.failed} failed, {skipped} skipped")
        return 0 if not self.failed and compared >= AT_LEAST else 1


def main(program, top, work):
    comparison = Comparison(program, Path(work))
    comparison.samples(Path(top, "sample-models"))
    comparison.own(Path(top, "tests/elsewhere/models"))
    for folder in ("miwg", "fim", "ozg-hub", "civento", "bpmn", "control-flow"):
        comparison.public(Path(top, "tests/data", folder))
    for model, old, new in PLANTED:
        comparison.planted(Path(top, "sample-models", f"{model}.dienstweg.ron"), old, new)
    return comparison.told()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
