//! What another document has of data and forms, taken into this one: an import, as one step that can be undone.

use crate::edit::draft::Draft;
use crate::edit::rename::rename;
use crate::model::{
    CodeListId, DataField, DataFieldId, DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormId, ObjectType,
    ObjectTypeId, Origin, SourceId, Subject, free_key,
};
use crate::scope::Target;
use std::collections::{BTreeMap, BTreeSet};

/// Takes over object types, fields, code lists, forms and sources. Identities move up behind the document's own; keys that are taken
/// get a number, in expressions too. A code list that is here already, of the same address, version and codes, is not doubled.
pub(super) fn take_up(draft: &mut Draft, other: &Document) {
    let other = with_free_keys(&draft.document, other.clone());
    let lists = same_lists(&draft.document, &other);
    let shift = Shift { by: draft.document.next_id, lists };
    for object in other.objects.values() {
        let object = shift.object(object);
        draft.created.push(Subject::ObjectType(object.id));
        draft.document.objects.insert(object.id, object);
    }
    for field in other.fields.values() {
        let field = shift.field(field);
        draft.created.push(Subject::DataField(field.id));
        draft.document.fields.insert(field.id, field);
    }
    for list in other.code_lists.values().filter(|list| !shift.lists.contains_key(&list.id)) {
        let mut list = list.clone();
        list.id = shift.list(list.id);
        draft.created.push(Subject::CodeList(list.id));
        draft.document.code_lists.insert(list.id, list);
    }
    for source in other.sources.values() {
        let mut source = source.clone();
        source.id = SourceId(shift.number(source.id.0));
        draft.created.push(Subject::Source(source.id));
        draft.document.sources.insert(source.id, source);
    }
    // Forms go first: an import is about them.
    let forms: Vec<Form> = other.forms.values().map(|form| shift.form(form)).collect();
    draft.created.splice(0..0, forms.iter().map(|form| Subject::Form(form.id)));
    for form in forms {
        draft.document.forms.insert(form.id, form);
    }
    for (of, origin) in other.origins.iter() {
        let Some(of) = shift.subject(of).filter(|of| draft.document.has(*of) && !draft.document.origins.contains(*of)) else { continue };
        draft.document.origins.insert(of, Origin { source: SourceId(shift.number(origin.source.0)), id: origin.id.clone() });
    }
    draft.document.next_id = draft.document.next_id.saturating_add(other.next_id);
}

/// The other document with keys that nobody has here.
fn with_free_keys(here: &Document, mut other: Document) -> Document {
    let taken: BTreeSet<String> =
        here.objects.values().map(|object| object.key.clone()).chain(here.settings.values().map(|setting| setting.key.clone())).collect();
    let clashes: Vec<(ObjectTypeId, String)> =
        other.objects.values().filter(|object| taken.contains(&object.key)).map(|object| (object.id, object.key.clone())).collect();
    for (id, key) in clashes {
        let new = free_key(&key, "objekt", |key| taken.contains(key) || other.objects.values().any(|object| object.key == key));
        let before = other.clone();
        rename(&before, &mut other, Target::Object(id), &new);
        if let Some(object) = other.objects.get_mut(id) {
            object.key = new;
        }
    }
    macro_rules! free {
        ($($table:ident $otherwise:literal),*) => {$(
            let taken: BTreeSet<&str> = here.$table.values().map(|row| row.key.as_str()).collect();
            let clashes: Vec<_> = other.$table.values().filter(|row| taken.contains(row.key.as_str())).map(|row| row.id).collect();
            for id in clashes {
                let old = other.$table.get(id).map(|row| row.key.clone()).unwrap_or_default();
                let new = free_key(&old, $otherwise, |key| taken.contains(key) || other.$table.values().any(|row| row.key == key));
                if let Some(row) = other.$table.get_mut(id) {
                    row.key = new;
                }
            }
        )*};
    }
    free!(code_lists "liste", forms "formular", sources "quelle");
    other
}

/// Lists of the other document that are here already.
fn same_lists(here: &Document, other: &Document) -> BTreeMap<CodeListId, CodeListId> {
    let same = |list: &crate::model::CodeList| {
        let is_same = |own: &&crate::model::CodeList| {
            !own.uri.is_empty() && own.uri == list.uri && own.version == list.version && own.entries == list.entries
        };
        here.code_lists.values().find(is_same).map(|own| own.id)
    };
    other.code_lists.values().filter_map(|list| Some((list.id, same(list)?))).collect()
}

/// Moves identities up, so that they are those of the document that takes up.
struct Shift {
    by: u32,
    lists: BTreeMap<CodeListId, CodeListId>,
}

impl Shift {
    fn number(&self, old: u32) -> u32 {
        old.saturating_add(self.by)
    }

    fn list(&self, list: CodeListId) -> CodeListId {
        self.lists.get(&list).copied().unwrap_or(CodeListId(self.number(list.0)))
    }

    fn element(&self, id: FormElementId) -> FormElementId {
        FormElementId(self.number(id.0))
    }

    /// What is taken up of the other document.
    fn subject(&self, subject: Subject) -> Option<Subject> {
        Some(match subject {
            Subject::ObjectType(id) => Subject::ObjectType(ObjectTypeId(self.number(id.0))),
            Subject::DataField(id) => Subject::DataField(DataFieldId(self.number(id.0))),
            Subject::CodeList(id) => Subject::CodeList(self.list(id)),
            Subject::Form(id) => Subject::Form(FormId(self.number(id.0))),
            Subject::FormElement(form, id) => Subject::FormElement(FormId(self.number(form.0)), self.element(id)),
            _ => return None,
        })
    }

    fn path(&self, path: &DataPath) -> DataPath {
        DataPath(path.0.iter().map(|field| DataFieldId(self.number(field.0))).collect())
    }

    fn kind(&self, kind: FieldKind) -> FieldKind {
        match kind {
            FieldKind::Choice(list) => FieldKind::Choice(self.list(list)),
            FieldKind::MultipleChoice(list) => FieldKind::MultipleChoice(self.list(list)),
            FieldKind::Object(object) => FieldKind::Object(ObjectTypeId(self.number(object.0))),
            FieldKind::List(object) => FieldKind::List(ObjectTypeId(self.number(object.0))),
            simple => simple,
        }
    }

    fn object(&self, object: &ObjectType) -> ObjectType {
        let fields = object.fields.iter().map(|field| DataFieldId(self.number(field.0))).collect();
        ObjectType { id: ObjectTypeId(self.number(object.id.0)), fields, ..object.clone() }
    }

    fn field(&self, field: &DataField) -> DataField {
        let (id, object) = (DataFieldId(self.number(field.id.0)), ObjectTypeId(self.number(field.object.0)));
        DataField { id, object, kind: self.kind(field.kind), ..field.clone() }
    }

    fn form(&self, form: &Form) -> Form {
        let mut form = form.clone();
        form.id = FormId(self.number(form.id.0));
        form.shows = form.shows.map(|shown| FormId(self.number(shown.0)));
        form.source = form.source.map(|source| SourceId(self.number(source.0)));
        for page in &mut form.pages {
            page.id = self.element(page.id);
            self.elements(&mut page.elements);
        }
        for rule in &mut form.rules {
            rule.id = self.element(rule.id);
            rule.targets.iter_mut().for_each(|target| *target = self.element(*target));
        }
        form
    }

    fn elements(&self, elements: &mut [FormElement]) {
        for element in elements {
            element.id = self.element(element.id);
            match &mut element.kind {
                ElementKind::Field(field) => field.data = self.path(&field.data),
                ElementKind::Group(group) => {
                    if let Some(repeat) = &mut group.repeat {
                        repeat.list = self.path(&repeat.list);
                    }
                    self.elements(&mut group.elements);
                }
                _ => {}
            }
        }
    }
}
