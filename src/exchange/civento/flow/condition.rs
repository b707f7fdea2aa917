//! Conditions of what is switched off, and of what functions decide.

use super::NEVER;
use crate::model::Event;

/// The condition of what is switched off.
pub(super) fn never(feel: &str) -> String {
    format!("{NEVER}{feel})")
}

/// A condition without what switches it off, and whether it was switched off.
pub(super) fn without_never(feel: &str) -> (&str, bool) {
    let inner = feel.trim().strip_prefix(NEVER).and_then(|rest| rest.strip_suffix(')'));
    inner.map_or((feel, false), |inner| (inner, true))
}

/// Takes what these answers decide out of the condition of a beginning, if something of it does.
pub(super) fn of_answers(trigger: &mut Event, asked: &[String]) -> Option<String> {
    let Event::Conditional(condition) = &*trigger else { return None };
    let is_asked = |part: &&str| asked.iter().any(|path| part.contains(path.as_str()));
    let (under, rest): (Vec<&str>, Vec<&str>) = conjuncts(condition).into_iter().partition(is_asked);
    let (under, rest) = (under.join(AND), rest.join(AND));
    *trigger = if rest.is_empty() { Event::None } else { Event::Conditional(rest) };
    (!under.is_empty()).then_some(under)
}

/// Both conditions together.
pub(super) fn both(one: &str, other: &str) -> String {
    format!("({one}){AND}({other})")
}

const AND: &str = " and ";

/// The parts of a condition all of which have to hold. As the import writes conditions: nothing else than what `and` joins contains one outside
/// of brackets and texts.
pub(super) fn conjuncts(feel: &str) -> Vec<&str> {
    let (mut depth, mut is_text) = (0_usize, false);
    let mut parts = Vec::new();
    let mut begin = 0;
    for (at, sign) in feel.char_indices() {
        match sign {
            '"' if !feel.get(..at).is_some_and(|before| before.ends_with('\\')) => is_text = !is_text,
            _ if is_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 => {
                let rest = feel.get(at..).unwrap_or_default();
                if rest.starts_with(" or ") {
                    return vec![feel];
                }
                if rest.starts_with(AND) {
                    parts.extend(feel.get(begin..at));
                    begin = at + AND.len();
                }
            }
            _ => {}
        }
    }
    parts.extend(feel.get(begin..));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_functions_decide_is_taken_out_of_a_condition() {
        let asked = ["f.a".to_owned(), "f.b".to_owned()];
        for (whole, rest, under) in [
            ("f.a = true", "", "f.a = true"),
            ("v.x = 1 and (f.a > 0) = true and v.t = \" and f.a\"", "v.x = 1", "(f.a > 0) = true and v.t = \" and f.a\""),
            ("v.x = 1 and (v.y = 2 or v.z)", "v.x = 1 and (v.y = 2 or v.z)", ""),
            ("f.a = 1 and v.x or f.b = 2", "", "f.a = 1 and v.x or f.b = 2"),
            ("not(f.b = 1 and v.x = 2) and v.y = [1 and 2]", "v.y = [1 and 2]", "not(f.b = 1 and v.x = 2)"),
        ] {
            let mut trigger = Event::Conditional(whole.to_owned());
            let found = of_answers(&mut trigger, &asked).unwrap_or_default();
            let left = if let Event::Conditional(left) = trigger { left } else { String::new() };
            assert_eq!((left.as_str(), found.as_str()), (rest, under), "{whole}");
        }
        assert_eq!(of_answers(&mut Event::None, &asked), None);
    }

    #[test]
    fn a_condition_is_switched_off_and_on() {
        assert_eq!(without_never(&never("a.b = 1")), ("a.b = 1", true));
        assert_eq!(without_never("a.b = 1"), ("a.b = 1", false));
    }
}
