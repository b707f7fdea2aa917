//! What names of a library's expressions stand for in the document: what the file declares, and what it only speaks of.

use super::super::super::{Note, What};
use super::super::expression::{Kind, Names};
use super::hiding::Hidings;
use super::parts;
use super::{Reading, Remark};
use crate::model::{
    DataField, DataFieldId, Document, FieldKind, ObjectType, ObjectTypeId, Setting, SettingId, Subject, free_key_among, is_legal_key,
};
use crate::scope::SETTINGS;
use std::collections::{BTreeMap, BTreeSet};

/// The object whose fields are the variables of workflows.
pub(in super::super) const VARIABLES: (&str, &str) = ("ablauf", "Variablen der Abläufe");
/// The object whose fields are the answers of functions without equal.
pub(super) const FUNCTIONS: (&str, &str) = ("funktionen", "Antworten von Funktionen");
/// The object whose fields belong to forms alone.
pub(super) const FORMS: (&str, &str) = ("formulardaten", "Angaben in Formularen");
/// References to what the file does not declare, with the objects that hold it.
const SPOKEN: [(&str, &str, &str); 3] =
    [("V.AS.", "antragsteller", "Antragstellende Person"), ("V.HV.", "hauptvorgang", "Hauptvorgang"), ("V.", "vorgang", "Vorgang")];

/// What is known of a library's data: paths by references.
#[derive(Clone, Debug, Default)]
pub struct Library {
    paths: BTreeMap<String, String>,
    /// Fields and settings of which nothing said yet what kind of value they have.
    open: BTreeMap<String, Subject>,
    objects: BTreeMap<&'static str, ObjectTypeId>,
    /// How many parts the file only speaks of.
    spoken: usize,
    doubles: BTreeSet<String>,
    /// Paths of the answers of calls that were spoken of since it was asked last.
    asked: Vec<String>,
    /// Settings of which the file speaks and that no library declares.
    missing: Vec<String>,
    /// What of the form that is being read hides what.
    pub(super) hiding: Hidings,
}

impl Library {
    /// That a reference means this path.
    pub fn insert(&mut self, reference: &str, path: &str) {
        self.paths.entry(reference.to_owned()).or_insert_with(|| path.to_owned());
    }

    /// The path of a reference that is known, or of a part of what one leads to.
    pub fn find(&self, reference: &str) -> Option<&str> {
        self.paths.get(reference).map(String::as_str)
    }

    /// Paths of the answers of calls that were spoken of since it was asked last, each once.
    pub fn take_asked(&mut self) -> Vec<String> {
        std::mem::take(&mut self.asked)
    }

    /// Has these asked before the others.
    pub fn ask_too(&mut self, mut known: Vec<String>) {
        let others: Vec<String> = std::mem::take(&mut self.asked).into_iter().filter(|path| !known.contains(path)).collect();
        known.extend(others);
        self.asked = known;
    }

    /// How many parts the file only speaks of, and how many calls of functions without equal.
    pub fn counts(&self) -> (usize, usize) {
        (self.spoken, self.doubles.len())
    }
}

impl Names for Reading<'_> {
    fn path(&mut self, reference: &str, kind: Kind) -> Option<String> {
        let path = match self.library.find(reference) {
            Some(path) => path.to_owned(),
            None => match self.part(reference) {
                Some(path) => path,
                None => self.declare(reference)?,
            },
        };
        if kind != Kind::Unknown
            && let Some(subject) = self.library.open.remove(&path)
        {
            self.settle(subject, kind);
        }
        Some(path)
    }

    fn kind(&self, path: &str) -> Kind {
        if self.library.open.contains_key(path) { Kind::Unknown } else { kind_at(self.document, path) }
    }

    fn double(&mut self, function: &str, call: &str, kind: Kind) -> Option<String> {
        let path = if let Some(path) = self.library.find(call) {
            path.to_owned()
        } else {
            let object = self.object(FUNCTIONS);
            let field = self.field(object, function, function, FieldKind::Text);
            call.clone_into(&mut self.document.fields.get_mut(field)?.description);
            self.library.doubles.insert(call.to_owned());
            let path = self.known(call, object, field)?;
            self.library.open.insert(path.clone(), Subject::DataField(field));
            path
        };
        if kind != Kind::Unknown
            && let Some(subject) = self.library.open.remove(&path)
        {
            self.settle(subject, kind);
        }
        if !self.library.asked.contains(&path) {
            self.library.asked.push(path.clone());
        }
        Some(path)
    }
}

/// The kind of what a path leads to, as far as it has a declared one.
pub(super) fn kind_at(document: &Document, path: &str) -> Kind {
    if let Some(key) = path.strip_prefix(SETTINGS).and_then(|rest| rest.strip_prefix('.')) {
        return document.settings.values().find(|setting| setting.key == key).map_or(Kind::Unknown, |setting| setting.kind.into());
    }
    if let Some(field) = document.find_path(path).and_then(|path| document.fields.get(path.last()?)) {
        return field.kind.into();
    }
    match path.rsplit_once('.') {
        Some((_, "geburtsdatum")) => Kind::Date,
        Some((of, _)) if document.find_path(of).is_some() => Kind::Text,
        None if document.objects.values().any(|object| object.key == path) => Kind::Object,
        _ => Kind::Unknown,
    }
}

impl Reading<'_> {
    /// Says how much was declared that the file only speaks of, once all of it was read.
    pub fn say_counts(&mut self) {
        let (spoken, doubles) = self.library.counts();
        let said = [(spoken, Remark::Spoken(spoken)), (doubles, Remark::Doubles(doubles))];
        let said = said.into_iter().filter(|(count, _)| *count > 0);
        self.notes.extend(said.map(|(_, remark)| Note::new("", "", What::CiventoData(remark))));
        if !self.library.missing.is_empty() {
            let what = What::CiventoData(Remark::SettingsMissing(self.library.missing.clone()));
            self.notes.push(Note::new("", "", what));
        }
    }

    /// A part of a person, address or file: `V.Z.Halter.person.Vorname`; or a field of what a variable holds.
    fn part(&self, reference: &str) -> Option<String> {
        let (of, part) = reference.rsplit_once('.')?;
        let path = self.library.find(of)?;
        let field = self.document.fields.get(self.document.find_path(path)?.last()?)?;
        let object = field.kind.object().and_then(|object| self.document.objects.get(object));
        let own = object.into_iter().flat_map(|object| self.document.fields_of(object)).find(|field| field.key == part);
        Some(format!("{path}.{}", own.map(|field| field.key.as_str()).or_else(|| parts::key_of(field.kind, part))?))
    }

    /// Declares what the file speaks of.
    fn declare(&mut self, reference: &str) -> Option<String> {
        if reference.split('.').any(str::is_empty) {
            return None;
        }
        if let Some(rest) = reference.strip_prefix("VE.") {
            return self.declare_setting(reference, rest);
        }
        let (object, name) = match SPOKEN.iter().find_map(|spoken| Some((spoken, reference.strip_prefix(spoken.0)?))) {
            Some((_, rest)) if reference.starts_with("V.Z.") => self.of_object(rest.strip_prefix("Z.")?)?,
            Some(((_, key, name), rest)) => (self.object((key, name)), rest.to_owned()),
            None if reference.contains('.') => return None,
            None => (self.object(VARIABLES), reference.to_owned()),
        };
        self.library.spoken += 1;
        let field = self.field(object, &name, &name, FieldKind::Text);
        let path = self.known(reference, object, field)?;
        self.library.open.insert(path.clone(), Subject::DataField(field));
        Some(path)
    }

    /// The object or list in which an undeclared field of the case would lie, and the rest of its name.
    fn of_object(&mut self, rest: &str) -> Option<(ObjectTypeId, String)> {
        let mut cut = rest.len();
        while let Some(at) = rest.get(..cut).and_then(|head| head.rfind('.')) {
            let head = rest.get(..at)?;
            if let Some(object) = self.object_of(&format!("V.Z.{head}")) {
                return Some((object, rest.get(at + 1..)?.to_owned()));
            }
            cut = at;
        }
        let (object, field) = rest.split_once('.')?;
        let id = self.new_object(object, object);
        self.remember(Subject::ObjectType(id), &format!("V.Z.{object}"));
        let path = self.document.objects.get(id)?.key.clone();
        self.library.insert(&format!("V.Z.{object}"), &path);
        Some((id, field.to_owned()))
    }

    /// The object type of an object, list or nested object by its reference.
    fn object_of(&self, reference: &str) -> Option<ObjectTypeId> {
        let path = self.library.find(reference)?;
        if !path.contains('.') {
            return self.document.objects.values().find(|object| object.key == path).map(|object| object.id);
        }
        self.document.fields.get(self.document.find_path(path)?.last()?)?.kind.object()
    }

    fn declare_setting(&mut self, reference: &str, rest: &str) -> Option<String> {
        let name = rest.rsplit('.').next()?;
        let id = self.new_setting(name, name, FieldKind::Text);
        self.remember(Subject::Setting(id), reference);
        let path = format!("{SETTINGS}.{}", self.document.settings.get(id)?.key);
        self.library.insert(reference, &path);
        self.library.open.insert(path.clone(), Subject::Setting(id));
        self.library.missing.push(reference.to_owned());
        Some(path)
    }

    /// What was declared without a kind gets the one that an expression takes it for.
    fn settle(&mut self, subject: Subject, kind: Kind) {
        let simple = match kind {
            Kind::Number => FieldKind::Decimal,
            Kind::Truth => FieldKind::YesNo,
            Kind::Date => FieldKind::Date,
            _ => FieldKind::Text,
        };
        match subject {
            Subject::DataField(id) if kind == Kind::List => {
                let name = self.document.name_of(subject).unwrap_or_default().to_owned();
                let object = self.new_object(&format!("{name}Eintrag"), &name);
                self.document.fields.get_mut(id).into_iter().for_each(|field| field.kind = FieldKind::List(object));
            }
            Subject::DataField(id) => self.document.fields.get_mut(id).into_iter().for_each(|field| field.kind = simple),
            Subject::Setting(id) => self.document.settings.get_mut(id).into_iter().for_each(|setting| setting.kind = simple),
            _ => {}
        }
    }

    /// One of the objects that the file does not declare.
    fn object(&mut self, (key, name): (&'static str, &'static str)) -> ObjectTypeId {
        if let Some(id) = self.library.objects.get(key) {
            return *id;
        }
        let is_ours = |object: &&ObjectType| object.key == key && object.name == name;
        let there = self.document.objects.values().find(is_ours).map(|object| object.id);
        let id = there.unwrap_or_else(|| self.new_object(key, name));
        self.library.objects.insert(key, id);
        id
    }

    /// The object whose fields belong to forms alone.
    pub(super) fn own_data(&mut self) -> ObjectTypeId {
        self.object(FORMS)
    }

    /// A new object type with this name as its key, where that can be one.
    pub(super) fn new_object(&mut self, key: &str, name: &str) -> ObjectTypeId {
        let id: ObjectTypeId = self.document.new_id();
        let key = legal_key(key, "objekt", || self.document.objects.values().map(|object| object.key.as_str()));
        self.document.objects.insert(id, ObjectType::new(id, &key, name));
        id
    }

    /// A new field with this name as its key, where that can be one.
    pub(super) fn field(&mut self, object: ObjectTypeId, key: &str, name: &str, kind: FieldKind) -> DataFieldId {
        let id: DataFieldId = self.document.new_id();
        let of = self.document.objects.get(object);
        let keys = || of.iter().flat_map(|object| self.document.fields_of(object)).map(|field| field.key.as_str());
        let key = legal_key(key, "feld", keys);
        self.document.fields.insert(id, DataField::new(id, object, &key, name, kind));
        self.document.objects.get_mut(object).into_iter().for_each(|object| object.fields.push(id));
        id
    }

    /// A new setting.
    pub(super) fn new_setting(&mut self, key: &str, name: &str, kind: FieldKind) -> SettingId {
        let id: SettingId = self.document.new_id();
        let key = legal_key(key, "einstellung", || self.document.settings.values().map(|setting| setting.key.as_str()));
        let (name, description, default_value) = (name.to_owned(), String::new(), String::new());
        self.document.settings.insert(id, Setting { id, key, name, description, kind, default_value, is_required: false });
        id
    }

    /// Remembers the reference of a field of a case object; its path.
    fn known(&mut self, reference: &str, object: ObjectTypeId, field: DataFieldId) -> Option<String> {
        self.remember(Subject::DataField(field), reference);
        let path = format!("{}.{}", self.path_of(object)?, self.document.fields.get(field)?.key);
        self.library.insert(reference, &path);
        Some(path)
    }

    /// The path to an object type: its key, or that of the field that holds it.
    fn path_of(&self, object: ObjectTypeId) -> Option<String> {
        let mut keys = Vec::new();
        let mut here = object;
        for _ in 0..crate::model::DEEPEST {
            match self.document.fields.values().find(|field| field.kind.object() == Some(here)) {
                Some(holder) => {
                    keys.push(holder.key.clone());
                    here = holder.object;
                }
                None => break,
            }
        }
        keys.push(self.document.objects.get(here)?.key.clone());
        keys.reverse();
        Some(keys.join("."))
    }
}

/// A name of the file as a key: as it is where it can be one and none of these.
fn legal_key<'a, Keys: Iterator<Item = &'a str>>(name: &str, otherwise: &str, keys: impl Fn() -> Keys) -> String {
    let is_taken = |wanted: &str| keys().any(|key| key == wanted);
    if is_legal_key(name) && !is_taken(name) {
        return name.to_owned();
    }
    let signs: String = name.chars().map(|sign| if sign.is_alphanumeric() || sign == '_' { sign } else { '_' }).collect();
    let plain = signs.trim_start_matches(|sign: char| !sign.is_alphabetic());
    if is_legal_key(plain) && !is_taken(plain) {
        return plain.to_owned();
    }
    free_key_among(if plain.is_empty() { name } else { plain }, otherwise, keys())
}
