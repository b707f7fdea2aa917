//! Any genericode and any table is read as a code list or refused; what is written of the codes is read as the same codes.
#![no_main]

use dienstweg::exchange::code_list::{write_csv, write_genericode};
use dienstweg::exchange::{File, read_codes};
use dienstweg_fuzz::taken_one;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.csv", "a.xml"] {
        let Some(imported) = taken_one(name, bytes) else { continue };
        for list in imported.document.code_lists.values().filter(|list| !list.entries.is_empty()) {
            // XML has no way to write control characters; a table has.
            let is_plain = |text: &String| text.chars().all(|sign| !sign.is_control() && !('\u{fffe}'..='\u{ffff}').contains(&sign));
            let is_plain = list.entries.iter().all(|entry| [&entry.code, &entry.label, &entry.help].into_iter().all(is_plain));
            let genericode = is_plain.then(|| ("b.xml", write_genericode(list)));
            for (name, text) in [Some(("b.csv", write_csv(list))), genericode].into_iter().flatten() {
                let listing = read_codes(File { name, bytes: text.as_bytes() }).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
                assert_eq!(listing.entries(listing.chosen).0, list.entries, "{text}");
            }
        }
    }
});
