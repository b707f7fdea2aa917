//! Functions without equal: asked before the step that needs their answer, so that a double can give one when the procedure is played.

use super::super::reading::{End, Place, Reading};
use crate::model::{Assignment, Document, FieldKind, NodeKind, ServiceUse, Subject};
use std::collections::BTreeMap;

/// Puts a question for each call that was spoken of since one asked last at the end of the flow; the paths of their answers. Nothing is asked
/// for what is switched off.
pub(super) fn ask(reading: &mut Reading, at: Place, end: &mut End, id: &str, is_active: bool) -> Vec<String> {
    let mut asked = reading.library.take_asked();
    asked.retain(|_| is_active);
    again(reading, at, end, &asked, &format!("{id}/Funktion"));
    asked
}

/// Asks the same once more.
pub(super) fn again(reading: &mut Reading, at: Place, end: &mut End, asked: &[String], id: &str) {
    for (number, path) in asked.iter().enumerate() {
        let field = reading.document.find_path(path).and_then(|path| reading.document.fields.get(path.last()?));
        let Some((function, call)) = field.map(|field| (field.name.clone(), field.description.clone())) else { continue };
        let node = reading.node(at, NodeKind::ServiceTask, &format!("{function} fragen"));
        let answer = vec![Assignment { target: path.clone(), value: "null".to_owned() }];
        reading.change(node, |node| {
            node.details.service = Some(ServiceUse { service: format!("{}{function}", ServiceUse::FUNCTION), answer });
            node.details.note = call;
        });
        reading.remember(Subject::Node(node), &format!("{id}[{number}]"));
        reading.lead(end, node);
    }
}

/// Gives every double a first answer, of the kind that was found for it.
pub(in super::super) fn answer_first(document: &mut Document) {
    let questions: Vec<_> =
        document.nodes.values().filter(|node| node.details.service.as_ref().is_some_and(ServiceUse::is_function)).collect();
    let chosen = chosen(document);
    let first = |path: &str| {
        if let Some(code) = chosen.get(path) {
            return crate::expr::Value::from(code.as_str()).to_feel();
        }
        let field = document.find_path(path).and_then(|path| document.fields.get(path.last()?));
        field.map_or_else(|| "null".to_owned(), |field| usual(field.kind, &field.name))
    };
    let answers: Vec<_> = questions
        .into_iter()
        .filter_map(|node| {
            let mut service = node.details.service.clone()?;
            service.answer.iter_mut().for_each(|answer| answer.value = first(&answer.target));
            Some((node.id, service))
        })
        .collect();
    for (node, service) in answers {
        document.nodes.get_mut(node).into_iter().for_each(|node| node.details.service = Some(service.clone()));
    }
}

/// Answers that are written to a choice as they are: the first code of its list for each.
fn chosen(document: &Document) -> BTreeMap<String, String> {
    let scripts = document.nodes.values().filter_map(|node| if let NodeKind::ScriptTask(set) = &node.kind { Some(set) } else { None });
    let code = |assignment: &Assignment| {
        let field = document.fields.get(document.find_path(&assignment.target)?.last()?)?;
        let list = document.code_lists.get(field.kind.code_list()?)?;
        Some((assignment.value.clone(), list.entries.first()?.code.clone()))
    };
    scripts.flatten().filter_map(code).collect()
}

/// An answer of a kind, in FEEL.
fn usual(kind: FieldKind, function: &str) -> String {
    match kind {
        FieldKind::YesNo => "false".to_owned(),
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => "0".to_owned(),
        FieldKind::Date => "today()".to_owned(),
        FieldKind::Text | FieldKind::LongText => crate::expr::Value::from(function).to_feel(),
        FieldKind::List(_) | FieldKind::MultipleChoice(_) => "[]".to_owned(),
        _ => "null".to_owned(),
    }
}
