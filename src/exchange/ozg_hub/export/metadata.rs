//! How people sign in, and what the build of the project has to know.

use super::super::ids::{OPEN, legal};
use super::super::json::{merge, read, written};
use super::files::Files;
use super::kept::Kept;
use super::variables::client;
use super::{Platform, Writing};
use serde_json::{Value, json};

/// Writes what is not there yet, and the ways to sign in where the platform is another than before.
pub(super) fn write(after: &Writing<'_>, kept: &Kept<'_>, files: &mut Files) {
    let key = after.document.main().map(|process| legal(&process.key)).unwrap_or_default();
    let own: Vec<String> = kept.files.iter().filter(|file| file.name.starts_with("metadata/")).map(|file| file.name.clone()).collect();
    let wanted = types(after.platform);
    for path in &own {
        let merged = files.text(path).and_then(|text| {
            let json = read(text).ok()?;
            let before = kept.platform.filter(|_| json.get("authenticationTypes").is_some()).map(types)?;
            Some(merge(text, &json, &before, &wanted))
        });
        if let Some(text) = merged {
            files.put(path, text);
        }
    }
    if !kept.files.is_empty() {
        let is_other = kept.platform.is_some_and(|platform| platform != after.platform);
        if own.is_empty() && is_other {
            files.put(&format!("metadata/{key}.json"), text(&wanted));
        }
        return;
    }
    files.put(&format!("metadata/{key}.json"), text(&wanted));
    let client = client(after.document).unwrap_or_else(|| OPEN.to_owned());
    let version = after.document.main().map(|process| process.version.clone()).unwrap_or_default();
    files.put("config/project.json", text(&json!({ "projectName": key, "projectVersion": version, "mandant": client })));
    files.put("config/default.json", text(&json!({ "url": OPEN, "status": "EDIT" })));
}

fn text(value: &Value) -> String {
    format!("{}\n", written(value, "\n"))
}

fn types(platform: Platform) -> Value {
    match platform {
        Platform::OzgHub => json!({ "authenticationTypes": ["BUND_ID", "MUK"] }),
        Platform::ServiceBw => json!({ "authenticationTypes": ["SERVICEKONTO"] }),
    }
}
