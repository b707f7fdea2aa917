//! An expression cut into names, signs and what lies between them.

/// A piece of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A name or a word of FEEL.
    Name(&'a str),
    /// Any other single character.
    Sign(char),
    /// White space, comments, quoted texts and numbers.
    Rest(&'a str),
}

/// Pieces with the byte at which each begins.
type Placed<'a> = (Piece<'a>, usize);

fn is_blank(piece: Piece<'_>) -> bool {
    matches!(piece, Piece::Rest(rest) if rest.trim().is_empty() || rest.starts_with('/'))
}

/// The piece before one, white space and comments passed over.
pub(super) fn before<'a>(pieces: &[Placed<'a>], index: usize) -> Option<Piece<'a>> {
    pieces.get(..index)?.iter().rev().map(|(piece, _)| *piece).find(|piece| !is_blank(*piece))
}

/// The piece behind one, white space and comments passed over.
pub(super) fn after<'a>(pieces: &[Placed<'a>], index: usize) -> Option<Piece<'a>> {
    pieces.get(index + 1..)?.iter().map(|(piece, _)| *piece).find(|piece| !is_blank(*piece))
}

/// Cuts an expression into pieces; joined together again they are the same text.
pub(super) fn pieces(text: &str) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest),
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            first if first.is_alphabetic() || first == '_' => run(rest, |sign| sign.is_alphanumeric() || sign == '_'),
            first if first.is_ascii_digit() => number(rest),
            first if first.is_whitespace() => run(rest, char::is_whitespace),
            first => first.len_utf8(),
        };
        let at = text.len() - rest.len();
        let (piece, tail) = rest.split_at(length);
        let is_comment = piece.starts_with("//") || piece.starts_with("/*");
        let piece = match first {
            first if first.is_alphabetic() || first == '_' => Piece::Name(piece),
            first if first == '"' || is_comment || first.is_ascii_digit() || first.is_whitespace() => Piece::Rest(piece),
            sign => Piece::Sign(sign),
        };
        found.push((piece, at));
        rest = tail;
    }
    found
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|sign| !belongs(sign)).unwrap_or(text.len())
}

/// Digits, with a decimal point only if digits follow: two points are a range.
fn number(text: &str) -> usize {
    let whole = run(text, |sign| sign.is_ascii_digit());
    let tail = text.get(whole..).unwrap_or("");
    match tail.strip_prefix('.') {
        Some(part) if part.starts_with(|sign: char| sign.is_ascii_digit()) => whole + 1 + run(part, |sign| sign.is_ascii_digit()),
        _ => whole,
    }
}

/// Length of the text in quotes, with its quotes.
fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}
