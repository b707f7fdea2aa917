//! The command palette: every command, every deed on the canvas and every element of all open documents, found by typing.

use super::elements::elements;
use super::{Finder, Found, Row, Searchable, Sign};
use crate::drawing::ThemeName;
use crate::i18n::{Language, Texts};
use crate::model::{Document, Subject};
use crate::view::canvas;
use crate::view::icons::Icon;
use crate::view::shell::{ShellAction, ShellContext};
use crate::view::topbar::THEMES;
use crate::view::ui_command::{UiCommand, shortcut_text};
use egui::{Align2, Area, Frame, Id, Modal, Role, Ui, vec2};

/// Size of the palette at most, in points.
const SIZE: egui::Vec2 = vec2(680.0, 460.0);

/// Something that can be found and taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A command of the studio.
    Command(UiCommand),
    /// Something on the canvas of the shown document.
    Act(canvas::Act),
    /// Something with the form that is shown.
    FormDeed(crate::view::forms::Deed),
    /// Another appearance.
    Theme(ThemeName),
    /// Another language.
    Language(Language),
    /// An element of the open document of this number.
    Element(u64, Subject),
}

/// An open document whose elements can be found.
pub struct Source<'a> {
    /// What names it as long as the studio runs.
    pub number: u64,
    /// Its name, where several are open; else empty.
    pub name: &'a str,
    /// It itself.
    pub document: &'a Document,
}

/// The open palette.
pub struct Palette {
    finder: Finder,
    search: Searchable,
    rows: Vec<Row>,
    choices: Vec<Choice>,
    has_commands: bool,
}

impl Palette {
    /// A palette of these, what was taken lately first.
    pub fn new(mut found: Vec<(Row, Choice)>, lately: &[Choice], has_commands: bool) -> Self {
        let rank = |choice: &Choice| lately.iter().position(|other| other == choice).unwrap_or(lately.len());
        found.sort_by_key(|(_, choice)| rank(choice));
        let (rows, choices): (Vec<Row>, Vec<Choice>) = found.into_iter().unzip();
        let texts: Vec<String> = rows.iter().map(Row::text).collect();
        let search = Searchable::new(texts.iter().map(String::as_str));
        Self { finder: Finder::default(), search, rows, choices, has_commands }
    }

    /// Draws it over everything.
    pub fn ui(&mut self, ui: &Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
        let room = ui.ctx().content_rect().size() - vec2(48.0, 96.0);
        let size = SIZE.min(room);
        let title = context.texts.get(if self.has_commands { "palette-title" } else { "palette-elements" });
        let id = Id::unique("palette");
        let area = Area::new(id).anchor(Align2::CENTER_TOP, vec2(0.0, 48.0));
        let modal = Modal::new(id).area(area).frame(Frame::popup(&ui.ctx().global_style()).inner_margin(12)).show(ui.ctx(), |ui| {
            ui.set_min_size(vec2(size.x, 0.0));
            ui.set_max_size(size);
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::Dialog);
                node.set_label(title);
                node.set_modal();
            });
            self.finder.ui(ui, (context.theme, context.texts), title, &self.rows, &mut self.search)
        });
        match modal.inner {
            Found::Taken(number) => actions.push(ShellAction::Find(self.choices.get(number).cloned())),
            Found::Left => actions.push(ShellAction::Find(None)),
            Found::NotYet if modal.should_close() => actions.push(ShellAction::Find(None)),
            Found::NotYet => {}
        }
    }
}

/// The commands that can be used now, appearances and languages.
pub fn commands(texts: &Texts, is_enabled: impl Fn(UiCommand) -> bool) -> Vec<(Row, Choice)> {
    let usable = UiCommand::ALL.iter().copied().filter(|command| !matches!(command, UiCommand::Find) && is_enabled(*command));
    let mut found: Vec<(Row, Choice)> = usable.map(|command| (command_row(texts, command), Choice::Command(command))).collect();
    let switch = |key: &str, name: &str, icon| {
        let name = texts.with(key, &[("name", name.into())]);
        Row { sign: Sign::Icon(icon), name, about: texts.get("settings-title").to_owned(), shortcut: String::new() }
    };
    found.extend(THEMES.map(|(theme, key)| (switch("palette-theme", texts.get(key), Icon::Theme), Choice::Theme(theme))));
    let languages = [(Language::German, "language-german"), (Language::English, "language-english")];
    let language = |(language, key)| (switch("palette-language", texts.get(key), Icon::Language), Choice::Language(language));
    found.extend(languages.map(language));
    found
}

fn command_row(texts: &Texts, command: UiCommand) -> Row {
    let shortcut = command.shortcuts().first().map(|keys| shortcut_text(texts, keys)).unwrap_or_default();
    let icon = command.icon().unwrap_or(Icon::More);
    Row { sign: Sign::Icon(icon), name: command.text(texts).to_owned(), about: texts.get("keys-studio").to_owned(), shortcut }
}

/// All elements of the open documents.
pub fn of_documents(texts: &Texts, sources: &[Source<'_>]) -> Vec<(Row, Choice)> {
    let of_one = |source: &Source<'_>| {
        let number = source.number;
        elements(source.document, texts, source.name).into_iter().map(move |(row, subject)| (row, Choice::Element(number, subject)))
    };
    sources.iter().flat_map(of_one).collect()
}
