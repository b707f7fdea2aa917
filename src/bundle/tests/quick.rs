//! The quick reader and ron read alike, or the quick reader says nothing.

use super::random;
use crate::bundle::quick::read;
use crate::bundle::v1::ModelFile;
use crate::bundle::write_model;
use proptest::prelude::*;

fn by_ron(text: &str) -> Option<String> {
    ron::from_str::<ModelFile>(text).ok().map(|file| ron::to_string(&file).unwrap())
}

fn quickly(text: &str) -> Option<String> {
    read::<ModelFile>(text).map(|file| ron::to_string(&file).unwrap())
}

#[test]
fn a_sample_is_read_quickly() {
    let text = include_str!("../../../sample-models/mutterschutz.dienstweg.ron");
    assert!(quickly(text).is_some());
    assert_eq!(quickly(text), by_ron(text));
}

#[test]
fn what_is_unusual_is_left_to_ron() {
    for text in ["5 // five", "0x5", "1_000", "+5", " 5 5", "-", "", "99999999999"] {
        assert_eq!(read::<u32>(text), None, "{text}");
    }
    for text in [r#""\x41""#, r#"r"a""#, r#""a"#, r#""\u{d800}""#, r#""\u{1234567}""#, r#""a" b"#, "'a'"] {
        assert_eq!(read::<String>(text), None, "{text}");
    }
    for text in ["[1,,2]", "[1 2]", "[,1]", "[1", "(1)", "[1]]"] {
        assert_eq!(read::<Vec<u32>>(text), None, "{text}");
    }
    assert_eq!(read::<Vec<Option<f64>>>(" [Some(-1.5e3), None, Some(2), ]\n"), Some(vec![Some(-1500.0), None, Some(2.0)]));
    assert_eq!(read::<String>(r#""\u{e4}\n\\\"ß""#).as_deref(), Some("ä\n\\\"ß"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn random_documents_are_read_quickly(seed: u64) {
        let text = write_model(&random::document(seed)).unwrap();
        let read = quickly(&text);
        prop_assert!(read.is_some());
        prop_assert_eq!(read, by_ron(&text));
    }

    #[test]
    fn of_damaged_texts_nothing_is_read_that_ron_reads_otherwise(seed: u64, damages in prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize), 1..4)) {
        const SIGNS: [&str; 12] = ["", "(", ")", ",", ":", "\"", "\\", " ", "0", "-", "a", "\n"];
        let mut text = write_model(&random::document(seed)).unwrap();
        for (place, sign) in damages {
            let letters: Vec<(usize, char)> = text.char_indices().collect();
            let (at, letter) = *place.get(&letters);
            text.replace_range(at..at + letter.len_utf8(), SIGNS[sign]);
        }
        if let Some(read) = quickly(&text) {
            prop_assert_eq!(Some(read), by_ron(&text));
        }
    }
}
