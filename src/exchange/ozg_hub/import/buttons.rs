//! The buttons of a form: a choice at its end, whose codes are the buttons.

use super::super::json::{Json, line_of};
use super::super::remark::Remark;
use super::data::Wish;
use super::form::{Buttons, FormReader};
use super::note;
use crate::model::{ChoiceStyle, CodeEntry, DataPath, ElementKind, FieldKind, FormElement, FormField, Origin, Subject};

/// Under which id the choice of buttons is found again.
pub(in super::super) const BUTTONS: &str = "customButtons";

impl FormReader<'_> {
    /// The choice for the buttons of the form, if it has any.
    pub fn buttons(&mut self, form: &Json) -> Option<FormElement> {
        let own = form.get(BUTTONS)?;
        let entries: Vec<CodeEntry> = own.list("buttons").iter().map(entry).filter(|entry| !entry.code.is_empty()).collect();
        if entries.is_empty() {
            return None;
        }
        let variable = own.get("target").map(|target| target.text("variableName")).unwrap_or_default();
        let (form_key, form_name) = self.names();
        let document = &mut self.import.document;
        let list = self.import.data.list(document, &format!("{form_key}_buttons"), &format!("Schaltflächen: {form_name}"), entries);
        let wish = Wish {
            key: if variable.is_empty() { "schaltflaeche" } else { &variable },
            name: "Schaltfläche",
            kind: FieldKind::Choice(list),
        };
        let (data, _) = self.import.data.field(document, self.object, BUTTONS, wish);
        let element = FormElement {
            visible_when: String::new(),
            ..FormElement::new(
                document.new_id(),
                ElementKind::Field(FormField {
                    is_required: true,
                    choice_style: ChoiceStyle::Radio,
                    ..FormField::of(DataPath::field(data))
                }),
            )
        };
        if let Some(source) = self.file.source {
            for of in [Subject::CodeList(list), Subject::DataField(data), Subject::FormElement(self.form, element.id)] {
                document.origins.insert(of, Origin { source, id: BUTTONS.to_owned() });
            }
        }
        let line = line_of(&self.file.text, own.place.start);
        let said = note(BUTTONS, &form_name, Remark::Buttons).on(Subject::FormElement(self.form, element.id));
        self.import.say(said, &self.file.path, line);
        self.found.buttons.insert(self.form, Buttons { variable, field: data });
        Some(element)
    }
}

fn entry(button: &Json) -> CodeEntry {
    CodeEntry { code: button.text("value"), label: button.text("label"), help: button.text("helptext") }
}
