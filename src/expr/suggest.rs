//! What may have been meant by a name that is not known.

use super::types::{Fields, Type};
use std::sync::Arc;

/// The known name that is nearest to an unknown one: by the letters that differ, where `ae` is `ä`, `ss` is `ß`, and case does not count.
/// `None` where none is near. A field of a field is offered with its path (`anschrift.plz` for `plz`).
pub fn nearest_name(unknown: &str, fields: &Fields) -> Option<Arc<str>> {
    let top_level = fields.entries.iter().map(|(name, _)| Arc::clone(name));
    nearest(unknown, top_level).or_else(|| {
        let inner = fields.entries.iter().filter_map(|(name, of)| match of {
            Type::Context(inner) => Some((name, inner)),
            _ => None,
        });
        let paths = inner.flat_map(|(name, inner)| inner.entries.iter().map(move |(own, _)| (own, format!("{name}.{own}"))));
        let folded = fold(unknown);
        paths.into_iter().find(|(own, _)| fold(own) == folded).map(|(_, path)| Arc::from(path))
    })
}

/// The nearest of several names.
pub(super) fn nearest(unknown: &str, known: impl Iterator<Item = Arc<str>>) -> Option<Arc<str>> {
    let wanted: Vec<char> = fold(unknown).chars().take(LONGEST).collect();
    let tolerance = (wanted.len() / 3).max(1);
    let near = known.filter_map(|name| {
        let own: Vec<char> = fold(&name).chars().take(LONGEST).collect();
        if own.len().abs_diff(wanted.len()) > tolerance {
            return None;
        }
        let distance = distance(&wanted, &own);
        (distance <= tolerance).then_some((distance, name))
    });
    near.min_by(Ord::cmp).map(|(_, name)| name)
}

/// Characters of a name that are looked at.
const LONGEST: usize = 60;

/// The name in small letters with umlauts spelled out, and without what only separates.
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for character in name.chars().flat_map(char::to_lowercase) {
        match character {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            ' ' | '_' | '-' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Letters to put in, take out, replace, or swap with their neighbour, to come from one to the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&last, column) + usize::from(letter != other)).min(at(&last, column + 1) + 1).min(at(&this, column) + 1);
            let swapped = row > 0 && column > 0 && from.get(row - 1) == Some(other) && to.get(column - 1) == Some(letter);
            if swapped {
                best = best.min(at(&before, column - 1) + 1);
            }
            this.push(best);
        }
        before = std::mem::replace(&mut last, this);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(names: &[&str]) -> Fields {
        Fields::new(names.iter().map(|name| (Arc::from(*name), Type::Number)))
    }

    #[test]
    fn a_name_with_the_umlaut_spelled_out_is_found() {
        assert_eq!(nearest_name("gebuehr", &fields(&["betrag", "gebühr"])).as_deref(), Some("gebühr"));
        assert_eq!(nearest_name("strasse", &fields(&["straße"])).as_deref(), Some("straße"));
    }

    #[test]
    fn a_slip_is_found_and_a_stranger_is_not() {
        assert_eq!(nearest_name("betarg", &fields(&["betrag", "gebühr"])).as_deref(), Some("betrag"));
        assert_eq!(nearest_name("hund", &fields(&["betrag", "gebühr"])), None);
    }

    #[test]
    fn a_field_of_a_field_is_found_by_its_own_name() {
        let inner = Type::Context(Arc::new(fields(&["plz"])));
        let outer = Fields::new([(Arc::from("anschrift"), inner)]);
        assert_eq!(nearest_name("PLZ", &outer).as_deref(), Some("anschrift.plz"));
    }
}
