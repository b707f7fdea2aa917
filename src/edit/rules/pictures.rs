//! Rules for the picture.

use super::there;
use crate::edit::{FlowCommand, Refusal, tiling};
use crate::layout::auto::Extent;
use crate::model::{Bounds, Document, Point, Subject};

pub(super) fn may(document: &Document, command: &FlowCommand) -> Result<(), Refusal> {
    match command {
        FlowCommand::Move { subjects, by } => {
            drawable(Point::new(by.x, by.y))?;
            subjects.iter().try_for_each(|subject| there(document, *subject))?;
            if subjects.iter().any(|subject| subject.is_shape()) { Ok(()) } else { Err(Refusal::NothingToDo) }
        }
        FlowCommand::Resize { subject, bounds } => resize(document, *subject, *bounds),
        FlowCommand::SetCourse { connection, waypoints } => course(document, *connection, waypoints.as_deref()),
        FlowCommand::SetLabelPlace { subject, bounds } => label(document, *subject, *bounds),
        FlowCommand::MakeRoom { process, from, by } => {
            there(document, Subject::Process(*process))?;
            drawable(*from)?;
            drawable(Point::new(by.x, by.y))
        }
        FlowCommand::AddArtifact { artifact, bounds, about } => {
            there(document, Subject::Process(artifact.process))?;
            if !bounds.is_drawable() {
                return Err(Refusal::OutsideWorld);
            }
            about.map_or(Ok(()), |about| there(document, about))
        }
        FlowCommand::Paste { fragment, process, at } => {
            there(document, Subject::Process(*process))?;
            drawable(*at)?;
            if fragment.is_empty() { Err(Refusal::NothingToDo) } else { Ok(()) }
        }
        FlowCommand::TidyUp { extent, .. } => match extent {
            Extent::Everything => Ok(()),
            Extent::Process(process) => there(document, Subject::Process(*process)),
            Extent::Nodes(nodes) if nodes.is_empty() => Err(Refusal::NothingToDo),
            Extent::Nodes(nodes) => nodes.iter().try_for_each(|node| there(document, Subject::Node(*node))),
        },
        _ => Ok(()),
    }
}

pub(super) fn drawable(at: Point) -> Result<(), Refusal> {
    if at.is_drawable() { Ok(()) } else { Err(Refusal::OutsideWorld) }
}

pub(super) fn drawn(document: &Document, subject: Subject) -> Result<(), Refusal> {
    there(document, subject)?;
    let diagram = &document.diagram;
    if diagram.shapes.contains(subject) || diagram.edges.contains(subject) { Ok(()) } else { Err(Refusal::NotDrawn(subject)) }
}

fn resize(document: &Document, subject: Subject, bounds: Bounds) -> Result<(), Refusal> {
    drawn(document, subject)?;
    if !Bounds::new(bounds.x, bounds.y, bounds.width.max(1.0), bounds.height.max(1.0)).is_drawable() {
        return Err(Refusal::OutsideWorld);
    }
    let (width, height) = match subject {
        Subject::Node(node) if document.nodes.get(node).is_some_and(|node| !node.kind.is_activity()) => return Err(Refusal::FixedSize),
        Subject::Node(_) => (60, 40),
        Subject::Artifact(_) => (20, 20),
        Subject::Pool(_) | Subject::Lane(_) => (tiling::LEAST_LANE as u32, tiling::LEAST_LANE as u32),
        _ => return Err(Refusal::NothingToDo),
    };
    if bounds.width < f64::from(width) || bounds.height < f64::from(height) {
        return Err(Refusal::TooSmall { width, height });
    }
    Ok(())
}

fn course(document: &Document, connection: Subject, waypoints: Option<&[Point]>) -> Result<(), Refusal> {
    there(document, connection)?;
    if !connection.is_edge() {
        return Err(Refusal::NothingToDo);
    }
    let points = waypoints.unwrap_or_default();
    if waypoints.is_some() && points.len() < 2 {
        return Err(Refusal::TooFewPoints);
    }
    if points.iter().all(|point| point.is_drawable()) { Ok(()) } else { Err(Refusal::OutsideWorld) }
}

fn label(document: &Document, subject: Subject, bounds: Option<Bounds>) -> Result<(), Refusal> {
    drawn(document, subject)?;
    if bounds.is_none_or(Bounds::is_drawable) { Ok(()) } else { Err(Refusal::OutsideWorld) }
}
