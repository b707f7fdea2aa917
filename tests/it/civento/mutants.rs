//! The own libraries, changed as files of an unknown hand may be: whatever is put in, left out, doubled or exchanged, they come in, are played
//! to their ends, and go out as they came.

use super::mutation::{Dice, Kind, mutated};
use super::{STREET, all_end, exported};
use dienstweg::edit::{Command, Editor, FlowCommand, Record};
use dienstweg::exchange::{File, ImportError, import};
use dienstweg::model::{Document, Subject};
use std::collections::BTreeMap;

/// The other libraries: a procedure with every widget, and settings.
const DOGS: &str = include_str!("../../data/civento/hundesteuer.xml");
const SETTINGS: &str = include_str!("../../data/civento/einstellungen.xml");

fn read(text: &str) -> Result<Document, ImportError> {
    import(&[File { name: "bibliothek.xml", bytes: text.as_bytes() }]).map(|imported| imported.document)
}

/// Where two texts begin to differ, and how much of each does.
fn difference(before: &str, after: &str) -> (usize, usize, usize) {
    let start = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let rest = (before.len() - start).min(after.len() - start);
    let end = before.bytes().rev().zip(after.bytes().rev()).take(rest).take_while(|(one, other)| one == other).count();
    (start, before.len() - start - end, after.len() - start - end)
}

/// How many tags, with the texts behind them, one text has more often than the other.
fn lacks(of: &str, other: &str) -> usize {
    let mut counts: BTreeMap<&str, isize> = BTreeMap::new();
    of.split('<').for_each(|part| *counts.entry(part.trim()).or_default() += 1);
    other.split('<').for_each(|part| *counts.entry(part.trim()).or_default() -= 1);
    counts.values().filter_map(|count| usize::try_from(*count).ok()).sum()
}

/// Comes in, is played, goes out as it came.
#[track_caller]
fn survives(text: &str, what: &str) -> Document {
    let document = read(text).unwrap_or_else(|fault| panic!("{what}: {fault:?}"));
    assert_eq!(difference(text, &exported(&document)), (text.len(), 0, 0), "{what}");
    all_end(&document);
    document
}

/// One change that a user may make, chosen at random; `None` where the document has nothing to change in that way.
fn change(document: &Document, dice: &mut Dice) -> Option<(String, Command)> {
    let nodes: Vec<_> = document.nodes.values().filter(|node| document.origins.get(Subject::Node(node.id)).is_some()).collect();
    let (place, kind) = (dice.below(nodes.len().max(1)), dice.below(6));
    let node = nodes.get(place).copied();
    Some(match kind {
        0 => {
            let mut node = node.filter(|node| node.kind.is_activity())?.clone();
            node.details.note.push_str("Ein Wort mehr");
            (format!("note of {}", node.name), Command::Put(Record::Node(node)))
        }
        1 => {
            let mut flow = document.flows.values().find(|flow| !flow.condition.is_empty())?.clone();
            flow.condition = "1 = 2".into();
            ("condition".to_owned(), Command::Put(Record::Flow(flow)))
        }
        2 => (
            format!("takes {} out", node?.name),
            Command::Flow(FlowCommand::TakeOut { node: node.filter(|node| node.kind.is_activity())?.id }),
        ),
        3 => {
            let mut field = document.fields.values().nth(dice.below(document.fields.len().max(1)))?.clone();
            field.constraints.max_length = Some(7);
            (format!("length of {}", field.name), Command::Put(Record::DataField(field)))
        }
        4 => {
            let mut setting = document.settings.values().next()?.clone();
            setting.name.push('x');
            ("name of a setting".to_owned(), Command::Put(Record::Setting(setting)))
        }
        _ => {
            let mut form = document.forms.values().nth(dice.below(document.forms.len().max(1)))?.clone();
            form.name.push_str(" neu");
            ("name of a form".to_owned(), Command::Put(Record::Form(form)))
        }
    })
}

#[test]
fn mutants_come_in_are_played_and_go_out_again() {
    for (name, whole) in [("street", STREET), ("dogs", DOGS), ("settings", SETTINGS)] {
        for seed in 0..std::env::var("MUTANTS").ok().and_then(|it| it.parse().ok()).unwrap_or(40) {
            let mut dice = Dice::of(seed);
            let mut text = whole.to_owned();
            let mut done = Vec::new();
            for _ in 0..=dice.below(4) {
                let kind = Kind::ALL[dice.below(Kind::ALL.len())];
                if let Some(mutant) = mutated(&text, kind, &mut dice) {
                    text = mutant;
                    done.push(kind);
                }
            }
            let what = format!("{name} {seed} {done:?}");
            if std::env::var_os("SHOW").is_some() {
                eprintln!("{what}");
            }
            let document = survives(&text, &what);
            let Some((changed, command)) = change(&document, &mut dice) else { continue };
            let mut editor = Editor::new(document);
            let Ok(_) = editor.apply(command) else { continue };
            let after = exported(editor.document());
            let again = read(&after).unwrap_or_else(|fault| panic!("{what}, {changed}: {fault:?}"));
            assert_eq!(difference(&after, &exported(&again)), (after.len(), 0, 0), "{what}, {changed}");
            let (less, more) = (lacks(&text, &after), lacks(&after, &text));
            assert!(more < 12 && (less < 12 || changed.starts_with("takes")), "{what}, {changed}: {less} less, {more} more");
        }
    }
}
