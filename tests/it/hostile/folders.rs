//! Project folders: links, ways out, too many files, damaged files beside good ones.

use super::{huge, import, run, take, tree};
use std::fs;
use std::path::Path;

const MODEL: &[u8] =
    b"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><task id=\"a\"/></process></definitions>";
const FORM: &[u8] = b"{\"formId\":\"1:A:v1.0\",\"sections\":[]}";

#[track_caller]
fn refuse_folder(folder: &Path, reason: &str) {
    let ran = import(folder);
    assert_eq!(ran.code, Some(2), "{}", ran.fault);
    assert!(ran.fault.contains(reason), "{}", ran.fault);
}

#[test]
fn a_hundred_thousand_files() {
    let folder = tree(&[("models/a.bpmn", MODEL)]);
    for number in 0..100_000 {
        fs::File::create(folder.path().join(format!("models/{number}.txt"))).unwrap();
    }
    refuse_folder(folder.path(), "In dem Ordner ist mehr, als gelesen wird (2.000 Dateien, 64 MB).");
}

#[test]
fn two_hundred_megabytes() {
    let (folder, _) = huge("a.json", "{");
    fs::create_dir(folder.path().join("models")).unwrap();
    fs::write(folder.path().join("models/a.bpmn"), MODEL).unwrap();
    refuse_folder(folder.path(), "In dem Ordner ist mehr, als gelesen wird");
}

#[cfg(unix)]
#[test]
fn links_are_passed_over() {
    use std::os::unix::fs::symlink;
    let folder = tree(&[("models/a.bpmn", MODEL)]);
    symlink("/etc/passwd", folder.path().join("models/b.bpmn")).unwrap();
    symlink("..", folder.path().join("up")).unwrap();
    symlink("/dev/zero", folder.path().join("forms")).unwrap();
    let ran = import(folder.path());
    assert_eq!(ran.code, Some(0), "{}", ran.fault);
    assert!(!ran.out.contains("b.bpmn") && !ran.out.contains("up/"), "{}", ran.out);
}

#[test]
fn names_that_could_lead_out_stay_in_the_folder() {
    let folder =
        tree(&[("models/a.bpmn", MODEL), ("forms/..%2f..%2fA-v1.0-de.json", FORM), ("forms/C:A-v1.0-de.json", FORM), ("x/..a/b", b"1")]);
    let out = tempfile::tempdir().unwrap();
    let target = out.path().join("in/new");
    let ran = run(&[Path::new("convert"), folder.path(), &target, Path::new("--to"), Path::new("ozg-hub")]);
    assert_eq!(ran.code, Some(0), "{}", ran.fault);
    let beside: Vec<_> = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["in"]);
    assert_eq!(fs::read_dir(out.path().join("in")).unwrap().count(), 1);
}

#[test]
fn damaged_files_beside_good_ones_are_named() {
    let folder = tree(&[
        ("models/a.bpmn", MODEL),
        ("forms/A-v1.0-de.json", b"{\"formId\":"),
        ("forms/B-v1.0-de.json", FORM),
        ("forms/C-v1.0-de.json", b"\xff\xfe"),
        ("parameterdefinitions/a.json", b"[[[["),
    ]);
    let named = ["forms/A-v1.0-de.json", "forms/C-v1.0-de.json", "parameterdefinitions/a.json", "Ein Formular"];
    take(folder.path(), &named);
}

#[test]
fn two_models_with_the_same_id() {
    let folder = tree(&[("models/a.bpmn", MODEL), ("models/b.bpmn", MODEL)]);
    take(folder.path(), &["models/b.bpmn"]);
}
