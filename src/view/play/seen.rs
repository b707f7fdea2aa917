//! What is drawn of a case, put into words and marks once for each moment of it, so that a frame costs nothing more.

use crate::i18n::Texts;
use crate::model::{Document, FlowId, NodeId, Subject};
use crate::sim::{Desk, Happening, Letter, Offer, Standing, Timeline, Writing, desks, ledger};
use crate::view::ViewContext;
use crate::view::canvas::Mark;
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};

/// A step of the history in words.
pub(super) struct Entry {
    pub at: DateTime,
    pub title: String,
    pub sentences: Vec<String>,
}

/// The case at one moment.
#[derive(Default)]
pub(super) struct Seen {
    pub offers: Vec<Offer>,
    pub desks: Vec<Desk>,
    pub standing: Vec<Standing>,
    pub marks: Vec<(Subject, Mark)>,
    /// All steps, those taken back included.
    pub entries: Vec<Entry>,
    /// Letters with when they were written.
    pub letters: Vec<(DateTime, Letter)>,
    /// Values by path, with who wrote them.
    pub ledger: BTreeMap<String, Vec<Writing>>,
    /// Why flows were taken: the sentence of each time, and in which step.
    pub reasons: BTreeMap<FlowId, Vec<(usize, Option<String>)>>,
    /// The last sentence worth saying aloud.
    pub last: String,
}

impl Seen {
    pub fn of(context: &ViewContext<'_>, document: &Document, line: &Timeline) -> Self {
        let run = line.run();
        let entries: Vec<Entry> = (0..line.len()).filter_map(|place| entry(context.texts, document, line, place)).collect();
        let standing = run.tokens();
        let letters = run.trace().iter().filter_map(|event| match &event.what {
            Happening::LetterWritten { letter, .. } => Some((event.at, letter.clone())),
            _ => None,
        });
        let mut seen = Self {
            offers: run.enabled(),
            desks: desks(run),
            marks: marks(line, &standing),
            standing,
            entries,
            letters: letters.collect(),
            ledger: ledger(run),
            reasons: reasons(context.texts, document, line),
            last: String::new(),
        };
        seen.last = seen.spoken(context.texts, document, line);
        seen
    }

    /// What was done last and what is to be done now.
    fn spoken(&self, texts: &Texts, document: &Document, line: &Timeline) -> String {
        let done = line.position().checked_sub(1).and_then(|place| self.entries.get(place));
        let mut parts: Vec<&str> = done.map(|entry| entry.title.as_str()).into_iter().collect();
        parts.extend(done.into_iter().flat_map(|entry| entry.sentences.iter().map(String::as_str)));
        let names: Vec<String> =
            self.desks.iter().flat_map(|desk| &desk.items).map(|item| texts.name_of(document, Subject::Node(item.at.node))).collect();
        let next = if names.is_empty() { String::new() } else { texts.with("play-now", &[("steps", (&names.join(", ")).into())]) };
        parts.extend((!next.is_empty()).then_some(next.as_str()));
        parts.join(". ")
    }
}

fn entry(texts: &Texts, document: &Document, line: &Timeline, place: usize) -> Option<Entry> {
    let (played, events) = line.step(place)?;
    let sentences = events.iter().filter_map(|event| texts.happening(document, &event.what)).collect();
    Some(Entry { at: played.at, title: texts.step(document, &played.step), sentences })
}

fn reasons(texts: &Texts, document: &Document, line: &Timeline) -> BTreeMap<FlowId, Vec<(usize, Option<String>)>> {
    let mut reasons = BTreeMap::<FlowId, Vec<_>>::new();
    for place in 0..line.position() {
        for event in line.run().trace_of(place) {
            if let Happening::FlowTaken { flow, .. } = &event.what {
                reasons.entry(*flow).or_default().push((place, texts.happening(document, &event.what)));
            }
        }
    }
    reasons
}

/// Where the case has been and is, each element once; what was entered more than once says how often.
fn marks(line: &Timeline, standing: &[Standing]) -> Vec<(Subject, Mark)> {
    let mut visits = BTreeMap::<NodeId, usize>::new();
    let mut been = BTreeSet::new();
    for event in line.run().trace() {
        match event.what {
            Happening::Entered(node) => *visits.entry(node).or_default() += 1,
            Happening::Left(node) => drop(been.insert(Subject::Node(node))),
            Happening::FlowTaken { flow, .. } => drop(been.insert(Subject::Flow(flow))),
            _ => {}
        }
    }
    let stuck = |is_stuck: bool| standing.iter().filter(move |standing| standing.is_stuck == is_stuck).filter_map(|standing| standing.node);
    let at = |nodes: BTreeSet<NodeId>, mark: Mark| nodes.into_iter().map(move |node| (Subject::Node(node), mark.clone()));
    let mut marks: Vec<(Subject, Mark)> = been.into_iter().map(|subject| (subject, Mark::Visited)).collect();
    marks.extend(at(stuck(false).collect(), Mark::Active));
    marks.extend(at(stuck(true).collect(), Mark::Failed));
    marks.extend(
        visits.into_iter().filter(|(_, times)| *times > 1).map(|(node, times)| (Subject::Node(node), Mark::Text(format!("{times}×")))),
    );
    marks
}
