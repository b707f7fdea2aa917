//! The inspector's building blocks: labelled fields that read the document and answer with commands.

use crate::check::{Aspect, Cause};
use crate::edit::{Command, Record};
use crate::model::{Document, LegalBasis, RoleId, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{ConditionField, FeelField, IconButton, TextField, choice, field_row, select_all};
use crate::view::{Action, ViewContext};
use egui::{Id, Response, Ui};

/// One element's properties on their way to the screen.
pub(super) struct Pane<'a, 'c> {
    pub context: &'a ViewContext<'c>,
    pub actions: &'a mut Vec<Action>,
    pub subject: Subject,
    focus: Option<Aspect>,
}

impl<'a, 'c> Pane<'a, 'c> {
    pub fn new(context: &'a ViewContext<'c>, actions: &'a mut Vec<Action>, subject: Subject, focus: Option<Aspect>) -> Self {
        Self { context, actions, subject, focus }
    }

    pub fn document(&self) -> &'a Document
    where
        'c: 'a,
    {
        self.context.document
    }

    /// Makes a changed record a step of the history.
    pub fn put(&mut self, record: Record) {
        self.actions.push(Action::ApplyQuietly(Command::Put(record)));
    }

    fn id(&self, key: &str) -> Id {
        Id::unique(("inspector", self.subject, key))
    }

    /// Whether the field of this property is to take the focus.
    pub fn awaits(&self, aspect: Aspect) -> bool {
        self.focus == Some(aspect)
    }

    /// Gives the focus to the field of the property to which one was led.
    pub fn take_focus(&mut self, aspect: Aspect, response: &Response) {
        if self.focus == Some(aspect) {
            self.focus = None;
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
            if matches!(aspect, Aspect::Name | Aspect::Text) {
                select_all(&response.ctx, response.id);
            }
        }
    }

    /// A labelled text field of so many lines. `key` is the label's text and tells fields apart.
    pub fn text(&mut self, ui: &mut Ui, key: &str, aspect: Aspect, value: &str, lines: usize, record: impl FnOnce(String) -> Record) {
        let label = self.context.texts.get(key);
        let (context, id) = (self.context, self.id(key));
        let response = field_row(ui, context.theme, label, |ui| {
            TextField { id, label, value, hint: "", lines }.ui(ui, context, self.actions, |text| Command::Put(record(text)))
        });
        self.take_focus(aspect, &response);
    }

    /// A labelled text field that shows a hint while it is empty.
    pub fn text_with_hint(
        &mut self,
        ui: &mut Ui,
        key: &str,
        aspect: Aspect,
        value: &str,
        hint: &str,
        record: impl FnOnce(String) -> Record,
    ) {
        let label = self.context.texts.get(key);
        let (context, id) = (self.context, self.id(key));
        let response = field_row(ui, context.theme, label, |ui| {
            TextField { id, label, value, hint, lines: 1 }.ui(ui, context, self.actions, |text| Command::Put(record(text)))
        });
        self.take_focus(aspect, &response);
    }

    /// A labelled field for a number that may be missing. What is no number counts as missing.
    pub fn count(&mut self, ui: &mut Ui, key: &str, value: Option<u64>, record: impl FnOnce(Option<u64>) -> Record) {
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        self.text(ui, key, Aspect::Constraint, &shown, 1, |text| record(text.trim().parse().ok()));
    }

    /// A text field inside a row that has its own label; `part` tells fields of one element apart.
    pub fn cell(&mut self, ui: &mut Ui, label: &str, part: &str, value: &str, hint: &str, record: impl FnOnce(String) -> Record) {
        let id = self.id(part);
        TextField { id, label, value, hint, lines: 1 }.ui(ui, self.context, self.actions, |text| Command::Put(record(text)));
    }

    /// A labelled field for an expression with what is wrong with it.
    pub fn feel(&mut self, ui: &mut Ui, key: &str, aspect: Aspect, value: &str, record: impl FnOnce(String) -> Record) {
        let label = self.context.texts.get(key);
        let (context, subject, id) = (self.context, self.subject, self.id(key));
        let fault = self.fault(aspect, value);
        let response = field_row(ui, context.theme, label, |ui| {
            let field = TextField { id, label, value, hint: context.texts.get("inspector-feel-hint"), lines: 1 };
            let field = FeelField { field, at: Some(subject), expected: None, fault: fault.as_deref() };
            field.ui(ui, context, self.actions, |text| Command::Put(record(text)))
        });
        self.take_focus(aspect, &response);
    }

    /// A condition, built by choosing or typed.
    pub fn condition(&mut self, ui: &mut Ui, key: &str, aspect: Aspect, value: &str, record: &dyn Fn(String) -> Record) {
        let label = self.context.texts.get(key);
        self.condition_cell(ui, label, key, aspect, value, record);
    }

    /// A condition of which an element has several; `part` tells them apart.
    pub fn condition_cell(&mut self, ui: &mut Ui, label: &str, part: &str, aspect: Aspect, value: &str, record: &dyn Fn(String) -> Record) {
        let fault = self.fault(aspect, value);
        let field = ConditionField { id: self.id(part), label, value, at: self.subject, fault: fault.as_deref() };
        let response = field.ui(ui, self.context, self.actions, &|text| Command::Put(record(text)));
        ui.add_space(4.0);
        self.take_focus(aspect, &response);
    }

    /// An expression inside a row that has its own label.
    pub fn feel_cell(&mut self, ui: &mut Ui, label: &str, part: &str, value: &str, record: impl FnOnce(String) -> Record) -> Response {
        let field = TextField { id: self.id(part), label, value, hint: "", lines: 1 };
        let field = FeelField { field, at: Some(self.subject), expected: None, fault: None };
        field.ui(ui, self.context, self.actions, |text| Command::Put(record(text)))
    }

    /// Tests of a value, as decision tables have them, inside a row that has its own label.
    pub fn tests_cell(&mut self, ui: &mut Ui, label: &str, part: &str, value: &str, record: impl FnOnce(String) -> Record) -> Response {
        let field = TextField { id: self.id(part), label, value, hint: "", lines: 1 };
        let field = FeelField { field, at: None, expected: None, fault: None };
        field.ui(ui, self.context, self.actions, |text| Command::Put(record(text)))
    }

    /// What the check says of an expression of this element.
    fn fault(&self, aspect: Aspect, text: &str) -> Option<String> {
        let is_it = |problem: &&crate::check::Problem| {
            problem.at.first() == Some(&self.subject)
                && problem.aspect == Some(aspect)
                && problem.arguments.iter().any(|(name, value)| *name == "text" && value == text)
        };
        let problem = self.context.problems.iter().find(is_it)?;
        Some(match problem.cause.as_ref()? {
            Cause::Syntax(error) => self.context.texts.syntax_fault(&error.fault),
            Cause::Type(fault) => self.context.texts.type_fault(&fault.kind),
        })
    }

    /// A labelled drop-down.
    pub fn choose<T: PartialEq + Clone>(&mut self, ui: &mut Ui, key: &str, current: &T, options: &[(T, &str)]) -> Option<T> {
        let label = self.context.texts.get(key);
        let id = self.id(key);
        field_row(ui, self.context.theme, label, |ui| choice(ui, id, label, current, options))
    }

    /// A labelled drop-down of which an element has several; `row` tells them apart.
    pub fn choose_row<T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        key: &str,
        row: usize,
        current: &T,
        options: &[(T, &str)],
    ) -> Option<T> {
        let label = self.context.texts.get(key);
        let id = self.id(&format!("{key}-{row}"));
        field_row(ui, self.context.theme, label, |ui| choice(ui, id, label, current, options))
    }

    /// A drop-down of an optional element, with its "none".
    #[expect(clippy::option_option, reason = "the outer says whether something was chosen, the inner what")]
    pub fn choose_optional<T: PartialEq + Copy>(
        &mut self,
        ui: &mut Ui,
        key: &str,
        current: Option<T>,
        options: impl Iterator<Item = (T, &'a str)>,
    ) -> Option<Option<T>>
    where
        'c: 'a,
    {
        let nameless = self.context.texts.get("inspector-nameless");
        let none = (None, self.context.texts.get("inspector-none"));
        let options: Vec<(Option<T>, &str)> = std::iter::once(none)
            .chain(options.map(|(value, name)| (Some(value), if name.trim().is_empty() { nameless } else { name })))
            .collect();
        self.choose(ui, key, &current, &options)
    }

    /// A check box.
    pub fn check(&mut self, ui: &mut Ui, key: &str, value: bool, record: impl FnOnce(bool) -> Record) {
        let mut is_on = value;
        if ui.checkbox(&mut is_on, self.context.texts.get(key)).changed() {
            self.put(record(is_on));
        }
    }

    /// A drop-down of all roles.
    pub fn role(&mut self, ui: &mut Ui, key: &str, current: Option<RoleId>, record: impl FnOnce(Option<RoleId>) -> Record)
    where
        'c: 'a,
    {
        let document = self.document();
        let roles = document.roles.values().map(|role| (role.id, role.name.as_str()));
        if let Some(role) = self.choose_optional(ui, key, current, roles) {
            self.put(record(role));
        }
    }

    /// A small button that takes a row out.
    pub fn remove_button(&self, ui: &mut Ui) -> bool {
        IconButton::new(Icon::Remove, self.context.texts.get("inspector-remove")).small().ui(ui, self.context.theme).clicked()
    }

    /// A quiet button that adds a row.
    pub fn add_button(&self, ui: &mut Ui, key: &str) -> bool {
        crate::view::widgets::quiet_button(ui, Some(Icon::Add), self.context.texts.get(key)).clicked()
    }

    /// A list of places in the law that can be added to and edited.
    pub fn laws(&mut self, ui: &mut Ui, laws: &[LegalBasis], record: impl Fn(Vec<LegalBasis>) -> Record) {
        for (index, law) in laws.iter().enumerate() {
            let changed = |change: &dyn Fn(&mut LegalBasis)| {
                let mut laws = laws.to_vec();
                laws.get_mut(index).into_iter().for_each(change);
                record(laws)
            };
            ui.horizontal(|ui| {
                let width = (ui.available_width() - 44.0).max(80.0);
                let label = self.context.texts.get("inspector-law");
                ui.allocate_ui(egui::vec2(width * 0.4, 30.0), |ui| {
                    self.cell(ui, label, &format!("law-{index}"), &law.law, label, |text| changed(&|law| law.law.clone_from(&text)))
                });
                let label = self.context.texts.get("inspector-paragraph");
                ui.allocate_ui(egui::vec2(width * 0.6, 30.0), |ui| {
                    self.cell(ui, label, &format!("paragraph-{index}"), &law.paragraph, label, |text| {
                        changed(&|law| law.paragraph.clone_from(&text))
                    });
                });
                if self.remove_button(ui) {
                    let mut laws = laws.to_vec();
                    laws.remove(index);
                    self.put(record(laws));
                }
            });
            let label = self.context.texts.get("inspector-law-link");
            self.cell(ui, label, &format!("link-{index}"), &law.link, label, |text| changed(&|law| law.link.clone_from(&text)));
        }
        if self.add_button(ui, "inspector-add-law") {
            let mut laws = laws.to_vec();
            laws.push(LegalBasis::default());
            self.put(record(laws));
        }
    }
}
