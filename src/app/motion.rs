//! Whether the system is set to less motion. Window toolkits do not tell; each system's own program does.

use std::process::{Command, Stdio};

/// Asks the system; takes a moment. What cannot be found out counts as no wish.
pub(super) fn system_wants_less() -> bool {
    QUESTIONS.iter().any(|question| question.answer().is_some_and(|answer| (question.is_yes)(&answer)))
}

/// A program of the system and what its answer means.
struct Question {
    program: &'static str,
    arguments: &'static [&'static str],
    is_yes: fn(&str) -> bool,
}

const QUESTIONS: &[Question] = if cfg!(target_os = "macos") {
    &[Question { program: "defaults", arguments: &["read", "com.apple.universalaccess", "reduceMotion"], is_yes: is_one }]
} else if cfg!(windows) {
    &[Question { program: "reg", arguments: &["query", r"HKCU\Control Panel\Desktop", "/v", "UserPreferencesMask"], is_yes: is_still_mask }]
} else {
    &[
        Question { program: "gsettings", arguments: &["get", "org.gnome.desktop.interface", "enable-animations"], is_yes: is_false },
        Question { program: "kreadconfig6", arguments: &["--group", "KDE", "--key", "AnimationDurationFactor"], is_yes: is_zero },
    ]
};

impl Question {
    fn answer(&self) -> Option<String> {
        let output = Command::new(self.program).args(self.arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

fn is_one(answer: &str) -> bool {
    answer.trim() == "1"
}

fn is_false(answer: &str) -> bool {
    answer.trim() == "false"
}

fn is_zero(answer: &str) -> bool {
    answer.trim().parse() == Ok(0.0)
}

/// Windows keeps `SPI_GETCLIENTAREAANIMATION` (0x1042) as bit (0x1042 - 0x1000) / 2 of the mask: the second of the fifth byte.
fn is_still_mask(answer: &str) -> bool {
    let digits = answer.split_whitespace().last().unwrap_or_default();
    let byte = digits.get(8..10).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    byte.is_some_and(|byte| byte & 0b10 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_each_system() {
        assert!(is_one("1\n") && !is_one("0\n") && !is_one(""));
        assert!(is_false("false\n") && !is_false("true\n") && !is_false(""));
        assert!(is_zero("0\n") && is_zero("0.0") && !is_zero("1") && !is_zero(""));
        let mask =
            |digits: &str| format!("\nHKEY_CURRENT_USER\\Control Panel\\Desktop\n    UserPreferencesMask    REG_BINARY    {digits}\n\n");
        // The mask of a fresh Windows 10, and what it is after animations were switched off.
        assert!(!is_still_mask(&mask("9E1E078012000000")));
        assert!(is_still_mask(&mask("9012038010000000")));
        assert!(!is_still_mask("ERROR: The system was unable to find the specified registry key or value."));
    }
}
