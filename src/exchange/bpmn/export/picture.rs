//! The picture (BPMN DI): one for the procedure with all pools, one for each process without a pool, one for each closed sub-process.

use super::super::super::xml::Draft;
use super::super::flow::is_global_task;
use super::super::picture::{Drawn, bounds};
use super::super::standard::{id, local, reference};
use super::writer::Writer;
use crate::layout::dock::Outline;
use crate::model::{Bounds, Edge, NodeId, NodeKind, Orientation, Point, Process, ProcessId, Shape, Subject, Vector};
use std::collections::BTreeMap;

/// What a picture shows: a closed sub-process, else what its process stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Canvas {
    /// A picture of the kept file.
    Kept(usize),
    /// All pools, and the main process.
    Shared,
    /// A process that stands in no pool.
    Process(ProcessId),
    /// What is in a closed sub-process.
    Inside(NodeId),
}

impl Writer<'_> {
    /// All pictures, if something in them may be otherwise than in the kept file.
    pub fn pictures(&mut self) -> Vec<Draft> {
        if self.touched.as_ref().is_some_and(|touched| !touched.picture) {
            return Vec::new();
        }
        let document = self.document;
        let mut canvases: BTreeMap<Canvas, Vec<Draft>> = (0..self.kept.planes.len()).map(|at| (Canvas::Kept(at), Vec::new())).collect();
        for (subject, shape) in document.diagram.shapes.iter() {
            let own = self.id(subject);
            let kept = self.kept.drawn(&own);
            if self.is_drawn(subject, kept) {
                let canvas = self.canvas(subject, kept);
                let untouched = self.untouched_picture(&own, kept);
                let draft = untouched.unwrap_or_else(|| self.shape(subject, &own, kept, shape, self.shift(canvas)));
                canvases.entry(canvas).or_default().push(draft);
            }
        }
        for (subject, edge) in document.diagram.edges.iter() {
            let own = self.id(subject);
            let kept = self.kept.drawn(&own);
            if self.is_drawn(subject, kept) {
                let canvas = self.canvas(subject, kept);
                let untouched = self.untouched_picture(&own, kept);
                let draft = untouched.unwrap_or_else(|| self.edge(subject, &own, kept, edge, self.shift(canvas)));
                canvases.entry(canvas).or_default().push(draft);
            }
        }
        canvases.into_iter().map(|(canvas, inside)| self.diagram(canvas, inside)).collect()
    }

    /// Whether an element can be spoken of in the picture, and stands for itself.
    fn is_drawn(&self, subject: Subject, kept: Option<Drawn<'_>>) -> bool {
        let stands_for_itself = match subject {
            Subject::Node(node) => self.ids.owner(node) == node,
            Subject::Flow(flow) => self.document.flows.get(flow).is_some_and(|it| self.ids.owner(it.from) != self.ids.owner(it.to)),
            // BPMN has lanes in processes only.
            Subject::Lane(lane) => {
                let pool = self.document.lanes.get(lane).and_then(|lane| self.document.pools.get(lane.pool));
                pool.is_some_and(|pool| pool.process.is_some())
            }
            _ => true,
        };
        stands_for_itself && self.ids.get(subject).is_some() && (self.draws_all && !self.is_in_global_task(subject) || kept.is_some())
    }

    /// Whether a node is the one of a process that the file has as a single task.
    fn is_in_global_task(&self, subject: Subject) -> bool {
        let process = subject.node().filter(|_| self.kept.root.is_some()).and_then(|_| self.process_of(subject));
        let process = process.and_then(|process| self.kept.element(&self.id(Subject::Process(process))));
        process.is_some_and(is_global_task)
    }

    /// Where an element is drawn: where the file draws it, else where what belongs together with it is drawn.
    fn canvas(&self, subject: Subject, kept: Option<Drawn<'_>>) -> Canvas {
        let document = self.document;
        if let Some(drawn) = kept {
            // What is in a sub-process that was opened is drawn with it now.
            let around = self.open_around(subject).map(Subject::Node).map(|around| self.canvas(around, self.kept.drawn(&self.id(around))));
            return around.filter(|canvas| matches!(canvas, Canvas::Kept(_))).unwrap_or(Canvas::Kept(drawn.plane));
        }
        if let Some(inside) = document.plane_of(subject) {
            return self.kept_canvas(&self.id(Subject::Node(inside))).unwrap_or(Canvas::Inside(inside));
        }
        let process = self.process_of(subject);
        let is_shared = process.is_none_or(|process| process == document.main_process || document.pool_of(process).is_some());
        if let Some(process) = process.filter(|_| !self.kept.planes.is_empty())
            && let Some(canvas) = self.kept_canvas(&self.id(Subject::Process(process))).or_else(|| self.kept_beside(process))
        {
            return canvas;
        }
        match process {
            Some(process) if !is_shared => Canvas::Process(process),
            _ if !self.kept.planes.is_empty() => Canvas::Kept(0),
            _ => Canvas::Shared,
        }
    }

    /// The open sub-process in which an element stands.
    fn open_around(&self, subject: Subject) -> Option<NodeId> {
        let document = self.document;
        let parent = match subject {
            Subject::Node(id) => document.nodes.get(id)?.parent,
            Subject::Artifact(id) => document.artifacts.get(id)?.parent,
            Subject::Flow(id) => document.nodes.get(document.flows.get(id)?.from)?.parent,
            _ => None,
        };
        parent.filter(|parent| !document.is_closed(*parent))
    }

    /// How far a picture of the file has its elements from where the document has them.
    fn shift(&self, canvas: Canvas) -> Vector {
        let plane = if let Canvas::Kept(at) = canvas { self.kept.planes.get(at) } else { None };
        plane.map(|plane| Vector::new(-plane.shift.x, -plane.shift.y)).unwrap_or_default()
    }

    /// The picture of the file that shows the element of that id.
    fn kept_canvas(&self, id: &str) -> Option<Canvas> {
        let shows = |plane: &super::kept::Picture<'_>| reference(plane.plane, "bpmnElement") == Some(id);
        self.kept.planes.iter().position(shows).map(Canvas::Kept)
    }

    /// The picture of the file in which other nodes of the process stand.
    fn kept_beside(&self, process: ProcessId) -> Option<Canvas> {
        let nodes = self.nodes_in.get(&(process, None))?;
        nodes.iter().find_map(|node| self.kept.drawn(&self.id(Subject::Node(*node)))).map(|drawn| Canvas::Kept(drawn.plane))
    }

    fn process_of(&self, subject: Subject) -> Option<ProcessId> {
        let document = self.document;
        match subject {
            Subject::Node(id) => Some(document.nodes.get(id)?.process),
            Subject::Artifact(id) => Some(document.artifacts.get(id)?.process),
            Subject::Pool(id) => document.pools.get(id)?.process,
            Subject::Lane(id) => document.pools.get(document.lanes.get(id)?.pool)?.process,
            Subject::Flow(id) => Some(document.nodes.get(document.flows.get(id)?.from)?.process),
            Subject::Association(id) => match document.associations.get(id)?.from {
                Subject::Association(_) => None,
                from => self.process_of(from),
            },
            _ => None,
        }
    }

    fn diagram(&mut self, canvas: Canvas, inside: Vec<Draft>) -> Draft {
        let document = self.document;
        let plane = Draft::with(&self.prefixes.bpmndi("BPMNPlane"), inside);
        let name = self.prefixes.bpmndi("BPMNDiagram").to_string();
        let diagram = |plane| Draft::with(&name, vec![plane]);
        let with_id = |draft: Draft, id: &str| if id.is_empty() { draft } else { draft.attribute("id", id) };
        if let Canvas::Kept(at) = canvas {
            let Some(kept) = self.kept.planes.get(at) else { return diagram(plane) };
            // As it is written: planes without id are known by what they show.
            let written = kept.plane.attribute("bpmnElement");
            // A process that has got a pool is shown with the others.
            let is_pooled = |process: &Process| {
                document.pool_of(process.id).is_some() && *self.id(Subject::Process(process.id)) == *local(written.unwrap_or_default())
            };
            let is_new = !id(kept.plane).is_empty() && self.kept.roots("collaboration").next().is_none();
            let is_shared = is_new && document.processes.values().any(is_pooled);
            let of = if is_shared { Some(self.collaboration_id()) } else { written.map(str::to_owned) };
            let plane = of.into_iter().fold(plane, |plane, of| plane.attribute("bpmnElement", &of));
            return with_id(diagram(with_id(plane, id(kept.plane))), id(kept.diagram));
        }
        let (of, called) = match canvas {
            Canvas::Inside(node) => (self.id(Subject::Node(node)), document.nodes.get(node).map(|it| it.name.clone())),
            Canvas::Process(process) => (self.id(Subject::Process(process)), document.processes.get(process).map(|it| it.name.clone())),
            _ if document.pools.is_empty() => (self.id(Subject::Process(document.main_process)), document.main().map(|it| it.name.clone())),
            _ => (self.collaboration_id().into(), document.main().map(|it| it.name.clone())),
        };
        let (diagram_id, plane_id) = (self.ids.take(&format!("{of}_diagram"), self.kept), self.ids.take(&format!("{of}_plane"), self.kept));
        let plane = plane.attribute("id", &plane_id).attribute("bpmnElement", &of);
        let diagram = diagram(plane).attribute("id", &diagram_id);
        match called.filter(|name| !name.is_empty()) {
            Some(name) => diagram.attribute("name", &name),
            None => diagram,
        }
    }

    /// An element of the picture, with the id that it has there.
    fn drawn(&mut self, local: &str, of: &str, kept: Option<Drawn<'_>>, inside: Vec<Draft>) -> Draft {
        let own = match kept {
            Some(kept) => id(kept.element).into(),
            None => self.ids.take(&format!("{of}_di"), self.kept),
        };
        let draft = Draft::with(&self.prefixes.bpmndi(local), inside);
        let draft = if own.is_empty() { draft } else { draft.attribute("id", &own) };
        // As the file writes it, perhaps with a prefix: what has no id is known by it.
        let written = kept.and_then(|kept| kept.element.attribute("bpmnElement"));
        draft.attribute("bpmnElement", written.unwrap_or(of))
    }

    fn shape(&mut self, subject: Subject, own: &str, kept: Option<Drawn<'_>>, shape: &Shape, by: Vector) -> Draft {
        let mut inside = vec![self.bounds(shape.bounds.moved(by))];
        inside.extend(self.label(own, shape.label, by));
        let draft = self.drawn("BPMNShape", own, kept, inside);
        let document = self.document;
        let pool = match subject {
            Subject::Pool(pool) => document.pools.get(pool),
            Subject::Lane(lane) => document.lanes.get(lane).and_then(|lane| document.pools.get(lane.pool)),
            _ => None,
        };
        if let Some(pool) = pool {
            return draft.attribute("isHorizontal", if pool.orientation == Orientation::Horizontal { "true" } else { "false" });
        }
        let Subject::Node(node) = subject else { return draft };
        match document.nodes.get(node).map(|node| &node.kind) {
            Some(NodeKind::SubProcess { .. }) => draft.attribute("isExpanded", if shape.is_expanded { "true" } else { "false" }),
            Some(NodeKind::ExclusiveGateway) if kept.is_none() => draft.attribute("isMarkerVisible", "true"),
            _ if !shape.is_expanded => draft.attribute("isExpanded", "false"),
            _ => draft,
        }
    }

    fn edge(&mut self, subject: Subject, own: &str, kept: Option<Drawn<'_>>, edge: &Edge, by: Vector) -> Draft {
        let mut inside: Vec<Draft> = self.course(subject, edge).into_iter().map(|point| self.waypoint(point.moved(by))).collect();
        inside.extend(self.label(own, edge.label, by));
        self.drawn("BPMNEdge", own, kept, inside)
    }

    /// The course, with ends at those nodes that stand for the elements of the file.
    fn course(&self, subject: Subject, edge: &Edge) -> Vec<Point> {
        let mut points = edge.waypoints.clone();
        let flow = if let Subject::Flow(flow) = subject { self.document.flows.get(flow) } else { None };
        let Some(flow) = flow else { return points };
        let outline = |node: NodeId| {
            let owner = Some(self.ids.owner(node)).filter(|owner| *owner != node)?;
            Outline::of(self.document, Subject::Node(owner))
        };
        if let (Some(from), [first, next, ..]) = (outline(flow.from), points.as_mut_slice()) {
            *first = from.towards(*next);
        }
        if let (Some(to), [.., next, last]) = (outline(flow.to), points.as_mut_slice()) {
            *last = to.towards(*next);
        }
        points
    }

    /// A label with its place; one of the kept file may be without.
    fn label(&self, of: &str, label: Option<Bounds>, by: Vector) -> Option<Draft> {
        let kept = self.kept.drawn(of).and_then(|drawn| drawn.element.first("BPMNLabel"));
        if kept.is_none() && label.is_none() {
            return None;
        }
        // A place that cannot be drawn, as some programs write it, stays as it is.
        let as_written = || {
            let written = kept.filter(|kept| bounds(kept).is_none())?.first("Bounds")?;
            let draft = Draft::with(&self.prefixes.dc("Bounds"), Vec::new());
            Some(written.attributes.iter().fold(draft, |draft, it| draft.attribute(&it.name.qualified(), &it.value)))
        };
        let place = label.map(|label| self.bounds(label.moved(by))).or_else(as_written);
        let draft = Draft::with(&self.prefixes.bpmndi("BPMNLabel"), place.into_iter().collect());
        Some(match kept.map(id).filter(|id| !id.is_empty()) {
            Some(id) => draft.attribute("id", id),
            None => draft,
        })
    }

    fn bounds(&self, bounds: Bounds) -> Draft {
        let draft = Draft::with(&self.prefixes.dc("Bounds"), Vec::new()).number("x", bounds.x).number("y", bounds.y);
        draft.number("width", bounds.width).number("height", bounds.height)
    }

    fn waypoint(&self, point: Point) -> Draft {
        Draft::with(&self.prefixes.di("waypoint"), Vec::new()).number("x", point.x).number("y", point.y)
    }
}
