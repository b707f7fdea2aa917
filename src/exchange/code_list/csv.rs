//! Tables as text: CSV from a file, tabs from a spreadsheet (RFC 4180, with the separators that are met with).

use super::{Columns, Listing};
use crate::exchange::encoding::{BYTE_ORDER_MARK, Encoding};
use crate::model::CodeList;

/// Separators in the order in which they are preferred where the text does not decide.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];
/// So many lines are looked at to find the separator.
const LOOKED_AT: usize = 20;

const CODE_WORDS: [&str; 9] = ["code", "schlüssel", "schluessel", "key", "id", "wert", "value", "kennung", "nr"];
const LABEL_WORDS: [&str; 8] = ["name", "bezeichnung", "label", "text", "bedeutung", "titel", "codename", "beschriftung"];
const HELP_WORDS: [&str; 7] = ["hilfe", "help", "erläuterung", "erklärung", "beschreibung", "description", "hinweis"];

/// The list in a file: UTF-8 or UTF-16 by its mark, UTF-8 where it is that, else Windows-1252.
pub fn read_table_bytes(bytes: &[u8]) -> Listing {
    let marked = Encoding::marked(bytes).and_then(|encoding| encoding.decode(bytes).ok());
    let text = marked.or_else(|| Encoding::Utf8.decode(bytes).ok()).or_else(|| Encoding::Windows1252.decode(bytes).ok());
    read_table(&text.unwrap_or_default())
}

/// The list in a text. The separator is guessed; a first row of known words ("Code", "Bezeichnung") names the columns. Without one
/// the first column has the codes, the second what people read, the third explanations.
pub fn read_table(text: &str) -> Listing {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut rows = rows(text, separator(text));
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    let header = rows.first().and_then(|first| header(first));
    let (columns, chosen) = if let Some(chosen) = header {
        (rows.remove(0), chosen)
    } else {
        let names = (1..=width).map(|number| number.to_string()).collect();
        (names, Columns { code: 0, label: usize::from(width > 1), help: (width > 2).then_some(2) })
    };
    Listing { columns, chosen, rows, ..Listing::default() }
}

/// Where codes, names and explanations stand, if the row is made of words for columns.
fn header(row: &[String]) -> Option<Columns> {
    let words: Vec<String> = row.iter().map(|cell| cell.trim().trim_end_matches('.').to_lowercase()).collect();
    let find = |known: &[&str]| words.iter().position(|word| known.contains(&word.as_str()));
    let code = find(&CODE_WORDS);
    let label = find(&LABEL_WORDS);
    let help = find(&HELP_WORDS).filter(|at| Some(*at) != code && Some(*at) != label);
    if code.is_none() && label.is_none() {
        return None;
    }
    let other = |taken: usize| (0..words.len()).find(|at| *at != taken && Some(*at) != help).unwrap_or(taken);
    let code = code.unwrap_or_else(|| label.map_or(0, other));
    Some(Columns { code, label: label.unwrap_or_else(|| other(code)), help })
}

/// The separator that stands equally often on the first lines; the most frequent of several.
fn separator(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let count = |line: &str, separator: char| {
        let mut is_quoted = false;
        let outside = line.chars().filter(|sign| {
            is_quoted ^= *sign == '"';
            *sign == separator && !is_quoted
        });
        outside.count()
    };
    let score = |separator: char| {
        let counts: Vec<usize> = lines.iter().map(|line| count(line, separator)).collect();
        let first = counts.first().copied().unwrap_or(0);
        let even = counts.iter().filter(|count| **count == first && first > 0).count();
        (even * 2 > counts.len(), counts.iter().filter(|count| **count > 0).count(), first)
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator));
    best.unwrap_or(';')
}

/// The cells, quotation marks resolved; a quoted cell may hold separators and line ends.
fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut is_quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if is_quoted || cell.trim().is_empty() => is_quoted = !is_quoted,
            '\r' if !is_quoted && signs.peek() == Some(&'\n') => {}
            '\n' | '\r' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign if sign == separator && !is_quoted => row.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
}

/// A list as CSV that German spreadsheets open: semicolons, UTF-8 with its mark, a first row with the names of the columns.
pub fn write_csv(list: &CodeList) -> String {
    let has_help = list.entries.iter().any(|entry| !entry.help.is_empty());
    let mut out = String::from(BYTE_ORDER_MARK);
    let mut line = |cells: [&str; 3]| {
        let count = if has_help { 3 } else { 2 };
        let cells: Vec<String> = cells.iter().take(count).map(|cell| quoted(cell)).collect();
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    };
    line(["Code", "Name", "Hilfe"]);
    list.entries.iter().for_each(|entry| line([&entry.code, &entry.label, &entry.help]));
    out
}

fn quoted(cell: &str) -> String {
    let needs_marks = cell.contains([';', '"', '\n', '\r', '\t', ',', '|']) || cell.trim() != cell;
    if needs_marks { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
