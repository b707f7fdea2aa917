//! Texts with places for values: `$$V.Z.Hund.name$$` there, `{{hund.name}}` here.

use super::names::{Kind, Names, References};
use super::read::read;
use super::term::Term;

/// A text of civento as ours. What stands between `$$` and is no reference, or none that is known, stays as it is and is named in the second list.
pub fn to_template(text: &str, names: &mut dyn Names) -> (String, Vec<String>) {
    let mut unknown = Vec::new();
    let template = replaced(text, "$$", "$$", |inside| {
        let path = match read(inside) {
            Ok(Term::Reference(reference)) => names.path(&reference, Kind::Unknown),
            _ => None,
        };
        if path.is_none() {
            unknown.push(inside.to_owned());
        }
        path.map(|path| format!("{{{{{path}}}}}"))
    });
    (template, unknown)
}

/// Our text as civento's; what civento cannot refer to stays as it is and is named in the second list.
pub fn from_template(text: &str, references: &dyn References) -> (String, Vec<String>) {
    let mut unknown = Vec::new();
    let template = replaced(text, "{{", "}}", |inside| {
        let reference = references.reference(inside.trim()).filter(|reference| !reference.contains('('));
        if reference.is_none() {
            unknown.push(inside.trim().to_owned());
        }
        reference.map(|reference| format!("$${reference}$$"))
    });
    (template, unknown)
}

/// The text with what stands between these marks, marks and all, replaced where there is something to replace it with.
fn replaced(text: &str, open: &str, close: &str, mut replace: impl FnMut(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(open) {
        out.push_str(before);
        let whole = behind
            .split_once(close)
            .filter(|(inside, _)| !inside.trim().is_empty() && !inside.contains('\n') && (open != close || !inside.contains(' ')));
        let Some((inside, after)) = whole else {
            out.push_str(open);
            rest = behind;
            continue;
        };
        match replace(inside) {
            Some(new) => out.push_str(&new),
            None => out.extend([open, inside, close]),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
