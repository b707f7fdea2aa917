//! Rules for data and the other parts beside the flow.

use super::{data, forms, texts, there};
use crate::edit::{ContentCommand, Refusal};
use crate::model::{Document, Exercise, Expectation, FieldKind, Goal, NodeKind, ObjectTypeId, Subject, TestCase, TestStep, violations};

pub(super) fn may(document: &Document, command: &ContentCommand) -> Result<(), Refusal> {
    match command {
        ContentCommand::AddProcess { name }
        | ContentCommand::AddRole { name, .. }
        | ContentCommand::AddObjectType { name }
        | ContentCommand::AddCodeList { name }
        | ContentCommand::AddDecisionTable { name }
        | ContentCommand::AddDocumentTemplate { name } => texts::name(name),
        ContentCommand::AddDataField { object, name, kind: wanted } => {
            texts::name(name)?;
            there(document, Subject::ObjectType(*object))?;
            kind(document, Some(*object), *wanted)
        }
        ContentCommand::AddNestedObject { object, name, .. } => {
            texts::name(name)?;
            there(document, Subject::ObjectType(*object))
        }
        ContentCommand::MoveDataField { field, object, .. } => data::move_field(document, *field, *object),
        ContentCommand::DuplicateData { subject } => data::duplicate(document, *subject),
        ContentCommand::AddReadyCodeList(list) => texts::name(&list.name),
        ContentCommand::AddForm { name, step } => {
            texts::name(name)?;
            let Some(step) = step else { return Ok(()) };
            shows_form(&document.nodes.get(*step).ok_or(Refusal::NotThere)?.kind)
        }
        ContentCommand::DuplicateForm { form } => there(document, Subject::Form(*form)),
        ContentCommand::AddSetting { name, kind } => {
            texts::name(name)?;
            setting_kind(document, *kind)
        }
        ContentCommand::TakeUp(other) => take_up(other),
        ContentCommand::AddTestCase(case) => test_case(document, case),
        ContentCommand::AddExercise(it) => exercise(document, it),
        ContentCommand::AddLanguage { tag, name } => {
            texts::name(name)?;
            texts::tag(None, tag, document.languages.values().map(|it| (it.tag.as_str(), Subject::Language(it.id))))
        }
        _ => forms::may(document, command),
    }
}

/// Something must be there to be taken, and it must be sound in itself.
fn take_up(other: &Document) -> Result<(), Refusal> {
    if other.objects.is_empty() && other.code_lists.is_empty() && other.forms.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    if violations(other).is_empty() { Ok(()) } else { Err(Refusal::NotThere) }
}

fn shows_form(kind: &NodeKind) -> Result<(), Refusal> {
    if matches!(kind, NodeKind::UserTask | NodeKind::StartEvent { .. }) { Ok(()) } else { Err(Refusal::NoFormHere) }
}

/// A kind for a field of `object`: what it names must be there, and no object may hold itself.
pub(super) fn kind(document: &Document, object: Option<ObjectTypeId>, kind: FieldKind) -> Result<(), Refusal> {
    if let Some(list) = kind.code_list() {
        there(document, Subject::CodeList(list))?;
    }
    let Some(inner) = kind.object() else { return Ok(()) };
    there(document, Subject::ObjectType(inner))?;
    if object.is_some_and(|object| holds(document, inner, object)) { Err(Refusal::ObjectInItself) } else { Ok(()) }
}

/// Whether an object type is another or holds it somewhere inside.
fn holds(document: &Document, outer: ObjectTypeId, wanted: ObjectTypeId) -> bool {
    let mut open = vec![outer];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(object) = open.pop() {
        if object == wanted {
            return true;
        }
        if seen.insert(object) {
            let fields = document.objects.get(object).into_iter().flat_map(|object| document.fields_of(object));
            open.extend(fields.filter_map(|field| field.kind.object()));
        }
    }
    false
}

pub(super) fn setting_kind(document: &Document, wanted: FieldKind) -> Result<(), Refusal> {
    if wanted.object().is_some() || !wanted.parts().is_empty() {
        return Err(Refusal::NotSimple);
    }
    kind(document, None, wanted)
}

/// All that a test case speaks of must be there.
pub(super) fn test_case(document: &Document, case: &TestCase) -> Result<(), Refusal> {
    texts::name(&case.name)?;
    there(document, Subject::Process(case.process))?;
    let of_steps = case.steps.iter().flat_map(TestStep::subjects);
    of_steps.chain(case.expectations.iter().flat_map(Expectation::subjects)).try_for_each(|subject| there(document, subject))
}

/// All that an exercise speaks of must be there.
pub(super) fn exercise(document: &Document, exercise: &Exercise) -> Result<(), Refusal> {
    texts::name(&exercise.name)?;
    exercise.goals.iter().flat_map(Goal::subjects).try_for_each(|subject| there(document, subject))
}
