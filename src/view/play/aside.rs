//! The right column: the element that is selected on the picture, what happened, the values now, and the letters that were written.

use super::case::Case;
use super::{PlayState, Wish, deeds, journal, letters, values};
use crate::model::{Hidden, Subject};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, Segment, card, segmented, semibold};
use egui::{AtomExt, Button, Label, Response, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

/// Which of the three is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    Journal,
    Values,
    Letters,
}

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    ui.add_space(8.0);
    if let Some((case, subject)) = state.case().zip(state.selection.primary) {
        selected_ui(ui, context, state, (case, subject), wishes);
        ui.add_space(8.0);
    }
    let tabs = [(Tab::Journal, "play-journal"), (Tab::Values, "play-values"), (Tab::Letters, "play-letters")];
    if let Some(tab) = segmented(ui, context.theme, &state.aside, &tabs.map(|(tab, key)| Segment::word(tab, texts.get(key))), false) {
        state.aside = tab;
    }
    ui.add_space(8.0);
    let PlayState { cases, shown, aside, open_values, shows_all, .. } = state;
    let Some(case) = cases.get(*shown) else {
        ui.label(RichText::new(texts.get("play-nothing-yet")).color(context.theme.text_soft));
        return;
    };
    if *aside == Tab::Journal && context.hides.contains(&Hidden::Journal) {
        ui.add(Label::new(RichText::new(texts.get("teach-is-hidden")).color(context.theme.text_soft)).wrap());
        return;
    }
    let is_at_end = case.line.position() == case.line.len();
    let area = ScrollArea::vertical().id_salt(("play-aside", *aside as u8)).auto_shrink(false);
    area.stick_to_bottom(*aside == Tab::Journal && is_at_end).show(ui, |ui| match aside {
        Tab::Journal => journal::ui(ui, context, case, shows_all, wishes),
        Tab::Values => values::ui(ui, context, case, open_values),
        Tab::Letters => letters::list_ui(ui, context, case, wishes),
    });
}

/// What there is to say of the selected element, and what can be done there.
fn selected_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, (case, subject): (&Case, Subject), wishes: &mut Vec<Wish>) {
    let (texts, theme) = (context.texts, context.theme);
    let name = match subject {
        Subject::Flow(flow) => texts.way(case.document(), flow),
        subject => texts.name_of(case.document(), subject),
    };
    let room = (ui.available_height() * 0.5).max(120.0);
    // Margins and line of the card are not its own: else the column would grow with each frame.
    let width = ui.available_width() - 2.0 * 17.0;
    card(ui, theme, |ui| {
        ui.set_width(width);
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(width - 36.0, 0.0), |ui| {
                ui.set_width(width - 36.0);
                ui.add(Label::new(semibold(&name, 14.0)).wrap());
            });
            if IconButton::new(Icon::Close, texts.get("play-deselect")).tiny().ui(ui, theme).clicked() {
                wishes.push(Wish::Select(crate::view::Selection::default()));
            }
        });
        ScrollArea::vertical().id_salt("play-selected").max_height(room).show(ui, |ui| {
            for sentence in deeds::told(context, case, subject) {
                ui.add(Label::new(sentence).wrap());
            }
            for deed in deeds::deeds(context, state, case, subject) {
                if deed_ui(ui, &deed).clicked() {
                    wishes.push(deed.wish);
                }
            }
        });
    });
}

/// A deed with its icon; a long word takes several lines, so that it does not widen the column.
fn deed_ui(ui: &mut Ui, deed: &deeds::Deed) -> Response {
    let word = RichText::new(&deed.word).atom_shrink(true);
    let button = Button::new((deed.icon.text(18.0), word)).wrap().frame_when_inactive(false).min_size(vec2(0.0, 32.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &deed.word));
    response
}
