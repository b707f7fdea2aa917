//! Places that cannot be written, or hold other things: a folder is written as a whole or not at all.

use super::{Ran, run, run_after, tree};
use std::fs;
use std::path::{Path, PathBuf};

fn template() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ozg-hub/template")
}

fn arguments<'a>(from: &'a Path, out: &'a Path) -> [&'a Path; 5] {
    [Path::new("convert"), from, out, Path::new("--to"), Path::new("ozg-hub")]
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn other_files_of_the_same_names_are_replaced_only_when_told_so() {
    let folder = tree(&[("README.md", b"mine"), ("own.txt", b"mine")]);
    let (from, out) = (template(), folder.path());
    let Ran { code, fault, .. } = run(&arguments(&from, out));
    assert_eq!(code, Some(2));
    assert!(fault.contains("würden Dateien ersetzt, in denen etwas anderes steht: „README.md“. Nichts wurde geschrieben."), "{fault}");
    assert_eq!(count(out), 2);
    let mut forced = arguments(&from, out).to_vec();
    forced.push(Path::new("--force"));
    assert_eq!(run(&forced).code, Some(0));
    assert_eq!(fs::read(out.join("README.md")).unwrap(), fs::read(from.join("README.md")).unwrap());
    assert_eq!(fs::read(out.join("own.txt")).unwrap(), b"mine");
    // The same once more replaces nothing, so nothing has to be asked.
    assert_eq!(run(&arguments(&from, out)).code, Some(0));
}

/// A file is replaced by its name; what is read is not, whatever its name is called here.
#[test]
fn a_file_that_is_read_is_replaced_only_when_told_so() {
    let flow = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/miwg/A.1.0.bpmn")).unwrap();
    let folder = tree(&[("flow.bpmn", &flow), ("picture.svg", b"old")]);
    let (from, beside) = (folder.path().join("flow.bpmn"), folder.path().join("picture.svg"));
    let again = folder.path().join("./flow.bpmn");
    let words = |command: &'static str, to: &'static str| [Path::new(command), Path::new("--to"), Path::new(to)];
    for (command, to) in [("convert", "svg"), ("convert", "bundle")] {
        let [command, option, to] = words(command, to);
        let Ran { code, fault, .. } = run(&[command, &from, &again, option, to]);
        assert_eq!(code, Some(2));
        assert!(fault.contains("ist die Datei, die gelesen wird; sie würde ersetzt. Nichts wurde geschrieben."), "{fault}");
        assert_eq!(fs::read(&from).unwrap(), flow);
    }
    assert_eq!(run(&[Path::new("import"), &from, Path::new("--out"), &again]).code, Some(2));
    assert_eq!(fs::read(&from).unwrap(), flow);
    let [command, option, to] = words("convert", "svg");
    assert_eq!(run(&[command, &from, &beside, option, to]).code, Some(0));
    assert!(fs::read_to_string(&beside).unwrap().contains("<svg"));
    assert_eq!(run(&[command, &from, &again, option, to, Path::new("--force")]).code, Some(0));
    assert!(fs::read_to_string(&from).unwrap().contains("<svg"));
}

#[test]
fn what_stands_in_the_way_keeps_the_whole_folder_from_being_written() {
    let folder = tree(&[("models", b"a file")]);
    let (from, out) = (template(), folder.path());
    let mut forced = arguments(&from, out).to_vec();
    forced.push(Path::new("--force"));
    let Ran { code, fault, .. } = run(&forced);
    assert_eq!(code, Some(2));
    assert!(fault.contains("steht eine Datei, wo ein Ordner sein müsste"), "{fault}");
    assert_eq!((count(out), fs::read(out.join("models")).unwrap().as_slice()), (1, b"a file".as_slice()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (from, out) = (template(), folder.path().join("new"));
    // No file may become larger than 8 kB: some of the project's are.
    let Ran { code, fault, .. } = run_after("trap '' XFSZ; ulimit -f 16;", &arguments(&from, &out));
    assert_eq!(code, Some(2), "{fault}");
    assert!(fault.contains("Der Datenträger ist voll."), "{fault}");
    assert!(!out.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_is_not_to_be_written() {
    let from = template();
    let Ran { code, fault, .. } = run(&arguments(&from, Path::new("/sys/dienstweg")));
    assert_eq!(code, Some(2));
    assert!(fault.contains("kann nicht geschrieben werden: Für diesen Ort fehlt die Berechtigung."), "{fault}");
}
