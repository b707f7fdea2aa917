//! Gateways and tables whose ways and rows are known.

use super::check;
use crate::model::*;

/// A gateway whose ways have these conditions over `v.n` (a number), `v.j` (yes or no) and `v.c` (red or blue); `*` is the rest.
fn gateway(conditions: &[&str]) -> Document {
    let mut document = Document::empty("probe", "Probe");
    let list: CodeListId = document.new_id();
    let entries = vec![CodeEntry::new("rot", "Rot"), CodeEntry::new("blau", "Blau")];
    let (key, name) = ("farben".to_owned(), "Farben".to_owned());
    document.code_lists.insert(list, CodeList { id: list, key, name, version: String::new(), uri: String::new(), entries });
    let object: ObjectTypeId = document.new_id();
    let kinds = [
        ("n", "Betrag", FieldKind::Money),
        ("j", "Eilt", FieldKind::YesNo),
        ("c", "Farbe", FieldKind::Choice(list)),
        ("t", "Text", FieldKind::Text),
    ];
    let mut fields = Vec::new();
    for (key, name, kind) in kinds {
        let id: DataFieldId = document.new_id();
        document.fields.insert(id, DataField::new(id, object, key, name, kind));
        fields.push(id);
    }
    document.objects.insert(object, ObjectType { fields, ..ObjectType::new(object, "v", "Vorgang") });
    let node = |document: &mut Document, kind: NodeKind| {
        let id: NodeId = document.new_id();
        let process = document.main_process;
        let (key, name) = (format!("k{}", id.0), "Knoten".to_owned());
        let (repetition, details) = (Repetition::Once, StepDetails::default());
        document.nodes.insert(id, FlowNode { id, key, name, process, parent: None, lane: None, kind, repetition, details });
        id
    };
    let from = node(&mut document, NodeKind::ExclusiveGateway);
    for condition in conditions {
        let to = node(&mut document, NodeKind::Task);
        let id: FlowId = document.new_id();
        let is_default = *condition == "*";
        let condition = if is_default { String::new() } else { (*condition).to_owned() };
        document.flows.insert(id, SequenceFlow { id, key: format!("w{}", id.0), name: String::new(), from, to, condition, is_default });
    }
    document
}

fn kinds(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    check(document, &mut found);
    let told = |problem: super::Problem| {
        let arguments = problem.arguments.iter().filter(|(name, _)| *name != "condition").map(|(_, value)| value.as_str());
        [problem.kind].into_iter().chain(arguments).collect::<Vec<_>>().join(" | ").replace('\u{a0}', " ")
    };
    found.into_iter().map(told).collect()
}

#[test]
fn gaps_and_overlaps_are_told_with_a_value() {
    assert_eq!(kinds(&gateway(&["v.n > 100", "v.n < 100"])), ["check-gateway-gap | Betrag = 100,00 €"]);
    assert_eq!(kinds(&gateway(&["v.n >= 100", "v.n <= 100"])), ["check-gateway-overlap | Betrag = 100,00 €"]);
    assert_eq!(
        kinds(&gateway(&["v.c = \"rot\"", "v.j"])),
        ["check-gateway-gap | Farbe = Blau, Eilt = nein", "check-gateway-overlap | Farbe = Rot, Eilt = ja"]
    );
}

#[test]
fn whole_and_disjoint_conditions_are_in_order() {
    for conditions in [
        &["v.n > 100", "v.n <= 100"][..],
        &["v.j", "not(v.j)"],
        &["v.c = \"rot\"", "v.c = \"blau\""],
        &["v.n > 100 and v.j", "*"],
        &["v.t = \"neu\"", "v.t != \"neu\""],
    ] {
        assert_eq!(kinds(&gateway(conditions)), [] as [&str; 0], "{conditions:?}");
    }
}

#[test]
fn ways_that_no_value_takes_are_told() {
    assert_eq!(kinds(&gateway(&["v.n > 10 and v.n < 5", "*"])), ["check-way-never"]);
    assert_eq!(kinds(&gateway(&["v.n > 10", "v.n > 20", "*"])), ["check-way-behind", "check-gateway-overlap | Betrag = 20,01 €"]);
    assert_eq!(kinds(&gateway(&["v.j", "v.j = false", "*"])), ["check-way-rest-never"]);
}

#[test]
fn what_is_computed_is_left_alone() {
    assert_eq!(kinds(&gateway(&["v.n * 2 > 100", "v.n * 2 < 100"])), [] as [&str; 0]);
    assert_eq!(kinds(&gateway(&["v.n > einstellungen.grenze", "v.n < 3"])), [] as [&str; 0]);
    assert_eq!(kinds(&gateway(&["v.gibtEsNicht = 1", "v.n < 3"])), [] as [&str; 0]);
}

#[test]
fn bounds_of_fields_count() {
    let mut document = gateway(&["v.n < 0", "v.n >= 0"]);
    assert_eq!(kinds(&document), [] as [&str; 0]);
    let id = document.fields.values().next().unwrap().id;
    document.fields.get_mut(id).unwrap().constraints.minimum = "0".to_owned();
    assert_eq!(kinds(&document), ["check-way-never"]);
}

/// A table over `v.n` and `v.j`.
fn table(hit_policy: HitPolicy, rows: &[(&str, &str, &str)]) -> Document {
    let mut document = gateway(&[]);
    let id: DecisionTableId = document.new_id();
    let input = |path: &str| DecisionInput { name: String::new(), expression: path.to_owned() };
    let rule = |(first, second, result): &(&str, &str, &str)| DecisionRule {
        tests: vec![(*first).to_owned(), (*second).to_owned()],
        results: vec![(*result).to_owned()],
        note: String::new(),
    };
    let outputs = vec![DecisionOutput { name: String::new(), target: "v.t".to_owned() }];
    let rules = rows.iter().map(rule).collect();
    let (key, name) = ("t".to_owned(), "Tabelle".to_owned());
    let inputs = vec![input("v.n"), input("v.j")];
    document.decision_tables.insert(id, DecisionTable { id, key, name, hit_policy, inputs, outputs, rules });
    document
}

#[test]
fn rows_are_judged_by_the_hit_policy() {
    let overlapping = [("<= 10", "-", "\"a\""), (">= 10", "-", "\"b\"")];
    assert_eq!(kinds(&table(HitPolicy::Unique, &overlapping)), ["check-decision-overlap | 1 | 2 | Eilt = ja, Betrag = 10,00 €"]);
    assert_eq!(kinds(&table(HitPolicy::First, &overlapping)), [] as [&str; 0]);
    assert_eq!(kinds(&table(HitPolicy::Any, &overlapping)), ["check-decision-differs | 1 | 2 | Eilt = ja, Betrag = 10,00 €"]);
    let equal = [("<= 10", "-", "\"a\""), (">= 10", "-", "\"a\"")];
    assert_eq!(kinds(&table(HitPolicy::Any, &equal)), [] as [&str; 0]);
}

#[test]
fn gaps_and_rows_that_never_count_are_told() {
    let rows = [("< 10", "true", "1"), (">= 10", "-", "2"), ("> 20", "-", "3"), ("< 5, > 500", "false", "4")];
    assert_eq!(kinds(&table(HitPolicy::First, &rows)), ["check-row-behind | 3", "check-decision-gap | Eilt = nein, Betrag = 5,00 €"]);
    assert_eq!(kinds(&table(HitPolicy::First, &[("-", "-", "1"), ("]5..5[", "-", "2")])), ["check-row-never | 2"]);
}
