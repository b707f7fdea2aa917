//! From lines to a flow: what stands further in belongs to the question or sub-process above it.

use super::line::{Saying, TypedLine, answer, is_plain_answer, lines, saying};
use super::{Block, ChoiceKind, Fault, FaultKind, Outline, Way};
use std::collections::BTreeSet;

/// Deeper than anybody nests; what lies deeper is read as plain steps.
const DEEPEST: usize = 24;

/// Reads typed steps. Whatever is not understood is read as well as can be, and named among the faults, by line.
/// `is_there` tells whether a jump may lead to a step of this name that stands elsewhere in the process.
pub fn read_outline(text: &str, is_there: impl Fn(&str) -> bool) -> (Outline, Vec<Fault>) {
    let lines = lines(text);
    let mut reader = Reader { lines: &lines, next: 0, depth: 0, faults: Vec::new(), names: BTreeSet::new(), jumps: Vec::new() };
    let (blocks, _) = reader.blocks(0);
    let unknown = |(_, name): &(usize, String)| !reader.names.contains(&name.to_lowercase()) && !is_there(name);
    let unknown = reader.jumps.iter().filter(|jump| unknown(jump));
    let unknown = unknown.map(|(line, name)| Fault { line: *line, kind: FaultKind::UnknownTarget { name: name.clone() } });
    let mut faults = reader.faults.clone();
    faults.extend(unknown);
    faults.sort_by_key(|fault| fault.line);
    (Outline { blocks }, faults)
}

struct Reader<'a> {
    lines: &'a [TypedLine<'a>],
    next: usize,
    depth: usize,
    faults: Vec<Fault>,
    /// Names that a jump can lead to, in lower case.
    names: BTreeSet<String>,
    jumps: Vec<(usize, String)>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<TypedLine<'a>> {
        self.lines.get(self.next).copied()
    }

    fn blame(&mut self, line: usize, kind: FaultKind) {
        self.faults.push(Fault { line, kind });
    }

    /// The lines from here on that stand at least so far in, and whether the flow goes on behind them.
    fn blocks(&mut self, least: usize) -> (Vec<Block>, bool) {
        let mut blocks = Vec::new();
        let (mut goes_on, mut is_told) = (true, false);
        let usual = self.peek().map_or(0, |line| line.indent);
        while let Some(line) = self.peek().filter(|line| line.indent >= least) {
            self.next += 1;
            if line.indent > usual {
                self.blame(line.number, FaultKind::Indented);
            }
            if !goes_on && !std::mem::replace(&mut is_told, true) {
                self.blame(line.number, FaultKind::Unreachable);
            }
            let (block, continues) = self.block(line, line.text);
            goes_on = continues;
            blocks.push(block);
        }
        (blocks, goes_on)
    }

    /// What a line says together with what stands beneath it, and whether the flow goes on behind it.
    fn block(&mut self, line: TypedLine<'a>, text: &str) -> (Block, bool) {
        match saying(text) {
            Saying::Start(name) => (Block::Start(name), true),
            Saying::End(name) => (Block::End(name), false),
            Saying::Jump(name) => {
                self.jumps.push((line.number, name.clone()));
                (Block::Jump(name), false)
            }
            Saying::Step(step) => {
                self.names.insert(step.name.to_lowercase());
                (Block::Step(step), true)
            }
            Saying::Heading(step) => {
                self.names.insert(step.name.to_lowercase());
                let has_content = self.peek().is_some_and(|next| next.indent > line.indent);
                if !has_content {
                    self.blame(line.number, FaultKind::NothingInside);
                    return (Block::Step(step), true);
                }
                let (blocks, _) = self.deeper(line, |reader| reader.blocks(line.indent + 1)).unwrap_or_default();
                (Block::Inside { step, blocks }, true)
            }
            Saying::Question { kind, role, question } => {
                self.names.insert(question.to_lowercase());
                let (ways, goes_on) =
                    self.deeper(line, |reader| reader.ways(line, kind, text.len() < line.text.len())).unwrap_or((Vec::new(), true));
                (Block::Choice { kind, role, question, ways }, goes_on)
            }
        }
    }

    /// Reads what lies in something else, unless that lies too deep already.
    fn deeper<T>(&mut self, line: TypedLine<'a>, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= DEEPEST {
            self.blame(line.number, FaultKind::TooDeep);
            return None;
        }
        self.depth += 1;
        let answer = read(self);
        self.depth -= 1;
        Some(answer)
    }

    /// The ways beneath a question, and whether one of them goes on behind it. Answers as far in as the question itself belong
    /// to it only if it does not stand behind an answer.
    fn ways(&mut self, question: TypedLine<'a>, kind: ChoiceKind, is_behind_answer: bool) -> (Vec<Way>, bool) {
        let mut ways: Vec<Way> = Vec::new();
        let mut goes_on = false;
        let inner = self.peek().map(|next| next.indent).filter(|indent| *indent > question.indent);
        let is_answer = |line: &TypedLine<'_>| match inner {
            Some(indent) => line.indent >= indent,
            None => !is_behind_answer && line.indent == question.indent && is_plain_answer(line.text),
        };
        while let Some(line) = self.peek().filter(is_answer) {
            self.next += 1;
            let (way, continues) = self.way(line, kind);
            if kind != ChoiceKind::All && way.blocks.is_empty() && ways.iter().any(|other| other.blocks.is_empty()) {
                self.blame(line.number, FaultKind::SameWay);
            }
            goes_on |= continues;
            ways.push(way);
        }
        if ways.is_empty() {
            self.blame(question.number, FaultKind::NoAnswers);
        }
        // What is not answered leads straight on.
        let is_open = ways.is_empty() || kind == ChoiceKind::One && ways.len() == 1;
        (ways, goes_on || is_open)
    }

    fn way(&mut self, line: TypedLine<'a>, kind: ChoiceKind) -> (Way, bool) {
        let answered = answer(line.text).filter(|_| kind != ChoiceKind::All);
        if answered.is_none() && kind != ChoiceKind::All {
            self.blame(line.number, FaultKind::NoAnswer);
        }
        let (label, text) = answered.unwrap_or(("", line.text));
        let mut way = Way { answer: label.to_owned(), blocks: Vec::new() };
        let mut goes_on = true;
        if !text.is_empty() {
            let (block, continues) = self.block(line, text);
            goes_on = continues;
            way.blocks.push(block);
        }
        if self.peek().is_some_and(|next| next.indent > line.indent) {
            if !goes_on && let Some(next) = self.peek() {
                self.blame(next.number, FaultKind::Unreachable);
            }
            let (rest, continues) = self.blocks(line.indent + 1);
            goes_on = continues;
            way.blocks.extend(rest);
        }
        (way, goes_on)
    }
}
