//! All keys of the canvas with what they do: the list of shortcuts, the tooltips and the keyboard itself read it.

use super::walk::Walk;
use crate::edit::Side;
use crate::i18n::Texts;
use crate::model::{Event, NodeKind};
use crate::view::canvas::arrange::Arrange;
use crate::view::canvas::deeds::Deed;
use crate::view::canvas::elements::STEP;
use crate::view::canvas::{Tool, palette};
use crate::view::ui_command::{shortcut_text, with_modifiers};
use egui::{Key, KeyboardShortcut, Modifiers};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// How far an arrow key moves the selection, in points; finely by one point.
const STRIDE: f64 = 10.0;

/// What a key does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Something with the selection.
    Do(Deed),
    /// Selects another element.
    Walk(Walk),
    /// Moves the selection so far; without one the picture.
    Move(f64, f64),
    /// Zooms by this factor.
    Zoom(f64),
    /// Shows everything in its own size.
    ActualSize,
    /// Shows everything.
    Fit,
    /// Takes a tool.
    Use(Tool),
    /// Goes to the properties of the selected element.
    Properties,
    /// Keeps the element selected while the keys lead on, or no longer.
    Keep,
    /// Opens the menu of the selection.
    Menu,
    /// One step back: to the usual tool, to no selection, out of the sub-process that was entered.
    Back,
}

/// A line of the list of shortcuts.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Key of the text that says what it does.
    pub word: &'static str,
    /// Key of the text for keys that have one name together: the arrow keys.
    pub together: Option<&'static str>,
    /// The keys, the usual one first, and what each does.
    pub keys: Vec<(KeyboardShortcut, Act)>,
}

impl Line {
    /// Its keys as they are written: `N oder Einfg`, `Umschalt+Pfeiltasten`.
    pub fn text(&self, texts: &Texts) -> String {
        let keys = match (self.together, self.keys.first()) {
            (Some(together), Some((first, _))) => vec![with_modifiers(texts, first.modifiers, texts.get(together))],
            _ => self.keys.iter().map(|(shortcut, _)| shortcut_text(texts, shortcut)).collect(),
        };
        keys.join(texts.get("shortcuts-or"))
    }
}

/// All lines in groups with the keys of their headings.
pub fn groups() -> Vec<(&'static str, Vec<Line>)> {
    vec![("keys-walk", walking()), ("keys-draw", drawing()), ("keys-change", changing()), ("keys-view", viewing())]
}

/// The usual keys of a deed.
pub fn shortcut_of(deed: &Deed) -> Option<KeyboardShortcut> {
    let lines = [walking(), drawing(), changing()].into_iter().flatten();
    lines.flat_map(|line| line.keys).find(|(_, act)| matches!(act, Act::Do(done) if done == deed)).map(|(keys, _)| keys)
}

fn line(word: &'static str, keys: &[(Modifiers, Key)], act: Act) -> Line {
    let keys = keys.iter().map(|(modifiers, key)| (KeyboardShortcut::new(*modifiers, *key), act.clone())).collect();
    Line { word, together: None, keys }
}

fn arrows(word: &'static str, modifiers: Modifiers, act: impl Fn(f64, f64) -> Act) -> Line {
    let sides = [(Key::ArrowRight, 1.0, 0.0), (Key::ArrowLeft, -1.0, 0.0), (Key::ArrowDown, 0.0, 1.0), (Key::ArrowUp, 0.0, -1.0)];
    let keys = sides.map(|(key, x, y)| (KeyboardShortcut::new(modifiers, key), act(x, y)));
    Line { word, together: Some("key-arrows"), keys: keys.to_vec() }
}

fn walking() -> Vec<Line> {
    vec![
        arrows("canvas-key-walk", NONE, |x, y| Act::Walk(Walk::Side(x, y))),
        line("canvas-key-way", &[(NONE, Key::W)], Act::Walk(Walk::Way)),
        line("canvas-key-next", &[(NONE, Key::PageDown)], Act::Walk(Walk::Next)),
        line("canvas-key-previous", &[(NONE, Key::PageUp)], Act::Walk(Walk::Previous)),
        line("canvas-key-first", &[(NONE, Key::Home)], Act::Walk(Walk::First)),
        line("canvas-key-last", &[(NONE, Key::End)], Act::Walk(Walk::Last)),
        line("canvas-key-out", &[(NONE, Key::U)], Act::Walk(Walk::Out)),
        line("canvas-enter", &[(CTRL, Key::ArrowDown)], Act::Do(Deed::Enter)),
        line("canvas-leave", &[(CTRL, Key::ArrowUp)], Act::Do(Deed::Leave)),
        line("canvas-key-keep", &[(CTRL, Key::Space), (NONE, Key::M)], Act::Keep),
        line("canvas-key-properties", &[(NONE, Key::Enter)], Act::Properties),
        line("canvas-key-menu", &[(NONE, Key::Menu), (SHIFT, Key::F10)], Act::Menu),
        line("canvas-key-back", &[(NONE, Key::Escape)], Act::Back),
    ]
}

fn drawing() -> Vec<Line> {
    let deed = |word, keys: &[(Modifiers, Key)], deed| line(word, keys, Act::Do(deed));
    vec![
        deed("canvas-append-other", &[(NONE, Key::N), (NONE, Key::Insert)], Deed::AppendOther),
        deed("canvas-append-step", &[(NONE, Key::T)], Deed::Append(STEP)),
        deed("canvas-append-gateway", &[(NONE, Key::G)], Deed::Append(NodeKind::ExclusiveGateway)),
        deed("canvas-append-end", &[(NONE, Key::E)], Deed::Append(NodeKind::EndEvent(Event::None))),
        deed("canvas-insert-step", &[(NONE, Key::T)], Deed::Insert),
        deed("canvas-connect-to", &[(NONE, Key::C)], Deed::ConnectTo),
        deed("canvas-attach", &[(NONE, Key::B)], Deed::Attach),
        deed("canvas-create", &[(SHIFT, Key::N)], Deed::Create),
        deed("canvas-add-lane", &[(SHIFT, Key::L)], Deed::AddLane),
        deed("canvas-change-kind", &[(NONE, Key::R)], Deed::ChangeKind),
        deed("canvas-rename", &[(NONE, Key::F2)], Deed::Rename),
    ]
}

fn changing() -> Vec<Line> {
    let deed = |word, keys: &[(Modifiers, Key)], deed| line(word, keys, Act::Do(deed));
    vec![
        arrows("canvas-key-move", SHIFT, |x, y| Act::Move(x * STRIDE, y * STRIDE)),
        arrows("canvas-key-move-fine", CTRL_SHIFT, Act::Move),
        deed("canvas-lane-up", &[(CTRL, Key::ArrowUp), (CTRL, Key::ArrowLeft)], Deed::Arrange(Arrange::MoveLane(Side::Before))),
        deed("canvas-lane-down", &[(CTRL, Key::ArrowDown), (CTRL, Key::ArrowRight)], Deed::Arrange(Arrange::MoveLane(Side::Behind))),
        deed("canvas-take-out", &[(NONE, Key::X)], Deed::Arrange(Arrange::TakeOut)),
        deed("canvas-copy", &[(CTRL, Key::C)], Deed::Copy),
        deed("canvas-copy-picture", &[(CTRL_SHIFT, Key::C)], Deed::CopyPicture),
        deed("canvas-cut", &[(CTRL, Key::X)], Deed::Cut),
        deed("canvas-paste", &[(CTRL, Key::V)], Deed::Paste),
        deed("canvas-duplicate", &[(CTRL, Key::D)], Deed::Duplicate),
        deed("canvas-remove", &[(NONE, Key::Delete), (NONE, Key::Backspace)], Deed::Remove),
        deed("canvas-select-all", &[(CTRL, Key::A)], Deed::SelectAll),
        deed("canvas-tidy-up", &[(CTRL_SHIFT, Key::A)], Deed::TidyUp),
    ]
}

fn viewing() -> Vec<Line> {
    let step = crate::view::canvas::controls::STEP;
    let tools = palette::TOOLS.into_iter().map(|(tool, word, _, key)| line(word, &[(NONE, key)], Act::Use(tool)));
    let mut lines = vec![
        line("canvas-zoom-in", &[(NONE, Key::Plus)], Act::Zoom(step)),
        line("canvas-zoom-out", &[(NONE, Key::Minus)], Act::Zoom(1.0 / step)),
        line("canvas-zoom-reset", &[(NONE, Key::Num0)], Act::ActualSize),
        line("canvas-fit", &[(NONE, Key::F)], Act::Fit),
    ];
    lines.extend(tools);
    lines
}
