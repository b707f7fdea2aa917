//! What the command palette offers of a canvas: deeds of the selection, tools, everything that can be appended or put down.

use super::CanvasState;
use super::deeds::{self, Deed};
use super::elements::{self, NewElement};
use super::interaction::Desk;
use super::keyboard::{Act, applies, groups};
use super::menu;
use crate::model::{ProcessId, Subject};
use crate::view::ViewContext;
use crate::view::finding::{Row, Sign};
use crate::view::icons::Icon;
use crate::view::ui_command::shortcut_text;

impl CanvasState {
    /// Everything that can be done on this canvas now, each with how it is found; keys that only a hand on the arrows can use
    /// are found too, with nothing to do.
    pub fn offers(&self, context: &ViewContext<'_>, process: ProcessId) -> Vec<(Row, Option<Act>)> {
        let desk = Desk { context, scene: &self.scene, camera: &self.camera, labels: &self.labels, process };
        let mut offers: Vec<(Row, Option<Act>)> = Vec::new();
        for deed in deeds::for_menu(&desk).into_iter().flatten() {
            offers.push((deed_row(&desk, &deed), Some(Act::Do(deed))));
        }
        for (title, line) in groups().into_iter().flat_map(|(title, lines)| lines.into_iter().map(move |line| (title, line))) {
            let Some((_, act)) = line.keys.first().cloned() else { continue };
            let row = plain_row(&desk, &act, context.texts.get(line.word), title, line.text(context.texts));
            if line.together.is_some() {
                offers.push((row, None));
            } else if applies(&act, context) && offers.iter().all(|(_, other)| other.as_ref() != Some(&act)) {
                offers.push((row, Some(act)));
            }
        }
        if let Some(Subject::Node(_)) = context.selection.single() {
            let kinds = menu::append_columns().into_iter().flat_map(|(_, kinds)| kinds);
            offers.extend(kinds.map(|kind| {
                let element = NewElement::Node(kind.clone());
                (element_row(&desk, "canvas-offer-append", element), Some(Act::Do(Deed::Append(kind))))
            }));
        }
        let elements = elements::groups().into_iter().flat_map(|group| group.elements);
        offers.extend(
            elements.map(|element| (element_row(&desk, "canvas-offer-create", element.clone()), Some(Act::Do(Deed::Put(element))))),
        );
        offers
    }

    /// Does this in the next frame, and takes the focus.
    pub fn ask(&mut self, act: Act) {
        self.asked = Some(act);
        self.wants_focus = true;
    }

    /// Takes the focus in the next frame.
    pub fn take_focus(&mut self) {
        self.wants_focus = true;
    }
}

fn deed_row(desk: &Desk<'_>, deed: &Deed) -> Row {
    let texts = desk.context.texts;
    let shortcut = deed.shortcut().map(|keys| shortcut_text(texts, &keys)).unwrap_or_default();
    let sign = match deed {
        Deed::Append(kind) => Sign::Element(NewElement::Node(kind.clone())),
        deed => Sign::Icon(deed.icon(desk)),
    };
    Row { sign, name: texts.get(deed.word(desk)).to_owned(), about: texts.get("canvas-label").to_owned(), shortcut }
}

fn plain_row(desk: &Desk<'_>, act: &Act, name: &str, title: &str, shortcut: String) -> Row {
    let icon = match act {
        Act::Do(deed) => deed.icon(desk),
        Act::Fit => Icon::Fit,
        Act::Zoom(factor) if *factor < 1.0 => Icon::ZoomOut,
        Act::Zoom(_) | Act::ActualSize => Icon::ZoomIn,
        Act::Properties => Icon::RightPanel,
        Act::Walk(_) => Icon::Flow,
        Act::Use(_) => Icon::Palette,
        _ => Icon::More,
    };
    Row { sign: Sign::Icon(icon), name: name.to_owned(), about: desk.context.texts.get(title).to_owned(), shortcut }
}

fn element_row(desk: &Desk<'_>, key: &str, element: NewElement) -> Row {
    let texts = desk.context.texts;
    let name = texts.with(key, &[("element", element.name(texts).into())]);
    Row { sign: Sign::Element(element), name, about: texts.get("canvas-label").to_owned(), shortcut: String::new() }
}
