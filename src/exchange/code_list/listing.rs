//! A code list as its file has it: a table, and which column is what.

use crate::exchange::{Note, What};
use crate::model::CodeEntry;
use std::collections::BTreeSet;

/// So many rows become codes; a longer list is not taken at all, for part of a list is a wrong list.
pub const MOST_CODES: usize = 50_000;

/// A code list as read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Name, or the file's.
    pub name: String,
    /// Version as its publisher writes it, or empty.
    pub version: String,
    /// Canonical address without version, or empty.
    pub uri: String,
    /// Canonical address with version, or empty.
    pub version_uri: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Which column has what, by the file's own word.
    pub chosen: Columns,
    /// The rows; each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

/// Which columns have the codes, what people read, and explanations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The code.
    pub code: usize,
    /// What people read.
    pub label: usize,
    /// An explanation.
    pub help: Option<usize>,
}

impl Listing {
    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The codes in order, and what was left out. Rows without code and codes that were there already are left out. Of a list with more
    /// than [`MOST_CODES`] rows there are none.
    pub fn entries(&self, columns: Columns) -> (Vec<CodeEntry>, Vec<Note>) {
        if self.rows.len() > MOST_CODES {
            return (Vec::new(), vec![Note::new("", &self.name, What::TooManyCodes(self.rows.len()))]);
        }
        let mut seen = BTreeSet::new();
        let (mut entries, mut empty, mut twice) = (Vec::new(), Vec::new(), Vec::new());
        for (number, row) in (1..).zip(&self.rows) {
            let cell = |column: usize| row.get(column).map(|cell| cell.trim()).unwrap_or_default();
            let code = cell(columns.code);
            let label = Some(cell(columns.label)).filter(|label| !label.is_empty()).unwrap_or(code);
            if code.is_empty() {
                empty.push(number);
            } else if seen.insert(code) {
                let help = columns.help.map(cell).unwrap_or_default().to_owned();
                entries.push(CodeEntry { code: code.to_owned(), label: label.to_owned(), help });
            } else {
                twice.push(code);
            }
        }
        let mut notes = Vec::new();
        let mut say = |what| notes.push(Note::new("", &self.name, what));
        if let Some(first) = empty.first() {
            say(What::RowsWithoutCode { count: empty.len(), first: *first });
        }
        if let Some(first) = twice.first() {
            say(What::DuplicateCodes { count: twice.len(), first: (*first).to_owned() });
        }
        let is_taken = |at: usize| [Some(columns.code), Some(columns.label), columns.help].contains(&Some(at));
        let rest: Vec<String> = self.columns.iter().enumerate().filter(|(at, _)| !is_taken(*at)).map(|(_, name)| name.clone()).collect();
        if !rest.is_empty() {
            say(What::Columns(rest));
        }
        (entries, notes)
    }
}
