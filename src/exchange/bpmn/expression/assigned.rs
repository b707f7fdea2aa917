//! Lines of scripts that set a variable: `betrag = betrag + 1`, `execution.setVariable("betrag", 5)`.

use super::formula::{self, Term};
use super::variables::Variables;
use crate::model::Assignment;

/// A variable and what it becomes.
pub(in super::super) struct Assigned {
    target: Vec<String>,
    value: Term,
}

impl Assigned {
    /// Reads a line of Java, JavaScript, Groovy or Python; `None` if it does anything else.
    pub fn read(line: &str) -> Option<Self> {
        let line = ["var ", "let ", "def "].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line);
        match formula::read(line)? {
            Term::Call(Some(object), name, arguments) if name == "setVariable" && *object == Term::Name(vec!["execution".to_owned()]) => {
                let [Term::Text(target), value] = arguments.as_slice() else { return None };
                Some(Self { target: target.split('.').map(str::to_owned).collect(), value: value.clone() })
            }
            // In these languages a single `=` sets; the last of a line with several is none that we know.
            Term::Two("=", target, value) if !line.contains("==") => match *target {
                Term::Name(target) => Some(Self { target, value: *value }),
                _ => None,
            },
            _ => None,
        }
    }
}

impl Variables {
    /// The assignment in FEEL; `None` if it cannot be said.
    pub fn assignment(&mut self, assigned: &Assigned) -> Option<Assignment> {
        let kind = self.kind_of(&assigned.value);
        let value = self.translate(&assigned.value, kind)?;
        let target = self.use_path(&assigned.target, kind)?;
        Some(Assignment { target, value })
    }
}
