//! One comparison of a condition: field, sign, value.

use super::operand::operands_ui;
use super::{Builder, ConditionSubject, word_of};
use crate::model::FieldKind;
use crate::rule::{Comparison, Junction, Sign, Values};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, choice};
use egui::{ComboBox, Id, Role, TextEdit, Ui, WidgetInfo, vec2};

/// From this number of fields on, the list has a field to search by.
const MANY: usize = 8;

/// Greatest height of the list of fields, in points.
const HIGHEST: f32 = 320.0;

/// What is wanted of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// It goes.
    Remove,
    /// Another one beside it, joined in the other way than the terms of the condition.
    Join,
}

pub(super) fn comparison_ui(builder: Builder<'_, '_>, ui: &mut Ui, id: Id, comparison: &mut Comparison, other: Junction) -> Option<Wish> {
    let (theme, texts) = (builder.context.theme, builder.context.texts);
    let mut wish = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - 60.0).max(80.0));
            field_ui(builder, ui, id, comparison);
        });
        let join = texts.with("condition-join", &[("word", texts.get(word_of(other)).into())]);
        if IconButton::new(Icon::Split, &join).tiny().ui(ui, theme).clicked() {
            wish = Some(Wish::Join);
        }
        if IconButton::new(Icon::Close, texts.get("condition-remove")).tiny().ui(ui, theme).clicked() {
            wish = Some(Wish::Remove);
        }
    });
    let kind = builder.kind_of(&comparison.path);
    sign_ui(builder, ui, id, comparison, kind);
    operands_ui(builder, ui, id, comparison, kind);
    wish
}

impl Builder<'_, '_> {
    /// What kind of values a path leads to.
    pub(super) fn kind_of(self, path: &str) -> FieldKind {
        self.subjects.iter().find(|subject| subject.path == path).map_or(FieldKind::Text, |subject| subject.kind)
    }
}

/// The field that is compared; another one keeps the sign where it can.
fn field_ui(builder: Builder<'_, '_>, ui: &mut Ui, id: Id, comparison: &mut Comparison) {
    let label = builder.context.texts.get("condition-field");
    if let Some(subject) = subject_choice(builder, ui, id.with("field"), label, &comparison.path) {
        let kind = builder.kind_of(&comparison.path);
        let sign = if comparison.sign.fits(subject.kind) { comparison.sign } else { subject.comparison().sign };
        let keeps = kind == subject.kind && sign == comparison.sign;
        let values = if keeps { std::mem::take(&mut comparison.values) } else { Vec::new() };
        *comparison = Comparison { path: subject.path.clone(), sign, values };
    }
}

/// A list of fields to choose from, with a search where there are many.
fn subject_choice<'b>(builder: Builder<'b, '_>, ui: &mut Ui, id: Id, label: &str, current: &str) -> Option<&'b ConditionSubject> {
    let shown = builder.subjects.iter().find(|subject| subject.path == current).map_or(current, |subject| subject.label.as_str());
    let mut chosen = None;
    let search_id = id.with("search");
    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(id)
        .selected_text(shown)
        .width(width)
        .truncate()
        .height(HIGHEST)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let inner = combo.show_ui(ui, |ui| {
        let mut search = ui.data(|data| data.get_temp::<String>(search_id)).unwrap_or_default();
        if builder.subjects.len() >= MANY {
            let hint = builder.context.texts.get("condition-search");
            let field = ui.add(TextEdit::singleline(&mut search).hint_text(hint).desired_width(f32::INFINITY));
            ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(hint));
            ui.data_mut(|data| data.insert_temp(search_id, search.clone()));
        }
        let wanted = search.to_lowercase();
        for subject in builder.subjects.iter().filter(|subject| wanted.is_empty() || subject.label.to_lowercase().contains(&wanted)) {
            if ui.selectable_label(subject.path == current, &subject.label).clicked() {
                chosen = Some(subject).filter(|subject| subject.path != current);
                ui.data_mut(|data| data.remove::<String>(search_id));
                ui.close();
            }
        }
    });
    inner.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, label);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    chosen
}

fn sign_ui(builder: Builder<'_, '_>, ui: &mut Ui, id: Id, comparison: &mut Comparison, kind: FieldKind) {
    let texts = builder.context.texts;
    let signs = Sign::fitting(kind);
    let options: Vec<(Sign, &str)> = signs.into_iter().map(|sign| (sign, texts.sign(sign, kind))).collect();
    ui.scope(|ui| {
        ui.set_min_size(vec2(0.0, 28.0));
        if let Some(sign) = choice(ui, (id, "sign"), texts.get("condition-sign"), &comparison.sign, &options) {
            comparison.sign = sign;
            match sign.values() {
                Values::None => comparison.values.clear(),
                Values::One => comparison.values.truncate(1),
                Values::Several => {}
            }
            if sign.input(kind).is_none() {
                comparison.values.clear();
            }
        }
    });
}
