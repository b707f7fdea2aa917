//! A hand that does anything: it aims mostly at what is drawn, at times at anything else that can be clicked, and does odd
//! things in the middle of a drag.

use crate::canvas::{Desk, Window, at, window_of_any_text};
use dienstweg::model::{Bounds, Document, Point};
use dienstweg::view::Action;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

const SCREEN: Rect = Rect::from_min_max(Pos2::ZERO, pos2(1000.0, 700.0));

const KEYS: [Key; 36] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Tab,
    Key::Enter,
    Key::Escape,
    Key::Delete,
    Key::Backspace,
    Key::Space,
    Key::Insert,
    Key::Home,
    Key::End,
    Key::PageDown,
    Key::PageUp,
    Key::F2,
    Key::F10,
    Key::Plus,
    Key::Minus,
    Key::Num0,
    Key::A,
    Key::C,
    Key::D,
    Key::F,
    Key::H,
    Key::L,
    Key::N,
    Key::S,
    Key::V,
    Key::B,
    Key::E,
    Key::G,
    Key::I,
    Key::T,
    Key::U,
    Key::W,
];

const HELD: [Modifiers; 6] = [
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::SHIFT,
    Modifiers::ALT,
    Modifiers::COMMAND,
    Modifiers { alt: false, ctrl: true, shift: true, mac_cmd: false, command: true },
];

/// What somebody might type or paste as a name.
const TEXTS: [&str; 12] = [
    "Antrag prüfen",
    "",
    " ",
    "\n\n",
    "\t",
    "👩🏽‍⚖️🇩🇪📄",
    "بلدية مدينة",
    "עיריית",
    "a\u{308}\u{323}\u{301}\u{301}\u{301}",
    "\u{202e}rückwärts\u{202c}\u{0}\u{feff}",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "( \" ) \\ { § } // r#\"",
];

/// A linear congruential generator (Knuth's MMIX constants): the same seed, the same session.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }

    /// Between nothing and one.
    fn share(&mut self) -> f64 {
        self.below(1001) as f64 / 1000.0
    }
}

/// The hand at a window of its own.
pub struct Hand {
    pub window: Window,
    dice: Dice,
    pointer: Pos2,
    /// What was done last, for who reads a failure.
    done: Vec<String>,
}

impl Hand {
    /// The hand of this seed; the same seed does the same.
    pub fn begin(seed: u64, document: Document) -> Self {
        let mut desk = Desk::new(document);
        desk.has_palette = !seed.is_multiple_of(3);
        let mut dice = Dice(seed);
        dice.below(1);
        Self { window: window_of_any_text(desk, [SCREEN.width(), SCREEN.height()]), dice, pointer: pos2(600.0, 300.0), done: Vec::new() }
    }

    /// One frame with all these events in it.
    pub fn frame(&mut self, events: impl IntoIterator<Item = Event>) {
        self.window.input_mut().events.extend(events);
        self.window.step();
    }

    fn frames(&mut self, events: impl IntoIterator<Item = Event>) {
        events.into_iter().for_each(|event| self.frame([event]));
    }

    /// Does something.
    pub fn gesture(&mut self) {
        let modifiers = self.dice.pick(&HELD).unwrap_or_default();
        let kind = self.dice.below(100);
        self.done.push(format!("{kind} with {modifiers:?} near {:?}", self.pointer));
        match kind {
            0..15 => self.click(modifiers, PointerButton::Primary),
            15..21 => self.rename(),
            21..46 => self.drag(modifiers),
            46..66 => self.press_key(modifiers),
            66..78 => self.press_button(),
            78..83 => self.menu(),
            83..87 => self.clipboard(),
            87..90 => self.history(),
            90..96 => self.look_elsewhere(),
            _ => self.disturb(),
        }
    }

    /// Somewhere on an element, beside it, or anywhere.
    fn aim(&mut self) -> Pos2 {
        let document = self.window.state().document();
        let shapes: Vec<Bounds> = document.diagram.shapes.values().map(|shape| shape.bounds).collect();
        let points: Vec<Point> = document.diagram.edges.values().flat_map(|edge| middles(&edge.waypoints)).collect();
        let sides = [0.0, 0.5, 0.5, 0.5, 1.0];
        let aimed = match self.dice.below(10) {
            0..6 => self.dice.pick(&shapes).map(|place| {
                let (x, y) = (self.dice.pick(&sides).unwrap_or_default(), self.dice.pick(&sides).unwrap_or_default());
                Point::new(place.x + place.width * x, place.y + place.height * y)
            }),
            6..8 => self.dice.pick(&points),
            _ => None,
        };
        let on_screen = aimed.map(|point| at(&self.window, point)).filter(|place| SCREEN.expand(40.0).contains(*place));
        on_screen.unwrap_or_else(|| pos2((self.dice.share() * 1000.0) as f32, (self.dice.share() * 700.0) as f32))
    }

    fn move_to(&mut self, place: Pos2) {
        self.pointer = place;
        self.frame([Event::PointerMoved(place)]);
    }

    fn button(&self, button: PointerButton, pressed: bool, modifiers: Modifiers) -> Event {
        Event::PointerButton { pos: self.pointer, button, pressed, modifiers }
    }

    fn click(&mut self, modifiers: Modifiers, button: PointerButton) {
        let place = self.aim();
        self.move_to(place);
        self.click_here(modifiers, button);
    }

    /// A click of a slow hand takes several frames, that of a slow machine one.
    fn click_here(&mut self, modifiers: Modifiers, button: PointerButton) {
        let events = [
            Event::ModifiersChanged(modifiers),
            self.button(button, true, modifiers),
            self.button(button, false, modifiers),
            Event::ModifiersChanged(Modifiers::NONE),
        ];
        if self.dice.below(4) == 0 { self.frame(events) } else { self.frames(events) }
    }

    fn rename(&mut self) {
        if self.dice.below(2) == 0 {
            self.frame([key(Key::F2, Modifiers::NONE)]);
        } else {
            let place = self.aim();
            self.move_to(place);
            let (down, up) =
                (self.button(PointerButton::Primary, true, Modifiers::NONE), self.button(PointerButton::Primary, false, Modifiers::NONE));
            self.frames([down.clone(), up.clone(), down, up]);
        }
        let text = self.dice.pick(&TEXTS).unwrap_or_default().to_owned();
        self.frames([Event::Text(text)]);
        match self.dice.below(5) {
            0 | 1 => self.frame([key(Key::Enter, Modifiers::NONE)]),
            2 => self.frame([key(Key::Tab, Modifiers::NONE)]),
            3 => self.frame([key(Key::Escape, Modifiers::NONE)]),
            _ => self.click(Modifiers::NONE, PointerButton::Primary),
        }
    }

    fn drag(&mut self, modifiers: Modifiers) {
        let from = self.aim();
        self.move_to(from);
        let button = self.dice.pick(&[PointerButton::Primary, PointerButton::Primary, PointerButton::Primary, PointerButton::Middle]);
        let button = button.unwrap_or(PointerButton::Primary);
        self.frames([Event::ModifiersChanged(modifiers), self.button(button, true, modifiers)]);
        for _ in 0..=self.dice.below(3) {
            let to = if self.dice.below(2) == 0 { self.aim() } else { self.pointer + self.little() };
            self.move_to(to);
            match self.dice.below(30) {
                0 => self.press_key(Modifiers::NONE),
                1 => self.frame([key(Key::Escape, Modifiers::NONE)]),
                2 => self.history(),
                3 => self.disturb(),
                4 => self.press_key(Modifiers::COMMAND),
                _ => {}
            }
        }
        let up = [self.button(button, false, modifiers), Event::ModifiersChanged(Modifiers::NONE)];
        self.frames(up);
    }

    fn little(&mut self) -> Vec2 {
        vec2((self.dice.share() * 160.0 - 80.0) as f32, (self.dice.share() * 160.0 - 80.0) as f32)
    }

    fn press_key(&mut self, modifiers: Modifiers) {
        let pressed = self.dice.pick(&KEYS).unwrap_or(Key::Escape);
        let up = Event::Key { key: pressed, physical_key: None, pressed: false, repeat: false, modifiers };
        let (held, free) = (Event::ModifiersChanged(modifiers), Event::ModifiersChanged(Modifiers::NONE));
        self.frame([held, key(pressed, modifiers)]);
        self.frame([up, free]);
    }

    /// Whatever can be clicked: the palette, the pad, menus, zoom buttons, elements.
    fn press_button(&mut self) {
        let roles = [Role::Button, Role::MenuItem];
        let places: Vec<Rect> = roles.into_iter().flat_map(|role| self.places(role)).collect();
        let Some(place) = self.dice.pick(&places).filter(|place| place.is_finite()) else { return };
        self.move_to(place.center());
        match self.dice.below(4) {
            0 => {
                let (down, up) = (PointerButton::Primary, PointerButton::Primary);
                self.frames([self.button(down, true, Modifiers::NONE)]);
                let target = self.aim();
                self.move_to(target);
                let end = self.button(up, false, Modifiers::NONE);
                self.frame([end]);
            }
            _ => self.click_here(Modifiers::NONE, PointerButton::Primary),
        }
    }

    /// Where all with this role are that have a place; what is out of view has none.
    fn places(&self, role: Role) -> Vec<Rect> {
        let seen = self.window.query_all_by_role(role).filter(|node| node.accesskit_node().bounding_box().is_some());
        seen.map(|node| node.rect()).collect()
    }

    fn menu(&mut self) {
        self.click(Modifiers::NONE, PointerButton::Secondary);
        self.window.step();
        let entries = self.places(Role::MenuItem);
        if let Some(entry) = self.dice.pick(&entries) {
            self.move_to(entry.center());
            self.click_here(Modifiers::NONE, PointerButton::Primary);
        }
    }

    fn clipboard(&mut self) {
        let text = self.dice.pick(&TEXTS).unwrap_or_default().to_owned();
        let event = self.dice.pick(&[0, 1, 2]).map_or(Event::Copy, |which| [Event::Copy, Event::Cut, Event::Paste(text)][which].clone());
        self.frame([event]);
    }

    fn history(&mut self) {
        let action = if self.dice.below(2) == 0 { Action::Redo } else { Action::Undo };
        for _ in 0..=self.dice.below(4) {
            self.window.state_mut().perform(action.clone());
            self.window.step();
        }
    }

    fn look_elsewhere(&mut self) {
        let event = match self.dice.below(4) {
            0 => Event::Zoom(0.7 + self.dice.share() as f32 * 0.7),
            1 => Event::MouseWheel {
                unit: egui::MouseWheelUnit::Line,
                delta: self.little() / 20.0,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            },
            _ => key(Key::F, Modifiers::NONE),
        };
        self.frame([event]);
    }

    /// What happens around a window: the pointer leaves, the focus goes, the size changes.
    fn disturb(&mut self) {
        match self.dice.below(4) {
            0 => self.frame([Event::PointerGone]),
            1 => self.frames([Event::WindowFocused(false), Event::WindowFocused(true)]),
            2 => {
                let size = self.dice.pick(&[vec2(40.0, 30.0), vec2(300.0, 900.0), vec2(2000.0, 200.0)]).unwrap_or_default();
                self.window.set_size(size);
                self.window.step();
                self.window.set_size(vec2(1000.0, 700.0));
                self.window.step();
            }
            _ => self.frames([Event::Text("x".to_owned()), Event::Text("\u{300}".to_owned())]),
        }
    }
}

impl Drop for Hand {
    #[expect(clippy::print_stderr, reason = "the gestures are what one needs to know of a failure")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("The last gestures before the failure: {:#?}", &self.done[self.done.len().saturating_sub(8)..]);
        }
    }
}

/// The middles of all segments.
fn middles(waypoints: &[Point]) -> Vec<Point> {
    waypoints.windows(2).map(|pair| Point::new(f64::midpoint(pair[0].x, pair[1].x), f64::midpoint(pair[0].y, pair[1].y))).collect()
}

pub fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}
