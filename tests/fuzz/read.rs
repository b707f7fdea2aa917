//! Any bytes are read as a model and as a bundle without panic; what is read is written, and read as the same.
#![no_main]

use dienstweg::bundle::{read_bundle, read_model, verify, write_model};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(model) = read_model(bytes) {
        let text = write_model(&model.document).unwrap();
        assert_eq!(read_model(text.as_bytes()).unwrap(), model);
    }
    if let Ok(bundle) = read_bundle(bytes) {
        write_model(&bundle.document).unwrap();
        let _ = verify(bytes);
    }
});
