//! Test cases, as version 1 writes them.

use super::{Text, content::Assignment};
use crate::bundle::convert::{choice, record};

record! {
    TestCase {
        id: u32,
        name: Text,
        description: Text,
        process: u32,
        begins_at: Text,
        steps: Vec<TestStep>,
        expectations: Vec<Expectation>,
    }
}

choice! {
    TestStep {
        Start { node: u32, entries: Vec<Assignment> },
        Complete { node: u32, nth: u32, entries: Vec<Assignment> },
        Answer { node: u32, nth: u32, entries: Vec<Assignment> },
        Fail { node: u32, nth: u32, error: Text },
        Trigger { node: u32, nth: u32, entries: Vec<Assignment> },
        Wait { duration: Text },
        Silent { node: u32 },
        Choose { node: u32, flow: u32 },
    }

    Expectation {
        Ended(node: u32),
        Visited(node: u32),
        NotVisited(node: u32),
        VisitedTimes { node: u32, times: u32 },
        DoneBy { node: u32, role: u32 },
        Holds(condition: Text),
        Wrote(letter: u32),
    }
}
