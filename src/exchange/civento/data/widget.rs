//! A widget: what kind of value it takes, how it looks, and what it demands.

use super::super::super::xml::Element;
use super::accounting::{text, words};
use super::parts::PATTERNS;
use super::standard::{Look, SHOWN, WIDGETS, is_kept, shown, truth};
use super::{Reading, Remark, codes, literal};
use crate::expr::Value;
use crate::form::usual_demand;
use crate::model::{
    AccountAttribute, ChoiceStyle, CodeEntry, CodeList, CodeListId, Constraints, DataFieldId, Demand, FieldKind, FormElement, FormField,
    PartDemand,
};
use std::collections::BTreeSet;

/// What a widget says.
pub(super) struct Widget {
    pub kind: FieldKind,
    pub title: String,
    pub help: String,
    pub look: Look,
    /// Columns on wide, medium and narrow screens.
    pub widths: [Option<u8>; 3],
    pub constraints: Constraints,
    /// FEEL.
    pub prefill: String,
    pub choice_style: ChoiceStyle,
    pub parts: Vec<PartDemand>,
    pub account: Option<AccountAttribute>,
}

/// The width on medium screens where nothing else is said.
pub(super) fn usual_medium(width: u8) -> u8 {
    if width <= 6 { 6 } else { 12 }
}

/// The widget in a field, if it has one that is known.
pub(super) fn widget_in<'e, 't>(field: &'e Element<'t>) -> Option<&'e Element<'t>> {
    field.elements().find(|inner| WIDGETS.contains(&inner.name.local) && inner.name.local != "Liste")
}

/// From what the choices of an `Auswahlfeld` come, where they do not stand in it.
fn computed(element: &Element<'_>, list: &Element<'_>) -> Option<String> {
    let computed = list.first("Ausdruck").map(|it| it.text().trim().to_owned());
    let written = list.text().trim().to_owned();
    let is_catalogue = !written.contains(['|', ';']) && !text(element, "Wertelisteeingabe").eq_ignore_ascii_case("Frei");
    computed.or_else(|| is_catalogue.then_some(written))
}

/// The references of fields of a library that are choices in the file and texts in the document, because their choices do not stand in it.
pub(in super::super) fn choices_taken_as_texts(root: &Element<'_>) -> BTreeSet<String> {
    let name = |element: &Element<'_>| element.attribute("Name").unwrap_or_default().trim().to_owned();
    let is_text = |choice: &Element<'_>| choice.first("Werteliste").is_none_or(|list| computed(choice, list).is_some());
    let settings = format!("VE.{}", root.attribute("Schluessel").unwrap_or_default().trim());
    let definitions = root.all("Vorgang").flat_map(|procedure| procedure.all("Metadatendefinition"));
    let objects = definitions.flat_map(|definition| definition.all("Objekt")).map(|object| (format!("V.Z.{}", name(object)), object));
    let of_settings = root.all("Metadatendefinition").flat_map(|definition| definition.all("Objekt"));
    let mut open: Vec<_> = objects.chain(of_settings.map(|object| (settings.clone(), object))).collect();
    let mut found = BTreeSet::new();
    while let Some((around, holder)) = open.pop() {
        for element in holder.elements() {
            let reference = format!("{around}.{}", name(element));
            match element.name.local {
                "Metadatenfeld" if element.first("Auswahlfeld").is_some_and(is_text) => drop(found.insert(reference)),
                "Metadatenliste" => open.extend(element.all("Metadatenobjekt").map(|entry| (reference.clone(), entry))),
                "Metadatenobjekt" => open.push((reference, element)),
                _ => {}
            }
        }
    }
    found
}

impl Widget {
    /// The form's part of it.
    pub fn dress(&self, element: &mut FormElement) {
        if self.look == Look::Hidden {
            "false".clone_into(&mut element.visible_when);
        }
        element.width = self.widths[0].unwrap_or(12);
        let usual = usual_medium(element.width);
        element.width_medium = self.widths[1].filter(|width| *width != usual);
        element.width_narrow = self.widths[2].filter(|width| *width != 12);
    }

    /// As a field of a form.
    pub fn equip(&self, field: &mut FormField) {
        field.help.clone_from(&self.help);
        field.is_required = self.look == Look::Required;
        field.is_read_only = self.look == Look::ReadOnly;
        field.prefill.clone_from(&self.prefill);
        field.choice_style = self.choice_style;
        field.parts.clone_from(&self.parts);
        field.account = self.account;
    }
}

impl Reading<'_> {
    /// What all widgets say, lists and objects too.
    pub(super) fn look(&mut self, widget: &Element<'_>) -> Widget {
        let word = text(widget, "Darstellung");
        let look = Look::of(&word).unwrap_or_else(|| {
            self.unknown_word(widget, "Darstellung", &word);
            Look::Shown
        });
        let widths =
            ["FeldlaengeDesktopInProzent", "FeldlaengeTabletInProzent", "FeldlaengeMobilInProzent"].map(|name| self.columns(widget, name));
        Widget {
            kind: FieldKind::Text,
            title: words(widget, "Titel"),
            help: words(widget, "Hilfetext"),
            look,
            widths,
            constraints: Constraints::default(),
            prefill: String::new(),
            choice_style: ChoiceStyle::Automatic,
            parts: Vec::new(),
            account: None,
        }
    }

    /// What the widget of a field says. `field` holds it and, beside it, a default value.
    pub(super) fn widget(&mut self, field: &Element<'_>, name: &str) -> Widget {
        let Some(element) = widget_in(field) else {
            self.say(field, None, Remark::NoWidget);
            let kind = self.kind_by_name(field).unwrap_or(FieldKind::Text);
            return Widget { kind, title: name.to_owned(), ..self.look(field) };
        };
        let mut widget = self.look(element);
        match element.name.local {
            "Auswahlfeld" => self.choice(element, name, &mut widget),
            "JaNeinFeld" => widget.kind = FieldKind::YesNo,
            "Zahlenfeld" => self.number(field, element, &mut widget),
            "Datumsfeld" => self.date(field, element, &mut widget),
            "Personendatensatz" => self.person(element, &mut widget),
            "Adressdatensatz" => address(element, &mut widget),
            "Anlagen" => self.file(element, &mut widget),
            _ => self.line(field, element, &mut widget),
        }
        let of = element.name.local;
        self.account_for(element, None, |name| SHOWN.contains(&name) || shown(of).contains(&name), |name| is_kept(of, name));
        self.prefill(field, element, &mut widget);
        widget
    }

    /// Columns of a width: 1 to 12, in spite of the element's name; above it is read as percent.
    fn columns(&mut self, widget: &Element<'_>, name: &str) -> Option<u8> {
        let word = text(widget, name);
        if word.is_empty() {
            return None;
        }
        match word.parse::<u32>() {
            Ok(columns @ 1..=12) => u8::try_from(columns).ok(),
            Ok(percent @ 13..=100) => {
                self.say(widget, None, Remark::Percent(percent));
                u8::try_from((percent * 12).div_ceil(100)).ok()
            }
            _ => {
                self.unknown_word(widget, name, &word);
                None
            }
        }
    }

    pub(super) fn unknown_word(&mut self, at: &Element<'_>, element: &str, word: &str) {
        self.say(at, None, Remark::UnknownWord { element: element.to_owned(), word: word.to_owned() });
    }

    /// The kind by `Datentyp` alone.
    fn kind_by_name(&mut self, field: &Element<'_>) -> Option<FieldKind> {
        Some(match field.attribute("Datentyp").unwrap_or_default().trim().to_uppercase().as_str() {
            "STRING" | "TEXT" | "CHOICE" | "" => FieldKind::Text,
            "BOOLEAN" => FieldKind::YesNo,
            "INTEGER" | "LONG" | "INT" => FieldKind::WholeNumber,
            "DOUBLE" | "FLOAT" | "DECIMAL" | "NUMBER" | "BIGDECIMAL" => FieldKind::Decimal,
            "CURRENCY" | "MONEY" => FieldKind::Money,
            "DATE" => FieldKind::Date,
            "TIME" => FieldKind::Time,
            "DATETIME" | "TIMESTAMP" => FieldKind::DateTime,
            other => {
                self.say(field, None, Remark::UnknownKind(other.to_owned()));
                return None;
            }
        })
    }

    fn line(&mut self, field: &Element<'_>, element: &Element<'_>, widget: &mut Widget) {
        widget.kind = match self.kind_by_name(field) {
            Some(kind @ (FieldKind::Time | FieldKind::DateTime)) => kind,
            _ if text(element, "AnzahlZeilen").parse::<u32>().is_ok_and(|lines| lines > 1) => FieldKind::LongText,
            _ => FieldKind::Text,
        };
        let most = text(element, "MaxAnzahlZeichen");
        widget.constraints.max_length = most.parse().ok().filter(|most| *most > 0);
        if widget.constraints.max_length.is_none() && !most.is_empty() && most != "0" {
            self.unknown_word(element, "MaxAnzahlZeichen", &most);
        }
        let pattern = text(element, "RegulaererAusdruck");
        if let Some((kind, _)) = PATTERNS.iter().find(|(_, known)| *known == pattern) {
            widget.kind = *kind;
        } else {
            if !pattern.is_empty() && regex::Regex::new(&format!("^(?:{pattern})$")).is_err() {
                self.say(element, None, Remark::Pattern(pattern.clone()));
            }
            widget.constraints.pattern = pattern;
        }
    }

    fn choice(&mut self, element: &Element<'_>, name: &str, widget: &mut Widget) {
        let style = text(element, "Darstellungsart");
        widget.choice_style = match style.to_lowercase().as_str() {
            "dropdown" => ChoiceStyle::List,
            "radiobutton" => ChoiceStyle::Radio,
            "" | "checkbox" => ChoiceStyle::Automatic,
            "suchfeld" | "autocomplete" => ChoiceStyle::Search,
            _ => {
                self.unknown_word(element, "Darstellungsart", &style);
                ChoiceStyle::Automatic
            }
        };
        let Some(list) = element.first("Werteliste") else { return };
        if let Some(from) = computed(element, list) {
            return self.say(element, None, Remark::ComputedChoices(from));
        }
        let (entries, doubles) = codes::read(list.text().trim());
        for code in doubles {
            self.say(element, None, Remark::DoubleCode(code));
        }
        let title = if widget.title.is_empty() { name } else { &widget.title };
        let list = self.code_list(name, title, entries);
        widget.kind = if style.eq_ignore_ascii_case("checkbox") { FieldKind::MultipleChoice(list) } else { FieldKind::Choice(list) };
    }

    fn code_list(&mut self, key: &str, name: &str, entries: Vec<CodeEntry>) -> CodeListId {
        let id: CodeListId = self.document.new_id();
        let key = crate::model::free_key_among(key, "liste", self.document.code_lists.values().map(|list| list.key.as_str()));
        let (version, uri) = (String::new(), String::new());
        self.document.code_lists.insert(id, CodeList { id, key, name: name.to_owned(), version, uri, entries });
        id
    }

    fn number(&mut self, field: &Element<'_>, element: &Element<'_>, widget: &mut Widget) {
        widget.kind = match self.kind_by_name(field) {
            Some(kind @ (FieldKind::Decimal | FieldKind::Money)) => kind,
            _ => FieldKind::WholeNumber,
        };
        widget.constraints.minimum = self.bound(element, "Von");
        widget.constraints.maximum = self.bound(element, "Bis");
    }

    fn bound(&mut self, element: &Element<'_>, name: &str) -> String {
        let word = text(element, name);
        let bound = literal::number(&word).unwrap_or_default();
        if bound.is_empty() && !word.is_empty() {
            self.say(element, None, Remark::Bound(word));
        }
        bound
    }

    fn date(&mut self, field: &Element<'_>, element: &Element<'_>, widget: &mut Widget) {
        widget.kind = match self.kind_by_name(field) {
            Some(kind @ (FieldKind::DateTime | FieldKind::Time)) => kind,
            _ => FieldKind::Date,
        };
        let mut says = |name: &str| {
            let word = text(element, name);
            let truth = truth(&word);
            if truth.is_none() && !word.is_empty() {
                self.unknown_word(element, name, &word);
            }
            truth == Some(true)
        };
        let today = |is_so: bool| if is_so { "today()".to_owned() } else { String::new() };
        widget.constraints.minimum = today(says("PruefungDarfNichtInDerVergangenheitLiegen"));
        widget.constraints.maximum = today(says("PruefungDarfNichtInDerZukunftLiegen"));
        widget.prefill = today(says("vorbelegungHeute"));
    }

    fn person(&mut self, element: &Element<'_>, widget: &mut Widget) {
        widget.kind = FieldKind::Person;
        if text(element, "Art").contains("Juristisch") {
            self.say(element, None, Remark::Organisation);
        }
        for (name, parts) in super::parts::OF_PERSON {
            let word = text(element, name);
            let demand = match Look::of(&word) {
                Some(Look::Required) => Demand::Required,
                Some(Look::Hidden) => Demand::Absent,
                Some(Look::Shown | Look::ReadOnly) => Demand::Optional,
                None => {
                    self.unknown_word(element, name, &word);
                    Demand::Optional
                }
            };
            let unusual = parts.iter().filter(|part| usual_demand(FieldKind::Person, part) != demand);
            widget.parts.extend(unusual.map(|part| PartDemand { part: (*part).to_owned(), demand }));
        }
        let takes_over = Look::of(&text(element, "DarstellungASDatenUerbernahme")).is_some_and(|look| look != Look::Hidden);
        let is_said = element.first("DarstellungASDatenUerbernahme").is_some();
        widget.account = (takes_over && is_said).then_some(AccountAttribute::Person);
    }

    fn file(&mut self, element: &Element<'_>, widget: &mut Widget) {
        widget.kind = FieldKind::File;
        let limit = text(element, "FileCountLimit");
        if let Some(limit) = limit.parse::<u32>().ok().filter(|limit| *limit > 1) {
            widget.constraints.max_items = Some(limit);
            self.say(element, None, Remark::SeveralFiles(limit));
        }
        let Some(upload) = element.first("DateiUpload") else { return };
        self.account_for(upload, None, |name| name == "Kriterien", |name| name == "Typ");
        let Some(criteria) = upload.first("Kriterien") else { return };
        let is_shown = |name: &str| matches!(name, "Dateiformate" | "Maximalgroesse");
        self.account_for(criteria, None, is_shown, |name| matches!(name, "Gesichtserkennung" | "BiometrieService"));
        widget.constraints.max_file_size = text(criteria, "Maximalgroesse").parse().ok().filter(|size| *size > 0);
        let formats = text(criteria, "Dateiformate");
        let kinds =
            formats.split([';', ',', '|', ' ', '\n']).map(|kind| kind.rsplit('/').next().unwrap_or(kind).trim_start_matches(['.', '*']));
        widget.constraints.file_kinds = kinds.filter(|kind| !kind.is_empty()).map(str::to_lowercase).collect();
    }

    /// The value to begin with: of the widget, else of the field.
    fn prefill(&mut self, field: &Element<'_>, element: &Element<'_>, widget: &mut Widget) {
        let own = text(element, "Vorbelegung");
        let word = if own.is_empty() { text(field, "Standardwert") } else { own };
        if word.is_empty() || !widget.prefill.is_empty() {
            return;
        }
        match self.value(widget.kind, &word) {
            Some(feel) => widget.prefill = feel,
            None => self.say(element, None, Remark::Prefill(word)),
        }
    }

    /// A value to begin with, or a default: an expression where it looks like one, else as it is written.
    pub(super) fn value(&mut self, kind: FieldKind, word: &str) -> Option<String> {
        use super::super::expression::{Use, to_feel};
        let is_place = word.len() > 4 && word.starts_with("$$") && word.ends_with("$$");
        if is_place
            || ["V.", "VE."].iter().any(|start| word.starts_with(start))
            || word.ends_with(')') && word.contains('(') && !word.contains(' ')
        {
            return to_feel(word, Use::Value(kind.into()), self).ok().map(|translated| translated.text);
        }
        match kind {
            FieldKind::Choice(list) => {
                let entries = &self.document.code_lists.get(list)?.entries;
                let found = entries.iter().find(|entry| entry.code == word).or_else(|| entries.iter().find(|entry| entry.label == word));
                found.map(|entry| Value::from(entry.code.as_str()).to_feel())
            }
            _ => literal::feel(kind, word),
        }
    }

    /// What the widget says of the data field.
    pub(super) fn constrain(&mut self, field: DataFieldId, widget: &Widget) {
        if let Some(field) = self.document.fields.get_mut(field) {
            field.constraints.clone_from(&widget.constraints);
        }
    }
}

fn address(element: &Element<'_>, widget: &mut Widget) {
    widget.kind = FieldKind::Address;
    if truth(&text(element, "LandAnzeigen")) == Some(false) {
        widget.parts.push(PartDemand { part: "land".to_owned(), demand: Demand::Absent });
    }
}
