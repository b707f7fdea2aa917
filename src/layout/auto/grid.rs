//! From columns and rows to coordinates: widths, heights, and room for lines and labels between them.

use super::columns::{Neighbours, columns, in_flow_order, mark_back_links};
use super::level::{ARTIFACT_GAP, Level};
use super::rows::{Rows, rows};

/// Least room between columns; with a step of 140 points this makes 190 from middle to middle.
const COLUMN_GAP: f64 = 50.0;
/// Least room between rows; with a step of 80 points this makes 120.
const ROW_GAP: f64 = 40.0;
/// Least breadth of a row.
const ROW: f64 = 80.0;
/// Room that each line beyond the first needs.
const LINE: f64 = 10.0;
/// Room at both edges of a lane.
const LANE_PADDING: f64 = 30.0;
/// Labels longer than this are broken into lines.
const LABEL: f64 = 130.0;

/// Where everything on a level stands, in flow coordinates from its corner.
pub(super) struct Arranged {
    /// Middle of each item.
    pub centres: Vec<(f64, f64)>,
    /// Beginning and end of each band across the flow.
    pub bands: Vec<(f64, f64)>,
    /// Extent along the flow.
    pub length: f64,
}

/// Lays out a level. `lanes` is the number of its bands, or zero if it is not divided.
pub(super) fn arrange(level: &mut Level, lanes: usize) -> Arranged {
    let neighbours = Neighbours::of(level);
    mark_back_links(level, &neighbours);
    let order = in_flow_order(level, &neighbours);
    let column = columns(level, &neighbours, &order);
    let level = &*level;
    let rows = rows(level, &neighbours, &column, &order, lanes.max(1));
    let (along, length) = along(level, &column, &rows);
    let (row_centres, bands) = across(level, &column, &rows, lanes);
    let centres = along.into_iter().zip(&rows.of).map(|(along, row)| (along, row_centres[*row])).collect();
    Arranged { centres, bands, length }
}

/// Up to a multiple of 20, so that middles lie on the grid of 10.
fn even(length: f64) -> f64 {
    (length / 20.0).ceil() * 20.0
}

/// The middle of each item along the flow, and how far all of them reach.
fn along(level: &Level, column: &[usize], rows: &Rows) -> (Vec<f64>, f64) {
    let is_loose = |item: usize| rows.is_loose[rows.of[item]];
    let length_of = |item: usize| {
        let artifacts: f64 = level.items[item].artifacts.iter().map(|(_, (along, _))| along + 20.0).sum();
        even(level.items[item].along.max(artifacts))
    };
    let regular: Vec<usize> = (0..level.items.len()).filter(|item| !is_loose(*item)).collect();
    let count = regular.iter().map(|item| column[*item] + 1).max().unwrap_or(0);
    let mut lengths = vec![0.0_f64; count];
    for &item in &regular {
        lengths[column[item]] = lengths[column[item]].max(length_of(item));
    }
    let gaps = column_gaps(level, column, rows, &lengths);
    let mut middles = Vec::with_capacity(count);
    let mut reached = 0.0;
    for (length, gap) in lengths.iter().zip(&gaps) {
        middles.push(reached + length / 2.0);
        reached += length + gap;
    }
    let mut end = middles.last().zip(lengths.last()).map_or(0.0, |(middle, length)| middle + length / 2.0);
    let mut loose_end = vec![0.0; rows.bands.len()];
    let mut found = Vec::with_capacity(level.items.len());
    for item in 0..level.items.len() {
        if is_loose(item) {
            let begin = &mut loose_end[rows.of[item]];
            found.push(*begin + length_of(item) / 2.0);
            *begin += length_of(item) + COLUMN_GAP;
            end = end.max(*begin - COLUMN_GAP);
        } else {
            found.push(middles[column[item]]);
        }
    }
    (found, end)
}

/// Room behind each column: for labels of branches, and for lines that change rows there.
fn column_gaps(level: &Level, column: &[usize], rows: &Rows, lengths: &[f64]) -> Vec<f64> {
    let mut gaps = vec![COLUMN_GAP; lengths.len()];
    let mut turns = vec![0_usize; lengths.len()];
    for link in level.links.iter().filter(|link| !link.is_back) {
        let (from, to) = (&level.items[link.from], &level.items[link.to]);
        let at = column[link.from];
        if link.label > 0.0 {
            let slack = (lengths[at] - from.along) / 2.0 + (lengths[column[link.to]] - to.along) / 2.0;
            gaps[at] = gaps[at].max(even(link.label.min(LABEL) + 30.0 - slack));
        }
        if !from.is_gateway && !to.is_gateway && rows.of[link.from] != rows.of[link.to] {
            turns[at] += 1;
        }
    }
    for (gap, turns) in gaps.iter_mut().zip(turns) {
        *gap = gap.max(COLUMN_GAP + even(turns.saturating_sub(2) as f64 * LINE));
    }
    gaps
}

/// The middle of each row across the flow, and the edges of each band.
fn across(level: &Level, column: &[usize], rows: &Rows, lanes: usize) -> (Vec<f64>, Vec<(f64, f64)>) {
    let mut breadths = vec![ROW; rows.bands.len()];
    let mut headroom = vec![0.0_f64; rows.bands.len()];
    let mut footroom = vec![0.0_f64; rows.bands.len()];
    for (item, row) in level.items.iter().zip(&rows.of) {
        breadths[*row] = breadths[*row].max(even(item.across));
        footroom[*row] = footroom[*row].max(item.foot);
        let artifacts = item.artifacts.iter().map(|(_, (_, across))| even(across + ARTIFACT_GAP));
        headroom[*row] = artifacts.fold(headroom[*row], f64::max);
    }
    let lines = lines_below(level, column, rows);
    let padding = if lanes > 0 { LANE_PADDING } else { 0.0 };
    let (mut middles, mut bands) = (Vec::new(), Vec::new());
    let (mut begin, mut reached) = (0.0, padding);
    for (row, band) in rows.bands.iter().enumerate() {
        reached += headroom[row];
        middles.push(reached + breadths[row] / 2.0);
        reached += breadths[row] + footroom[row] + LINE * lines[row].saturating_sub(1) as f64;
        if rows.bands.get(row + 1) == Some(band) {
            reached += ROW_GAP;
        } else {
            bands.push((begin, reached + padding));
            begin = reached + padding;
            reached = begin + padding;
        }
    }
    (middles, bands)
}

/// How many lines run side by side below each row: those that pass over nodes of it, and those that lead back.
fn lines_below(level: &Level, column: &[usize], rows: &Rows) -> Vec<usize> {
    let width = column.iter().max().map_or(1, |last| last + 1);
    let mut is_used = vec![false; width * rows.bands.len()];
    for (item, row) in rows.of.iter().enumerate() {
        is_used[row * width + column[item]] = true;
    }
    let mut lines = vec![0_usize; width * rows.bands.len()];
    for link in &level.links {
        let (low, high) = (column[link.from].min(column[link.to]), column[link.from].max(column[link.to]));
        let row = rows.of[link.from].max(rows.of[link.to]);
        let passes = rows.of[link.from] == rows.of[link.to] && (low + 1..high).any(|at| is_used[row * width + at]);
        if passes || link.is_back && !link.is_return {
            (low..=high).for_each(|at| lines[row * width + at] += 1);
        }
    }
    lines.chunks(width).map(|row| row.iter().copied().max().unwrap_or(0)).collect()
}
