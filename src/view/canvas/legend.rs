//! By what the canvas is coloured: the menu that chooses it, and the legend that says what the colours mean.

use super::CanvasState;
use super::draw::tint_sign;
use crate::drawing::Palette;
use crate::drawing::colouring::{Colouring, Tint};
use crate::drawing::scene::{RoleMark, role_marks};
use crate::model::WorkState;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::theme::{Theme, colour32};
use crate::view::widgets::{IconButton, card_frame};
use egui::{FontId, Label, Popup, PopupCloseBehavior, Rect, RichText, Sense, Ui, UiBuilder, pos2, vec2};

/// Height of a row of the legend, in points.
const ROW: f32 = 22.0;
/// The widest a legend gets, in points.
const WIDEST: f32 = 260.0;
/// No more roles are listed.
const MOST_ROLES: usize = 10;

/// Draws the button with the menu of colours.
pub fn menu_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState) {
    let texts = context.texts;
    let button = IconButton::new(Icon::Colours, texts.get("canvas-colours")).small().ui(ui, context.theme);
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_min_width(220.0);
        ui.label(RichText::new(texts.get("canvas-colours")).size(12.0).color(context.theme.text_soft));
        for colouring in Colouring::ALL {
            let text = texts.get(match colouring {
                Colouring::None => "canvas-colours-none",
                Colouring::Role => "canvas-colours-role",
                Colouring::WorkState => "canvas-colours-work",
            });
            if ui.radio(state.colouring == colouring, text).clicked() {
                state.colouring = colouring;
                state.shows_legend = colouring != Colouring::None;
            }
        }
        ui.separator();
        let has_colours = state.colouring != Colouring::None;
        ui.add_enabled(has_colours, egui::Checkbox::new(&mut state.shows_legend, texts.get("canvas-legend")));
    });
}

/// Draws what the colours mean at the lower left.
pub fn legend_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &CanvasState) {
    let rows = match state.colouring {
        Colouring::None => return,
        Colouring::Role => roles(context, state),
        Colouring::WorkState => states(context, state),
    };
    let screen = state.camera.screen;
    let widths =
        rows.iter().map(|(_, text)| ui.painter().layout_no_wrap(text.clone(), FontId::proportional(14.0), context.theme.text).size().x);
    let width = widths.fold(0.0, f32::max).min(WIDEST) + 48.0;
    let size = vec2(width, ROW * rows.len() as f32 + 16.0);
    if rows.is_empty() || size.y + 24.0 > screen.height() || size.x + 280.0 > screen.width() {
        return;
    }
    let place = Rect::from_min_size(pos2(screen.left() + 12.0, screen.bottom() - size.y - 12.0), size);
    ui.interact(place, ui.scope_id().with("legend"), Sense::click_and_drag());
    ui.painter().add(card_frame(context.theme).inner_margin(0.0).paint(place));
    let label = context.texts.get("canvas-legend").to_owned();
    let builder = UiBuilder::new().id_salt("legend").max_rect(place.shrink(8.0)).accessibility_label(label);
    let mut inner = ui.new_child(builder.accessibility_role(egui::Role::Group));
    inner.spacing_mut().item_spacing = vec2(8.0, 0.0);
    inner.spacing_mut().interact_size.y = ROW;
    for (tint, text) in rows {
        row_ui(&mut inner, context.theme, tint, &text);
    }
}

fn row_ui(ui: &mut Ui, theme: &Theme, tint: Option<Tint>, text: &str) {
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        let (_, rect) = ui.allocate_space(vec2(24.0, ROW));
        if let Some(tint) = tint {
            let stripe = Rect::from_center_size(pos2(rect.left() + 3.0, rect.center().y), vec2(6.0, ROW - 6.0));
            ui.painter().rect_filled(stripe, 2.0, colour32(tint.colour));
            tint_sign(ui.painter(), theme, tint, pos2(rect.left() + 17.0, rect.center().y), 16.0);
        }
        ui.add(Label::new(RichText::new(text).color(theme.text)).truncate().selectable(false));
    });
}

/// The roles of the steps and lanes on this canvas.
fn roles(context: &ViewContext<'_>, state: &CanvasState) -> Vec<(Option<Tint>, String)> {
    let shown: Vec<RoleMark> = state.scene.items().iter().filter_map(crate::drawing::scene::Item::role).collect();
    let (palette, marks) = (Palette::named(context.theme.name), role_marks(context.document));
    let present = context.document.roles.values().filter_map(|role| {
        let mark = marks.get(&role.id).filter(|mark| shown.contains(mark))?;
        let name = if role.name.trim().is_empty() { context.texts.get("inspector-nameless") } else { &role.name };
        Some((Some(Tint::of_role(palette, *mark)), name.to_owned()))
    });
    let mut rows: Vec<_> = present.collect();
    if rows.len() > MOST_ROLES {
        let rest = rows.len() + 1 - MOST_ROLES;
        rows.truncate(MOST_ROLES - 1);
        rows.push((None, context.texts.with("canvas-legend-more", &[("count", rest.into())])));
    }
    rows
}

/// The states of work with the number of steps in each.
fn states(context: &ViewContext<'_>, state: &CanvasState) -> Vec<(Option<Tint>, String)> {
    let nodes = || state.scene.items().iter().filter_map(|item| item.node());
    let palette = Palette::named(context.theme.name);
    let row = |work: WorkState| {
        let count = nodes().filter(|node| node.kind.is_activity() && node.details.work_state == work).count();
        let arguments = [("state", context.texts.work_state(work).into()), ("count", count.into())];
        (Some(Tint::of_state(palette, work)), context.texts.with("canvas-legend-state", &arguments))
    };
    WorkState::ALL.map(row).into()
}
