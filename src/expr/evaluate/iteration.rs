//! `for`, `some`, `every`.

use super::super::number::{Number, Rounding};
use super::super::span::Span;
use super::super::temporal::Date;
use super::super::tree::{Iterator, Node};
use super::super::value::{List, Range, Value};
use super::logic::{both, either, truth_value};
use super::{Frame, Machine, NoteKind};

/// What an iterator goes through.
enum Domain {
    Items(List),
    /// Whole numbers or days, upward or downward, both ends included.
    Steps {
        from: i64,
        to: i64,
        days: bool,
    },
}

impl Domain {
    fn len(&self) -> u64 {
        match self {
            Self::Items(list) => u64::try_from(list.len()).unwrap_or(u64::MAX),
            Self::Steps { from, to, .. } => from.abs_diff(*to).saturating_add(1),
        }
    }

    fn get(&self, place: u64) -> Option<Value> {
        match self {
            Self::Items(list) => list.items().get(usize::try_from(place).ok()?).cloned(),
            Self::Steps { from, to, days } => {
                let distance = i64::try_from(place).ok()?;
                let at = if from <= to { from.checked_add(distance)? } else { from.checked_sub(distance)? };
                if *days { Date::from_days(at).map(Value::from) } else { Some(Value::from(at)) }
            }
        }
    }
}

/// What is done for each combination; false ends the iteration.
type Visit<'v, 'a> = &'v mut dyn FnMut(&mut Machine<'a>, Option<&Frame<'_>>) -> bool;

impl<'a> Machine<'a> {
    /// `for … return`.
    pub fn for_each(&mut self, iterators: &[Iterator], body: &Node, span: Span, frame: Option<&Frame<'_>>) -> Value {
        let mut results = Vec::new();
        let complete = self.combinations(iterators, frame, &mut |machine, frame| {
            let value = machine.evaluate(body, Some(&Frame::partial(frame, &results)));
            results.push(value);
            machine.runs()
        });
        if complete && self.runs() { self.list(results, span) } else { Value::Null }
    }

    /// `some … satisfies` and `every … satisfies`.
    pub fn quantified(&mut self, every: bool, iterators: &[Iterator], condition: &Node, frame: Option<&Frame<'_>>) -> Value {
        let mut answer = Some(every);
        let complete = self.combinations(iterators, frame, &mut |machine, frame| {
            let truth = machine.evaluate(condition, frame);
            machine.note_not_boolean(&truth, condition.span);
            answer = if every { both(answer, truth.as_boolean()) } else { either(answer, truth.as_boolean()) };
            answer != Some(!every) && machine.runs()
        });
        if complete { truth_value(answer) } else { Value::Null }
    }

    /// Visits each combination, the last iterator turning fastest. False where something cannot be gone through.
    fn combinations(&mut self, iterators: &[Iterator], frame: Option<&Frame<'_>>, visit: Visit<'_, 'a>) -> bool {
        let mut going = true;
        self.turn(iterators, frame, &mut going, visit)
    }

    fn turn(&mut self, iterators: &[Iterator], frame: Option<&Frame<'_>>, going: &mut bool, visit: Visit<'_, 'a>) -> bool {
        let Some((iterator, rest)) = iterators.split_first() else {
            *going = visit(self, frame);
            return true;
        };
        let Some(domain) = self.domain(iterator, frame) else {
            return false;
        };
        for place in 0..domain.len() {
            let Some(value) = domain.get(place) else {
                return false;
            };
            if !self.turn(rest, Some(&Frame::variable(frame, &iterator.name, &value)), going, visit) {
                return false;
            }
            if !*going || !self.step(1, iterator.source.span) {
                return true;
            }
        }
        true
    }

    fn domain(&mut self, iterator: &Iterator, frame: Option<&Frame<'_>>) -> Option<Domain> {
        let source = self.evaluate(&iterator.source, frame);
        let span = iterator.source.span;
        let domain = match &iterator.end {
            Some(end) => {
                let end = self.evaluate(end, frame);
                steps(&Range { start: source.clone(), end, start_included: true, end_included: true })
            }
            None => match &source {
                Value::List(list) => Some(Domain::Items(list.clone())),
                Value::Range(range) => steps(range),
                Value::Null => None,
                single => List::new(vec![single.clone()]).ok().map(Domain::Items),
            },
        };
        match domain {
            None => {
                self.note(span, NoteKind::NotIterable(source.kind()));
                None
            }
            // Refused before the first turn, rather than after all steps are used up.
            Some(domain) if domain.len() > self.steps_left() => {
                self.step(usize::MAX, span);
                None
            }
            domain => domain,
        }
    }
}

/// The whole numbers or days of a range.
fn steps(range: &Range) -> Option<Domain> {
    let (from, to, days) = match (&range.start, &range.end) {
        (Value::Number(from), Value::Number(to)) => (whole(from)?, whole(to)?, false),
        (Value::Date(from), Value::Date(to)) => (from.days(), to.days(), true),
        _ => return None,
    };
    let direction = if from <= to { 1 } else { -1 };
    let first = if range.start_included { from } else { from.checked_add(direction)? };
    let last = if range.end_included { to } else { to.checked_sub(direction)? };
    if (last.checked_sub(first)?).signum() * direction < 0 {
        return Some(Domain::Items(List::default()));
    }
    Some(Domain::Steps { from: first, to: last, days })
}

fn whole(number: &Number) -> Option<i64> {
    number.rounded(0, Rounding::Down).filter(|rounded| rounded == number)?.to_i64()
}
