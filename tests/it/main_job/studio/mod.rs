//! A studio under test: the real window in folders of its own, found and worked by accessible names.

mod hands;

use crate::raster;
use dienstweg::app::{App, Paths};
use dienstweg::drawing::ThemeName;
use dienstweg::model::Document;
use dienstweg::view::theme::{Theme, install_fonts};
use egui::Pos2;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a thread beside the window may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The way past the system's dialog.
const TYPE_PATH: &str = "Ort selbst eingeben";

/// More places than any view has where Tab stops.
const MOST_STOPS: usize = 120;

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

pub struct Studio {
    folder: tempfile::TempDir,
    window: Harness<'static, App>,
}

impl Studio {
    /// A German studio that shows its start page, in the size in which the window opens.
    pub fn start() -> Self {
        let mut studio = Self::begin(None);
        studio.wait_for("Beispiele");
        studio
    }

    /// A German studio with this document open.
    pub fn start_with(document: &Document) -> Self {
        let mut studio = Self::begin(Some(document));
        studio.wait_for("Zeichenfläche");
        studio
    }

    fn begin(document: Option<&Document>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths { config: folder.path().join("config"), data: folder.path().join("data") };
        std::fs::create_dir_all(&paths.config).unwrap();
        std::fs::write(paths.config.join("settings.ron"), "(language: Some(German))").unwrap();
        let context = egui::Context::default();
        let mut app = App::new(&context, paths);
        let file = folder.path().join("verfahren.dienstweg.ron");
        let files =
            document.map(|document| std::fs::write(&file, dienstweg::bundle::write_model(document).unwrap()).unwrap()).map(|()| file);
        app.open_at_start(&context, files.into_iter().collect());
        let mut is_first = true;
        let draw = move |ui: &mut egui::Ui, app: &mut App| {
            if std::mem::take(&mut is_first) {
                Theme::named(ThemeName::Light).apply(ui.ctx());
            }
            app.ui_root(ui);
        };
        let builder = Harness::builder().with_size([1280.0, 720.0]).with_max_steps(40).with_step_dt(0.02);
        let window = builder.with_context_setup(install_fonts).build_ui_state(draw, app);
        Self { folder, window }
    }

    /// The document that is shown.
    pub fn document(&self) -> &Document {
        self.window.state().shown_document().unwrap()
    }

    /// A folder for files of the test.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Gives the window another size, in points: what a change of the interface's scale does to it.
    pub fn resize(&mut self, width: f32, height: f32) {
        self.window.set_size(egui::vec2(width, height));
        self.settle();
    }

    /// Scrolls until the first thing that bears this label is seen.
    pub fn scroll_to(&mut self, label: &str) {
        self.window.get_all_by_label(label).next().unwrap().scroll_to_me();
        self.settle();
    }

    /// Where the first thing stands that bears this label, in points.
    pub fn place_of(&self, label: &str) -> egui::Rect {
        self.window.query_all_by_label(label).next().unwrap_or_else(|| panic!("{label} is not shown")).rect()
    }

    /// Where the first thing of that kind stands that bears this label, in points.
    pub fn place_of_role(&self, role: Role, label: &str) -> egui::Rect {
        self.window.query_all_by_role_and_label(role, label).next().unwrap_or_else(|| panic!("{label} is not shown")).rect()
    }

    /// Lets the window come to rest, threads included; only the system's dialog is not waited for.
    pub fn settle(&mut self) {
        self.window.run();
        while self.window.state().is_awaiting() && !self.shows(TYPE_PATH) {
            std::thread::yield_now();
            self.window.run();
        }
        self.window.run();
    }

    /// Waits for a thread to bring what bears this label.
    pub fn wait_for(&mut self, label: &str) {
        self.wait_for_up_to(label, PATIENCE);
    }

    /// Waits for a thread that may take longer than others.
    pub fn wait_for_up_to(&mut self, label: &str, patience: Duration) {
        let begun = Instant::now();
        while !self.shows(label) {
            assert!(begun.elapsed() < patience, "{label} does not appear");
            std::thread::sleep(Duration::from_millis(5));
            self.settle();
        }
    }

    /// Waits until the label of something contains this.
    pub fn wait_for_part(&mut self, part: &str) {
        let begun = Instant::now();
        while !self.mentions(part) {
            assert!(begun.elapsed() < PATIENCE, "{part} does not appear");
            std::thread::sleep(Duration::from_millis(5));
            self.settle();
        }
    }

    /// Draws the window into a picture to be looked at.
    pub fn shot(&self, name: &str) {
        raster::shot(&self.window, Path::new(env!("CARGO_TARGET_TMPDIR")).join("play").join(format!("{name}.png")));
    }

    /// Draws it light, dark and with high contrast, and light again as large as at 150 and at 200 per cent.
    pub fn shots(&mut self, name: &str) {
        for (theme, ending) in [("Dunkel", "dark"), ("Hoher Kontrast", "contrast"), ("Hell", "light")] {
            self.click("Darstellung");
            self.click(theme);
            self.shot(&format!("{name}-{ending}"));
        }
        for (width, height, ending) in [(853.0, 480.0, "150"), (640.0, 360.0, "200")] {
            self.resize(width, height);
            self.shot(&format!("{name}-{ending}"));
        }
        self.resize(1280.0, 720.0);
    }

    /// Where tokens are drawn, in points.
    pub fn tokens(&self) -> Vec<Pos2> {
        let colour = Theme::named(ThemeName::Light).token;
        let disc = |clipped: &egui::epaint::ClippedShape| match &clipped.shape {
            egui::Shape::Circle(circle) if circle.fill == colour && clipped.clip_rect.contains(circle.center) => Some(circle.center),
            _ => None,
        };
        self.window.output().shapes.iter().filter_map(disc).collect()
    }

    /// Clicks what has this role and a label that begins so.
    pub fn click_role_starting(&mut self, role: Role, head: &str) {
        let is_it = |node: &Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(head));
        self.window.query_all_by_role(role).find(is_it).unwrap_or_else(|| panic!("{head} is not shown")).click();
        self.settle();
    }

    /// Does not wait for the dialog of the system. Not by the pointer: should that fail meanwhile, the click would land on what is below.
    fn type_rather(&mut self) {
        if let Some(button) = self.window.query_by_label(TYPE_PATH) {
            button.click_accesskit();
            self.settle();
        }
    }

    /// Waits until a path can be typed, with or without a file dialog of the system.
    pub fn wait_for_path_dialog(&mut self) {
        self.type_rather();
        let begun = Instant::now();
        while !self.mentions("Dateiname") {
            assert!(begun.elapsed() < PATIENCE, "nothing asks for a path");
            std::thread::sleep(Duration::from_millis(5));
            self.settle();
        }
    }

    /// Waits until a folder can be chosen, with or without a dialog of the system.
    pub fn wait_for_folder_dialog(&mut self) {
        self.type_rather();
        self.wait_for("Ordner wählen");
    }

    /// Lets letters that the typeface lacks be boxes, as on a system without fonts.
    pub fn draw_boxes(&self) {
        self.window.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
    }

    /// Opens this document by dropping its file.
    pub fn open_document(&mut self, document: &Document) {
        let file = self.folder().join("anderes.dienstweg.ron");
        std::fs::write(&file, dienstweg::bundle::write_model(document).unwrap()).unwrap();
        self.drop_files(&[file]);
        self.wait_for("Zeichenfläche");
    }

    /// What can be worked but has no name for the screen reader.
    pub fn nameless(&self) -> Vec<String> {
        let worked = [
            Role::Button,
            Role::RadioButton,
            Role::CheckBox,
            Role::TextInput,
            Role::MultilineTextInput,
            Role::ComboBox,
            Role::Link,
            Role::Tab,
        ];
        let all = worked.into_iter().flat_map(|role| self.window.query_all_by_role(role).map(move |node| (role, node)));
        let has_no_name = |(_, node): &(Role, Node<'_>)| node.accesskit_node().label().is_none_or(|label| label.trim().is_empty());
        all.filter(has_no_name).map(|(role, node)| format!("{role:?} at {:?}", node.rect())).collect()
    }

    /// Drops files and folders on the window.
    pub fn drop_files(&mut self, paths: &[PathBuf]) {
        for path in paths {
            self.window.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
        }
        self.settle();
    }

    /// Whether something bears this label.
    pub fn shows(&self, label: &str) -> bool {
        self.window.query_all_by_label(label).next().is_some()
    }

    /// How many things bear this label.
    pub fn count(&self, label: &str) -> usize {
        self.window.query_all_by_label(label).count()
    }

    /// Whether the label of something contains this.
    pub fn mentions(&self, part: &str) -> bool {
        self.window.query_all_by_label_contains(part).next().is_some()
    }
}
