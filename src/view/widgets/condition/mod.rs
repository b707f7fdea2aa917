//! A condition that is built by choosing field, comparison and value, or typed as FEEL: whichever suits, with a switch between them.

mod comparison;
mod operand;
mod subjects;

pub use subjects::{ConditionSubject, condition_subjects};

use super::{FeelField, TextField, error_text, quiet_button};
use crate::edit::Command;
use crate::expr::{Names, Type};
use crate::model::Subject;
use crate::rule::{Comparison, Condition, Junction, Sign, Term};
use crate::view::expressions::fields_at;
use crate::view::icons::Icon;
use crate::view::{Action, ViewContext};
use comparison::{Wish, comparison_ui};
use egui::{Align, Button, Frame, Id, Layout, Response, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

/// A condition of the document to be edited in place.
pub struct ConditionField<'a> {
    /// Distinguishes it from all other fields on the screen.
    pub id: Id,
    /// What stands above it.
    pub label: &'a str,
    /// The condition in the document, as FEEL; empty: none.
    pub value: &'a str,
    /// Whose condition it is: what its names mean depends on it.
    pub at: Subject,
    /// What the checks say of the condition in the document, as a sentence.
    pub fault: Option<&'a str>,
}

/// How the condition is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Sentence,
    Text,
}

/// A condition that is being built: what it was built from, and how far it is.
#[derive(Clone, Debug)]
struct Draft {
    source: String,
    /// `None`: what it was built from has no shape of a sentence.
    condition: Option<Condition>,
}

impl ConditionField<'_> {
    /// Draws it over the whole width. What was chosen is a step of the history at once; what is typed, when the field is left.
    pub fn ui(self, ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>, command: &dyn Fn(String) -> Command) -> Response {
        ui.push_id(self.id, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let draft = self.draft(ui, context);
            let has_fields = !condition_subjects(ui, context, self.at).is_empty();
            let mode = self.mode_ui(ui, context, draft.condition.is_some() && has_fields);
            match (mode, draft.condition.clone()) {
                (Mode::Sentence, Some(condition)) if has_fields => self.sentence_ui(ui, context, condition, actions, command),
                _ => self.text_ui(ui, context, draft.condition.is_none(), actions, command),
            }
        })
        .inner
    }

    /// What is being built, or what the document's condition is made of.
    fn draft(&self, ui: &Ui, context: &ViewContext<'_>) -> Draft {
        let kept = ui.data(|data| data.get_temp::<Draft>(self.id)).filter(|draft| draft.source == self.value);
        kept.unwrap_or_else(|| {
            let mut names = Names::new();
            names.insert_fields(&fields_at(context.document, self.at));
            let subjects = condition_subjects(ui, context, self.at);
            let is_known = |comparison: &Comparison| subjects.iter().any(|subject| subject.path == comparison.path);
            let condition = Condition::of_feel(self.value, &names).filter(|condition| condition.comparisons().all(is_known));
            let draft = Draft { source: self.value.to_owned(), condition };
            ui.data_mut(|data| data.insert_temp(self.id, draft.clone()));
            draft
        })
    }

    /// Label and switch.
    fn mode_ui(&self, ui: &mut Ui, context: &ViewContext<'_>, has_sentence: bool) -> Mode {
        let (theme, texts) = (context.theme, context.texts);
        let mut mode = ui.data(|data| data.get_temp(self.id)).unwrap_or(Mode::Sentence);
        ui.horizontal(|ui| {
            ui.label(RichText::new(self.label).size(12.0).color(theme.text_soft));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.spacing_mut().button_padding = vec2(6.0, 1.0);
                for (value, word, help) in [
                    (Mode::Text, "condition-as-text", "condition-as-text-help"),
                    (Mode::Sentence, "condition-as-sentence", "condition-as-sentence-help"),
                ] {
                    let is_possible = has_sentence || value == Mode::Text;
                    let is_on = is_possible && (mode == value || !has_sentence);
                    let button = Button::selectable(is_on, RichText::new(texts.get(word)).size(12.0)).min_size(vec2(0.0, 24.0));
                    let response = ui.add_enabled(is_possible, button);
                    let name = texts.with("condition-switch", &[("label", self.label.into()), ("mode", texts.get(word).into())]);
                    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, is_possible, is_on, &name));
                    let response = response.on_hover_text(texts.get(help)).on_disabled_hover_text(texts.get("condition-only-text"));
                    if response.clicked() {
                        mode = value;
                        ui.data_mut(|data| data.insert_temp(self.id, value));
                    }
                }
            });
        });
        mode
    }

    fn text_ui(
        &self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        is_only_text: bool,
        actions: &mut Vec<Action>,
        command: &dyn Fn(String) -> Command,
    ) -> Response {
        let hint = context.texts.get("inspector-feel-hint");
        let field = TextField { id: self.id.with("text"), label: self.label, value: self.value, hint, lines: 1 };
        let field = FeelField { field, at: Some(self.at), expected: Some(Type::Boolean), fault: self.fault };
        let response = field.ui(ui, context, actions, command);
        if is_only_text && self.fault.is_none() && !response.has_focus() {
            ui.label(RichText::new(context.texts.get("condition-only-text")).size(12.0).color(context.theme.text_soft));
        }
        response
    }

    fn sentence_ui(
        &self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        before: Condition,
        actions: &mut Vec<Action>,
        command: &dyn Fn(String) -> Command,
    ) -> Response {
        let subjects = condition_subjects(ui, context, self.at);
        let mut condition = before.clone();
        let builder = Builder { context, subjects: &subjects, id: self.id };
        if !condition.terms.is_empty() {
            let frame = Frame::new().stroke(Stroke::new(1.0, context.theme.line)).corner_radius(4).inner_margin(8);
            frame.show(ui, |ui| builder.terms_ui(ui, &mut condition));
        }
        let add = if condition.terms.is_empty() { "condition-add-first" } else { "condition-add" };
        let response = quiet_button(ui, Some(Icon::Add), context.texts.get(add));
        let name = context.texts.with("condition-add-to", &[("label", self.label.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.clicked()
            && let Some(first) = subjects.first()
        {
            condition.terms.push(Term::One(first.comparison()));
        }
        if !condition.is_complete() {
            ui.label(RichText::new(context.texts.get("condition-incomplete")).size(12.0).color(context.theme.warning));
        } else if let Some(fault) = self.fault {
            error_text(ui, context.theme, fault);
        }
        if condition != before {
            self.take(ui, condition, actions, command);
        }
        response
    }

    /// Keeps what was built; what is complete goes into the document.
    fn take(&self, ui: &Ui, condition: Condition, actions: &mut Vec<Action>, command: &dyn Fn(String) -> Command) {
        let mut draft = Draft { source: self.value.to_owned(), condition: Some(condition.clone()) };
        if condition.is_complete() {
            let text = condition.to_feel();
            if text != self.value {
                actions.push(Action::ApplyQuietly(command(text.clone())));
                draft.source = text;
            }
        }
        ui.data_mut(|data| data.insert_temp(self.id, draft));
    }
}

/// What all rows of a condition need.
#[derive(Clone, Copy)]
struct Builder<'a, 'c> {
    context: &'a ViewContext<'c>,
    subjects: &'a [ConditionSubject],
    id: Id,
}

impl Builder<'_, '_> {
    fn terms_ui(self, ui: &mut Ui, condition: &mut Condition) {
        let (mut wishes, count) = (Vec::new(), condition.terms.len());
        for (index, term) in condition.terms.iter_mut().enumerate() {
            if index > 0 {
                self.junction_ui(ui, index, &mut condition.junction);
            }
            let other = condition.junction.other();
            match term {
                Term::One(comparison) => {
                    let wish = comparison_ui(self, ui, self.id.with(index), comparison, other);
                    wishes.extend(wish.map(|wish| (index, None, wish)));
                }
                Term::Group(comparisons) => self.group_ui(ui, index, comparisons, other, &mut wishes),
            }
        }
        for (term, inner, wish) in wishes {
            fulfil(condition, term, inner, wish);
        }
        condition.terms.retain(|term| !matches!(term, Term::Group(comparisons) if comparisons.is_empty()));
        if condition.terms.len() != count {
            // What was drawn with the number of a row belongs to another row now.
            operand::forget_typed(ui, self.id);
        }
    }

    fn group_ui(
        self,
        ui: &mut Ui,
        term: usize,
        comparisons: &mut [Comparison],
        junction: Junction,
        wishes: &mut Vec<(usize, Option<usize>, Wish)>,
    ) {
        let frame = Frame::new().fill(self.context.theme.ground).corner_radius(4).inner_margin(6);
        frame.show(ui, |ui| {
            for (inner, comparison) in comparisons.iter_mut().enumerate() {
                if inner > 0 {
                    let word = self.context.texts.get(word_of(junction));
                    ui.label(RichText::new(word).color(self.context.theme.text_soft));
                }
                let wish = comparison_ui(self, ui, self.id.with((term, inner)), comparison, junction);
                wishes.extend(wish.map(|wish| (term, Some(inner), wish)));
            }
        });
    }

    fn junction_ui(self, ui: &mut Ui, index: usize, junction: &mut Junction) {
        let texts = self.context.texts;
        let options = [(Junction::All, texts.get("condition-and")), (Junction::Any, texts.get("condition-or"))];
        ui.scope(|ui| {
            ui.set_max_width(88.0);
            if let Some(chosen) = super::choice(ui, (self.id, "junction", index), texts.get("condition-junction"), junction, &options) {
                *junction = chosen;
            }
        });
    }
}

/// The word between two comparisons.
fn word_of(junction: Junction) -> &'static str {
    match junction {
        Junction::All => "condition-and",
        Junction::Any => "condition-or",
    }
}

fn fulfil(condition: &mut Condition, term: usize, inner: Option<usize>, wish: Wish) {
    let Some(own) = condition.terms.get_mut(term) else { return };
    match (wish, own, inner) {
        (Wish::Remove, Term::Group(comparisons), Some(inner)) => {
            comparisons.remove(inner);
            if let [only] = comparisons.as_slice() {
                let only = only.clone();
                condition.terms.splice(term..=term, [Term::One(only)]);
            }
        }
        (Wish::Remove, ..) => drop(condition.terms.remove(term)),
        (Wish::Join, Term::Group(comparisons), _) => comparisons.extend(comparisons.last().map(another)),
        (Wish::Join, Term::One(comparison), _) => {
            let both = vec![comparison.clone(), another(comparison)];
            condition.terms.splice(term..=term, [Term::Group(both)]);
        }
    }
}

/// A comparison of the same field that is yet to be finished.
fn another(comparison: &Comparison) -> Comparison {
    Comparison::new(&comparison.path, if matches!(comparison.sign, Sign::Filled | Sign::Empty) { Sign::Filled } else { comparison.sign })
}
