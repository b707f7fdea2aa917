//! Code lists: lines without end, quotation marks that are not closed, zero bytes, more cells than anybody needs.

use super::{huge, refuse, refuse_path};

const TOO_LARGE: &str = "Die Tabelle ist größer, als gelesen wird (64 MB, zwei Millionen Zellen).";
const NO_TABLE: &str = "Es ist weder XML noch eine Tabelle mit Schlüsseln.";

#[test]
fn two_hundred_megabytes() {
    let (_folder, path) = huge("huge.csv", "a;b\n");
    refuse_path(&path, NO_TABLE);
    let line = format!("a;{}", "x".repeat(200 << 20));
    refuse("line.csv", line.as_bytes(), TOO_LARGE);
}

#[test]
fn more_cells_than_anybody_needs() {
    refuse("cells.csv", ";".repeat(60 << 20).as_bytes(), TOO_LARGE);
    refuse("rows.csv", "a;b\n".repeat(15 << 20).as_bytes(), TOO_LARGE);
    refuse("lines.csv", "\n".repeat(60 << 20).as_bytes(), NO_TABLE);
    let wide = format!("a{}\n{}", ";b".repeat(100_000), "c\n".repeat(100_000));
    refuse("wide.csv", wide.as_bytes(), TOO_LARGE);
    let columns = (0..100_000).map(|number| format!("<Column Id=\"c{number}\"/>")).collect::<Vec<_>>().concat();
    let rows = "<Row><Value ColumnRef=\"c1\"><SimpleValue>a</SimpleValue></Value></Row>".repeat(100_000);
    let list = format!(
        "<gc:CodeList xmlns:gc=\"http://docs.oasis-open.org/codelist/ns/genericode/1.0/\"><ColumnSet>{columns}</ColumnSet>\
         <SimpleCodeList>{rows}</SimpleCodeList></gc:CodeList>"
    );
    refuse("columns.xml", list.as_bytes(), TOO_LARGE);
}

#[test]
fn quotation_marks_that_are_not_closed() {
    let text = format!("a;b\nc;\"d\n{}", "e;f\n".repeat(10 << 20));
    refuse("open.csv", text.as_bytes(), "Zeile 2: Ein Anführungszeichen wird geöffnet und nirgends geschlossen.");
}

#[test]
fn zero_bytes() {
    refuse("zero.csv", b"a;b\n\0;c\n", NO_TABLE);
    refuse("zeros.csv", &[0; 1_000], NO_TABLE);
}
