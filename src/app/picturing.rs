//! Pictures of the flow for other programs: drawn and written beside the window, for a large one takes longer than a frame may.

use super::App;
use super::errands::Errand;
use super::events::Event;
use super::files::{Question, Trouble};
use super::workspace::Workspace;
use crate::drawing::scene::Plane;
use crate::drawing::{Picture, ThemeName};
use crate::exchange::picture::{TooLarge, pixels, png, svg};
use crate::i18n::{Language, Texts};
use crate::model::{Bounds, Subject};
use crate::storage;
use crate::view::dialogs::{Dialog, PREVIEW, PictureLook, PictureQuestion, PictureWish, Preview, Previewed};
use egui::{ColorImage, Context, TextureOptions};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why no picture was written.
pub(super) enum NoPicture {
    /// There is nothing to draw.
    Nothing,
    /// It would have too many pixels.
    TooLarge(TooLarge),
    /// The file could not be written.
    File(Trouble),
}

/// A preview as it comes from its thread: what of the diagram it shows, which letters its typeface lacks, and the picture.
pub(super) struct DrawnPreview {
    area: Bounds,
    missing: Vec<char>,
    image: ColorImage,
}

/// A preview is nowhere larger than life and this.
const LARGEST_PREVIEW: f64 = 1.5;

impl App {
    /// Asks what the picture of the canvas should be like.
    pub(super) fn ask_for_picture(&mut self) {
        let Some(workspace) = self.workspace_mut() else { return };
        workspace.editor.commit();
        let drawn = workspace.editor.document().clone();
        let is_drawn = |subject: &&Subject| drawn.diagram.shapes.contains(**subject) || drawn.diagram.edges.contains(**subject);
        let selected = workspace.selection.subjects.iter().filter(is_drawn).copied().collect();
        let wish = PictureWish { scale: 2, selected, ..PictureWish::default() };
        self.dialog = Some(Dialog::Picture(PictureQuestion { wish, preview: Preview::default() }));
    }

    /// Has the preview drawn that the open dialog needs; a large picture takes its time, so beside the window.
    pub(super) fn keep_preview(&mut self, context: &Context) {
        let Some(Dialog::Picture(PictureQuestion { wish, preview })) = &self.dialog else { return };
        let Some(look) = preview.due(wish) else { return };
        let Some(picture) = self.workspace().map(|workspace| picture(workspace, wish)) else { return };
        let fineness = f64::from(context.pixels_per_point());
        if let Some(Dialog::Picture(question)) = &mut self.dialog {
            question.preview.drawing = Some(look);
        }
        self.events.spawn(context, move || Event::Previewed { look, drawn: preview_of(&picture, fineness) });
    }

    /// Shows a preview that was drawn, if it is still wanted.
    pub(super) fn take_previewed(&mut self, context: &Context, look: PictureLook, drawn: Option<DrawnPreview>) {
        let Some(Dialog::Picture(question)) = &mut self.dialog else { return };
        question.preview.drawing = None;
        let shown = drawn.map(|DrawnPreview { area, missing, image }| {
            let texture = context.load_texture("preview", image, TextureOptions::LINEAR);
            Previewed { area, missing, texture }
        });
        question.preview.drawn = Some((look, shown));
    }

    /// Asks where the picture is to be written.
    pub(super) fn ask_where_to_put_picture(&mut self, context: &Context, wish: PictureWish) {
        let Some(number) = self.workspace().map(|workspace| workspace.number) else { return };
        let (title, kinds) = (self.texts.get("picture-title").to_owned(), wish.ending().to_uppercase());
        let (folder, name) = (Some(self.usual_folder()), self.picture_name(number, &wish));
        let question = Question::WriteForeign { title, kinds, ending: wish.ending(), folder, name };
        self.ask_system(context, Errand::WritePicture { number, wish }, question);
    }

    /// A name for the file: the key of the process that is shown.
    pub(super) fn picture_name(&self, number: u64, wish: &PictureWish) -> String {
        let workspace = self.numbered(number);
        let process = workspace.and_then(|workspace| workspace.editor.shown().processes.get(workspace.process));
        format!("{}.{}", process.map_or("bild", |process| process.key.as_str()), wish.ending())
    }

    /// Draws and writes the picture. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn write_picture(&mut self, context: &Context, number: u64, wish: PictureWish, path: &Path, is_agreed: bool) {
        let Some(workspace) = self.numbered(number) else { return };
        let picture = picture(workspace, &wish);
        let path =
            if path.extension().is_some() { path.to_owned() } else { PathBuf::from(format!("{}.{}", path.display(), wish.ending())) };
        if !is_agreed && path.exists() {
            let file = path.display().to_string();
            self.errand = Some(Errand::ReplacePicture { number, wish, path });
            self.dialog = Some(Dialog::Replace { file, was_changed: false });
            return;
        }
        let language = self.texts.language();
        self.events.spawn(context, move || Event::Pictured { outcome: write(&picture, &wish, language, &path), path });
    }

    /// Says that a picture was written, or why not.
    pub(super) fn take_pictured(&mut self, path: &Path, outcome: Result<(), NoPicture>) {
        let file = path.display().to_string();
        match outcome {
            Ok(()) => self.notices.say(self.texts.with("picture-saved", &[("file", (&file).into())])),
            Err(NoPicture::Nothing) => self.notices.fail(self.texts.get("picture-nothing").to_owned()),
            Err(NoPicture::TooLarge(fault)) => self.notices.fail(self.texts.picture_too_large(&fault)),
            Err(NoPicture::File(trouble)) => self.tell_trouble(path, &trouble),
        }
    }
}

/// The picture of what a workspace shows.
fn picture(workspace: &Workspace, wish: &PictureWish) -> Picture {
    Picture {
        document: Arc::clone(workspace.editor.document()),
        plane: Plane { process: workspace.process, inside: workspace.canvas.inside() },
        subjects: if wish.is_selection { wish.selected.clone() } else { BTreeSet::new() },
        colouring: workspace.canvas.colouring,
        theme: if wish.is_dark { ThemeName::Dark } else { ThemeName::Light },
        has_notes: wish.has_notes,
    }
}

/// The picture as small as the dialog shows it, with so many pixels for a point of the screen.
fn preview_of(picture: &Picture, fineness: f64) -> Option<DrawnPreview> {
    let drawing = picture.drawn()?;
    let Bounds { width, height, .. } = drawing.area;
    let fitting = (f64::from(PREVIEW.0) / width).min(f64::from(PREVIEW.1) / height).min(LARGEST_PREVIEW);
    let drawn = pixels(&drawing, fitting * fineness).ok()?;
    let image = ColorImage::from_rgb([drawn.width as usize, drawn.height as usize], &drawn.rgb);
    Some(DrawnPreview { area: drawing.area, missing: drawing.missing_letters().into_iter().collect(), image })
}

fn write(picture: &Picture, wish: &PictureWish, language: Language, path: &Path) -> Result<(), NoPicture> {
    let drawing = picture.drawn().ok_or(NoPicture::Nothing)?;
    let scale = f64::from(wish.scale);
    let bytes = if wish.is_png {
        png(&drawing, scale).map_err(NoPicture::TooLarge)?
    } else {
        svg(&drawing, scale, &Texts::new(language).picture_caption(&picture.document, &drawing.title, &drawing.nodes())).into_bytes()
    };
    storage::write_whole(path, &bytes).map_err(|error| NoPicture::File(Trouble::Writing(error)))
}
