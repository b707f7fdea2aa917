//! Every sample procedure can be opened, released, drawn and played, and comes back from writing as it was.

use dienstweg::bundle::{read_model, write_model};
use dienstweg::catalog::{Sample, samples};
use dienstweg::check::{check, may_be_released};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{Document, undrawn};
use dienstweg::sim::run_case;

fn each(test: impl Fn(&Sample, &Document)) {
    assert!(!samples().is_empty());
    for sample in samples() {
        let document = read_model(sample.text.as_bytes()).unwrap_or_else(|error| panic!("{}: {error}", sample.file)).document;
        test(sample, &document);
    }
}

#[test]
fn no_sample_has_an_error() {
    let texts = Texts::new(Language::German);
    each(|sample, document| {
        let problems = check(document);
        let sentences: Vec<String> = problems.iter().map(|problem| texts.problem(document, problem)).collect();
        assert!(may_be_released(&problems), "{}: {sentences:#?}", sample.file);
    });
}

#[test]
fn every_sample_is_drawn_whole() {
    each(|sample, document| assert_eq!(undrawn(document), [], "{}", sample.file));
}

#[test]
fn every_sample_is_written_to_the_same_bytes() {
    each(|sample, document| assert!(write_model(document).unwrap() == sample.text, "{}", sample.file));
}

#[test]
fn all_test_cases_of_every_sample_pass() {
    let texts = Texts::new(Language::German);
    each(|sample, document| {
        assert!(!document.test_cases.is_empty(), "{}", sample.file);
        for case in document.test_cases.values() {
            let difference = run_case(document, case).first_difference.map(|difference| texts.difference(document, &difference));
            assert_eq!(difference, None, "{}: {}", sample.file, case.name);
        }
    });
}
