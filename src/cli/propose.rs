//! `propose`: searches for test cases that go through everything in each process.

use super::{Verdict, file, output::Output, trace};
use crate::model::{Document, NodeId, Process, Subject};
use crate::sim::{Covered, Group, Happening, Proposal, Proposed, Target, propose, run_case, usual_beginning};
use serde_json::{Value, json};
use std::path::Path;

/// Proposes cases for each process, tells what they cover, and why the rest stays open. What test cases are there already does not count.
/// `with_trace`: each case with every event of its course.
pub(super) fn run(output: &Output<'_>, path: &Path, with_trace: bool) -> Verdict {
    let document = match file::document(output, path) {
        Ok(document) => document,
        Err(verdict) => return verdict,
    };
    let mut answers = Vec::new();
    let mut is_complete = true;
    let is_drawn = |process: &&Process| document.nodes.values().any(|node| node.process == process.id);
    for process in document.processes.values().filter(is_drawn) {
        let begins_at = usual_beginning(&document);
        match propose(&document, process.id, begins_at, &Covered::default(), None, &|_| true) {
            Ok(Some(proposal)) => {
                is_complete &= !proposal.open.iter().any(|(target, _)| matches!(target.group(), Group::Steps | Group::Ways));
                lines(output, &document, process, &proposal, with_trace);
                answers.push(answer(output, &document, process, &proposal, with_trace));
            }
            Ok(None) => {}
            Err(fault) => {
                is_complete = false;
                let reason = output.texts.compile_fault(&document, &fault);
                output.line(&format!("{}: {reason}", process.name));
                answers.push(json!({ "key": process.key, "name": process.name, "fault": reason }));
            }
        }
    }
    output.json(&json!({ "good": is_complete, "processes": answers }));
    if is_complete { Verdict::Good } else { Verdict::Faults }
}

fn lines(output: &Output<'_>, document: &Document, process: &Process, proposal: &Proposal, with_trace: bool) {
    let texts = output.texts;
    let count = proposal.cases.len();
    output.line(&texts.with("propose-process", &[("name", (&process.name).into()), ("count", count.into())]));
    for proposed in &proposal.cases {
        output.line(&format!("  • {}", proposed.case.name));
        proposed.skipped.iter().for_each(|skipped| output.line(&format!("    {}", texts.skipped(document, *skipped))));
        for step in &proposed.case.steps {
            output.line(&format!("      {}", texts.test_step(document, step)));
        }
        if let (true, Some(run)) = (with_trace, run_case(document, &proposed.case).run) {
            trace::lines(output, document, &run);
        }
    }
    for group in Group::ALL {
        let (covered, count) = proposal.survey.count(group, &proposal.covered);
        if count > 0 {
            let group = texts.target_group(group);
            output.line(&texts.with("propose-count", &[("group", group.into()), ("covered", covered.into()), ("count", count.into())]));
        }
    }
    if proposal.untried > 0 {
        output.line(&texts.with("propose-untried", &[("count", proposal.untried.into())]));
    }
    if !proposal.open.is_empty() {
        output.line(texts.get("propose-open"));
    }
    for (target, reason) in &proposal.open {
        output.line(&format!("  • {}: {}", texts.target(document, target), texts.reason(document, reason)));
    }
}

fn answer(output: &Output<'_>, document: &Document, process: &Process, proposal: &Proposal, with_trace: bool) -> Value {
    let texts = output.texts;
    let count = |group: Group| {
        let (covered, count) = proposal.survey.count(group, &proposal.covered);
        (key(group).to_owned(), json!({ "covered": covered, "count": count }))
    };
    let open = |(target, reason): &(Target, crate::sim::Reason)| {
        json!({
            "kind": key(target.group()),
            "element": element(document, target.subject()),
            "target": texts.target(document, target),
            "reason": texts.reason(document, reason),
        })
    };
    json!({
        "key": process.key,
        "name": process.name,
        "tried": proposal.tried,
        "untried": proposal.untried,
        "coverage": Group::ALL.into_iter().map(count).collect::<serde_json::Map<_, _>>(),
        "cases": proposal.cases.iter().map(|proposed| case(output, document, proposed, with_trace)).collect::<Vec<_>>(),
        "open": proposal.open.iter().map(open).collect::<Vec<_>>(),
    })
}

fn case(output: &Output<'_>, document: &Document, proposed: &Proposed, with_trace: bool) -> Value {
    let texts = output.texts;
    let result = run_case(document, &proposed.case);
    let course = result.trace().iter().filter_map(|event| match event.what {
        Happening::Entered(node) => Some(node_key(document, node)),
        _ => None,
    });
    let mut answer = json!({
        "name": proposed.case.name,
        "begins_at": proposed.case.begins_at,
        "passed": result.passed(),
        "steps": proposed.case.steps.iter().map(|step| texts.test_step(document, step)).collect::<Vec<_>>(),
        "expects": proposed.case.expectations.iter().map(|it| texts.expectation(document, it)).collect::<Vec<_>>(),
        "covers": proposed.covers.iter().map(|target| texts.target(document, target)).collect::<Vec<_>>(),
        "skipped": proposed.skipped.iter().map(|skipped| json!({
            "check": node_key(document, skipped.check),
            "after": node_key(document, skipped.after),
            "then": node_key(document, skipped.then),
            "text": texts.skipped(document, *skipped),
        })).collect::<Vec<_>>(),
        "course": course.collect::<Vec<_>>(),
    });
    if let (true, Some(run)) = (with_trace, &result.run) {
        answer["trace"] = trace::answer(output, document, run);
        answer["values"] = trace::values(run);
    }
    answer
}

const fn key(group: Group) -> &'static str {
    match group {
        Group::Steps => "steps",
        Group::Ways => "ways",
        Group::Rows => "rows",
        Group::Rules => "rules",
        Group::Boundaries => "boundaries",
    }
}

fn node_key(document: &Document, node: NodeId) -> &str {
    document.nodes.get(node).map_or("", |node| node.key.as_str())
}

fn element(document: &Document, subject: Subject) -> &str {
    match subject {
        Subject::Node(node) => node_key(document, node),
        Subject::Flow(flow) => document.flows.get(flow).map_or("", |flow| flow.key.as_str()),
        Subject::DecisionTable(table) => document.decision_tables.get(table).map_or("", |table| table.key.as_str()),
        Subject::FormElement(form, _) => document.forms.get(form).map_or("", |form| form.key.as_str()),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Texts};

    fn sample(file: &str) -> Document {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models").join(file);
        crate::bundle::read_model(&std::fs::read(path).unwrap()).unwrap().document
    }

    fn proposed(document: &Document) -> Proposal {
        propose(document, document.main_process, usual_beginning(document), &Covered::default(), None, &|_| true).unwrap().unwrap()
    }

    #[test]
    fn every_branch_of_every_sample_is_covered() {
        let texts = Texts::new(Language::German);
        for file in ["hundesteuer", "bewohnerparkausweis", "gewerbeanzeige", "mutterschutz"] {
            let document = sample(&format!("{file}.dienstweg.ron"));
            let proposal = proposed(&document);
            let open: Vec<String> = proposal
                .open
                .iter()
                .map(|(target, reason)| format!("{}: {}", texts.target(&document, target), texts.reason(&document, reason)))
                .collect();
            println!("{file}: {} cases, {} tried, open: {open:#?}", proposal.cases.len(), proposal.tried);
            let is_branch = |target: &Target| matches!(target.group(), Group::Steps | Group::Ways | Group::Rows);
            assert!(!proposal.open.iter().any(|(target, _)| is_branch(target)), "{file}: {open:#?}");
            for proposed in &proposal.cases {
                println!("   {} · {} steps", proposed.case.name, proposed.case.steps.len());
                assert_eq!(run_case(&document, &proposed.case).first_difference, None, "{file}: {}", proposed.case.name);
            }
        }
    }

    #[test]
    fn after_a_correction_the_formal_check_is_skipped() {
        let document = sample("mutterschutz.dienstweg.ron");
        let proposal = proposed(&document);
        let key = |node| node_key(&document, node);
        let skips: Vec<(&str, &str, &str)> = proposal
            .cases
            .iter()
            .flat_map(|proposed| &proposed.skipped)
            .map(|skipped| (key(skipped.check), key(skipped.after), key(skipped.then)))
            .collect();
        assert!(skips.contains(&("formellPruefen", "korrekturAnfordern", "fachlichPruefen")), "{skips:?}");
    }

    /// The flow of FIM's released process 99006028261000, as its BPMN has it: activity groups as empty sub-processes, no conditions, and
    /// timers without a duration.
    #[test]
    fn in_fims_released_process_the_formal_check_is_skipped_too() {
        let flow = |from: &str, to: &str| format!("<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>");
        let steps = ["empfangen", "formell", "korrektur", "fachlich"].map(|id| format!("<subProcess id=\"{id}\" name=\"{id}\"/>")).concat();
        let ways = [
            ("start", "empfangen"),
            ("empfangen", "formell"),
            ("formell", "fehler"),
            ("fehler", "korrektur"),
            ("fehler", "zusammen"),
            ("korrektur", "zusammen"),
            ("zusammen", "fachlich"),
            ("fachlich", "ende"),
            ("frist", "versaeumt"),
        ];
        let ways = ways.map(|(from, to)| flow(from, to)).concat();
        let text = format!(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">\
             <startEvent id=\"start\"/>{steps}<exclusiveGateway id=\"fehler\" name=\"Formelle Fehler?\"/><exclusiveGateway id=\"zusammen\"/>\
             <boundaryEvent id=\"frist\" attachedToRef=\"korrektur\"><timerEventDefinition/></boundaryEvent>\
             <endEvent id=\"ende\"/><endEvent id=\"versaeumt\"/>{ways}</process></definitions>"
        );
        let document = crate::exchange::bpmn::read(text.as_bytes()).unwrap().document;
        let proposal = proposed(&document);
        let key = |node| node_key(&document, node);
        let skipped: Vec<_> = proposal.cases.iter().flat_map(|proposed| &proposed.skipped).collect();
        assert!(
            skipped.iter().any(|it| (key(it.check), key(it.after), key(it.then)) == ("formell", "korrektur", "fachlich")),
            "{skipped:?}"
        );
        assert!(proposal.open.iter().any(|(_, reason)| matches!(reason, crate::sim::Reason::NoTime(_))), "the timer says no time");
        for proposed in &proposal.cases {
            assert_eq!(run_case(&document, &proposed.case).first_difference, None);
        }
    }
}
