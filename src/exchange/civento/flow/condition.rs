//! Conditions of what is switched off.

use super::NEVER;

/// The condition of what is switched off.
pub(super) fn never(feel: &str) -> String {
    format!("{NEVER}{feel})")
}

/// A condition without what switches it off, and whether it was switched off.
pub(super) fn without_never(feel: &str) -> (&str, bool) {
    let inner = feel.trim().strip_prefix(NEVER).and_then(|rest| rest.strip_suffix(')'));
    inner.map_or((feel, false), |inner| (inner, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_switched_off_and_on() {
        assert_eq!(without_never(&never("a.b = 1")), ("a.b = 1", true));
        assert_eq!(without_never("a.b = 1"), ("a.b = 1", false));
    }
}
