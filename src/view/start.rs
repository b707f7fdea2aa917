//! The start page: a new procedure, files that were open lately, and the samples with their pictures.

use super::icons::Icon;
use super::shell::{RecentFile, SampleCard, ShellAction, ShellContext};
use super::thumbnail;
use super::ui_command::UiCommand;
use super::widgets::{IconButton, card_frame, icon_text_button, primary_button, semibold, semibold_font};
use egui::{Align, FontId, Frame, Layout, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Greatest width of the page, in points.
const PAGE_WIDTH: f32 = 960.0;
/// Size of a sample's card, in points.
const SAMPLE_WIDTH: f32 = 228.0;
const SAMPLE_HEIGHT: f32 = 204.0;
/// Height of a recent file's row, in points.
const RECENT_HEIGHT: f32 = 48.0;

/// Draws the page.
pub fn ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 48.0).min(PAGE_WIDTH);
        let indent = ((ui.available_width() - width) / 2.0).floor();
        let top = if ui.available_height() > 560.0 { 48.0 } else { 16.0 };
        ui.horizontal_top(|ui| {
            ui.add_space(indent);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(top);
                page_ui(ui, context, actions);
                ui.add_space(32.0);
            });
        });
    });
}

fn page_ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    let texts = context.texts;
    ui.label(semibold(texts.get("start-heading"), 28.0));
    ui.label(RichText::new(texts.get("start-sentence")).size(16.0).color(context.theme.text_soft));
    ui.add_space(16.0);
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, context.theme, texts.get("start-new")).clicked() {
            actions.push(ShellAction::Run(UiCommand::New));
        }
        if icon_text_button(ui, Icon::Open, texts.get("start-open")).clicked() {
            actions.push(ShellAction::Run(UiCommand::Open));
        }
        if icon_text_button(ui, Icon::Import, texts.get("command-import")).clicked() {
            actions.push(ShellAction::Run(UiCommand::Import));
        }
        if icon_text_button(ui, Icon::Play, texts.get("command-tour")).clicked() {
            actions.push(ShellAction::Run(UiCommand::Tour));
        }
    });
    ui.add_space(24.0);
    heading(ui, texts.get("start-recent"));
    recent_ui(ui, context, actions);
    if !context.samples.is_empty() {
        ui.add_space(24.0);
        heading(ui, texts.get("start-samples"));
        ui.label(RichText::new(texts.get("start-samples-sentence")).color(context.theme.text_soft));
        ui.add_space(4.0);
        samples_ui(ui, context, actions);
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let response = ui.label(semibold(text, 16.0));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        // The value of a text is its name, that of a heading is not.
        node.set_label(text);
    });
}

fn recent_ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    if context.recent.is_empty() {
        ui.label(RichText::new(context.texts.get("start-recent-empty")).color(context.theme.text_soft));
        return;
    }
    let frame = Frame::new().fill(context.theme.paper).stroke(Stroke::new(1.0, context.theme.line)).corner_radius(8).inner_margin(4);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for file in context.recent {
            recent_row_ui(ui, context, file, actions);
        }
    });
}

fn recent_row_ui(ui: &mut Ui, context: &ShellContext<'_>, file: &RecentFile, actions: &mut Vec<ShellAction>) {
    let theme = context.theme;
    let name = file.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = file.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), RECENT_HEIGHT), Sense::click());
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 4, theme.accent_soft);
    }
    let told = if file.is_missing { context.texts.with("recent-missing-name", &[("name", (&name).into())]) } else { name.clone() };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    let colour = if file.is_missing { theme.text_faint } else { theme.text };
    let second = if file.is_missing { context.texts.get("recent-missing") } else { &folder };
    let (icon, icon_colour) = if file.is_missing { (Icon::Warning, theme.warning) } else { (Icon::Flow, theme.text_soft) };
    let painter = ui.painter_at(rect.shrink2(vec2(40.0, 0.0)).translate(vec2(4.0, 0.0)));
    ui.painter().text(rect.left_center() + vec2(20.0, 0.0), egui::Align2::CENTER_CENTER, icon.glyph(), Icon::font(20.0), icon_colour);
    painter.text(rect.left_top() + vec2(44.0, 5.0), egui::Align2::LEFT_TOP, &name, FontId::proportional(14.0), colour);
    painter.text(rect.left_bottom() + vec2(44.0, -5.0), egui::Align2::LEFT_BOTTOM, second, FontId::proportional(12.0), theme.text_soft);
    let place = Rect::from_center_size(rect.right_center() - vec2(20.0, 0.0), vec2(28.0, 28.0));
    let label = context.texts.with("recent-forget", &[("name", (&name).into())]);
    let mut corner = ui.new_child(egui::UiBuilder::new().max_rect(place));
    if IconButton::new(Icon::Close, &label).small().ui(&mut corner, theme).clicked() {
        actions.push(ShellAction::ForgetRecent(file.path.clone()));
    } else if response.on_hover_text(file.path.display().to_string()).clicked() {
        actions.push(ShellAction::OpenFile(file.path.clone()));
    }
}

fn samples_ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) {
    ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 16.0);
        for (number, sample) in context.samples.iter().enumerate() {
            if sample_ui(ui, context, sample) {
                actions.push(ShellAction::OpenSample(number));
            }
        }
    });
}

fn sample_ui(ui: &mut Ui, context: &ShellContext<'_>, sample: &SampleCard) -> bool {
    let theme = context.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(SAMPLE_WIDTH, SAMPLE_HEIGHT), Sense::click());
    let is_lit = response.hovered() || response.has_focus();
    let frame = card_frame(theme).stroke(Stroke::new(if is_lit { 2.0 } else { 1.0 }, if is_lit { theme.accent } else { theme.line }));
    ui.painter().add(frame.paint(rect.shrink(16.0 + frame.stroke.width)));
    let picture = Rect::from_min_size(rect.min + vec2(1.0, 1.0), vec2(SAMPLE_WIDTH - 2.0, 112.0));
    ui.painter().rect_filled(picture, egui::CornerRadius { nw: 7, ne: 7, sw: 0, se: 0 }, theme.canvas);
    thumbnail::paint(&ui.painter_at(picture), theme, picture.shrink(12.0), &sample.document);
    let text = |text: &str, font, colour, rows| {
        let mut job = egui::text::LayoutJob::single_section(text.to_owned(), egui::TextFormat::simple(font, colour));
        job.wrap = egui::text::TextWrapping { max_width: SAMPLE_WIDTH - 24.0, max_rows: rows, ..Default::default() };
        ui.painter().layout_job(job)
    };
    let title = text(&sample.name, semibold_font(14.0), theme.text, 2);
    let description = text(&sample.description, FontId::proportional(12.0), theme.text_soft, if title.rows.len() > 1 { 2 } else { 3 });
    let corner = pos2(rect.left() + 12.0, picture.bottom() + 8.0);
    let below = corner + vec2(0.0, title.size().y + 4.0);
    ui.painter().galley(corner, title, theme.text);
    ui.painter().galley(below, description, theme.text_soft);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &sample.name));
    response.on_hover_text(&sample.description).clicked()
}
