//! What a bundle says about itself, and what happens when it does not fit.

use super::complete;
use crate::bundle::{ContentKind, Digest, FileKind, ManifestPart, NoVersion, ReadError, Version, read_bundle, read_model, verify};
use crate::bundle::{write_bundle, write_model};

fn bundle() -> String {
    write_bundle(&complete::document(), &complete::release()).unwrap()
}

#[track_caller]
fn check(from: &str, to: &str, error: &ReadError) {
    let changed = bundle().replacen(from, to, 1);
    assert_ne!(changed, bundle(), "{from} is not in the bundle");
    assert_eq!(verify(changed.as_bytes()).as_ref(), Err(error));
}

#[test]
fn it_says_what_is_inside() {
    let manifest = verify(bundle().as_bytes()).unwrap().manifest;
    assert_eq!((manifest.key.as_str(), manifest.name.as_str()), ("hundesteuerAnmeldung", "Hundesteuer: Anmeldung"));
    let names = |kind| &manifest.contents.iter().find(|part| part.kind == kind).unwrap().names;
    assert_eq!(names(ContentKind::Forms), &["Anmeldung", "Prüfung"]);
    assert_eq!(names(ContentKind::TestCases), &["Zweithund wird höher besteuert"]);
    assert_eq!(names(ContentKind::DecisionTables).len(), 4);
}

#[test]
fn the_digest_is_that_of_the_model_file() {
    let model = write_model(&complete::document()).unwrap();
    assert_eq!(verify(bundle().as_bytes()).unwrap().manifest.digest, Digest::of(&model));
}

#[test]
fn a_changed_document_does_not_fit_its_digest() {
    let changed = bundle().replace("120.00", "121.00");
    let Err(ReadError::Digest { stated, computed }) = verify(changed.as_bytes()) else { panic!("verified") };
    let bundle = read_bundle(changed.as_bytes()).unwrap();
    assert_eq!(bundle.manifest.digest, stated);
    assert_eq!(Digest::of(write_model(&bundle.document).unwrap()), computed);
}

#[test]
fn the_layout_is_not_part_of_the_digest() {
    let other = bundle().replace("\n    ", "\r\n\t");
    assert!(verify(other.as_bytes()).is_ok());
}

#[test]
fn parts_that_do_not_fit() {
    check("key: \"hundesteuerAnmeldung\"", "key: \"gewerbe\"", &ReadError::Manifest(ManifestPart::Procedure));
    check("version: \"1.4.0\"", "version: \"1.4\"", &ReadError::Manifest(ManifestPart::Version));
    check("\"2027-01-01\"", "\"2027-02-29\"", &ReadError::Manifest(ManifestPart::ValidFrom));
    check("\"2027-01-01\"", "\"20270101\"", &ReadError::Manifest(ManifestPart::ValidFrom));
    check("names: [\"Anmeldung\", \"Prüfung\"]", "names: [\"Abmeldung\", \"Prüfung\"]", &ReadError::Manifest(ManifestPart::Contents));
    check("count: 1,", "count: 2,", &ReadError::Manifest(ManifestPart::Contents));
    check("sha256:", "sha512:", &ReadError::Manifest(ManifestPart::Digest));
}

#[test]
fn a_bundle_is_no_model() {
    assert_eq!(read_model(bundle().as_bytes()), Err(ReadError::OtherKind { found: FileKind::Bundle }));
    let model = write_model(&complete::document()).unwrap();
    assert_eq!(verify(model.as_bytes()), Err(ReadError::OtherKind { found: FileKind::Model }));
}

#[test]
fn versions() {
    assert_eq!("10.0.2".parse(), Ok(Version { major: 10, minor: 0, patch: 2 }));
    for text in ["", "1", "1.0", "1.0.0.0", "01.0.0", "+1.0.0", "1.0.0-rc1", "1..0", "4294967296.0.0", " 1.0.0"] {
        assert_eq!(text.parse::<Version>(), Err(NoVersion), "{text}");
    }
}
