//! A flow as lines of text: read, drawn by [`FlowCommand::AddOutline`](super::FlowCommand::AddOutline), and written again.
//!
//! One step stands on each line, after its role and a colon if another acts than on the line before. A line that ends with
//! a question mark splits the flow; beneath it, further in, stand the answers, each with its own steps:
//!
//! ```text
//! Bürger: Antrag stellen
//! Sachbearbeitung: Antrag prüfen [§ 3 (1) KAG]
//! Vollständig?
//!   ja: Bescheid schreiben
//!   nein: Unterlagen nachfordern
//!     → Antrag prüfen
//! ```
//!
//! `Gleichzeitig:` begins ways that are all taken, `(mehrere)` behind a question lets several answers hold, `Start: …` and
//! `Ende: …` name events, another line that ends with a colon is a sub-process whose steps stand beneath it. A colon at the
//! beginning of a step takes what follows as its name, whatever it looks like.

mod fault;
mod law;
mod line;
mod order;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use fault::{Fault, FaultKind};
pub use law::{laws_from_text, laws_text};
pub(super) use line::{is_otherwise, opposite};
pub use order::{Line, reading_order};
pub use read::read_outline;
pub use write::{Wording, write_outline};

use crate::model::LegalBasis;

/// A flow as somebody typed it, in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// One after the other.
    pub blocks: Vec<Block>,
}

/// A part of a typed flow.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The start event's name.
    Start(String),
    /// A step.
    Step(TypedStep),
    /// A sub-process.
    Inside {
        /// The sub-process itself.
        step: TypedStep,
        /// What is in it.
        blocks: Vec<Block>,
    },
    /// The flow splits, and comes together again behind it.
    Choice {
        /// How many ways are taken.
        kind: ChoiceKind,
        /// Who decides, if another than on the line before.
        role: Option<String>,
        /// The question; empty if all ways are taken.
        question: String,
        /// The ways.
        ways: Vec<Way>,
    },
    /// The way goes on at the step of this name.
    Jump(String),
    /// The way ends, in an event of this name.
    End(String),
}

/// A step as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedStep {
    /// Who does it, if another than on the line before.
    pub role: Option<String>,
    /// Its name.
    pub name: String,
    /// The laws in brackets behind it.
    pub laws: Vec<LegalBasis>,
}

/// A way out of a split.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Way {
    /// The answer that leads here.
    pub answer: String,
    /// What is done on the way.
    pub blocks: Vec<Block>,
}

/// How many ways of a split are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// One.
    One,
    /// One or several.
    Several,
    /// All.
    All,
}

impl Outline {
    /// Whether it is a plain sequence of steps, so that it fits between two others.
    pub fn is_plain(&self) -> bool {
        self.blocks.iter().all(|block| matches!(block, Block::Step(_)))
    }

    /// How many steps it has, sub-processes included.
    pub fn steps(&self) -> usize {
        count(&self.blocks)
    }
}

fn count(blocks: &[Block]) -> usize {
    let in_block = |block: &Block| match block {
        Block::Step(_) => 1,
        Block::Inside { blocks, .. } => 1 + count(blocks),
        Block::Choice { ways, .. } => ways.iter().map(|way| count(&way.blocks)).sum(),
        Block::Start(_) | Block::Jump(_) | Block::End(_) => 0,
    };
    blocks.iter().map(in_block).sum()
}
