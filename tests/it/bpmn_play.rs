//! Constructs of BPMN as files write them, read and played: which nodes are executed, in which order.

use dienstweg::exchange::bpmn;
use dienstweg::model::Assignment;
use dienstweg::sim::{Ending, Program, play_alone};
use std::fmt::Write as _;
use std::sync::Arc;

/// A line each: `a > b`, `a > b [condition]`, `a > b default` are flows; all else is XML, with `s(a)` for a script task, `start(a)`, `end(a)`.
fn xml(lines: &str) -> String {
    let mut defaults = Vec::new();
    let mut body = String::new();
    for (number, line) in lines.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        if let [from, ">", to, rest @ ..] = words.as_slice() {
            let rest = rest.first().copied().unwrap_or_default();
            let condition = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or_default();
            let condition =
                if condition.is_empty() { String::new() } else { format!("<conditionExpression>{condition}</conditionExpression>") };
            let _ = write!(body, "<sequenceFlow id='f{number}' sourceRef='{from}' targetRef='{to}'>{condition}</sequenceFlow>");
            if rest == "default" {
                defaults.push((*from, format!("f{number}")));
            }
        } else if let Some((kind, ids)) = line.strip_suffix(')').and_then(|line| line.split_once('(')) {
            for id in ids.split(' ') {
                let _ = match kind {
                    "s" => write!(body, "<scriptTask id='{id}'><script>SCRIPT_{id}</script></scriptTask>"),
                    kind => write!(body, "<{kind} id='{id}'/>"),
                };
            }
        } else {
            body += line;
        }
    }
    for (from, flow) in defaults {
        body = body.replacen(&format!("id='{from}'"), &format!("id='{from}' default='{flow}'"), 1);
    }
    body
}

/// Plays `lines` as the process, beside `roots`; answers with the script tasks that were executed, sorted, and how it ended.
fn play(roots: &str, lines: &str, set: &[(&str, &str)]) -> (String, Ending) {
    let text = format!("<definitions><process id='p' isExecutable='true'>{}</process>{roots}</definitions>", xml(lines));
    let imported = bpmn::read(text.as_bytes()).unwrap();
    let document = imported.document;
    assert_eq!(dienstweg::model::violations(&document), [], "{lines}");
    let program = Arc::new(Program::compile(&document, document.main_process).unwrap());
    let entries = set.iter().map(|(target, value)| Assignment { target: (*target).to_owned(), value: (*value).to_owned() }).collect();
    let (run, ending) = play_alone(program, jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0), entries).unwrap();
    let nodes = run.executed().into_iter().filter_map(|node| document.nodes.get(node));
    let mut marks: Vec<&str> = nodes.filter_map(|node| node.details.note.strip_prefix("SCRIPT_")).collect();
    marks.sort_unstable();
    (marks.join(" "), ending)
}

#[track_caller]
fn check(lines: &str, executed: &str) {
    assert_eq!(play("", lines, &[]), (executed.to_owned(), Ending::Ended), "{lines}");
}

#[test]
fn gateways() {
    let choice = |kind: &str| {
        format!(
            "startEvent(a)\n{kind}(x)\n s(b c d)\n endEvent(e)\n a > x\n x > b [n &gt; 1]\n x > c [n &gt; 2]\n x > d default\n b > e\n c > e\n d > e"
        )
    };
    for (kind, n, executed) in [
        ("exclusiveGateway", "3", "b"),
        ("exclusiveGateway", "1", "d"),
        ("inclusiveGateway", "3", "b c"),
        ("inclusiveGateway", "2", "b"),
        ("inclusiveGateway", "1", "d"),
        ("complexGateway", "3", "b c"),
    ] {
        assert_eq!(play("", &choice(kind), &[("vorgang.n", n)]), (executed.to_owned(), Ending::Ended), "{kind} {n}");
    }
    let race = "startEvent(a)\n eventBasedGateway(x)\n s(b c)
        <intermediateCatchEvent id='m'><messageEventDefinition/></intermediateCatchEvent>
        <intermediateCatchEvent id='t'><timerEventDefinition><timeDuration>PT5S</timeDuration></timerEventDefinition></intermediateCatchEvent>
        a > x\n x > m\n x > t\n m > b\n t > c";
    check(race, "c");
}

#[test]
fn joins() {
    let inclusive_to_exclusive = "startEvent(a)\n inclusiveGateway(x)\n exclusiveGateway(y)\n s(b c d)\n a > x\n x > b [true]\n x > c [true]\n b > y\n c > y\n y > d";
    check(inclusive_to_exclusive, "b c d d");
    let implicit = "startEvent(a)\n parallelGateway(x)\n s(b c d)\n a > x\n x > b\n x > c\n b > d\n c > d";
    check(implicit, "b c d d");
    let deadlock = "startEvent(a)\n exclusiveGateway(x)\n parallelGateway(y)\n s(b c d)\n a > x\n x > b [true]\n x > c default\n b > y\n c > y\n y > d";
    assert_eq!(play("", deadlock, &[]), ("b".to_owned(), Ending::Stuck));
}

#[test]
fn repeated_steps() {
    let times =
        |marker: &str| format!("startEvent(a)\n<scriptTask id='b'>{marker}<script>SCRIPT_b</script></scriptTask>\n s(c)\n a > b\n b > c");
    for (marker, executed) in [
        ("<standardLoopCharacteristics loopMaximum='3'><loopCondition>true</loopCondition></standardLoopCharacteristics>", "b b b c"),
        ("<standardLoopCharacteristics loopMaximum='2'/>", "b b c"),
        ("<standardLoopCharacteristics testBefore='true'><loopCondition>false</loopCondition></standardLoopCharacteristics>", "c"),
        (
            "<multiInstanceLoopCharacteristics isSequential='true'><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>",
            "b b b c",
        ),
        (
            "<multiInstanceLoopCharacteristics isSequential='true'><loopCardinality>5</loopCardinality>\
             <completionCondition>numberOfCompletedInstances == 2</completionCondition></multiInstanceLoopCharacteristics>",
            "b b c",
        ),
        (
            "<multiInstanceLoopCharacteristics isSequential='true'><loopCardinality>5</loopCardinality>\
             <completionCondition>${nrOfCompletedInstances &gt;= 3}</completionCondition></multiInstanceLoopCharacteristics>",
            "b b b c",
        ),
    ] {
        check(&times(marker), executed);
    }
    check(
        "startEvent(a)\n<scriptTask id='b' completionQuantity='3'><script>SCRIPT_b</script></scriptTask>\n s(c)\n a > b\n b > c",
        "b c c c",
    );
    let both = "startEvent(a)\n<scriptTask id='b' completionQuantity='4'><script>SCRIPT_b</script></scriptTask>
        <scriptTask id='c' startQuantity='2'><script>SCRIPT_c</script></scriptTask>\n a > b\n b > c";
    check(both, "b c c");
}

#[test]
fn events_of_an_event_sub_process() {
    let flow = |interrupting: bool, definition: &str, end: &str| {
        format!(
            "startEvent(a)\n <subProcess id='p1'><startEvent id='i'/><endEvent id='j'>{end}</endEvent>\
             <sequenceFlow id='g' sourceRef='i' targetRef='j'/>\
             <subProcess id='v' triggeredByEvent='true'><startEvent id='w' isInterrupting='{interrupting}'>{definition}</startEvent>\
             <scriptTask id='b'><script>SCRIPT_b</script></scriptTask><sequenceFlow id='h' sourceRef='w' targetRef='b'/></subProcess></subProcess>
             s(c)\n a > p1\n p1 > c"
        )
    };
    for (definition, end) in [
        ("<signalEventDefinition signalRef='S'/>", "<signalEventDefinition signalRef='S'/>"),
        ("<errorEventDefinition errorRef='E'/>", "<errorEventDefinition errorRef='E'/>"),
        ("<errorEventDefinition/>", "<errorEventDefinition errorRef='E'/>"),
        ("<escalationEventDefinition escalationRef='K'/>", "<escalationEventDefinition escalationRef='K'/>"),
    ] {
        let roots = "<signal id='S' name='rot'/><error id='E' errorCode='1'/><escalation id='K' escalationCode='2'/>";
        assert_eq!(play(roots, &flow(true, definition, end), &[]).0, "b c", "{definition}");
        if !definition.contains("error") {
            assert_eq!(play(roots, &flow(false, definition, end), &[]).0, "b c", "{definition}");
        }
    }
}

#[test]
fn events_at_an_edge() {
    let sub = |boundary: &str, inner: &str| {
        format!(
            "startEvent(a)\n<subProcess id='q'><startEvent id='i'/>{inner}</subProcess>\n <boundaryEvent id='y' attachedToRef='q' {boundary}</boundaryEvent>
             s(b c)\n a > q\n q > b\n y > c"
        )
    };
    let throwing = |definition: &str| format!("<endEvent id='j'>{definition}</endEvent><sequenceFlow id='g' sourceRef='i' targetRef='j'/>");
    for (boundary, end, executed) in [
        ("><errorEventDefinition/>", "<errorEventDefinition/>", "c"),
        ("><escalationEventDefinition/>", "<escalationEventDefinition escalationRef='x'/>", "c"),
        ("cancelActivity='false'><escalationEventDefinition/>", "<escalationEventDefinition escalationRef='x'/>", "b c"),
        ("cancelActivity='false'><signalEventDefinition signalRef='s'/>", "<signalEventDefinition signalRef='s'/>", "b c"),
        ("><conditionalEventDefinition><condition>true</condition></conditionalEventDefinition>", "", "c"),
        ("cancelActivity='false'><conditionalEventDefinition><condition>true</condition></conditionalEventDefinition>", "", "b c"),
        ("><signalEventDefinition signalRef='s'/><errorEventDefinition/>", "<errorEventDefinition/>", "c"),
    ] {
        check(&sub(boundary, &throwing(end)), executed);
    }
    let terminated = sub("><errorEventDefinition/>", &throwing("<terminateEventDefinition/>"));
    check(&terminated, "b");
    let cancelled = sub("><cancelEventDefinition/>", &throwing("<cancelEventDefinition/>")).replace("subProcess", "transaction");
    check(&cancelled, "c");
}

#[test]
fn links_calls_and_several_starts() {
    let link = "startEvent(a)\n <intermediateThrowEvent id='l'><linkEventDefinition name='L'/></intermediateThrowEvent>
        <intermediateCatchEvent id='m'><linkEventDefinition name='L'/></intermediateCatchEvent>\n s(b)\n a > l\n m > b";
    check(link, "b");
    let roots = "<process id='r'><startEvent id='u'/><scriptTask id='w'><script>SCRIPT_w</script></scriptTask><sequenceFlow id='z' sourceRef='u' targetRef='w'/></process>";
    let call = "startEvent(a)\n <callActivity id='c' calledElement='r'/>\n s(b)\n a > c\n c > b";
    assert_eq!(play(roots, call, &[]), ("b w".to_owned(), Ending::Ended));
    check("startEvent(a b)\n s(c d)\n a > c\n b > d", "c");
    check("s(a b)\n a > b", "a b");
}

#[test]
fn several_definitions_of_one_event() {
    let two = "<signalEventDefinition signalRef='s'/><signalEventDefinition signalRef='t'/>";
    let waiting = |all: bool, throws: &str| {
        format!(
            "startEvent(a)\n parallelGateway(x)\n <intermediateCatchEvent id='w' parallelMultiple='{all}'>{two}</intermediateCatchEvent>
             <intermediateThrowEvent id='y'>{throws}</intermediateThrowEvent>\n s(b)\n a > x\n x > w\n x > y\n w > b"
        )
    };
    check(&waiting(false, "<signalEventDefinition signalRef='t'/>"), "b");
    check(&waiting(true, two), "b");
    assert_eq!(play("", &waiting(true, "<signalEventDefinition signalRef='t'/>"), &[]), (String::new(), Ending::Waiting));
}

#[test]
fn a_timer_lets_go_as_often_as_it_says() {
    let timer = "startEvent(a)\n <intermediateCatchEvent id='w'><timerEventDefinition><timeCycle>R3/PT1S</timeCycle></timerEventDefinition></intermediateCatchEvent>
        s(b)\n a > w\n w > b";
    check(timer, "b b b");
    let date = "startEvent(a)\n <intermediateCatchEvent id='w'><timerEventDefinition><timeDate>2026-03-05T10:00:00</timeDate></timerEventDefinition></intermediateCatchEvent>
        s(b)\n a > w\n w > b";
    check(date, "b");
}
