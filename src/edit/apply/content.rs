//! New roles, data and other parts beside the flow.

use crate::edit::Refusal;
use crate::edit::draft::Draft;
use crate::model::{
    CodeEntry, CodeList, CodeListId, DataField, DataFieldId, DecisionInput, DecisionOutput, DecisionRule, DecisionTable, DecisionTableId,
    DocumentTemplate, DocumentTemplateId, Exercise, ExerciseId, FieldKind, HitPolicy, KindOfService, Language, LanguageId, ObjectType,
    ObjectTypeId, Process, ProcessId, Role, RoleId, RoleKind, Setting, SettingId, Subject, TestCase, TestCaseId, free_key,
};
use std::collections::BTreeMap;

pub(super) fn add_process(draft: &mut Draft, name: &str) -> ProcessId {
    let id: ProcessId = draft.document.new_id();
    let key = free_key(name, &format!("prozess{}", id.0), |key| draft.document.processes.values().any(|it| it.key == key));
    let process = Process {
        id,
        key,
        name: name.to_owned(),
        version: "0.1.0".to_owned(),
        description: String::new(),
        kind_of_service: KindOfService::default(),
        leistungsschluessel: String::new(),
        legal_bases: Vec::new(),
        keywords: Vec::new(),
        land: None,
        office_hours: Vec::new(),
        fim: None,
    };
    draft.document.processes.insert(id, process);
    draft.created.push(Subject::Process(id));
    id
}

pub(super) fn add_role(draft: &mut Draft, name: &str, kind: RoleKind) -> RoleId {
    let id: RoleId = draft.document.new_id();
    let key = free_key(name, &format!("rolle{}", id.0), |key| draft.document.roles.values().any(|role| role.key == key));
    draft.document.roles.insert(id, Role { id, key, name: name.to_owned(), kind });
    draft.created.push(Subject::Role(id));
    id
}

pub(super) fn add_object_type(draft: &mut Draft, name: &str) -> ObjectTypeId {
    let id: ObjectTypeId = draft.document.new_id();
    let key = free_key(name, &format!("objekt{}", id.0), |key| {
        draft.document.objects.values().any(|it| it.key == key) || draft.document.settings.values().any(|it| it.key == key)
    });
    draft.document.objects.insert(id, ObjectType::new(id, &key, name));
    draft.created.push(Subject::ObjectType(id));
    id
}

pub(super) fn add_data_field(draft: &mut Draft, object: ObjectTypeId, name: &str, kind: FieldKind) -> Result<DataFieldId, Refusal> {
    let id: DataFieldId = draft.document.new_id();
    let key = free_key(name, &format!("feld{}", id.0), |key| {
        draft.document.fields.values().any(|field| field.object == object && field.key == key)
    });
    draft.document.objects.get_mut(object).ok_or(Refusal::NotThere)?.fields.push(id);
    let is_personal = matches!(kind, FieldKind::Person | FieldKind::Address | FieldKind::BankAccount | FieldKind::Email | FieldKind::Phone);
    draft.document.fields.insert(id, DataField { is_personal, ..DataField::new(id, object, &key, name, kind) });
    draft.created.push(Subject::DataField(id));
    Ok(id)
}

pub(super) fn add_code_list(draft: &mut Draft, name: &str) -> CodeListId {
    let id: CodeListId = draft.document.new_id();
    let key = free_key(name, &format!("liste{}", id.0), |key| draft.document.code_lists.values().any(|list| list.key == key));
    let entry = |number: u32| CodeEntry::new(&number.to_string(), &format!("Auswahl {number}"));
    let entries = vec![entry(1), entry(2)];
    let list = CodeList { id, key, name: name.to_owned(), version: "1".to_owned(), uri: String::new(), entries };
    draft.document.code_lists.insert(id, list);
    draft.created.push(Subject::CodeList(id));
    id
}

pub(super) fn add_decision_table(draft: &mut Draft, name: &str) {
    let id: DecisionTableId = draft.document.new_id();
    let key = free_key(name, &format!("tabelle{}", id.0), |key| draft.document.decision_tables.values().any(|it| it.key == key));
    let table = DecisionTable {
        id,
        key,
        name: name.to_owned(),
        hit_policy: HitPolicy::Unique,
        inputs: vec![DecisionInput::default()],
        outputs: vec![DecisionOutput::default()],
        rules: vec![DecisionRule { tests: vec![String::new()], results: vec![String::new()], note: String::new() }],
    };
    draft.document.decision_tables.insert(id, table);
    draft.created.push(Subject::DecisionTable(id));
}

pub(super) fn add_document_template(draft: &mut Draft, name: &str) {
    let id: DocumentTemplateId = draft.document.new_id();
    let key = free_key(name, &format!("schreiben{}", id.0), |key| draft.document.document_templates.values().any(|it| it.key == key));
    let letter = DocumentTemplate { id, key, name: name.to_owned(), subject: name.to_owned(), body: String::new() };
    draft.document.document_templates.insert(id, letter);
    draft.created.push(Subject::DocumentTemplate(id));
}

pub(super) fn add_setting(draft: &mut Draft, name: &str, kind: FieldKind) {
    let id: SettingId = draft.document.new_id();
    let key = free_key(name, &format!("einstellung{}", id.0), |key| {
        draft.document.settings.values().any(|it| it.key == key) || draft.document.objects.values().any(|it| it.key == key)
    });
    let setting =
        Setting { id, key, name: name.to_owned(), description: String::new(), kind, default_value: String::new(), is_required: true };
    draft.document.settings.insert(id, setting);
    draft.created.push(Subject::Setting(id));
}

pub(super) fn add_language(draft: &mut Draft, tag: &str, name: &str) {
    let id: LanguageId = draft.document.new_id();
    let (tag, name) = (tag.to_owned(), name.to_owned());
    draft.document.languages.insert(id, Language { id, tag, name, texts: BTreeMap::new() });
    draft.created.push(Subject::Language(id));
}

pub(super) fn add_test_case(draft: &mut Draft, case: &TestCase) {
    let id: TestCaseId = draft.document.new_id();
    draft.document.test_cases.insert(id, TestCase { id, ..case.clone() });
    draft.created.push(Subject::TestCase(id));
}

pub(super) fn add_exercise(draft: &mut Draft, exercise: &Exercise) {
    let id: ExerciseId = draft.document.new_id();
    draft.document.exercises.insert(id, Exercise { id, ..exercise.clone() });
    draft.created.push(Subject::Exercise(id));
}
