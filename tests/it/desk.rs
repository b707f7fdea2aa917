//! An editor with what stands round it, so that single views can be drawn and their actions take effect without the whole studio.

use dienstweg::check::Aspect;
use dienstweg::drawing::ThemeName;
use dienstweg::edit::Editor;
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::Document;
use dienstweg::view::theme::{Theme, install_fonts};
use dienstweg::view::{Action, Selection, ViewContext};
use egui::Ui;
use egui_kittest::Harness;
use std::sync::Arc;

/// The document being changed, what is selected, and what was said.
pub struct Desk {
    pub editor: Editor,
    pub selection: Selection,
    /// Which property is to take the focus, once.
    pub focus: Option<Aspect>,
    pub said: Vec<String>,
    pub copied: String,
    pub theme: Theme,
    pub texts: Texts,
}

impl Desk {
    pub fn new(document: Document, theme: ThemeName) -> Self {
        Self {
            editor: Editor::new(document),
            selection: Selection::default(),
            focus: None,
            said: Vec::new(),
            copied: String::new(),
            theme: Theme::named(theme),
            texts: Texts::new(Language::German),
        }
    }

    /// Draws views of the document and does what they answer.
    pub fn draw(&mut self, ui: &mut Ui, views: impl FnOnce(&mut Ui, &ViewContext<'_>, &mut Vec<Action>)) {
        self.theme.apply(ui.ctx());
        let mut actions = Vec::new();
        let document = Arc::clone(self.editor.shown());
        let context = ViewContext {
            document: &document,
            editor: &self.editor,
            problems: &[],
            texts: &self.texts,
            theme: &self.theme,
            selection: &self.selection,
            refusal: None,
            today: (2026, 11, 21),
            hides: &[],
            coverage: None,
        };
        views(ui, &context, &mut actions);
        for action in actions {
            self.perform(action);
            ui.ctx().request_repaint();
        }
    }

    fn perform(&mut self, action: Action) {
        match action {
            Action::Apply(command) => match self.editor.apply(command) {
                Ok(done) if !done.created.is_empty() => self.selection = Selection::of(done.created),
                Ok(_) => {}
                Err(refusal) => self.said.push(self.texts.refusal(&refusal)),
            },
            Action::ApplyQuietly(command) => drop(self.editor.apply(command).unwrap()),
            Action::Preview(holder, command) => self.editor.preview(holder, command).unwrap(),
            Action::Commit => drop(self.editor.commit()),
            Action::Cancel => self.editor.cancel(),
            Action::Select(selection) => self.selection = selection,
            Action::Reveal(subject, aspect) => {
                self.selection = Selection::only(subject);
                self.focus = aspect;
            }
            Action::Say(text) => self.said.push(text),
            Action::CopyText(text) => self.copied = text,
            other => panic!("not wanted here: {other:?}"),
        }
    }
}

/// A window of this size and scale in which `state` is drawn.
pub fn window<S: 'static>(state: S, size: [f32; 2], scale: f32, draw: impl FnMut(&mut Ui, &mut S) + 'static) -> Harness<'static, S> {
    let builder = Harness::builder().with_size(size).with_max_steps(12).with_pixels_per_point(scale).allow_missing_glyphs();
    let mut harness = builder.with_context_setup(install_fonts).build_ui_state(draw, state);
    harness.run();
    harness
}
