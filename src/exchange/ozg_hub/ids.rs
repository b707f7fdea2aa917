//! Ids as the platform allows them: letters of ASCII, digits and `_`; no umlauts, no hyphens.

/// How forms are named when nothing else is said.
pub(super) const VERSION: &str = "1.0";
/// Stands where somebody has to put something.
pub(super) const OPEN: &str = "REPLACE_ME";

/// Whether forms, groups, fields and steps may be called so.
pub(super) fn is_legal(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_')
}

/// Whether it is the number of a client (Mandant).
pub(super) fn is_client(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|sign| sign.is_ascii_digit())
}

/// Whether a process may be called so: `m102.hundAnmelden`.
pub(super) fn is_legal_process(id: &str) -> bool {
    let parts = id.strip_prefix('m').and_then(|rest| rest.split_once('.'));
    parts.is_some_and(|(client, key)| is_client(client) && is_legal(key) && key.starts_with(|sign: char| sign.is_ascii_alphabetic()))
}

/// The nearest legal id: umlauts written out, everything else that is not allowed left out or `_`.
pub(super) fn legal(id: &str) -> String {
    let mut found = String::new();
    for sign in id.chars() {
        match sign {
            'ä' => found.push_str("ae"),
            'ö' => found.push_str("oe"),
            'ü' => found.push_str("ue"),
            'Ä' => found.push_str("Ae"),
            'Ö' => found.push_str("Oe"),
            'Ü' => found.push_str("Ue"),
            'ß' => found.push_str("ss"),
            sign if sign.is_ascii_alphanumeric() => found.push(sign),
            _ => found.push('_'),
        }
    }
    if found.starts_with(|sign: char| sign.is_ascii_alphabetic()) { found } else { format!("x{found}") }
}

/// Ids that are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(std::collections::BTreeSet<String>);

impl Ids {
    /// The nearest legal id that nobody has.
    pub fn take(&mut self, id: &str) -> String {
        let base = legal(id);
        let mut found = base.clone();
        let mut number = 1;
        while !self.0.insert(found.clone()) {
            number += 1;
            found = format!("{base}{number}");
        }
        found
    }
}

/// The parts of a form's id: `102:Stadt_Antrag:v1.0`.
pub(super) fn form_parts(id: &str) -> Option<(&str, &str, &str)> {
    let (client, rest) = id.split_once(':')?;
    let (name, version) = rest.rsplit_once(":v")?;
    Some((client, name, version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_mended_and_told_apart() {
        let mut ids = Ids::default();
        assert_eq!(ids.take("straßen-name"), "strassen_name");
        assert_eq!(ids.take("strassen_name"), "strassen_name2");
        assert_eq!(ids.take("1. Wahl"), "x1__Wahl");
        assert_eq!(ids.take("Größe"), "Groesse");
    }

    #[test]
    fn ids_of_processes_have_a_client_and_a_name() {
        assert!(is_legal_process("m102.hundAnmelden"));
        for id in ["mMANDANTENID.hund", "m102", "102.hund", "m102.hund-an", "m102.", "m.hund", "m102.1hund"] {
            assert!(!is_legal_process(id), "{id}");
        }
    }

    #[test]
    fn ids_of_forms_have_three_parts() {
        assert_eq!(form_parts("102:Stadt_Antrag:v1.0"), Some(("102", "Stadt_Antrag", "1.0")));
        assert_eq!(form_parts("b647850f"), None);
    }
}
