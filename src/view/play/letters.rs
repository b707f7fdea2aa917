//! Letters: a list of those that were written, and one on the stage as it would be sent.

use super::Wish;
use super::case::{Case, Chosen};
use super::desk::Row;
use super::toolbar::moment;
use crate::sim::Letter;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{semibold, warning_text};
use egui::{Align, Frame, Label, Layout, Margin, RichText, Role, Shadow, Stroke, Ui, WidgetInfo};
use jiff::civil::DateTime;

/// Width of a sheet, in points: that of A4 at the size of the text.
const WIDTH: f32 = 620.0;

/// The list.
pub(super) fn list_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, wishes: &mut Vec<Wish>) {
    let theme = context.theme;
    if case.seen.letters.is_empty() {
        ui.label(RichText::new(context.texts.get("play-no-letters")).color(theme.text_soft));
    }
    for (place, (at, letter)) in case.seen.letters.iter().enumerate() {
        let row = Row {
            name: letter.subject.clone(),
            aside: moment(*at),
            is_chosen: case.chosen == Some(Chosen::Letter(place)),
            sign: Some((Icon::Letter, theme.text_soft)),
        };
        if row.ui(ui, context) {
            wishes.push(Wish::Choose(Some(Chosen::Letter(place))));
        }
    }
}

/// The letter on the stage.
pub(super) fn sheet_ui(ui: &mut Ui, context: &ViewContext<'_>, at: DateTime, letter: &Letter) {
    let theme = context.theme;
    if !letter.unknown.is_empty() {
        let names = letter.unknown.join(", ");
        warning_text(ui, theme, &context.texts.with("play-letter-unknown", &[("names", (&names).into())]));
    }
    ui.vertical_centered(|ui| {
        ui.set_max_width(ui.available_width().min(WIDTH));
        let margin = if ui.available_width() < WIDTH { Margin::symmetric(20, 24) } else { Margin::symmetric(64, 56) };
        let shadow = Shadow { offset: [0, 2], blur: 12, spread: 0, color: theme.shadow };
        let paper = Frame::new().fill(theme.paper).stroke(Stroke::new(1.0, theme.line)).shadow(shadow).inner_margin(margin);
        paper.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| written_ui(ui, context, at, &Parts::of(&letter.body), &letter.subject));
        });
    });
}

fn written_ui(ui: &mut Ui, context: &ViewContext<'_>, at: DateTime, parts: &Parts<'_>, subject: &str) {
    let text = |ui: &mut Ui, text: &str| ui.add(Label::new(text).wrap());
    if let Some(sender) = parts.sender {
        ui.add(Label::new(semibold(sender, 14.0)).wrap());
        ui.add_space(24.0);
    }
    if let Some(address) = parts.address {
        text(ui, address);
        ui.add_space(24.0);
    }
    let date = at.strftime("%d.%m.%Y").to_string();
    ui.with_layout(Layout::top_down(Align::RIGHT), |ui| {
        let response = text(ui, &date);
        response
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, context.texts.with("play-letter-date", &[("date", (&date).into())])));
    });
    ui.add_space(16.0);
    ui.add(Label::new(semibold(subject, 16.0)).wrap());
    ui.add_space(16.0);
    text(ui, parts.text);
}

/// The parts of a letter's text: templates write sender and address as paragraphs before the salutation.
struct Parts<'a> {
    sender: Option<&'a str>,
    address: Option<&'a str>,
    text: &'a str,
}

impl<'a> Parts<'a> {
    fn of(body: &'a str) -> Self {
        let salutations = ["Sehr geehrte", "Guten Tag", "Liebe", "Dear "];
        let begin = salutations.iter().filter_map(|salutation| body.find(&format!("\n{salutation}")).map(|at| at + 1)).min();
        let (head, text) = body.split_at_checked(begin.unwrap_or(0)).unwrap_or(("", body));
        let mut paragraphs = head.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        match (paragraphs.next(), paragraphs.next(), paragraphs.next()) {
            (Some(only), None, _) if only.contains('\n') => Self { sender: None, address: Some(only), text },
            (Some(only), None, _) => Self { sender: Some(only), address: None, text },
            (Some(sender), Some(address), None) => Self { sender: Some(sender), address: Some(address), text },
            // Nothing stands there, or more than a letterhead: it is left as it is.
            _ => Self { sender: None, address: None, text: body },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn sender_and_address_are_found_before_the_salutation() {
        let parts = Parts::of("Amt\n\nFirma\nWeg 1, 12345 Ort\n\nSehr geehrte Damen und Herren,\n\nText.\n\nSehr geehrte Grüße");
        assert_eq!((parts.sender, parts.address), (Some("Amt"), Some("Firma\nWeg 1, 12345 Ort")));
        assert_eq!(parts.text, "Sehr geehrte Damen und Herren,\n\nText.\n\nSehr geehrte Grüße");
        let alone = Parts::of("Frau\nA. Beispiel\n\nGuten Tag,\n\nText");
        assert_eq!((alone.sender, alone.address, alone.text), (None, Some("Frau\nA. Beispiel"), "Guten Tag,\n\nText"));
        let office = Parts::of("Amt\n\nSehr geehrte Damen und Herren");
        assert_eq!((office.sender, office.address), (Some("Amt"), None));
    }

    #[test]
    fn what_has_no_head_stays_as_it_is() {
        for body in ["", "Text", "Sehr geehrte Damen und Herren,\n\nText", "a\n\nb\n\nc\n\nSehr geehrte Frau"] {
            let parts = Parts::of(body);
            assert_eq!((parts.sender, parts.address, parts.text), (None, None, body));
        }
    }
}
