//! How a row looks and what the screen reader says of it.

use super::Model;
use super::rows::Row;
use super::tree::ROW;
use crate::edit::{Command, ContentCommand};
use crate::model::{DataField, FieldKind, Subject};
use crate::view::Action;
use crate::view::icons::Icon;
use crate::view::widgets::semibold_font;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, FontId, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// How far what lies in an object stands further in, in points.
const INDENT: f32 = 16.0;
/// Deeper rows stand no further in.
const DEEPEST: usize = 9;

impl Model<'_, '_> {
    fn field(&self, row: &Row) -> Option<&DataField> {
        self.context.document.fields.get(*row.key.way.last()?)
    }

    fn name<'a>(&'a self, row: &Row) -> &'a str {
        let name = self.context.document.name_of(row.key.subject()).unwrap_or_default();
        if name.trim().is_empty() { self.context.texts.get("inspector-nameless") } else { name }
    }

    /// What a row shows at its right: signs with what they say.
    fn marks(&self, row: &Row) -> Vec<(Icon, Color32, &str)> {
        let (texts, theme) = (self.context.texts, self.context.theme);
        let Some(field) = self.field(row) else { return Vec::new() };
        let mut marks = Vec::new();
        if !self.usages.is_used(field.id) {
            marks.push((Icon::Unused, theme.warning, texts.get("data-unused")));
        } else if !self.usages.is_asked(field.id) {
            marks.push((Icon::Unasked, theme.text_soft, texts.get("data-never-asked")));
        }
        if field.is_personal {
            marks.push((Icon::Person, theme.information, texts.get("inspector-personal")));
        }
        if row.is_shared {
            marks.push((Icon::Block, theme.text_soft, texts.get("data-shared")));
        }
        marks
    }

    /// All that a row says.
    pub(super) fn spoken(&self, row: &Row) -> String {
        let texts = self.context.texts;
        let kind = match self.field(row) {
            Some(field) => texts.field_kind(field.kind),
            None => texts.get("word-object"),
        };
        let marks = self.marks(row).into_iter().map(|(_, _, words)| words);
        [self.name(row), kind].into_iter().chain(marks).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn describe(&self, ui: &Ui, response: &Response, row: &Row) {
        let is_selected = self.context.selection.has(row.key.subject());
        response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_selected, self.spoken(row)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_level(row.depth() + 1);
            if row.inner.is_some() {
                node.set_expanded(row.is_open);
            }
        });
    }

    pub(super) fn paint(&self, ui: &Ui, rect: Rect, row: &Row, response: &Response) {
        if !ui.is_rect_visible(rect) {
            return;
        }
        let theme = self.context.theme;
        let painter = ui.painter();
        if self.context.selection.has(row.key.subject()) {
            painter.rect_filled(rect, 4, theme.accent_soft);
        } else if response.hovered() {
            painter.rect_filled(rect, 4, theme.ground);
        }
        if response.has_focus() {
            painter.rect_stroke(rect, 4, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        }
        let (left, middle) = (indent(rect, row), rect.center().y);
        if row.inner.is_some() {
            let chevron = if row.is_open { Icon::Expand } else { Icon::Folded };
            painter.text(pos2(left + 12.0, middle), Align2::CENTER_CENTER, chevron.glyph(), Icon::font(16.0), theme.text_soft);
        }
        let icon = self.field(row).map_or(Icon::Data, |field| kind_icon(field.kind));
        painter.text(pos2(left + 32.0, middle), Align2::CENTER_CENTER, icon.glyph(), Icon::font(16.0), theme.text_soft);
        let mut right = rect.right() - 12.0;
        for (icon, colour, _) in self.marks(row) {
            painter.text(pos2(right, middle), Align2::CENTER_CENTER, icon.glyph(), Icon::font(15.0), colour);
            right -= 20.0;
        }
        let font = if row.key.way.is_empty() { semibold_font(14.0) } else { FontId::proportional(14.0) };
        let mut name = LayoutJob::simple_singleline(self.name(row).to_owned(), font, theme.text);
        name.wrap = TextWrapping::truncate_at_width((right + 8.0 - left - 46.0).max(16.0));
        let name = painter.layout_job(name);
        painter.galley(pos2(left + 46.0, middle - name.size().y / 2.0), name, theme.text);
    }

    /// What can be done with a row.
    pub(super) fn menu_ui(&mut self, ui: &mut Ui, row: &Row) {
        let texts = self.context.texts;
        ui.spacing_mut().button_padding = vec2(8.0, 6.0);
        self.inside_ui(ui, row.inner.unwrap_or(row.object));
        ui.separator();
        if ui.button(texts.get("data-rename")).clicked() {
            self.state.renaming = Some(row.key.subject());
        }
        if ui.button(texts.get("data-duplicate")).clicked() {
            self.content(ContentCommand::DuplicateData { subject: row.key.subject() });
        }
        if ui.button(texts.get("data-delete")).clicked() {
            self.remove(row);
        }
    }

    /// Deletes it, or says where it is used.
    pub(super) fn remove(&mut self, row: &Row) {
        let (document, texts) = (self.context.document, self.context.texts);
        let subject = row.key.subject();
        // A case object goes with its fields; of a nested one only the field goes.
        let fields = match subject {
            Subject::ObjectType(object) => document.objects.get(object).map(|object| object.fields.clone()).unwrap_or_default(),
            Subject::DataField(field) => vec![field],
            _ => return,
        };
        let name = texts.name_of(document, subject);
        if let Some(users) = self.users(&fields) {
            let sentence = texts.with("data-not-deleted", &[("name", (&name).into()), ("users", (&users).into())]);
            self.actions.push(Action::Say(sentence));
            return;
        }
        if let Some(place) = self.rows.place(&row.key) {
            let next = self.rows.all.get(place + 1..).and_then(|rows| rows.iter().find(|other| other.depth() <= row.depth()));
            let next = next.or_else(|| self.rows.all.get(place.checked_sub(1)?)).map(|next| next.key.clone());
            self.state.cursor = next;
            self.state.wants_focus = true;
        }
        self.actions.push(Action::ApplyQuietly(Command::Remove(vec![subject])));
        self.actions.push(Action::Say(texts.with("data-deleted", &[("name", (&name).into())])));
    }
}

/// Where the content of a row begins.
pub(super) fn indent(rect: Rect, row: &Row) -> f32 {
    rect.left() + INDENT * row.depth().min(DEEPEST) as f32
}

/// The sign of a kind of field.
pub(super) fn kind_icon(kind: FieldKind) -> Icon {
    match kind {
        FieldKind::Text => Icon::Edit,
        FieldKind::LongText => Icon::Note,
        FieldKind::WholeNumber | FieldKind::Decimal => Icon::Number,
        FieldKind::Money => Icon::Fee,
        FieldKind::Date => Icon::Calendar,
        FieldKind::Time | FieldKind::DateTime => Icon::Due,
        FieldKind::YesNo => Icon::Check,
        FieldKind::Choice(_) => Icon::Outline,
        FieldKind::MultipleChoice(_) => Icon::Tests,
        FieldKind::File => Icon::Export,
        FieldKind::Person => Icon::Person,
        FieldKind::Address => Icon::Home,
        FieldKind::BankAccount => Icon::Authority,
        FieldKind::Email => Icon::Letter,
        FieldKind::Phone => Icon::Phone,
        FieldKind::Object(_) => Icon::Data,
        FieldKind::List(_) => Icon::Group,
    }
}

/// Height of a row, for those who count in rows.
pub(super) fn row_at(top: f32, y: f32) -> (usize, f32) {
    let rows = ((y - top) / ROW).max(0.0);
    (rows as usize, rows.fract())
}
