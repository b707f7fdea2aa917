//! What is covered inside of steps, as badges on the picture.

use super::coverage::Coverage;
use crate::i18n::Texts;
use crate::model::{Document, NodeId, Subject};
use crate::sim::{Group, Target};
use crate::view::canvas::Badge;
use crate::view::icons::Icon;
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many missing things are told at a badge; the list tells all.
const MOST_TOLD: usize = 6;

/// The badges of the canvas that shows the content of this closed sub-process, or the process itself. What lies in a closed sub-process
/// counts at it.
pub(super) fn badges(document: &Document, texts: &Texts, coverage: &Coverage, inside: Option<NodeId>) -> Arc<[Badge]> {
    let mut shown = BTreeMap::<NodeId, Vec<&(Target, bool)>>::new();
    for (node, inner) in coverage.inside() {
        if let Some(at) = seen_at(document, node, inside) {
            shown.entry(at).or_default().extend(inner);
        }
    }
    shown.into_iter().map(|(at, inner)| badge(document, texts, at, &inner)).collect()
}

/// The node at which another is seen on a canvas: itself, or the closed sub-process round it that is there.
pub(super) fn seen_at(document: &Document, node: NodeId, inside: Option<NodeId>) -> Option<NodeId> {
    let mut at = node;
    loop {
        let around = document.plane_of(Subject::Node(at));
        if around == inside {
            return Some(at);
        }
        at = around?;
    }
}

/// The sign of a kind.
pub(super) const fn sign(group: Group) -> Icon {
    match group {
        Group::Steps | Group::Ways => Icon::Flow,
        Group::Rows => Icon::Table,
        Group::Rules => Icon::Rule,
        Group::Boundaries => Icon::Number,
    }
}

fn badge(document: &Document, texts: &Texts, at: NodeId, inner: &[&(Target, bool)]) -> Badge {
    let counts = Group::INSIDE.into_iter().filter_map(|group| {
        let of_group = || inner.iter().filter(move |(target, _)| target.group() == group);
        let (covered, all) = (of_group().filter(|(_, is_covered)| *is_covered).count(), of_group().count());
        (all > 0).then_some((group, covered, all))
    });
    let counts: Vec<(Group, usize, usize)> = counts.collect();
    let told = counts.iter().map(|(group, covered, all)| {
        let group = texts.target_group(*group);
        texts.with("propose-count", &[("group", group.into()), ("covered", (*covered).into()), ("count", (*all).into())])
    });
    let mut open: Vec<&Target> = inner.iter().filter(|(_, is_covered)| !is_covered).map(|(target, _)| target).collect();
    open.sort_by_key(|target| target.group());
    let mut lines = vec![texts.name_of(document, Subject::Node(at))];
    lines.extend(told);
    if !open.is_empty() {
        lines.push(texts.get("propose-open").to_owned());
        lines.extend(open.iter().take(MOST_TOLD).map(|target| format!("• {}", texts.target(document, target))));
        if open.len() > MOST_TOLD {
            lines.push(format!("• {}", texts.with("cover-more", &[("count", (open.len() - MOST_TOLD).into())])));
        }
    }
    let parts = counts.into_iter().map(|(group, covered, all)| (sign(group), format!("{covered}/{all}"))).collect();
    Badge { at: Subject::Node(at), parts, is_good: open.is_empty(), told: lines.join("\n") }
}
