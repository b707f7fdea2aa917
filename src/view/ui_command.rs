//! The commands of menus, buttons and keys: one row each with text, icon and shortcuts.

use super::icons::Icon;
use crate::i18n::Texts;
use egui::{Event, InputState, Key, KeyboardShortcut, Modifiers};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
const SHIFT: Modifiers = Modifiers::SHIFT;
const NONE: Modifiers = Modifiers::NONE;

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident, $text:literal, $icon:expr, [$(($modifiers:expr, $key:ident)),*];)*) => {
        /// A command of the studio's shell.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum UiCommand {
            $($(#[doc = $doc])* $name,)*
        }

        impl UiCommand {
            /// All commands, in the order of the list of shortcuts.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Key of its text.
            pub fn text_key(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// Its icon, if it has one.
            pub fn icon(self) -> Option<Icon> {
                match self {
                    $(Self::$name => $icon,)*
                }
            }

            /// Its shortcuts, the usual one first. Never with Alt: that key types letters in German, together with Ctrl.
            pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
                match self {
                    $(Self::$name => const { &[$(KeyboardShortcut::new($modifiers, Key::$key)),*] },)*
                }
            }
        }
    };
}

commands! {
    /// A new procedure.
    New, "command-new", Some(Icon::New), [(CTRL, N)];
    /// Opens a file.
    Open, "command-open", Some(Icon::Open), [(CTRL, O)];
    /// Takes in files of other programs.
    Import, "command-import", Some(Icon::Import), [(CTRL, I)];
    /// Shows what became of the files that were taken in.
    ImportReport, "command-import-report", None, [];
    /// Takes in a folder of another program.
    ImportFolder, "command-import-folder", None, [(CTRL_SHIFT, I)];
    /// Writes the document in a format of others.
    Export, "command-export", Some(Icon::Export), [(CTRL, E)];
    /// Writes a picture of the canvas.
    SavePicture, "command-save-picture", Some(Icon::Picture), [];
    /// Writes the document to its file.
    Save, "command-save", Some(Icon::Save), [(CTRL, S)];
    /// Writes the document to another file.
    SaveAs, "command-save-as", None, [(CTRL_SHIFT, S)];
    /// Closes the document.
    CloseTab, "command-close", None, [(CTRL, W)];
    /// Closes the window.
    Quit, "command-quit", None, [(CTRL, Q)];
    /// Goes a step back in the history.
    Undo, "command-undo", Some(Icon::Undo), [(CTRL, Z)];
    /// Goes a step forward in the history.
    Redo, "command-redo", Some(Icon::Redo), [(CTRL, Y), (CTRL_SHIFT, Z)];
    /// The canvas.
    GoFlow, "place-flow", Some(Icon::Flow), [(CTRL, Num1)];
    /// The forms.
    GoForms, "place-forms", Some(Icon::Form), [(CTRL, Num2)];
    /// Playing through.
    GoPlay, "place-play", Some(Icon::Play), [(CTRL, Num3)];
    /// Checking and delivering.
    GoDeliver, "place-deliver", Some(Icon::Check), [(CTRL, Num4)];
    /// The canvas alone.
    FlowPicture, "command-flow-picture", None, [];
    /// Canvas and table.
    FlowBoth, "command-flow-both", None, [];
    /// The table alone.
    FlowList, "command-flow-list", None, [];
    /// Canvas, both and table in turn.
    NextFlowView, "command-next-flow-view", Some(Icon::Outline), [(NONE, F4)];
    /// Steps typed one per line.
    TypeSteps, "command-type-steps", Some(Icon::Edit), [(CTRL, T)];
    /// The focus goes into the next region of the window.
    NextRegion, "command-next-region", None, [(NONE, F6)];
    /// The focus goes into the region before.
    PreviousRegion, "command-previous-region", None, [(SHIFT, F6)];
    /// The next document.
    NextTab, "command-next-tab", None, [(CTRL, Tab), (CTRL, PageDown)];
    /// The document before.
    PreviousTab, "command-previous-tab", None, [(CTRL_SHIFT, Tab), (CTRL, PageUp)];
    /// Shows or hides the column on the left.
    ToggleLeft, "command-toggle-left", Some(Icon::LeftPanel), [(NONE, F7)];
    /// Shows or hides the drawer at the bottom.
    ToggleDrawer, "command-toggle-drawer", Some(Icon::BottomPanel), [(NONE, F8)];
    /// Shows or hides the inspector.
    ToggleInspector, "command-toggle-inspector", Some(Icon::RightPanel), [(NONE, F9)];
    /// Everything larger.
    ScaleUp, "command-scale-up", None, [(CTRL, Plus), (CTRL, Equals)];
    /// Everything smaller.
    ScaleDown, "command-scale-down", None, [(CTRL, Minus)];
    /// The usual size.
    ScaleReset, "command-scale-reset", None, [(CTRL, Num0)];
    /// Appearance and language.
    Settings, "command-settings", Some(Icon::Settings), [(CTRL, Comma)];
    /// Finds every command and every element.
    Find, "command-find", Some(Icon::Search), [(CTRL, K)];
    /// Finds every element.
    FindElement, "command-find-element", Some(Icon::Search), [(CTRL, F)];
    /// A guided tour of the studio.
    Tour, "command-tour", Some(Icon::Play), [];
    /// The list of shortcuts.
    Shortcuts, "command-shortcuts", Some(Icon::Information), [(NONE, F1), (NONE, Questionmark)];
}

impl UiCommand {
    /// Its text.
    pub fn text(self, texts: &Texts) -> &str {
        texts.get(self.text_key())
    }

    /// Its text with its shortcut in brackets, for tooltips.
    pub fn tooltip(self, texts: &Texts) -> String {
        match self.shortcuts().first() {
            Some(shortcut) => format!("{} ({})", self.text(texts), shortcut_text(texts, shortcut)),
            None => self.text(texts).to_owned(),
        }
    }

    /// Takes the commands whose keys were pressed out of the input, but for those that are to stay. While text is typed, a key
    /// that writes a sign is no command.
    pub fn take_pressed(input: &mut InputState, types: bool, stays: impl Fn(Self) -> bool) -> Vec<Self> {
        let mut pressed = Vec::new();
        let writes = |event: &Event| types && matches!(event, Event::Key { key: Key::Questionmark, .. });
        input.events.retain(|event| match Self::of_event(event).filter(|_| !writes(event)).filter(|command| !stays(*command)) {
            Some(command) => {
                pressed.push(command);
                false
            }
            None => true,
        });
        pressed
    }

    fn of_event(event: &Event) -> Option<Self> {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
        let fits = |shortcut: &KeyboardShortcut| {
            shortcut.logical_key == *key
                && !modifiers.alt
                && modifiers.command == shortcut.modifiers.command
                && shift_fits(*key, *modifiers, *shortcut)
        };
        Self::ALL.iter().copied().find(|command| command.shortcuts().iter().any(fits))
    }
}

/// On some keyboards the plus sign needs Shift, the question mark on most.
fn shift_fits(key: Key, modifiers: Modifiers, shortcut: KeyboardShortcut) -> bool {
    matches!(key, Key::Plus | Key::Questionmark) || modifiers.shift == shortcut.modifiers.shift
}

/// A shortcut as it stands on the keyboard of the language: `Strg+Umschalt+S`.
pub fn shortcut_text(texts: &Texts, shortcut: &KeyboardShortcut) -> String {
    let key = match shortcut.logical_key {
        Key::Tab => texts.get("key-tab"),
        Key::PageUp => texts.get("key-page-up"),
        Key::PageDown => texts.get("key-page-down"),
        Key::Delete => texts.get("key-delete"),
        Key::Insert => texts.get("key-insert"),
        Key::Backspace => texts.get("key-backspace"),
        Key::Home => texts.get("key-home"),
        Key::End => texts.get("key-end"),
        Key::Enter => texts.get("key-enter"),
        Key::Escape => texts.get("key-escape"),
        Key::Menu => texts.get("key-menu"),
        // Their signs are not in the font.
        Key::ArrowUp => texts.get("key-up"),
        Key::ArrowDown => texts.get("key-down"),
        Key::ArrowLeft => texts.get("key-left"),
        Key::ArrowRight => texts.get("key-right"),
        key => key.symbol_or_name(),
    };
    with_modifiers(texts, shortcut.modifiers, key)
}

/// The name of a key with those that are held with it before it.
pub fn with_modifiers(texts: &Texts, modifiers: Modifiers, key: &str) -> String {
    let mut text = String::new();
    for (is_held, name) in [(modifiers.command, "key-ctrl"), (modifiers.alt, "key-alt"), (modifiers.shift, "key-shift")] {
        if is_held {
            text.push_str(texts.get(name));
            text.push('+');
        }
    }
    text + key
}
