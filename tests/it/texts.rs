//! Holds that every text in use exists in both languages, with the same arguments, and that none is unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Keys with their arguments, of all resources of a language.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts").join(language);
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let source = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                let text = format!("{:?}", message.value);
                let arguments = text.match_indices("VariableReference { id: Identifier { name: \"").map(|(at, found)| {
                    let rest = &text[at + found.len()..];
                    rest[..rest.find('"').unwrap()].to_owned()
                });
                let earlier = found.insert(message.id.name.to_owned(), arguments.collect());
                assert!(earlier.is_none(), "{}: `{}` stands twice", path.display(), message.id.name);
            }
        }
    }
    found
}

fn gather(folder: &Path, texts: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            texts.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

fn source() -> String {
    let mut source = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    source
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_arguments() {
    let (german, english) = (messages("de"), messages("en"));
    let missing = |from: &BTreeMap<String, BTreeSet<String>>, other: &BTreeMap<String, BTreeSet<String>>| -> Vec<String> {
        from.iter().filter(|(key, arguments)| other.get(*key) != Some(arguments)).map(|(key, _)| key.clone()).collect()
    };
    assert_eq!(missing(&german, &english), Vec::<String>::new(), "missing or different in English");
    assert_eq!(missing(&english, &german), Vec::<String>::new(), "missing or different in German");
}

#[test]
fn every_text_is_used() {
    let source = source();
    let unused: Vec<String> = messages("de").into_keys().filter(|key| !source.contains(&format!("\"{key}\""))).collect();
    assert_eq!(unused, Vec::<String>::new(), "texts that no code names");
}

#[test]
fn every_key_in_the_source_has_a_text() {
    let source = source();
    let texts = messages("de");
    let calls = [".get(\"", ".with(\""].into_iter().flat_map(|call| source.match_indices(call).map(move |(at, _)| at + call.len()));
    let missing: BTreeSet<&str> =
        calls.filter_map(|at| source[at..].split('"').next()).filter(|key| key.contains('-') && !texts.contains_key(*key)).collect();
    assert_eq!(missing, BTreeSet::new(), "keys without a text");
}
