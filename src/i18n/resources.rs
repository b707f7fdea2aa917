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

both!(
    "canvas"
    "cases"
    "check"
    "citizen"
    "release" "cli"
    "commands"
    "conditions"
    "data"
    "deliver"
    "exchange"
    "exchange_civento"
    "exchange_xprozess"
    "exchange_civento_data"
    "exchange_bpmn"
    "exchange_ozg_hub"
    "expr"
    "file_faults"
    "files"
    "finding"
    "form_faults"
    "form_editor"
    "forms"
    "inspector"
    "languages"
    "outline"
    "picture"
    "play"
    "refusals"
    "rules"
    "samples"
    "shell"
    "sim"
    "teach"
    "start"
    "table"
    "words"
);
