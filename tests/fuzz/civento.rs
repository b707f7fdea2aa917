//! Any Bibliothek is imported or refused; unchanged it gives the same bytes, and what is written after a change, or anew, can be read again.
#![no_main]

use dienstweg::exchange::Target;
use dienstweg::model::SourceFormat;
use dienstweg_fuzz::{changed, is_kept, native, stands_again, taken_one, unchanged};
use libfuzzer_sys::fuzz_target;

const NAME: &str = "a.xml";

fuzz_target!(|bytes: &[u8]| {
    let Some(imported) = taken_one(NAME, bytes).filter(|it| is_kept(&it.document, SourceFormat::Civento)) else { return };
    unchanged(&imported, Target::Civento, bytes);
    if let Some(changed) = changed(&imported.document, bytes.len()) {
        stands_again(&changed, Target::Civento, NAME);
    }
    stands_again(&native(&imported.document), Target::Civento, NAME);
});
