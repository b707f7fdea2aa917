//! Every sample file comes in, is drawn whole, shown, checked and played where it holds a flow, and goes out again: into its own format
//! without a loss, into every other one with a sentence about each.

use dienstweg::check::check;
use dienstweg::drawing::colouring::Colouring;
use dienstweg::drawing::scene::Plane;
use dienstweg::drawing::{Picture, ThemeName};
use dienstweg::exchange::{Exported, File, Files, Target, Weight, export, import, picture};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{Document, SourceFormat, undrawn, violations};
use dienstweg::sim::{Program, play_alone};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files that are wrong on purpose, with which their readers are tried.
const WRONG: [&str; 3] = ["unknown-namespace.xml", "unexpected-node.xml", "invalid-freigabestatus.xml"];

/// All files in BPMN and XML below a folder of the project, in order.
fn below(folder: &Path) -> Vec<PathBuf> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "bpmn" || ending == "xml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The files that stand in the project.
fn samples() -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    ["miwg", "fim", "control-flow", "ozg-hub", "xdatenfelder", "bpmn", "civento"]
        .iter()
        .flat_map(|folder| below(&data.join(folder)))
        .collect()
}

/// Each process as a picture.
fn shown(document: &Arc<Document>, path: &Path) {
    for process in document.processes.keys() {
        let plane = Plane::from(process);
        let (subjects, colouring, theme) = (BTreeSet::new(), Colouring::default(), ThemeName::Light);
        let wanted = Picture { document: Arc::clone(document), plane, subjects, colouring, theme, has_notes: false };
        let drawing = wanted.drawn();
        let is_blank = document.children(process, None).next().is_none();
        assert!(drawing.is_some() || is_blank, "{}", path.display());
        let Some(drawing) = drawing else { continue };
        assert!(picture::svg(&drawing, 1.0, &picture::Caption::default()).len() > 200);
    }
}

/// Whether something was written, and each note about it is a sentence.
fn said(texts: &Texts, exported: &Exported, what: &str) {
    let size = match &exported.files {
        Files::One(bytes) => bytes.len(),
        Files::Folder(files) => files.len(),
    };
    assert!(size > 0, "{what}");
    for note in &exported.report {
        let sentence = texts.exchange_note(note);
        assert!(sentence.len() > 10 && sentence.contains(' '), "{what}: {sentence}");
    }
}

#[test]
fn every_sample_comes_in_is_shown_checked_played_and_goes_out() {
    let texts = Texts::new(Language::German);
    let (mut taken, mut played) = (0, 0);
    for path in samples() {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let imported = match import(&[File { name: &name, bytes: &bytes }]) {
            Ok(imported) => imported,
            Err(error) => {
                let sentence = texts.import_error(&error);
                assert!(WRONG.contains(&name.as_str()) || sentence.contains(' '), "{}: {sentence}", path.display());
                assert!(!name.ends_with("bpmn"), "{}: {sentence}", path.display());
                continue;
            }
        };
        taken += 1;
        imported.report.iter().for_each(|note| assert!(texts.exchange_note(note).contains(' '), "{}", path.display()));
        let document = Arc::new(imported.document);
        assert_eq!((violations(&document), undrawn(&document)), (Vec::new(), Vec::new()), "{}", path.display());
        shown(&document, &path);
        check(&document);
        // Models that count need their inputs, and are played with them in `control_flow`; those for proofs may go on for ever.
        let is_played = !["control-flow", "soundness"].iter().any(|folder| path.iter().any(|part| part == *folder));
        if is_played
            && document.children(document.main_process, None).next().is_some()
            && let Ok(program) = Program::compile(&document, document.main_process)
        {
            // It ends, or waits for what nobody does: that it is said is enough here.
            let _ = play_alone(Arc::new(program), jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0), Vec::new());
            played += 1;
        }
        let formats: BTreeSet<SourceFormat> = document.sources.values().map(|source| source.format).collect();
        if formats.contains(&SourceFormat::Bpmn) && name.ends_with("bpmn") {
            let back = export(&document, Target::Bpmn).unwrap();
            assert!(back.files == Files::One(bytes.clone()), "{}", path.display());
            // What has no place in the format would be a loss; a file gives nothing of that but the data of its conditions.
            let lost = back.report.iter().filter(|note| note.what.weight() == Weight::Left).count();
            assert!(lost <= 1, "{}: {:?}", path.display(), back.report);
        }
        let targets = [Target::Bpmn, Target::Civento, Target::Xprozess(jiff::Timestamp::UNIX_EPOCH), Target::OzgHub(None)];
        for target in targets {
            match export(&document, target) {
                Ok(exported) => said(&texts, &exported, &format!("{} {target:?}", path.display())),
                Err(error) => assert!(texts.export_error(&error).contains(' ')),
            }
        }
        for form in document.forms.keys() {
            for target in [Target::JsonSchema(form), Target::Xdatenfelder(form, None)] {
                match export(&document, target) {
                    Ok(exported) => said(&texts, &exported, &format!("{} {target:?}", path.display())),
                    Err(error) => assert!(texts.export_error(&error).contains(' ')),
                }
            }
        }
    }
    assert!(taken > 90 && played >= 12, "{taken} {played}");
}
