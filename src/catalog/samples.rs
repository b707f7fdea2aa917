//! The sample procedures of `sample-models/`, compiled in.

/// A sample procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Name of its file.
    pub file: &'static str,
    /// The file itself, a model.
    pub text: &'static str,
}

macro_rules! samples {
    ($($name:literal)*) => {
        &[$(Sample {
            file: concat!($name, ".dienstweg.ron"),
            text: include_str!(concat!("../../sample-models/", $name, ".dienstweg.ron")),
        }),*]
    };
}

/// All samples, in the order in which they are offered.
pub fn samples() -> &'static [Sample] {
    samples!("mutterschutz" "hundesteuer" "bewohnerparkausweis" "gewerbeanzeige")
}
