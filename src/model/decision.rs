//! Decision tables (DMN 1.3, chapter 8).

use super::DecisionTableId;

/// A decision table: each rule a row of unary tests and of results.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionTable {
    /// Identity.
    pub id: DecisionTableId,
    /// Technical name, unique among decision tables.
    pub key: String,
    /// Name that people read.
    pub name: String,
    /// Which of the matching rules counts.
    pub hit_policy: HitPolicy,
    /// What is looked at.
    pub inputs: Vec<DecisionInput>,
    /// What comes out.
    pub outputs: Vec<DecisionOutput>,
    /// The rows in order.
    pub rules: Vec<DecisionRule>,
}

/// Which of the matching rules counts (DMN 1.3, 8.2.10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitPolicy {
    /// Only one rule may match.
    #[default]
    Unique,
    /// The first that matches.
    First,
    /// Several may match, all with the same result.
    Any,
    /// All that match; the result is a list.
    Collect,
}

/// A column that is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionInput {
    /// Heading.
    pub name: String,
    /// FEEL expression whose value is tested.
    pub expression: String,
}

/// A column that comes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionOutput {
    /// Heading.
    pub name: String,
    /// Path of the data field that receives the result: `antrag.gebuehr`.
    pub target: String,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionRule {
    /// One FEEL unary test per input; `-` or empty accepts all.
    pub tests: Vec<String>,
    /// One FEEL expression per output.
    pub results: Vec<String>,
    /// Remark, such as the paragraph that says so.
    pub note: String,
}
