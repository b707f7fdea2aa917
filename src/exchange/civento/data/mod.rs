//! The data of a Bibliothek: objects, fields, widgets and code lists, forms, and settings; read and written.
//!
//! # What becomes what
//!
//! - `Objekt` becomes a case object, `Metadatenliste` a field of kind list with an object type of its own, `Metadatenfeld` a field; names become
//!   keys as they are where they can be keys. The kind is what the widget shows; where that leaves a choice, `Datentyp` decides.
//! - The widgets are a form too, "Fachdaten": a page for each object, a group in it for the object, which has the widths.
//! - A `Personendatensatz` becomes a field of kind person, and one field beside it for each part shown that a person here does not have
//!   (`halterEmail`): they go with the person, and leave with it.
//! - A `DynamischesFormular` becomes the elements of a form; `AktionAusblenden` becomes the condition under which its target is shown.
//! - A library of the kind `Vorgangseinstellungdefinition` becomes settings.
//!
//! # Identity
//!
//! The origin of a data field, object or setting is the reference by which expressions of the library reach it: `V.Z.Hund.name`, `VE.Stadt.satz`.
//! Fields that stand for something that the file only speaks of (`V.AS.…`, a function's answer) have the reference, or the call, as origin too.
//! Elements of forms have their `Id`; those without one a path that ends in `[n]`.

mod accounting;
mod codes;
mod definition;
mod draft;
mod form;
mod hiding;
mod html;
mod library;
mod literal;
mod parts;
mod remark;
mod settings;
mod standard;
mod widget;
#[cfg(test)]
mod tests;

pub use draft::{Drafting, Objects};
pub use library::Library;
pub(super) use library::VARIABLES;
pub use remark::{Matter, Remark};
pub use settings::SETTINGS_LIBRARY;
pub(super) use widget::choices_taken_as_texts;

use super::super::xml::Element;
use super::super::{Note, What};
use crate::model::{Document, Origin, SourceId, Subject};

/// Reads the data of a library into a document.
pub struct Reading<'r> {
    /// The document.
    pub document: &'r mut Document,
    /// What was said so far.
    pub notes: &'r mut Vec<Note>,
    /// What is known of the library's data.
    pub library: &'r mut Library,
    /// The file.
    pub source: SourceId,
}

impl Reading<'_> {
    /// Says something about an element of the file.
    fn say(&mut self, element: &Element<'_>, subject: impl Into<Option<Subject>>, remark: Remark) {
        let subject = subject.into();
        let named = element.attribute("Name").or_else(|| element.attribute("Id")).unwrap_or_default();
        let name = subject.and_then(|subject| self.document.name_of(subject)).unwrap_or_default().to_owned();
        self.notes.push(Note::new(named, &name, What::CiventoData(remark)).line(element.position.line).on(subject));
    }

    fn remember(&mut self, subject: Subject, id: &str) {
        self.document.origins.insert(subject, Origin { source: self.source, id: id.to_owned() });
    }
}
