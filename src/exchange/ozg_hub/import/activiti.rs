//! What the platform says of the steps of a model beside the standard (Activiti 5): who does them, with which form or service, by which script.

use super::super::check;
use super::super::folder::{self, Role};
use super::super::ids;
use super::super::remark::Remark;
use super::data::{self, Wish};
use super::doubles::{self, Scripts, Standing};
use super::form::{Buttons, Found};
use super::{Importing, TextFile, note, service};
use crate::exchange::What;
use crate::exchange::xml::{self, Element};
use crate::expr::Value;
use crate::model::{
    Assignment, DataFieldId, Document, FieldKind, FlowIndex, FormId, NodeId, NodeKind, Origin, RoleId, RoleKind, ServiceUse, Setting,
    SettingId, SourceId, Subject,
};
use crate::scope::Usages;
use std::collections::{BTreeMap, BTreeSet};

/// Under which id the client is found again.
pub(in super::super) const CLIENT: &str = "mandant";

/// What script tasks are looked up in.
struct Files<'a> {
    /// Scripts by the ids of their steps.
    scripts: BTreeMap<String, &'a TextFile>,
    /// The data of fields of forms.
    fields: BTreeMap<String, DataFieldId>,
}

/// Reads the model a second time, now for what belongs to the platform.
pub(super) fn read(importing: &mut Importing, model: &TextFile, texts: &[TextFile], forms: &Found) {
    let Ok(tree) = xml::read(&model.text) else { return };
    let mut steps = Vec::new();
    let mut open: Vec<&Element<'_>> = tree.elements().rev().collect();
    while let Some(element) = open.pop() {
        steps.push(element);
        open.extend(element.elements().rev());
    }
    let nodes = nodes(&importing.document, model.source);
    remember(importing, model.source, &nodes);
    if let Some(process) = tree.first("process") {
        client(importing, model, process);
    }
    let mut scripts = Scripts::default();
    let files = Files { scripts: scripts_by_step(importing, texts), fields: doubles::fields_of_forms(&importing.document) };
    for element in &steps {
        let Some(node) = element.attribute("id").and_then(|id| nodes.get(id)).copied() else { continue };
        match element.name.local {
            "userTask" => user_task(importing, &model.path, element, node, forms),
            "serviceTask" => {
                service::read(importing, model, element, node);
                scripts.results.extend(service::result(element).map(|variable| (node, variable)));
            }
            "scriptTask" => script_task(importing, element, node, &files, &mut scripts),
            _ => {}
        }
    }
    point_at_buttons(&mut importing.document, &forms.buttons);
    let lines: BTreeMap<&str, usize> = steps.iter().filter_map(|element| Some((element.attribute("id")?, element.position.line))).collect();
    doubles::stand_in(importing, &scripts, &|mut note| {
        note.at.line = lines.get(note.at.id.as_str()).copied();
        note.file(&model.path)
    });
}

/// The nodes by their ids in the file.
fn nodes(document: &Document, source: Option<SourceId>) -> BTreeMap<String, NodeId> {
    let by_key = document.nodes.values().map(|node| (node.key.clone(), node.id));
    let named = document.origins.iter().filter(|(_, origin)| Some(origin.source) == source);
    let by_origin = named.filter_map(|(of, origin)| Some((origin.id.clone(), of.node()?)));
    by_key.chain(by_origin).collect()
}

/// Remembers where the nodes came from, where the reader of BPMN has not.
fn remember(importing: &mut Importing, source: Option<SourceId>, nodes: &BTreeMap<String, NodeId>) {
    let Some(source) = source else { return };
    for (id, node) in nodes {
        if !importing.document.origins.contains(Subject::Node(*node)) {
            importing.document.origins.insert(Subject::Node(*node), Origin { source, id: id.clone() });
        }
    }
}

/// The value of an attribute of Activiti.
pub(super) fn own<'a>(element: &'a Element<'_>, local: &str) -> &'a str {
    let found = element.attributes.iter().find(|it| !it.name.prefix.is_empty() && it.name.local == local);
    found.map(|it| it.value.trim()).unwrap_or_default()
}

/// `m102.hundAnmelden`: the client is a setting, the rest the key of the process.
fn client(importing: &mut Importing, model: &TextFile, process: &Element<'_>) {
    let id = process.attribute("id").unwrap_or_default();
    let Some((client, key)) = id.strip_prefix('m').and_then(|rest| rest.split_once('.')) else { return };
    let main = importing.document.main_process;
    if let Some(main) = importing.document.processes.get_mut(main).filter(|_| crate::model::is_legal_key(key)) {
        key.clone_into(&mut main.key);
    }
    let given = if ids::is_client(client) { Value::text(client).to_feel() } else { String::new() };
    let setting = add_setting(importing, CLIENT, "Mandant", "Nummer des Mandanten auf der Plattform", given);
    if let Some(source) = model.source {
        importing.document.origins.insert(Subject::Setting(setting), Origin { source, id: CLIENT.to_owned() });
    }
    let line = process.position.line;
    if !ids::is_client(client) {
        importing.say(note("", "Mandant", Remark::Asked(client.to_owned())).on(Subject::Setting(setting)), &model.path, line);
    }
}

/// A setting that somebody has to fill in.
pub(super) fn add_setting(importing: &mut Importing, key: &str, name: &str, description: &str, default_value: String) -> SettingId {
    let id: SettingId = importing.document.new_id();
    let setting = Setting {
        id,
        key: importing.data.setting_keys.take_id(key, "einstellung"),
        name: name.to_owned(),
        description: description.to_owned(),
        kind: FieldKind::Text,
        default_value,
        is_required: true,
    };
    importing.document.settings.insert(id, setting);
    id
}

fn user_task(importing: &mut Importing, file: &str, element: &Element<'_>, node: NodeId, forms: &Found) {
    let assignee = own(element, "assignee");
    let role = match assignee {
        "" => None,
        text if text.contains("startedBy") => Some(role(importing, "Antragstellende Person", RoleKind::Applicant)),
        text if text.to_ascii_lowercase().contains("caseworker") => Some(role(importing, "Sachbearbeitung", RoleKind::Caseworker)),
        _ => None,
    };
    let form_key = own(element, "formKey");
    let (id, line) = (element.attribute("id").unwrap_or_default(), element.position.line);
    if role.is_none() && !assignee.is_empty() {
        importing.notes.push(note(id, "", Remark::RoleOf(assignee.to_owned())).file(file).line(line).on(Subject::Node(node)));
    }
    let form = form_key.strip_prefix("formular:").and_then(|wanted| form_of(importing, file, wanted, forms, (id, node, line)));
    let service = match form_key {
        "payment" => Some("ePayment"),
        "serviceportal-login" => Some("nutzerkonto"),
        "showOnce" => Some("hinweisseite"),
        _ => None,
    };
    if let Some(node) = importing.document.nodes.get_mut(node) {
        node.details.role = role.or(node.details.role);
        node.details.form = form.or(node.details.form);
        node.details.service = service.map(|key| ServiceUse { service: key.to_owned(), answer: Vec::new() });
    }
}

/// The form of that id; else the one whose file is named so.
fn form_of(importing: &mut Importing, file: &str, wanted: &str, forms: &Found, (id, node, line): (&str, NodeId, usize)) -> Option<FormId> {
    if let Some(form) = forms.by_id.get(wanted) {
        return Some(*form);
    }
    let (_, name, _) = ids::form_parts(wanted)?;
    let form = forms.by_file.get(name)?;
    importing.notes.push(note(id, "", Remark::FoundByFile(wanted.to_owned())).file(file).line(line).on(Subject::Node(node)));
    Some(*form)
}

fn role(importing: &mut Importing, name: &str, kind: RoleKind) -> RoleId {
    let document = &mut importing.document;
    if let Some(role) = document.roles.values().find(|role| role.kind == kind && role.name == name) {
        return role.id;
    }
    let id: RoleId = document.new_id();
    let key = crate::model::free_key(name, "rolle", |key| document.roles.values().any(|role| role.key == key));
    document.roles.insert(id, crate::model::Role { id, key, name: name.to_owned(), kind });
    id
}

/// The script of a step stays in its file, or in the model. One that only sets variables to plain values is understood; of others it is
/// read what they set.
fn script_task(importing: &mut Importing, element: &Element<'_>, node: NodeId, files: &Files<'_>, scripts: &mut Scripts) {
    let id = element.attribute("id").unwrap_or_default();
    let script = files.scripts.get(id).copied();
    let inside = element.first("script").map(|text| text.text().into_owned()).filter(|text| !check::is_stand_in(text));
    let is_kept_here = inside.is_some() && script.is_none();
    importing.notes.retain(|note| note.what != What::ScriptInNote || note.at.id != id || is_kept_here);
    let documented = element.first("documentation").map(|it| it.text().trim().to_owned()).unwrap_or_default();
    let assignments = script.and_then(|file| assignments(&file.text)).unwrap_or_default();
    let made = declared(importing, assignments);
    let is_understood = !made.is_empty()
        || matches!(importing.document.nodes.get(node).map(|node| &node.kind), Some(NodeKind::ScriptTask(set)) if !set.is_empty());
    if !is_understood {
        if let Some(text) = script.map(|file| file.text.as_str()).or(inside.as_deref()) {
            let sets = doubles::fields_of(importing, &files.fields, text);
            scripts.read.push(Standing { node, script: script.map(|file| file.path.clone()), sets });
        } else {
            let folder = importing.document.main().map(|main| main.key.clone()).unwrap_or_default();
            scripts.missing.push((node, format!("scripts/{folder}/{id}.groovy")));
        }
    }
    let Some(node) = importing.document.nodes.get_mut(node) else { return };
    let place = script.filter(|_| made.is_empty()).map(|file| format!("Skript: {}", file.path)).unwrap_or_default();
    if inside.is_none() {
        node.details.note = [documented, place].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    }
    if let NodeKind::ScriptTask(own) = &mut node.kind
        && own.is_empty()
    {
        *own = made;
    }
}

/// The scripts by the ids of their steps: those in the folder of the main process, else those in another.
fn scripts_by_step<'a>(importing: &Importing, texts: &'a [TextFile]) -> BTreeMap<String, &'a TextFile> {
    let main = importing.document.main().map(|main| main.key.as_str()).unwrap_or_default();
    let mut found = BTreeMap::new();
    for file in texts {
        let Role::Script { process, task } = folder::role(&file.path) else { continue };
        if process == main {
            found.insert(task, file);
        } else {
            found.entry(task).or_insert(file);
        }
    }
    found
}

/// What a script sets, if it does nothing else than set variables to plain values.
fn assignments(script: &str) -> Option<Vec<(String, String)>> {
    let mut found = Vec::new();
    for line in script.lines().map(str::trim) {
        let is_passed = line.is_empty() || ["//", "package ", "import "].iter().any(|start| line.starts_with(start));
        if is_passed || line.split("//").next().is_some_and(|line| line.trim_end().ends_with("= apiV1")) {
            continue;
        }
        let call = ["api.setVariable(", "apiV1.setVariable(", "execution.setVariable("].iter().find_map(|call| line.strip_prefix(call))?;
        let inner = call.trim_end_matches(';').strip_suffix(')')?;
        let (name, value) = inner.split_once(',')?;
        let name = name.trim().strip_prefix('"')?.strip_suffix('"')?;
        found.push((name.to_owned(), plain_value(value.trim())?));
    }
    Some(found).filter(|found| !found.is_empty())
}

fn plain_value(text: &str) -> Option<String> {
    let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).filter(|text| !text.contains(['"', '\\', '$']));
    let is_plain = matches!(text, "true" | "false" | "null") || super::condition::is_number(text);
    if is_plain { Some(text.to_owned()) } else { quoted.map(|text| Value::text(text).to_feel()) }
}

/// The variables become fields of the case.
fn declared(importing: &mut Importing, assignments: Vec<(String, String)>) -> Vec<Assignment> {
    let speakable = assignments.into_iter().filter(|(name, _)| data::is_speakable(name));
    let mut made = Vec::new();
    for (name, value) in speakable {
        let kind = match value.as_str() {
            "true" | "false" => FieldKind::YesNo,
            text if super::condition::is_number(text) => FieldKind::Decimal,
            _ => FieldKind::Text,
        };
        let object = importing.data.case(&mut importing.document);
        let (field, _) = importing.data.field(&mut importing.document, object, &name, Wish { key: &name, name: "", kind });
        made.push(Assignment { target: data::path(&importing.document, field), value });
    }
    made
}

/// Conditions that ask which button was pressed ask the choice of the form before them.
fn point_at_buttons(document: &mut Document, buttons: &BTreeMap<FormId, Buttons>) {
    let mut changes = Vec::new();
    let index = FlowIndex::of(document);
    for flow in document.flows.values() {
        for variable in buttons.values().map(|buttons| &buttons.variable).collect::<BTreeSet<_>>() {
            let written = format!("{}.{variable}", data::CASE.0);
            if !flow.condition.contains(&written) {
                continue;
            }
            let forms: BTreeSet<FormId> = before(document, &index, flow.from, variable, buttons);
            let only = forms.first().filter(|_| forms.len() == 1).and_then(|form| buttons.get(form));
            if let Some(buttons) = only {
                changes.push((flow.id, replaced(&flow.condition, &written, &data::path(document, buttons.field))));
            }
        }
    }
    for (flow, condition) in changes {
        if let Some(flow) = document.flows.get_mut(flow) {
            flow.condition = condition;
        }
    }
    forget_unused(document, buttons);
}

/// The variable of the buttons is no field of the case where every condition asks a form's choice instead.
fn forget_unused(document: &mut Document, buttons: &BTreeMap<FormId, Buttons>) {
    let usages = Usages::of(document);
    let is_of_buttons = |key: &str| buttons.values().any(|buttons| buttons.variable == key);
    let Some(case) = document.objects.values().find(|object| object.key == data::CASE.0) else { return };
    let unused = document.fields_of(case).filter(|field| is_of_buttons(&field.key) && !usages.is_used(field.id));
    let (case, unused): (_, BTreeSet<_>) = (case.id, unused.map(|field| field.id).collect());
    let is_empty = document.objects.get_mut(case).is_some_and(|object| {
        object.fields.retain(|field| !unused.contains(field));
        object.fields.is_empty()
    });
    unused.iter().for_each(|field| drop(document.fields.remove(*field)));
    if is_empty && !unused.is_empty() {
        document.objects.remove(case);
    }
}

/// The forms with buttons that were filled in last before a node.
fn before(document: &Document, index: &FlowIndex, from: NodeId, variable: &str, buttons: &BTreeMap<FormId, Buttons>) -> BTreeSet<FormId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if !seen.insert(node) {
            continue;
        }
        let form = document.nodes.get(node).and_then(|node| node.details.form);
        match form.filter(|form| buttons.get(form).is_some_and(|buttons| buttons.variable == variable)) {
            Some(form) => {
                found.insert(form);
            }
            None => open.extend(index.incoming(node).iter().filter_map(|flow| document.flows.get(*flow)).map(|flow| flow.from)),
        }
    }
    found
}

/// A path in a condition, where it stands as a whole, becomes another.
fn replaced(condition: &str, path: &str, by: &str) -> String {
    let mut out = String::new();
    let mut rest = condition;
    while let Some(at) = rest.find(path) {
        let behind = rest.get(at + path.len()..).unwrap_or_default();
        let is_whole = !behind.starts_with(|sign: char| sign.is_alphanumeric() || sign == '_' || sign == '.');
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push_str(if is_whole { by } else { path });
        rest = behind;
    }
    out + rest
}
