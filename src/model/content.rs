//! Smaller parts that several elements share or that stand beside the flow: law, money, letters, settings.

use super::{DocumentTemplateId, FieldKind, SettingId};

/// A place in the law.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LegalBasis {
    /// Short name of the law: `MuSchG`.
    pub law: String,
    /// Place in it: `§ 27 Abs. 1`.
    pub paragraph: String,
    /// Address of the text, or empty.
    pub link: String,
}

/// An amount in euros, in cents: exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    /// Cents.
    pub cents: i64,
}

/// A value for a data field, as a FEEL expression.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Assignment {
    /// Path of the data field: `antrag.gebuehr`.
    pub target: String,
    /// FEEL expression.
    pub value: String,
}

/// A letter or notice that the procedure writes.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentTemplate {
    /// Identity.
    pub id: DocumentTemplateId,
    /// Technical name, unique among document templates.
    pub key: String,
    /// Name that people read: "Hundesteuerbescheid".
    pub name: String,
    /// Subject line; may hold `{{path}}`.
    pub subject: String,
    /// Text; `{{path}}` stands for the value of a data field, written as in Germany.
    pub body: String,
}

/// A value that each authority fills in when it takes the procedure up. Expressions reach it as
/// `einstellungen.key`.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Identity.
    pub id: SettingId,
    /// Name in expressions, unique among settings.
    pub key: String,
    /// Name that people read.
    pub name: String,
    /// What is to be filled in.
    pub description: String,
    /// Kind of value; a simple kind.
    pub kind: FieldKind,
    /// FEEL value in use until the authority says otherwise, or empty.
    pub default_value: String,
    /// Whether the procedure cannot run without it.
    pub is_required: bool,
}
