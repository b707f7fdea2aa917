//! Any message of XProzess is imported or refused; unchanged it gives the same bytes, and what is written after a change, or anew, can be
//! read again.
//!
//! The bytes are a message, and once more the process of one; from the first zero byte on they are its model, packed.
#![no_main]

use dienstweg::exchange::Target;
use dienstweg::model::SourceFormat;
use dienstweg_fuzz::{changed, is_kept, native, stands_again, taken_one, unchanged};
use libfuzzer_sys::fuzz_target;

const NAME: &str = "a.xml";

fuzz_target!(|bytes: &[u8]| {
    let target = Target::Xprozess("2026-01-01T00:00:00Z".parse().unwrap());
    for bytes in [bytes, &message(bytes)] {
        let Some(imported) = taken_one(NAME, bytes).filter(|it| is_kept(&it.document, SourceFormat::Xprozess)) else { continue };
        unchanged(&imported, target, bytes);
        if let Some(changed) = changed(&imported.document, bytes.len()) {
            stands_again(&changed, target, NAME);
        }
        stands_again(&native(&imported.document), target, NAME);
    }
});

fn message(bytes: &[u8]) -> Vec<u8> {
    let at = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (process, model) = bytes.split_at(at);
    let mut message =
        b"<x:alleInhalte.export.0303 xmlns:x=\"http://www.regierung-mv.de/xprozess/2\"><x:prozessbibliothek><x:prozess>".to_vec();
    message.extend_from_slice(process);
    if let [_, model @ ..] = model {
        message.extend_from_slice(b"<x:prozessmodell><x:prozessmodelldatei><x:inhalt>");
        message.extend(base64(&archive(model)));
        message.extend_from_slice(b"</x:inhalt></x:prozessmodelldatei></x:prozessmodell>");
    }
    message.extend_from_slice(b"</x:prozess></x:prozessbibliothek></x:alleInhalte.export.0303>");
    message
}

/// What begins as an archive, and with a packed model else: no fuzzer guesses check sums.
fn archive(model: &[u8]) -> Vec<u8> {
    if model.starts_with(b"PK") {
        return model.to_vec();
    }
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("a.bpmn", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut writer, model).unwrap();
    writer.finish().unwrap().into_inner()
}

/// Base64 without a crate: three bytes are four signs.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = Vec::new();
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        text.extend((0..=chunk.len()).map(|sign| SIGNS[(bits >> (18 - 6 * sign) & 63) as usize]));
        text.extend(std::iter::repeat_n(b'=', 3 - chunk.len()));
    }
    text
}
