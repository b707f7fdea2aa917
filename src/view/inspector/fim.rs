//! What FIM says of a process and of its steps.

use super::pane::Pane;
use crate::catalog;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{FimData, FimLink, FimProfile, FimReference, FimWay, FlowNode, Process};
use crate::view::widgets::Section;
use egui::{RichText, Ui};

/// Puts a text into a profile.
type Put = fn(&mut FimProfile, String);

/// The section of the procedure: whether it follows FIM, and its Steckbrief.
pub(super) fn process_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, process: &Process) {
    let with = |fim: Option<FimProfile>| Record::Process(Process { fim, ..process.clone() });
    let section = Section::new("procedure-fim", "FIM");
    let section = if process.fim.is_some() { section } else { section.folded() };
    section.ui(ui, pane.context.theme, |ui| {
        pane.check(ui, "inspector-fim-follows", process.fim.is_some(), |is_on| with(is_on.then(FimProfile::default)));
        let Some(fim) = &process.fim else { return };
        link_ui(ui, pane, "inspector-fim-trigger", &fim.trigger, &|trigger| with(Some(FimProfile { trigger, ..fim.clone() })));
        link_ui(ui, pane, "inspector-fim-result", &fim.result, &|result| with(Some(FimProfile { result, ..fim.clone() })));
        let texts: [(&str, &str, Put, &str); 6] = [
            ("inspector-fim-level", &fim.level, |fim, text| fim.level = text, "detaillierungsstufe"),
            ("inspector-fim-form-of-action", &fim.form_of_action, |fim, text| fim.form_of_action = text, "handlungsform"),
            ("inspector-fim-kind-of-procedure", &fim.kind_of_procedure, |fim, text| fim.kind_of_procedure = text, "verfahrensart"),
            ("inspector-fim-purpose", &fim.purpose, |fim, text| fim.purpose = text, "zwecksetzung"),
            ("inspector-fim-goal", &fim.goal, |fim, text| fim.goal = text, "operativesziel"),
            ("inspector-fim-released-by", &fim.released_by, |fim, text| fim.released_by = text, ""),
        ];
        for (key, value, put, list) in texts {
            pane.text(ui, key, Aspect::Fim, value, 1, |text| {
                let mut changed = fim.clone();
                put(&mut changed, text);
                with(Some(changed))
            });
            if !list.is_empty() {
                meanings_ui(ui, pane, list, std::slice::from_ref(&value.to_owned()));
            }
        }
    });
}

/// A form, a process or words: which of them, and its text.
fn link_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, key: &str, link: &FimLink, record: &dyn Fn(FimLink) -> Record) {
    let texts = pane.context.texts;
    let text = link.text().to_owned();
    let options = [
        (FimLink::Form(text.clone()), texts.get("inspector-fim-form")),
        (FimLink::Process(text.clone()), texts.get("inspector-fim-process")),
        (FimLink::Words(text), texts.get("inspector-fim-words")),
    ];
    if let Some(chosen) = pane.choose(ui, key, link, &options) {
        pane.put(record(chosen));
    }
    let label = format!("{}: {}", texts.get(key), texts.get("inspector-fim-name"));
    pane.cell(ui, &label, &format!("{key}-text"), link.text(), texts.get("inspector-fim-name"), |text| record(with_text(link, text)));
    ui.add_space(4.0);
}

fn with_text(link: &FimLink, text: String) -> FimLink {
    match link {
        FimLink::Form(_) => FimLink::Form(text),
        FimLink::Process(_) => FimLink::Process(text),
        FimLink::Words(_) => FimLink::Words(text),
    }
}

fn with(node: &FlowNode, fim: FimReference) -> Record {
    let mut node = node.clone();
    // A reference that says nothing is none.
    node.details.fim = (fim != FimReference::default()).then_some(fim);
    Record::Node(node)
}

/// The section of a step of a process that follows FIM.
pub(super) fn step_section_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    Section::new("step-fim", "FIM").ui(ui, pane.context.theme, |ui| {
        group_ui(ui, pane, node);
        let fim = node.details.fim.clone().unwrap_or_default();
        pane.text(ui, "inspector-fim-description", Aspect::Text, &fim.description, 3, |description| {
            with(node, FimReference { description, ..fim.clone() })
        });
        specific_ui(ui, pane, node, &fim);
        let software = fim.software.join(", ");
        pane.text(ui, "inspector-fim-software", Aspect::Text, &software, 1, |text| {
            with(node, FimReference { software: listed(&text), ..fim.clone() })
        });
        for (at, data) in fim.data.iter().enumerate() {
            data_ui(ui, pane, node, &fim, at, data);
        }
        if pane.add_button(ui, "inspector-fim-add-data") {
            let mut data = fim.data.clone();
            data.push(FimData { way: usual_way(fim.activity_group), name: FimLink::default(), partner: String::new() });
            pane.put(with(node, FimReference { data, ..fim.clone() }));
        }
    });
}

/// Group and id: what every step can have.
pub(super) fn group_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let names: Vec<(u8, String)> = catalog::ACTIVITY_GROUPS
        .iter()
        .map(|(number, name)| (*number, name.map_or_else(|| number.to_string(), |name| format!("{number} {name}"))))
        .collect();
    let fim = node.details.fim.clone().unwrap_or_default();
    let options: Vec<(Option<u8>, &str)> = std::iter::once((None, pane.context.texts.get("inspector-none")))
        .chain(names.iter().map(|(number, name)| (Some(*number), name.as_str())))
        .collect();
    if let Some(activity_group) = pane.choose(ui, "inspector-fim-group", &fim.activity_group, &options) {
        pane.put(with(node, FimReference { activity_group, ..fim.clone() }));
    }
    pane.text(ui, "inspector-fim-id", Aspect::Fim, &fim.id, 1, |id| with(node, FimReference { id, ..fim.clone() }));
}

/// What only steps of this group have.
fn specific_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, fim: &FimReference) {
    let codes = match fim.activity_group {
        Some(3) => Some(("inspector-fim-formal", "formellepruefung")),
        Some(5) => Some(("inspector-fim-decision", "entscheidungsart")),
        Some(6) => Some(("inspector-fim-work", "bearbeitungsart")),
        Some(7) => Some(("inspector-fim-participation", "beteiligungsform")),
        _ => None,
    };
    if let Some((key, list)) = codes {
        let joined = fim.codes.join(", ");
        pane.text(ui, key, Aspect::Codes, &joined, 1, |text| with(node, FimReference { codes: listed(&text), ..fim.clone() }));
        meanings_ui(ui, pane, list, &fim.codes);
    }
    let text = match fim.activity_group {
        Some(4 | 5) => Some("inspector-fim-aids"),
        Some(8) => Some("inspector-fim-what"),
        _ => None,
    };
    if let Some(key) = text {
        pane.text(ui, key, Aspect::Text, &fim.aids, 1, |aids| with(node, FimReference { aids, ..fim.clone() }));
    }
    if fim.activity_group == Some(7) {
        pane.check(ui, "inspector-fim-must-cooperate", fim.must_cooperate, |must_cooperate| {
            with(node, FimReference { must_cooperate, ..fim.clone() })
        });
    }
}

/// What codes of a list of `XProzess` mean; of those that no public source explains, where their meaning stands.
fn meanings_ui(ui: &mut Ui, pane: &Pane<'_, '_>, list: &str, codes: &[String]) {
    let texts = pane.context.texts;
    let meaning = |code: &String| match known_code(list, code) {
        Some(key) => texts.get(key).to_owned(),
        None => texts.with("inspector-fim-code", &[("code", code.into()), ("list", list.into())]),
    };
    let said: Vec<String> = codes.iter().filter(|code| !code.is_empty()).map(meaning).collect();
    if !said.is_empty() {
        ui.label(RichText::new(said.join(", ")).size(12.0).color(pane.context.theme.text_soft));
    }
}

/// What a code means, where a public source says it: FIM's released processes with their reports.
fn known_code(list: &str, code: &str) -> Option<&'static str> {
    Some(match (list, code) {
        ("detaillierungsstufe", "101") => "inspector-fim-level-101",
        ("formellepruefung", "1") => "inspector-fim-formal-1",
        ("formellepruefung", "2") => "inspector-fim-formal-2",
        ("formellepruefung", "4") => "inspector-fim-formal-4",
        ("entscheidungsart", "2") => "inspector-fim-decision-2",
        ("beteiligungsform", "3") => "inspector-fim-participation-3",
        _ => return None,
    })
}

fn usual_way(group: Option<u8>) -> FimWay {
    match group {
        Some(1 | 7) => FimWay::Received,
        Some(2) => FimWay::Provided,
        _ => FimWay::Incoming,
    }
}

fn data_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, fim: &FimReference, at: usize, data: &FimData) {
    let record = |changed: Option<FimData>| {
        let mut rows = fim.data.clone();
        match (changed, rows.get_mut(at)) {
            (Some(changed), Some(row)) => *row = changed,
            (None, Some(_)) => drop(rows.remove(at)),
            _ => {}
        }
        with(node, FimReference { data: rows, ..fim.clone() })
    };
    ui.add_space(4.0);
    ui.separator();
    let texts = pane.context.texts;
    let ways = [
        (FimWay::Incoming, texts.get("inspector-fim-incoming")),
        (FimWay::Outgoing, texts.get("inspector-fim-outgoing")),
        (FimWay::Received, texts.get("inspector-fim-received")),
        (FimWay::Provided, texts.get("inspector-fim-provided")),
    ];
    ui.push_id(("fim-data", at), |ui| {
        if let Some(way) = pane.choose_row(ui, "inspector-fim-data", at, &data.way, &ways) {
            pane.put(record(Some(FimData { way, ..data.clone() })));
        }
        let kinds = [
            (FimLink::Form(data.name.text().to_owned()), texts.get("inspector-fim-form")),
            (FimLink::Words(data.name.text().to_owned()), texts.get("inspector-fim-words")),
        ];
        if let Some(name) = pane.choose_row(ui, "inspector-fim-data-kind", at, &data.name, &kinds) {
            pane.put(record(Some(FimData { name, ..data.clone() })));
        }
        let label = texts.get("inspector-fim-name");
        pane.cell(ui, label, &format!("fim-name-{at}"), data.name.text(), label, |text| {
            record(Some(FimData { name: with_text(&data.name, text), ..data.clone() }))
        });
        if matches!(data.way, FimWay::Received | FimWay::Provided) {
            let label = texts.get(if data.way == FimWay::Received { "inspector-fim-sender" } else { "inspector-fim-recipient" });
            pane.cell(ui, label, &format!("fim-partner-{at}"), &data.partner, label, |partner| {
                record(Some(FimData { partner, ..data.clone() }))
            });
        }
        if pane.remove_button(ui) {
            pane.put(record(None));
        }
    });
}

/// The parts of a text between commas.
fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
