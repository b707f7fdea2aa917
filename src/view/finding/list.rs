//! A field to type into and what was found below it: arrows choose, Enter takes, Escape leaves.

use super::Searchable;
use crate::i18n::Texts;
use crate::view::canvas::{NewElement, element_sign};
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use crate::view::widgets::rows_ui;
use egui::accesskit::Live;
use egui::{Align2, FontId, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

/// Height of a row, in points.
const ROW: f32 = 30.0;
/// How many rows a page has.
const PAGE: isize = 8;

/// What stands before a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Sign {
    /// An icon.
    Icon(Icon),
    /// The sign of an element of the canvas.
    Element(NewElement),
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What stands before it.
    pub sign: Sign,
    /// What it is called.
    pub name: String,
    /// Kind and place, in pale letters.
    pub about: String,
    /// Its keys, or empty.
    pub shortcut: String,
}

impl Row {
    /// Everything by which it is found.
    pub fn text(&self) -> String {
        format!("{} {}", self.name, self.about)
    }
}

/// How choosing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It goes on.
    NotYet,
    /// This row was taken, by its number.
    Taken(usize),
    /// Nothing was taken.
    Left,
}

/// What was typed and which hit is chosen.
#[derive(Default)]
pub struct Finder {
    query: String,
    hits: Vec<usize>,
    chosen: usize,
    has_begun: bool,
    scrolls: bool,
}

impl Finder {
    /// The number of the row that Enter would take.
    pub fn chosen(&self) -> Option<usize> {
        self.hits.get(self.chosen).copied()
    }

    /// Draws field and list in all the width there is; `label` says what is looked for. Searches only when the text has changed.
    pub fn ui(&mut self, ui: &mut Ui, (theme, texts): (&Theme, &Texts), label: &str, rows: &[Row], search: &mut Searchable) -> Found {
        let id = ui.scope_id().with("finder");
        let keys = self.keys(ui);
        self.field_ui(ui, id, label, search);
        let (height, mut taken) = (ui.available_height() - 24.0, None);
        let area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.scroll(ui);
            let hits = std::mem::take(&mut self.hits);
            rows_ui(ui, ROW, hits.len(), |ui, place| {
                if let Some(number) = hits.get(place).copied().filter(|number| *number < rows.len()) {
                    let is_taken = self.row_ui(ui, (theme, id), &rows[number], place);
                    taken = taken.or(is_taken.then_some(number));
                }
            });
            self.hits = hits;
        });
        self.count_ui(ui, theme, texts);
        match (taken, keys) {
            (Some(number), _) => Found::Taken(number),
            (None, Found::Taken(_)) => self.chosen().map_or(Found::NotYet, Found::Taken),
            (None, other) => other,
        }
    }

    /// What the keys say; those that choose are not heard by the field.
    fn keys(&mut self, ui: &Ui) -> Found {
        ui.input_mut(|input| {
            // Several presses of a key may come in one frame.
            let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key).cast_signed();
            for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE), (Key::Tab, 1)] {
                let times = pressed(key);
                if times > 0 {
                    self.chosen = self.chosen.saturating_add_signed(by * times).min(self.hits.len().saturating_sub(1));
                    self.scrolls = true;
                }
            }
            if pressed(Key::Enter) > 0 {
                return Found::Taken(0);
            }
            if input.key_pressed(Key::Escape) { Found::Left } else { Found::NotYet }
        })
    }

    fn field_ui(&mut self, ui: &mut Ui, id: Id, label: &str, search: &mut Searchable) {
        let edit = TextEdit::singleline(&mut self.query).id(id).hint_text(label).desired_width(f32::INFINITY).lock_focus(true);
        let response = ui.add(edit);
        let row = self.hits.get(self.chosen).map(|_| row_id(id, self.chosen));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(label);
            if let Some(row) = row {
                node.set_active_descendant(row.accesskit_id());
            }
        });
        if response.changed() || !self.has_begun {
            self.hits = search.find(&self.query);
            (self.chosen, self.scrolls) = (0, true);
        }
        if !self.has_begun {
            self.has_begun = true;
            response.request_focus();
        }
    }

    /// Keeps the chosen row in view after it was chosen by key.
    fn scroll(&mut self, ui: &Ui) {
        if std::mem::take(&mut self.scrolls) {
            let top = ui.cursor().top() + self.chosen as f32 * ROW;
            let rect = Rect::from_min_size(pos2(ui.cursor().left(), top), vec2(1.0, ROW));
            ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, (theme, list): (&Theme, Id), row: &Row, place: usize) -> bool {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, row_id(list, place), Sense::CLICK);
        let has_moved = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
        if response.hovered() && has_moved {
            self.chosen = place;
        }
        let is_chosen = self.chosen == place;
        if is_chosen {
            ui.painter().rect_filled(rect, 4.0, theme.accent_soft);
        }
        paint(ui, theme, rect, row);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &row.name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(format!("{} {}", row.about, row.shortcut)));
        response.clicked()
    }

    /// How many were found, also for the screen reader.
    fn count_ui(&self, ui: &mut Ui, theme: &Theme, texts: &Texts) {
        let count = texts.with("finding-count", &[("count", self.hits.len().into())]);
        let response = ui.label(egui::RichText::new(&count).size(12.0).color(theme.text_soft));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Status);
            node.set_label(count.as_str());
            node.set_live(Live::Polite);
        });
    }
}

fn row_id(list: Id, place: usize) -> Id {
    list.with(("row", place))
}

/// Sign and name at the left; keys and what it is at the right, as far as there is room.
fn paint(ui: &Ui, theme: &Theme, rect: Rect, row: &Row) {
    let painter = ui.painter();
    let place = Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), vec2(20.0, 18.0));
    match &row.sign {
        Sign::Icon(icon) => {
            painter.text(place.center(), Align2::CENTER_CENTER, icon.glyph(), Icon::font(18.0), theme.text);
        }
        Sign::Element(element) => element_sign(ui, place, element, theme),
    }
    let line = |text: &str, size: f32, colour, width: f32| {
        let mut job = egui::text::LayoutJob::simple_singleline(text.replace('\n', " "), FontId::proportional(size), colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
        painter.layout_job(job)
    };
    let mut right = rect.right() - 8.0;
    let room = rect.width() - 48.0;
    let put = |galley: std::sync::Arc<egui::Galley>, left: f32| {
        painter.galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, theme.text);
    };
    for (text, share) in [(&row.shortcut, 0.4), (&row.about, 0.45)] {
        if !text.is_empty() {
            let galley = line(text, 12.0, theme.text_soft, room * share);
            right -= galley.size().x;
            put(galley, right);
            right -= 12.0;
        }
    }
    put(line(&row.name, 14.0, theme.text, right - rect.left() - 40.0), rect.left() + 40.0);
}
