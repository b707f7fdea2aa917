//! The coverage as numbers, one row for each kind.

use super::coverage::Coverage;
use super::{CasesState, Scope, Shown};
use crate::sim::Group;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, link_button};
use egui::{Grid, RichText, Role, Ui, WidgetInfo};

/// Draws the numbers. `over_picture`: whether a picture is beside them that can show the coverage; then what is missing leads to the list
/// of it.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CasesState, over_picture: bool) {
    let (texts, theme) = (context.texts, context.theme);
    ui.horizontal(|ui| {
        ui.label(RichText::new(texts.get("cases-coverage")).color(theme.text_soft));
        let is_shown = state.shown == Some(Shown::Coverage);
        let button = IconButton::new(Icon::Preview, texts.get("cases-coverage-show")).small().selected(is_shown);
        if over_picture && button.ui(ui, theme).clicked() {
            state.shown = (!is_shown).then_some(Shown::Coverage);
        }
    });
    let coverage = std::sync::Arc::clone(&state.coverage);
    let mut wish = None;
    Grid::new("coverage").num_columns(3).min_col_width(16.0).spacing([8.0, 2.0]).show(ui, |ui| {
        for group in Group::ALL {
            if row_ui(ui, context, &coverage, group, over_picture) {
                wish = Some(group);
            }
        }
    });
    if let Some(group) = wish {
        state.shown = Some(Shown::Coverage);
        state.scope = Some(Scope::Of(group));
    }
    ui.add_space(4.0);
}

/// A kind with its numbers; tells whether the list of what is missing is asked for.
fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, coverage: &Coverage, group: Group, is_way: bool) -> bool {
    let (texts, theme) = (context.texts, context.theme);
    let (covered, all) = coverage.count(group);
    if all == 0 {
        return false;
    }
    let (icon, colour) = if covered == all { (Icon::Check, theme.success) } else { (Icon::Circle, theme.warning) };
    ui.label(icon.text(16.0).color(colour));
    ui.label(texts.target_group(group));
    let count = texts.with("cases-count", &[("covered", covered.into()), ("count", all.into())]);
    let is_asked = if is_way && covered < all {
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().button_padding.x = 0.0;
            link_button(ui, theme, &count)
        });
        let response = row.inner.on_hover_text(texts.get("cases-gaps-show"));
        let spoken = texts.with("cases-gaps-show-of", &[("group", texts.target_group(group).into()), ("count", (&count).into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        response.clicked()
    } else {
        ui.label(count);
        false
    };
    ui.end_row();
    is_asked
}
