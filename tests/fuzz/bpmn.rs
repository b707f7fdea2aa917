//! Any BPMN is imported or refused; unchanged it gives the same bytes, and what is written after a change, or anew, can be read again.
#![no_main]

use dienstweg::exchange::Target;
use dienstweg::model::SourceFormat;
use dienstweg_fuzz::{changed, is_kept, native, stands_again, taken_one, unchanged};
use libfuzzer_sys::fuzz_target;

const NAME: &str = "a.bpmn";

fuzz_target!(|bytes: &[u8]| {
    let Some(imported) = taken_one(NAME, bytes).filter(|it| is_kept(&it.document, SourceFormat::Bpmn)) else { return };
    unchanged(&imported, Target::Bpmn, bytes);
    if let Some(changed) = changed(&imported.document, bytes.len()) {
        stands_again(&changed, Target::Bpmn, NAME);
    }
    stands_again(&native(&imported.document), Target::Bpmn, NAME);
});
