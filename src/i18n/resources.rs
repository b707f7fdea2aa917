//! The Fluent resources, compiled in: one file per room of the window and per kind of sentence.

macro_rules! resources {
    ($language:literal: $($name:literal)*) => {
        &[$(include_str!(concat!("../../assets/texts/", $language, "/", $name, ".ftl"))),*]
    };
}

macro_rules! both {
    ($($name:literal)*) => {
        pub(super) const GERMAN: &[&str] = resources!("de": $($name)*);
        pub(super) const ENGLISH: &[&str] = resources!("en": $($name)*);
    };
}

both!("shell" "start" "canvas" "inspector" "outline" "forms" "form_faults" "play" "check" "refusals" "commands" "expr" "files" "file_faults" "cli" "words" "samples");
