//! Any bytes are imported or refused without panic; what is imported is sound, and written again in a way that can be read.
#![no_main]

use dienstweg::exchange::{File, import, xdatenfelder};
use dienstweg::model::violations;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.xml", "a.csv"] {
        let Ok(imported) = import(&[File { name, bytes }]) else { continue };
        assert_eq!(violations(&imported.document), []);
        for form in imported.document.forms.values() {
            let written = xdatenfelder::export(&imported.document, form.id).unwrap();
            import(&[File { name, bytes: &written.bytes }]).unwrap();
        }
    }
});
