//! Holds the habits of the house that no lint knows.

use std::fs;
use std::path::{Path, PathBuf};

/// No file of the source may have more lines.
const MOST_LINES: usize = 500;

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn check(folder: &str, fault: impl Fn(&str) -> Option<String>) {
    let faults: Vec<String> = rust_files(folder)
        .into_iter()
        .filter_map(|path| fault(&fs::read_to_string(&path).unwrap()).map(|fault| format!("{}: {fault}", path.display())))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_its_one_thing_first() {
    check("src", |text| (!text.starts_with("//! ")).then(|| "the first line must say what the file is".to_owned()));
}

#[test]
fn no_file_is_too_long() {
    for folder in ["src", "tests"] {
        check(folder, |text| {
            (text.lines().count() > MOST_LINES).then(|| format!("{} lines; which room wants to be its own?", text.lines().count()))
        });
    }
}

#[test]
fn nothing_is_left_undone() {
    let words = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"]].map(|parts| parts.concat());
    check("src", |text| {
        let line = text
            .lines()
            .position(|line| words.iter().any(|word| line.contains(&format!("// {word}")) || line.contains(&format!("{word}:"))));
        line.map(|line| format!("line {} names something left undone", line + 1))
    });
}

#[test]
fn comments_are_few_inside_bodies() {
    check("src", |text| {
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let is_plain = |line: &&str| line.starts_with("//") && !line.starts_with("///") && !line.starts_with("//!");
        let comments = text.lines().map(str::trim_start).filter(is_plain).count();
        (lines > 60 && comments * 100 > lines * 8).then(|| format!("{comments} plain comments in {lines} lines; say only why"))
    });
}

#[test]
fn the_claims_that_must_not_be_made_are_not_made() {
    let forbidden = [["civento-", "kompatibel"], ["BITV-", "konform"]].map(|parts| parts.concat());
    for folder in ["src", "tests"] {
        check(folder, |text| forbidden.iter().find(|claim| text.contains(claim.as_str())).cloned());
    }
}
