//! Genericode (OASIS, Code List Representation 1.0), as XRepository publishes code lists.

use super::csv::{MOST_CELLS, TableFault};
use super::{Columns, Listing};
use crate::exchange::xml::{Draft, Element};
use crate::model::CodeList;
use std::collections::BTreeMap;

/// The namespace of the outermost element; those inside have none, or the same in files from the XRepository.
const NAMESPACE: &str = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";

/// Reads a list from its outermost element; `None` if that is another one.
pub fn read_genericode(root: &Element<'_>) -> Option<Result<Listing, TableFault>> {
    if !root.is(NAMESPACE, "CodeList") {
        return None;
    }
    let identification = root.first("Identification");
    let said = |name: &str| identification.and_then(|it| it.first(name)).map(|it| it.text().trim().to_owned()).unwrap_or_default();
    let set = root.first("ColumnSet");
    let columns: Vec<String> =
        set.into_iter().flat_map(|set| set.all("Column")).map(|column| column.attribute("Id").unwrap_or_default().to_owned()).collect();
    let rows: Vec<&Element<'_>> = root.first("SimpleCodeList").into_iter().flat_map(|list| list.all("Row")).collect();
    if rows.len() * columns.len() > MOST_CELLS {
        return Some(Err(TableFault::TooLarge));
    }
    // Of columns with the same name the first counts.
    let places: BTreeMap<&str, usize> = columns.iter().enumerate().rev().map(|(at, column)| (column.as_str(), at)).collect();
    let rows = rows.into_iter().map(|each| row(each, &places, columns.len())).collect();
    let name = Some(said("ShortName")).filter(|name| !name.is_empty()).unwrap_or_else(|| said("LongName"));
    let chosen = chosen(set, &columns);
    let (version, uri, version_uri) = (said("Version"), said("CanonicalUri"), said("CanonicalVersionUri"));
    Some(Ok(Listing { name, version, uri, version_uri, columns, chosen, rows }))
}

/// The cells of a row; a value without reference belongs to the column behind the one before (genericode 1.0, `ColumnRef`).
fn row(row: &Element<'_>, places: &BTreeMap<&str, usize>, width: usize) -> Vec<String> {
    let mut cells = vec![String::new(); width];
    let mut next = 0;
    for value in row.all("Value") {
        let at = value.attribute("ColumnRef").map_or(Some(next), |name| places.get(name).copied());
        if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
            *cell = value.first("SimpleValue").map(|value| value.text().into_owned()).unwrap_or_default();
        }
        next = at.map_or(next, |at| at + 1);
    }
    cells
}

/// The codes stand in the column of the first key; what people read in that of the key or column for names.
fn chosen(set: Option<&Element<'_>>, columns: &[String]) -> Columns {
    let position = |name: &str| columns.iter().position(|column| column == name);
    let key = |wanted: Option<&str>| {
        let mut keys = set.into_iter().flat_map(|set| set.all("Key"));
        let key = keys.find(|key| wanted.is_none_or(|wanted| key.attribute("Id") == Some(wanted)))?;
        position(key.first("ColumnRef")?.attribute("Ref")?)
    };
    let code = key(Some("codeKey")).or_else(|| key(None)).or_else(|| position("code")).unwrap_or(0);
    let other = || (0..columns.len()).find(|column| *column != code);
    let label = key(Some("codenameKey")).or_else(|| position("name")).or_else(other).unwrap_or(code);
    let help = ["help", "hilfe", "description", "beschreibung"].into_iter().find_map(position).filter(|at| ![code, label].contains(at));
    Columns { code, label, help }
}

/// A list as a file.
pub fn write_genericode(list: &CodeList) -> String {
    let has_help = list.entries.iter().any(|entry| !entry.help.is_empty());
    let text = |name: &str, text: &str| Draft::text(name, text);
    let version_uri = if list.uri.is_empty() { String::new() } else { format!("{}_{}", list.uri, list.version) };
    let identification = Draft::with(
        "Identification",
        vec![
            text("ShortName", &list.name),
            text("LongName", ""),
            text("Version", &list.version),
            text("CanonicalUri", &list.uri),
            text("CanonicalVersionUri", &version_uri),
        ],
    );
    let column = |id: &str, usage: &str| {
        let parts = vec![text("ShortName", id), Draft::with("Data", Vec::new()).attribute("Type", "string")];
        Draft::with("Column", parts).attribute("Id", id).attribute("Use", usage)
    };
    let key = |id: &str, column: &str| {
        let reference = Draft::with("ColumnRef", Vec::new()).attribute("Ref", column);
        Draft::with("Key", vec![text("ShortName", id), reference]).attribute("Id", id)
    };
    let mut columns = vec![column("code", "required"), column("name", "required")];
    columns.extend(has_help.then(|| column("help", "optional")));
    columns.extend([key("codeKey", "code"), key("codenameKey", "name")]);
    let value = |column: &str, value: &str| Draft::with("Value", vec![text("SimpleValue", value)]).attribute("ColumnRef", column);
    let rows = list.entries.iter().map(|entry| {
        let mut values = vec![value("code", &entry.code), value("name", &entry.label)];
        values.extend((!entry.help.is_empty()).then(|| value("help", &entry.help)));
        Draft::with("Row", values)
    });
    let rows = Draft::with("SimpleCodeList", rows.collect());
    let root = Draft::with("gc:CodeList", vec![identification, Draft::with("ColumnSet", columns), rows]);
    root.attribute("xmlns:gc", NAMESPACE).file()
}
