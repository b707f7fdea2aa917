//! Reports and refusals of `XProzess` in sentences.

use super::super::Texts;
use crate::exchange::xprozess::{ArchiveFault, LARGEST_PACKED, LARGEST_UNPACKED, MOST_FILES, Remark};

impl Texts {
    /// What happened to a part of a message.
    pub(super) fn xprozess_remark(&self, remark: &Remark) -> String {
        let count = |key, count: usize| self.with(key, &[("count", count.into())]);
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        match remark {
            Remark::Groups(groups) => count("xprozess-groups", *groups),
            Remark::Participants(roles) => count("xprozess-participants", *roles),
            Remark::OtherFiles(files) => count("xprozess-other-files", *files),
            Remark::Forms(forms) => count("xprozess-forms", *forms),
            Remark::Linked { trigger, step } => self.with("xprozess-linked", &[("name", trigger.into()), ("step", step.into())]),
            Remark::NotLinked { trigger } if trigger.is_empty() => self.get("xprozess-no-trigger").to_owned(),
            Remark::NotLinked { trigger } => named("xprozess-not-linked", trigger),
            Remark::OtherName(name) => named("xprozess-other-name", name),
            Remark::OtherInClass(part, text) => {
                self.with("xprozess-other-in-class", &[("part", words(part).as_str().into()), ("text", text.into())])
            }
            Remark::Kept(part) => named("xprozess-kept", &words(part)),
            Remark::GroupWithoutStep => self.get("xprozess-group-without-step").to_owned(),
            Remark::OtherProcess => self.get("xprozess-other-process").to_owned(),
            Remark::NoModel => self.get("xprozess-no-model").to_owned(),
            Remark::WrittenAsAct => self.get("xprozess-written-as-act").to_owned(),
            Remark::StepWithoutGroup => self.get("xprozess-step-without-group").to_owned(),
            Remark::RoleWithoutCode => self.get("xprozess-role-without-code").to_owned(),
            Remark::SoftwareRole => self.get("xprozess-software-role").to_owned(),
            Remark::PackedAnew => self.get("xprozess-packed-anew").to_owned(),
            Remark::OldPicture => self.get("xprozess-old-picture").to_owned(),
            Remark::NewMessage => self.get("xprozess-new-message").to_owned(),
        }
    }

    /// Why the archive with the model is not opened.
    pub(super) fn archive_fault(&self, fault: &ArchiveFault) -> String {
        let named = |key, name: &str| self.with(key, &[("name", name.into())]);
        match fault {
            ArchiveFault::Base64 => self.get("xprozess-archive-base64").to_owned(),
            ArchiveFault::TooLarge => self.with("xprozess-archive-too-large", &[("limit", (LARGEST_PACKED >> 20).into())]),
            ArchiveFault::NoArchive => self.get("xprozess-archive-none").to_owned(),
            ArchiveFault::Unreadable => self.get("xprozess-archive-unreadable").to_owned(),
            ArchiveFault::TooManyFiles => self.with("xprozess-archive-too-many", &[("limit", MOST_FILES.into())]),
            ArchiveFault::Path(name) => named("xprozess-archive-path", name),
            ArchiveFault::Nested(name) => named("xprozess-archive-nested", name),
            ArchiveFault::Bomb(name) => {
                let limit = usize::try_from(LARGEST_UNPACKED >> 20).unwrap_or_default();
                self.with("xprozess-archive-bomb", &[("name", name.into()), ("limit", limit.into())])
            }
            ArchiveFault::NoModel => self.get("xprozess-archive-no-model").to_owned(),
        }
    }
}

/// The name of an element as words: `verwaltungspolitischeKodierung` is "Verwaltungspolitische Kodierung".
fn words(local: &str) -> String {
    match local {
        "art" => return "Art der Handlungsgrundlage".to_owned(),
        "referenzaktivitaetengruppeVersion" => return "Fassung der Referenzaktivitätengruppe".to_owned(),
        "uebermittlungsart" => return "Übermittlungsart".to_owned(),
        "uebergeordneteProzessklasseID" => return "Übergeordnete Prozessklasse".to_owned(),
        "abgeloesteProzessklasse" => return "Abgelöste Prozessklasse".to_owned(),
        _ => {}
    }
    let mut words = String::new();
    let mut before = None;
    for sign in local.chars() {
        match before {
            None => words.extend(sign.to_uppercase()),
            Some(before) => {
                if sign.is_uppercase() && char::is_lowercase(before) {
                    words.push(' ');
                }
                words.push(sign);
            }
        }
        before = Some(sign);
    }
    words
}
