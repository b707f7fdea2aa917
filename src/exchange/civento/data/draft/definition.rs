//! Objects and settings as definitions.

use super::super::super::super::{Note, What};
use super::super::library::{FORMS, FUNCTIONS, VARIABLES};
use super::super::literal;
use super::super::remark::{Matter, Remark};
use super::super::standard::Look;
use super::widget::{Field, dress, element_for, look};
use super::{Draft, Drafting, words};
use crate::model::{DEEPEST, DataField, DataPath, FieldKind, FormElement, ObjectType, SettingId, SourceId, Subject};

/// The objects of a definition, each with the names of its fields.
pub type Objects = Vec<(String, Vec<String>)>;

impl<'d> Drafting<'d> {
    /// A `Metadatendefinition` for each case object that the file declares, or that was made here.
    pub fn definitions(&mut self) -> Vec<Draft> {
        match self.mask {
            Some(mask) => self.gather_actions(mask),
            None => self.actions = super::Actions::default(),
        }
        let made_here = self.document.settings.keys().filter(|id| !self.document.origins.contains(Subject::Setting(*id))).count();
        if made_here > 0 && self.settings_library().is_none() {
            let what = What::CiventoData(Remark::SettingsApart(made_here));
            self.notes.push(Note::new("", "", what));
        }
        let objects: Vec<&ObjectType> = self.document.case_objects().filter(|object| !self.is_spoken_of(object)).collect();
        objects.into_iter().map(|object| self.definition(object)).collect()
    }

    /// Whether the file does not declare the object, but only speaks of its fields.
    fn is_spoken_of(&self, object: &ObjectType) -> bool {
        let is_ours = [VARIABLES, FUNCTIONS, FORMS].iter().any(|(_, name)| object.name == *name);
        let mut fields = self.document.fields_of(object).filter_map(|field| self.origin(Subject::DataField(field.id)));
        is_ours || self.origin(Subject::ObjectType(object.id)).is_none() && fields.any(|id| !id.starts_with("V.Z."))
    }

    fn definition(&mut self, object: &'d ObjectType) -> Draft {
        let name = self.own_name(Subject::ObjectType(object.id), &object.key);
        if !object.description.is_empty() || !object.legal_bases.is_empty() {
            self.say(Subject::ObjectType(object.id), Remark::NoPlace(vec![Matter::Description, Matter::Law]));
        }
        let group = self.group_of_object(object);
        let (title, help) = group.map_or((object.name.as_str(), ""), |(_, title, help)| (title, help));
        let is_missing = self.mask.is_some() && group.is_none();
        let shown = group.map_or(if is_missing { Look::Hidden } else { Look::Shown }, |(element, ..)| look(element, None));
        let widget = Draft::with("Objektfeld", dress(shown, title, group.map(|(element, ..)| element), help));
        let mut inside = vec![widget];
        inside.extend(self.fields(object, &[]));
        let object = named(Draft::with("Objekt", inside), &name).attribute("Datentyp", "OBJECT");
        Draft::with("Metadatendefinition", vec![Draft::text("EsIndexing", "true"), object])
    }

    /// The group of the form of all widgets that stands for a case object, with its title and help.
    fn group_of_object(&self, object: &ObjectType) -> Option<(&'d FormElement, &'d str, &'d str)> {
        let mask = self.mask?;
        let own = self.origin(Subject::ObjectType(object.id))?;
        mask.elements().into_iter().find_map(|element| match &element.kind {
            crate::model::ElementKind::Group(group) if self.origin(Subject::FormElement(mask.id, element.id)) == Some(own) => {
                Some((element, group.title.as_str(), group.help.as_str()))
            }
            _ => None,
        })
    }

    /// The name of the file: the last part of the reference.
    fn own_name(&self, subject: Subject, key: &str) -> String {
        self.origin(subject).and_then(|id| id.rsplit('.').next()).unwrap_or(key).to_owned()
    }

    fn fields(&mut self, object: &'d ObjectType, path: &[crate::model::DataFieldId]) -> Vec<Draft> {
        let fields: Vec<&DataField> = self.document.fields_of(object).filter(|field| !self.is_beside(field)).collect();
        let inside = |field: &DataField| DataPath(path.iter().copied().chain([field.id]).collect());
        fields.into_iter().map(|field| self.field(field, &inside(field))).collect()
    }

    fn field(&mut self, data: &'d DataField, path: &DataPath) -> Draft {
        let name = self.own_name(Subject::DataField(data.id), &data.key);
        match data.kind {
            FieldKind::List(object) | FieldKind::Object(object) => self.inner(data, path, object, &name),
            kind => {
                let shown = self.shown.get(path).copied();
                let otherwise = if self.mask.is_some() { Look::Hidden } else { Look::Shown };
                let (widget, default) = self.widget(&Field { data, shown, otherwise });
                let inside = std::iter::once(widget).chain(default).collect();
                named(Draft::with("Metadatenfeld", inside), &name).attribute("Datentyp", element_for(kind).1)
            }
        }
    }

    fn inner(&mut self, data: &'d DataField, path: &DataPath, object: crate::model::ObjectTypeId, name: &str) -> Draft {
        let group = self.groups.get(path).copied();
        let otherwise = if self.mask.is_some() { Look::Hidden } else { Look::Shown };
        let is_needed = group.and_then(|(.., group)| group.repeat.as_ref()).is_some_and(|repeat| repeat.least > 0);
        let shown = match group.map(|(_, element, _)| look(element, None)) {
            Some(Look::Shown) if is_needed => Look::Required,
            Some(look) => look,
            None => otherwise,
        };
        let title = group.map(|(.., group)| group.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(&data.name);
        let widget = dress(shown, title, group.map(|(_, element, _)| element), group.map_or("", |(.., group)| group.help.as_str()));
        let repeat = group.and_then(|(.., group)| group.repeat.as_ref());
        if repeat.is_some_and(|repeat| repeat.least > 1 || repeat.most.is_some()) {
            self.say(Subject::DataField(data.id), Remark::NoPlace(vec![Matter::Entries]));
        }
        let own = self.document.objects.get(object);
        let fields = match own {
            Some(object) if path.0.len() < DEEPEST => self.fields(object, &path.0),
            _ => Vec::new(),
        };
        if !matches!(data.kind, FieldKind::List(_)) {
            let inside = std::iter::once(Draft::with("Objektfeld", widget)).chain(fields).collect();
            return named(Draft::with("Metadatenobjekt", inside), name).attribute("Datentyp", "OBJECT");
        }
        let mut list = widget;
        let entry = own.map(|object| object.name.as_str()).filter(|entry| *entry != title && !entry.is_empty());
        list.extend(entry.map(|entry| words("EintragTitel", entry)));
        list.push(Draft::text("ShowId", "false"));
        // Of a kept file its own stays.
        let around = self.source.is_none().then(|| Draft::with("Objektfeld", dress(Look::Shown, title, None, "")));
        let fields = around.into_iter().chain(fields).collect();
        let entry = Draft::with("Metadatenobjekt", fields).attribute("Name", "Objekt").attribute("Datentyp", "OBJECT");
        named(Draft::with("Metadatenliste", vec![Draft::with("Liste", list), entry]), name).attribute("Datentyp", "LIST")
    }

    /// The first of the kept files that holds settings.
    fn settings_library(&self) -> Option<SourceId> {
        let holds = |id: &SourceId| {
            let mut origins = self.document.origins.iter().filter(|(subject, _)| matches!(subject, Subject::Setting(_)));
            origins.any(|(_, origin)| origin.source == *id) && !self.has_flow(*id)
        };
        self.document.sources.keys().find(holds)
    }

    fn has_flow(&self, id: SourceId) -> bool {
        self.document.origins.iter().any(|(subject, origin)| origin.source == id && matches!(subject, Subject::Process(_)))
    }

    /// Each `Metadatendefinition` of the settings of the library of that key, with those that were made here if it is the first library.
    /// `kept`: for each definition of the kept file its objects, with the names of their fields.
    pub fn settings(&mut self, library: &str, kept: &[Objects]) -> Vec<Draft> {
        let prefix = format!("VE.{library}.");
        let takes_new = self.settings_library().is_none_or(|first| Some(first) == self.source);
        let is_own = |setting: SettingId| match self.origin(Subject::Setting(setting)) {
            Some(id) => id.starts_with(&prefix),
            None => takes_new && !self.document.origins.contains(Subject::Setting(setting)),
        };
        let settings: Vec<_> = self.document.settings.values().filter(|it| is_own(it.id)).collect();
        if settings.is_empty() && kept.is_empty() {
            return Vec::new();
        }
        let mut fields: Vec<(String, Draft)> = Vec::new();
        for setting in settings {
            let name = self.own_name(Subject::Setting(setting.id), &setting.key);
            let mut data =
                DataField::new(crate::model::DataFieldId(0), crate::model::ObjectTypeId(0), &setting.key, &setting.name, setting.kind);
            data.name.clone_from(&setting.name);
            let look = if setting.is_required { Look::Required } else { Look::Shown };
            let (kind, word) = element_for(setting.kind);
            let mut inside = dress(look, &setting.name, None, &setting.description);
            let value = literal::written(&setting.default_value);
            if value.is_none() && !matches!(setting.default_value.trim(), "" | "null") {
                self.say(Subject::Setting(setting.id), Remark::Prefill(setting.default_value.clone()));
            }
            if kind == "Textfeld" {
                inside.push(Draft::text("Vorbelegung", value.as_deref().unwrap_or_default()));
                inside.push(Draft::text("AnzahlZeilen", if setting.kind == FieldKind::LongText { "5" } else { "1" }));
                inside.push(Draft::text("IsPasswort", "false"));
            }
            if setting.kind.code_list().is_some() {
                inside.extend(self.codes_of(setting.kind));
            }
            let default = value.filter(|_| kind != "Textfeld").map(|value| Draft::text("Standardwert", &value));
            let widget = self.widget_for(Subject::Setting(setting.id), setting.kind);
            let inside = std::iter::once(Draft::with(widget, inside)).chain(default).collect();
            let draft = named(Draft::with("Metadatenfeld", inside), &name).attribute("Datentyp", word);
            fields.push((name, draft));
        }
        let anew = [vec![(library.to_owned(), Vec::new())]];
        let kept = if kept.is_empty() { &anew } else { kept };
        let holds = |name: &String| kept.iter().flatten().any(|(_, names)| names.contains(name));
        let mut new: Vec<Draft> = fields.iter().filter(|(name, _)| !holds(name)).map(|(_, draft)| draft.clone()).collect();
        let mut definition = |objects: &Objects| {
            let mut inside = vec![Draft::text("EsIndexing", "true")];
            for (object, names) in objects {
                let mut own: Vec<Draft> = Vec::new();
                while let Some(at) = fields.iter().position(|(name, _)| names.contains(name)) {
                    own.push(fields.remove(at).1);
                }
                own.append(&mut new);
                inside.push(Draft::with("Objekt", own).attribute("Name", object).attribute("Datentyp", "OBJECT"));
            }
            Draft::with("Metadatendefinition", inside)
        };
        kept.iter().map(&mut definition).collect()
    }

    fn codes_of(&self, kind: FieldKind) -> Vec<Draft> {
        let list = kind.code_list().and_then(|list| self.document.code_lists.get(list));
        let entries = list.map(|list| super::super::codes::written(&list.entries)).unwrap_or_default();
        vec![Draft::text("Werteliste", &entries), Draft::text("Wertelisteeingabe", "Frei")]
    }
}

/// The draft with the name that it has in the file, if it has one there.
fn named(draft: Draft, name: &str) -> Draft {
    if name.is_empty() { draft } else { draft.attribute("Name", name) }
}
