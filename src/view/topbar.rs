//! The two bars at the top: menus and documents above, the four places with save, undo and panels below.

use super::icons::Icon;
use super::menus::menus_ui;
use super::shell::{ShellAction, ShellContext, Tab};
use super::ui_command::UiCommand;
use super::widgets::{IconButton, SEGMENTED_HEIGHT, Segment, segmented};
use super::{Place, shell::Look};
use crate::drawing::ThemeName;
use crate::i18n::Language;
use egui::{Align, Button, Frame, Layout, Margin, Panel, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

/// Width below which places show icons instead of words and menus stand under one, in points.
const NARROW: f32 = 900.0;

/// Width of what stands at the right until it was drawn once, in points.
const RIGHT_WIDTH: f32 = 210.0;
/// Height of a document's tab, in points.
const TAB_HEIGHT: f32 = 40.0;
/// A tab fits if so much room is left beside it, in points.
const WIDTH_TO_SPARE: f32 = 16.0;

/// Draws both bars; the lower one only while a document is shown.
pub fn ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    let frame = |fill, top, bottom| Frame::new().fill(fill).inner_margin(Margin { left: 8, right: 8, top, bottom });
    Panel::top("documents").frame(frame(context.theme.ground, 2, 0)).show_separator_line(false).show(ui, |ui| {
        documents_ui(ui, context, actions);
    });
    if context.shown.is_some() {
        Panel::top("places").frame(frame(context.theme.panel, 4, 4)).show(ui, |ui| places_ui(ui, context, actions));
    }
}

fn documents_ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    ui.set_height(TAB_HEIGHT);
    let is_narrow = ui.available_width() < NARROW;
    ui.spacing_mut().item_spacing.x = 4.0;
    // Tab goes from left to right, so what stands at the right is drawn last; its width is that of the frame before.
    let id = ui.unique_id().with("right");
    let width: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(RIGHT_WIDTH);
    let whole = ui.available_rect_before_wrap();
    let (left, right) = whole.split_left_right_at_x((whole.right() - width).max(whole.left()));
    let builder = |rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder(left), |ui| {
        ui.spacing_mut().interact_size.y = TAB_HEIGHT;
        menus_ui(ui, context, is_narrow, actions, |ui, actions| {
            ui.add_space(8.0);
            tabs_ui(ui, context, actions);
        });
    });
    let drawn = ui.scope_builder(builder(right), |ui| {
        command_button(ui, context, UiCommand::Find, actions);
        language_switch(ui, context, actions);
        theme_menu(ui, context, actions);
        command_button(ui, context, UiCommand::Settings, actions);
        ui.min_rect().width()
    });
    if (drawn.inner - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, drawn.inner));
        ui.ctx().request_discard("the bar at the right has another width");
    }
}

fn tabs_ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    egui::ScrollArea::horizontal().scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Max), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let start = context.texts.get("start-title");
            if tab_ui(ui, context, start, None, context.shown.is_none()).clicked() {
                actions.push(ShellAction::ShowStart);
            }
            for (index, tab) in context.tabs.iter().enumerate() {
                document_tab_ui(ui, context, index, tab, actions);
            }
        });
    });
}

fn document_tab_ui(ui: &mut Ui, context: &ShellContext<'_>, index: usize, tab: &Tab, actions: &mut Vec<ShellAction>) {
    let is_shown = context.shown == Some(index);
    let response = tab_ui(ui, context, &tab.name, Some(tab.is_changed), is_shown);
    if is_shown {
        bring_into_view(ui, &response);
    }
    if response.clicked() {
        actions.push(ShellAction::ShowTab(index));
    }
    let by_middle = response.middle_clicked();
    let close_rect = egui::Rect::from_center_size(response.rect.right_center() - vec2(18.0, 0.0), vec2(24.0, 24.0));
    let label = context.texts.with("tab-close", &[("name", (&tab.name).into())]);
    let mut corner = ui.new_child(UiBuilder::new().max_rect(close_rect).layout(Layout::top_down(Align::Min)));
    if IconButton::new(Icon::Close, &label).tiny().ui(&mut corner, context.theme).clicked() || by_middle {
        actions.push(ShellAction::CloseTab(index));
    }
    if let Some(path) = &tab.path {
        response.on_hover_text(path.display().to_string());
    }
}

/// Scrolls the shown tab into view; of one that is wider than the room for tabs its beginning, and then no more, as it never fits.
fn bring_into_view(ui: &Ui, tab: &egui::Response) {
    let (seen, tab_range) = (ui.clip_rect().x_range().expand(1.0), tab.rect.x_range());
    let fits = tab_range.span() + WIDTH_TO_SPARE < seen.span();
    let is_seen = seen.contains(tab_range.min) && (!fits || seen.contains(tab_range.max));
    if !is_seen {
        tab.scroll_to_me_animation((!fits).then_some(Align::Min), egui::style::ScrollAnimation::none());
    }
}

/// Draws a tab; `is_changed` is `None` for the start page, which cannot be closed.
fn tab_ui(ui: &mut Ui, context: &ShellContext<'_>, name: &str, is_changed: Option<bool>, is_shown: bool) -> egui::Response {
    let theme = context.theme;
    let font = if is_shown { super::widgets::semibold_font(14.0) } else { egui::FontId::proportional(14.0) };
    let mark = if is_changed == Some(true) { "• " } else { "" };
    let (before, after) = if is_changed.is_some() { (12.0, 36.0) } else { (12.0, 12.0) };
    let mut job = egui::text::LayoutJob::single_section(format!("{mark}{name}"), egui::TextFormat::simple(font, theme.text));
    job.wrap = egui::text::TextWrapping::truncate_at_width(180.0);
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(before + galley.size().x + after, TAB_HEIGHT), Sense::click());
    let fill = match (is_shown, response.hovered()) {
        (true, _) => theme.panel,
        (false, true) => theme.accent_soft,
        (false, false) => theme.ground,
    };
    let corners = egui::CornerRadius { nw: 8, ne: 8, sw: 0, se: 0 };
    ui.painter().rect_filled(rect, corners, fill);
    if is_shown {
        ui.painter().hline(rect.x_range().shrink(8.0), rect.top() + 1.0, Stroke::new(2.0, theme.accent));
    }
    if is_shown && theme.ground == theme.panel {
        ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect.shrink(1.0), corners, Stroke::new(2.0, theme.accent), egui::StrokeKind::Inside);
    }
    ui.painter().galley(egui::pos2(rect.left() + before, rect.center().y - galley.size().y / 2.0), galley, theme.text);
    let told = if is_changed == Some(true) { context.texts.with("tab-changed", &[("name", name.into())]) } else { name.to_owned() };
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_shown, &told));
    response
}

fn language_switch(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    let languages = [
        Segment { value: Language::German, text: "DE", icon: None, tooltip: context.texts.get("language-german") },
        Segment { value: Language::English, text: "EN", icon: None, tooltip: context.texts.get("language-english") },
    ];
    if let Some(language) = segmented(ui, context.theme, &context.look.language, &languages, false) {
        actions.push(ShellAction::SetLook(Look { language, ..context.look }));
    }
}

fn theme_menu(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    let label = context.texts.get("theme-title");
    let button = IconButton::new(Icon::Theme, label).ui(ui, context.theme);
    egui::Popup::menu(&button).show(|ui| {
        for (theme, key) in THEMES {
            let is_current = context.look.theme == theme;
            if ui.add(Button::selectable(is_current, context.texts.get(key)).min_size(vec2(180.0, 28.0))).clicked() {
                actions.push(ShellAction::SetLook(Look { theme, ..context.look }));
            }
        }
    });
}

/// The themes with the keys of their names.
pub const THEMES: [(ThemeName, &str); 3] =
    [(ThemeName::Light, "theme-light"), (ThemeName::Dark, "theme-dark"), (ThemeName::HighContrast, "theme-high-contrast")];

fn places_ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    ui.set_height(40.0);
    ui.spacing_mut().item_spacing.x = 4.0;
    let whole = egui::Rect::from_min_size(ui.min_rect().min, vec2(ui.available_width(), 40.0));
    ui.horizontal_centered(|ui| {
        for command in [UiCommand::Save, UiCommand::Undo, UiCommand::Redo] {
            command_button(ui, context, command, actions);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for command in [UiCommand::ToggleInspector, UiCommand::ToggleDrawer, UiCommand::ToggleLeft] {
                command_button(ui, context, command, actions);
            }
        });
    });
    let is_narrow = whole.width() < NARROW;
    let id = ui.scope_id().with("places width");
    let width = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(480.0);
    let rect = egui::Rect::from_center_size(whole.center(), vec2(width, SEGMENTED_HEIGHT));
    let drawn = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), |ui| {
        places_switch(ui, context, is_narrow, actions);
    });
    let drawn = drawn.response.rect.width();
    if (drawn - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, drawn));
        ui.ctx().request_repaint();
    }
}

fn places_switch(ui: &mut Ui, context: &ShellContext<'_>, is_narrow: bool, actions: &mut Vec<ShellAction>) {
    let places = [
        (Place::Flow, UiCommand::GoFlow),
        (Place::Forms, UiCommand::GoForms),
        (Place::Play, UiCommand::GoPlay),
        (Place::Deliver, UiCommand::GoDeliver),
    ];
    let tooltips = places.map(|(_, command)| command.tooltip(context.texts));
    let segments: Vec<Segment<'_, Place>> = places
        .iter()
        .zip(&tooltips)
        .map(|((place, command), tooltip)| Segment { value: *place, text: command.text(context.texts), icon: command.icon(), tooltip })
        .collect();
    if let Some(place) = segmented(ui, context.theme, &context.place, &segments, is_narrow) {
        actions.push(ShellAction::Go(place));
    }
}

fn command_button(ui: &mut Ui, context: &ShellContext<'_>, command: UiCommand, actions: &mut Vec<ShellAction>) {
    let Some(icon) = command.icon() else { return };
    let tooltip = command.tooltip(context.texts);
    let mut button = IconButton::new(icon, command.text(context.texts)).tooltip(&tooltip).enabled(context.enabled.contains(&command));
    if matches!(command, UiCommand::ToggleInspector | UiCommand::ToggleDrawer | UiCommand::ToggleLeft) {
        button = button.selected(context.switched_on.contains(&command) && context.enabled.contains(&command));
    }
    if button.ui(ui, context.theme).clicked() {
        actions.push(ShellAction::Run(command));
    }
}
