//! The form on its paper, changed by hand: a click selects, dragging moves, the right edge is pulled to a width.

use super::deeds::Desk;
use super::drag;
use super::fill::Drawing;
use super::frame::Frame;
use super::preview::{now, paper_width};
use super::{FormsState, Look, palette, plan_for};
use crate::form::{ElementState, Filling, Inside, PageState};
use crate::model::{Form, FormElementId, PageKind, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{link_button, semibold_font};
use crate::view::{Action, Selection, ViewContext};
use egui::{Label, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

/// Below this width the ground round the paper is slim, in points.
const NARROW: f32 = 480.0;

/// Draws one page of the form, or one of the form that it shows.
pub fn ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let owner = owner_of(desk, desk.page);
    renew_specimen(desk.context, state, owner);
    let Some(specimen) = state.specimen.take() else { return };
    let ground = UiBuilder::new().id_salt("ground").sense(Sense::click());
    let answer = ui.scope_builder(ground, |ui| {
        ScrollArea::vertical().id_salt(("design", desk.page)).auto_shrink(false).show(ui, |ui| {
            centred(ui, paper_width(desk.screen), |ui| match specimen.pages().iter().find(|candidate| candidate.id == desk.page) {
                Some(page) if owner.id == desk.form.id => paper_ui(ui, desk, state, &specimen, page, actions),
                Some(page) => foreign_ui(ui, desk, &specimen, page, owner, actions),
                None => {}
            });
        });
    });
    if answer.response.clicked() {
        actions.push(Action::Select(Selection::only(Subject::Form(desk.form.id))));
    }
    state.specimen = Some(specimen);
}

/// The form to which a page belongs: the one on the desk, or one that it shows.
fn owner_of<'a>(desk: &Desk<'a, '_>, page: FormElementId) -> &'a Form {
    let document: &'a crate::model::Document = desk.context.document;
    let shown = document.shown_forms(desk.form.id).into_iter().filter_map(|form| document.forms.get(form));
    shown.into_iter().find(|form| form.pages.iter().any(|own| own.id == page)).unwrap_or(desk.form)
}

/// Draws something in the middle, at most that wide.
pub fn centred(ui: &mut Ui, greatest: f32, content: impl FnOnce(&mut Ui)) {
    let air = if ui.available_width() < NARROW { 16.0 } else { 48.0 };
    let width = (ui.available_width() - air).min(greatest).max(0.0);
    let left = ui.cursor().left() + (ui.available_width() - width).max(0.0) / 2.0;
    let place = Rect::from_min_size(pos2(left, ui.cursor().top() + 24.0), vec2(width, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.set_width(width);
        content(ui);
        ui.add_space(32.0);
    });
}

/// Makes the specimen anew where the form has changed.
fn renew_specimen(context: &ViewContext<'_>, state: &mut FormsState, form: &Form) {
    let at_hand = state.specimen.as_ref().map(Filling::plan);
    if at_hand.is_some_and(|plan| plan.form == form.id && plan.is_current(context.document)) {
        return;
    }
    state.specimen = plan_for(context, form.id, None).zip(now(context)).map(|(plan, now)| {
        let mut specimen = Filling::new(plan, crate::expr::Context::default(), now);
        while let Some(empty) = specimen.pages().iter().flat_map(|page| &page.elements).find_map(empty_repeat) {
            if !specimen.add_entry(&empty) {
                break;
            }
        }
        specimen
    });
}

/// A repeatable group without entries that takes one.
fn empty_repeat(element: &ElementState) -> Option<crate::form::Place> {
    match &element.inside {
        Inside::Repeat(repeat) if repeat.entries.is_empty() => repeat.can_add().then(|| element.place.clone()),
        Inside::Repeat(repeat) => repeat.entries.iter().flat_map(|entry| &entry.elements).find_map(empty_repeat),
        Inside::Group { elements, .. } => elements.iter().find_map(empty_repeat),
        _ => None,
    }
}

fn paper_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, specimen: &Filling, page: &PageState, actions: &mut Vec<Action>) {
    let (look, form) = (Look::of(desk.context), desk.form);
    let mut spots = Vec::new();
    state.spots.clear();
    let paper = look.paper(ui).show(ui, |ui| {
        look.kern.dress(ui);
        ui.set_width(ui.available_width());
        look.title_ui(ui, &form.name, look.sizes().title);
        if !form.description.is_empty() && form.pages.first().is_some_and(|first| first.id == page.id) {
            look.soft_ui(ui, &form.description);
        }
        if form.pages.len() > 1 && !page.title.is_empty() {
            ui.add_space(8.0);
            look.title_ui(ui, &page.title, look.sizes().page);
        }
        ui.add_space(16.0);
        if page.kind == PageKind::Summary {
            note_ui(ui, look, Icon::Tests, look.text("forms-summary-stands-here"));
        }
        if page.elements.is_empty() && page.kind == PageKind::Questions {
            empty_ui(ui, desk, state, actions);
        }
        let frame = Frame::new(desk);
        let mut after = |ui: &mut Ui, element: &ElementState| spots.push(frame.ui(ui, element, state, actions));
        Drawing::still(look, page.id, specimen.today(), &mut after).on(desk.screen).elements_ui(ui, &page.elements);
    });
    drag::ui(ui, desk, state, &spots, paper.response.rect, actions);
}

/// A page of the form that this one shows: to read, with the way to where it is changed.
fn foreign_ui(ui: &mut Ui, desk: &Desk<'_, '_>, specimen: &Filling, page: &PageState, owner: &Form, actions: &mut Vec<Action>) {
    let look = Look::of(desk.context);
    look.paper(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let sentence = look.texts.with("forms-shown-page", &[("form", owner.name.as_str().into())]);
        note_ui(ui, look, Icon::Form, &sentence);
        let text = look.texts.with("forms-to-form", &[("form", owner.name.as_str().into())]);
        if link_button(ui, look.theme, &text).clicked() {
            actions.push(Action::Select(Selection::only(Subject::FormElement(owner.id, page.id))));
        }
        ui.add_space(12.0);
        ui.scope(|ui| {
            ui.multiply_opacity(0.55);
            look.title_ui(ui, &page.title, look.sizes().page);
            ui.add_space(12.0);
            let mut after = |_: &mut Ui, _: &ElementState| {};
            Drawing::still(look, page.id, specimen.today(), &mut after).on(desk.screen).elements_ui(ui, &page.elements);
        });
    });
}

/// A sentence about the page on a soft ground.
fn note_ui(ui: &mut Ui, look: Look<'_>, icon: Icon, sentence: &str) {
    egui::Frame::new().fill(look.theme.ground).corner_radius(4).inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.add(Label::new(icon.text(20.0).color(look.theme.text_soft)).selectable(false));
            look.soft_ui(ui, sentence);
        });
    });
    ui.add_space(12.0);
}

fn empty_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let look = Look::of(desk.context);
    ui.vertical_centered(|ui| {
        ui.add_space(32.0);
        ui.add(Label::new(Icon::Form.text(32.0).color(look.theme.text_faint)).selectable(false));
        look.soft_ui(ui, look.text("forms-empty-page"));
        ui.add_space(8.0);
        ui.push_id("empty page", |ui| palette::button_ui(ui, desk, state, (false, false), actions));
        ui.add_space(32.0);
    });
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 48;
    if text.chars().count() <= LONGEST { text.to_owned() } else { text.chars().take(LONGEST - 1).chain(['…']).collect() }
}

/// The name of what is dragged, beside the pointer.
pub fn ghost_ui(ui: &Ui, context: &ViewContext<'_>, at: egui::Pos2, name: &str) {
    let theme = context.theme;
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("form ghost")));
    let galley = painter.layout_no_wrap(shortened(name), semibold_font(14.0), theme.text);
    let place = Rect::from_min_size(at + vec2(14.0, 10.0), galley.size() + vec2(20.0, 12.0));
    painter.rect(place, 4, theme.paper, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
    painter.galley(place.min + vec2(10.0, 6.0), galley, theme.text);
}
