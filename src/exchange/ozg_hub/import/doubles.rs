//! What stands in for scripts, which are kept but never run: what they set, and values with which the procedure plays to its end.

use super::super::folder::{self, Role};
use super::super::json::{Json, read as read_json};
use super::super::remark::Remark;
use super::condition;
use super::data::{self, Wish};
use super::groovy::{self, Target};
use super::{Importing, TextFile, note};
use crate::exchange::Note;
use crate::model::{Assignment, DataFieldId, Document, FieldKind, FlowId, NodeId, ServiceUse, Subject};
use crate::scope::{Usages, Use};
use proposal::Proposer;
use std::collections::{BTreeMap, BTreeSet};

mod proposal;

/// What a step sets besides the forms.
pub(super) struct Standing {
    pub node: NodeId,
    /// The file of its script; `None` if it stands in the model.
    pub script: Option<String>,
    /// Fields, with values that stand in the script as they are.
    pub sets: Vec<(DataFieldId, Vec<String>)>,
}

/// What the steps of a model set.
#[derive(Default)]
pub(super) struct Scripts {
    /// Steps with a script that was read.
    pub read: Vec<Standing>,
    /// Script tasks whose script is not in the project, with where it should be.
    pub missing: Vec<(NodeId, String)>,
    /// Steps of services, with the variable that takes what comes of them.
    pub results: Vec<(NodeId, String)>,
}

/// Declares what scripts set as fields of the case, before forms and conditions speak of it.
pub(super) fn declare(importing: &mut Importing, texts: &[TextFile]) {
    let forms = variables_of_forms(texts);
    for file in texts.iter().filter(|file| matches!(folder::role(&file.path), Role::Script { .. })) {
        for output in groovy::outputs(&file.text) {
            if let Target::Variable(name) = &output.target
                && !forms.contains(name)
            {
                variable(importing, name, &output.literals);
            }
        }
    }
}

/// The variables that hold whole forms: a script that sets one hands the form back.
fn variables_of_forms(texts: &[TextFile]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in texts.iter().filter(|file| matches!(folder::role(&file.path), Role::Form(_))) {
        let Ok(json) = read_json(&file.text) else { continue };
        found.extend(["source", "target"].into_iter().filter_map(|key| json.get(key)).map(|it: &Json| it.text("variableName")));
    }
    found
}

/// The fields that a script sets: variables of the process, and these fields of forms.
pub(super) fn fields_of(importing: &mut Importing, forms: &BTreeMap<String, DataFieldId>, script: &str) -> Vec<(DataFieldId, Vec<String>)> {
    let mut found = Vec::new();
    for output in groovy::outputs(script) {
        let field = match &output.target {
            Target::Variable(name) => variable(importing, name, &output.literals),
            Target::Field(group, field) => forms.get(&format!("{group}:{field}")).copied(),
        };
        if let Some(field) = field.filter(|field| !found.iter().any(|(known, _)| known == field)) {
            found.push((field, output.literals));
        }
    }
    found
}

/// The field of a variable; none if it holds a whole form or cannot be spoken of.
fn variable(importing: &mut Importing, name: &str, literals: &[String]) -> Option<DataFieldId> {
    if importing.data.is_object(name) || !data::is_speakable(name) {
        return None;
    }
    let kind = match literals.first().map(String::as_str) {
        Some("true" | "false") => FieldKind::YesNo,
        Some(text) if condition::is_number(text) => FieldKind::Decimal,
        _ => FieldKind::Text,
    };
    let object = importing.data.case(&mut importing.document);
    Some(importing.data.field(&mut importing.document, object, name, Wish { key: name, name: "", kind }).0)
}

/// The data of fields by their groups and ids in forms: `group:field`.
pub(super) fn fields_of_forms(document: &Document) -> BTreeMap<String, DataFieldId> {
    let field = |of: Subject| if let Subject::DataField(field) = of { Some(field) } else { None };
    document.origins.iter().filter_map(|(of, origin)| Some((origin.id.clone(), field(of)?))).collect()
}

/// Gives every step whose script is not run a double that answers, and says so; says too which conditions ask what nobody sets. `placed`
/// adds where in the model a note belongs.
pub(super) fn stand_in(importing: &mut Importing, scripts: &Scripts, placed: &dyn Fn(Note) -> Note) {
    let read = scripts.read.iter().map(|standing| (standing.node, standing.sets.clone()));
    // What was said of a double in words of the studio's own stays.
    let answers = importing.document.nodes.values().filter_map(|node| Some((node.id, node.details.service.as_ref()?.answer.clone())));
    let given: BTreeMap<NodeId, Vec<Assignment>> = answers.filter(|(_, answer)| !answer.is_empty()).collect();
    let mut sets: Sets = read.chain(scripts.missing.iter().map(|(node, _)| (*node, Vec::new()))).collect();
    put(&mut importing.document, &sets, &given, |_, _| "null".to_owned());
    let asked = asked_in_vain(&importing.document);
    let proposer = Proposer::new(&importing.document);
    let missing: BTreeSet<NodeId> = scripts.missing.iter().map(|(node, _)| *node).collect();
    let results: BTreeSet<(NodeId, &str)> = scripts.results.iter().map(|(node, result)| (*node, result.as_str())).collect();
    for (place, field) in asked {
        let variable = importing.document.fields.get(field).map(|field| field.key.clone()).unwrap_or_default();
        let setters = proposer.before(place, &|node| missing.contains(&node) || results.contains(&(node, variable.as_str())));
        if let (Subject::Flow(flow), true) = (place, setters.is_empty()) {
            say_unset(importing, flow, variable, placed);
        }
        for node in setters {
            let own = sets.entry(node).or_default();
            if !own.iter().any(|(known, _)| *known == field) {
                own.push((field, Vec::new()));
            }
        }
    }
    let values: BTreeMap<(NodeId, DataFieldId), String> = sets
        .iter()
        .flat_map(|(node, fields)| fields.iter().map(move |(field, literals)| (*node, *field, literals)))
        .map(|(node, field, literals)| ((node, field), proposer.value(node, field, literals)))
        .collect();
    put(&mut importing.document, &sets, &given, |node, field| values.get(&(node, field)).cloned().unwrap_or_default());
    say_scripts(importing, scripts, &sets, placed);
}

/// What steps set: fields, with values that stand in their scripts as they are.
type Sets = BTreeMap<NodeId, Vec<(DataFieldId, Vec<String>)>>;

/// Puts the answers into the steps, behind those that were given.
fn put(document: &mut Document, sets: &Sets, given: &BTreeMap<NodeId, Vec<Assignment>>, value: impl Fn(NodeId, DataFieldId) -> String) {
    for (node, fields) in sets {
        let mut answer: Vec<Assignment> = given.get(node).cloned().unwrap_or_default();
        for (field, _) in fields {
            let target = data::path(document, *field);
            if !answer.iter().any(|known| known.target == target) {
                answer.push(Assignment { target, value: value(*node, *field) });
            }
        }
        let Some(node) = document.nodes.get_mut(*node) else { continue };
        let service = node.details.service.take().map_or_else(|| ServiceUse::SCRIPT.to_owned(), |service| service.service);
        node.details.service = Some(ServiceUse { service, answer });
    }
}

/// What conditions of connections ask, and letters of steps name, and nothing asks for, sets or answers.
fn asked_in_vain(document: &Document) -> Vec<(Subject, DataFieldId)> {
    let usages = Usages::of(document);
    let senders = |letter| document.nodes.values().filter(move |node| node.details.documents.contains(&letter)).map(|node| node.id);
    let mut found = Vec::new();
    for field in document.fields.keys() {
        let uses = usages.of_field(field);
        if uses.iter().any(|usage| matches!(usage.how, Use::Asked | Use::Written)) {
            continue;
        }
        for usage in uses {
            match usage.at {
                Subject::Flow(_) => found.push((usage.at, field)),
                Subject::DocumentTemplate(letter) => found.extend(senders(letter).map(|node| (Subject::Node(node), field))),
                _ => {}
            }
        }
    }
    found
}

fn say_unset(importing: &mut Importing, flow: FlowId, variable: String, placed: &dyn Fn(Note) -> Note) {
    let name = importing.document.flows.get(flow).map(|flow| flow.name.clone()).unwrap_or_default();
    let id = id_of(&importing.document, Subject::Flow(flow));
    importing.notes.push(placed(note(&id, &name, Remark::NobodySets(variable)).on(Subject::Flow(flow))));
}

fn say_scripts(importing: &mut Importing, scripts: &Scripts, sets: &Sets, placed: &dyn Fn(Note) -> Note) {
    let document = &importing.document;
    let fields = |node: NodeId| {
        let fields = sets.get(&node).into_iter().flatten().filter_map(|(field, _)| document.fields.get(*field));
        fields.map(|field| field.name.clone()).collect::<Vec<_>>().join(", ")
    };
    let named = |node: NodeId, remark: Remark| {
        let name = document.nodes.get(node).map(|node| node.name.clone()).unwrap_or_default();
        note(&id_of(document, Subject::Node(node)), &name, remark).on(Subject::Node(node))
    };
    let mut said = Vec::new();
    for Standing { node, script, .. } in &scripts.read {
        let made = named(*node, Remark::ScriptKept { path: script.clone().unwrap_or_default(), sets: fields(*node) });
        said.push(match script {
            Some(path) => made.file(path),
            None => placed(made),
        });
    }
    for (node, path) in &scripts.missing {
        said.push(placed(named(*node, Remark::ScriptMissing { path: path.clone(), sets: fields(*node) })));
    }
    importing.notes.extend(said);
}

fn id_of(document: &Document, subject: Subject) -> String {
    document.origins.get(subject).map(|origin| origin.id.clone()).unwrap_or_default()
}
