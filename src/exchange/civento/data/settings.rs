//! Settings: what each installation fills in.

use super::super::super::xml::Element;
use super::accounting::text;
use super::standard::Look;
use super::widget::widget_in;
use super::{Reading, Remark};
use crate::model::{FieldKind, Subject};
use crate::scope::SETTINGS;

/// What the attribute `Rubrik` of a library of settings says.
pub const SETTINGS_LIBRARY: &str = "Vorgangseinstellungdefinition";

impl Reading<'_> {
    /// Reads a library of settings. Expressions reach them as `VE.<Schluessel>.<Name>`, and by the name of the object too.
    pub fn read_settings(&mut self, library: &Element<'_>) {
        let key = library.attribute("Schluessel").unwrap_or_default().trim().to_owned();
        let mut made = 0;
        for definition in library.all("Metadatendefinition") {
            self.account_for(definition, None, |name| name == "Objekt", |name| name == "EsIndexing");
            for object in definition.all("Objekt") {
                let is_shown = |name: &str| matches!(name, "Metadatenfeld" | "Metadatenliste" | "Metadatenobjekt");
                self.account_for(object, None, is_shown, |name| name == "Objektfeld");
                let name = object.attribute("Name").unwrap_or_default().trim().to_owned();
                for field in object.elements() {
                    match field.name.local {
                        "Metadatenfeld" => made += usize::from(self.setting(field, &key, &name)),
                        "Metadatenliste" | "Metadatenobjekt" => self.say(field, None, Remark::SettingKind),
                        _ => {}
                    }
                }
            }
        }
        self.say(library, None, Remark::Settings(made));
    }

    /// Whether it became a setting.
    fn setting(&mut self, field: &Element<'_>, library: &str, object: &str) -> bool {
        let name = field.attribute("Name").unwrap_or_default().trim().to_owned();
        let notes = self.notes.len();
        let widget = self.widget(field, &name);
        let is_simple = widget.kind.parts().is_empty() && !matches!(widget.kind, FieldKind::MultipleChoice(_));
        if !is_simple {
            self.say(field, None, Remark::SettingKind);
            return false;
        }
        let reference = format!("VE.{library}.{name}");
        let known = self.library.find(&reference).or_else(|| self.library.find(&format!("VE.{object}.{name}"))).map(str::to_owned);
        let there = known.and_then(|path| {
            let key = path.strip_prefix(SETTINGS)?.strip_prefix('.')?.to_owned();
            self.document.settings.values().find(|setting| setting.key == key).map(|setting| setting.id)
        });
        // A procedure may have spoken of it before.
        let id = there.unwrap_or_else(|| self.new_setting(&name, &name, widget.kind));
        let subject = Subject::Setting(id);
        if let Some(setting) = self.document.settings.get_mut(id) {
            setting.kind = widget.kind;
            if !widget.title.is_empty() {
                setting.name.clone_from(&widget.title);
            }
            setting.description.clone_from(&widget.help);
            setting.default_value.clone_from(&widget.prefill);
            setting.is_required = widget.look == Look::Required;
            let path = format!("{SETTINGS}.{}", setting.key);
            self.library.insert(&reference, &path);
            self.library.insert(&format!("VE.{object}.{name}"), &path);
        }
        self.remember(subject, &reference);
        for note in self.notes.iter_mut().skip(notes) {
            note.at.subject = note.at.subject.or(Some(subject));
            name.clone_into(&mut note.at.id);
        }
        let known = widget_in(field).map(|it| it.name.local);
        self.account_for(field, subject, |name| Some(name) == known || name == "Standardwert", |_| false);
        self.unheard(field, subject, &widget);
        true
    }

    /// What of a widget a setting has no place for.
    fn unheard(&mut self, field: &Element<'_>, subject: Subject, widget: &super::widget::Widget) {
        let Some(element) = widget_in(field) else { return };
        let unheard = [
            ("Darstellung", matches!(widget.look, Look::Hidden | Look::ReadOnly)),
            ("RegulaererAusdruck", !widget.constraints.pattern.is_empty()),
            ("MaxAnzahlZeichen", widget.constraints.max_length.is_some()),
            ("Von", !widget.constraints.minimum.is_empty()),
            ("Bis", !widget.constraints.maximum.is_empty()),
            ("FeldlaengeDesktopInProzent", !text(element, "FeldlaengeDesktopInProzent").is_empty()),
            ("FeldlaengeTabletInProzent", !text(element, "FeldlaengeTabletInProzent").is_empty()),
            ("FeldlaengeMobilInProzent", !text(element, "FeldlaengeMobilInProzent").is_empty()),
        ];
        let kept: Vec<String> = unheard.iter().filter(|(_, is_there)| *is_there).map(|(name, _)| (*name).to_owned()).collect();
        if !kept.is_empty() {
            self.say(element, subject, Remark::InFileOnly(kept));
        }
    }
}
