//! Rules for fields that move from one object to another, and the ways to objects by which paths follow them.

use super::{content, there};
use crate::edit::Refusal;
use crate::model::{DEEPEST, DataFieldId, DataPath, Document, ElementKind, FieldKind, ObjectTypeId, Subject};

pub(super) fn move_field(document: &Document, field: DataFieldId, object: ObjectTypeId) -> Result<(), Refusal> {
    let field = document.fields.get(field).ok_or(Refusal::NotThere)?;
    let target = document.objects.get(object).ok_or(Refusal::NotThere)?;
    if field.object == object {
        return Ok(());
    }
    if let Some(other) = document.fields_of(target).find(|other| other.key == field.key) {
        return Err(Refusal::KeyTaken { key: field.key.clone(), by: Subject::DataField(other.id) });
    }
    content::kind(document, Some(object), field.kind)?;
    if is_shown(document, field.id) { route(document, field.object, object).map(drop) } else { Ok(()) }
}

pub(super) fn duplicate(document: &Document, subject: Subject) -> Result<(), Refusal> {
    match subject {
        Subject::DataField(_) | Subject::ObjectType(_) => there(document, subject),
        _ => Err(Refusal::NothingToDo),
    }
}

/// Whether a form shows the field or something in it.
fn is_shown(document: &Document, field: DataFieldId) -> bool {
    let shows = |path: &DataPath| path.0.contains(&field);
    document.forms.values().flat_map(|form| form.elements()).any(|element| match &element.kind {
        ElementKind::Field(it) => shows(&it.data),
        ElementKind::Group(group) => group.repeat.as_ref().is_some_and(|repeat| shows(&repeat.list)),
        _ => false,
    })
}

/// The ways from the case data to the object that a field leaves and to the one that it comes into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::edit) struct Route {
    /// To the old object.
    pub from: Vec<DataFieldId>,
    /// To the new object.
    pub to: Vec<DataFieldId>,
    /// Whether both lie in a list.
    pub is_in_list: bool,
}

/// How paths follow a field from one object into another.
///
/// # Errors
/// One of the objects stands in several places, or only one of them lies in a certain list.
pub(in crate::edit) fn route(document: &Document, from: ObjectTypeId, to: ObjectTypeId) -> Result<Route, Refusal> {
    let (from, to) = (only_way(document, from)?, only_way(document, to)?);
    if in_lists(document, &from) != in_lists(document, &to) {
        return Err(Refusal::OutOfItsList);
    }
    let is_in_list = !in_lists(document, &from).is_empty();
    Ok(Route { from, to, is_in_list })
}

/// The fields that lead from a case object to an object type, if there is one way only.
fn only_way(document: &Document, object: ObjectTypeId) -> Result<Vec<DataFieldId>, Refusal> {
    let (mut way, mut here) = (Vec::new(), object);
    for _ in 0..DEEPEST {
        let mut holders = document.fields.values().filter(|field| field.kind.object() == Some(here));
        match (holders.next(), holders.next()) {
            (None, _) => {
                way.reverse();
                return Ok(way);
            }
            (Some(holder), None) => {
                way.push(holder.id);
                here = holder.object;
            }
            (Some(_), Some(_)) => return Err(Refusal::SharedObject),
        }
    }
    Err(Refusal::TooDeep { limit: DEEPEST })
}

/// The part of a way up to its last list.
fn in_lists<'a>(document: &Document, way: &'a [DataFieldId]) -> &'a [DataFieldId] {
    let is_list = |field: &DataFieldId| document.fields.get(*field).is_some_and(|it| matches!(it.kind, FieldKind::List(_)));
    let end = way.iter().rposition(is_list).map_or(0, |last| last + 1);
    way.get(..end).unwrap_or_default()
}
