//! Writes values: two blanks a level, members and items on lines of their own, as the form editor of the platform does.

use serde_json::Value;

/// A value as it is written where lines begin so; an empty `line` writes everything on one line.
pub(in super::super) fn written(value: &Value, line: &str) -> String {
    let deeper = if line.is_empty() { String::new() } else { format!("{line}  ") };
    match value {
        Value::Object(members) if !members.is_empty() => {
            let inner: Vec<String> = members.iter().map(|(key, value)| format!("{deeper}{}", member(key, value, &deeper))).collect();
            format!("{{{}{line}}}", inner.join(if line.is_empty() { ", " } else { "," }))
        }
        Value::Array(items) if !items.is_empty() => {
            let inner: Vec<String> = items.iter().map(|item| format!("{deeper}{}", written(item, &deeper))).collect();
            format!("[{}{line}]", inner.join(if line.is_empty() { ", " } else { "," }))
        }
        plain => plain.to_string(),
    }
}

/// A member as it is written.
pub(super) fn member(key: &str, value: &Value, line: &str) -> String {
    format!("{}: {}", Value::from(key), written(value, line))
}
