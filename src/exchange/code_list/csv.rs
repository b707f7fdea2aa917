//! Tables as text: CSV from a file, tabs from a spreadsheet (RFC 4180, with the separators that are met with).

use super::{Columns, Listing};
use crate::exchange::encoding::{BYTE_ORDER_MARK, Encoding};
use crate::exchange::xml::MOST_BYTES;
use crate::model::CodeList;

/// Separators in the order in which they are preferred where the text does not decide.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];
/// So many lines are looked at to find the separator, and of each so many characters.
const LOOKED_AT: usize = 20;
const LONGEST_LOOKED_AT: usize = 4_000;
/// No table has more cells.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// Why a file with a table is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// More than [`MOST_BYTES`] or [`MOST_CELLS`].
    TooLarge,
    /// A quotation mark is opened and never closed, so what follows would be a single cell.
    OpenQuote {
        /// The line in which it stands.
        line: usize,
    },
}

const CODE_WORDS: [&str; 9] = ["code", "schlüssel", "schluessel", "key", "id", "wert", "value", "kennung", "nr"];
const LABEL_WORDS: [&str; 8] = ["name", "bezeichnung", "label", "text", "bedeutung", "titel", "codename", "beschriftung"];
const HELP_WORDS: [&str; 7] = ["hilfe", "help", "erläuterung", "erklärung", "beschreibung", "description", "hinweis"];

/// The list in a file: UTF-8 or UTF-16 by its mark, UTF-8 where it is that, else Windows-1252.
pub fn read_table_bytes(bytes: &[u8]) -> Result<Listing, TableFault> {
    if bytes.len() > MOST_BYTES {
        return Err(TableFault::TooLarge);
    }
    let marked = Encoding::marked(bytes).and_then(|encoding| encoding.decode(bytes).ok());
    let text = marked.or_else(|| Encoding::Utf8.decode(bytes).ok()).or_else(|| Encoding::Windows1252.decode(bytes).ok());
    let table = Table::of(&text.unwrap_or_default())?;
    match table.open_quote {
        Some(line) => Err(TableFault::OpenQuote { line }),
        None => Ok(table.listing()),
    }
}

/// The list in a text. The separator is guessed; a first row of known words ("Code", "Bezeichnung") names the columns. Without one
/// the first column has the codes, the second what people read, the third explanations. A table that is too large has no rows.
pub fn read_table(text: &str) -> Listing {
    Table::of(text).map(Table::listing).unwrap_or_default()
}

/// Rows with something in them.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    /// Cells of the longest row.
    width: usize,
    /// The line of the quotation mark that is not closed.
    open_quote: Option<usize>,
}

impl Table {
    fn listing(self) -> Listing {
        let (mut rows, width) = (self.rows, self.width);
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

    /// The cells, quotation marks resolved; a quoted cell may hold separators and line ends.
    fn of(text: &str) -> Result<Self, TableFault> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let separator = separator(text);
        let mut table = Self::default();
        let (mut row, mut cell, mut line) = (Vec::new(), String::new(), 1);
        let mut signs = text.chars().peekable();
        while let Some(sign) = signs.next() {
            let is_quoted = table.open_quote.is_some();
            match sign {
                '"' if is_quoted && signs.peek() == Some(&'"') => {
                    signs.next();
                    cell.push('"');
                }
                '"' if is_quoted => table.open_quote = None,
                '"' if cell.trim().is_empty() => table.open_quote = Some(line),
                '\r' if !is_quoted && signs.peek() == Some(&'\n') => {}
                '\n' | '\r' if !is_quoted && row.is_empty() && cell.trim().is_empty() => cell.clear(),
                '\n' | '\r' if !is_quoted => {
                    row.push(std::mem::take(&mut cell));
                    table.keep(std::mem::take(&mut row))?;
                }
                sign if sign == separator && !is_quoted && row.len() < MOST_CELLS => row.push(std::mem::take(&mut cell)),
                sign => cell.push(sign),
            }
            line += usize::from(sign == '\n');
        }
        row.push(cell);
        table.keep(row)?;
        Ok(table)
    }

    /// Keeps a row if there is something in it, as long as all rows filled up are not too many cells.
    fn keep(&mut self, row: Vec<String>) -> Result<(), TableFault> {
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            self.width = self.width.max(row.len());
            self.rows.push(row);
        }
        if self.rows.len() * self.width > MOST_CELLS { Err(TableFault::TooLarge) } else { Ok(()) }
    }
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

/// The separator between words for columns on the first line, else the one that stands equally often on the first lines; the most frequent
/// of several.
fn separator(text: &str) -> char {
    let begun = |line: &'_ str| line.char_indices().nth(LONGEST_LOOKED_AT).map_or(line.len(), |(at, _)| at);
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT);
    let lines: Vec<&str> = lines.map(|line| line.get(..begun(line)).unwrap_or(line)).collect();
    let count = |line: &str, separator: char| {
        let mut is_quoted = false;
        let outside = line.chars().filter(|sign| {
            is_quoted ^= *sign == '"';
            *sign == separator && !is_quoted
        });
        outside.count()
    };
    let parts_words = |separator: char| {
        let first = lines.first().map_or("", |line| *line);
        let words: Vec<String> = first.split(separator).map(|word| word.trim_matches('"').to_owned()).collect();
        words.len() > 1 && header(&words).is_some()
    };
    let score = |separator: char| {
        let counts: Vec<usize> = lines.iter().map(|line| count(line, separator)).collect();
        let first = counts.first().copied().unwrap_or(0);
        let even = counts.iter().filter(|count| **count == first && first > 0).count();
        (parts_words(separator), even * 2 > counts.len(), counts.iter().filter(|count| **count > 0).count(), first)
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator));
    best.unwrap_or(';')
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
