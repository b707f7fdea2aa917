//! A kept file brought up to date: of two drafts of it, one as it was read and one as it is to be, only the difference is written
//! into its text. What the drafts do not speak of stays where it is, to the letter.

mod row;
#[cfg(test)]
mod tests;

use super::draft::{Draft, Inside};
use super::{Edits, Element};
use row::{Row, in_order};
use std::collections::{BTreeMap, BTreeSet};

/// What a format says of its elements.
#[derive(Clone, Copy)]
pub struct Manners<'m> {
    /// The attribute by which an element is found again wherever it stands: `id`.
    pub id: &'m str,
    /// Names of elements that are told apart by their text: references. All others without id or name are told apart by their number among
    /// those of their name.
    pub by_text: &'m [&'m str],
    /// An attribute that tells those without id of one name under the same parent apart: `Name`. Empty if there is none.
    pub by_name: &'m str,
    /// Elements that are told apart by an element in them, by its name attribute or else its text: the name of each, and of the inner one.
    /// Those without it are told apart by their number.
    pub by_child: &'m [(&'m str, &'m str)],
    /// The place of an element in the order that the format's schema demands of what is in an element: by the local names of the outer
    /// and the inner. Those of equal rank stand as the file has them.
    pub rank: &'m dyn Fn(&str, &str) -> usize,
}

/// What became of an element of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Something in it is different now.
    Changed,
    /// It was put in.
    Added,
    /// It stands elsewhere.
    Moved,
    /// It was taken out.
    Removed,
}

/// The file brought up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Its text.
    pub text: String,
    /// What was done, by the id of the element or of the nearest around it that has one.
    pub deeds: Vec<(Deed, String)>,
}

/// The text, whose tree is `root`, with all that differs between the drafts. Both drafts are of the outermost element; elements with
/// ids are found in the file by them, others under the same parent.
pub fn merge(text: &str, root: &Element<'_>, before: &Draft, after: &Draft, manners: &Manners<'_>) -> Merged {
    let mut merging = Merging { text, manners, places: places(root, manners.id), drafted: drafted(before, manners.id), deeds: Vec::new() };
    let mut edits = Edits::new(text);
    merging.element(&mut edits, root, before, after, "");
    declare(&mut edits, root, after);
    Merged { text: edits.finish(), deeds: merging.deeds }
}

/// Namespaces of which something was put in are declared at the root.
fn declare<'t>(edits: &mut Edits<'t>, root: &Element<'t>, after: &Draft) {
    for (name, namespace) in &after.attributes {
        let Some(prefix) = name.strip_prefix("xmlns:") else { continue };
        let is_there = root.attributes.iter().any(|it| it.name.qualified() == *name);
        if !is_there && edits.writes(&format!("{prefix}:")) {
            edits.add_attribute(root, name, namespace);
        }
    }
}

/// What tells an element from the others under the same parent, and how many before it are told apart by the same.
type Mark<'a> = (Key<'a>, usize);

/// What tells elements apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Id(&'a str),
    Text(&'a str, &'a str),
    Named(&'a str, &'a str),
    Child(&'a str, &'a str, &'a str),
    Number(&'a str, usize),
}

struct Merging<'m, 'd, 't> {
    text: &'t str,
    manners: &'m Manners<'m>,
    /// Elements of the file by their ids.
    places: BTreeMap<&'d str, &'d Element<'t>>,
    /// The same of the draft as it was.
    drafted: BTreeMap<&'d str, &'d Draft>,
    deeds: Vec<(Deed, String)>,
}

impl<'d, 't> Merging<'_, 'd, 't> {
    /// Brings an element up to date. Recursive: drafts are as deep as documents, which have a limit.
    fn element(&mut self, edits: &mut Edits<'t>, place: &'d Element<'t>, before: &'d Draft, after: &'d Draft, near: &str) {
        if before == after {
            return;
        }
        let near = after.id(self.manners.id).unwrap_or(near);
        let is_other = before.name != after.name;
        if is_other {
            edits.rename(place, &after.name);
        }
        if attributes(edits, place, before, after) || is_other {
            self.say(Deed::Changed, near);
        }
        match (&before.inside, &after.inside) {
            (was, is) if was == is => {}
            (_, Inside::Text(text)) if !text.is_empty() || before.elements().is_empty() => {
                edits.set_text(place, text);
                self.say(Deed::Changed, near);
            }
            (Inside::Text(text), Inside::Elements(_)) if !text.is_empty() => {
                edits.replace(place, after);
                self.say(Deed::Changed, near);
            }
            _ => self.inside(edits, place, before.elements(), after, near),
        }
    }

    fn inside(&mut self, edits: &mut Edits<'t>, place: &'d Element<'t>, before: &'d [Draft], after: &'d Draft, near: &str) {
        let (old, new) = (self.keys(before), self.keys(after.elements()));
        let numbers: BTreeMap<&Mark<'_>, usize> = old.iter().enumerate().map(|(number, key)| (key, number)).collect();
        let pairs: Vec<Option<usize>> = new.iter().map(|key| numbers.get(key).copied()).collect();
        let stays = in_order(&pairs);
        let paired: BTreeSet<usize> = pairs.iter().copied().flatten().collect();
        let kept: BTreeSet<usize> = pairs.iter().zip(&stays).filter(|(_, stays)| **stays).filter_map(|(pair, _)| *pair).collect();
        let places: Vec<Option<&Element<'t>>> = before.iter().zip(&old).map(|(draft, key)| self.place(place, draft, key)).collect();
        let mut here: Vec<Option<&Element<'t>>> = Vec::with_capacity(old.len());
        for (number, (draft, found)) in before.iter().zip(places.iter().copied()).enumerate() {
            here.push(found.filter(|_| kept.contains(&number)));
            let Some(gone) = found.filter(|_| !kept.contains(&number)) else { continue };
            edits.remove(gone);
            if !paired.contains(&number) {
                self.say(Deed::Removed, draft.id(self.manners.id).unwrap_or(near));
            }
        }
        let mut row = Row::new(place, after.local_name(), self.manners);
        let at = |index: usize| pairs.get(index).copied().flatten().and_then(|number| here.get(number).copied().flatten());
        let mut next = (0..new.len()).filter(|index| at(*index).is_some()).peekable();
        for (index, draft) in after.elements().iter().enumerate() {
            let pair = pairs.get(index).copied().flatten().and_then(|number| before.get(number));
            match (pair, at(index)) {
                (Some(pair), Some(here)) => {
                    self.element(edits, here, pair, draft, near);
                    row.last = row.index(here).or(row.last);
                }
                (Some(pair), None) if pair == draft && stays.get(index) == Some(&true) => {}
                _ => {
                    while next.next_if(|other| *other < index).is_some() {}
                    let old = pairs.get(index).copied().flatten().and_then(|number| places.get(number).copied().flatten());
                    let written = self.written(draft, old.zip(pair), near);
                    row.put(edits, draft.local_name(), &written, next.peek().and_then(|index| at(*index)));
                }
            }
        }
        row.finish(edits);
    }

    /// What is put in: what stood elsewhere in the file (`beside`: under the same parent), brought up to date, or something new.
    fn written(&mut self, draft: &'d Draft, beside: Option<(&'d Element<'t>, &'d Draft)>, near: &str) -> Draft {
        let id = draft.id(self.manners.id);
        let moved = id.and_then(|id| Some((*self.places.get(id)?, *self.drafted.get(id)?))).or(beside);
        self.say(if moved.is_some() { Deed::Moved } else { Deed::Added }, id.unwrap_or(near));
        let Some((old, was)) = moved else { return draft.clone() };
        let mut edits = Edits::new(self.text);
        self.element(&mut edits, old, was, draft, near);
        Draft::as_written(edits.part(old.place.clone()))
    }

    /// Where a draft stands in the file.
    fn place(&self, around: &'d Element<'t>, draft: &Draft, (key, again): &Mark<'_>) -> Option<&'d Element<'t>> {
        let named = around.elements().filter(|it| it.name.local == draft.local_name());
        match key {
            // Files in which an id stands twice: the one that is near is meant.
            Key::Id(id) => {
                let mut near = around.elements().filter(|it| it.attribute(self.manners.id) == Some(id));
                near.nth(*again).or_else(|| self.places.get(id).copied())
            }
            Key::Text(_, text) => named.filter(|it| it.text().trim() == *text).nth(*again),
            Key::Named(_, name) => named.filter(|it| it.attribute(self.manners.by_name) == Some(name)).nth(*again),
            Key::Child(_, child, text) => {
                let says =
                    |it: &Element<'_>| it.attribute(self.manners.by_name).map_or_else(|| it.text().trim() == *text, |own| own == *text);
                named.filter(|it| it.first(child).is_some_and(says)).nth(*again)
            }
            Key::Number(_, number) => {
                let by_name = |it: &&Element<'_>| !self.manners.by_name.is_empty() && it.attribute(self.manners.by_name).is_some();
                let child = self.manners.by_child.iter().find(|(outer, _)| *outer == draft.local_name()).map(|(_, inner)| *inner);
                let by_child = |it: &&Element<'_>| child.is_some_and(|child| it.first(child).is_some());
                let mut bare = named.clone().filter(|it| it.attribute(self.manners.id).is_none() && !by_name(it) && !by_child(it));
                // Where all have ids, the drafts may say nothing of them.
                let has_own_id = |it: &&Element<'_>| it.attribute(self.manners.id).is_some_and(|id| !self.drafted.contains_key(id));
                bare.nth(*number).or_else(|| named.filter(has_own_id).nth(*number))
            }
        }
    }

    fn keys(&self, drafts: &'d [Draft]) -> Vec<Mark<'d>> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut again: BTreeMap<Key<'d>, usize> = BTreeMap::new();
        let mark = |draft| {
            let key = self.key(draft, &mut counts);
            let number = again.entry(key.clone()).or_default();
            *number += 1;
            (key, *number - 1)
        };
        drafts.iter().map(mark).collect()
    }

    fn key(&self, draft: &'d Draft, counts: &mut BTreeMap<&'d str, usize>) -> Key<'d> {
        let (name, manners) = (draft.local_name(), self.manners);
        if let Some(id) = draft.id(manners.id) {
            return Key::Id(id);
        }
        if let Inside::Text(text) = &draft.inside
            && manners.by_text.contains(&name)
        {
            return Key::Text(name, text);
        }
        if let Some(own) = draft.id(manners.by_name) {
            return Key::Named(name, own);
        }
        let child = manners.by_child.iter().find(|(outer, _)| *outer == name).and_then(|(_, inner)| {
            let inner = draft.elements().iter().find(|it| it.local_name() == *inner)?;
            let text = inner.id(manners.by_name).or(if let Inside::Text(text) = &inner.inside { Some(text) } else { None })?;
            Some(Key::Child(name, inner.local_name(), text))
        });
        child.unwrap_or_else(|| {
            let count = counts.entry(name).or_default();
            *count += 1;
            Key::Number(name, *count - 1)
        })
    }

    fn say(&mut self, deed: Deed, id: &str) {
        let deed = (deed, id.to_owned());
        if self.deeds.last() != Some(&deed) {
            self.deeds.push(deed);
        }
    }
}

/// Whether some attribute differs.
fn attributes<'t>(edits: &mut Edits<'t>, place: &Element<'t>, before: &Draft, after: &Draft) -> bool {
    let found = |name: &str| place.attributes.iter().find(|it| it.name.qualified() == name);
    let mut differs = false;
    for (name, value) in &after.attributes {
        if before.attributes.iter().any(|(other, old)| other == name && old == value) {
            continue;
        }
        differs = true;
        match found(name) {
            Some(attribute) => edits.set_value(attribute, value),
            None => edits.add_attribute(place, name, value),
        }
    }
    for (name, _) in before.attributes.iter().filter(|(name, _)| after.attributes.iter().all(|(other, _)| other != name)) {
        differs = true;
        if let Some(attribute) = found(name) {
            edits.remove_attribute(attribute);
        }
    }
    differs
}

/// Elements of a file by their ids; of several with one id the first.
fn places<'d, 't>(root: &'d Element<'t>, id: &str) -> BTreeMap<&'d str, &'d Element<'t>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        if let Some(id) = element.attribute(id) {
            found.entry(id).or_insert(element);
        }
        open.extend(element.elements().rev());
    }
    found
}

/// Elements of a draft by their ids.
fn drafted<'d>(root: &'d Draft, id: &str) -> BTreeMap<&'d str, &'d Draft> {
    let mut found = BTreeMap::new();
    let mut open = vec![root];
    while let Some(draft) = open.pop() {
        if let Some(id) = draft.id(id) {
            found.entry(id).or_insert(draft);
        }
        open.extend(draft.elements().iter().rev());
    }
    found
}
