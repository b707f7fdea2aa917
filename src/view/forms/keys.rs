//! The keys of the form on its paper: they work while one of its elements has the focus, or nothing has.

use super::FormsState;
use super::deeds::{Deed, Desk};
use super::naming::Naming;
use super::tree;
use crate::i18n::Texts;
use crate::model::{FormElementId, Subject};
use crate::view::ui_command::{shortcut_text, with_modifiers};
use crate::view::{Action, Selection};
use egui::{Event, Key, KeyboardShortcut, Modifiers, Popup, Ui};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Something with the selection.
    Do(Deed),
    /// Selects the element so many places further on the page.
    Walk(isize),
    /// The same, and keeps what is selected.
    Extend(isize),
    /// Shows the page so many places further.
    Page(isize),
    /// Opens the menu of the selection.
    Menu,
    /// Opens the list of what can be added.
    Add,
    /// From an element to what is round it, and at last to the form.
    Back,
}

/// A line of the list of shortcuts.
pub struct Line {
    /// Key of the text that says what it does.
    pub word: &'static str,
    /// Key of the text for keys that have one name together.
    together: Option<&'static str>,
    keys: Vec<(KeyboardShortcut, Act)>,
}

impl Line {
    /// Its keys as they are written.
    pub fn text(&self, texts: &Texts) -> String {
        let keys: Vec<String> = match (self.together, self.keys.first()) {
            (Some(together), Some((first, _))) => vec![with_modifiers(texts, first.modifiers, texts.get(together))],
            _ => self.keys.iter().map(|(shortcut, _)| shortcut_text(texts, shortcut)).collect(),
        };
        keys.join(texts.get("shortcuts-or"))
    }
}

/// All keys with what they do.
pub fn lines() -> Vec<Line> {
    let deed = |deed: Deed, keys: &[(Modifiers, Key)]| line(deed.word(), keys, Act::Do(deed));
    vec![
        arrows("form-key-walk", NONE, Act::Walk),
        arrows("form-key-extend", SHIFT, Act::Extend),
        line("form-key-page-on", &[(NONE, Key::PageDown)], Act::Page(1)),
        line("form-key-page-back", &[(NONE, Key::PageUp)], Act::Page(-1)),
        line("form-key-add", &[(NONE, Key::Insert)], Act::Add),
        deed(Deed::Rename, &[(NONE, Key::Enter), (NONE, Key::F2)]),
        deed(Deed::Up, &[(ALT, Key::ArrowUp)]),
        deed(Deed::Down, &[(ALT, Key::ArrowDown)]),
        deed(Deed::Out, &[(ALT, Key::ArrowLeft)]),
        deed(Deed::In, &[(ALT, Key::ArrowRight)]),
        deed(Deed::PageBack, &[(ALT, Key::PageUp)]),
        deed(Deed::PageOn, &[(ALT, Key::PageDown)]),
        deed(Deed::Wider, &[(CTRL, Key::ArrowRight)]),
        deed(Deed::Narrower, &[(CTRL, Key::ArrowLeft)]),
        deed(Deed::Copy, &[(CTRL, Key::C)]),
        deed(Deed::Cut, &[(CTRL, Key::X)]),
        deed(Deed::Paste, &[(CTRL, Key::V)]),
        deed(Deed::Duplicate, &[(CTRL, Key::D)]),
        deed(Deed::Remove, &[(NONE, Key::Delete), (NONE, Key::Backspace)]),
        deed(Deed::SelectAll, &[(CTRL, Key::A)]),
        line("form-key-menu", &[(NONE, Key::Menu), (SHIFT, Key::F10)], Act::Menu),
        line("form-key-back", &[(NONE, Key::Escape)], Act::Back),
    ]
}

/// The usual keys of a deed.
pub fn shortcut_of(deed: Deed) -> Option<KeyboardShortcut> {
    lines().into_iter().flat_map(|line| line.keys).find(|(_, act)| *act == Act::Do(deed)).map(|(keys, _)| keys)
}

fn line(word: &'static str, keys: &[(Modifiers, Key)], act: Act) -> Line {
    let keys = keys.iter().map(|(modifiers, key)| (KeyboardShortcut::new(*modifiers, *key), act)).collect();
    Line { word, together: None, keys }
}

fn arrows(word: &'static str, modifiers: Modifiers, act: impl Fn(isize) -> Act) -> Line {
    let keys = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::ArrowRight, 1), (Key::ArrowLeft, -1)];
    let keys = keys.map(|(key, step)| (KeyboardShortcut::new(modifiers, key), act(step)));
    Line { word, together: Some("key-arrows"), keys: keys.to_vec() }
}

/// Does what the keys of this frame say.
pub fn handle(ui: &Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let focused = ui.memory(|memory| memory.focused());
    // The key that ends typing in a field is still there when the field has given the focus up.
    let before = std::mem::replace(&mut state.focused, focused);
    let is_mine = |focused: Option<egui::Id>| focused.is_none_or(|focused| state.spots.contains(&focused));
    // So is the one that closes a list.
    let has_popup = Popup::is_any_open(ui.ctx());
    let had_popup = std::mem::replace(&mut state.had_popup, has_popup);
    if !is_mine(focused) || !is_mine(before) || has_popup || had_popup {
        return;
    }
    for act in pressed(ui, desk) {
        act_on(act, desk, state, actions);
        ui.ctx().request_repaint();
    }
}

/// Takes the keys that mean something now out of the input.
fn pressed(ui: &Ui, desk: &Desk<'_, '_>) -> Vec<Act> {
    let mut acts = Vec::new();
    if !ui.input(|input| input.events.iter().any(|event| chord(event).is_some())) {
        return acts;
    }
    let keys: Vec<(KeyboardShortcut, Act)> = lines().into_iter().flat_map(|line| line.keys).collect();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let found = chord(event).and_then(|chord| keys.iter().find(|(keys, _)| *keys == chord)).map(|(_, act)| *act);
            let found = found.filter(|act| desk.takes(*act));
            acts.extend(found);
            found.is_none()
        });
    });
    acts
}

/// The keys that an event stands for; the system's own events for copying too.
fn chord(event: &Event) -> Option<KeyboardShortcut> {
    let (modifiers, key) = match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            let command = if modifiers.command { Modifiers::COMMAND } else { Modifiers::NONE };
            (Modifiers { alt: modifiers.alt, shift: modifiers.shift, ..command }, *key)
        }
        Event::Copy => (CTRL, Key::C),
        Event::Cut => (CTRL, Key::X),
        Event::Paste(_) => (CTRL, Key::V),
        _ => return None,
    };
    Some(KeyboardShortcut::new(modifiers, key))
}

impl Desk<'_, '_> {
    /// Whether a key means something now. The form as a whole is not deleted or renamed by a key, lest a slip of the hand do so.
    fn takes(&self, act: Act) -> bool {
        match act {
            Act::Do(Deed::Remove | Deed::Rename | Deed::Cut) | Act::Back => !self.selected.is_empty(),
            Act::Do(Deed::Paste) => true,
            Act::Do(deed) => self.actions(deed).is_some(),
            _ => true,
        }
    }
}

fn act_on(act: Act, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    match act {
        Act::Do(deed) => perform(deed, desk, state, actions),
        Act::Menu => state.opens_menu = !desk.selected.is_empty(),
        Act::Add => state.opens_palette = true,
        Act::Page(step) => turn_page(step, desk, actions),
        Act::Back => actions.push(Action::Select(round(desk))),
        Act::Walk(step) => {
            if let Some(other) = along(desk, step) {
                state.wants_focus = Some(other);
                actions.push(Action::Select(Selection::only(Subject::FormElement(desk.form.id, other))));
            }
        }
        Act::Extend(step) => {
            if let Some(other) = along(desk, step) {
                state.wants_focus = Some(other);
                let subject = Subject::FormElement(desk.form.id, other);
                let mut selection = desk.context.selection.clone();
                if selection.has(subject) {
                    // Back towards where it began: the end that was reached is given up.
                    let end = selection.primary.filter(|_| selection.subjects.len() > 1);
                    selection.subjects.retain(|kept| Some(*kept) != end);
                }
                selection.subjects.insert(subject);
                actions.push(Action::Select(Selection { primary: Some(subject), ..selection }));
            }
        }
    }
}

/// Does a deed, or says why it cannot be done.
pub fn perform(deed: Deed, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    if let (Deed::Rename, [only]) = (deed, &desk.selected[..])
        && desk.standings.contains_key(only)
    {
        state.naming = Some(Naming::of(*only));
        return;
    }
    let Some(wanted) = desk.actions(deed) else { return };
    let refused = wanted.iter().find_map(|action| match action {
        Action::Apply(command) | Action::ApplyQuietly(command) => desk.context.editor.try_command(command).err(),
        _ => None,
    });
    match refused {
        Some(refusal) => actions.push(Action::Say(desk.context.texts.refusal(&refusal))),
        None => actions.extend(wanted),
    }
}

/// The element so many places from the last selected one in reading order, on the same page; the first one if none is selected.
fn along(desk: &Desk<'_, '_>, step: isize) -> Option<FormElementId> {
    let elements = desk.form.elements().into_iter().map(|element| element.id);
    let order: Vec<FormElementId> = elements.filter(|id| desk.standings.get(id).is_some_and(|it| it.page == desk.page)).collect();
    let from = match desk.context.selection.primary {
        Some(Subject::FormElement(_, id)) => order.iter().position(|other| *other == id),
        _ => None,
    };
    match from {
        Some(from) => order.get(from.checked_add_signed(step)?).copied(),
        None if step > 0 => order.first().copied(),
        None => order.last().copied(),
    }
}

fn turn_page(step: isize, desk: &Desk<'_, '_>, actions: &mut Vec<Action>) {
    let at = desk.form.pages.iter().position(|page| page.id == desk.page);
    let next = at.and_then(|at| desk.form.pages.get(at.checked_add_signed(step)?));
    actions.extend(next.map(|page| Action::Select(Selection::only(Subject::FormElement(desk.form.id, page.id)))));
}

/// What is round the selection: of several the last one, then the group or page, then the form.
fn round(desk: &Desk<'_, '_>) -> Selection {
    let form = Selection::only(Subject::Form(desk.form.id));
    let Some(Subject::FormElement(_, primary)) = desk.context.selection.primary else { return form };
    if desk.selected.len() > 1 {
        return Selection::only(Subject::FormElement(desk.form.id, primary));
    }
    match tree::standings(desk.form).get(&primary) {
        Some(own) if own.container != own.page => Selection::only(Subject::FormElement(desk.form.id, own.container)),
        _ => form,
    }
}
