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

impl Filling<'_> {
    /// What it costs to stand at a position; halves lie between rows. Not exact above `limit`.
    pub(super) fn price(&self, joints: &[Connector], position: f64, limit: f64) -> f64 {
        let aside = |joint: &Connector| {
            let other = self.position[joint.rows.1] as f64;
            let is_branch = self.row[joint.from].is_some();
            let above = if is_branch && position < other { ABOVE } else { 0.0 };
            let against = if is_branch && joint.by_event && position <= other { AGAINST_EVENT } else { 0.0 };
            (position - other).abs().ceil() * DISTANCE + above + against
        };
        let least: f64 = joints.iter().map(aside).sum();
        if least >= limit {
            return least;
        }
        let other = |joint: &Connector| self.position[joint.rows.1] as f64;
        let crossings = joints.iter().map(|joint| self.crossings(joint, position.min(other(joint)), position.max(other(joint))));
        least + crossings.sum::<f64>()
    }

    /// What a line crosses between two positions.
    pub(super) fn crossings(&self, joint: &Connector, low: f64, high: f64) -> f64 {
        let between = ((low.floor() + 1.0) as usize)..(high.ceil().max(0.0) as usize);
        let rows = self.order.get(between).unwrap_or_default();
        let cost = |row: &usize| {
            let crosses = self.stretches[*row].iter().any(|it| (it.low..=it.high).contains(&joint.at));
            let meets = |item: &usize| 2 * self.column[*item] == joint.at && *item != joint.from && *item != joint.to;
            match (crosses, crosses && self.members[*row].iter().any(meets)) {
                (true, true) => OVER_NODE,
                (true, false) => OVER_LINE,
                (false, _) => 0.0,
            }
        };
        rows.iter().map(cost).sum()
    }

    /// What it costs others when a new row with this stretch is put before `position`.
    pub(super) fn pushing(&self, joints: &[Connector], stretch: Stretch, position: usize) -> f64 {
        let is_shared =
            |other: &Connector| joints.iter().any(|joint| joint.at == other.at && (joint.from == other.from || joint.to == other.to));
        let spans = |other: &&Connector| {
            let (a, b) = (self.position[other.rows.0], self.position[other.rows.1]);
            a.min(b) < position && position <= a.max(b)
        };
        let crossed = self.connectors.iter().filter(spans).filter(|it| (stretch.low..=stretch.high).contains(&it.at) && !is_shared(it));
        let lengthened = self.connectors.iter().filter(spans).count() as f64 * DISTANCE / 2.0;
        crossed.count() as f64 * OVER_LINE + lengthened
    }
}
