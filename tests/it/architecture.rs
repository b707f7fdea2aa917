//! Holds the room table of `src/lib.rs`: who may name whom, and where guarded crates may stand.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may name. `main.rs` and `lib.rs` stand outside.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("expr", &[]),
    ("catalog", &[]),
    ("scope", &["expr", "model"]),
    ("rule", &["scope", "expr", "model"]),
    ("layout", &["model"]),
    ("drawing", &["layout", "model"]),
    ("form", &["scope", "expr", "model"]),
    ("edit", &["layout", "scope", "expr", "model"]),
    ("sim", &["form", "scope", "expr", "model"]),
    ("teach", &["sim", "edit", "model"]),
    ("check", &["sim", "form", "edit", "catalog", "scope", "rule", "expr", "model"]),
    ("bundle", &["model"]),
    ("exchange", &["rule", "form", "drawing", "layout", "scope", "expr", "model"]),
    ("storage", &[]),
    ("i18n", &["catalog", "teach", "rule", "scope", "edit", "check", "sim", "form", "bundle", "exchange", "expr", "model"]),
    (
        "view",
        &["i18n", "teach", "exchange", "edit", "check", "sim", "form", "drawing", "layout", "catalog", "scope", "rule", "expr", "model"],
    ),
    ("cli", &["i18n", "edit", "check", "sim", "form", "bundle", "exchange", "storage", "drawing", "layout", "catalog", "expr", "model"]),
    (
        "app",
        &[
            "view", "rule", "i18n", "teach", "edit", "check", "sim", "form", "bundle", "exchange", "storage", "drawing", "layout",
            "catalog", "expr", "model",
        ],
    ),
];

/// Guarded words with the rooms (or files) in which they may stand.
const GUARDED: &[(&str, &[&str])] = &[
    ("egui", &["view", "app"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
    ("arboard", &["app"]),
    ("ron", &["bundle", "app/settings", "drawing/palette", "view/theme", "catalog"]),
    (
        "std::fs",
        &[
            "storage",
            "app",
            "cli",
            "exchange/code_list/tests",
            "exchange/xdatenfelder/tests",
            "exchange/ozg_hub/tests",
            "exchange/xprozess/tests",
        ],
    ),
    ("SystemTime", &["app", "cli"]),
    ("Instant", &["app", "cli"]),
    ("quick_xml", &["exchange/xml"]),
    ("std::net", &[]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// A line of code without its comment.
struct Line {
    file: String,
    room: String,
    number: usize,
    code: String,
}

/// All lines of code of the rooms.
fn lines() -> Vec<Line> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    files.sort();
    let mut lines = Vec::new();
    for path in files {
        let file = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let Some((room, _)) = file.split_once('/') else { continue };
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default().to_owned();
            lines.push(Line { file: file.clone(), room: room.to_owned(), number: number + 1, code });
        }
    }
    lines
}

/// Whether the code names the crate, module or type as a word of its own.
fn names_word(code: &str, word: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_' || character == '"' || character == '.';
    code.match_indices(word).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + word.len()..]);
        !before.ends_with(is_part) && (after.starts_with("::") || after.starts_with(';'))
    })
}

#[test]
fn rooms_name_only_rooms_below_them() {
    let mut faults = Vec::new();
    for Line { file, room, number, code } in lines() {
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            faults.push(format!("{file}: the room `{room}` is not in the table"));
            continue;
        };
        for (other, _) in ROOMS.iter().filter(|(other, _)| *other != room && !allowed.contains(other)) {
            if names_word(&code, &format!("crate::{other}")) {
                faults.push(format!("{file}:{number}: `{room}` must not name `{other}`"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn guarded_crates_stay_in_their_rooms() {
    let mut faults = Vec::new();
    for Line { file, number, code, .. } in lines() {
        for (word, places) in GUARDED {
            if names_word(&code, word) && !places.iter().any(|place| file.starts_with(place)) {
                faults.push(format!("{file}:{number}: `{word}` may stand only in {places:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_top_level_stays_as_it_is() {
    let expected = ["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "assets", "sample-models", "src", "target", "tests"];
    for entry in fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('.') || expected.contains(&name.as_str()), "`{name}` does not belong to the top level");
    }
}
