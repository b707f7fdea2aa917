//! Code lists: the four of the real schema, tables of all sorts, and back.

use super::*;
use crate::exchange::{What, xml};
use crate::model::{CodeEntry, CodeList, CodeListId};
use proptest::prelude::*;

fn genericode(name: &str) -> Listing {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fim").join(name);
    let text = xml::decode(&std::fs::read(path).unwrap()).unwrap();
    read_genericode(&xml::read(&text).unwrap()).unwrap().unwrap()
}

fn list(entries: Vec<CodeEntry>) -> CodeList {
    let (key, name) = ("liste".to_owned(), "Liste & Co".to_owned());
    CodeList { id: CodeListId(1), key, name, version: "2020-02-06".to_owned(), uri: "urn:de:x".to_owned(), entries }
}

fn table(text: &str) -> Vec<(String, String, String)> {
    let listing = read_table(text);
    listing.entries(listing.chosen).0.into_iter().map(|entry| (entry.code, entry.label, entry.help)).collect()
}

fn cells(cells: &[[&str; 3]]) -> Vec<(String, String, String)> {
    cells.iter().map(|[code, label, help]| ((*code).to_owned(), (*label).to_owned(), (*help).to_owned())).collect()
}

#[test]
fn real_lists_are_read() {
    let listing = genericode("C00000020_genericode.xml");
    assert_eq!(listing.name, "Status Frau (schwanger, stillend)");
    assert_eq!(listing.version, "2020-02-06");
    assert_eq!(listing.uri, "urn:de:fim:codeliste:statusfrauschwangerstillend");
    assert_eq!(listing.version_uri, "urn:de:fim:codeliste:statusfrauschwangerstillend_2020-02-06");
    let (entries, notes) = listing.entries(listing.chosen);
    assert_eq!(entries, [CodeEntry::new("001", "ist schwanger"), CodeEntry::new("002", "hat geboren / ist stillend")]);
    assert!(notes.is_empty());
    let listing = genericode("C00000021_genericode.xml");
    let (entries, _) = listing.entries(listing.chosen);
    assert_eq!(entries.len(), 9);
    assert_eq!(entries.last(), Some(&CodeEntry::new("999", "Sonstiges Beschäftigungsverhältnis")));
}

#[test]
fn columns_without_place_are_named() {
    let listing = genericode("C60000020_genericode.xml");
    assert_eq!(listing.columns.len(), 9);
    let (entries, notes) = listing.entries(listing.chosen);
    assert_eq!(entries[0], CodeEntry::new("000", "Deutschland"));
    let rest = notes.iter().find_map(|note| if let What::Columns(columns) = &note.what { Some(columns.clone()) } else { None });
    assert_eq!(rest.unwrap()[0], "staatenname-kurz");
}

#[test]
fn rows_without_code_and_codes_that_are_there_already_are_left_out() {
    let listing = read_table("Code;Name\n1;eins\n;nichts\n2;zwei\n1;nochmal\n2;und nochmal\n");
    let (entries, notes) = listing.entries(listing.chosen);
    assert_eq!(entries, [CodeEntry::new("1", "eins"), CodeEntry::new("2", "zwei")]);
    let whats: Vec<&What> = notes.iter().map(|note| &note.what).collect();
    assert_eq!(whats, [&What::RowsWithoutCode { count: 1, first: 2 }, &What::DuplicateCodes { count: 2, first: "1".to_owned() }]);
}

#[test]
fn tables_of_all_sorts_are_read() {
    let expected = cells(&[["m", "männlich", ""], ["w", "weiblich", ""]]);
    for text in [
        "m;männlich\nw;weiblich",
        "m,männlich\r\nw,weiblich\r\n",
        "m\tmännlich\nw\tweiblich\n\n",
        "m|männlich\nw|weiblich",
        "\u{feff}Schlüssel;Bezeichnung\n m ; männlich \nw;weiblich",
        "Name\tCode\nmännlich\tm\nweiblich\tw\n",
        "\"m\";\"männlich\"\n\"w\";\"weiblich\"",
    ] {
        assert_eq!(table(text), expected, "{text}");
    }
    assert_eq!(table("rot\nblau"), cells(&[["rot", "rot", ""], ["blau", "blau", ""]]));
    assert_eq!(table("1;\"a;b\"\"c\"\"\nd\";Hilfe\n2;e"), cells(&[["1", "a;b\"c\"\nd", "Hilfe"], ["2", "e", ""]]));
    assert_eq!(table("Code,Bezeichnung,Beschreibung\n1,\"Müller, Meier\",x"), cells(&[["1", "Müller, Meier", "x"]]));
    assert_eq!(table(""), []);
    let bytes = b"m;m\xe4nnlich\nw;weiblich";
    let listing = read_table_bytes(bytes).unwrap();
    assert_eq!(listing.entries(listing.chosen).0[0].label, "männlich");
}

#[test]
fn what_is_written_is_read_again() {
    let mut entries = vec![CodeEntry::new("001", "a;\"b\"\nc"), CodeEntry::new("2", "<d> & e")];
    for help in ["", "Hilfe; so"] {
        entries[1].help = help.to_owned();
        let list = list(entries.clone());
        let listing = read_table(&write_csv(&list));
        assert_eq!(listing.entries(listing.chosen).0, entries);
        let file = write_genericode(&list);
        let listing = read_genericode(&xml::read(&file).unwrap()).unwrap().unwrap();
        assert_eq!(listing.entries(listing.chosen).0, entries);
        assert_eq!((listing.name.as_str(), listing.version.as_str()), ("Liste & Co", "2020-02-06"));
        assert_eq!(listing.version_uri, "urn:de:x_2020-02-06");
    }
}

#[test]
fn a_list_that_is_too_long_is_not_taken_in_part() {
    let table = |count: usize| (0..count).map(|number| format!("{number}\tEintrag {number}\n")).collect::<Vec<_>>().concat();
    let taken = |count: usize| {
        let listing = read_table(&table(count));
        let (entries, notes) = listing.entries(listing.chosen);
        (entries.len(), notes.into_iter().map(|note| note.what).collect::<Vec<_>>())
    };
    assert_eq!(taken(MOST_CODES), (MOST_CODES, Vec::new()));
    assert_eq!(taken(100_000), (0, vec![What::TooManyCodes(100_000)]));
}

#[test]
fn tables_that_are_too_large_are_refused() {
    let refused = |bytes: &[u8]| read_table_bytes(bytes).unwrap_err();
    // Each row counts as much as the longest.
    let wide = format!("a{}\n{}", ";b".repeat(2_000), "c\n".repeat(1_000));
    assert_eq!(refused(wide.as_bytes()), TableFault::TooLarge);
    assert_eq!(refused(";".repeat(2_000_001).as_bytes()), TableFault::TooLarge);
    assert!(read_table_bytes("\n".repeat(3_000_000).as_bytes()).unwrap().rows.is_empty(), "empty rows are none");
    let values = "<Row><Value><SimpleValue>a</SimpleValue></Value></Row>".repeat(1_001);
    let columns = "<Column Id=\"a\"/>".repeat(2_000);
    let file = format!(
        "<gc:CodeList xmlns:gc=\"http://docs.oasis-open.org/codelist/ns/genericode/1.0/\"><ColumnSet>{columns}</ColumnSet><SimpleCodeList>{values}</SimpleCodeList></gc:CodeList>"
    );
    assert_eq!(read_genericode(&xml::read(&file).unwrap()), Some(Err(TableFault::TooLarge)));
}

#[test]
fn a_quotation_mark_without_end_is_found() {
    assert_eq!(read_table_bytes(b"a;b\r\nc;\"d\r\ne;f\r\n"), Err(TableFault::OpenQuote { line: 2 }));
    let closed = read_table_bytes(b"a;b\nc;\"d\ne\"\n").unwrap();
    assert_eq!(closed.rows, [["a", "b"], ["c", "d\ne"]]);
    // What is pasted is shown to the user before it is taken.
    assert_eq!(read_table("c\t\"d").rows, [["c", "d"]]);
}

proptest! {
    #[test]
    fn no_table_panics(text in "[a-c\";,\t|\r\n]{0,40}") {
        let listing = read_table(&text);
        let _ = listing.entries(listing.chosen);
        prop_assert!(listing.rows.iter().all(|row| row.len() == listing.columns.len()));
    }
}

#[test]
fn tables_with_zeros_in_them_are_none() {
    use crate::exchange::{File, Unfit, read_codes};
    let refused = |bytes: &[u8]| read_codes(File { name: "a.csv", bytes }).unwrap_err().unfit;
    assert_eq!(refused(b"Code;Name\n1;\0"), Unfit::Unknown);
    let wide: Vec<u8> = "\u{feff}Code;Name\n1;\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&wide), Unfit::Unknown);
}

#[test]
fn the_words_for_columns_show_what_separates_them() {
    let commas = "Abteilung,\nReferat,\nSachgebiet,\nTeam,\nZimmer";
    let list = list(vec![CodeEntry::new(commas, "Amt")]);
    assert_eq!(table(&write_csv(&list)), cells(&[[commas, "Amt", ""]]));
}
