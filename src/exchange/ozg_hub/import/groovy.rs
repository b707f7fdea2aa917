//! What a Groovy script sets, read from its text: the script is never run.

use std::collections::BTreeMap;

/// Something that a script gives a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// A variable of the process: `setVariable("x", …)`.
    Variable(String),
    /// A field of a filled-in form, by its group and id: `form.fields.get("group:0:field").value = …`.
    Field(String, String),
}

/// What a script sets, in the order of the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Output {
    pub target: Target,
    /// Values that stand there as they are, as Groovy has them: texts in their marks.
    pub literals: Vec<String>,
}

/// Methods of the platform's interface, and of Activiti's execution, by which variables are set one at a time.
const SETTERS: [&str; 3] = ["setVariable", "setVariableLocal", "setProcessVariable"];

/// Methods by which several are set, from a map.
const MAP_SETTERS: [&str; 2] = ["setVariables", "setVariablesLocal"];

/// A piece of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Word(String),
    /// A text; whether something is computed in it.
    Text(String, bool),
    Sign(char),
    LineEnd,
}

/// Most things that are looked for in one script, values of one of them, and pieces that are looked at for one of them.
const MOST_OUTPUTS: usize = 500;
const MOST_LITERALS: usize = 20;
const MOST_PIECES: usize = 2_000;
/// Pieces of a line before a key.
const MOST_LINE: usize = 40;

/// All that a script sets; of very long scripts the first.
pub(super) fn outputs(script: &str) -> Vec<Output> {
    let pieces = pieces(script);
    let mut found: Vec<Output> = Vec::new();
    let mut put = |target: Target, literal: Option<String>| {
        let at = found.iter().position(|known| known.target == target).or_else(|| {
            let has_room = found.len() < MOST_OUTPUTS;
            has_room.then(|| {
                found.push(Output { target, literals: Vec::new() });
                found.len() - 1
            })
        });
        if let Some(known) = at.and_then(|at| found.get_mut(at)).filter(|known| known.literals.len() < MOST_LITERALS) {
            known.literals.extend(literal.filter(|literal| !known.literals.contains(literal)));
        }
    };
    let mut named: BTreeMap<String, (String, String)> = BTreeMap::new();
    for at in 0..pieces.len() {
        let behind = pieces.get(at + 1..pieces.len().min(at + MOST_PIECES)).unwrap_or_default();
        match pieces.get(at) {
            Some(Piece::Word(word)) if SETTERS.contains(&word.as_str()) => {
                if let Some((name, literal)) = variable(behind) {
                    put(Target::Variable(name), literal);
                }
            }
            Some(Piece::Word(word)) if MAP_SETTERS.contains(&word.as_str()) => {
                mapped(behind).into_iter().for_each(|(name, literal)| put(Target::Variable(name), literal));
            }
            Some(Piece::Word(word)) => {
                if let Some((group, field)) = named.get(word)
                    && let Some(literal) = assigned(behind)
                {
                    put(Target::Field(group.clone(), field.clone()), literal);
                }
            }
            Some(Piece::Text(key, false)) => {
                let Some((group, field)) = content_key(key) else { continue };
                let behind = behind.iter().position(|piece| !matches!(piece, Piece::Sign(')' | ']'))).map_or(&[][..], |end| &behind[end..]);
                if let Some(literal) = assigned(behind) {
                    put(Target::Field(group.clone(), field.clone()), literal);
                } else if let Some(name) = holder(pieces.get(at.saturating_sub(MOST_LINE)..at).unwrap_or_default()) {
                    named.insert(name, (group, field));
                }
            }
            _ => {}
        }
    }
    found
}

/// `("x", value)` or `"x", value`.
fn variable(behind: &[Piece]) -> Option<(String, Option<String>)> {
    let behind = behind.strip_prefix(&[Piece::Sign('(')]).unwrap_or(behind);
    let [Piece::Text(name, false), Piece::Sign(','), value @ ..] = behind else { return None };
    Some((name.trim().to_owned(), literal(value)))
}

/// `([a: 1, "b": x])`: its names on the outer level.
fn mapped(behind: &[Piece]) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (at, piece) in behind.iter().enumerate() {
        match piece {
            Piece::Sign('(') if depth == 0 && at == 0 => {}
            Piece::Sign('(' | '[' | '{') => depth += 1,
            Piece::Sign(')' | ']' | '}') if depth <= 1 => break,
            Piece::Sign(')' | ']' | '}') => depth -= 1,
            Piece::Word(name) | Piece::Text(name, false) if depth == 1 && behind.get(at + 1) == Some(&Piece::Sign(':')) => {
                found.push((name.clone(), literal(behind.get(at + 2..).unwrap_or_default())));
            }
            _ if depth == 0 => break,
            _ => {}
        }
    }
    found
}

/// A value that stands alone up to the end of its place.
fn literal(value: &[Piece]) -> Option<String> {
    let (number, rest) = match value {
        [Piece::Sign('-'), Piece::Word(number), rest @ ..] => (Some(format!("-{number}")), rest),
        [Piece::Word(word), rest @ ..] => (Some(word.clone()), rest),
        [Piece::Text(text, false), rest @ ..] => (Some(format!("\"{text}\"")), rest),
        _ => (None, value),
    };
    let is_end = matches!(rest.first(), None | Some(Piece::LineEnd | Piece::Sign(')' | ',' | ';' | ']' | '}')));
    let is_plain = |text: &str| {
        text.starts_with('"')
            || matches!(text, "true" | "false")
            || super::condition::is_number(text.trim_end_matches(['L', 'G', 'd', 'f']))
    };
    number
        .filter(|text| is_end && is_plain(text))
        .map(|text| if text.starts_with('"') { text } else { text.trim_end_matches(['L', 'G', 'd', 'f']).to_owned() })
}

/// What is assigned: `.value = x`, `?.value = x`, `.setValue(x)`; the inner option is the value that stands there as it is.
#[expect(clippy::option_option, reason = "whether something is assigned, and whether it is known what")]
fn assigned(behind: &[Piece]) -> Option<Option<String>> {
    let behind = behind.strip_prefix(&[Piece::Sign('?')]).unwrap_or(behind);
    let [Piece::Sign('.'), Piece::Word(member), rest @ ..] = behind else { return None };
    match (member.as_str(), rest) {
        ("value", [Piece::Sign('='), Piece::Sign('='), ..]) => None,
        ("value", [Piece::Sign('='), value @ ..]) | ("setValue", [Piece::Sign('('), value @ ..]) => Some(literal(value)),
        _ => None,
    }
}

/// The name that holds what stands behind it: `def name = …` on the same line.
fn holder(before: &[Piece]) -> Option<String> {
    let line = before.iter().rposition(|piece| *piece == Piece::LineEnd).map_or(before, |at| before.get(at + 1..).unwrap_or_default());
    let equals = line.iter().position(|piece| *piece == Piece::Sign('='))?;
    match line.get(equals.checked_sub(1)?)? {
        Piece::Word(name) => Some(name.clone()),
        _ => None,
    }
}

/// `group:0:field`, the key of a field in a filled-in form.
fn content_key(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.split(':').collect();
    let [group, instance, field] = parts.as_slice() else { return None };
    let is_key = instance.bytes().all(|sign| sign.is_ascii_digit()) && [group, instance, field].iter().all(|part| !part.is_empty());
    is_key.then(|| ((*group).to_owned(), (*field).to_owned()))
}

/// The pieces of a script, comments left out.
fn pieces(script: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = script;
    while let Some(sign) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.find('\n').and_then(|end| comment.get(end..)).unwrap_or_default();
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
        } else if matches!(sign, '"' | '\'') {
            let (piece, behind) = text(rest, sign);
            found.push(piece);
            rest = behind;
        } else if sign.is_alphanumeric() || sign == '_' {
            let end = rest.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(rest.len());
            let (mut word, mut behind) = rest.split_at(end);
            // The rest of a number: `1.5`.
            if sign.is_ascii_digit()
                && let Some(decimals) = behind.strip_prefix('.').filter(|behind| behind.starts_with(|sign: char| sign.is_ascii_digit()))
            {
                let more = decimals.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(decimals.len());
                (word, behind) = rest.split_at(end + 1 + more);
            }
            found.push(Piece::Word(word.to_owned()));
            rest = behind;
        } else {
            match sign {
                '\n' => found.push(Piece::LineEnd),
                sign if sign.is_whitespace() => {}
                sign => found.push(Piece::Sign(sign)),
            }
            rest = rest.get(sign.len_utf8()..).unwrap_or_default();
        }
    }
    found
}

/// A text in its marks, one or three of them, and what stands behind it.
fn text(rest: &str, mark: char) -> (Piece, &str) {
    let three = mark.to_string().repeat(3);
    let (inside, end) = match rest.strip_prefix(&three) {
        Some(inside) => (inside, three),
        None => (rest.get(1..).unwrap_or_default(), mark.to_string()),
    };
    let mut found = String::new();
    let mut is_computed = false;
    let mut rest = inside;
    while let Some(sign) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix(&end) {
            return (Piece::Text(found, is_computed), behind);
        }
        if end.len() == 1 && sign == '\n' {
            break;
        }
        is_computed = is_computed || mark == '"' && sign == '$';
        let (piece, length) = match (sign, rest.chars().nth(1)) {
            ('\\', Some('n')) => (Some('\n'), 2),
            ('\\', Some('t')) => (Some('\t'), 2),
            ('\\', Some('\n')) => (None, 2),
            ('\\', Some(other)) => (Some(other), 1 + other.len_utf8()),
            _ => (Some(sign), sign.len_utf8()),
        };
        found.extend(piece);
        rest = rest.get(length..).unwrap_or_default();
    }
    (Piece::Text(found, true), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, wanted: &[(&str, &[&str])]) {
        let found = outputs(script);
        let name = |target: &Target| match target {
            Target::Variable(name) => name.clone(),
            Target::Field(group, field) => format!("{group}/{field}"),
        };
        let found: Vec<(String, Vec<&str>)> =
            found.iter().map(|it| (name(&it.target), it.literals.iter().map(String::as_str).collect())).collect();
        let wanted: Vec<(String, Vec<&str>)> = wanted.iter().map(|(name, literals)| ((*name).to_owned(), literals.to_vec())).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn variables_are_found_however_they_are_set() {
        check(
            "api.setVariable(\"gueltig\", true) // am Anfang\nif (x) { api.setVariable('gueltig', false) }",
            &[("gueltig", &["true", "false"])],
        );
        check("execution.setVariable(\"text\", \"\"\"\\\nSehr geehrte ${name}\n\"\"\".stripIndent())", &[("text", &[])]);
        check("apiV1.setVariable 'betrag', -12.5\nexecution.setVariableLocal(\"n\", 3L)", &[("betrag", &["-12.5"]), ("n", &["3"])]);
        check("execution.setVariables([a: 1, \"b\": [c: 2], d: berechne(e: 3)])", &[("a", &["1"]), ("b", &[]), ("d", &[])]);
        check("api.setVariable(name, 1); api.setVariable(\"x$i\", 1); api.getVariable(\"y\")", &[]);
    }

    #[test]
    fn comments_and_texts_set_nothing() {
        check("// api.setVariable(\"a\", 1)\n/* api.setVariable(\"b\", 1)\n*/ log.info('api.setVariable(\"c\", 1)')", &[]);
        check("String muster = \"a // b\"; api.setVariable(\"d\", \"x\\\"y\")", &[("d", &["\"x\"y\""])]);
    }

    #[test]
    fn fields_of_forms_are_found() {
        check("form.fields.get(\"person:0:name\").value = \"Muster\"", &[("person/name", &["\"Muster\""])]);
        check("form.fields['person:0:name']?.value = berechnet()", &[("person/name", &[])]);
        check("def feld = form.fields.get(\"person:0:alter\")\nfeld.setValue(3)\nif (feld.value == 4) {}", &[("person/alter", &["3"])]);
        check("if (form.fields.get(\"person:0:name\").value == \"x\") {}", &[]);
    }

    #[test]
    fn broken_scripts_end() {
        for script in ["\"", "'''", "/*", "api.setVariable(", "api.setVariable(\"", "setVariables([[[", "\"\\", "ä\"ö\\ü"] {
            let _ = outputs(script);
        }
    }
}
