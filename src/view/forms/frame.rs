//! What is drawn over an element on the paper: what is selected, marks of conditions and rules, the handle of its width.

use super::deeds::Desk;
use super::drag::Spot;
use super::naming::Naming;
use super::{FormsState, menu};
use crate::edit::{Command, Record};
use crate::form::{ElementState, Inside};
use crate::model::{ElementKind, FormElementId, FormRule, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::holder_of;
use crate::view::{Action, Selection};
use egui::{
    Align2, CursorIcon, EventFilter, FontId, Id, Label, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is drawn over the elements of a page.
pub struct Frame<'a, 'c> {
    desk: &'a Desk<'a, 'c>,
    selected: BTreeSet<FormElementId>,
    /// The rules about each element.
    rules: BTreeMap<FormElementId, Vec<&'a FormRule>>,
    /// What the selected rule is about.
    lit: BTreeSet<FormElementId>,
    /// What each element is shown under, if there is a condition.
    conditions: BTreeMap<FormElementId, &'a str>,
}

impl<'a, 'c> Frame<'a, 'c> {
    /// Over the elements of the desk's form.
    pub fn new(desk: &'a Desk<'a, 'c>) -> Self {
        let mut rules: BTreeMap<FormElementId, Vec<&FormRule>> = BTreeMap::new();
        for rule in &desk.form.rules {
            rule.targets.iter().for_each(|target| rules.entry(*target).or_default().push(rule));
        }
        let selected: BTreeSet<FormElementId> = desk.selected.iter().copied().collect();
        let lit = desk.form.rules.iter().filter(|rule| selected.contains(&rule.id)).flat_map(|rule| rule.targets.iter().copied()).collect();
        let elements = desk.form.elements().into_iter();
        let conditions = elements.map(|element| (element.id, element.visible_when.trim())).filter(|(_, when)| !when.is_empty()).collect();
        Self { desk, selected, rules, lit, conditions }
    }

    /// Draws it over an element that has just been drawn, and notes what is done to it.
    pub fn ui(&self, ui: &mut Ui, element: &ElementState, state: &mut FormsState, actions: &mut Vec<Action>) -> Spot {
        let id = element.place.element;
        let subject = Subject::FormElement(self.desk.form.id, id);
        let name = self.desk.context.texts.name_of(self.desk.context.document, subject);
        if is_empty_group(&element.inside) {
            let soft = RichText::new(self.desk.context.texts.get("forms-empty-group")).color(self.desk.context.theme.text_faint);
            ui.add(Label::new(soft).selectable(false));
        }
        let rect = ui.min_rect().expand2(vec2(8.0, 6.0));
        let response = ui.response().on_hover_cursor(CursorIcon::Grab);
        let is_selected = self.selected.contains(&id);
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &name));
        self.describe(ui, &response, id);
        self.select(ui, &response, id, actions);
        Self::focus(ui, &response, id, is_selected, state);
        menu::context_ui(ui, self.desk, &response, id, state, actions);
        self.outline_ui(ui, rect, is_selected, self.lit.contains(&id), &response);
        self.badges_ui(ui, id, rect, actions);
        if is_selected && self.selected.len() == 1 {
            self.resize_ui(ui, element, rect, actions);
        }
        if response.double_clicked() && ui.input(|input| input.modifiers.is_none()) {
            state.naming = Some(Naming::of(id));
        }
        self.naming_ui(ui, id, rect, state, actions);
        let standing = self.desk.standings.get(&id).copied();
        Spot { id, rect, standing, name, response }
    }

    /// The name while it is being typed; ended by a key, the focus stays at the element.
    fn naming_ui(&self, ui: &mut Ui, id: FormElementId, rect: Rect, state: &mut FormsState, actions: &mut Vec<Action>) {
        let Some(mut naming) = state.naming.take_if(|naming| naming.element == id) else { return };
        match naming.ui(ui, self.desk, rect, actions) {
            None => state.naming = Some(naming),
            Some(true) => state.wants_focus = Some(id),
            Some(false) => {}
        }
    }

    /// Tells the screen reader under what the element is shown.
    fn describe(&self, ui: &Ui, response: &Response, id: FormElementId) {
        if let Some(condition) = self.conditions.get(&id) {
            // Words would be made anew for every condition in every frame.
            let texts = self.desk.context.texts;
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(texts.with("forms-only-when", &[("condition", (*condition).into())]));
            });
        }
    }

    fn only_when(&self, id: FormElementId, condition: &str) -> String {
        let context = self.desk.context;
        let words = super::rules::condition_words(context, Subject::FormElement(self.desk.form.id, id), condition);
        context.texts.with("forms-only-when", &[("condition", (&words).into())])
    }

    /// The selected rule with this field or group as another one that it is about, or without it.
    fn with_target(&self, id: FormElementId) -> Option<Action> {
        let [only] = self.desk.selected[..] else { return None };
        let mut form = self.desk.form.clone();
        let element = self.desk.form.elements().into_iter().find(|element| element.id == id)?;
        matches!(element.kind, ElementKind::Field(_) | ElementKind::Group(_)).then_some(())?;
        let targets = &mut form.rules.iter_mut().find(|rule| rule.id == only)?.targets;
        match targets.iter().position(|own| *own == id) {
            Some(at) => drop(targets.remove(at)),
            None => targets.push(id),
        }
        Some(Action::ApplyQuietly(Command::Put(Record::Form(form))))
    }

    /// A click selects; with Ctrl it adds or takes away, to the selected rule if there is one; with Shift it adds all between.
    fn select(&self, ui: &Ui, response: &Response, id: FormElementId, actions: &mut Vec<Action>) {
        let subject = Subject::FormElement(self.desk.form.id, id);
        let has_come = response.gained_focus() && ui.input(|input| input.key_pressed(egui::Key::Tab));
        let starts = response.drag_started() && !self.selected.contains(&id);
        if response.clicked() {
            response.request_focus();
        }
        let modifiers = ui.input(|input| input.modifiers);
        let is_pointed = response.clicked_by(egui::PointerButton::Primary) && ui.input(|input| input.pointer.any_released());
        if let Some(action) = self.with_target(id).filter(|_| is_pointed && modifiers.command) {
            actions.push(action);
            return;
        }
        let selection = match () {
            () if is_pointed && modifiers.command => self.toggled(subject),
            () if is_pointed && modifiers.shift => self.up_to(id),
            () if response.clicked() || starts || has_come => Selection::only(subject),
            () => return,
        };
        actions.push(Action::Select(selection));
    }

    fn toggled(&self, subject: Subject) -> Selection {
        let mut selection = self.desk.context.selection.clone();
        selection.subjects.retain(|kept| matches!(kept, Subject::FormElement(_, kept) if self.desk.standings.contains_key(kept)));
        if !selection.subjects.remove(&subject) {
            selection.subjects.insert(subject);
        }
        let primary = if selection.has(subject) { Some(subject) } else { selection.subjects.last().copied() };
        if primary.is_none() { Selection::only(Subject::Form(self.desk.form.id)) } else { Selection { primary, ..selection } }
    }

    /// Everything in reading order between what was selected last and this one.
    fn up_to(&self, id: FormElementId) -> Selection {
        let order: Vec<FormElementId> = self.desk.form.elements().into_iter().map(|element| element.id).collect();
        let at = |wanted: FormElementId| order.iter().position(|other| *other == wanted);
        let from = match self.desk.context.selection.primary {
            Some(Subject::FormElement(_, primary)) => at(primary),
            _ => None,
        };
        let Some((from, to)) = from.zip(at(id)) else { return Selection::only(Subject::FormElement(self.desk.form.id, id)) };
        let between: BTreeSet<FormElementId> = order.get(from.min(to)..=from.max(to)).unwrap_or_default().iter().copied().collect();
        let chosen = super::tree::topmost(self.desk.form, &between);
        Selection::of(chosen.into_iter().map(|id| Subject::FormElement(self.desk.form.id, id)))
    }

    /// Keeps the keys that move about while an element has the focus, and takes the focus where it is wanted.
    fn focus(ui: &Ui, response: &Response, id: FormElementId, is_selected: bool, state: &mut FormsState) {
        state.spots.push(response.id);
        if state.reveals == Some(id) {
            state.reveals = None;
            response.scroll_to_me(Some(egui::Align::Center));
        }
        if is_selected && state.wants_focus == Some(id) {
            state.wants_focus = None;
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.has_focus() {
            let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
    }

    fn outline_ui(&self, ui: &Ui, rect: Rect, is_selected: bool, is_lit: bool, response: &Response) {
        let (theme, painter) = (self.desk.context.theme, ui.painter());
        if is_lit {
            painter.rect(rect, 4, theme.accent.gamma_multiply(0.08), Stroke::new(2.0, theme.success), StrokeKind::Inside);
        }
        if is_selected {
            painter.rect_stroke(rect, 4, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        } else if response.hovered() || response.has_focus() {
            painter.rect_stroke(rect, 4, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
        }
    }

    /// Marks at the upper edge: that it is shown only sometimes, and how many rules are about it.
    fn badges_ui(&self, ui: &Ui, id: FormElementId, rect: Rect, actions: &mut Vec<Action>) {
        let (theme, texts) = (self.desk.context.theme, self.desk.context.texts);
        let mut right = rect.right() - 8.0;
        let mut badge = |text: &str, key: &str| {
            let galley = ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(12.0), theme.information);
            let place = Align2::RIGHT_CENTER.anchor_size(pos2(right, rect.top() + 2.0), galley.size() + vec2(12.0, 4.0));
            right = place.left() - 4.0;
            ui.painter().rect(place, 8, theme.information_soft, Stroke::new(1.0, theme.information), StrokeKind::Inside);
            ui.painter().galley(place.min + vec2(6.0, 2.0), galley, theme.information);
            ui.interact(place, Id::unique(("form badge", key, id)), Sense::click()).on_hover_cursor(CursorIcon::PointingHand)
        };
        if let Some(condition) = self.conditions.get(&id) {
            let response = badge(texts.get("forms-sometimes"), "condition").on_hover_ui(|ui| {
                ui.label(self.only_when(id, condition));
            });
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, texts.get("forms-sometimes")));
            if response.clicked() {
                let subject = Subject::FormElement(self.desk.form.id, id);
                actions.push(Action::Reveal(subject, Some(crate::check::Aspect::VisibleWhen)));
            }
        }
        if let Some(rules) = self.rules.get(&id) {
            let text = texts.with("rules-at-field", &[("count", rules.len().into())]);
            let response = badge(&text, "rules").on_hover_ui(|ui| {
                for rule in rules {
                    ui.label(super::rules::sentence(self.desk.context, self.desk.form, rule));
                }
            });
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
            if let (true, Some(first)) = (response.clicked(), rules.first()) {
                actions.push(Action::Select(Selection::only(Subject::FormElement(self.desk.form.id, first.id))));
            }
        }
    }

    /// The handle at the right edge.
    fn resize_ui(&self, ui: &Ui, element: &ElementState, rect: Rect, actions: &mut Vec<Action>) {
        let (context, screen) = (self.desk.context, self.desk.screen);
        let id = Id::unique(("form width", element.place.element));
        let handle = Rect::from_center_size(rect.right_center(), vec2(12.0, 24.0));
        let response = ui.interact(handle, id, Sense::drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
        let theme = context.theme;
        ui.painter().rect(handle.shrink2(vec2(3.0, 2.0)), 3, theme.paper, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) else {
            if response.drag_stopped() {
                actions.push(Action::Commit);
            }
            return;
        };
        let shown = element.widths.get(screen as usize).copied().unwrap_or(12).max(1);
        let left = rect.left() + 8.0;
        let whole = (rect.width() - 16.0 + super::grid::GAP) / f32::from(shown);
        let width = ((pointer.x - left + super::grid::GAP) / whole).round().clamp(1.0, 12.0) as u8;
        let mut form = self.desk.form.clone();
        if let Some(changed) = form.element_mut(element.place.element).filter(|changed| screen.width_of(changed) != width) {
            screen.set_width(changed, width);
            actions.push(Action::Preview(holder_of(id), Command::Put(Record::Form(form))));
        }
        let label = context.texts.with("forms-columns", &[("count", usize::from(width).into())]);
        ui.painter().text(handle.right_top() + vec2(8.0, 0.0), Align2::LEFT_BOTTOM, label, FontId::proportional(12.0), theme.accent);
    }
}

fn is_empty_group(inside: &Inside) -> bool {
    match inside {
        Inside::Group { elements, .. } => elements.is_empty(),
        Inside::Repeat(repeat) => repeat.entries.iter().all(|entry| entry.elements.is_empty()),
        _ => false,
    }
}

/// A mark that a page is shown only sometimes or is no page of questions.
pub fn page_icon(page: &crate::model::Page) -> Option<Icon> {
    match page.kind {
        crate::model::PageKind::Summary => Some(Icon::Tests),
        crate::model::PageKind::Questions => (!page.visible_when.trim().is_empty()).then_some(Icon::Preview),
    }
}
