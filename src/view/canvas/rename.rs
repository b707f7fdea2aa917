//! Editing a name in place: each key previews, Enter or a click elsewhere commits, Escape forgets, Tab goes on
//! to the next step. What is refused says why below the field, and stays there to be mended.

use super::camera::Camera;
use super::interaction::Hint;
use super::paint::{self, kept_inside};
use crate::drawing::scene::{Look, Scene};
use crate::edit::{Command, Holder, Record};
use crate::model::{ArtifactKind, Bounds, Document, Point, Subject};
use crate::view::{Action, ViewContext};
use egui::{Align2, FontId, Id, Key, KeyboardShortcut, Modifiers, Rect, Response, ScrollArea, TextEdit, Ui, UiBuilder, Vec2, vec2};

/// No field is higher than this, in points of the screen; a longer text scrolls.
const HIGHEST: f32 = 180.0;

/// The holder of the pending edit while a name is typed.
pub const HOLDER: Holder = Holder(0x00ca_05a6);

/// A name being edited.
#[derive(Clone, Debug)]
pub struct Rename {
    /// Whose name.
    pub subject: Subject,
    text: String,
    has_focus: bool,
}

/// How editing a name ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It goes on.
    NotYet,
    /// It is over.
    Done,
    /// It is over, and the next step is wanted.
    GoOn,
}

impl Rename {
    /// Begins with the name that stands there; `None` for what has no name.
    pub fn begin(document: &Document, subject: Subject) -> Option<Self> {
        with_name(document, subject, String::new())?;
        Some(Self { subject, text: document.name_of(subject)?.to_owned(), has_focus: false })
    }

    /// Draws the field over the element.
    pub fn ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, scene: &Scene, camera: &Camera, actions: &mut Vec<Action>) -> Ended {
        let Some(rect) = place(scene, camera, self.subject) else { return Ended::Done };
        let id = Id::unique("canvas-rename");
        let (enter, go_on) = if self.has_focus { keys(ui) } else { (false, false) };
        let label = context.texts.get("canvas-rename");
        let edit = TextEdit::multiline(&mut self.text)
            .id(id)
            .font(FontId::proportional(14.0))
            .align(Align2::CENTER_TOP)
            .lock_focus(true)
            .desired_rows(1)
            .desired_width(f32::INFINITY)
            .hint_text(context.texts.get("canvas-name-hint"))
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
        let response = field_ui(ui, rect, edit);
        let is_left = enter || go_on || response.lost_focus();
        let refused = self.refused(context, is_left && response.changed());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(label);
            node.set_description(refused.as_deref().unwrap_or_default());
        });
        if !self.has_focus {
            response.request_focus();
            select_all(ui, id, self.text.chars().count());
            self.has_focus = true;
        }
        if let Some(command) = self.command(context).filter(|_| response.changed()) {
            actions.push(Action::Preview(HOLDER, command));
        }
        if let Some(text) = refused.clone() {
            let below = response.rect.left_bottom() - vec2(16.0, 10.0);
            paint::say(ui.painter(), context.theme, below, &Hint { text, is_refusal: true });
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            actions.push(Action::Cancel);
            return Ended::Done;
        }
        if response.lost_focus() || (enter || go_on) && refused.is_none() {
            actions.push(Action::Commit);
            actions.extend(refused.map(Action::Say));
            return if go_on { Ended::GoOn } else { Ended::Done };
        }
        Ended::NotYet
    }

    /// The change that was typed so far.
    fn command(&self, context: &ViewContext<'_>) -> Option<Command> {
        with_name(context.editor.document(), self.subject, self.text.trim_end().to_owned()).map(Command::Put)
    }

    /// Why what was typed cannot be the name. Of what was typed in this very frame the editor has not been told yet.
    fn refused(&self, context: &ViewContext<'_>, is_new: bool) -> Option<String> {
        let refusal = if is_new {
            context.editor.try_command(&self.command(context)?).err()
        } else {
            context.refusal.filter(|(by, _)| *by == HOLDER).map(|(_, refusal)| refusal.clone())
        };
        refusal.map(|refusal| context.texts.refusal(&refusal))
    }
}

/// The field; it grows downwards with its text.
fn field_ui(ui: &mut Ui, rect: Rect, edit: TextEdit<'_>) -> Response {
    let place = Rect::from_min_size(rect.min, vec2(rect.width(), HIGHEST));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
    ScrollArea::vertical().max_height(HIGHEST).show(&mut inner, |ui| ui.add(edit)).inner
}

fn keys(ui: &Ui) -> (bool, bool) {
    ui.input_mut(|input| {
        let go_on = input.consume_key(Modifiers::COMMAND, Key::Enter) || input.consume_key(Modifiers::NONE, Key::Tab);
        let is_plain = !input.modifiers.shift && !input.modifiers.command;
        (is_plain && input.consume_key(Modifiers::NONE, Key::Enter), go_on)
    })
}

fn select_all(ui: &Ui, id: Id, length: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(length))));
    state.store(ui.ctx(), id);
}

/// Where the field stands on the screen: over a step or head, under an event, at the middle of a line.
fn place(scene: &Scene, camera: &Camera, subject: Subject) -> Option<Rect> {
    let item = scene.get(subject)?;
    let line = 22.0;
    if let Some(edge) = item.edge() {
        let middle = crate::layout::connection::middle(&edge.waypoints)?;
        return Some(Rect::from_center_size(camera.screen_from_diagram(middle), vec2(140.0, line)));
    }
    let shape = item.shape()?;
    let is_labelled_below = item.node().is_some_and(|node| !node.kind.is_activity());
    if is_labelled_below {
        let below = shape
            .label
            .map_or(Point::new(shape.bounds.centre().x, shape.bounds.bottom() + 3.0), |label| Point::new(label.centre().x, label.y));
        return Some(Rect::from_center_size(camera.screen_from_diagram(below) + vec2(0.0, line / 2.0), vec2(150.0, line)));
    }
    let head = match &item.look {
        Look::Pool { pool, .. } if pool.process.is_some() => Some(pool.orientation),
        Look::Lane { orientation, .. } => Some(*orientation),
        _ => None,
    };
    if let Some(orientation) = head {
        let head = camera.rect(crate::drawing::head(shape.bounds, orientation));
        return Some(kept_inside(Rect::from_center_size(head.center(), vec2(180.0, line)), camera.screen.shrink(4.0)));
    }
    let bounds = if item.is_ground() { Bounds { height: shape.bounds.height.min(40.0), ..shape.bounds } } else { shape.bounds };
    let rect = camera.rect(bounds);
    let size = vec2((rect.width() - 16.0 * camera.zoom as f32).clamp(120.0, 320.0), line);
    Some(Rect::from_center_size(rect.center(), size.max(Vec2::splat(line))))
}

/// The element with another name; `None` for what has none.
pub fn with_name(document: &Document, subject: Subject, name: String) -> Option<Record> {
    let mut record = Record::of(document, subject)?;
    match &mut record {
        Record::Node(it) => it.name = name,
        Record::Flow(it) => it.name = name,
        Record::MessageFlow(it) => it.name = name,
        Record::Pool(it) => it.name = name,
        Record::Lane(it) => it.name = name,
        Record::Artifact(it) => match &mut it.kind {
            ArtifactKind::Annotation { text } => *text = name,
            ArtifactKind::DataObject { name: old, .. } | ArtifactKind::Group { name: old } => *old = name,
        },
        _ => return None,
    }
    Some(record)
}
