//! Rows: the flow is cut into chains, each of which runs straight; the longest comes first, branches find
//! the nearest row in which they cross least.

mod cost;

use super::columns::{Neighbours, roots};
use super::level::{Level, Link};
use cost::Prices;

/// What a new row costs; an existing one is a little better.
const NEW_ROW: f64 = 0.3;
/// Nodes without any flow stand side by side, so many in a row.
pub(super) const LOOSE_IN_ROW: usize = 5;

/// The row of each item and what each row is.
pub(super) struct Rows {
    /// Place of each item's row in `bands`.
    pub of: Vec<usize>,
    /// The band of each row, from the first to the last.
    pub bands: Vec<usize>,
    /// Whether the nodes of the row stand side by side, out of the columns.
    pub is_loose: Vec<bool>,
}

/// A stretch of a row that is in use. Even places are columns, odd ones the room between them.
#[derive(Clone, Copy)]
struct Stretch {
    low: usize,
    high: usize,
}

/// A line across rows.
#[derive(Clone, Copy)]
struct Connector {
    at: usize,
    from: usize,
    to: usize,
    by_event: bool,
    /// The rows that it joins, by identity.
    rows: (usize, usize),
}

/// The cheapest place so far.
struct Best {
    cost: f64,
    position: usize,
    is_new: bool,
}

impl Best {
    fn consider(&mut self, cost: f64, position: usize, is_new: bool) {
        if cost < self.cost {
            *self = Self { cost, position, is_new };
        }
    }
}

/// Rows being filled. Rows have identities that stay when others are put between.
struct Filling<'a> {
    level: &'a Level,
    neighbours: &'a Neighbours,
    column: &'a [usize],
    /// Identity of each item's row.
    row: Vec<Option<usize>>,
    band_of_row: Vec<usize>,
    stretches: Vec<Vec<Stretch>>,
    /// Items of each row.
    members: Vec<Vec<usize>>,
    /// Identities of rows from the first to the last, and back.
    order: Vec<usize>,
    position: Vec<usize>,
    connectors: Vec<Connector>,
}

/// Finds a row for every item.
pub(super) fn rows(level: &Level, neighbours: &Neighbours, column: &[usize], flow_order: &[usize], bands: usize) -> Rows {
    let height = heights(level, neighbours, flow_order);
    let mut filling = Filling::new(level, neighbours, column);
    let is_loose = |item: usize| neighbours.out[item].is_empty() && neighbours.into[item].is_empty();
    let mut is_taken = vec![false; level.items.len()];
    for root in roots(level, neighbours).into_iter().filter(|item| !is_loose(*item) || level.items[*item].is_start) {
        if is_taken[root] {
            continue;
        }
        let mut open = filling.take_chain(root, &height, &mut is_taken);
        // The last branches first: what lies inside gets the nearer row.
        while let Some(&item) = open.last() {
            match filling.next(item, &height, &is_taken) {
                Some(next) => open.extend(filling.take_chain(next, &height, &mut is_taken)),
                None => {
                    open.pop();
                }
            }
        }
    }
    let loose: Vec<usize> = (0..level.items.len()).filter(|item| !is_taken[*item]).collect();
    filling.finish(&loose, bands)
}

/// Length of the longest way onwards from each item, in nodes.
fn heights(level: &Level, neighbours: &Neighbours, flow_order: &[usize]) -> Vec<usize> {
    let mut height = vec![1; level.items.len()];
    for &item in flow_order.iter().rev() {
        let ways = neighbours.out[item].iter().map(|at| level.links[*at]).filter(|link| !link.is_back && !link.by_event);
        height[item] = 1 + ways.map(|link| height[link.to]).max().unwrap_or(0);
    }
    height
}

impl<'a> Filling<'a> {
    fn new(level: &'a Level, neighbours: &'a Neighbours, column: &'a [usize]) -> Self {
        Self {
            level,
            neighbours,
            column,
            row: vec![None; level.items.len()],
            band_of_row: Vec::new(),
            stretches: Vec::new(),
            members: Vec::new(),
            order: Vec::new(),
            position: Vec::new(),
            connectors: Vec::new(),
        }
    }

    /// The best way on from an item to one that has no place yet.
    fn next(&self, item: usize, height: &[usize], is_taken: &[bool]) -> Option<usize> {
        let ways = self.neighbours.out[item].iter().map(|at| self.level.links[*at]);
        let open = ways.filter(|link| !link.is_back && !is_taken[link.to]);
        // The first of equals: `min_by_key` keeps it.
        open.min_by_key(|link| (link.by_event, self.level.items[link.to].is_turned, usize::MAX - height[link.to])).map(|link| link.to)
    }

    /// Takes the longest chain that begins here, and gives each run of it in one band a row.
    fn take_chain(&mut self, first: usize, height: &[usize], is_taken: &mut [bool]) -> Vec<usize> {
        let mut chain = vec![first];
        is_taken[first] = true;
        let mut last = first;
        while let Some(next) = self.next(last, height, is_taken).filter(|next| self.is_usual(last, *next)) {
            is_taken[next] = true;
            chain.push(next);
            last = next;
        }
        let band = |item: &usize| self.level.items[*item].band;
        let runs: Vec<Vec<usize>> = chain.chunk_by(|a, b| band(a) == band(b)).map(<[usize]>::to_vec).collect();
        for run in &runs {
            self.place(run);
        }
        chain
    }

    /// Whether a flow joins both in one direction that does not leave an event at an edge.
    fn is_usual(&self, from: usize, to: usize) -> bool {
        if self.level.items[from].is_turned != self.level.items[to].is_turned {
            return false;
        }
        self.neighbours.out[from].iter().map(|at| self.level.links[*at]).any(|link| link.to == to && !link.by_event)
    }

    /// Gives a run of one band the cheapest row.
    fn place(&mut self, run: &[usize]) {
        let Some(&first) = run.first() else { return };
        let band = self.level.items[first].band;
        let joints = self.joints(run);
        let low = self.order.partition_point(|row| self.band_of_row[*row] < band);
        let high = self.order.partition_point(|row| self.band_of_row[*row] <= band);
        let mut best = Best { cost: f64::INFINITY, position: low, is_new: true };
        let prices = Prices::of(self, &joints);
        for position in low..high {
            let row = self.order[position];
            let stretch = self.stretch(run, &joints, Some(row));
            if self.stretches[row].iter().all(|other| other.high < stretch.low || stretch.high < other.low) {
                best.consider(prices.at(position as f64), position, false);
            }
        }
        let stretch = self.stretch(run, &joints, None);
        let pushing = self.pushing(&joints, stretch);
        for (position, pushing) in pushing.iter().enumerate().take(high + 1).skip(low) {
            best.consider(NEW_ROW + prices.at(position as f64 - 0.5) + pushing, position, true);
        }
        let row = if best.is_new { self.insert_row(best.position, band) } else { self.order[best.position] };
        let stretch = self.stretch(run, &joints, Some(row));
        self.stretches[row].push(stretch);
        self.members[row].extend(run);
        for item in run {
            self.row[*item] = Some(row);
        }
        self.connectors.extend(joints.iter().map(|joint| Connector { rows: (row, joint.rows.1), ..*joint }));
    }

    fn insert_row(&mut self, position: usize, band: usize) -> usize {
        let row = self.band_of_row.len();
        self.band_of_row.push(band);
        self.stretches.push(Vec::new());
        self.members.push(Vec::new());
        self.order.insert(position, row);
        self.position.push(0);
        for (position, row) in self.order.iter().enumerate() {
            self.position[*row] = position;
        }
        row
    }

    /// Lines from a run to items that have a place already; the run's own row is filled in later.
    fn joints(&self, run: &[usize]) -> Vec<Connector> {
        let links = run.iter().flat_map(|item| self.neighbours.into[*item].iter().chain(&self.neighbours.out[*item]));
        let links = links.map(|at| self.level.links[*at]).filter(|link| !link.is_back || link.is_return);
        let joint = |link: Link| {
            let other = self.row[link.from].or(self.row[link.to])?;
            Some(Connector { at: self.turn(link), from: link.from, to: link.to, by_event: link.by_event, rows: (usize::MAX, other) })
        };
        links.filter_map(joint).collect()
    }

    /// Where along the flow a link changes rows: at a gateway, else close to the end that lies aside.
    fn turn(&self, link: Link) -> usize {
        if link.is_return {
            2 * self.column[link.to]
        } else if self.level.items[link.from].is_gateway || link.by_event {
            2 * self.column[link.from]
        } else if self.level.items[link.to].is_gateway {
            2 * self.column[link.to]
        } else {
            2 * self.column[link.from] + 1
        }
    }

    /// What a run needs of a row, up to where its lines turn; those of its own row need not turn.
    fn stretch(&self, run: &[usize], joints: &[Connector], row: Option<usize>) -> Stretch {
        let reach = |joint: &Connector| match (row == Some(joint.rows.1), self.row[joint.from].is_some()) {
            (false, _) => joint.at,
            (true, true) => 2 * self.column[joint.from] + 1,
            (true, false) => (2 * self.column[joint.to]).saturating_sub(1),
        };
        let places = run.iter().map(|item| 2 * self.column[*item]).chain(joints.iter().map(reach));
        let (low, high) = places.fold((usize::MAX, 0), |(low, high), at| (low.min(at), high.max(at)));
        Stretch { low, high }
    }

    /// Adds rows for loose nodes and for bands that are empty.
    fn finish(mut self, loose: &[usize], bands: usize) -> Rows {
        let mut is_loose_row = vec![false; self.band_of_row.len()];
        for band in 0..bands.max(1) {
            let members: Vec<usize> = loose.iter().copied().filter(|item| self.level.items[*item].band == band).collect();
            let end = self.order.partition_point(|row| self.band_of_row[*row] <= band);
            for (index, chunk) in members.chunks(LOOSE_IN_ROW).enumerate() {
                let row = self.insert_row(end + index, band);
                is_loose_row.push(true);
                for item in chunk {
                    self.row[*item] = Some(row);
                }
            }
            if !self.band_of_row.contains(&band) {
                self.insert_row(end, band);
                is_loose_row.push(false);
            }
        }
        Rows {
            of: self.row.iter().map(|row| row.map_or(0, |row| self.position[row])).collect(),
            bands: self.order.iter().map(|row| self.band_of_row[*row]).collect(),
            is_loose: self.order.iter().map(|row| is_loose_row[*row]).collect(),
        }
    }
}
