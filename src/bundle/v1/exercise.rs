//! Exercises, as version 1 writes them.

use super::{Text, node::Duration, test_case::Expectation};
use crate::bundle::convert::{choice, record};

record! {
    Exercise { id: u32, name: Text, task: Text, hides: Vec<Hidden>, goals: Vec<Goal> }

    Goal { text: Text, reached_when: Reached, hints: Vec<Text> }
}

choice! {
    Hidden { Problems, TestCases, Journal }

    Reached {
        Played(expectation: Expectation),
        Passes(test_case: u32),
        Mended(mistake: Mistake),
        Done(deed: Deed),
    }

    Mistake {
        Condition { flow: u32, condition: Text },
        Due { node: u32, due: Option<Duration> },
        Result { table: u32, rule: u32, output: u32, result: Text },
        Missing(node: u32),
    }

    Deed { StepAdded, StepNamed, EndConnected, Played, Saved }
}
