//! Any message is imported or refused without panic; what is imported is sound, and what is written of it can be read again.
//!
//! The bytes are the process of a message; from the first zero byte on they are its model, packed.
#![no_main]

use dienstweg::exchange::{File, import, xprozess};
use dienstweg::model::violations;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let at = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (process, model) = bytes.split_at(at);
    let mut message = b"<x:alleInhalte.export.0303 xmlns:x=\"http://www.regierung-mv.de/xprozess/2\"><x:prozessbibliothek><x:prozess>".to_vec();
    message.extend_from_slice(process);
    if !model.is_empty() {
        message.extend_from_slice(b"<x:prozessmodell><x:prozessmodelldatei><x:inhalt>");
        message.extend(base64(model.get(1..).unwrap_or_default()));
        message.extend_from_slice(b"</x:inhalt></x:prozessmodelldatei></x:prozessmodell>");
    }
    message.extend_from_slice(b"</x:prozess></x:prozessbibliothek></x:alleInhalte.export.0303>");
    for bytes in [bytes, &message] {
        let Ok(imported) = import(&[File { name: "a.xml", bytes }]) else { continue };
        assert_eq!(violations(&imported.document), []);
        let written = xprozess::export(&imported.document, "2026-01-01T00:00:00Z".parse().unwrap());
        let again = import(&[File { name: "a.xml", bytes: &written.bytes }]);
        assert!(again.is_ok(), "{again:?}");
    }
});

/// Base64 without a crate: three bytes are four signs.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = Vec::new();
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        text.extend((0..=chunk.len()).map(|sign| SIGNS[(bits >> (18 - 6 * sign) & 63) as usize]));
    }
    text
}
