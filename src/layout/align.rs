//! Aligning and distributing: how far each of several shapes has to move.

use crate::model::{Bounds, Subject, Vector};

/// The ways of aligning shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alignment {
    /// Left edges below each other.
    Left,
    /// Middles below each other.
    Centre,
    /// Right edges below each other.
    Right,
    /// Upper edges beside each other.
    Top,
    /// Middles beside each other.
    Middle,
    /// Lower edges beside each other.
    Bottom,
}

/// The ways of distributing shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distribution {
    /// Equal gaps from left to right.
    Horizontal,
    /// Equal gaps from top to bottom.
    Vertical,
}

/// Moves that align the shapes on the outermost edge of all, or on the middle of all. Shapes that
/// stand well already are not named.
pub fn aligned(shapes: &[(Subject, Bounds)], alignment: Alignment) -> Vec<(Subject, Vector)> {
    let Some(all) = shapes.iter().map(|(_, bounds)| *bounds).reduce(Bounds::union) else { return Vec::new() };
    let way = |bounds: Bounds| match alignment {
        Alignment::Left => Vector::new(all.x - bounds.x, 0.0),
        Alignment::Centre => Vector::new(all.centre().x - bounds.centre().x, 0.0),
        Alignment::Right => Vector::new(all.right() - bounds.right(), 0.0),
        Alignment::Top => Vector::new(0.0, all.y - bounds.y),
        Alignment::Middle => Vector::new(0.0, all.centre().y - bounds.centre().y),
        Alignment::Bottom => Vector::new(0.0, all.bottom() - bounds.bottom()),
    };
    moves(shapes.iter().map(|(subject, bounds)| (*subject, way(*bounds))))
}

/// Moves that make the gaps between neighbours equal. The outermost two stay; fewer than three shapes
/// have nothing to distribute. Where shapes are too wide for the room, they overlap evenly.
pub fn distributed(shapes: &[(Subject, Bounds)], distribution: Distribution) -> Vec<(Subject, Vector)> {
    let is_lateral = distribution == Distribution::Horizontal;
    let low = |bounds: Bounds| if is_lateral { bounds.x } else { bounds.y };
    let size = |bounds: Bounds| if is_lateral { bounds.width } else { bounds.height };
    let middle = |bounds: Bounds| low(bounds) + size(bounds) / 2.0;
    let mut ordered = shapes.to_vec();
    ordered.sort_by(|a, b| middle(a.1).total_cmp(&middle(b.1)).then(a.0.cmp(&b.0)));
    let [(_, first), inner @ .., (_, last)] = ordered.as_slice() else { return Vec::new() };
    let room = low(*last) - low(*first) - size(*first) - inner.iter().map(|(_, bounds)| size(*bounds)).sum::<f64>();
    let gap = room / (inner.len() + 1) as f64;
    let mut next = low(*first) + size(*first) + gap;
    moves(inner.iter().map(|(subject, bounds)| {
        let by = next - low(*bounds);
        next += size(*bounds) + gap;
        (*subject, if is_lateral { Vector::new(by, 0.0) } else { Vector::new(0.0, by) })
    }))
}

fn moves(all: impl Iterator<Item = (Subject, Vector)>) -> Vec<(Subject, Vector)> {
    all.filter(|(_, by)| by.x.abs() > 0.01 || by.y.abs() > 0.01).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NodeId;

    fn shapes() -> Vec<(Subject, Bounds)> {
        let places = [Bounds::new(0.0, 0.0, 100.0, 80.0), Bounds::new(300.0, 50.0, 40.0, 40.0), Bounds::new(150.0, 10.0, 50.0, 50.0)];
        places.into_iter().zip(1..).map(|(bounds, id)| (Subject::Node(NodeId(id)), bounds)).collect()
    }

    fn ways(moves: Vec<(Subject, Vector)>) -> Vec<(u32, f64, f64)> {
        moves.into_iter().map(|(subject, by)| (subject.node().map_or(0, |node| node.0), by.x, by.y)).collect()
    }

    #[test]
    fn six_ways_to_align() {
        let by = |alignment| ways(aligned(&shapes(), alignment));
        assert_eq!(by(Alignment::Left), [(2, -300.0, 0.0), (3, -150.0, 0.0)]);
        assert_eq!(by(Alignment::Right), [(1, 240.0, 0.0), (3, 140.0, 0.0)]);
        assert_eq!(by(Alignment::Centre), [(1, 120.0, 0.0), (2, -150.0, 0.0), (3, -5.0, 0.0)]);
        assert_eq!(by(Alignment::Top), [(2, 0.0, -50.0), (3, 0.0, -10.0)]);
        assert_eq!(by(Alignment::Bottom), [(1, 0.0, 10.0), (3, 0.0, 30.0)]);
        assert_eq!(by(Alignment::Middle), [(1, 0.0, 5.0), (2, 0.0, -25.0), (3, 0.0, 10.0)]);
        assert_eq!(aligned(&[], Alignment::Left), []);
    }

    #[test]
    fn distributing_makes_gaps_equal_and_keeps_the_ends() {
        // 300 − 100 − 50 leaves 150 for two gaps.
        assert_eq!(ways(distributed(&shapes(), Distribution::Horizontal)), [(3, 25.0, 0.0)]);
        // By their middles the first lies between: gap (50 − 10 − 50 − 80) / 2 = −45, so it begins at 60 − 45.
        assert_eq!(ways(distributed(&shapes(), Distribution::Vertical)), [(1, 0.0, 15.0)]);
        assert_eq!(distributed(&shapes()[..2], Distribution::Horizontal), []);
    }
}
