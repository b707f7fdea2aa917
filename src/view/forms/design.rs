//! The form on its paper, changed by hand: a click selects, dragging moves, the right edge is pulled to a width.

use super::drag::{self, Spot};
use super::fill::Drawing;
use super::preview::now;
use super::tree::{Standing, standings};
use super::{FormsState, Look, palette, plan_for, selected_element};
use crate::edit::{Command, Record};
use crate::form::{ElementState, Filling, Inside, PageState};
use crate::model::{Form, FormElementId, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{holder_of, semibold_font};
use crate::view::{Action, Selection, ViewContext};
use egui::{
    Align2, CursorIcon, FontId, Label, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use std::collections::BTreeMap;

/// Greatest width of the paper, in points.
const PAPER: f32 = 760.0;

/// Below this width the ground round the paper is slim, in points.
const NARROW: f32 = 480.0;

/// Draws one page of the form.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, form: &Form, page: FormElementId, actions: &mut Vec<Action>) {
    renew_specimen(context, state, form);
    let Some(specimen) = state.specimen.take() else { return };
    let ground = UiBuilder::new().id_salt("ground").sense(Sense::click());
    let answer = ui.scope_builder(ground, |ui| {
        ScrollArea::vertical().id_salt(("design", page)).auto_shrink(false).show(ui, |ui| {
            centred(ui, PAPER, |ui| {
                if let Some(page) = specimen.pages().iter().find(|candidate| candidate.id == page) {
                    paper_ui(ui, context, state, form, &specimen, page, actions);
                }
            });
        });
    });
    if answer.response.clicked() {
        actions.push(Action::Select(Selection::only(Subject::Form(form.id))));
    }
    state.specimen = Some(specimen);
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

fn paper_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &mut FormsState,
    form: &Form,
    specimen: &Filling,
    page: &PageState,
    actions: &mut Vec<Action>,
) {
    let look = Look::of(context);
    let selected = selected_element(context, form.id);
    let standings = standings(form);
    let mut spots = Vec::new();
    look.paper(ui).show(ui, |ui| {
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
        if page.elements.is_empty() {
            empty_ui(ui, context, form, page.id, actions);
        }
        let mut after = |ui: &mut Ui, element: &ElementState| {
            let frame = Frame { context, form, selected, standings: &standings };
            spots.push(frame.ui(ui, element, actions));
        };
        Drawing::still(look, page.id, specimen.today(), &mut after).elements_ui(ui, &page.elements);
    });
    drag::ui(ui, context, &mut state.drag, form, page.id, &spots, actions);
}

fn empty_ui(ui: &mut Ui, context: &ViewContext<'_>, form: &Form, page: FormElementId, actions: &mut Vec<Action>) {
    let look = Look::of(context);
    ui.vertical_centered(|ui| {
        ui.add_space(32.0);
        ui.add(Label::new(Icon::Form.text(32.0).color(look.theme.text_faint)).selectable(false));
        look.soft_ui(ui, look.text("forms-empty-page"));
        ui.add_space(8.0);
        ui.push_id("empty page", |ui| palette::button_ui(ui, context, form, page, false, actions));
        ui.add_space(32.0);
    });
}

/// What is drawn over an element that is shown for designing.
struct Frame<'a, 'c> {
    context: &'a ViewContext<'c>,
    form: &'a Form,
    selected: Option<FormElementId>,
    standings: &'a BTreeMap<FormElementId, Standing>,
}

impl Frame<'_, '_> {
    fn ui(&self, ui: &mut Ui, element: &ElementState, actions: &mut Vec<Action>) -> Spot {
        let id = element.place.element;
        let subject = Subject::FormElement(self.form.id, id);
        let name = self.context.texts.name_of(self.context.document, subject);
        if matches!(&element.inside, Inside::Group { elements, .. } if elements.is_empty())
            || matches!(&element.inside, Inside::Repeat(repeat) if repeat.entries.iter().all(|entry| entry.elements.is_empty()))
        {
            let soft = RichText::new(self.context.texts.get("forms-empty-group")).color(self.context.theme.text_faint);
            ui.add(Label::new(soft).selectable(false));
        }
        let rect = ui.min_rect().expand2(vec2(8.0, 6.0));
        let response = ui.response().on_hover_cursor(CursorIcon::Grab);
        let is_selected = self.selected == Some(id);
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &name));
        if response.clicked() || response.drag_started() {
            actions.push(Action::Select(Selection::only(subject)));
        }
        self.marks_ui(ui, element, rect, is_selected, &response);
        if is_selected {
            self.resize_ui(ui, element, rect, actions);
        }
        let standing = self.standings.get(&id).copied();
        Spot { id, rect, standing, name, response }
    }

    fn marks_ui(&self, ui: &Ui, element: &ElementState, rect: Rect, is_selected: bool, response: &Response) {
        let (theme, painter) = (self.context.theme, ui.painter());
        if is_selected {
            painter.rect_stroke(rect, 4, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        } else if response.hovered() {
            painter.rect_stroke(rect, 4, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
        }
        let condition = self.condition_of(element.place.element);
        if let Some(condition) = condition {
            let badge = self.context.texts.with("forms-only-when", &[("condition", condition.into())]);
            let galley = painter.layout_no_wrap(shortened(&badge), FontId::proportional(12.0), theme.information);
            let place = Align2::RIGHT_CENTER.anchor_size(pos2(rect.right() - 8.0, rect.top()), galley.size()).expand2(vec2(6.0, 2.0));
            painter.rect(place, 8, theme.information_soft, Stroke::new(1.0, theme.information), StrokeKind::Inside);
            painter.galley(place.min + vec2(6.0, 2.0), galley, theme.information);
        }
    }

    fn condition_of(&self, id: FormElementId) -> Option<&str> {
        let element = self.form.elements().into_iter().find(|element| element.id == id)?;
        Some(element.visible_when.trim()).filter(|condition| !condition.is_empty())
    }

    /// The handle at the right edge.
    fn resize_ui(&self, ui: &Ui, element: &ElementState, rect: Rect, actions: &mut Vec<Action>) {
        let id = egui::Id::unique(("form width", element.place.element));
        let handle = Rect::from_center_size(rect.right_center(), vec2(12.0, 24.0));
        let response = ui.interact(handle, id, Sense::drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
        let theme = self.context.theme;
        ui.painter().rect(handle.shrink2(vec2(3.0, 2.0)), 3, theme.paper, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) else {
            if response.drag_stopped() {
                actions.push(Action::Commit);
            }
            return;
        };
        let left = rect.left() + 8.0;
        let whole = (rect.width() - 16.0 + super::grid::GAP) / f32::from(element.widths[0]);
        let width = ((pointer.x - left + super::grid::GAP) / whole).round().clamp(1.0, 12.0) as u8;
        let mut form = self.form.clone();
        if let Some(changed) = form.element_mut(element.place.element).filter(|changed| changed.width != width) {
            changed.width = width;
            actions.push(Action::Preview(holder_of(id), Command::Put(Record::Form(form))));
        }
        let label = self.context.texts.with("forms-columns", &[("count", usize::from(width).into())]);
        ui.painter().text(handle.right_top() + vec2(8.0, 0.0), Align2::LEFT_BOTTOM, label, FontId::proportional(12.0), theme.accent);
    }
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
