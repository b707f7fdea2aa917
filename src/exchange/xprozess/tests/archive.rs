//! Archives that would do harm.

use super::super::ArchiveFault;
use super::super::archive::{Packed, unpack};
use super::{group, message, model, packed_file, try_import};
use crate::exchange::Unfit;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[track_caller]
fn refused(bytes: &[u8], fault: ArchiveFault) {
    let text = STANDARD.encode(bytes);
    assert_eq!(unpack(&text).unwrap_err(), fault);
    let message = message("", &group(1, "01", "a", "Eins", ""), &text);
    let error = try_import(&[("a.xml", message.into_bytes())]).unwrap_err();
    assert_eq!(error.unfit, Unfit::Archive(fault));
}

#[test]
fn what_is_packed_comes_out_and_is_always_the_same() {
    let text = packed_file(b"<definitions/>");
    assert_eq!(unpack(&text).unwrap(), [Packed { name: "modell.bpmn".to_owned(), bytes: b"<definitions/>".to_vec() }]);
    assert_eq!(packed_file(b"<definitions/>"), text);
    // Line breaks and a missing end are common.
    let lines: Vec<&str> = text.trim_end_matches('=').as_bytes().chunks(20).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let broken = lines.join("\r\n ");
    assert_eq!(unpack(&broken).unwrap().len(), 1);
}

#[test]
fn bombs_are_not_unpacked() {
    // 20 MB of nothing in a few kilobytes, and many files that are too much together.
    refused(&zipped(&[("modell.bpmn", &vec![b' '; 20 << 20])]), ArchiveFault::Bomb("modell.bpmn".to_owned()));
    let noise: Vec<u8> = (0_u32..12 << 20).map(|number| b"0123456789abcdef"[(number.wrapping_mul(2_654_435_761) >> 28) as usize]).collect();
    refused(&zipped(&[("a.xml", &noise), ("b.xml", &noise), ("c.xml", &noise)]), ArchiveFault::Bomb("c.xml".to_owned()));
}

#[test]
fn a_size_that_lies_is_not_believed() {
    let mut bytes = zipped(&[("modell.bpmn", &vec![b' '; 20 << 20])]);
    // The uncompressed size in the central directory: 24 bytes behind its signature.
    let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap() + 24;
    bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    let fault = unpack(&STANDARD.encode(&bytes)).unwrap_err();
    assert!(matches!(fault, ArchiveFault::Bomb(_) | ArchiveFault::Unreadable), "{fault:?}");
}

#[test]
fn names_that_lead_out_are_refused() {
    for name in ["../modell.bpmn", "/etc/modell.bpmn", "a/../../modell.bpmn", "..\\modell.bpmn", "C:\\modell.bpmn"] {
        let mut bytes = zipped(&[(&"x".repeat(name.len()), b"<a/>")]);
        while let Some(at) = bytes.windows(name.len()).position(|window| window.iter().all(|byte| *byte == b'x')) {
            bytes[at..at + name.len()].copy_from_slice(name.as_bytes());
        }
        refused(&bytes, ArchiveFault::Path(name.to_owned()));
    }
}

#[test]
fn archives_in_archives_are_refused() {
    let inner = zipped(&[("modell.bpmn", b"<a/>")]);
    refused(&zipped(&[("innen.zip", &inner)]), ArchiveFault::Nested("innen.zip".to_owned()));
}

#[test]
fn what_is_no_archive_is_refused() {
    refused(b"Modell", ArchiveFault::NoArchive);
    refused(b"PK\x03\x04 and no more", ArchiveFault::Unreadable);
    let text = message("", "", &STANDARD.encode(zipped(&[("lies.txt", b"nur Text")])));
    assert_eq!(try_import(&[("a.xml", text.into_bytes())]).unwrap_err().unfit, Unfit::Archive(ArchiveFault::NoModel));
    let many: Vec<String> = (0..101).map(|number| format!("{number}.txt")).collect();
    let files: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    refused(&zipped(&files), ArchiveFault::TooManyFiles);
    assert_eq!(unpack("Das ist kein Base64!").unwrap_err(), ArchiveFault::Base64);
    assert_eq!(unpack(&"A".repeat(40 << 20)).unwrap_err(), ArchiveFault::TooLarge);
}

#[test]
fn a_fault_in_the_model_names_the_file_in_the_archive() {
    let text = message("", "", &packed_file(b"<definitions><a></definitions>"));
    let error = try_import(&[("a.xml", text.into_bytes())]).unwrap_err();
    assert_eq!(error.file, "a.xml › modell.bpmn");
    assert!(matches!(error.unfit, Unfit::Xml(_)));
    let text = message("", "", &packed_file(b"<html/>"));
    let error = try_import(&[("a.xml", text.into_bytes())]).unwrap_err();
    assert_eq!((error.file.as_str(), error.unfit), ("a.xml › modell.bpmn", Unfit::Foreign("html".to_owned())));
    // The model beside other files is found.
    let files = [("bild.svg", b"<svg/>".as_slice()), ("modell.xml", model(&[("a", "Eins")]).as_bytes())]
        .map(|(name, bytes)| (name, bytes.to_vec()));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    try_import(&[("a.xml", message("", "", &STANDARD.encode(zipped(&files))).into_bytes())]).unwrap();
}
