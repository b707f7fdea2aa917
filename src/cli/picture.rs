//! `--to svg` and `--to png`: a picture of a process.

use super::output::Output;
use crate::drawing::colouring::Colouring;
use crate::drawing::{Picture, ThemeName};
use crate::exchange::picture::{png, svg};
use crate::exchange::{Exported, Files, Note, What};
use crate::model::{Document, ProcessId, Subject};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the picture should be like.
#[derive(Clone, Debug)]
pub(super) struct PictureWish {
    /// Pixels for each point.
    pub scale: u8,
    /// Light on dark.
    pub is_dark: bool,
    /// With the notes of steps, written out below.
    pub has_notes: bool,
    /// Key or name of the process; without one the procedure itself.
    pub process: Option<String>,
    /// Ids in the file from which the document came, keys or names of elements; none: everything.
    pub selection: Vec<String>,
}

/// The file, or the sentence why there is none.
pub(super) fn exported(output: &Output<'_>, document: &Document, is_png: bool, wish: &PictureWish) -> Result<Exported, String> {
    let subjects = wish.selection.iter().map(|wanted| element(output, document, wanted)).collect::<Result<BTreeSet<_>, _>>()?;
    let of_selection = subjects.first().and_then(|subject| Some(document.nodes.get(subject.node()?)?.process));
    let process = match (&wish.process, of_selection) {
        (None, Some(process)) => process,
        (wanted, _) => process(output, document, wanted.as_deref())?,
    };
    let picture = Picture {
        plane: process.into(),
        document: Arc::new(document.clone()),
        subjects,
        colouring: Colouring::Role,
        theme: if wish.is_dark { ThemeName::Dark } else { ThemeName::Light },
        has_notes: wish.has_notes,
    };
    let drawing = picture.drawn().ok_or_else(|| output.texts.get("picture-nothing").to_owned())?;
    let scale = f64::from(wish.scale);
    let bytes = if is_png {
        png(&drawing, scale).map_err(|fault| output.texts.picture_too_large(&fault))?
    } else {
        svg(&drawing, scale, &output.texts.picture_caption(document, &drawing.title, &drawing.nodes())).into_bytes()
    };
    let letters: Vec<char> = drawing.missing_letters().into_iter().collect();
    let said = (!letters.is_empty()).then_some(What::MissingLetters { letters, are_boxes: is_png });
    Ok(Exported { files: Files::One(bytes), report: said.into_iter().map(|what| Note::new("", "", what)).collect() })
}

/// The element of that id, key or name.
fn element(output: &Output<'_>, document: &Document, wanted: &str) -> Result<Subject, String> {
    let is_drawn = |subject: &Subject| document.diagram.shapes.contains(*subject) || document.diagram.edges.contains(*subject);
    let mut by_id = document.origins.iter().filter(|(_, origin)| origin.id == wanted).map(|(subject, _)| subject);
    let by_key = || document.nodes.values().find(|node| node.key == wanted).map(|node| Subject::Node(node.id));
    let by_name = || document.diagram.shapes.keys().find(|subject| document.name_of(*subject).is_some_and(|name| name.trim() == wanted));
    let unknown = || output.texts.with("cli-unknown-element", &[("name", wanted.into())]);
    by_id.find(is_drawn).or_else(by_key).or_else(by_name).ok_or_else(unknown)
}

/// The process of that key or name; without one the procedure itself.
fn process(output: &Output<'_>, document: &Document, wanted: Option<&str>) -> Result<ProcessId, String> {
    let Some(wanted) = wanted else { return Ok(document.main_process) };
    let all = || document.processes.values();
    let found = all().find(|process| process.key == wanted).or_else(|| all().find(|process| process.name == wanted));
    let keys: Vec<&str> = all().map(|process| process.key.as_str()).collect();
    let unknown = || output.texts.with("cli-unknown-process", &[("name", wanted.into()), ("names", keys.join(", ").as_str().into())]);
    found.map(|process| process.id).ok_or_else(unknown)
}
