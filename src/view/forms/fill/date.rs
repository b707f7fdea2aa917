//! A date: typed, or picked from a small calendar.

use super::super::look::Look;
use super::Drawing;
use super::input::{Input, text_ui};
use crate::expr::Date;
use crate::form::format;
use crate::model::FieldKind;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, semibold};
use egui::{Align, Button, Id, Layout, Popup, PopupCloseBehavior, Ui, vec2};

const MONTHS: [&str; 12] = [
    "fill-month-1",
    "fill-month-2",
    "fill-month-3",
    "fill-month-4",
    "fill-month-5",
    "fill-month-6",
    "fill-month-7",
    "fill-month-8",
    "fill-month-9",
    "fill-month-10",
    "fill-month-11",
    "fill-month-12",
];

const WEEKDAYS: [&str; 7] =
    ["fill-monday", "fill-tuesday", "fill-wednesday", "fill-thursday", "fill-friday", "fill-saturday", "fill-sunday"];

/// Side of a day in the calendar, in points.
const DAY: f32 = 32.0;

/// Draws the input with the button for the calendar.
pub fn date_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let layout = if drawing.look.is_rtl { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let label = drawing.look.texts.with("fill-calendar", &[("field", input.label.into())]);
        let button = IconButton::new(Icon::Calendar, &label).ui(ui, drawing.look.theme);
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).accessible_name(label.clone());
        let chosen = popup.show(|ui| {
            let chosen = calendar_ui(ui, drawing.look, input.id(), begin(drawing, input));
            if chosen.is_some() {
                ui.close();
            }
            chosen
        });
        if let Some(day) = chosen.and_then(|shown| shown.inner) {
            input.put(drawing, format::date(day));
        }
        text_ui(drawing, ui, input, FieldKind::Date);
    });
}

/// The day at which the calendar opens: the one that is typed, else today.
fn begin(drawing: &Drawing<'_>, input: &Input<'_>) -> Date {
    let typed = crate::form::read(FieldKind::Date, &[], input.text(), drawing.today()).ok();
    match typed {
        Some(crate::expr::Value::Date(day)) => day,
        _ => drawing.today(),
    }
}

/// A month to leaf through; answers with the day that was picked.
fn calendar_ui(ui: &mut Ui, look: Look<'_>, id: Id, begin: Date) -> Option<Date> {
    let id = id.with("month");
    let mut first = ui.data(|data| data.get_temp::<Date>(id)).unwrap_or(begin);
    ui.horizontal(|ui| {
        let step = |months: i64| Date::new(i64::from(first.year()), i64::from(first.month()), 1)?.plus_months(months);
        let back = IconButton::new(Icon::Left, look.text("fill-month-back")).small().ui(ui, look.theme).clicked();
        let name = format!("{} {}", look.text(MONTHS.get(usize::from(first.month()) - 1).copied().unwrap_or_default()), first.year());
        ui.allocate_ui_with_layout(vec2(DAY * 7.0 - 64.0, 28.0), Layout::centered_and_justified(egui::Direction::LeftToRight), |ui| {
            ui.label(semibold(&name, 14.0));
        });
        let next = IconButton::new(Icon::Right, look.text("fill-month-next")).small().ui(ui, look.theme).clicked();
        let leafed = match (back, next) {
            (true, _) => step(-1),
            (_, true) => step(1),
            _ => None,
        };
        if let Some(leafed) = leafed {
            first = leafed;
            ui.data_mut(|data| data.insert_temp(id, leafed));
        }
    });
    let picked = days_ui(ui, look, first, begin);
    if picked.is_some() {
        ui.data_mut(|data| data.remove::<Date>(id));
    }
    picked
}

fn days_ui(ui: &mut Ui, look: Look<'_>, month: Date, marked: Date) -> Option<Date> {
    let first = Date::new(i64::from(month.year()), i64::from(month.month()), 1)?;
    let monday = first.days() - i64::from(first.weekday()) + 1;
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.horizontal(|ui| {
        for weekday in WEEKDAYS {
            let cell = Layout::centered_and_justified(egui::Direction::LeftToRight);
            ui.allocate_ui_with_layout(vec2(DAY, 20.0), cell, |ui| {
                ui.label(egui::RichText::new(look.text(weekday)).size(12.0).color(look.theme.text_soft))
            });
        }
    });
    let mut picked = None;
    for week in 0..6 {
        ui.horizontal(|ui| {
            for day in (0..7).filter_map(|weekday| Date::from_days(monday + week * 7 + weekday)) {
                if day.month() != first.month() {
                    ui.allocate_space(vec2(DAY, DAY));
                    continue;
                }
                let button = Button::selectable(day == marked, day.day().to_string()).min_size(vec2(DAY, DAY));
                let response = ui.add(button);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format::date(day)));
                if response.clicked() {
                    picked = Some(day);
                }
            }
        });
    }
    picked
}
