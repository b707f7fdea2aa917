//! Any bytes are imported or refused without panic; what is imported is sound, and a schema is written again as it is.
#![no_main]

use dienstweg::exchange::{File, What, civento, import, xdatenfelder};
use dienstweg::model::violations;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.xml", "a.csv", "forms/a-v1.0-de.json", "models/a.bpmn"] {
        let Ok(imported) = import(&[File { name, bytes }]) else { continue };
        assert_eq!(violations(&imported.document), []);
        // Whatever was read can be written as a Bibliothek, in the kept file or as a new one.
        let _ = civento::export(&imported.document);
        for form in imported.document.forms.values() {
            // A schema that is too long is not kept.
            let Ok(written) = xdatenfelder::export(&imported.document, form.id) else { continue };
            assert_eq!(written.report.iter().map(|note| &note.what).collect::<Vec<_>>(), [&What::Unchanged]);
        }
    }
});
