//! Finding elements by typing, and reading the canvas aloud.

use super::desk::Screen;
use super::grid::grid;
use super::stopwatch::Bench;
use dienstweg::i18n::{Language, Texts};
use dienstweg::view::finding::{Choice, Row, Searchable, Source, of_documents};
use egui::{Event, Key, Modifiers};

/// Opening the list of elements, a key typed into it, and a frame after each step along the flow.
pub fn rows(bench: &mut Bench) {
    for size in [1_000, 10_000] {
        bench.row("find_open", size, || {
            let (document, texts) = (grid(size), Texts::new(Language::German));
            move || gathered(&document, &texts).len()
        });
        bench.row("find_key", size, || {
            let rows = gathered(&grid(size), &Texts::new(Language::German));
            let names: Vec<String> = rows.iter().map(|(row, _)| row.text()).collect();
            let mut search = Searchable::new(names.iter().map(String::as_str));
            move || search.find("prufen 12").len()
        });
        bench.row("frame_walk_aloud", size, || walk(size));
    }
}

fn gathered(document: &dienstweg::model::Document, texts: &Texts) -> Vec<(Row, Choice)> {
    of_documents(texts, &[Source { number: 1, name: "", document }])
}

/// The next element in reading order is selected in each frame.
fn walk(size: usize) -> impl FnMut() -> usize {
    let mut screen = Screen::canvas(grid(size)).zoomed(1.0);
    let press = |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    move || screen.pass(vec![press(Key::PageDown, true), press(Key::PageDown, false)])
}
