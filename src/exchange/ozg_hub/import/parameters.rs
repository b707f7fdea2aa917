//! `parameterdefinitions`: what each authority fills in becomes a setting.

use super::super::folder::{self, Role};
use super::super::json::{Json, line_of, read as read_json};
use super::super::remark::Remark;
use super::{Importing, TextFile, note};
use crate::expr::Value;
use crate::model::{FieldKind, Origin, Setting, SettingId, Subject};

/// Reads the definitions of all environments; the first of a name counts.
pub(super) fn read(importing: &mut Importing, texts: &[TextFile]) {
    let mut count = 0;
    for file in texts.iter().filter(|file| folder::role(&file.path) == Role::Parameters) {
        match read_json(&file.text) {
            Ok(json) => count += json.items().iter().filter(|definition| definition_read(importing, file, definition)).count(),
            Err(at) => importing.say(note("", "", Remark::NoJson), &file.path, line_of(&file.text, at)),
        }
    }
    if count > 0 {
        importing.notes.push(note("", "", Remark::Parameters(count)));
    }
}

fn definition_read(importing: &mut Importing, file: &TextFile, definition: &Json) -> bool {
    let name = definition.text("name");
    let document = &mut importing.document;
    let is_known = |of: Subject, id: &str| matches!(of, Subject::Setting(_)) && id == name;
    if name.is_empty() || document.origins.iter().any(|(of, origin)| is_known(of, &origin.id)) {
        return false;
    }
    let id: SettingId = document.new_id();
    let written = definition.text("type");
    let kind = if written == "STRING" || written.is_empty() { FieldKind::Text } else { FieldKind::LongText };
    let given = definition.get("defaultValue").and_then(Json::as_text).filter(|text| !text.is_empty());
    let setting = Setting {
        id,
        key: importing.data.setting_keys.take_id(&name, "einstellung"),
        name: name.clone(),
        description: definition.text("description"),
        kind,
        default_value: given.map(|text| Value::text(&text).to_feel()).unwrap_or_default(),
        is_required: definition.is_true("required"),
    };
    document.settings.insert(id, setting);
    if let Some(source) = file.source {
        document.origins.insert(Subject::Setting(id), Origin { source, id: name.clone() });
    }
    let line = line_of(&file.text, definition.place.start);
    if kind == FieldKind::LongText {
        importing.say(note(&name, "", Remark::NearestField(written)).on(Subject::Setting(id)), &file.path, line);
    }
    super::keep_others(importing, file, definition, &["name", "description", "type", "defaultValue", "required"], &name);
    true
}
