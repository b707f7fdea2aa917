//! What stands in a block now, and in which order: the form's where it shows the fields, else the data's.

use super::super::form::text_of;
use super::super::standard::{Block, Position};
use super::pairs::Side;
use super::shown::{Contents, Item, Shown};
use crate::model::{DataFieldId, FormElement, ObjectTypeId};
use std::collections::{BTreeMap, BTreeSet};

/// A position of the file, and the field that an import makes of it; none for texts.
#[derive(Clone)]
pub(super) struct Slot<'t> {
    pub position: Position<'t>,
    pub field: Option<DataFieldId>,
}

/// Something that is to stand in the block.
pub(super) struct Want<'d> {
    /// The slot in which it stands already.
    pub at: Option<usize>,
    pub what: What<'d>,
}

/// What is to stand somewhere.
pub(super) enum What<'d> {
    Field(DataFieldId, Option<Shown<'d>>),
    Text(&'d FormElement, &'d str),
    /// As it is in the file.
    Same,
}

/// The positions of a block on the side of the file.
pub(super) fn slots<'t>(block: Block<'t>, object: ObjectTypeId, side: &Side<'_>) -> Vec<Slot<'t>> {
    let mut fields = side.numbered(object).into_iter().map(|(_, field)| field);
    let slot = |position: Position<'t>| {
        let is_text = position.block.is_text();
        Slot { position, field: if is_text { None } else { fields.next() } }
    };
    block.positions().map(slot).collect()
}

/// What is to stand in the block, in order. Without contents, the form shows nothing of the block.
pub(super) fn wanted<'d>(
    slots: &[Slot<'_>],
    (old, old_object): (&Side<'_>, ObjectTypeId),
    (new, new_object): (&Side<'d>, ObjectTypeId),
    contents: Option<Contents<'d>>,
) -> Vec<Want<'d>> {
    let places: BTreeMap<DataFieldId, usize> = slots.iter().enumerate().filter_map(|(at, slot)| Some((slot.field?, at))).collect();
    let numbers: BTreeMap<(String, usize), usize> =
        old.numbered(old_object).into_iter().filter_map(|(number, field)| Some((number, *places.get(&field)?))).collect();
    let fields: Vec<(DataFieldId, Option<usize>)> =
        new.numbered(new_object).into_iter().map(|(number, field)| (field, numbers.get(&number).copied())).collect();
    let is_shown = contents.is_some();
    let mut wanted = in_form(contents.unwrap_or_default(), &fields, slots);
    if is_sorted(wanted.iter().filter_map(|want| want.field().and(want.at))) && !is_sorted(fields.iter().filter_map(|it| it.1)) {
        sort(&mut wanted, &fields);
    }
    insert_others(&mut wanted, &fields);
    if !is_shown {
        keep_texts(&mut wanted, slots);
    }
    wanted
}

impl Want<'_> {
    fn field(&self) -> Option<DataFieldId> {
        if let What::Field(field, _) = self.what { Some(field) } else { None }
    }
}

/// What the form shows, each with the slot in which it stands already.
fn in_form<'d>(contents: Contents<'d>, fields: &[(DataFieldId, Option<usize>)], slots: &[Slot<'_>]) -> Vec<Want<'d>> {
    let fields: BTreeMap<DataFieldId, Option<usize>> = fields.iter().copied().collect();
    let mut wanted = Vec::new();
    for item in contents.items {
        match item {
            Item::Field(field, shown) => {
                wanted.extend(fields.get(&field).map(|at| Want { at: *at, what: What::Field(field, Some(shown)) }));
            }
            Item::Text(element, text) => wanted.push(Want { at: None, what: What::Text(element, text) }),
        }
    }
    pair_texts(&mut wanted, slots);
    wanted
}

/// Texts stand where the same text stands in the file; the others, in order, where one stood that is there no more.
fn pair_texts(wanted: &mut [Want<'_>], slots: &[Slot<'_>]) {
    let mut free: Vec<(usize, String)> = slots
        .iter()
        .enumerate()
        .filter(|(_, slot)| slot.position.block.is_text())
        .map(|(at, slot)| (at, text_of(slot.position.block)))
        .collect();
    for want in wanted.iter_mut() {
        let What::Text(_, text) = want.what else { continue };
        let same = free.iter().position(|(_, old)| old == text.trim());
        want.at = same.map(|same| free.remove(same).0);
    }
    let others = wanted.iter_mut().filter(|want| want.at.is_none() && matches!(want.what, What::Text(..)));
    others.zip(free).for_each(|(want, (at, _))| want.at = Some(at));
}

fn is_sorted(places: impl Iterator<Item = usize>) -> bool {
    places.is_sorted()
}

/// Puts the fields into the order of the data; texts stay behind the field behind which they stand.
fn sort(wanted: &mut Vec<Want<'_>>, fields: &[(DataFieldId, Option<usize>)]) {
    let places: BTreeMap<DataFieldId, usize> = fields.iter().enumerate().map(|(place, (field, _))| (*field, place + 1)).collect();
    let mut place = 0;
    let mut keyed: Vec<(usize, Want<'_>)> = Vec::new();
    for want in wanted.drain(..) {
        place = want.field().and_then(|field| places.get(&field).copied()).unwrap_or(place);
        keyed.push((place, want));
    }
    keyed.sort_by_key(|(place, _)| *place);
    wanted.extend(keyed.into_iter().map(|(_, want)| want));
}

/// Fields that the form does not show stand behind the one that they follow in the data.
fn insert_others(wanted: &mut Vec<Want<'_>>, fields: &[(DataFieldId, Option<usize>)]) {
    let shown: BTreeSet<DataFieldId> = wanted.iter().filter_map(Want::field).collect();
    let mut before = None;
    for (field, at) in fields {
        if !shown.contains(field) {
            let place = before.and_then(|before| wanted.iter().position(|want| want.field() == Some(before))).map_or(0, |place| place + 1);
            wanted.insert(place, Want { at: *at, what: What::Field(*field, None) });
        }
        before = Some(*field);
    }
}

/// Texts of a block that the form does not show stay behind what they follow in the file.
fn keep_texts(wanted: &mut Vec<Want<'_>>, slots: &[Slot<'_>]) {
    for (at, _) in slots.iter().enumerate().filter(|(_, slot)| slot.position.block.is_text()) {
        let place = (0..at).rev().find_map(|before| wanted.iter().position(|want| want.at == Some(before))).map_or(0, |place| place + 1);
        wanted.insert(place, Want { at: Some(at), what: What::Same });
    }
}

/// Of places in the file, in the order in which they are wanted, as many as can stay where they are: a longest increasing part.
pub(super) fn staying(places: &[usize]) -> BTreeSet<usize> {
    // The least last place of an increasing part of each length, and what comes before each place in such a part.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: BTreeMap<usize, usize> = BTreeMap::new();
    for place in places {
        let length = ends.partition_point(|end| end < place);
        if let Some(last) = length.checked_sub(1).and_then(|last| ends.get(last)) {
            before.insert(*place, *last);
        }
        match ends.get_mut(length) {
            Some(end) => *end = *place,
            None => ends.push(*place),
        }
    }
    std::iter::successors(ends.last().copied(), |place| before.get(place).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::staying;

    #[track_caller]
    fn check(places: &[usize], stay: &[usize]) {
        assert_eq!(staying(places).into_iter().collect::<Vec<_>>(), stay, "{places:?}");
    }

    #[test]
    fn as_many_as_possible_stay() {
        check(&[], &[]);
        check(&[0, 1, 2], &[0, 1, 2]);
        check(&[3, 0, 1, 2], &[0, 1, 2]);
        check(&[1, 2, 3, 0], &[1, 2, 3]);
        check(&[2, 1, 0], &[0]);
        check(&[4, 0, 3, 1, 5, 2], &[0, 1, 2]);
    }
}
