//! All models with known verdict: 500 random ones and the families of growing size, in every field that is given.

use super::super::{FaultKind, Verdict, prove};
use super::flow::Flow;

const RANDOM: &str = include_str!("../../../../tests/data/soundness/random.txt");
const FAMILIES: &str = include_str!("../../../../tests/data/soundness/families.txt");

/// `name sbsop dead nodes : ways`, where the signs stand for sound, bounded, safe, option to complete, proper completion.
fn check(line: &str) -> (Flow, Verdict) {
    let mut parts = line.splitn(4, ' ');
    let (name, fields, dead, flow) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let flow = Flow::read(flow.split(" ! ").next().unwrap());
    let verdict = prove(&flow.document, flow.document.main_process);
    let got = [verdict.sound(), verdict.bounded, verdict.safe, verdict.option_to_complete, verdict.proper_completion];
    for (expected, got) in fields.chars().zip(got) {
        let expected = match expected {
            '+' => Some(true),
            '-' => Some(false),
            _ => continue,
        };
        assert_eq!(got, expected, "{name}: {fields}, {verdict:?}");
    }
    if dead != "?" {
        let mut got: Vec<&str> = verdict.dead.as_ref().unwrap().iter().map(|node| flow.key(*node)).collect();
        got.sort_unstable();
        assert_eq!(got, dead.split(',').filter(|key| *key != "=").collect::<Vec<_>>(), "{name}");
    }
    assert_eq!(verdict.sound() == Some(true), verdict.faults.iter().all(|fault| fault.kind == FaultKind::Unsafe), "{name}");
    (flow, verdict)
}

#[test]
fn all_random_models_have_their_known_verdict() {
    assert_eq!(RANDOM.lines().map(check).count(), 500);
}

#[test]
fn all_families_have_their_known_verdict_and_a_fault_names_the_gateway_that_was_exchanged() {
    for line in FAMILIES.lines() {
        let (flow, verdict) = check(line);
        if let Some((_, gateway)) = line.split_once(" ! ") {
            let names = |node| flow.key(node) == gateway;
            let named =
                verdict.faults.iter().any(|fault| names(fault.at) || fault.cause.is_some_and(names) || fault.meets.is_some_and(names));
            assert!(named, "{gateway}: {:?}", verdict.faults.iter().map(|fault| (fault.kind, fault.at)).collect::<Vec<_>>());
        }
    }
}
