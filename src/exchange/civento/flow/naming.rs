//! Names of steps: what their comment says first, else what they do.

/// Longer first lines of comments are no names, in characters.
const LONGEST: usize = 100;

/// Name and note of a step with this comment that is called `usual` without one.
pub(super) fn name_and_note(comment: &str, usual: &str) -> (String, String) {
    let comment = comment.trim();
    let (first, rest) = comment.split_once('\n').unwrap_or((comment, ""));
    let first = first.trim_end();
    if first.is_empty() || first.chars().count() > LONGEST {
        return (usual.to_owned(), comment.to_owned());
    }
    (first.to_owned(), rest.to_owned())
}

/// The comment of a step, from which [`name_and_note`] makes its name and note again.
pub(super) fn comment(name: &str, note: &str, usual: &str) -> String {
    let is_usual = name == usual || name.is_empty();
    let is_long = note.lines().next().is_some_and(|first| first.chars().count() > LONGEST);
    match (is_usual, note.is_empty()) {
        (true, true) => String::new(),
        (true, false) if is_long => note.to_owned(),
        (false, true) => name.to_owned(),
        _ => format!("{}\n{note}", if name.is_empty() { usual } else { name }),
    }
}

/// As much of a text as a label can show.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST { line } else { line.chars().take(LONGEST - 1).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_name_and_note_and_back() {
        let long = "x".repeat(120);
        for text in ["", "Prüfen", "Prüfen\nzweite Zeile", "Prüfen\n\nnach einer Leerzeile", &long, &format!("{long}\nmehr")] {
            let (name, note) = name_and_note(text, "i setzen");
            assert_eq!(comment(&name, &note, "i setzen"), text);
        }
        assert_eq!(name_and_note("Prüfen\nmehr", "i setzen"), ("Prüfen".to_owned(), "mehr".to_owned()));
        assert_eq!(comment("i setzen", "kurz", "i setzen"), "i setzen\nkurz");
    }

    #[test]
    fn labels_are_short() {
        assert_eq!(short(" a\n b "), "a b");
        assert_eq!(short(&"ä".repeat(300)).chars().count(), 100);
    }
}
