//! A window with nothing but the real canvas, run without a graphics card.

use dienstweg::check::{Problem, check};
use dienstweg::drawing::ThemeName;
use dienstweg::edit::{Editor, Holder, Refusal};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{Document, Subject};
use dienstweg::view::canvas::{self, CanvasState};
use dienstweg::view::theme::{Theme, install_fonts};
use dienstweg::view::{Action, Selection, ViewContext};
use egui::{Context, Event, Pos2, RawInput, Rect, Ui, ViewportId, pos2, vec2};
use std::sync::Arc;
use std::time::Duration;

/// Size of the window, in points.
pub const SIZE: egui::Vec2 = vec2(1600.0, 900.0);
/// Its middle.
pub const MIDDLE: Pos2 = pos2(800.0, 450.0);

/// The canvas with what it needs; performs actions as the studio does.
pub struct Desk {
    pub editor: Editor,
    pub state: CanvasState,
    pub selection: Selection,
    problems: Vec<Problem>,
    /// Whether a picture was to be copied.
    pub has_copied_picture: bool,
    refusal: Option<(Holder, Refusal)>,
    texts: Texts,
    theme: Theme,
}

impl Desk {
    fn new(document: Document) -> Self {
        Self {
            problems: check(&document),
            editor: Editor::new(document),
            state: CanvasState::default(),
            selection: Selection::default(),
            has_copied_picture: false,
            refusal: None,
            texts: Texts::new(Language::German),
            theme: Theme::named(ThemeName::Light),
        }
    }

    fn ui(&mut self, ui: &mut Ui) {
        let mut actions = Vec::new();
        let document = Arc::clone(self.editor.shown());
        let context = ViewContext {
            document: &document,
            editor: &self.editor,
            problems: &self.problems,
            texts: &self.texts,
            theme: &self.theme,
            selection: &self.selection,
            refusal: self.refusal.as_ref(),
            today: (2026, 11, 21),
            hides: &[],
            coverage: None,
        };
        let process = document.main_process;
        egui::CentralPanel::no_frame().show(ui, |ui| canvas::ui(ui, &context, &mut self.state, process, &mut actions));
        for action in actions {
            self.perform(action);
        }
        self.selection.clean(self.editor.shown());
    }

    fn perform(&mut self, action: Action) {
        match action {
            Action::Apply(command) | Action::ApplyQuietly(command) => drop(self.editor.apply(command)),
            Action::Preview(holder, command) => {
                self.refusal = self.editor.preview(holder, command).err().map(|refusal| (holder, refusal));
            }
            Action::Commit => drop(self.editor.commit()),
            Action::Cancel => self.editor.cancel(),
            Action::CopyPicture(_) => self.has_copied_picture = true,
            Action::Select(selection) => self.selection = selection,
            _ => {}
        }
    }
}

/// Something that is drawn in passes.
pub struct Screen<T> {
    pub shown: T,
    context: Context,
    ui: fn(&mut T, &mut Ui),
    passes: u32,
    /// When the next frame is wanted.
    wish: Duration,
}

impl Screen<Desk> {
    /// The canvas of a document with all of it in view, the pointer in the middle.
    pub fn canvas(document: Document) -> Self {
        let context = Context::default();
        install_fonts(&context);
        let desk = Desk::new(document);
        desk.theme.apply(&context);
        let mut screen = Screen::new(context, desk, Desk::ui);
        screen.pass(vec![Event::PointerMoved(MIDDLE)]);
        screen.shown.state.fit();
        screen.pass(Vec::new());
        screen
    }

    /// The same at this zoom round the middle.
    pub fn zoomed(mut self, zoom: f64) -> Self {
        let factor = (zoom / self.shown.state.zoom()) as f32;
        self.pass(vec![Event::PointerMoved(MIDDLE), Event::Zoom(factor)]);
        self.pass(Vec::new());
        self
    }

    /// Selects so many nodes, those nearest to the middle in the order of the flow, and the step that is held.
    pub fn select_round_middle(&mut self, count: usize) {
        let document = Arc::clone(self.shown.editor.document());
        let middle = self.middle_step();
        let held = document.nodes.keys().position(|node| {
            let shape = document.diagram.shapes.get(Subject::Node(node));
            shape.is_some_and(|shape| self.shown.state.rect(shape.bounds).center() == middle)
        });
        let first = held.unwrap_or(0).saturating_sub(count / 2);
        self.shown.selection = Selection::of(document.nodes.keys().skip(first).take(count).map(Subject::Node));
        self.pass(Vec::new());
    }

    /// Where the step nearest to the middle is on the screen.
    pub fn middle_step(&self) -> Pos2 {
        let document = self.shown.editor.document();
        let steps = document.nodes.values().filter(|node| node.kind.is_activity());
        let places = steps.filter_map(|node| document.diagram.shapes.get(Subject::Node(node.id)));
        let places = places.map(|shape| self.shown.state.rect(shape.bounds).center());
        places.min_by(|a, b| a.distance(MIDDLE).total_cmp(&b.distance(MIDDLE))).unwrap()
    }
}

impl<T> Screen<T> {
    /// Draws as many frames as are wanted within so many seconds without input. Their number.
    pub fn rest(&mut self, seconds: f64) -> usize {
        let (mut frames, mut left) = (0, seconds);
        loop {
            left -= self.wish.as_secs_f64().max(1.0 / 60.0);
            if left < 0.0 {
                return frames;
            }
            frames += 1;
            self.pass(Vec::new());
        }
    }

    /// Lets so many seconds pass without a frame.
    pub fn wait(&mut self, seconds: f64) {
        self.passes += (seconds * 60.0) as u32;
    }

    /// A screen on which `ui` draws.
    pub fn new(context: Context, shown: T, ui: fn(&mut T, &mut Ui)) -> Self {
        context.enable_accesskit();
        Self { shown, context, ui, passes: 0, wish: Duration::MAX }
    }

    /// A frame at 60 Hz: input, user interface and tessellation. The number of its triangles' corners.
    pub fn pass(&mut self, events: Vec<Event>) -> usize {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        self.passes += 1;
        let input = RawInput { screen_rect, events, time: Some(f64::from(self.passes) / 60.0), ..RawInput::default() };
        let (shown, ui) = (&mut self.shown, self.ui);
        let mut output = self.context.run_ui(input, |root| ui(shown, root));
        output.textures_delta.clear();
        self.wish = output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        let primitives = self.context.tessellate(output.shapes, output.pixels_per_point);
        primitives
            .iter()
            .map(|primitive| if let egui::epaint::Primitive::Mesh(mesh) = &primitive.primitive { mesh.indices.len() } else { 0 })
            .sum()
    }
}
