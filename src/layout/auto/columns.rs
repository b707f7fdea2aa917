//! Columns: how far along the flow each node stands. Cycles are broken first, by a walk from the beginning.

use super::level::Level;

/// Links by node, as places in `level.links`.
pub(super) struct Neighbours {
    pub out: Vec<Vec<usize>>,
    pub into: Vec<Vec<usize>>,
}

impl Neighbours {
    pub fn of(level: &Level) -> Self {
        let mut found = Self { out: vec![Vec::new(); level.items.len()], into: vec![Vec::new(); level.items.len()] };
        for (at, link) in level.links.iter().enumerate() {
            found.out[link.from].push(at);
            found.into[link.to].push(at);
        }
        // What an event at the edge does is looked at after the usual ways.
        for links in &mut found.out {
            links.sort_by_key(|at| level.links[*at].by_event);
        }
        found
    }
}

/// Where walks begin: start events, then what nothing leads to, then the rest.
pub(super) fn roots(level: &Level, neighbours: &Neighbours) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..level.items.len()).collect();
    roots.sort_by_key(|item| (!level.items[*item].is_start, !neighbours.into[*item].is_empty(), *item));
    roots
}

/// Marks the links that lead back to a node from which they were reached, so that the rest has no cycle.
pub(super) fn mark_back_links(level: &mut Level, neighbours: &Neighbours) {
    let mut is_open = vec![false; level.items.len()];
    let mut is_seen = vec![false; level.items.len()];
    for root in roots(level, neighbours) {
        if is_seen[root] {
            continue;
        }
        is_seen[root] = true;
        is_open[root] = true;
        let mut walk = vec![(root, 0)];
        while let Some((item, next)) = walk.last_mut() {
            let Some(&link) = neighbours.out[*item].get(*next) else {
                is_open[*item] = false;
                walk.pop();
                continue;
            };
            *next += 1;
            let to = level.links[link].to;
            if is_open[to] {
                level.links[link].is_back = true;
            } else if !is_seen[to] {
                is_seen[to] = true;
                is_open[to] = true;
                walk.push((to, 0));
            }
        }
    }
}

/// Items so that each stands behind all that lead to it, back links apart.
pub(super) fn in_flow_order(level: &Level, neighbours: &Neighbours) -> Vec<usize> {
    let forward = |links: &[usize]| links.iter().filter(|at| !level.links[**at].is_back).count();
    let mut waiting: Vec<usize> = neighbours.into.iter().map(|links| forward(links)).collect();
    let mut order: Vec<usize> = (0..level.items.len()).filter(|item| waiting[*item] == 0).collect();
    let mut next = 0;
    while let Some(&item) = order.get(next) {
        next += 1;
        for link in neighbours.out[item].iter().map(|at| level.links[*at]).filter(|link| !link.is_back) {
            waiting[link.to] -= 1;
            if waiting[link.to] == 0 {
                order.push(link.to);
            }
        }
    }
    order
}

/// The column of each item: the longest way from the beginning. What the first start does not reach
/// stands close before what it leads to instead.
pub(super) fn columns(level: &mut Level, neighbours: &Neighbours, order: &[usize]) -> Vec<usize> {
    let mut column = vec![0; level.items.len()];
    let mut is_reached = vec![false; level.items.len()];
    if let Some(&first) = roots(level, neighbours).first() {
        is_reached[first] = true;
    }
    for &item in order {
        for link in neighbours.out[item].iter().map(|at| level.links[*at]).filter(|link| !link.is_back) {
            column[link.to] = column[link.to].max(column[item] + 1);
            is_reached[link.to] |= is_reached[item];
        }
    }
    for &item in order.iter().rev().filter(|item| !is_reached[**item]) {
        let next = neighbours.out[item].iter().map(|at| level.links[*at]).filter(|link| !link.is_back).map(|link| column[link.to]).min();
        column[item] = next.map_or(column[item], |next| next - 1);
    }
    turn_back(level, neighbours, &mut column);
    column
}

/// A chain that only leads from a gateway back to an earlier node runs against the flow, beside the
/// stretch that it repeats, if it fits there.
fn turn_back(level: &mut Level, neighbours: &Neighbours, column: &mut [usize]) {
    for back in 0..level.links.len() {
        let link = level.links[back];
        if !link.is_back || link.by_event {
            continue;
        }
        let mut chain = vec![link.from];
        let origin = loop {
            let Some(&item) = chain.last() else { break None };
            let (&[into], &[_]) = (neighbours.into[item].as_slice(), neighbours.out[item].as_slice()) else { break None };
            let before = level.links[into];
            if before.by_event || before.is_back || chain.len() > level.items.len() {
                break None;
            }
            if level.items[before.from].is_gateway {
                break Some(before.from);
            }
            chain.push(before.from);
        };
        let Some(origin) = origin.filter(|origin| column[*origin] >= column[link.to] + chain.len()) else { continue };
        level.links[back].is_return = true;
        for (index, item) in chain.iter().rev().enumerate() {
            level.items[*item].is_turned = true;
            column[*item] = column[origin] - index;
        }
    }
}
