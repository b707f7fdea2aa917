//! A Datenfeld: kind, bounds, codes, texts, law.

use super::super::super::xml::Draft;
use super::super::super::{Matter, What};
use super::super::standard::{Block, Position};
use super::super::value::{MEGABYTE, facets, media_type};
use super::block::{added, qualified};
use super::drafts::{reference, values};
use super::pairs::simple;
use super::writer::{Place, Writer};
use crate::expr::{Names, Part, Shape, Value, parse};
use crate::model::{CodeList, Constraints, DataField, FieldKind, FormElement, FormField, SourceFormat};

impl<'t> Writer<'t> {
    /// All that differs in a field.
    pub fn field(&mut self, position: Position<'t>, place: &Place<'_, '_>, old: &DataField, new: &DataField) {
        let block = position.block;
        // What a list of one field holds stands at the field inside.
        let (Some(old_value), Some(new_value)) = (simple(place.old, old), simple(place.new, new)) else {
            return self.say(block, What::NotExpressible(Matter::Kind));
        };
        if old.name != new.name {
            self.set(block, "name", &new.name);
        }
        self.kind(block, place, old_value.kind, new_value.kind);
        self.texts(block, place, new, (old_value.kind, new_value.kind));
        if old_value.description != new_value.description {
            self.description(block, &new_value.description);
        }
        if old.legal_bases != new.legal_bases {
            self.references(position.element, block, &new.legal_bases, &[]);
            self.references(block.0, block, &new.legal_bases, &added(&old.legal_bases, &new.legal_bases));
        }
        if old_value.constraints != new_value.constraints {
            self.constraints(block, &old_value.constraints, &new_value.constraints);
        }
    }

    /// What the form says of the field.
    fn texts(&mut self, block: Block<'t>, place: &Place<'_, '_>, new: &DataField, (old_kind, kind): (FieldKind, FieldKind)) {
        let before = place.old.shown(&place.old_path);
        let shown = place.new.shown(&place.new_path);
        let art = feldart(kind, shown.or(before));
        if feldart(old_kind, before) != art {
            self.code(block, "feldart", art);
        }
        let Some((element, now)) = shown else {
            if before.is_some() {
                self.say(block, What::NotExpressible(Matter::Unasked));
            }
            return;
        };
        // The entries of a list of simple values have a title of their own, which is the label of its only field too.
        let titles = (place.old.title(&place.old_path), place.new.title(&place.new_path));
        let own = titles.1.filter(|title| titles.0.is_some_and(|old| old != *title));
        let label = own.or(Some(now.label.as_str()).filter(|label| !label.is_empty())).unwrap_or(&new.name);
        self.label(block, &new.name, label);
        if now.help.trim() != block.text("hilfetextEingabe") {
            self.set(block, "hilfetextEingabe", &now.help);
        }
        if before.is_none_or(|(_, before)| before.prefill != now.prefill) {
            match plain(&now.prefill) {
                Some(text) => self.set(block, "inhalt", &text),
                None => self.say(block, What::NotExpressible(Matter::Prefill)),
            }
        }
        if now.account.is_some() {
            self.account(block);
        }
        self.unsaid_of_field(&block.id(), &block.name(), (element, now));
    }

    /// The value comes from the applicant's account, if there is one: only 3.0.0 can say so.
    fn account(&mut self, block: Block<'t>) {
        match (self.format, block.prefill()) {
            (SourceFormat::Xdatenfelder2, _) => self.say(block, What::NotExpressible(Matter::Account)),
            (_, None) => self.code(block, "vorbefuellung", "optional"),
            (_, Some(_)) => {}
        }
    }

    fn kind(&mut self, block: Block<'t>, place: &Place<'_, '_>, old: FieldKind, new: FieldKind) {
        let lists = (
            old.code_list().and_then(|list| place.old.document.code_lists.get(list)),
            new.code_list().and_then(|list| place.new.document.code_lists.get(list)),
        );
        match lists {
            (Some(before), Some(now)) => return self.list(block, before, now),
            (None, Some(now)) => {
                let own = now.uri.is_empty() && self.format == SourceFormat::Xdatenfelder3;
                let (name, draft) =
                    if own { ("werte", values(block.0, now)) } else { ("codelisteReferenz", reference(block.0, now, self.format)) };
                self.put(block.0, name, &draft);
                self.say(block, What::Rewritten);
            }
            (Some(_), None) => {
                let names = ["codelisteReferenz", "werte", "codeKey", "nameKey", "helpKey"];
                names.into_iter().filter_map(|name| block.0.first(name)).for_each(|it| self.edits.remove(it));
                self.say(block, What::Rewritten);
            }
            (None, None) => {}
        }
        if std::mem::discriminant(&old) != std::mem::discriminant(&new) && code_of(old) != code_of(new) {
            match code_of(new) {
                Some(code) => self.code(block, "datentyp", code),
                None => self.say(block, What::NotExpressible(Matter::Kind)),
            }
        }
    }

    /// Another list, or other codes of one that stands in the field.
    fn list(&mut self, block: Block<'t>, old: &CodeList, new: &CodeList) {
        if let Some(own) = block.0.first("werte") {
            if old.entries != new.entries {
                self.edits.remove(own);
                self.put(block.0, "werte", &values(block.0, new));
                self.say(block, What::Rewritten);
            }
            return;
        }
        if (&old.uri, &old.version) != (&new.uri, &new.version) {
            let draft = reference(block.0, new, self.format);
            self.replace(block, "codelisteReferenz", &draft);
        }
    }

    /// The code in an element: `<feldart><code>input</code></feldart>`.
    fn code(&mut self, block: Block<'t>, name: &str, code: &str) {
        match block.0.first(name).and_then(|element| element.first("code")) {
            Some(element) if element.text().trim() == code => {}
            Some(element) => {
                self.edits.set_text(element, code);
                self.say(block, What::Rewritten);
            }
            None => {
                self.put(block.0, name, &Draft::with(&qualified(block.0, name), vec![Draft::text("code", code)]));
                self.say(block, What::Rewritten);
            }
        }
    }

    /// Lengths, bounds and pattern; what is unknown in the file stays.
    fn constraints(&mut self, block: Block<'t>, old: &Constraints, new: &Constraints) {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let mut changes = vec![
            ("minLength", number(old.min_length) != number(new.min_length), number(new.min_length)),
            ("maxLength", number(old.max_length) != number(new.max_length), number(new.max_length)),
            ("pattern", old.pattern != new.pattern, new.pattern.clone()),
        ];
        for (name, before, now) in [("minValue", &old.minimum, &new.minimum), ("maxValue", &old.maximum, &new.maximum)] {
            match plain(now) {
                Some(text) => changes.push((name, before != now, text)),
                None if before != now => self.say(block, What::NotExpressible(Matter::Bound)),
                None => {}
            }
        }
        changes.retain(|(_, is_other, _)| *is_other);
        if !changes.is_empty() {
            self.facets(block, &changes);
        }
        if (&old.file_kinds, old.max_file_size) != (&new.file_kinds, new.max_file_size) {
            self.files(block, new);
        }
    }

    /// Writes Präzisierung: JSON in 2.0, attributes in 3.0.0.
    fn facets(&mut self, block: Block<'t>, changes: &[(&str, bool, String)]) {
        let mut facets = facets(block);
        for (name, _, value) in changes {
            facets.retain(|(other, _)| other != name);
            if !value.is_empty() {
                facets.push(((*name).to_owned(), value.clone()));
            }
        }
        let element = block.0.first("praezisierung");
        let name = qualified(block.0, "praezisierung");
        let draft = if self.format == SourceFormat::Xdatenfelder2 {
            let json: serde_json::Map<String, serde_json::Value> =
                facets.into_iter().map(|(name, value)| (name, serde_json::Value::String(value))).collect();
            let text = if json.is_empty() { String::new() } else { serde_json::Value::Object(json).to_string() };
            Draft::text(&name, &text)
        } else {
            let text = element.map(|element| element.text().trim().to_owned()).unwrap_or_default();
            facets.iter().fold(Draft::text(&name, &text), |draft, (name, value)| draft.attribute(name, value))
        };
        self.replace(block, "praezisierung", &draft);
    }

    /// Kinds and greatest size of files.
    fn files(&mut self, block: Block<'t>, new: &Constraints) {
        let Some((size, types)) = file_parts(self.format, new) else {
            return self.say(block, What::NotExpressible(Matter::Files));
        };
        block.0.all("mediaType").for_each(|element| self.edits.remove(element));
        types.iter().for_each(|kind| self.put(block.0, "mediaType", &Draft::text(&qualified(block.0, "mediaType"), kind)));
        self.set(block, "maxSize", &size);
        self.say(block, What::Rewritten);
    }

    /// The draft stands in place of the element of that name.
    fn replace(&mut self, block: Block<'t>, name: &str, draft: &Draft) {
        match block.0.first(name) {
            Some(element) => {
                self.edits.insert_after(element, draft);
                self.edits.remove(element);
            }
            None => self.put(block.0, name, draft),
        }
        self.say(block, What::Rewritten);
    }
}

/// Feldart of what the form shows so.
pub(super) fn feldart(kind: FieldKind, shown: Option<(&FormElement, &FormField)>) -> &'static str {
    match shown {
        Some((element, _)) if element.visible_when == "false" => "hidden",
        Some((_, field)) if field.is_read_only => "locked",
        _ if kind.code_list().is_some() => "select",
        _ => "input",
    }
}

/// Greatest size and kinds of files, which only 3.0.0 has, and the size only in whole megabytes.
pub(super) fn file_parts(format: SourceFormat, constraints: &Constraints) -> Option<(String, Vec<&'static str>)> {
    let mut types: Vec<&str> = constraints.file_kinds.iter().map(|ending| media_type(ending)).collect::<Option<_>>()?;
    types.dedup();
    let size = constraints.max_file_size.unwrap_or(0);
    let text = if size == 0 { String::new() } else { (size / MEGABYTE).to_string() };
    (format == SourceFormat::Xdatenfelder3 && size.is_multiple_of(MEGABYTE)).then_some((text, types))
}

/// What a FEEL text says if it is a plain value: a text, number, truth, or `date("…")`; empty if it is empty.
pub(super) fn plain(feel: &str) -> Option<String> {
    if feel.is_empty() {
        return Some(String::new());
    }
    let literal = |part: Part<'_>| match part.shape() {
        Shape::Literal(Value::Text(text)) => Some(text.to_string()),
        Shape::Literal(Value::Null) => None,
        Shape::Literal(value) => Some(value.to_feel().trim_start_matches('@').trim_matches('"').to_owned()),
        _ => None,
    };
    let tree = parse(feel, &Names::new()).ok()?;
    match tree.part().shape() {
        Shape::Call("date", arguments) => arguments.first().copied().and_then(literal),
        _ => literal(tree.part()),
    }
}

/// Datentyp for a kind of value; `None` where the standard has none.
pub(super) fn code_of(kind: FieldKind) -> Option<&'static str> {
    Some(match kind {
        FieldKind::Text
        | FieldKind::LongText
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::Choice(_)
        | FieldKind::MultipleChoice(_) => "text",
        FieldKind::WholeNumber => "num_int",
        FieldKind::Decimal => "num",
        FieldKind::Money => "num_currency",
        FieldKind::Date => "date",
        FieldKind::Time => "time",
        FieldKind::DateTime => "datetime",
        FieldKind::YesNo => "bool",
        FieldKind::File => "file",
        _ => return None,
    })
}
