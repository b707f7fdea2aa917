//! What a place costs: distance, lines over nodes and over other lines, rows pushed apart.

use super::{Connector, Filling, Stretch};

/// What a step of one row costs.
const DISTANCE: f64 = 1.0;
/// What leading a line over a node, or over another line, costs.
const OVER_NODE: f64 = 4.0;
const OVER_LINE: f64 = 2.0;
/// Below is a little better than above.
const ABOVE: f64 = 0.6;
/// What an event at the lower edge costs that has to be followed upwards.
const AGAINST_EVENT: f64 = 3.0;

/// What leading the lines of a run costs, asked for every position. What they cross is summed up once: with many rows, adding it
/// up anew for each position would take the square of the time.
pub(super) struct Prices<'a> {
    filling: &'a Filling<'a>,
    joints: &'a [Connector],
    /// For each line what it would cross in the rows before each position.
    crossed: Vec<Vec<f64>>,
}

impl<'a> Prices<'a> {
    pub fn of(filling: &'a Filling<'a>, joints: &'a [Connector]) -> Self {
        Self { filling, joints, crossed: joints.iter().map(|joint| filling.crossed(joint)).collect() }
    }

    /// What it costs to stand at a position; halves lie between rows.
    pub fn at(&self, position: f64) -> f64 {
        let other = |joint: &Connector| self.filling.position[joint.rows.1] as f64;
        let aside = |joint: &Connector| {
            let other = other(joint);
            let is_branch = self.filling.row[joint.from].is_some();
            let above = if is_branch && position < other { ABOVE } else { 0.0 };
            let against = if is_branch && joint.by_event && position <= other { AGAINST_EVENT } else { 0.0 };
            (position - other).abs().ceil() * DISTANCE + above + against
        };
        let over = |(joint, crossed): (&Connector, &Vec<f64>)| {
            let (low, high) = (position.min(other(joint)), position.max(other(joint)));
            let between = (low.floor() + 1.0) as usize..high.ceil().max(0.0) as usize;
            if between.is_empty() { 0.0 } else { crossed[between.end] - crossed[between.start] }
        };
        let aside: f64 = self.joints.iter().map(aside).sum();
        aside + self.joints.iter().zip(&self.crossed).map(over).sum::<f64>()
    }
}

impl Filling<'_> {
    /// What a line crosses in all rows before each position.
    fn crossed(&self, joint: &Connector) -> Vec<f64> {
        let cost = |row: usize| {
            let crosses = self.stretches[row].iter().any(|it| (it.low..=it.high).contains(&joint.at));
            let meets = |item: &usize| 2 * self.column[*item] == joint.at && *item != joint.from && *item != joint.to;
            match (crosses, crosses && self.members[row].iter().any(meets)) {
                (true, true) => OVER_NODE,
                (true, false) => OVER_LINE,
                (false, _) => 0.0,
            }
        };
        running(self.order.iter().map(|row| cost(*row)))
    }

    /// What it costs others when a new row with this stretch is put before each position.
    pub(super) fn pushing(&self, joints: &[Connector], stretch: Stretch) -> Vec<f64> {
        let is_shared =
            |other: &Connector| joints.iter().any(|joint| joint.at == other.at && (joint.from == other.from || joint.to == other.to));
        // Where a line between two rows begins and ends to be in the way.
        let mut change = vec![0.0; self.order.len() + 1];
        for other in &self.connectors {
            let (a, b) = (self.position[other.rows.0], self.position[other.rows.1]);
            let is_crossed = (stretch.low..=stretch.high).contains(&other.at) && !is_shared(other);
            let cost = DISTANCE / 2.0 + if is_crossed { OVER_LINE } else { 0.0 };
            change[a.min(b)] += cost;
            change[a.max(b)] -= cost;
        }
        running(change.into_iter())
    }
}

/// The sums of all before each place, and of all.
fn running(costs: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums = vec![sum];
    sums.extend(costs.map(|cost| {
        sum += cost;
        sum
    }));
    sums
}
