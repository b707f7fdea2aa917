//! What can be done at an element of the picture, and what there is to say of it.

use super::case::{Case, Chosen};
use super::{PlayState, Wish};
use crate::model::{FlowId, NodeId, NodeKind, Subject};
use crate::sim::{Offer, Spot, Step};
use crate::view::ViewContext;
use crate::view::icons::Icon;

/// Something that can be done at an element.
pub(super) struct Deed {
    pub icon: Icon,
    pub word: String,
    pub wish: Wish,
}

/// What can be done at an element now, the most likely first.
pub(super) fn deeds(context: &ViewContext<'_>, state: &PlayState, case: &Case, subject: Subject) -> Vec<Deed> {
    let mut deeds = Vec::new();
    match subject {
        Subject::Node(node) => {
            for offer in &case.seen.offers {
                deeds.extend(of_offer(context, case, offer, node));
            }
            deeds.extend(other_ways(context, case, node, |_| true));
            deeds.push(break_point(context, state, node));
        }
        Subject::Flow(flow) => {
            let from = case.document().flows.get(flow).map(|flow| flow.from);
            deeds.extend(from.into_iter().flat_map(|from| other_ways(context, case, from, move |way| way == flow)));
        }
        _ => {}
    }
    if context.document.has(subject) {
        deeds.push(Deed { icon: Icon::Flow, word: context.texts.get("play-show-in-flow").to_owned(), wish: Wish::Reveal(subject) });
    }
    deeds
}

/// What an offer at this node, or at an event of its edge, lets one do.
fn of_offer(context: &ViewContext<'_>, case: &Case, offer: &Offer, node: NodeId) -> Vec<Deed> {
    let texts = context.texts;
    let deed = |icon, word: &str, wish| Deed { icon, word: word.to_owned(), wish };
    let at_edge = |at: Spot, beside: Option<NodeId>| at.node == node || beside == Some(node);
    let event = |at: Spot| {
        let name = texts.name_of(case.document(), Subject::Node(at.node));
        let word = texts.with("play-trigger", &[("name", (&name).into())]);
        deed(Icon::Due, &word, Wish::Fire(Step::Trigger { at, entries: Vec::new() }))
    };
    match offer {
        Offer::Start { node: start } if *start == node => {
            vec![deed(Icon::Play, texts.get("play-begin-here"), Wish::Fire(Step::Start { node, entries: Vec::new() }))]
        }
        Offer::Task { at, .. } if at.node == node => {
            vec![deed(Icon::Edit, texts.get("play-work-on"), Wish::Choose(Some(Chosen::Task(*at))))]
        }
        Offer::Service { at, .. } if at.node == node => {
            vec![deed(Icon::Machine, texts.get("play-choose-answer"), Wish::Choose(Some(Chosen::Other(*at))))]
        }
        Offer::Stuck { at, .. } if at.node == node => {
            vec![deed(Icon::Warning, texts.get("play-see-why"), Wish::Choose(Some(Chosen::Other(*at))))]
        }
        Offer::Held { at, .. } if at.node == node => {
            vec![deed(Icon::Play, texts.get("play-release"), Wish::Fire(Step::Release { at: *at }))]
        }
        Offer::Event { at, beside, .. } | Offer::Timer { at, beside, .. } if at_edge(*at, *beside) => vec![event(*at)],
        _ => Vec::new(),
    }
}

/// What if: the ways that a choice left, against the data. Where it was decided already, the case goes back there.
fn other_ways<'a>(
    context: &'a ViewContext<'_>,
    case: &'a Case,
    node: NodeId,
    is_meant: impl Fn(FlowId) -> bool + 'a,
) -> impl Iterator<Item = Deed> + 'a {
    let document = case.document();
    let is_choice =
        document.nodes.get(node).is_some_and(|node| !matches!(node.kind, NodeKind::ParallelGateway | NodeKind::EventBasedGateway));
    let ways: Vec<FlowId> = document.flows.values().filter(|flow| flow.from == node).map(|flow| flow.id).collect();
    let taken = |flow: FlowId| case.seen.reasons.get(&flow).and_then(|times| times.last()).map(|(place, _)| *place);
    let last = ways.iter().filter_map(|flow| taken(*flow)).max();
    let count = ways.len();
    let is_open = move |flow: &FlowId| is_choice && count > 1 && is_meant(*flow) && (last.is_none() || taken(*flow) != last);
    ways.into_iter().filter(is_open).map(move |flow| {
        let way = context.texts.way(document, flow);
        let way = [("way", (&way).into())];
        let (word, wish) = match last {
            Some(place) => ("play-what-if", Wish::Otherwise { place, node, flow }),
            None => ("play-next-time", Wish::Fire(Step::Choose { node, flow })),
        };
        Deed { icon: Icon::Change, word: context.texts.with(word, &way), wish }
    })
}

fn break_point(context: &ViewContext<'_>, state: &PlayState, node: NodeId) -> Deed {
    let word = if state.breaks.contains(&node) { "play-break-remove" } else { "play-break-set" };
    Deed { icon: Icon::BreakPoint, word: context.texts.get(word).to_owned(), wish: Wish::ToggleBreak(node) }
}

/// What there is to say of an element in this case: why a way was taken, how often a step was done.
pub(super) fn told(context: &ViewContext<'_>, case: &Case, subject: Subject) -> Vec<String> {
    let texts = context.texts;
    match subject {
        Subject::Flow(flow) => match case.seen.reasons.get(&flow) {
            None => vec![texts.get("play-way-not-taken").to_owned()],
            Some(times) => {
                let sentence = |(place, why): &(usize, Option<String>)| {
                    let why = why.as_deref().unwrap_or_else(|| texts.get("play-only-way"));
                    texts.with("play-in-step", &[("number", (place + 1).into()), ("sentence", why.into())])
                };
                times.iter().rev().take(3).rev().map(sentence).collect()
            }
        },
        Subject::Node(node) => {
            let waits = case.seen.offers.iter().filter(|offer| super::stage::spot(offer).is_some_and(|at| at.node == node));
            waits.map(|offer| super::desk::state_of(context, offer)).collect()
        }
        _ => Vec::new(),
    }
}
