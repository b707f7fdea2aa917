//! What expressions of a document can speak of: the declared data in the terms of `expr`, and which expression speaks of what.

mod references;
#[cfg(test)]
mod tests;
mod usage;

pub use references::{Paths, Reference, Target};
pub use usage::{Spot, Usage, Usages, Use};

use crate::expr::{Fields, Names, Type};
use crate::model::{CodeListId, Document, FieldKind, ObjectType};
use std::sync::Arc;

/// Name under which expressions find the settings.
pub const SETTINGS: &str = "einstellungen";

/// Objects nested deeper than this are taken as unknown, so that types of objects that hold themselves end.
const DEEPEST: usize = 8;

/// Names and types of the case data and settings.
pub fn fields(document: &Document) -> Fields {
    let objects = document.case_objects().map(|object| (Arc::from(object.key.as_str()), object_type(document, object, 0)));
    let settings = document.settings.values().map(|setting| (Arc::from(setting.key.as_str()), type_of(document, setting.kind)));
    let settings = Type::Context(Arc::new(Fields::new(settings)));
    Fields::new(objects.chain((!document.settings.is_empty()).then(|| (Arc::from(SETTINGS), settings))))
}

/// The names alone, as the parser needs them.
pub fn names(document: &Document) -> Names {
    let mut names = Names::new();
    names.insert_fields(&fields(document));
    names
}

/// The type of the values of a kind.
pub fn type_of(document: &Document, kind: FieldKind) -> Type {
    nested_type(document, kind, 0)
}

/// The type of an object with its fields.
pub fn type_of_object(document: &Document, object: &ObjectType) -> Type {
    object_type(document, object, 0)
}

fn object_type(document: &Document, object: &ObjectType, depth: usize) -> Type {
    if depth > DEEPEST {
        return Type::any_context();
    }
    let entries = document.fields_of(object).map(|field| (Arc::from(field.key.as_str()), nested_type(document, field.kind, depth + 1)));
    Type::Context(Arc::new(Fields::new(entries)))
}

fn nested_type(document: &Document, kind: FieldKind, depth: usize) -> Type {
    let nested = |id| document.objects.get(id).map_or_else(Type::any_context, |object| object_type(document, object, depth));
    match kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone => Type::Text,
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => Type::Number,
        FieldKind::Date => Type::Date,
        FieldKind::Time => Type::Time,
        FieldKind::DateTime => Type::DateTime,
        FieldKind::YesNo => Type::Boolean,
        FieldKind::Choice(list) => choice(document, list),
        FieldKind::MultipleChoice(list) => Type::list(choice(document, list)),
        FieldKind::Object(object) => nested(object),
        FieldKind::List(object) => Type::list(nested(object)),
        FieldKind::Person | FieldKind::Address | FieldKind::BankAccount | FieldKind::File => parts(kind),
    }
}

fn choice(document: &Document, list: CodeListId) -> Type {
    let codes = document.code_lists.get(list).map_or(&[][..], |list| &list.entries);
    Type::Choice(codes.iter().map(|entry| Arc::from(entry.code.as_str())).collect())
}

fn parts(kind: FieldKind) -> Type {
    let entries = kind.parts().iter().map(|part| {
        let of = match *part {
            "geburtsdatum" => Type::Date,
            "groesse" => Type::Number,
            _ => Type::Text,
        };
        (Arc::from(*part), of)
    });
    Type::Context(Arc::new(Fields::new(entries)))
}
