//! What the pointer and the keys are at on a picture that is only looked at.

use super::CanvasState;
use super::hit::Hit;
use crate::model::Subject;
use crate::view::{Action, Selection, ViewContext};
use egui::{Popup, Pos2, Response};

/// What is looked at in a frame.
#[derive(Clone, Debug)]
pub struct Glance {
    /// The ground of the picture, to which menus and tooltips belong.
    pub surface: Response,
    /// The element under the pointer.
    pub hovered: Option<Subject>,
    /// The element whose badge was just clicked.
    pub badge: Option<Subject>,
    /// Where a menu of the selected element was just asked for by a key.
    pub menu: Option<Pos2>,
}

impl Glance {
    /// A right click selects what it hits; the key for menus opens one at the selected element.
    pub(super) fn at(surface: Response, context: &ViewContext<'_>, state: &mut CanvasState, actions: &mut Vec<Action>) -> Self {
        let hovered = state.hover.map(Hit::subject);
        if let Some(subject) = hovered.filter(|subject| surface.secondary_clicked() && !context.selection.has(*subject)) {
            actions.push(Action::Select(Selection::only(subject)));
        }
        let is_asked = std::mem::take(&mut state.opens_menu);
        let menu = is_asked.then(|| {
            Popup::open_id(&surface.ctx, Popup::default_response_id(&surface));
            state.place_of_menu(context)
        });
        Self { surface, hovered, badge: state.pressed.take(), menu }
    }
}
