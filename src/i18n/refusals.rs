//! Refusals in words.

use super::Texts;
use crate::edit::Refusal;

impl Texts {
    /// Why a change cannot be made, as a sentence with its remedy.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::NotThere => self.get("refusal-not-there").to_owned(),
        }
    }
}
