//! The layout of the file: compact RON in, one element per line out, so that a difference shows as a line.
//!
//! The canonical text of a document, and with it the digest of a bundle, depends on this layout.

/// Structs of these names stand one field per line, lists of these names one element per line.
const BROKEN: &[&str] = &[
    "manifest",
    "contents",
    "document",
    "processes",
    "roles",
    "pools",
    "lanes",
    "nodes",
    "flows",
    "message_flows",
    "artifacts",
    "associations",
    "objects",
    "fields",
    "code_lists",
    "entries",
    "forms",
    "pages",
    "elements",
    "decision_tables",
    "inputs",
    "outputs",
    "rules",
    "document_templates",
    "settings",
    "test_cases",
    "steps",
    "expectations",
    "languages",
    "texts",
    "sources",
    "shapes",
    "edges",
];

/// Lays out what ron writes without any white space.
pub(super) fn lay_out(compact: &str) -> String {
    let mut page = Page { text: String::with_capacity(compact.len() * 5 / 4), open: Vec::new() };
    let mut name = "";
    let mut rest = compact;
    while let Some(at) = place_of(rest, b"\":,([)]") {
        let (plain, marked) = rest.split_at(at);
        let (mark, later) = marked.split_at(1);
        page.text.push_str(plain);
        rest = later;
        match mark {
            "\"" => rest = page.string(later),
            ":" => page.text.push_str(": "),
            "," => page.comma(),
            "(" | "[" => {
                let is_named = plain.is_empty() && BROKEN.contains(&name);
                page.open(mark, holds_elements(later) && (is_named || page.open.is_empty()));
            }
            _ => page.close(mark),
        }
        name = if mark == ":" { plain } else { "" };
    }
    page.text.push_str(rest);
    page.text.push('\n');
    page.text
}

/// Where the first of these ASCII marks stands. Bytes are enough, and several times as fast as characters.
fn place_of(text: &str, marks: &[u8]) -> Option<usize> {
    text.bytes().position(|byte| marks.contains(&byte))
}

/// Whether what comes after an opening bracket is neither its end nor a list of numbers.
fn holds_elements(inside: &str) -> bool {
    !inside.starts_with(|first: char| matches!(first, ')' | ']') || first.is_ascii_digit())
}

/// The text so far and the open brackets, each with whether its content stands one below the other.
struct Page {
    text: String,
    open: Vec<bool>,
}

impl Page {
    fn open(&mut self, bracket: &str, is_broken: bool) {
        self.text.push_str(bracket);
        self.open.push(is_broken);
        if is_broken {
            self.new_line();
        }
    }

    fn close(&mut self, bracket: &str) {
        if self.open.pop() == Some(true) {
            self.text.push(',');
            self.new_line();
        }
        self.text.push_str(bracket);
    }

    fn comma(&mut self) {
        self.text.push(',');
        if self.open.last() == Some(&true) {
            self.new_line();
        } else {
            self.text.push(' ');
        }
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        let depth = self.open.iter().filter(|is_broken| **is_broken).count();
        self.text.extend(std::iter::repeat_n("    ", depth));
    }

    /// Copies a string from behind its opening quotation mark to its end; answers with what follows.
    fn string<'a>(&mut self, mut rest: &'a str) -> &'a str {
        self.text.push('"');
        while let Some(at) = place_of(rest, b"\"\\") {
            let (plain, marked) = rest.split_at(at);
            self.text.push_str(plain);
            if let Some(later) = marked.strip_prefix('"') {
                self.text.push('"');
                return later;
            }
            rest = self.escape(marked);
        }
        rest
    }

    /// Copies an escape. Ron escapes what Unicode holds for unprintable today; only control characters
    /// stay escaped here, a class that never changes, so that a text is readable and its digest lasts.
    fn escape<'a>(&mut self, escape: &'a str) -> &'a str {
        if let Some(later) = escape.strip_prefix("\\'") {
            self.text.push('\'');
            return later;
        }
        let code = escape.strip_prefix("\\u{").and_then(|code| code.split_once('}'));
        if let Some((code, later)) = code
            && let Some(letter) = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
            && !letter.is_control()
        {
            self.text.push(letter);
            return later;
        }
        // A backslash and one ASCII letter or mark.
        let (kept, later) = escape.split_at_checked(2).unwrap_or((escape, ""));
        self.text.push_str(kept);
        later
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(compact: &str, lines: &[&str]) {
        assert_eq!(lay_out(compact).lines().collect::<Vec<_>>(), lines);
    }

    #[test]
    fn one_element_per_line() {
        check(
            r#"(format:"x",nodes:[(id:1,parent:None),(id:2,parent:Some(1))],edges:[],forms:[(id:3,pages:[(id:4)])])"#,
            &[
                "(",
                r#"    format: "x","#,
                "    nodes: [",
                "        (id: 1, parent: None),",
                "        (id: 2, parent: Some(1)),",
                "    ],",
                "    edges: [],",
                "    forms: [",
                "        (id: 3, pages: [",
                "            (id: 4),",
                "        ]),",
                "    ],",
                ")",
            ],
        );
    }

    #[test]
    fn numbers_and_other_lists_stay_in_line() {
        check("(a:(fields:[1,2],tests:[\"-\",\"1\"]))", &["(", r#"    a: (fields: [1, 2], tests: ["-", "1"]),"#, ")"]);
    }

    #[test]
    fn strings_stay_whole() {
        check(r#"("nodes:[(\",\\")"#, &["(", r#"    "nodes:[(\",\\","#, ")"]);
    }

    #[test]
    fn only_control_characters_stay_escaped() {
        check(r#"("\'e\u{301}\u{200b}\u{7f}\u{1f600}\n\0")"#, &["(", "    \"'e\u{301}\u{200b}\\u{7f}\u{1f600}\\n\\0\",", ")"]);
    }
}
