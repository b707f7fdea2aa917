//! Functions without equal: asked before the step that needs their answer, so that a double can give one when the procedure is played.

use super::super::reading::{End, Place, Reading};
use super::UNDER;
use super::condition::conjuncts;
use crate::expr::{Context, Environment, Names, Number, Part, Shape, Value, parse};
use crate::model::{Assignment, Document, FieldKind, NodeKind, SequenceFlow, ServiceUse, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Most answers that are tried to find one with which a workflow begins.
const MOST_TRIED: usize = 200;

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
    let mut chosen = chosen(document);
    chosen.extend(letting_begin(document));
    let first = |path: &str| chosen.get(path).cloned().unwrap_or_else(|| usual_at(document, path));
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
        Some((assignment.value.clone(), Value::from(list.entries.first()?.code.as_str()).to_feel()))
    };
    scripts.flatten().filter_map(code).collect()
}

/// Answers with which workflows begin whose beginning functions decide, as far as one answer makes the difference.
fn letting_begin(document: &Document) -> BTreeMap<String, String> {
    let is_meant = |flow: &&SequenceFlow| {
        let split = document.origins.get(Subject::Node(flow.from)).and_then(|origin| origin.id.strip_suffix(UNDER));
        let process = document.nodes.get(flow.from).and_then(|node| document.origins.get(Subject::Process(node.process)));
        !flow.is_default && split.is_some() && split == process.map(|origin| origin.id.as_str())
    };
    let conditions = document.flows.values().filter(is_meant).flat_map(|flow| conjuncts(&flow.condition));
    conditions.filter_map(|condition| letting_hold(document, condition)).collect()
}

/// An answer with which a condition holds that does not hold with the usual ones.
fn letting_hold(document: &Document, condition: &str) -> Option<(String, String)> {
    let tree = parse(condition, &Names::new()).ok()?;
    let environment = Environment::default();
    let mut seen = (BTreeSet::new(), vec![Value::Boolean(true), Value::from(Number::from(1_i64))]);
    look(tree.part(), &mut seen);
    let (paths, mut constants) = seen;
    let one_more = |value: &Value| Some(value.as_number()?.plus(&Number::from(1_i64))?.into());
    constants.extend(constants.iter().filter_map(one_more).collect::<Vec<Value>>());
    let usual: BTreeMap<&str, String> = paths.iter().map(|path| (path.as_str(), usual_at(document, path))).collect();
    let holds = |answers: &BTreeMap<&str, String>| {
        let entry = |(path, value): (&&str, &String)| format!("{}: {value}", path.split_once('.').map_or(*path, |(_, name)| name));
        let object = paths.first().and_then(|path| path.split_once('.')).map_or("", |(object, _)| object);
        let data = format!("{{{object}: {{{}}}}}", answers.iter().map(entry).collect::<Vec<_>>().join(", "));
        let data = parse(&data, &Names::new()).ok().map(|data| data.evaluate(&Context::default(), &environment).value);
        let data = data.as_ref().and_then(Value::as_context);
        data.is_some_and(|data| tree.evaluate(data, &environment).value == Value::Boolean(true))
    };
    if holds(&usual) {
        return None;
    }
    let mut tried = paths.iter().flat_map(|path| constants.iter().map(move |value| (path, value.to_feel())));
    tried.by_ref().take(MOST_TRIED).find_map(|(path, value)| {
        let mut answers = usual.clone();
        answers.insert(path, value.clone());
        holds(&answers).then(|| (path.clone(), value))
    })
}

/// The paths and constants of an expression. As deep as it nests, which its reader bounds.
fn look(part: Part<'_>, seen: &mut (BTreeSet<String>, Vec<Value>)) {
    match part.shape() {
        Shape::Path(names) => drop(seen.0.insert(names.join("."))),
        Shape::Literal(value) => seen.1.push(value.clone()),
        Shape::Comparison(_, left, right) | Shape::Arithmetic(_, left, right) => [left, right].into_iter().for_each(|it| look(it, seen)),
        Shape::And(parts) | Shape::Or(parts) | Shape::Call(_, parts) => parts.into_iter().for_each(|it| look(it, seen)),
        _ => {}
    }
}

fn usual_at(document: &Document, path: &str) -> String {
    let field = document.find_path(path).and_then(|path| document.fields.get(path.last()?));
    field.map_or_else(|| "null".to_owned(), |field| usual(field.kind, &field.name))
}

/// An answer of a kind, in FEEL.
fn usual(kind: FieldKind, function: &str) -> String {
    match kind {
        FieldKind::YesNo => "false".to_owned(),
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => "0".to_owned(),
        FieldKind::Date => "today()".to_owned(),
        FieldKind::Text | FieldKind::LongText => Value::from(function).to_feel(),
        FieldKind::List(_) | FieldKind::MultipleChoice(_) => "[]".to_owned(),
        _ => "null".to_owned(),
    }
}
