//! Code lists of a schema: from the files given with it, from codes in a field, or empty.

use super::super::code_list::{Columns, Listing};
use super::super::import::add_list;
use super::super::naming::Keys;
use super::super::{Note, What};
use super::standard::{Block, ListReference, text_in};
use crate::model::{CodeListId, Document};
use std::collections::{BTreeMap, BTreeSet};

/// The lists that were given, and those that are in the document already.
pub(super) struct Lists<'a> {
    given: &'a [Listing],
    used: BTreeSet<usize>,
    keys: Keys,
    made: BTreeMap<(ListReference, Vec<String>), CodeListId>,
}

impl<'a> Lists<'a> {
    pub fn new(given: &'a [Listing]) -> Self {
        Self { given, used: BTreeSet::new(), keys: Keys::default(), made: BTreeMap::new() }
    }

    /// The list of a field, made if it is not there yet.
    pub fn of(&mut self, block: Block<'_>, document: &mut Document, notes: &mut Vec<Note>) -> CodeListId {
        let reference = block.list().unwrap_or_default();
        let columns = ["codeKey", "nameKey", "helpKey"].map(|name| block.text(name));
        let own = own_codes(block);
        // Codes of a field belong to it alone; without reference nothing says that two lists are the same.
        let is_shared = own.is_none() && reference != ListReference::default();
        let key = (reference.clone(), columns.to_vec());
        if let Some(made) = self.made.get(&key).filter(|_| is_shared) {
            return *made;
        }
        let (listing, chosen) = match own {
            Some(own) => (own, Columns { code: 0, label: 1, help: Some(2) }),
            None => self.given_or_empty(block, &reference, &columns, notes),
        };
        notes.extend(add_list(document, &mut self.keys, &listing, chosen));
        let id = document.code_lists.keys().next_back().unwrap_or(CodeListId(0));
        if is_shared {
            self.made.insert(key, id);
        }
        id
    }

    fn given_or_empty(
        &mut self,
        block: Block<'_>,
        reference: &ListReference,
        columns: &[String; 3],
        notes: &mut Vec<Note>,
    ) -> (Listing, Columns) {
        let mut say = |what| notes.push(Note::new(&reference.id, &block.name(), what));
        let Some(at) = self.find(reference) else {
            let address = [&reference.version_uri, &reference.uri, &reference.id].into_iter().find(|it| !it.is_empty());
            say(What::MissingList(address.cloned().unwrap_or_default()));
            let (name, version, uri) = (block.name(), reference.version.clone(), reference.uri.clone());
            let names = ["code", "name"].map(str::to_owned).to_vec();
            return (Listing { name, version, uri, columns: names, ..Listing::default() }, Columns { code: 0, label: 1, help: None });
        };
        self.used.insert(at);
        let listing = self.given.get(at).cloned().unwrap_or_default();
        if !reference.version.is_empty() && !listing.version.is_empty() && reference.version != listing.version {
            say(What::OtherVersion { asked: reference.version.clone(), given: listing.version.clone() });
        }
        let [code, label, help] = columns.each_ref().map(|name| listing.column(name));
        let chosen = Columns {
            code: code.unwrap_or(listing.chosen.code),
            label: label.unwrap_or(listing.chosen.label),
            help: help.or(listing.chosen.help),
        };
        (listing, chosen)
    }

    /// The file for a reference: by its address with version, else without, else by its id in the name of the file.
    fn find(&self, reference: &ListReference) -> Option<usize> {
        let find = |is_it: &dyn Fn(&Listing) -> bool| self.given.iter().position(is_it);
        let same = |a: &str, b: &str| !a.is_empty() && a == b;
        find(&|list| same(&list.version_uri, &reference.version_uri))
            .or_else(|| find(&|list| same(&list.uri, &reference.uri) && list.version == reference.version))
            .or_else(|| find(&|list| same(&list.uri, &reference.uri)))
            .or_else(|| find(&|list| list.uri.is_empty() && !reference.id.is_empty() && list.name.contains(&reference.id)))
    }

    /// Takes lists that no field asked for.
    pub fn unused(&mut self, document: &mut Document, notes: &mut Vec<Note>) {
        for (_, listing) in self.given.iter().enumerate().filter(|(at, _)| !self.used.contains(at)) {
            notes.push(Note::new("", &listing.name, What::UnusedList));
            notes.extend(add_list(document, &mut self.keys, listing, listing.chosen));
        }
    }
}

/// The codes that stand in the field itself.
fn own_codes(block: Block<'_>) -> Option<Listing> {
    let rows: Vec<Vec<String>> = block.values().map(|value| ["code", "name", "hilfe"].map(|name| text_in(value, name)).to_vec()).collect();
    let columns = ["code", "name", "hilfe"].map(str::to_owned).to_vec();
    (!rows.is_empty()).then(|| Listing { name: block.name(), columns, rows, ..Listing::default() })
}
