//! Lists of values: `key|Label;key|Label`.

use crate::model::CodeEntry;

/// The entries of a list as it is written, and codes that stand in it again.
pub(super) fn read(text: &str) -> (Vec<CodeEntry>, Vec<String>) {
    let mut entries: Vec<CodeEntry> = Vec::new();
    let mut doubles = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for part in text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (code, label) = part.split_once('|').map_or((part, part), |(code, label)| (code.trim(), label.trim()));
        if seen.insert(code.to_owned()) {
            entries.push(CodeEntry::new(code, label));
        } else {
            doubles.push(code.to_owned());
        }
    }
    (entries, doubles)
}

/// The list as it is written. `;` and `|` in codes and labels, which would end them, become `,` and `/`.
pub(super) fn written(entries: &[CodeEntry]) -> String {
    let plain = |text: &str| text.replace(';', ",").replace('|', "/").replace('\n', " ");
    entries.iter().map(|entry| format!("{}|{}", plain(&entry.code), plain(&entry.label))).collect::<Vec<_>>().join(";")
}
