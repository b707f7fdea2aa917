//! Rules across the fields of a form, each one sentence: if this, then that for those.

use super::FormElementId;

/// A rule across the fields of a form: if `when`, then `then` for `targets`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRule {
    /// Identity, from the same counter as the form's elements.
    pub id: FormElementId,
    /// Name that people read.
    pub name: String,
    /// The rule in the words of its source (FIM: Definition of a Regel); empty if it was made here.
    pub wording: String,
    /// FEEL condition; empty: always. Inside a repeatable group it sees the entry, as conditions of visibility do.
    pub when: String,
    /// What follows; `None`: the rule is there in words only, and nobody has confirmed yet what they mean, so it
    /// has no effect.
    pub then: Option<Consequence>,
    /// Whether somebody has decided that it stays in words: nobody is asked any more what it means. Only where `then` is `None`.
    pub stays_words: bool,
    /// Fields and groups that it is about. A group is filled in when a field in it is.
    pub targets: Vec<FormElementId>,
    /// What to say when it is broken; empty: the usual sentence.
    pub message: String,
    /// FIM id of the Regel (`R00000849`), or empty.
    pub fim_id: String,
}

/// What follows from a rule. All but [`Visible`](Self::Visible) look only at targets that are visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// Every target must be filled in.
    Required,
    /// Every target must be filled in, and must stay empty where the condition is not true.
    RequiredElseNotAllowed,
    /// Every target must stay empty.
    NotAllowed,
    /// The targets are shown only then.
    Visible,
    /// At least one of the targets must be filled in.
    AtLeastOne,
    /// One of the targets must be filled in, and no other.
    ExactlyOne,
    /// The targets are day, month and year of a date that may be known in part: no day without month, no month without
    /// year, and a day that the calendar has.
    ValidPartialDate,
    /// The condition describes a fault: the message is said at the targets.
    Message,
}

impl FormRule {
    /// Whether it stands there in words only and waits for somebody to say what they mean.
    pub fn is_open(&self) -> bool {
        self.then.is_none() && !self.stays_words
    }

    /// A rule that says nothing yet.
    pub fn new(id: FormElementId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            wording: String::new(),
            when: String::new(),
            then: None,
            stays_words: false,
            targets: Vec::new(),
            message: String::new(),
            fim_id: String::new(),
        }
    }
}
