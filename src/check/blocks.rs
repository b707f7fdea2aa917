//! Procedures that came from a library of blocks: what does not lie in blocks cannot be written back as it is drawn.

use super::Problem;
use crate::edit::{Command, FlowCommand};
use crate::model::{Document, FlowIndex, NodeId, NodeKind, ObstacleKind, ProcessId, SourceFormat, Subject, blocks_of, tail};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    if !document.sources.values().any(|source| source.format == SourceFormat::Civento) {
        return;
    }
    let flows = FlowIndex::of(document);
    let is_scope = |kind: &NodeKind| matches!(kind, NodeKind::SubProcess { .. });
    let inner = document.nodes.values().filter(|node| is_scope(&node.kind)).map(|node| (node.process, Some(node.id)));
    for (process, parent) in document.processes.keys().map(|process| (process, None)).chain(inner) {
        level(document, &flows, (process, parent), found);
    }
}

fn level(document: &Document, flows: &FlowIndex, (process, parent): (ProcessId, Option<NodeId>), found: &mut Vec<Problem>) {
    for obstacle in blocks_of(document, flows, process, parent).obstacles {
        let flow = obstacle.flow;
        let ends = document.flows.get(flow).map(|flow| (flow.from, flow.to));
        let Some((from, to)) = ends else { continue };
        let kind = match obstacle.kind {
            ObstacleKind::SharedTail { .. } => "check-blocks-shared",
            ObstacleKind::Back => "check-blocks-back",
            ObstacleKind::Beside => "check-blocks-beside",
            ObstacleKind::TooDeep => "check-blocks-deep",
        };
        let problem = Problem::warning(kind, Subject::Flow(flow)).and(Subject::Node(from)).and(Subject::Node(to));
        found.push(match obstacle.kind {
            ObstacleKind::SharedTail { from, until } if tail(document, flows, from, until).is_some() => {
                problem.mended_by("check-fix-own-tail", Command::Flow(FlowCommand::OwnTail { flow, until }))
            }
            _ => problem,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Editor, FlowEnd, read_outline};
    use crate::model::{Source, SourceId};

    /// A procedure whose way b leads into the middle of way a.
    fn tangled(format: SourceFormat) -> Editor {
        let mut document = Document::empty("p", "P");
        let id: SourceId = document.new_id();
        let (key, name, text, given) = ("q".into(), "q.xml".into(), "<q/>".into(), Default::default());
        document.sources.insert(id, Source { id, key, name, format, text, given });
        let process = document.main_process;
        let mut editor = Editor::new(document);
        let outline = read_outline("Welche?\n  a: Eins\n    Fertig\n  b: Zwei\n  sonst: Drei\nGemeinsam", |_| false).0;
        editor.apply(Command::Flow(FlowCommand::AddOutline { process, after: None, outline })).unwrap();
        let of = |name: &str| editor.document().nodes.values().find(|node| node.name == name).unwrap().id;
        let (way, to) = (editor.document().outgoing(of("Zwei")).next().unwrap().id, Subject::Node(of("Fertig")));
        let lead = FlowCommand::Reconnect { connection: Subject::Flow(way), end: FlowEnd::Target, to };
        editor.apply(Command::Flow(lead)).unwrap();
        editor
    }

    fn found(editor: &Editor) -> Vec<Problem> {
        let mut found = Vec::new();
        check(editor.document(), &mut found);
        found
    }

    #[test]
    fn a_shared_tail_is_named_and_copied() {
        let mut editor = tangled(SourceFormat::Civento);
        let problems = found(&editor);
        assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), ["check-blocks-shared"]);
        editor.apply(problems[0].fix.clone().unwrap().command).unwrap();
        assert_eq!(found(&editor), []);
        let count = |name: &str| editor.document().nodes.values().filter(|node| node.name == name).count();
        assert_eq!((count("Fertig"), count("Gemeinsam")), (2, 1));
        // The repair is one step.
        assert!(editor.undo().is_some());
        assert_eq!(found(&editor), problems);
    }

    /// What leads back to one place and is done again from there is a block; what leads into the middle of another way is none.
    #[test]
    fn a_rework_arrow_is_a_block_where_it_can_be() {
        let mut editor = tangled(SourceFormat::Civento);
        let of = |editor: &Editor, name: &str| editor.document().nodes.values().find(|node| node.name == name).unwrap().id;
        let fix = found(&editor)[0].fix.clone().unwrap().command;
        editor.apply(fix).unwrap();
        let (process, end) = (editor.document().main_process, of(&editor, "Gemeinsam"));
        let outline = read_outline("Nochmal?\n  ja: Nacharbeiten\n  sonst: Abschließen", |_| false).0;
        editor.apply(Command::Flow(FlowCommand::AddOutline { process, after: Some(end), outline })).unwrap();
        assert_eq!(found(&editor), []);
        let back = editor.document().outgoing(of(&editor, "Nacharbeiten")).next().unwrap().id;
        let lead = |to: NodeId| {
            Command::Flow(FlowCommand::Reconnect { connection: Subject::Flow(back), end: FlowEnd::Target, to: Subject::Node(to) })
        };
        editor.apply(lead(end)).unwrap();
        assert_eq!(found(&editor), []);
        let inside = of(&editor, "Drei");
        editor.apply(lead(inside)).unwrap();
        assert!(!found(&editor).is_empty());
    }

    #[test]
    fn only_procedures_from_libraries_are_looked_at() {
        assert_eq!(found(&tangled(SourceFormat::Bpmn)), []);
    }
}
