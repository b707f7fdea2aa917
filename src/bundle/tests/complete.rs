//! A document with every variant of everything, and the files of version 1 that hold it for ever.

use crate::bundle::{Release, ReleaseState, read_model, verify, write_bundle, write_model};
use crate::model::*;

const MODEL: &str = include_str!("../../../tests/data/v1-complete.dienstweg.ron");
const BUNDLE: &str = include_str!("../../../tests/data/v1-complete.bundle.ron");

#[test]
fn the_frozen_model_is_read_and_written_for_ever() {
    let model = read_model(MODEL.as_bytes()).unwrap();
    assert_eq!(model.document, document());
    assert_eq!(write_model(&model.document).unwrap(), MODEL);
}

#[test]
fn the_frozen_bundle_is_verified_and_written_for_ever() {
    let verified = verify(BUNDLE.as_bytes()).unwrap();
    assert_eq!(verified.document, document());
    assert_eq!(verified.manifest.release, release());
    assert_eq!(write_bundle(&document(), &release()).unwrap(), BUNDLE);
}

/// Prints a file anew, for a new version of the format only, since those of a released version stay as they are:
/// `cargo test --lib print_model -- --ignored --nocapture | sed -n '/^($/,/^)$/p'`, and the same with `print_bundle`.
#[test]
#[ignore = "prints a frozen file"]
fn print_model() {
    println!("\n{}", write_model(&document()).unwrap());
}

#[test]
#[ignore = "prints a frozen file"]
fn print_bundle() {
    println!("\n{}", write_bundle(&document(), &release()).unwrap());
}

pub(super) fn release() -> Release {
    Release {
        version: "1.4.0".parse().unwrap(),
        state: ReleaseState::Released,
        valid_from: Some(jiff::civil::date(2027, 1, 1)),
        created_with: "Dienstweg 0.1.0".to_owned(),
    }
}

/// Every variant of everything.
pub(super) fn document() -> Document {
    let mut document = Document::empty("hundesteuerAnmeldung", "Hundesteuer: Anmeldung");
    let main = document.main_process;
    let process = document.processes.get_mut(main).unwrap();
    process.version = "1.4.0".to_owned();
    process.description = "Wer einen Hund hält, meldet ihn an.\nZweite Zeile mit \"Anführung\", 'Apostroph' und \\.".to_owned();
    process.kind_of_service = KindOfService::Registration;
    process.leistungsschluessel = "99102019002000".to_owned();
    process.legal_bases = vec![law("KAG"), law("HStS")];
    process.keywords = vec!["Hund".to_owned(), "Steuer".to_owned()];
    data(&mut document);
    forms(&mut document);
    decision(&mut document);
    content(&mut document);
    participants(&mut document);
    nodes(&mut document);
    connections(&mut document);
    artifacts(&mut document);
    test_cases(&mut document);
    document
}

fn law(law: &str) -> LegalBasis {
    LegalBasis { law: law.to_owned(), paragraph: "§ 2 Abs. 1".to_owned(), link: "https://example.org/gesetz".to_owned() }
}

fn set(target: &str, value: &str) -> Assignment {
    Assignment { target: target.to_owned(), value: value.to_owned() }
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn processes(document: &mut Document) {
    for kind_of_service in [
        KindOfService::Application,
        KindOfService::Notification,
        KindOfService::Information,
        KindOfService::Objection,
        KindOfService::ExOfficio,
    ] {
        let id: ProcessId = document.new_id();
        let main = document.main().unwrap().clone();
        let key = format!("prozess{}", id.0);
        document.processes.insert(id, Process { id, key, name: text("Bescheid zustellen"), kind_of_service, ..main });
    }
}

fn data(document: &mut Document) {
    let code_list: CodeListId = document.new_id();
    let entry = |code: &str, label: &str| CodeEntry { code: text(code), label: text(label), help: text("Nach Anlage 1") };
    document.code_lists.insert(
        code_list,
        CodeList {
            id: code_list,
            key: text("rassen"),
            name: text("Hunderassen"),
            version: text("2026-01-01"),
            uri: text("urn:de:beispiel:rassen"),
            entries: vec![entry("01", "Dackel"), entry("02", "Schäferhund")],
        },
    );
    let nested: ObjectTypeId = document.new_id();
    let object: ObjectTypeId = document.new_id();
    let mut fields = Vec::new();
    for kind in kinds(nested, code_list) {
        fields.push(field(document, object, kind));
    }
    let inner = vec![field(document, nested, FieldKind::Text)];
    for (id, key, name, fields) in [(nested, "impfung", "Impfung", inner), (object, "hund", "Hund", fields)] {
        let (key, name) = (text(key), text(name));
        let description = text("Was es enthält");
        document
            .objects
            .insert(id, ObjectType { id, key, name, description, fields, legal_bases: vec![law("HStS")], fim_id: text("G00000253") });
    }
}

fn kinds(object: ObjectTypeId, list: CodeListId) -> [FieldKind; 19] {
    use FieldKind::*;
    [
        Text,
        LongText,
        WholeNumber,
        Decimal,
        Money,
        Date,
        Time,
        DateTime,
        YesNo,
        Choice(list),
        MultipleChoice(list),
        File,
        Person,
        Address,
        BankAccount,
        Email,
        Phone,
        Object(object),
        List(object),
    ]
}

fn field(document: &mut Document, object: ObjectTypeId, kind: FieldKind) -> DataFieldId {
    let id: DataFieldId = document.new_id();
    let full = matches!(kind, FieldKind::Text);
    let constraints = Constraints {
        min_length: full.then_some(2),
        max_length: full.then_some(80),
        minimum: text("0"),
        maximum: text("today()"),
        pattern: text("[A-ZÄÖÜ].*"),
        pattern_message: text("Beginnt groß."),
        min_items: full.then_some(0),
        max_items: full.then_some(9),
        file_kinds: vec![text("pdf"), text("jpg")],
        max_file_size: full.then_some(5_000_000_000),
    };
    document.fields.insert(
        id,
        DataField {
            id,
            object,
            key: format!("feld{}", id.0),
            name: format!("{kind:?}"),
            description: text("Was es sagt"),
            purpose: text("Wozu es da ist"),
            kind,
            constraints: if full { constraints } else { Constraints::default() },
            is_personal: full,
            retention: full.then(|| Duration { iso: text("P10Y"), in_working_days: false }),
            legal_bases: vec![law("DSGVO")],
            fim_id: text("F00000462"),
        },
    );
    id
}

fn forms(document: &mut Document) {
    let list = document.fields.values().find(|field| matches!(field.kind, FieldKind::List(_))).unwrap();
    let (list_id, inner) = (list.id, document.objects.get(list.kind.object().unwrap()).unwrap().fields[0]);
    let field = |path: Vec<DataFieldId>| {
        ElementKind::Field(FormField {
            data: DataPath(path),
            label: text("Name des Hundes"),
            help: text("Wie er gerufen wird"),
            is_required: true,
            required_when: text("hund.alter > 1"),
            is_read_only: false,
            prefill: text("\"Bello\""),
            account: None,
            choice_style: ChoiceStyle::Automatic,
            parts: Vec::new(),
            rules: vec![FieldRule { condition: text("string length(hund.name) > 1"), message: text("Zu kurz.") }],
        })
    };
    let mut elements = Vec::new();
    let mut add = |kind: ElementKind, document: &mut Document| {
        let element = FormElement {
            id: document.new_id(),
            width: 6,
            width_medium: Some(8),
            width_narrow: Some(12),
            visible_when: text("true"),
            kind,
        };
        elements.push(element);
    };
    add(field(vec![list_id]), document);
    add(ElementKind::Heading(text("Ihr Hund")), document);
    add(ElementKind::StaticText(text("Zweithund: höherer Satz.")), document);
    for kind in [HintKind::Information, HintKind::Success, HintKind::Warning, HintKind::Error] {
        add(ElementKind::Hint { kind, text: text("Hinweis") }, document);
    }
    for (repeat, layout) in [(None, RepeatLayout::Cards), (Some(None), RepeatLayout::Cards), (Some(Some(4)), RepeatLayout::Table)] {
        let inside = FormElement::new(document.new_id(), field(vec![list_id, inner]));
        let repeat = repeat.map(|most| Repeat { list: DataPath::field(list_id), least: 1, most, layout });
        add(
            ElementKind::Group(FieldGroup { title: text("Impfungen"), help: text("Laut Impfpass"), repeat, elements: vec![inside] }),
            document,
        );
    }
    let first = elements[0].id;
    let page = |document: &mut Document, kind, elements| {
        let id = document.new_id();
        Page { id, title: text("Angaben"), kind, visible_when: text("true"), elements }
    };
    let pages = vec![page(document, PageKind::Questions, elements), page(document, PageKind::Summary, Vec::new())];
    let id: FormId = document.new_id();
    let mut form = Form { description: text("Zum Ausfüllen"), ..Form::new(id, "anmeldung", "Anmeldung", pages) };
    form.rules = rules(document, first);
    document.forms.insert(id, form);
    derived(document, id, list_id);
}

fn rules(document: &mut Document, target: FormElementId) -> Vec<FormRule> {
    use Consequence::*;
    let all = [Required, RequiredElseNotAllowed, NotAllowed, Visible, AtLeastOne, ExactlyOne, ValidPartialDate, Message].map(Some);
    let rule = |then: Option<Consequence>| FormRule {
        id: document.new_id(),
        name: text("Zweithund"),
        wording: text("Ein Zweithund braucht einen Ersthund."),
        when: text("hund.alter > 1"),
        then,
        targets: vec![target],
        message: text("Bitte angeben."),
        fim_id: text("R00000849"),
    };
    all.into_iter().chain([None]).map(rule).collect()
}

/// The form of the caseworker, files that were read, and texts in another language.
fn derived(document: &mut Document, shown: FormId, field: DataFieldId) {
    use AccountAttribute::*;
    let sources = [SourceFormat::Xdatenfelder2, SourceFormat::Xdatenfelder3].map(|format| {
        let id: SourceId = document.new_id();
        let source = Source { id, key: format!("quelle{}", id.0), name: text("S1.xml"), format, text: text("<a>\n  <b/>\n</a>") };
        document.sources.insert(id, source);
        id
    });
    let accounts = [
        Salutation,
        Title,
        GivenNames,
        FamilyName,
        BirthName,
        DateOfBirth,
        PlaceOfBirth,
        Nationality,
        Person,
        Address,
        Email,
        Phone,
        CompanyName,
    ];
    let styles = [ChoiceStyle::Automatic, ChoiceStyle::List, ChoiceStyle::Radio, ChoiceStyle::Search];
    let demands = [Demand::Optional, Demand::Required, Demand::Absent];
    let mut elements = Vec::new();
    for (index, account) in accounts.into_iter().enumerate() {
        let parts = demands.map(|demand| PartDemand { part: text("vorname"), demand }).to_vec();
        let choice_style = styles[index % styles.len()];
        let asked = FormField { account: Some(account), choice_style, parts, ..FormField::of(DataPath::field(field)) };
        elements.push(FormElement::new(document.new_id(), ElementKind::Field(asked)));
    }
    let page = Page { elements, ..Page::new(document.new_id(), "Prüfung") };
    let id: FormId = document.new_id();
    let form = Form::new(id, "pruefung", "Prüfung", vec![page]);
    document.forms.insert(id, Form { shows: Some(shown), source: Some(sources[1]), ..form });
    language(document, shown);
}

fn language(document: &mut Document, form: FormId) {
    use TextPart::*;
    let id: LanguageId = document.new_id();
    let parts = [Name, Description, Label, Help, Text, PatternMessage, RuleMessage(1), Code(text("01"))];
    let translated =
        |part: TextPart| (TextPlace { at: Subject::Form(form), part }, Translation { text: text("Registration"), of: text("Anmeldung") });
    let texts = parts.into_iter().map(translated).collect();
    document.languages.insert(id, Language { id, tag: text("en"), name: text("English"), texts });
}

fn decision(document: &mut Document) {
    for hit_policy in [HitPolicy::Unique, HitPolicy::First, HitPolicy::Any, HitPolicy::Collect] {
        let id: DecisionTableId = document.new_id();
        document.decision_tables.insert(
            id,
            DecisionTable {
                id,
                key: format!("steuersatz{}", id.0),
                name: text("Steuersatz"),
                hit_policy,
                inputs: vec![DecisionInput { name: text("Anzahl"), expression: text("hund.anzahl") }],
                outputs: vec![DecisionOutput { name: text("Satz"), target: text("hund.steuer") }],
                rules: vec![
                    DecisionRule { tests: vec![text("1")], results: vec![text("96.00")], note: text("§ 5") },
                    DecisionRule { tests: vec![text("-")], results: vec![text("120.00")], note: text("") },
                ],
            },
        );
    }
}

fn content(document: &mut Document) {
    let id: DocumentTemplateId = document.new_id();
    let body = text("Guten Tag,\n\nIhre Steuer: {{hund.steuer}}.\tEnde\u{7f}");
    let (key, name, subject) = (text("bescheid"), text("Hundesteuerbescheid"), text("Bescheid {{hund.name}}"));
    document.document_templates.insert(id, DocumentTemplate { id, key, name, subject, body });
    for is_required in [true, false] {
        let id: SettingId = document.new_id();
        let setting = Setting {
            id,
            key: format!("kasse{}", id.0),
            name: text("Kasse"),
            description: text("Wohin gezahlt wird"),
            kind: FieldKind::BankAccount,
            default_value: text("null"),
            is_required,
        };
        document.settings.insert(id, setting);
    }
}

fn participants(document: &mut Document) {
    processes(document);
    let mut roles = Vec::new();
    for kind in [RoleKind::Applicant, RoleKind::Caseworker, RoleKind::OtherAuthority, RoleKind::System] {
        let id: RoleId = document.new_id();
        document.roles.insert(id, Role { id, key: format!("rolle{}", id.0), name: text("Sachbearbeitung"), kind });
        roles.push(id);
    }
    let mut place = Bounds::new(0.0, 0.0, 1600.5, 300.25);
    for (process, orientation) in [(Some(document.main_process), Orientation::Horizontal), (None, Orientation::Vertical)] {
        let id: PoolId = document.new_id();
        let role = process.is_some().then_some(roles[0]);
        document.pools.insert(id, Pool { id, key: format!("pool{}", id.0), name: text("Stadt"), process, role, orientation });
        document.diagram.shapes.insert(Subject::Pool(id), Shape::at(place));
        let mut parent = None;
        for name in ["Steueramt", "Team"] {
            let lane: LaneId = document.new_id();
            let key = format!("bahn{}", lane.0);
            document.lanes.insert(lane, Lane { id: lane, key, name: text(name), pool: id, parent, role });
            let label = parent.map(|_| Bounds::new(-0.1, 1e-7, 30.0, 100.0));
            document.diagram.shapes.insert(Subject::Lane(lane), Shape { bounds: place.grown(-1.0), label, is_expanded: true });
            parent = Some(lane);
        }
        place.y += 400.0;
    }
}

fn nodes(document: &mut Document) {
    let parent = add_node(document, NodeKind::SubProcess { is_event: false }, None);
    let host = add_node(document, NodeKind::Task, Some(parent));
    for kind in node_kinds(document, host) {
        add_node(document, kind, Some(parent));
    }
    let repetitions = [
        Repetition::Loop { condition: text("hund.anzahl > 0"), tests_before: true, maximum: Some(3) },
        Repetition::Loop { condition: text("true"), tests_before: false, maximum: None },
        Repetition::MultiInstance {
            is_sequential: true,
            collection: text("hund.impfungen"),
            element: text("impfung"),
            completion_condition: text("false"),
        },
    ];
    for (repetition, work_state) in repetitions.into_iter().zip([WorkState::InProgress, WorkState::ToReview, WorkState::Done]) {
        let id = add_node(document, NodeKind::UserTask, None);
        let node = document.nodes.get_mut(id).unwrap();
        node.repetition = repetition;
        node.details.work_state = work_state;
    }
    let fees = [Fee::Fixed(Money { cents: -2550 }), Fee::Computed(text("hund.steuer"))];
    for fee in fees {
        let id = add_node(document, NodeKind::ServiceTask, None);
        let details = details(document, fee);
        document.nodes.get_mut(id).unwrap().details = details;
        document.diagram.shapes.get_mut(Subject::Node(id)).unwrap().is_expanded = false;
    }
}

fn details(document: &Document, fee: Fee) -> StepDetails {
    StepDetails {
        role: document.roles.keys().next(),
        form: document.forms.keys().next(),
        due: Some(Duration { iso: text("P14D"), in_working_days: true }),
        effort: text("PT15M"),
        fee: Some(fee),
        legal_bases: vec![law("HStS")],
        service: Some(ServiceUse { service: text("ePayment"), answer: vec![set("hund.bezahlt", "true")] }),
        documents: document.document_templates.keys().collect(),
        note: text("Notiz"),
        work_state: WorkState::Open,
        fim: Some(FimReference { activity_group: Some(3), id: text("03") }),
    }
}

fn events() -> Vec<Event> {
    let every = || Duration { iso: text("PT4H"), in_working_days: false };
    vec![
        Event::None,
        Event::Message(text("Nachweis")),
        Event::Timer(Timer::Duration(every())),
        Event::Timer(Timer::Date(text("date(\"2026-12-31\")"))),
        Event::Timer(Timer::Cycle { every: every(), times: None }),
        Event::Timer(Timer::Cycle { every: every(), times: Some(3) }),
        Event::Signal(text("Frist")),
        Event::Error(text("abgelehnt")),
        Event::Escalation(text("")),
        Event::Conditional(text("hund.anzahl > 1")),
        Event::Link(text("A")),
        Event::Terminate,
    ]
}

fn node_kinds(document: &Document, host: NodeId) -> Vec<NodeKind> {
    let start = |is_interrupting| NodeKind::StartEvent { trigger: Event::None, is_interrupting };
    let at_edge = |is_interrupting| NodeKind::BoundaryEvent { host, trigger: Event::Signal(text("Frist")), is_interrupting };
    let mut kinds = vec![start(true), start(false), at_edge(true), at_edge(false)];
    kinds.extend(events().into_iter().map(NodeKind::EndEvent));
    kinds.extend([
        NodeKind::CatchEvent(Event::Message(text("Nachweis"))),
        NodeKind::ThrowEvent(Event::Link(text("A"))),
        NodeKind::UserTask,
        NodeKind::ManualTask,
        NodeKind::ServiceTask,
        NodeKind::ScriptTask(vec![set("hund.steuer", "96"), set("hund.frei", "false")]),
        NodeKind::BusinessRuleTask(None),
        NodeKind::BusinessRuleTask(document.decision_tables.keys().next()),
        NodeKind::SendTask { message: text("Bescheid") },
        NodeKind::ReceiveTask { message: text("Nachweis") },
        NodeKind::CallActivity(None),
        NodeKind::CallActivity(document.processes.keys().next_back()),
        NodeKind::SubProcess { is_event: true },
        NodeKind::ExclusiveGateway,
        NodeKind::InclusiveGateway,
        NodeKind::ParallelGateway,
        NodeKind::EventBasedGateway,
    ]);
    kinds
}

fn add_node(document: &mut Document, kind: NodeKind, parent: Option<NodeId>) -> NodeId {
    let id: NodeId = document.new_id();
    let (width, height) = kind.usual_size();
    let bounds = Bounds::new(f64::from(id.0) * 10.0, 50.0, width, height);
    let node = FlowNode {
        id,
        key: format!("schritt{}", id.0),
        name: text("Antrag prüfen"),
        process: document.main_process,
        parent,
        lane: document.lanes.keys().next(),
        kind,
        repetition: Repetition::Once,
        details: StepDetails::default(),
    };
    document.nodes.insert(id, node);
    document.diagram.shapes.insert(Subject::Node(id), Shape::at(bounds));
    id
}

fn connections(document: &mut Document) {
    let inside: Vec<NodeId> = document.nodes.values().filter(|node| node.parent.is_some()).map(|node| node.id).collect();
    let way = vec![Point::new(0.0, 0.5), Point::new(12.25, 0.5), Point::new(12.25, -3.0)];
    for (from, to, is_default) in [(inside[0], inside[1], true), (inside[0], inside[2], false)] {
        let id: FlowId = document.new_id();
        let (key, condition) = (format!("weg{}", id.0), text("hund.name = \"Bello\""));
        document.flows.insert(id, SequenceFlow { id, key, name: text("ja"), from, to, condition, is_default });
        document.diagram.edges.insert(Subject::Flow(id), Edge::routed(way.clone()));
    }
    let pool = document.pools.keys().next_back().unwrap();
    let id: MessageFlowId = document.new_id();
    let (from, to) = (Subject::Node(inside[0]), Subject::Pool(pool));
    document.message_flows.insert(id, MessageFlow { id, key: text("nachricht"), name: text("Anfrage"), from, to });
    let edge = Edge { waypoints: way, label: Some(Bounds::new(1.0, 2.0, 30.0, 12.0)), is_manual: true };
    document.diagram.edges.insert(Subject::MessageFlow(id), edge);
}

fn artifacts(document: &mut Document) {
    let object = document.objects.keys().next();
    let data = |object, is_store| ArtifactKind::DataObject { name: text("Hunderegister"), object, is_store };
    let kinds = [
        ArtifactKind::Annotation { text: text("Nur bei Zweithund") },
        data(object, false),
        data(None, true),
        ArtifactKind::Group { name: text("Prüfung") },
    ];
    let mut ids = Vec::new();
    for kind in kinds {
        let id: ArtifactId = document.new_id();
        let parent = ids.first().and(document.nodes.keys().next());
        document.artifacts.insert(id, Artifact { id, process: document.main_process, parent, kind });
        document.diagram.shapes.insert(Subject::Artifact(id), Shape::at(Bounds::new(5.0, 5.0, 100.0, 50.0)));
        ids.push(id);
    }
    let ends = [
        Subject::Node(document.nodes.keys().next().unwrap()),
        Subject::Flow(document.flows.keys().next().unwrap()),
        Subject::Lane(document.lanes.keys().next().unwrap()),
        Subject::MessageFlow(document.message_flows.keys().next().unwrap()),
    ];
    for (to, is_directed) in ends.into_iter().zip([true, false, true, false]) {
        let id: AssociationId = document.new_id();
        document.associations.insert(id, Association { id, from: Subject::Artifact(ids[0]), to, is_directed });
        document.diagram.edges.insert(Subject::Association(id), Edge::routed(vec![Point::new(1.0, 1.0), Point::new(2.0, 2.0)]));
    }
}

fn test_cases(document: &mut Document) {
    let node = document.nodes.keys().next().unwrap();
    let entries = || vec![set("hund.name", "\"Bello\""), set("hund.anzahl", "2")];
    let id: TestCaseId = document.new_id();
    let case = TestCase {
        id,
        name: text("Zweithund wird höher besteuert"),
        description: text("§ 5"),
        process: document.main_process,
        begins_at: text("2026-03-02T09:00:00"),
        steps: vec![
            TestStep::Start { node },
            TestStep::Complete { node, entries: entries() },
            TestStep::Answer { node, entries: entries() },
            TestStep::Fail { node, error: text("E1") },
            TestStep::Trigger { node, entries: vec![] },
            TestStep::Wait { duration: text("P14D") },
        ],
        expectations: vec![
            Expectation::Ended(node),
            Expectation::Visited(node),
            Expectation::NotVisited(node),
            Expectation::Holds(text("hund.steuer = 120")),
            Expectation::Wrote(document.document_templates.keys().next().unwrap()),
        ],
    };
    document.test_cases.insert(id, case);
}
