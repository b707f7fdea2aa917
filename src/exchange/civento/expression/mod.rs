//! civento's German expression language and FEEL, in both directions.
//!
//! # What is known of the language
//!
//! There is no public description. What stands here was read off public exports; what could not be is said to be assumed.
//!
//! - References: `V.Z.<Objekt>.<Feld>` the case's data, `V.AS.…` the applicant, `V.HV.…` the main case, `V.Ident` and other facts of the case,
//!   `VE.<Lib>.<Feld>` settings, plain names variables of the workflow, `$$name$$` either of them in a text. [`Names`] says what they are here.
//! - Signs: `=` (also `==`), `!=` (`<>`), `<`, `>`, `<=`, `>=`, `+`, `-`, `AND`, `OR`, `NOT` in upper and lower case. Assumed: `*`, `/`, `&&`, `||`,
//!   `!`, `UND`, `ODER`, `NICHT`, and the strength of signs: `NOT` binds most, then `*` `/`, `+` `-`, comparisons, `AND`, `OR`.
//! - Texts in either quotation marks, with a backslash before marks, itself, `n`, `t`; numbers with a point; `true`, `false`, `wahr`, `falsch`, `null`.
//!
//! # What becomes what
//!
//! | civento | FEEL |
//! |---|---|
//! | `Anzahl(l)` | `count(l)` |
//! | `AnzahlWenn(l, V.Z.o.l.f = x)` | `count(l[item.f = x])` (assumed: a condition over the fields of the list) |
//! | `Listenelement(l, i)`, `l[i]` | `l[i + 1]` (from 0, as the loops `i < Anzahl(l)` of exports count) |
//! | `Listenelement(l, i, "feld")` | `l[i + 1].feld` (assumed) |
//! | `ListenelementSetzen(l, i, w)`, `…(l, i, "feld", w)` | `list replace(l, i + 1, w)`, with `context put(l[i + 1], "feld", w)` (assumed) |
//! | `ListenelementeEntfernen(l, i)`, `…(l, Bedingung)` | `remove(l, i + 1)`, `l[not(Bedingung)]` (assumed) |
//! | `isNull(x)`, `not(x)` | `x = null`, `not(x)` |
//! | `x = ""`, `x != ""` | `not(is filled(x))`, `is filled(x)`: what was never filled in is empty |
//! | `castToString(x)`, `castToAuswahl(x)` | `string(x)`, `x` |
//! | `todayDate()`, `dateAdd(d, n, "TAG")` | `today()`, `d + @"P1D"` (assumed: number and unit; days, weeks, months, years in German or English) |
//! | `"a" + n` with a number `n` | `"a" + string(n)` |
//!
//! Functions without equal stay what they are: [`Names::double`] gives the field that stands for the call when the procedure is played, and on the
//! way back the call stands there again. Functions of FEEL that civento is not known to have are written by their FEEL name in one word
//! (`string length(x)` as `stringLength(x)`), and read as such: [`Translated::assumed`] names them.
//!
//! # Conditions
//!
//! In FEEL a comparison with something unknown is neither true nor false, and a procedure stops there. In civento it is assumed to be false. So
//! [`Use::Condition`] brings `x < 3` to `(x < 3) = true` and a mere `x` to `x = true`, where `x` may be unknown; on the way back these go again.

mod calls;
mod feel;
mod functions;
mod names;
mod read;
mod template;
mod term;
#[cfg(test)]
mod tests;
mod unfeel;

pub use names::{Kind, Names, References};
pub use template::{from_template, to_template};

use crate::model::Assignment;
use feel::Writer;
use term::Term;

/// For what an expression stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A condition that must come to true or false whatever is unknown.
    Condition,
    /// A condition as it is written, which may come to nothing.
    Plain,
    /// A value of this kind.
    Value(Kind),
    /// One code of a list; in civento it is made of a text by `castToAuswahl`.
    Choice,
}

/// A translated expression.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translated {
    /// The expression in the other language.
    pub text: String,
    /// Functions without equal, each of whose calls has a double; by name, each once.
    pub doubles: Vec<String>,
    /// Functions that were taken for the one of the same name in the other language; each once.
    pub assumed: Vec<String>,
}

/// An expression that cannot be read, or not be said in the other language: the part at fault; empty where the text ends too early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// A civento expression as FEEL. An empty text stays empty.
///
/// # Errors
/// It cannot be read, or speaks of something that [`Names`] does not know.
pub fn to_feel(text: &str, purpose: Use, names: &mut dyn Names) -> Result<Translated, Unreadable> {
    if text.trim().is_empty() {
        return Ok(Translated::default());
    }
    let term = read::read(text)?;
    let mut writer = Writer::new(names);
    let text = match purpose {
        Use::Condition => writer.truth(&term)?,
        Use::Plain => writer.value(&term, Kind::Truth)?,
        Use::Value(kind) => writer.value(&term, kind)?,
        Use::Choice => writer.value(&term, Kind::Text)?,
    };
    Ok(writer.finish(text))
}

/// A FEEL expression as civento writes it. An empty text stays empty.
///
/// # Errors
/// It is no FEEL, speaks of something that [`References`] does not know, or says what civento has no words for (`if`, `for`, `some` …).
pub fn from_feel(text: &str, purpose: Use, references: &dyn References) -> Result<Translated, Unreadable> {
    if text.trim().is_empty() {
        return Ok(Translated::default());
    }
    let (term, assumed) = unfeel::read(text, references)?;
    let term = if purpose == Use::Condition { unfeel::without_truth(term) } else { term };
    let term = match (purpose, &term) {
        (Use::Choice, Term::Text(_)) => Term::call("castToAuswahl", vec![term]),
        _ => term,
    };
    Ok(Translated { text: term.written(), doubles: Vec::new(), assumed })
}

/// What commands of a `Befehl` set: `ListenelementSetzen(l, i, w)` sets `l`. Commands that set nothing known set their double, so that nothing
/// is lost.
///
/// # Errors
/// As for [`to_feel`].
pub fn to_assignments(text: &str, names: &mut dyn Names) -> Result<(Vec<Assignment>, Translated), Unreadable> {
    let terms = read::read_commands(text)?;
    let mut writer = Writer::new(names);
    let assignments = terms.iter().map(|term| writer.command(term)).collect::<Result<_, _>>()?;
    Ok((assignments, writer.finish(String::new())))
}

/// The command of a `Befehl` that sets a list as this assignment does; `None` where the value is no change of the target itself.
pub fn from_assignment(assignment: &Assignment, references: &dyn References) -> Option<Translated> {
    let (term, assumed) = unfeel::read(&assignment.value, references).ok()?;
    let target = references.reference(&assignment.target)?;
    let is_double = matches!(&term, Term::Reference(call) if *call == target && call.ends_with(')'));
    let changes = match &term {
        Term::Call(name, arguments) => {
            matches!(name.as_str(), "ListenelementSetzen" | "ListenelementeEntfernen")
                && arguments.first() == Some(&Term::Reference(target))
        }
        _ => false,
    };
    (is_double || changes).then(|| Translated { text: term.written(), doubles: Vec::new(), assumed })
}
