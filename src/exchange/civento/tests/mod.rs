//! Libraries read and written.

mod facts;
mod identities;
mod native;
mod round;
mod together;

use crate::exchange::Imported;

/// The library with every kind of step.
const STREET: &str = include_str!("../../../../tests/data/civento/sondernutzung.xml");

/// As the studio imports it.
fn imported(text: &str) -> Imported {
    super::import(&[super::Given { name: "bibliothek.xml", text }]).unwrap()
}

/// As the studio writes it.
fn exported(document: &crate::model::Document) -> String {
    String::from_utf8(super::export(document).unwrap().files.remove(0).1).unwrap()
}
