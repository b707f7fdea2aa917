//! The own libraries, changed as files of an unknown hand may be: whatever is put in, left out, doubled or exchanged, they come in, are played
//! to their ends, and go out as they came.

use super::mutation::{Dice, Kind, mutated};
use super::{STREET, all_end, exported};
use dienstweg::edit::{Command, Editor, FlowCommand, Record};
use dienstweg::exchange::{File, ImportError, civento, import};
use dienstweg::model::{Document, Subject};
use std::collections::BTreeMap;

/// The other libraries: a procedure with every widget, and settings.
const DOGS: &str = include_str!("../../data/civento/hundesteuer.xml");
const SETTINGS: &str = include_str!("../../data/civento/einstellungen.xml");

pub(super) fn read(text: &str) -> Result<Document, ImportError> {
    import(&[File { name: "bibliothek.xml", bytes: text.as_bytes() }]).map(|imported| imported.document)
}

/// Where two texts begin to differ, and how much of each does.
pub(super) fn difference(before: &str, after: &str) -> (usize, usize, usize) {
    let start = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let rest = (before.len() - start).min(after.len() - start);
    let end = before.bytes().rev().zip(after.bytes().rev()).take(rest).take_while(|(one, other)| one == other).count();
    (start, before.len() - start - end, after.len() - start - end)
}

/// How many tags, with the texts behind them, one text has more often than the other.
pub(super) fn lacks(of: &str, other: &str) -> usize {
    let mut counts: BTreeMap<&str, isize> = BTreeMap::new();
    of.split('<').for_each(|part| *counts.entry(part.trim()).or_default() += 1);
    other.split('<').for_each(|part| *counts.entry(part.trim()).or_default() -= 1);
    counts.values().filter_map(|count| usize::try_from(*count).ok()).sum()
}

/// Comes in, is played, goes out as it came.
#[track_caller]
pub(super) fn survives(text: &str, what: &str) -> Document {
    let document = read(text).unwrap_or_else(|fault| panic!("{what}: {fault:?}"));
    assert_eq!(difference(text, &exported(&document)), (text.len(), 0, 0), "{what}");
    all_end(&document);
    document
}

/// One change that a user may make, chosen at random; `None` where the document has nothing to change in that way.
pub(super) fn change(document: &Document, dice: &mut Dice) -> Option<(String, Command)> {
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

/// How a file may be written: line ends, byte order mark, encoding.
#[derive(Clone, Copy, Debug)]
enum Manner {
    Utf8,
    Utf8Marked,
    Latin1,
    Utf16Little,
    Utf16LittleUnmarked,
    Utf16Big,
}

const MANNERS: [Manner; 6] =
    [Manner::Utf8, Manner::Utf8Marked, Manner::Latin1, Manner::Utf16Little, Manner::Utf16LittleUnmarked, Manner::Utf16Big];

/// The bytes of a library of ours, written in that manner and declared so.
fn bytes(text: &str, manner: Manner) -> Vec<u8> {
    let declared = |name: &str| text.replacen("encoding=\"UTF-8\"", &format!("encoding=\"{name}\""), 1);
    let wide = |mark: &str, turned: fn(u16) -> [u8; 2]| {
        format!("{mark}{}", declared("UTF-16")).encode_utf16().flat_map(turned).collect::<Vec<u8>>()
    };
    match manner {
        Manner::Utf8 => text.as_bytes().to_vec(),
        Manner::Utf8Marked => format!("\u{feff}{text}").into_bytes(),
        Manner::Latin1 => {
            let one = |sign: char| u8::try_from(sign).map_or_else(|_| format!("&#{};", u32::from(sign)).into_bytes(), |byte| vec![byte]);
            declared("ISO-8859-1").chars().flat_map(one).collect()
        }
        Manner::Utf16Little => wide("\u{feff}", u16::to_le_bytes),
        Manner::Utf16LittleUnmarked => wide("", u16::to_le_bytes),
        Manner::Utf16Big => wide("\u{feff}", u16::to_be_bytes),
    }
}

fn read_bytes(bytes: &[u8]) -> Document {
    import(&[File { name: "bibliothek.xml", bytes }]).unwrap().document
}

fn exported_bytes(document: &Document) -> Vec<u8> {
    civento::export(document).unwrap().files.remove(0).1
}

/// Whatever the line ends and the encoding are, the file goes out as it came; after a change all else is as before, in the same encoding.
#[test]
fn line_ends_and_encodings_stay_as_they_are() {
    for (name, whole) in [("street", STREET), ("dogs", DOGS), ("settings", SETTINGS)] {
        for (number, manner) in MANNERS.into_iter().enumerate() {
            for is_crlf in [false, true] {
                let mut dice = Dice::of(number as u64);
                let kind = Kind::ALL[dice.below(Kind::ALL.len())];
                let text = mutated(whole, kind, &mut dice).filter(|_| is_crlf).unwrap_or_else(|| whole.to_owned());
                let text = if is_crlf { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text };
                let given = bytes(&text, manner);
                let what = format!("{name} {manner:?} {is_crlf}");
                let document = read_bytes(&given);
                assert!(exported_bytes(&document) == given, "{what}");
                all_end(&document);
                let Some((changed, command)) = change(&document, &mut dice) else { continue };
                let mut editor = Editor::new(document);
                let Ok(_) = editor.apply(command) else { continue };
                let after = exported_bytes(editor.document());
                assert!(exported_bytes(&read_bytes(&after)) == after, "{what}, {changed}");
                let same = after.iter().zip(&given).take_while(|(one, other)| one == other).count();
                assert!(after == given || same > 60, "{what}, {changed}: {same}");
            }
        }
    }
}
