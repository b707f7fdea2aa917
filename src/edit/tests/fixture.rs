//! A document with one of everything, drawn by commands.

use crate::edit::*;
use crate::model::*;

/// The document with the elements that tests speak of.
pub struct Sample {
    pub editor: Editor,
    pub start: NodeId,
    /// The first step, with form and boundary event.
    pub task: NodeId,
    pub boundary: NodeId,
    /// Exclusive, with the ways to `yes` and `no`.
    pub gateway: NodeId,
    pub yes: NodeId,
    pub no: NodeId,
    pub end: NodeId,
    /// Stands in the flow behind `yes`, holds `inner` and `inner_end`.
    pub sub_process: NodeId,
    pub inner: NodeId,
    pub inner_end: NodeId,
    pub pool: PoolId,
    /// Two lanes, the upper one first.
    pub lanes: [LaneId; 2],
    pub black_box: PoolId,
    pub message: MessageFlowId,
    /// Another process in its own pool, with one step.
    pub other: ProcessId,
    pub other_task: NodeId,
    pub note: ArtifactId,
    pub form: FormId,
    pub page: FormElementId,
    pub object: ObjectTypeId,
    pub name_field: DataFieldId,
    pub list: CodeListId,
    pub table: DecisionTableId,
    pub letter: DocumentTemplateId,
    pub setting: SettingId,
    pub case: TestCaseId,
    pub exercise: ExerciseId,
}

pub fn start_kind() -> NodeKind {
    NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }
}

/// Does a command; the elements that it made.
pub fn make(editor: &mut Editor, command: Command) -> Vec<Subject> {
    editor.apply(command.clone()).unwrap_or_else(|refusal| panic!("{refusal:?}: {command:?}")).created
}

pub fn flow(editor: &mut Editor, command: FlowCommand) -> Vec<Subject> {
    make(editor, Command::Flow(command))
}

pub fn content(editor: &mut Editor, command: ContentCommand) -> Vec<Subject> {
    make(editor, Command::Content(command))
}

/// The first node among the made.
pub fn node(made: &[Subject]) -> NodeId {
    made.iter().find_map(|subject| subject.node()).unwrap()
}

macro_rules! first {
    ($made:expr, $kind:ident) => {
        $made.iter().find_map(|subject| if let Subject::$kind(id) = subject { Some(*id) } else { None }).unwrap()
    };
}
pub(super) use first;

pub fn append(editor: &mut Editor, after: NodeId, kind: NodeKind) -> NodeId {
    node(&flow(editor, FlowCommand::Append { after, kind, at: None }))
}

pub fn add(editor: &mut Editor, process: ProcessId, kind: NodeKind, x: f64, y: f64) -> NodeId {
    node(&flow(editor, FlowCommand::AddNode { process, kind, name: String::new(), at: Point::new(x, y) }))
}

pub fn rename(editor: &mut Editor, node: NodeId, name: &str) {
    let record = FlowNode { name: name.into(), ..editor.document().nodes.get(node).unwrap().clone() };
    make(editor, Command::Put(Record::Node(record)));
}

pub fn bounds(document: &Document, subject: Subject) -> Bounds {
    document.diagram.shapes.get(subject).unwrap().bounds
}

/// The way from one node to another.
pub fn way(document: &Document, from: NodeId, to: NodeId) -> Option<FlowId> {
    document.outgoing(from).find(|flow| flow.to == to).map(|flow| flow.id)
}

impl Sample {
    pub fn new() -> Self {
        let mut editor = Editor::new(Document::empty("probe", "Probe"));
        let e = &mut editor;
        let main = e.document().main_process;
        let start = add(e, main, start_kind(), 100.0, 300.0);
        let task = append(e, start, NodeKind::UserTask);
        rename(e, task, "Antrag prüfen");
        let gateway = append(e, task, NodeKind::ExclusiveGateway);
        let yes = append(e, gateway, NodeKind::Task);
        let no = append(e, gateway, NodeKind::ServiceTask);
        let sub_process = append(e, yes, NodeKind::SubProcess { is_event: false });
        let end = append(e, sub_process, NodeKind::EndEvent(Event::None));
        flow(e, FlowCommand::Connect { from: Subject::Node(no), to: Subject::Node(end) });
        let place = bounds(e.document(), Subject::Node(sub_process));
        let inner = add(e, main, NodeKind::UserTask, place.x + 100.0, place.y + 90.0);
        let inner_end = append(e, inner, NodeKind::EndEvent(Event::None));
        let trigger = Event::Timer(Timer::Duration(Duration { iso: "P14D".into(), in_working_days: false }));
        let boundary = node(&flow(e, FlowCommand::AddBoundaryEvent { host: task, trigger, is_interrupting: true, at: None }));
        append(e, boundary, NodeKind::EndEvent(Event::None));
        let pool = first!(
            flow(
                e,
                FlowCommand::AddPool {
                    content: PoolContent::Process(main),
                    name: "Amt".into(),
                    orientation: Orientation::Horizontal,
                    at: None
                }
            ),
            Pool
        );
        let mut lane =
            |name: &str, role| first!(flow(e, FlowCommand::AddLane { pool, parent: None, name: name.into(), role: Some(role) }), Lane);
        let lanes = [lane("Antragstelle", RoleKind::Caseworker), lane("Leitung", RoleKind::OtherAuthority)];
        let (black_box, other, other_task, message, note) = Self::neighbours(e, task);
        let (form, page, object, name_field, list) = Self::data(e, task);
        let parts = [
            ContentCommand::AddDecisionTable { name: "Gebühr".into() },
            ContentCommand::AddDocumentTemplate { name: "Bescheid".into() },
            ContentCommand::AddSetting { name: "Satz".into(), kind: FieldKind::Money },
            ContentCommand::AddTestCase(test_case(main, start, task, end)),
        ];
        let made: Vec<Subject> = parts.into_iter().flat_map(|part| content(e, part)).collect();
        let (table, letter) = (first!(made, DecisionTable), first!(made, DocumentTemplate));
        let (setting, case) = (first!(made, Setting), first!(made, TestCase));
        let made = content(e, ContentCommand::AddExercise(exercise(task, end, case)));
        let exercise = first!(made, Exercise);
        let editor = Editor::new(Document::clone(editor.document()));
        Self {
            editor,
            start,
            task,
            boundary,
            gateway,
            yes,
            no,
            end,
            sub_process,
            inner,
            inner_end,
            pool,
            lanes,
            black_box,
            message,
            other,
            other_task,
            note,
            form,
            page,
            object,
            name_field,
            list,
            table,
            letter,
            setting,
            case,
            exercise,
        }
    }

    fn neighbours(e: &mut Editor, task: NodeId) -> (PoolId, ProcessId, NodeId, MessageFlowId, ArtifactId) {
        let pool =
            |content, name: &str| FlowCommand::AddPool { content, name: name.into(), orientation: Orientation::Horizontal, at: None };
        let black_box = first!(flow(e, pool(PoolContent::BlackBox, "Bürger")), Pool);
        let other = first!(content(e, ContentCommand::AddProcess { name: "Nebenverfahren".into() }), Process);
        let frame = first!(flow(e, pool(PoolContent::Process(other), "Andere")), Pool);
        let place = bounds(e.document(), Subject::Pool(frame)).centre();
        let other_task = add(e, other, NodeKind::Task, place.x, place.y);
        let message = flow(e, FlowCommand::Connect { from: Subject::Pool(black_box), to: Subject::Node(task) });
        let artifact = Artifact {
            id: ArtifactId(0),
            process: e.document().main_process,
            parent: None,
            kind: ArtifactKind::Annotation { text: "Merke".into() },
        };
        let place = bounds(e.document(), Subject::Node(task)).moved(Vector::new(0.0, -100.0));
        let note = flow(e, FlowCommand::AddArtifact { artifact, bounds: place, about: Some(Subject::Node(task)) });
        (black_box, other, other_task, first!(message, MessageFlow), first!(note, Artifact))
    }

    fn data(e: &mut Editor, task: NodeId) -> (FormId, FormElementId, ObjectTypeId, DataFieldId, CodeListId) {
        let made = content(e, ContentCommand::AddForm { name: "Antrag".into(), step: Some(task) });
        let (Subject::Form(form), Subject::FormElement(_, page)) = (made[0], made[1]) else { panic!() };
        let place = FormPlace { form, container: page, index: 99 };
        let mut field = |label: &str, kind| content(e, ContentCommand::AddField { place, label: label.into(), kind });
        let first = field("Name", NewFieldKind::Simple(FieldKind::Text));
        let choice = field("Rasse", NewFieldKind::Choice(None));
        field("Hunde", NewFieldKind::List);
        (form, page, first!(first, ObjectType), first!(first, DataField), first!(choice, CodeList))
    }

    pub fn document(&self) -> &Document {
        self.editor.document()
    }

    pub fn way(&self, from: NodeId, to: NodeId) -> FlowId {
        way(self.document(), from, to).unwrap()
    }

    pub fn bounds(&self, node: NodeId) -> Bounds {
        bounds(self.document(), Subject::Node(node))
    }

    pub fn put(&mut self, record: Record) -> Result<Committed, Refusal> {
        self.editor.apply(Command::Put(record))
    }

    pub fn flow(&mut self, command: FlowCommand) -> Result<Committed, Refusal> {
        self.editor.apply(Command::Flow(command))
    }

    pub fn shift(&mut self, node: NodeId, x: f64, y: f64) -> Result<Committed, Refusal> {
        self.flow(FlowCommand::Move { subjects: vec![Subject::Node(node)], by: Vector::new(x, y) })
    }
}

fn test_case(process: ProcessId, start: NodeId, task: NodeId, end: NodeId) -> TestCase {
    TestCase {
        id: TestCaseId(0),
        name: "Gutfall".into(),
        description: String::new(),
        process,
        begins_at: "2026-03-02T09:00:00".into(),
        steps: vec![TestStep::Start { node: start, entries: Vec::new() }, TestStep::Complete { node: task, nth: 0, entries: Vec::new() }],
        expectations: vec![Expectation::Ended(end), Expectation::Visited(task)],
    }
}

fn exercise(task: NodeId, end: NodeId, case: TestCaseId) -> Exercise {
    let goal = |reached_when| Goal { text: "Ziel".into(), reached_when, hints: vec!["Hinweis".into()] };
    let due = Mistake::Due { node: task, due: None };
    Exercise {
        id: ExerciseId(0),
        name: "Frist finden".into(),
        task: "Finden Sie die Frist.".into(),
        hides: vec![Hidden::Problems],
        goals: vec![goal(Reached::Played(Expectation::Ended(end))), goal(Reached::Mended(due)), goal(Reached::Passes(case))],
    }
}
