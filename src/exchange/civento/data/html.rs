//! Texts of forms: HTML there, plain lines here.

/// The words of a text with marks, one line for each block, and whether there were marks that plain lines do not have.
pub(super) fn plain(html: &str) -> (String, bool) {
    let mut text = String::with_capacity(html.len());
    let mut is_formatted = false;
    // In HTML a line end is a blank; a text without marks keeps its lines.
    let joined = html.replace(['\n', '\r'], " ");
    let mut rest = if html.contains("</") || html.contains("/>") { joined.as_str() } else { html };
    while let Some(at) = rest.find('<') {
        let (before, mark) = rest.split_at(at);
        text.push_str(before);
        let is_mark = mark.chars().nth(1).is_some_and(|sign| sign.is_alphabetic() || matches!(sign, '/' | '!'));
        let Some(end) = mark.find('>').filter(|_| is_mark) else {
            text.push('<');
            rest = mark.get(1..).unwrap_or_default();
            continue;
        };
        let name: String = mark.chars().skip(1).skip_while(|sign| *sign == '/').take_while(|sign| sign.is_alphanumeric()).collect();
        let is_closing = mark.starts_with("</");
        match name.to_lowercase().as_str() {
            "br" => text.push('\n'),
            "p" | "div" if is_closing => text.push('\n'),
            "p" | "div" => is_formatted |= mark.get(..end).is_some_and(|tag| tag.contains(' ')),
            "li" | "tr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "table" if is_closing => {
                text.push('\n');
                is_formatted = true;
            }
            _ => is_formatted = true,
        }
        rest = mark.get(end + 1..).unwrap_or_default();
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut kept: Vec<&str> = Vec::new();
    for line in lines {
        // Between blocks one blank line is enough.
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    (resolved(kept.join("\n").trim()), is_formatted)
}

/// Plain lines as HTML: each a paragraph. One line without signs that HTML knows stays as it is.
pub(super) fn marked(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if !text.contains('\n') {
        return escaped;
    }
    escaped.lines().flat_map(|line| ["<p>", line, "</p>"]).collect()
}

/// The text with the references that forms use resolved.
fn resolved(text: &str) -> String {
    let pairs = [
        ("&nbsp;", "\u{a0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&auml;", "ä"),
        ("&ouml;", "ö"),
        ("&uuml;", "ü"),
        ("&Auml;", "Ä"),
        ("&Ouml;", "Ö"),
        ("&Uuml;", "Ü"),
        ("&szlig;", "ß"),
        ("&sect;", "§"),
        ("&euro;", "€"),
        ("&ndash;", "–"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (reference, sign)| text.replace(reference, sign))
}

#[cfg(test)]
mod tests {
    use super::{marked, plain};

    #[test]
    fn html_becomes_lines() {
        for (html, text, formatted) in [
            ("<p>Guten Tag,</p><p>a &lt; b &amp; c</p>", "Guten Tag,\na < b & c", false),
            ("eins<br/>zwei", "eins\nzwei", false),
            ("<ul><li>a</li>\n<li><b>b</b></li></ul>", "a\nb", true),
            ("1 < 2", "1 < 2", false),
            ("<p style=\"x\">a</p>", "a", true),
            ("", "", false),
            ("<unclosed", "<unclosed", false),
        ] {
            assert_eq!(plain(html), (text.to_owned(), formatted), "{html}");
        }
        assert_eq!(plain(&marked("a\nb < c & d")), ("a\nb < c & d".to_owned(), false));
        assert_eq!(marked("nur so"), "nur so");
    }
}
