//! Decision tables, as version 1 writes them.

use super::Text;
use crate::bundle::convert::{choice, record};

record! {
    DecisionTable {
        id: u32,
        key: Text,
        name: Text,
        hit_policy: HitPolicy,
        inputs: Vec<DecisionInput>,
        outputs: Vec<DecisionOutput>,
        rules: Vec<DecisionRule>,
    }

    DecisionInput { name: Text, expression: Text }

    DecisionOutput { name: Text, target: Text }

    DecisionRule { tests: Vec<Text>, results: Vec<Text>, note: Text }
}

choice! {
    HitPolicy { Unique, First, Any, Collect }
}
