//! Where a field is asked, read, decided on and written, each with a jump there.

use super::Model;
use crate::check::Aspect;
use crate::edit::{Command, Refusal};
use crate::model::{DataFieldId, Document, ObjectTypeId, Subject};
use crate::scope::{Spot, Usage, Use};
use crate::view::icons::Icon;
use crate::view::widgets::semibold;
use crate::view::{Action, Selection, ViewContext};
use egui::{Align, CursorIcon, Label, Layout, RichText, Role, Sense, Ui, WidgetInfo, vec2};
use std::collections::BTreeSet;

/// How many places a sentence names.
const NAMED: usize = 3;

const USES: [(Use, &str, Icon); 5] = [
    (Use::Asked, "data-use-asked", Icon::Form),
    (Use::Read, "data-use-read", Icon::Preview),
    (Use::Decided, "data-use-decided", Icon::Connect),
    (Use::Written, "data-use-written", Icon::Calculate),
    (Use::Tested, "data-use-tested", Icon::Tests),
];

impl Model<'_, '_> {
    /// The uses of these fields, by what is done with them.
    pub(super) fn usages_ui(&mut self, ui: &mut Ui, fields: &[DataFieldId]) {
        let (texts, theme) = (self.context.texts, self.context.theme);
        let usages = std::sync::Arc::clone(&self.usages);
        let is_used = fields.iter().any(|field| usages.is_used(*field));
        if !is_used || fields.is_empty() {
            warning(ui, self.context, texts.get("data-unused-help"));
        } else if !fields.iter().any(|field| usages.is_asked(*field)) {
            warning(ui, self.context, texts.get("data-never-asked-help"));
        }
        for (how, key, icon) in USES {
            let found: BTreeSet<&Usage> =
                fields.iter().flat_map(|field| usages.of_field(*field)).filter(|usage| usage.how == how).collect();
            if found.is_empty() {
                continue;
            }
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                ui.add(Label::new(icon.text(16.0).color(theme.text_soft)).selectable(false));
                ui.label(semibold(texts.get(key), 14.0));
                ui.label(RichText::new(found.len().to_string()).size(12.0).color(theme.text_soft));
            });
            for usage in found {
                self.usage_ui(ui, usage);
            }
        }
    }

    fn usage_ui(&mut self, ui: &mut Ui, usage: &Usage) {
        let (document, texts, theme) = (self.context.document, self.context.texts, self.context.theme);
        if !document.has(usage.at) {
            return;
        }
        let title = title(self.context, usage.at);
        let part = texts.get(spot_key(usage.spot));
        let spoken = texts.with("data-use-spoken", &[("title", (&title).into()), ("part", part.into())]);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(4.0);
            let link = Label::new(RichText::new(&title).color(theme.accent)).wrap().selectable(false).sense(Sense::click());
            let response = ui.add(link).on_hover_cursor(CursorIcon::PointingHand);
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
            if response.has_focus() {
                ui.painter().rect_stroke(response.rect.expand(2.0), 2, egui::Stroke::new(2.0, theme.accent), egui::StrokeKind::Outside);
            }
            if response.clicked() {
                self.actions.push(Action::Reveal(usage.at, Some(aspect(usage.spot))));
            }
            ui.label(RichText::new(part).size(12.0).color(theme.text_soft));
        });
    }

    /// If an object is a building block: the fields that hold it.
    pub(super) fn blocks_of_ui(&mut self, ui: &mut Ui, subject: Subject) {
        let (document, texts, theme) = (self.context.document, self.context.texts, self.context.theme);
        let object = match subject {
            Subject::ObjectType(object) => Some(object),
            Subject::DataField(field) => document.fields.get(field).and_then(|field| field.kind.object()),
            _ => None,
        };
        let Some(object) = object else { return };
        let holders: Vec<_> = document.fields.values().filter(|field| field.kind.object() == Some(object)).collect();
        if holders.len() > 1 {
            ui.label(RichText::new(texts.with("data-block-in", &[("count", holders.len().into())])).color(theme.text_soft));
            for holder in holders {
                let object = document.name_of(Subject::ObjectType(holder.object)).unwrap_or_default();
                let title = format!("{object} › {}", holder.name);
                if crate::view::widgets::link_button(ui, theme, &title).clicked() {
                    self.actions.push(Action::Select(Selection::only(Subject::DataField(holder.id))));
                }
            }
            ui.add_space(6.0);
        }
    }

    /// Who uses these fields or what lies in them alone, in words; `None` if nobody does.
    pub(super) fn users(&self, fields: &[DataFieldId]) -> Option<String> {
        let document = self.context.document;
        let mut open = fields.to_vec();
        let mut users: BTreeSet<Subject> = BTreeSet::new();
        let mut seen: BTreeSet<DataFieldId> = BTreeSet::new();
        while let Some(field) = open.pop().filter(|field| seen.insert(*field)) {
            users.extend(self.usages.of_field(field).iter().filter(|usage| usage.how != Use::Tested).map(|usage| usage.at));
            let inner = document.fields.get(field).and_then(|field| field.kind.object());
            open.extend(
                inner
                    .filter(|inner| is_held_once(document, *inner))
                    .and_then(|it| document.objects.get(it))
                    .into_iter()
                    .flat_map(|it| it.fields.clone()),
            );
        }
        let command = Command::Remove(fields.iter().map(|field| Subject::DataField(*field)).collect());
        if let Err(Refusal::InUse { by }) = self.context.editor.try_command(&command) {
            users.extend(by);
        }
        users.retain(|user| !matches!(user, Subject::DataField(field) if fields.contains(field)));
        let mut names: Vec<String> = users.iter().take(NAMED).map(|user| title(self.context, *user)).collect();
        if users.len() > NAMED {
            names.push(self.context.texts.with("data-more-users", &[("count", (users.len() - NAMED).into())]));
        }
        (!names.is_empty()).then(|| names.join("; "))
    }
}

fn is_held_once(document: &Document, object: ObjectTypeId) -> bool {
    document.fields.values().filter(|field| field.kind.object() == Some(object)).count() < 2
}

fn warning(ui: &mut Ui, context: &ViewContext<'_>, sentence: &str) {
    crate::view::widgets::warning_text(ui, context.theme, sentence);
}

/// An element as lists of uses name it: with the form in which it stands, or with its kind.
pub(super) fn title(context: &ViewContext<'_>, subject: Subject) -> String {
    let (document, texts) = (context.document, context.texts);
    let name = document.name_of(subject).unwrap_or_default();
    match subject {
        Subject::FormElement(form, _) => {
            let form = document.name_of(Subject::Form(form)).unwrap_or_default();
            let own = if name.trim().is_empty() { texts.kind_of(document, subject) } else { name };
            format!("{form} › {own}")
        }
        Subject::Flow(flow) => {
            let from = document.flows.get(flow).map(|flow| texts.name_of(document, Subject::Node(flow.from))).unwrap_or_default();
            if name.trim().is_empty() { texts.with("data-way-behind", &[("step", (&from).into())]) } else { format!("{from} › {name}") }
        }
        _ => {
            format!("{}: {}", texts.kind_of(document, subject), if name.trim().is_empty() { texts.get("inspector-nameless") } else { name })
        }
    }
}

fn spot_key(spot: Spot) -> &'static str {
    match spot {
        Spot::Question => "data-spot-question",
        Spot::Display => "data-spot-display",
        Spot::Repeat => "data-spot-repeat",
        Spot::Visibility => "data-spot-visibility",
        Spot::Requirement => "data-spot-requirement",
        Spot::Prefill => "data-spot-prefill",
        Spot::Rule => "data-spot-rule",
        Spot::Condition => "data-spot-condition",
        Spot::Event => "data-spot-event",
        Spot::Repetition => "data-spot-repetition",
        Spot::Fee => "data-spot-fee",
        Spot::Script => "data-spot-script",
        Spot::Service => "data-spot-service",
        Spot::DecisionInput => "data-spot-decision-input",
        Spot::DecisionOutput => "data-spot-decision-output",
        Spot::DecisionRule => "data-spot-decision-rule",
        Spot::Letter => "data-spot-letter",
        Spot::Limit => "data-spot-limit",
        Spot::Setting => "data-spot-setting",
        Spot::TestCase => "data-spot-test-case",
    }
}

/// The property in which the use stands.
fn aspect(spot: Spot) -> Aspect {
    match spot {
        Spot::Question | Spot::Display | Spot::Repeat => Aspect::Name,
        Spot::Visibility => Aspect::VisibleWhen,
        Spot::Requirement => Aspect::RequiredWhen,
        Spot::Prefill => Aspect::Prefill,
        Spot::Rule => Aspect::Rule,
        Spot::Condition => Aspect::Condition,
        Spot::Event => Aspect::Event,
        Spot::Repetition => Aspect::Repetition,
        Spot::Fee => Aspect::Fee,
        Spot::Script => Aspect::Script,
        Spot::Service => Aspect::Service,
        Spot::DecisionInput | Spot::DecisionOutput | Spot::DecisionRule => Aspect::Decision,
        Spot::Letter => Aspect::Text,
        Spot::Limit => Aspect::Constraint,
        Spot::Setting => Aspect::Value,
        Spot::TestCase => Aspect::Steps,
    }
}
