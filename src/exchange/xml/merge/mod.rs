//! A kept file brought up to date: of two drafts of it, one as it was read and one as it is to be, only the difference is written
//! into its text. What the drafts do not speak of stays where it is, to the letter.

mod row;
#[cfg(test)]
mod tests;

use super::draft::{Draft, Inside};
use super::{Edits, Element};
use crate::exchange::lookup::Lookup;
use row::{Row, in_order};
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

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
    /// Whether something is gone or called otherwise to which other places may refer: an element, its name, its id.
    pub loses: bool,
    /// Whether the file does not have what was to stay as it has it ([`Draft::as_kept`]): then the text is of no use.
    pub misses: bool,
}

/// The text, whose tree is `root`, with all that differs between the drafts. Both drafts are of the outermost element; elements with
/// ids are found in the file by them, others under the same parent.
pub fn merge(text: &str, root: &Element<'_>, before: &Draft, after: &Draft, manners: &Manners<'_>) -> Merged {
    let (places, doubled) = places(root, manners.id);
    let mut merging =
        Merging { text, manners, places, doubled, drafted: OnceCell::new(), before, deeds: Vec::new(), loses: false, misses: false };
    let mut edits = Edits::new(text);
    merging.element(&mut edits, root, before, after, "");
    declare(&mut edits, root, after);
    Merged { text: edits.finish(), deeds: merging.deeds, loses: merging.loses, misses: merging.misses }
}

/// Namespaces of which something was put in are declared at the root.
fn declare<'t>(edits: &mut Edits<'t>, root: &Element<'t>, after: &Draft) {
    for (name, namespace) in after.attributes() {
        let Some(prefix) = name.strip_prefix("xmlns:") else { continue };
        let is_there = root.attributes.iter().any(|it| it.name.qualified() == name);
        if !is_there && edits.writes(&format!("{prefix}:")) {
            edits.add_attribute(root, name, namespace);
        }
    }
}

/// What tells an element from the others under the same parent, and how many before it are told apart by the same.
type Mark<'a> = (Key<'a>, usize);

/// What tells elements apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key<'a> {
    Id(&'a str),
    Text(&'a str, &'a str),
    Named(&'a str, &'a str),
    Child(&'a str, &'a str, &'a str),
    Number(&'a str, usize),
}

/// What becomes of an element under the same parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Stays,
    Moves,
    Goes,
}

struct Merging<'m, 'd, 't> {
    text: &'t str,
    manners: &'m Manners<'m>,
    /// Elements of the file by their ids.
    places: Lookup<&'d str, &'d Element<'t>>,
    /// Ids that stand there more than once.
    doubled: BTreeSet<&'d str>,
    /// Elements of the draft as it was by their ids, once something is put in.
    drafted: OnceCell<Lookup<&'d str, &'d Draft>>,
    before: &'d Draft,
    deeds: Vec<(Deed, String)>,
    loses: bool,
    misses: bool,
}

impl<'d, 't> Merging<'_, 'd, 't> {
    /// Brings an element up to date. Recursive: drafts are as deep as documents, which have a limit.
    fn element(&mut self, edits: &mut Edits<'t>, place: &'d Element<'t>, before: &'d Draft, after: &'d Draft, near: &str) {
        let near = after.id(self.manners.id).unwrap_or(near);
        let is_other = before.name() != after.name();
        if is_other {
            edits.rename(place, after.name());
        }
        self.loses |= is_other || before.id(self.manners.id) != after.id(self.manners.id);
        if attributes(edits, place, before, after) || is_other {
            self.say(Deed::Changed, near);
        }
        match (&before.inside, &after.inside) {
            (Inside::Elements(was), Inside::Elements(_)) => self.inside(edits, place, was, after, near),
            (was, is) if was == is => {}
            (_, Inside::AsKept) | (Inside::AsKept, _) => self.misses = true,
            (_, Inside::Text(text)) if !text.is_empty() || before.elements().is_empty() => {
                self.loses |= place.elements().next().is_some();
                edits.set_text(place, text);
                self.say(Deed::Changed, near);
            }
            (Inside::Text(text), Inside::Elements(_)) if !text.is_empty() => {
                self.loses = true;
                self.misses |= after.is_part_kept();
                edits.replace(place, after);
                self.say(Deed::Changed, near);
            }
            _ => self.inside(edits, place, before.elements(), after, near),
        }
    }

    fn inside(&mut self, edits: &mut Edits<'t>, place: &'d Element<'t>, before: &'d [Draft], after: &'d Draft, near: &str) {
        let (head, tail) = same_ends(before, after.elements());
        if head == before.len().max(after.elements().len()) {
            return;
        }
        let (old, new) = (self.keys(before), self.keys(after.elements()));
        let (was, is) = (head..old.len() - tail, head..new.len() - tail);
        let pairs = pairs(&old, &new, was.clone(), is.clone());
        let stays = in_order(&pairs);
        let fates = fates(&pairs, &stays, old.len());
        // Of what is the same at both ends only the neighbours of the rest are looked up.
        let find = |number: usize| Some((number, self.place(place, before.get(number)?, old.get(number)?)?));
        let mut row = Row::new(place, after.local_name(), self.manners);
        row.last = (0..head).rev().find_map(|number| row.index(find(number)?.1));
        let next = (was.end..old.len()).find_map(find);
        let places: BTreeMap<usize, &Element<'t>> = was.clone().filter_map(find).chain(next).collect();
        for (number, gone) in places.iter().filter(|(number, _)| fates.get(**number) != Some(&Fate::Stays)) {
            edits.remove(gone);
            if let (Some(Fate::Goes), Some(draft)) = (fates.get(*number), before.get(*number)) {
                self.loses = true;
                self.say(Deed::Removed, draft.id(self.manners.id).unwrap_or(near));
            }
        }
        let number = |index: usize| pairs.get(index).copied().flatten();
        let at = |index: usize| number(index).filter(|it| fates.get(*it) == Some(&Fate::Stays)).and_then(|it| places.get(&it).copied());
        let mut next = (is.start..new.len()).filter(|index| at(*index).is_some()).peekable();
        for (index, draft) in after.elements().iter().enumerate().take(is.end).skip(head) {
            let pair = number(index).and_then(|number| before.get(number));
            match (pair, at(index)) {
                (Some(pair), Some(here)) => {
                    self.element(edits, here, pair, draft, near);
                    row.last = row.index(here).or(row.last);
                }
                (Some(pair), None) if pair == draft && stays.get(index) == Some(&true) => {}
                _ => {
                    while next.next_if(|other| *other < index).is_some() {}
                    let old = number(index).and_then(|number| places.get(&number).copied());
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
        let moved = id.and_then(|id| Some((*self.places.get(id)?, *self.drafted().get(id)?))).or(beside);
        self.say(if moved.is_some() { Deed::Moved } else { Deed::Added }, id.unwrap_or(near));
        let Some((old, was)) = moved else {
            self.misses |= draft.is_part_kept();
            return draft.clone();
        };
        let mut edits = Edits::new(self.text);
        self.element(&mut edits, old, was, draft, near);
        Draft::as_written(edits.part(old.place.clone()))
    }

    fn drafted(&self) -> &Lookup<&'d str, &'d Draft> {
        self.drafted.get_or_init(|| drafted(self.before, self.manners.id))
    }

    /// Where a draft stands in the file.
    fn place(&self, around: &'d Element<'t>, draft: &Draft, (key, again): &Mark<'_>) -> Option<&'d Element<'t>> {
        let named = around.elements().filter(|it| it.name.local == draft.local_name());
        match key {
            // Files in which an id stands twice: the one that is near is meant.
            Key::Id(id) => {
                let mut near = around.elements().filter(|it| it.attribute(self.manners.id) == Some(id));
                let near = if self.doubled.contains(id) { near.nth(*again) } else { None };
                near.or_else(|| self.places.get(id).copied())
            }
            Key::Text(_, text) => named.filter(|it| it.text().trim() == *text).nth(*again),
            Key::Named(_, name) => named.filter(|it| it.attribute(self.manners.by_name) == Some(name)).nth(*again),
            Key::Child(_, child, text) => {
                let says =
                    |it: &Element<'_>| it.attribute(self.manners.by_name).map_or_else(|| it.text().trim() == *text, |own| own == *text);
                named.filter(|it| it.first(child).is_some_and(says)).nth(*again)
            }
            Key::Number(_, number) => {
                let by_name = |it: &&Element<'_>| {
                    !self.manners.by_name.is_empty() && it.attribute(self.manners.by_name).is_some_and(|name| !name.is_empty())
                };
                let child = self.manners.by_child.iter().find(|(outer, _)| *outer == draft.local_name()).map(|(_, inner)| *inner);
                let by_child = |it: &&Element<'_>| child.is_some_and(|child| it.first(child).is_some());
                let mut bare = named.clone().filter(|it| it.attribute(self.manners.id).is_none() && !by_name(it) && !by_child(it));
                // Where all have ids, the drafts may say nothing of them.
                let has_own_id = |it: &&Element<'_>| it.attribute(self.manners.id).is_some_and(|id| !self.drafted().contains(id));
                bare.nth(*number).or_else(|| named.filter(has_own_id).nth(*number))
            }
        }
    }

    fn keys(&self, drafts: &'d [Draft]) -> Vec<Mark<'d>> {
        let mut counts = Lookup::default();
        let mut again = Lookup::with_room(drafts.len());
        let mark = |draft| {
            let key = self.key(draft, &mut counts);
            let number: &mut usize = again.at(key.clone());
            *number += 1;
            (key, *number - 1)
        };
        drafts.iter().map(mark).collect()
    }

    fn key(&self, draft: &'d Draft, counts: &mut Lookup<&'d str, usize>) -> Key<'d> {
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
            let count = counts.at(name);
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
    if before.has_tag_of(after) {
        return false;
    }
    let mut differs = false;
    for (name, value) in after.attributes() {
        if before.attributes().any(|(other, old)| other == name && old == value) {
            continue;
        }
        differs = true;
        match found(name) {
            Some(attribute) => edits.set_value(attribute, value),
            None => edits.add_attribute(place, name, value),
        }
    }
    for (name, _) in before.attributes().filter(|(name, _)| after.attributes().all(|(other, _)| other != *name)) {
        differs = true;
        if let Some(attribute) = found(name) {
            edits.remove_attribute(attribute);
        }
    }
    differs
}

/// How many drafts are the same at the beginning, and how many behind them at the end.
fn same_ends(before: &[Draft], after: &[Draft]) -> (usize, usize) {
    let is_same = |(was, is): &(&Draft, &Draft)| was == is;
    let head = before.iter().zip(after).take_while(is_same).count();
    let rest = before.len().min(after.len()) - head;
    (head, before.iter().rev().zip(after.iter().rev()).take(rest).take_while(is_same).count())
}

/// For each new element the number of the old one with the same key; outside of these ranges they are the same.
fn pairs(old: &[Mark<'_>], new: &[Mark<'_>], was: Range<usize>, is: Range<usize>) -> Vec<Option<usize>> {
    let numbers: BTreeMap<&Mark<'_>, usize> = old.iter().zip(0..was.end).skip(was.start).collect();
    let pair = |(index, key): (usize, &Mark<'_>)| match index {
        _ if is.contains(&index) => numbers.get(key).copied(),
        _ if index < is.start => Some(index),
        _ => Some(index - is.end + was.end),
    };
    new.iter().enumerate().map(pair).collect()
}

fn fates(pairs: &[Option<usize>], stays: &[bool], count: usize) -> Vec<Fate> {
    let mut fates = vec![Fate::Goes; count];
    for (pair, stays) in pairs.iter().zip(stays) {
        if let Some(fate) = pair.and_then(|pair| fates.get_mut(pair)).filter(|fate| **fate != Fate::Stays) {
            *fate = if *stays { Fate::Stays } else { Fate::Moves };
        }
    }
    fates
}

/// Elements of a file by their ids; of several with one id the first.
fn places<'d, 't>(root: &'d Element<'t>, id: &str) -> (Lookup<&'d str, &'d Element<'t>>, BTreeSet<&'d str>) {
    // An element with an id takes about so many bytes.
    let (mut found, mut doubled) = (Lookup::with_room(root.place.len() / 128), BTreeSet::new());
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        if let Some(id) = element.attribute(id).filter(|id| !found.put(*id, element)) {
            doubled.insert(id);
        }
        open.extend(element.elements().rev());
    }
    (found, doubled)
}

/// Elements of a draft by their ids.
fn drafted<'d>(root: &'d Draft, id: &str) -> Lookup<&'d str, &'d Draft> {
    let mut found = Lookup::default();
    let mut open = vec![root];
    while let Some(draft) = open.pop() {
        if let Some(id) = draft.id(id) {
            found.put(id, draft);
        }
        open.extend(draft.elements().iter().rev());
    }
    found
}
