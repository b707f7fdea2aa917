//! Random walks: whatever is done, the invariants hold, and undo leads back to the first document.

use super::fixture::Sample;
use crate::edit::*;
use crate::layout::index::CanvasIndex;
use crate::model::*;

/// A linear congruential generator (Knuth's MMIX constants): the same seed, the same walk.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }

    fn length(&mut self, most: usize) -> f64 {
        self.below(2 * most) as f64 - most as f64
    }
}

fn kinds() -> Vec<NodeKind> {
    vec![
        NodeKind::Task,
        NodeKind::UserTask,
        NodeKind::ServiceTask,
        NodeKind::EndEvent(Event::None),
        NodeKind::ThrowEvent(Event::Message("m".into())),
        NodeKind::CatchEvent(Event::Message("m".into())),
        NodeKind::ExclusiveGateway,
        NodeKind::ParallelGateway,
        NodeKind::EventBasedGateway,
        NodeKind::SubProcess { is_event: false },
        NodeKind::SubProcess { is_event: true },
        NodeKind::StartEvent { trigger: Event::None, is_interrupting: true },
    ]
}

/// Some command that speaks of what is there; many are refused.
fn command(dice: &mut Dice, d: &Document) -> Option<Command> {
    let shapes: Vec<Subject> = d.diagram.shapes.keys().collect();
    let edges: Vec<Subject> = d.diagram.edges.keys().collect();
    let nodes: Vec<NodeId> = d.nodes.keys().collect();
    let flows: Vec<FlowId> = d.flows.keys().collect();
    let shape = dice.pick(&shapes)?;
    let node = dice.pick(&nodes)?;
    let kind = kinds().swap_remove(dice.below(kinds().len()));
    let pools: Vec<PoolId> = d.pools.keys().collect();
    let lanes: Vec<LaneId> = d.lanes.keys().collect();
    let at = Point::new(dice.length(1500), dice.length(800));
    let by = Vector::new(dice.length(200), dice.length(200));
    let process = dice.pick(&d.processes.keys().collect::<Vec<_>>())?;
    let place = d.diagram.shapes.get(shape)?.bounds;
    Some(Command::Flow(match dice.below(32) {
        0 => FlowCommand::AddNode { process, kind, name: "Neu".into(), at },
        1 | 2 => FlowCommand::Append { after: node, kind, at: None },
        3 => FlowCommand::InsertOnFlow { flow: dice.pick(&flows)?, kind },
        4 => FlowCommand::DropOnFlow { flow: dice.pick(&flows)?, node },
        5 => FlowCommand::AddBoundaryEvent { host: node, trigger: Event::None, is_interrupting: true, at: None },
        6 | 7 => FlowCommand::Connect { from: shape, to: dice.pick(&shapes)? },
        8 => FlowCommand::Reconnect { connection: dice.pick(&edges)?, end: FlowEnd::Target, to: Subject::Node(node) },
        9..=11 => FlowCommand::Move { subjects: vec![shape], by },
        12 => FlowCommand::Move { subjects: vec![shape, Subject::Node(node), dice.pick(&shapes)?], by },
        13 => FlowCommand::Resize { subject: shape, bounds: Bounds { width: place.width + by.x, height: place.height + by.y, ..place } },
        14 => FlowCommand::ChangeKind { node, kind },
        15 => FlowCommand::SetExpanded { node, is_expanded: dice.below(2) == 0 },
        16 => FlowCommand::AddLane { pool: dice.pick(&pools)?, parent: dice.pick(&lanes), name: "Bahn".into(), role: None },
        17 => FlowCommand::Paste { fragment: copy(d, &[shape, Subject::Node(node)]), process, at },
        18 => FlowCommand::SetCourse { connection: dice.pick(&edges)?, waypoints: Some(vec![at, at.moved(by), at]) },
        19 => FlowCommand::AddPool {
            content: PoolContent::Process(process),
            name: "Becken".into(),
            orientation: Orientation::Horizontal,
            at: None,
        },
        22 => {
            FlowCommand::AddPool { content: PoolContent::NewProcess, name: "Neu".into(), orientation: Orientation::Vertical, at: Some(at) }
        }
        23 => FlowCommand::MakeRoom { process, from: at, by },
        24 => FlowCommand::Attach { event: node, host: dice.pick(&nodes).filter(|_| at.x > 0.0), at },
        25 => FlowCommand::TakeOut { node },
        26 => FlowCommand::MoveLane { lane: dice.pick(&lanes)?, to: dice.below(4) },
        27 => FlowCommand::AddLaneBeside { lane: dice.pick(&lanes)?, side: Side::Before, name: "Neben".into() },
        28 => FlowCommand::Divide { pool: dice.pick(&pools)?, lane: dice.pick(&lanes), parts: 2, name: "Teil".into() },
        29 => {
            let pool = d.pools.get(dice.pick(&pools)?)?.clone();
            let orientation = if at.x > 0.0 { Orientation::Horizontal } else { Orientation::Vertical };
            return Some(Command::Put(Record::Pool(Pool { orientation, ..pool })));
        }
        _ => return Some(Command::Remove(vec![shape, dice.pick(&edges)?])),
    }))
}

/// Changes of forms and data.
fn content(dice: &mut Dice, d: &Document) -> Option<Command> {
    let form = d.forms.get(dice.pick(&d.forms.keys().collect::<Vec<_>>())?)?;
    let elements: Vec<FormElementId> =
        form.elements().into_iter().map(|element| element.id).chain(form.pages.iter().map(|page| page.id)).collect();
    let place = FormPlace { form: form.id, container: dice.pick(&elements)?, index: dice.below(4) };
    let kind = [NewFieldKind::List, NewFieldKind::Choice(None), NewFieldKind::Simple(FieldKind::Date)][dice.below(3)];
    Some(match dice.below(8) {
        0..=2 => Command::Content(ContentCommand::AddField { place, label: "Feld".into(), kind }),
        3 => Command::Content(ContentCommand::AddPage { form: form.id, title: String::new() }),
        4 => Command::Content(ContentCommand::MoveElement { element: dice.pick(&elements)?, place }),
        5 => Command::Content(ContentCommand::DuplicateForm { form: form.id }),
        6 => Command::Remove(vec![Subject::FormElement(form.id, dice.pick(&elements)?)]),
        _ => Command::Remove(vec![Subject::DataField(dice.pick(&d.fields.keys().collect::<Vec<_>>())?)]),
    })
}

/// What must be true beyond the invariants: content lies in what holds it.
fn holds(d: &Document) {
    for node in d.nodes.values() {
        let at = d.diagram.shapes.get(Subject::Node(node.id)).unwrap().bounds;
        let holder = node.parent.map(Subject::Node).or_else(|| d.pool_of(node.process).map(Subject::Pool));
        let holder = holder.and_then(|holder| d.diagram.shapes.get(holder));
        if let Some(holder) = holder.filter(|holder| holder.is_expanded && node.kind.host().is_none()) {
            assert!(holder.bounds.grown(0.01).encloses(at), "{} at {at:?} lies outside {:?}", node.key, holder.bounds);
        }
    }
    let mut keys: Vec<&str> = d.nodes.values().map(|node| node.key.as_str()).collect();
    keys.sort_unstable();
    let count = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), count, "keys of nodes are unique");
}

/// The documents that a random walk passes; now and then it goes back.
pub(crate) fn passed(seed: u64, steps: usize) -> Vec<std::sync::Arc<Document>> {
    let mut dice = Dice(seed);
    let mut editor = Sample::new().editor;
    let mut passed = vec![editor.document().clone()];
    for _ in 0..steps {
        if let Some(next) = command(&mut dice, editor.document()).filter(|_| dice.below(6) > 0) {
            editor.apply(next).ok();
        } else {
            editor.undo();
        }
        passed.push(editor.document().clone());
    }
    passed
}

fn walk(seed: u64, steps: usize) -> usize {
    let mut dice = Dice(seed);
    let mut editor = Sample::new().editor;
    let start = Document::clone(editor.document());
    let mut done = 0;
    for _ in 0..steps {
        let next = if dice.below(5) == 0 { content(&mut dice, editor.document()) } else { command(&mut dice, editor.document()) };
        let Some(next) = next else { continue };
        let before = Document::clone(editor.document());
        match editor.apply(next.clone()) {
            Ok(_) => done += 1,
            Err(_) => assert_eq!(**editor.document(), before, "refused without a trace"),
        }
        let d = editor.document();
        assert_eq!((violations(d), undrawn(d)), (Vec::new(), Vec::new()), "after {next:?}");
        holds(d);
    }
    let end = Document::clone(editor.document());
    while editor.undo().is_some() {}
    assert_eq!(**editor.document(), start);
    while editor.redo().is_some() {}
    assert_eq!(**editor.document(), end);
    done
}

#[test]
fn random_walks_keep_the_invariants_and_lead_back() {
    for seed in 1..=12 {
        let done = walk(seed, 250);
        assert!(done > 60, "too much is refused: {done}");
    }
}

#[test]
fn an_index_that_follows_a_walk_is_the_one_made_anew() {
    let areas = (0..60).map(|step| Bounds::new(f64::from(step % 10) * 250.0 - 1250.0, f64::from(step / 10) * 300.0 - 800.0, 260.0, 320.0));
    let areas: Vec<Bounds> = areas.collect();
    for seed in 0..20 {
        let passed = passed(seed, 60);
        let mut kept = CanvasIndex::of(&passed[0]);
        for pair in passed.windows(2) {
            kept = kept.followed(&pair[0], &pair[1]);
            let anew = CanvasIndex::of(&pair[1]);
            assert_eq!(kept.whole(), anew.whole());
            assert_eq!(kept.directions(), anew.directions());
            for area in &areas {
                assert_eq!(kept.visible(*area), anew.visible(*area));
                assert_eq!(kept.inside(area.grown(200.0)), anew.inside(area.grown(200.0)));
                assert_eq!(kept.at(area.centre(), 5.0), anew.at(area.centre(), 5.0));
            }
            for subject in pair[1].diagram.shapes.keys().chain(pair[1].diagram.edges.keys()) {
                assert_eq!(kept.bounds(subject), anew.bounds(subject));
                assert!(kept.connections_of(subject).eq(anew.connections_of(subject)));
            }
        }
    }
}
