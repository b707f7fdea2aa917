//! A length of time in plain words: a number and a unit instead of an ISO 8601 text.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::i18n::Texts;
use crate::model::Duration;
use crate::view::widgets::{choice, field_row};
use egui::Ui;

/// The units that people use; working days and office hours are of a kind of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Minutes,
    Hours,
    Days,
    WorkingDays,
    OfficeHours,
    Weeks,
    Months,
    Years,
}

const UNITS: [(Unit, &str); 8] = [
    (Unit::WorkingDays, "inspector-unit-working-days"),
    (Unit::Days, "inspector-unit-days"),
    (Unit::Weeks, "inspector-unit-weeks"),
    (Unit::Months, "inspector-unit-months"),
    (Unit::Years, "inspector-unit-years"),
    (Unit::Hours, "inspector-unit-hours"),
    (Unit::Minutes, "inspector-unit-minutes"),
    (Unit::OfficeHours, "inspector-unit-office-hours"),
];

/// Number and unit of a duration of one unit; `None` for others, such as `P1DT4H`.
fn simple(duration: &Duration) -> Option<(u32, Unit)> {
    let iso = duration.iso.strip_prefix('P')?;
    let (rest, is_time) = iso.strip_prefix('T').map_or((iso, false), |rest| (rest, true));
    let (number, sign) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let number = number.parse().ok()?;
    let unit = match (sign, is_time) {
        ("D", false) if duration.in_working_days => Unit::WorkingDays,
        ("H", true) if duration.in_working_days => Unit::OfficeHours,
        _ if duration.in_working_days => return None,
        ("D", false) => Unit::Days,
        ("W", false) => Unit::Weeks,
        ("M", false) => Unit::Months,
        ("Y", false) => Unit::Years,
        ("H", true) => Unit::Hours,
        ("M", true) => Unit::Minutes,
        _ => return None,
    };
    Some((number, unit))
}

fn written(number: u32, unit: Unit) -> Duration {
    let iso = match unit {
        Unit::WorkingDays | Unit::Days => format!("P{number}D"),
        Unit::Weeks => format!("P{}D", number.saturating_mul(7)),
        Unit::Months => format!("P{number}M"),
        Unit::Years => format!("P{number}Y"),
        Unit::Hours | Unit::OfficeHours => format!("PT{number}H"),
        Unit::Minutes => format!("PT{number}M"),
    };
    Duration { iso, in_working_days: matches!(unit, Unit::WorkingDays | Unit::OfficeHours) }
}

/// A length of time as people write it: `14 Tage`.
pub(in crate::view) fn text(texts: &Texts, duration: &Duration) -> String {
    let Some((number, unit)) = simple(duration) else { return duration.iso.clone() };
    if number == 1 {
        return texts.duration(duration);
    }
    let word = UNITS.iter().find(|(other, _)| *other == unit).map_or("", |(_, key)| texts.get(key));
    format!("{number} {word}")
}

/// Reads what people write: a number and a unit or its beginning, or ISO 8601. `None` if it is neither.
pub(in crate::view) fn read(texts: &Texts, text: &str) -> Option<Duration> {
    let text = text.trim();
    if text.starts_with('P') {
        return Some(Duration { iso: text.to_owned(), in_working_days: false });
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits)?;
    let (number, unit) = (number.parse().ok()?, unit.trim().to_lowercase());
    let fits = |key: &str| !unit.is_empty() && texts.get(key).to_lowercase().starts_with(&unit);
    UNITS.iter().find(|(_, key)| fits(key)).map(|(unit, _)| written(number, *unit))
}

/// Draws number and unit side by side; a duration that has no such form, as ISO text.
pub(super) fn ui(
    ui: &mut Ui,
    pane: &mut Pane<'_, '_>,
    key: &str,
    aspect: Aspect,
    duration: &Duration,
    record: impl Fn(Duration) -> Record,
) {
    let Some((number, unit)) = simple(duration) else {
        let in_working_days = duration.in_working_days;
        pane.text(ui, key, aspect, &duration.iso, 1, |iso| record(Duration { iso, in_working_days }));
        return;
    };
    let texts = pane.context.texts;
    let label = texts.get(key);
    field_row(ui, pane.context.theme, label, |ui| {
        ui.horizontal(|ui| {
            let mut chosen = number;
            let value = ui.add(egui::DragValue::new(&mut chosen).range(1..=9999).speed(0.1));
            ui.ctx().accesskit_node_builder(value.id, |node| node.set_label(label));
            let units = UNITS.map(|(unit, key)| (unit, texts.get(key)));
            let other = choice(ui, (pane.subject, key), texts.get("inspector-unit"), &unit, &units);
            if chosen != number || other.is_some() {
                pane.put(record(written(chosen, other.unwrap_or(unit))));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::{Unit, read, simple, text, written};
    use crate::i18n::{Language, Texts};
    use crate::model::Duration;

    #[test]
    fn people_write_a_number_and_a_unit() {
        let texts = Texts::new(Language::German);
        for (typed, iso, in_working_days, shown) in [
            ("14 Tage", "P14D", false, "14 Tage"),
            ("1 tag", "P1D", false, "1 Tag"),
            (" 10 Arbeitstage ", "P10D", true, "10 Arbeitstage"),
            ("2 Wochen", "P14D", false, "14 Tage"),
            ("3mon", "P3M", false, "3 Monate"),
            ("4 Stunden", "PT4H", false, "4 Stunden"),
            ("3 Arbeitsstunden", "PT3H", true, "3 Arbeitsstunden"),
            ("P1DT4H", "P1DT4H", false, "P1DT4H"),
        ] {
            let found = read(&texts, typed);
            assert_eq!(found, Some(Duration { iso: iso.into(), in_working_days }), "{typed}");
            assert_eq!(text(&texts, &found.unwrap()), shown);
        }
        for typed in ["", "14", "Tage", "bald", "14 Ewigkeiten", "99999999999 Tage"] {
            assert_eq!(read(&texts, typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for unit in [Unit::WorkingDays, Unit::Days, Unit::Months, Unit::Years, Unit::Hours, Unit::OfficeHours, Unit::Minutes] {
            assert_eq!(simple(&written(14, unit)), Some((14, unit)));
        }
        assert_eq!(written(2, Unit::Weeks).iso, "P14D");
    }

    #[test]
    fn mixed_and_damaged_durations_stay_text() {
        for iso in ["P1DT4H", "", "P", "PT", "P-3D", "PxD", "14", "PTÄ"] {
            assert_eq!(simple(&Duration { iso: iso.to_owned(), in_working_days: false }), None, "{iso}");
        }
    }
}
