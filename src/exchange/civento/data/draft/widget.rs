//! A field as a widget.

use super::super::parts::PATTERNS;
use super::super::remark::{Matter, Remark};
use super::super::standard::Look;
use super::super::widget::usual_medium;
use super::super::{codes, literal};
use super::{Draft, Drafting, Shown, words};
use crate::model::{AccountAttribute, ChoiceStyle, DataField, Demand, FieldKind, FormElement, FormField, Subject};

/// A field as it is to be written.
pub(super) struct Field<'f> {
    pub data: &'f DataField,
    pub shown: Option<Shown<'f>>,
    /// How it looks if no form shows it.
    pub otherwise: Look,
}

impl<'f> Field<'f> {
    fn look(&self) -> Look {
        self.shown.map_or(self.otherwise, |shown| look(shown.element, Some(shown.field)))
    }

    pub fn form_field(&self) -> Option<&'f FormField> {
        self.shown.map(|shown| shown.field)
    }

    fn title(&self) -> &'f str {
        self.form_field().map(|field| field.label.as_str()).filter(|label| !label.is_empty()).unwrap_or(&self.data.name)
    }
}

/// How an element looks.
pub(super) fn look(element: &FormElement, field: Option<&FormField>) -> Look {
    match field {
        _ if element.visible_when.trim() == "false" => Look::Hidden,
        Some(field) if field.is_read_only => Look::ReadOnly,
        Some(field) if field.is_required => Look::Required,
        _ => Look::Shown,
    }
}

/// Look, title, widths and help, as every widget has them.
pub(super) fn dress(look: Look, title: &str, element: Option<&FormElement>, help: &str) -> Vec<Draft> {
    let mut made = vec![Draft::text("Darstellung", look.word()), words("Titel", title)];
    made.extend(widths(element));
    if !help.is_empty() {
        made.push(words("Hilfetext", help));
    }
    made
}

/// Columns on wide, medium and narrow screens.
pub(super) fn widths(element: Option<&FormElement>) -> [Draft; 3] {
    let width = element.map_or(12, |element| element.width);
    let medium = element.and_then(|element| element.width_medium).unwrap_or(usual_medium(width));
    let narrow = element.and_then(|element| element.width_narrow).unwrap_or(12);
    let named = ["FeldlaengeDesktopInProzent", "FeldlaengeTabletInProzent", "FeldlaengeMobilInProzent"];
    [(0, width), (1, medium), (2, narrow)]
        .map(|(place, width): (usize, u8)| Draft::text(named.get(place).copied().unwrap_or_default(), &width.to_string()))
}

/// The element, and the word for its kind, that takes a kind of value.
pub(super) fn element_for(kind: FieldKind) -> (&'static str, &'static str) {
    match kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Time | FieldKind::Email | FieldKind::Phone | FieldKind::BankAccount => {
            ("Textfeld", "STRING")
        }
        FieldKind::WholeNumber => ("Zahlenfeld", "INTEGER"),
        FieldKind::Decimal => ("Zahlenfeld", "DECIMAL"),
        FieldKind::Money => ("Zahlenfeld", "CURRENCY"),
        FieldKind::Date => ("Datumsfeld", "DATE"),
        FieldKind::DateTime => ("Datumsfeld", "DATETIME"),
        FieldKind::YesNo => ("JaNeinFeld", "BOOLEAN"),
        FieldKind::Choice(_) | FieldKind::MultipleChoice(_) => ("Auswahlfeld", "CHOICE"),
        FieldKind::File => ("Anlagen", "ATTACHMENT"),
        FieldKind::Person => ("Personendatensatz", "PERSON"),
        FieldKind::Address => ("Adressdatensatz", "ADDRESS"),
        FieldKind::Object(_) => ("Objektfeld", "OBJECT"),
        FieldKind::List(_) => ("Liste", "LIST"),
    }
}

fn yes_no(name: &str, truth: bool) -> Draft {
    Draft::text(name, if truth { "true" } else { "false" })
}

impl Drafting<'_> {
    /// The widget of a field, and a default value beside it if the widget has no place for one.
    pub(super) fn widget(&mut self, field: &Field<'_>) -> (Draft, Option<Draft>) {
        let kind = field.data.kind;
        let form_field = field.form_field();
        let help = form_field.map(|field| field.help.clone()).unwrap_or_default();
        let mut made = dress(field.look(), field.title(), field.shown.map(|shown| shown.element), &help);
        if let Some(shown) = field.shown {
            let id = self.id_in_file(shown.form, shown.element.id).or_else(|| self.actions.ids.get(&shown.element.id).cloned());
            made.extend(id.map(|id| Draft::text("Id", &id)));
        }
        let prefill = self.prefill(field);
        match kind {
            FieldKind::Choice(_) | FieldKind::MultipleChoice(_) => made.extend(self.choice(field)),
            FieldKind::YesNo => made.extend(self.hiding(field)),
            FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => made.extend(self.bounds(field)),
            FieldKind::Date | FieldKind::DateTime => made.extend(self.date(field)),
            FieldKind::Person => made.extend(self.person(field)),
            FieldKind::Address => {
                let hides = form_field.and_then(|field| field.demand("land")) == Some(Demand::Absent);
                made.push(yes_no("LandAnzeigen", !hides));
            }
            FieldKind::File => made.extend(file(field.data)),
            _ => made.extend(Self::line(field, prefill.as_deref())),
        }
        if kind != FieldKind::YesNo {
            made.extend(self.hiding(field));
        }
        let (name, _) = element_for(kind);
        let default = prefill.filter(|_| name != "Textfeld").map(|value| Draft::text("Standardwert", &value));
        self.unsaid_of(field);
        (Draft::with(self.widget_for(Subject::DataField(field.data.id), kind), made), default)
    }

    /// The value to begin with, as the file writes it.
    fn prefill(&mut self, field: &Field<'_>) -> Option<String> {
        let feel = field.form_field().map(|field| field.prefill.trim()).filter(|text| !text.is_empty())?;
        if matches!(field.data.kind, FieldKind::Date | FieldKind::DateTime) && feel == "today()" {
            return None;
        }
        let said = literal::written(feel).or_else(|| {
            let purpose = super::super::super::expression::Use::Value(field.data.kind.into());
            Some(super::super::super::expression::from_feel(feel, purpose, self.references).ok()?.text)
        });
        if said.is_none() {
            self.say(Subject::DataField(field.data.id), Remark::Prefill(feel.to_owned()));
        }
        said
    }

    fn line(field: &Field<'_>, prefill: Option<&str>) -> Vec<Draft> {
        let constraints = &field.data.constraints;
        let lines = if field.data.kind == FieldKind::LongText { "5" } else { "1" };
        let mut made =
            vec![Draft::text("Vorbelegung", prefill.unwrap_or_default()), Draft::text("AnzahlZeilen", lines), yes_no("IsPasswort", false)];
        made.extend(constraints.max_length.map(|most| Draft::text("MaxAnzahlZeichen", &most.to_string())));
        let of_kind = PATTERNS.iter().find(|(kind, _)| *kind == field.data.kind).map(|(_, pattern)| *pattern);
        let pattern = of_kind.unwrap_or(&constraints.pattern);
        if !pattern.is_empty() {
            made.push(Draft::text("RegulaererAusdruck", pattern));
        }
        made
    }

    fn choice(&mut self, field: &Field<'_>) -> Vec<Draft> {
        let entries = field.data.kind.code_list().and_then(|list| self.document.code_lists.get(list)).map(|list| list.entries.clone());
        let entries = entries.unwrap_or_default();
        if entries.iter().any(|entry| !entry.help.is_empty()) {
            self.say(Subject::DataField(field.data.id), Remark::NoPlace(vec![Matter::CodeHelp]));
        }
        let style = match (field.data.kind, field.form_field().map(|field| field.choice_style)) {
            (FieldKind::MultipleChoice(_), _) => "CheckBox",
            (_, Some(ChoiceStyle::List)) => "DropDown",
            (_, Some(ChoiceStyle::Radio)) => "RadioButton",
            (_, Some(ChoiceStyle::Search)) => "Suchfeld",
            _ => "",
        };
        vec![
            Draft::text("Werteliste", &codes::written(&entries)),
            Draft::text("Darstellungsart", style),
            Draft::text("Ausrichtung", "Vertikal"),
            Draft::text("Wertelisteeingabe", "Frei"),
        ]
    }

    fn hiding(&self, field: &Field<'_>) -> Vec<Draft> {
        let actions = field.shown.and_then(|shown| self.actions.by_field.get(&shown.element.id));
        let draft = |action: &super::actions::Action| {
            let parts = [("ReferenzId", action.target.as_str()), ("Vergleichswert", &action.value), ("Operator", action.operator)];
            Draft::with("AktionAusblenden", parts.into_iter().map(|(name, text)| Draft::text(name, text)).collect())
        };
        actions.into_iter().flatten().map(draft).collect()
    }

    fn bounds(&mut self, field: &Field<'_>) -> Vec<Draft> {
        let constraints = &field.data.constraints;
        let bounds = [("Von", &constraints.minimum), ("Bis", &constraints.maximum)];
        let mut made = Vec::new();
        for (name, bound) in bounds.into_iter().filter(|(_, bound)| !bound.trim().is_empty()) {
            match literal::written(bound) {
                Some(value) => made.push(Draft::text(name, &value)),
                None => self.say(Subject::DataField(field.data.id), Remark::NoPlace(vec![Matter::Bound])),
            }
        }
        made
    }

    fn date(&mut self, field: &Field<'_>) -> Vec<Draft> {
        let constraints = &field.data.constraints;
        let begins_today = field.form_field().is_some_and(|field| field.prefill.trim() == "today()");
        let (minimum, maximum) = (constraints.minimum.trim(), constraints.maximum.trim());
        if [minimum, maximum].iter().any(|bound| !bound.is_empty() && *bound != "today()") {
            self.say(Subject::DataField(field.data.id), Remark::NoPlace(vec![Matter::Bound]));
        }
        vec![
            yes_no("vorbelegungHeute", begins_today),
            yes_no("PruefungDarfNichtInDerVergangenheitLiegen", minimum == "today()"),
            yes_no("PruefungDarfNichtInDerZukunftLiegen", maximum == "today()"),
            yes_no("WithDatePicker", true),
        ]
    }

    /// What of a field the format has no place for.
    fn unsaid_of(&mut self, field: &Field<'_>) {
        let (data, form) = (field.data, field.form_field());
        let has_account =
            form.and_then(|form| form.account).is_some_and(|account| data.kind != FieldKind::Person || account != AccountAttribute::Person);
        let matters = [
            (Matter::Description, !data.description.is_empty() || !data.purpose.is_empty()),
            (Matter::Law, !data.legal_bases.is_empty()),
            (Matter::Protection, data.is_personal || data.retention.is_some()),
            (Matter::Demand, form.is_some_and(|form| !form.required_when.trim().is_empty())),
            (Matter::LeastLength, data.constraints.min_length.is_some() || data.constraints.min_items.is_some()),
            (Matter::Account, has_account),
        ];
        let unsaid: Vec<Matter> = matters.into_iter().filter(|(_, is_there)| *is_there).map(|(matter, _)| matter).collect();
        let subject = Subject::DataField(data.id);
        if !unsaid.is_empty() {
            self.say(subject, Remark::NoPlace(unsaid));
        }
        if form.is_some_and(|form| !form.rules.is_empty()) {
            self.say(subject, Remark::Rules);
        }
        if matches!(data.kind, FieldKind::BankAccount | FieldKind::Email | FieldKind::Phone | FieldKind::Time) {
            self.say(subject, Remark::NearestKind);
        }
        if form.is_some_and(|form| !form.label.is_empty() && form.label != data.name) {
            self.say(subject, Remark::TwoNames(field.title().to_owned()));
        }
    }
}

fn file(data: &DataField) -> Vec<Draft> {
    let constraints = &data.constraints;
    let criteria = vec![
        Draft::text("Dateiformate", &constraints.file_kinds.join(";")),
        yes_no("Gesichtserkennung", false),
        yes_no("BiometrieService", false),
        Draft::text("Maximalgroesse", &constraints.max_file_size.map(|size| size.to_string()).unwrap_or_default()),
    ];
    let upload = Draft::with("DateiUpload", vec![Draft::text("Typ", "Datei"), Draft::with("Kriterien", criteria)]);
    vec![Draft::text("FileCountLimit", &constraints.max_items.unwrap_or(1).to_string()), upload]
}
