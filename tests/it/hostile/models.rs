//! Our own files: size, depth, values out of range.

use super::{HUGE, Ran, file, huge, run};
use std::path::Path;

fn sample() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models/hundesteuer.dienstweg.ron");
    std::fs::read_to_string(path).unwrap()
}

/// A model that begins as the sample and goes on so where its processes are.
fn broken(rest: &str) -> Vec<u8> {
    let sample = sample();
    let at = sample.find("processes").unwrap();
    format!("{}processes: {rest}", &sample[..at]).into_bytes()
}

#[track_caller]
fn refuse_model(path: &Path, reason: &str) {
    let Ran { code, fault, .. } = run(&[Path::new("check"), path]);
    assert_eq!(code, Some(2), "{fault}");
    assert!(fault.contains(reason), "{fault}");
}

#[test]
fn two_hundred_megabytes() {
    let (_folder, path) = huge("huge.dienstweg.ron", &sample());
    assert_eq!(std::fs::metadata(&path).unwrap().len(), HUGE);
    refuse_model(&path, "gelesen werden höchstens 64 MB.");
}

#[test]
fn depth() {
    for rest in ["[".repeat(10_000_000), format!("[{}", "(".repeat(1_000_000)), "Some(".repeat(1_000_000)] {
        let (_folder, path) = file("deep.dienstweg.ron", &broken(&rest));
        refuse_model(&path, "Die Datei ist in Zeile ");
    }
    let (_folder, path) = file("comment.dienstweg.ron", &broken(&"/*".repeat(10_000_000)));
    refuse_model(&path, "Die Datei bricht in Zeile ");
}

#[test]
fn length() {
    for rest in
        [format!("[{}", "(),".repeat(15_000_000)), format!("\"{}", "\\u{1}".repeat(10_000_000)), format!("r{}\"", "#".repeat(10_000_000))]
    {
        let (_folder, path) = file("long.dienstweg.ron", &broken(&rest));
        refuse_model(&path, "Die Datei ist in Zeile ");
    }
}

#[test]
fn numbers_out_of_range() {
    let sample = sample();
    let at = sample.find("next_id: ").unwrap() + "next_id: ".len();
    let end = at + sample[at..].find(',').unwrap();
    for number in ["-1", "1e400", &"9".repeat(1_000_000), "NaN", "0"] {
        let text = format!("{}{number}{}", &sample[..at], &sample[end..]);
        let (_folder, path) = file("number.dienstweg.ron", text.as_bytes());
        refuse_model(&path, "");
    }
}
