//! The canvas under real pointer and keys: a small window that performs actions as the studio does.

mod colours;
mod fim;
mod fim_by_keys;
mod fim_by_mouse;
mod gestures;
mod inside;
mod keys;
mod limits;
mod lines;
mod looks;
mod picture;
mod properties_by_keys;
mod reader;
mod sessions;
mod sketch;
mod structure;
mod tidying;

use dienstweg::check::Problem;
use dienstweg::drawing::ThemeName;
use dienstweg::edit::{Command, Editor, FlowCommand, Fragment, Holder, Refusal, copy};
use dienstweg::exchange::picture::pixels;
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{Bounds, Document, Event, NodeKind, Point, Subject};
use dienstweg::view::canvas::{self, CanvasState, Overlay};
use dienstweg::view::theme::{Theme, install_fonts};
use dienstweg::view::{Action, Selection, ViewContext};
use egui::{ColorImage, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::Harness;

/// A window with one canvas.
pub struct Desk {
    pub editor: Editor,
    pub selection: Selection,
    pub state: CanvasState,
    pub theme: Theme,
    pub problems: Vec<Problem>,
    pub overlay: Option<Overlay>,
    pub has_palette: bool,
    texts: Texts,
    refusal: Option<(Holder, Refusal)>,
    clipboard: Fragment,
    /// The process on the canvas, if not the main one.
    pub process: Option<dienstweg::model::ProcessId>,
    /// The picture that was copied last.
    pub picture: Option<ColorImage>,
    /// Why a command was refused last.
    pub said: Option<String>,
}

impl Desk {
    pub fn new(document: Document) -> Self {
        Self {
            editor: Editor::new(document),
            selection: Selection::default(),
            state: CanvasState::default(),
            theme: Theme::named(ThemeName::Light),
            problems: Vec::new(),
            overlay: None,
            has_palette: false,
            texts: Texts::new(Language::German),
            refusal: None,
            clipboard: Fragment::default(),
            process: None,
            picture: None,
            said: None,
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        self.theme.apply(ui.ctx());
        let mut actions = Vec::new();
        let document = self.editor.shown().clone();
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
        let process = self.process.unwrap_or(document.main_process);
        if self.has_palette {
            egui::Panel::left("palette").exact_size(250.0).show(ui, |ui| canvas::palette_ui(ui, &context, &mut self.state));
        }
        egui::CentralPanel::no_frame().show(ui, |ui| match &self.overlay {
            None => canvas::ui(ui, &context, &mut self.state, process, &mut actions),
            Some(overlay) => drop(canvas::play_ui(ui, &context, &mut self.state, process, overlay, &mut actions)),
        });
        for action in actions {
            ui.ctx().request_repaint();
            self.perform(action);
        }
        self.selection.clean(self.editor.shown());
    }

    fn perform(&mut self, action: Action) {
        match action {
            Action::Apply(command) => match self.editor.apply(command) {
                Ok(done) if !done.created.is_empty() => self.selection = Selection::of(main_of(done.created)),
                Ok(_) => {}
                Err(refusal) => self.said = Some(self.texts.refusal(&refusal)),
            },
            Action::ApplyQuietly(command) => {
                if let Err(refusal) = self.editor.apply(command) {
                    self.said = Some(self.texts.refusal(&refusal));
                }
            }
            Action::Preview(holder, command) => {
                self.refusal = self.editor.preview(holder, command).err().map(|refusal| (holder, refusal));
            }
            Action::Commit => {
                self.refusal = None;
                self.editor.commit();
            }
            Action::Cancel => {
                self.refusal = None;
                self.editor.cancel();
            }
            Action::Say(text) => self.said = Some(text),
            Action::Undo => drop(self.editor.undo()),
            Action::Redo => drop(self.editor.redo()),
            Action::Select(selection) => self.selection = selection,
            Action::Copy(subjects) => self.clipboard = copy(self.editor.document(), &subjects),
            Action::ShowProcess(process) => self.process = Some(process),
            Action::CopyPicture(picture) => {
                let drawn = picture.drawn().and_then(|drawing| pixels(&drawing, 2.0).ok());
                self.picture = drawn.map(|drawn| ColorImage::from_rgb([drawn.width as usize, drawn.height as usize], &drawn.rgb));
            }
            Action::Paste(process, at) => {
                let fragment = self.clipboard.clone();
                let paste = FlowCommand::Paste { fragment, process, at }.on(self.state.inside());
                self.perform(Action::Apply(Command::Flow(paste)));
            }
            _ => {}
        }
    }

    pub fn document(&self) -> &Document {
        self.editor.document()
    }

    /// The node of that name.
    pub fn node(&self, name: &str) -> Subject {
        let found = self.document().nodes.values().find(|node| node.name == name);
        Subject::Node(found.unwrap_or_else(|| panic!("no node is called {name}")).id)
    }

    pub fn bounds(&self, subject: Subject) -> Bounds {
        self.document().diagram.shapes.get(subject).unwrap().bounds
    }
}

/// What was made, without the connection that came with it.
fn main_of(created: Vec<Subject>) -> Vec<Subject> {
    let shapes: Vec<Subject> = created.iter().copied().filter(|subject| subject.is_shape()).collect();
    if shapes.is_empty() { created } else { shapes }
}

pub type Window = Harness<'static, Desk>;

/// A window of 1000 by 700 points.
pub fn window(document: Document) -> Window {
    window_of(Desk::new(document), [1000.0, 700.0])
}

pub fn window_of(desk: Desk, size: [f32; 2]) -> Window {
    let mut window = builder().with_size(size).build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    window.run();
    window
}

/// A window in which text of any script may stand; without fonts of the system some of it is drawn as boxes.
pub fn window_of_any_text(desk: Desk, size: [f32; 2]) -> Window {
    let mut window = builder().with_size(size).allow_missing_glyphs().build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    window.run();
    window
}

fn builder() -> egui_kittest::HarnessBuilder<Desk> {
    Harness::builder().with_max_steps(24).with_step_dt(0.02).with_context_setup(install_fonts)
}

/// Where a point of the diagram is on the screen.
pub fn at(window: &Window, point: Point) -> Pos2 {
    window.state().state.rect(Bounds::new(point.x, point.y, 0.0, 0.0)).min
}

/// Where the middle of an element is on the screen.
pub fn middle(window: &Window, subject: Subject) -> Pos2 {
    at(window, window.state().bounds(subject).centre())
}

pub fn click(window: &mut Window, position: Pos2) {
    press(window, position, PointerButton::Primary, true);
    press(window, position, PointerButton::Primary, false);
    window.run();
}

pub fn press(window: &mut Window, pos: Pos2, button: PointerButton, pressed: bool) {
    window.event(egui::Event::PointerMoved(pos));
    window.event(egui::Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
    window.run();
}

/// Presses at the first point, moves over the others, lets go at the last.
pub fn drag(window: &mut Window, points: &[Pos2]) {
    press(window, points[0], PointerButton::Primary, true);
    for point in &points[1..] {
        let from = points[0];
        window.event(egui::Event::PointerMoved(from.lerp(*point, 0.5)));
        window.run();
        window.event(egui::Event::PointerMoved(*point));
        window.run();
    }
    press(window, points[points.len() - 1], PointerButton::Primary, false);
}

pub fn key(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

pub fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

pub fn nowhere() -> Pos2 {
    pos2(990.0, 10.0)
}

/// A start event at the left.
pub fn start() -> Document {
    let document = Document::empty("test", "Test");
    let process = document.main_process;
    let mut editor = Editor::new(document);
    let kind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
    let add = FlowCommand::AddNode { process, kind, name: "Beginn".to_owned(), at: Point::new(100.0, 200.0) };
    editor.apply(Command::Flow(add)).unwrap();
    editor.document().as_ref().clone()
}
