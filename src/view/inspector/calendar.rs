//! When the authority of a procedure works: its Land and its office hours.

use super::pane::Pane;
use crate::edit::Record;
use crate::model::{Land, MINUTES_OF_DAY, OfficeHours, Process, Weekday};
use crate::view::widgets::{Section, choice};
use egui::{DragValue, RichText, Ui, vec2};

/// What most offices would say: nine to five.
const USUAL: (u32, u32) = (9 * 60, 17 * 60);

/// Width of a time of day, in points.
const TIME_WIDTH: f32 = 48.0;
/// Width of all that stands beside the weekday in its row: two times, a dash, a button, the air between them.
const BESIDE_DAY: f32 = 2.0 * TIME_WIDTH + 64.0;

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, process: &Process) {
    let (theme, texts) = (pane.context.theme, pane.context.texts);
    Section::new("procedure-calendar", texts.get("inspector-calendar")).ui(ui, theme, |ui| {
        let none = (None, texts.get("inspector-land-none"));
        let lands: Vec<(Option<Land>, &str)> = std::iter::once(none).chain(Land::ALL.map(|land| (Some(land), land.name()))).collect();
        if let Some(land) = pane.choose(ui, "inspector-land", &process.land, &lands) {
            pane.put(Record::Process(Process { land, ..process.clone() }));
        }
        let soft = |text: &str| RichText::new(text).size(12.0).color(theme.text_soft);
        ui.label(soft(texts.get("inspector-land-help")));
        ui.add_space(4.0);
        ui.label(soft(texts.get("inspector-office-hours")));
        let hours = &process.office_hours;
        for (index, stretch) in hours.iter().enumerate() {
            let now = stretch_ui(ui, pane, index, *stretch);
            if now != Some(*stretch) {
                let mut hours = hours.clone();
                drop(hours.splice(index..=index, now));
                put(pane, process, hours);
            }
        }
        if hours.is_empty() {
            ui.label(texts.get("inspector-office-hours-none"));
            if pane.add_button(ui, "inspector-usual-hours") {
                let (from, to) = USUAL;
                put(pane, process, Weekday::ALL.into_iter().take(5).map(|weekday| OfficeHours { weekday, from, to }).collect());
            }
        }
        if pane.add_button(ui, "inspector-add-hours") {
            put(pane, process, hours.iter().copied().chain([following(hours.last())]).collect());
        }
    });
}

fn put(pane: &mut Pane<'_, '_>, process: &Process, office_hours: Vec<OfficeHours>) {
    pane.put(Record::Process(Process { office_hours, ..process.clone() }));
}

/// The hours that one adds most likely: those of the last row, a day later.
fn following(last: Option<&OfficeHours>) -> OfficeHours {
    let (from, to) = last.map_or(USUAL, |last| (last.from, last.to));
    let weekday = last.and_then(|last| Weekday::ALL.into_iter().find(|day| *day > last.weekday)).unwrap_or(Weekday::Monday);
    OfficeHours { weekday, from, to }
}

/// A row with weekday, beginning and end. Answers with what stands in its place now; nothing if it was taken out.
fn stretch_ui(ui: &mut Ui, pane: &Pane<'_, '_>, index: usize, stretch: OfficeHours) -> Option<OfficeHours> {
    let texts = pane.context.texts;
    let days = Weekday::ALL.map(|day| (day, texts.weekday(day)));
    let mut changed = stretch;
    let is_removed = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let chosen = ui.allocate_ui(vec2((ui.available_width() - BESIDE_DAY).max(80.0), 30.0), |ui| {
                choice(ui, (pane.subject, "weekday", index), texts.get("inspector-weekday"), &stretch.weekday, &days)
            });
            changed.weekday = chosen.inner.unwrap_or(stretch.weekday);
            time_ui(ui, texts.get("inspector-hours-from"), &mut changed.from, 0, stretch.to.saturating_sub(1));
            ui.label("–");
            time_ui(ui, texts.get("inspector-hours-to"), &mut changed.to, stretch.from.saturating_add(1), MINUTES_OF_DAY);
            pane.remove_button(ui)
        })
        .inner;
    (!is_removed).then_some(changed)
}

/// A time of day that is dragged or typed: `9`, `9:30`.
fn time_ui(ui: &mut Ui, label: &str, minute: &mut u32, first: u32, last: u32) {
    let field = DragValue::new(minute).range(first..=last).speed(1.0);
    let field = field.custom_formatter(|minute, _| clock(minute)).custom_parser(minute_of);
    let narrow = |ui: &mut Ui| {
        ui.spacing_mut().button_padding.x = 4.0;
        ui.add_sized([TIME_WIDTH, 30.0], field)
    };
    let response = ui.scope(narrow).inner;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
}

fn clock(minute: f64) -> String {
    let (hours, minutes) = ((minute / 60.0).floor(), (minute % 60.0).round());
    format!("{hours:02}:{minutes:02}")
}

/// Reads `9`, `9:30`, `9.30` as minutes of the day.
fn minute_of(text: &str) -> Option<f64> {
    let (hours, minutes) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "0"));
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 24 && minutes < 60).then(|| f64::from(hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, minute, shown) in [("9", 540.0, "09:00"), (" 9:30 ", 570.0, "09:30"), ("16.05", 965.0, "16:05"), ("24", 1440.0, "24:00")]
        {
            assert_eq!(minute_of(text), Some(minute));
            assert_eq!(clock(minute), shown);
        }
        for text in ["", "neun", "9:60", "25", "-1", "9:"] {
            assert_eq!(minute_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_row_is_added_for_the_next_day() {
        let monday = following(None);
        assert_eq!(monday, OfficeHours { weekday: Weekday::Monday, from: 540, to: 1020 });
        assert_eq!(following(Some(&monday)).weekday, Weekday::Tuesday);
        assert_eq!(following(Some(&OfficeHours { weekday: Weekday::Sunday, ..monday })).weekday, Weekday::Monday);
    }
}
