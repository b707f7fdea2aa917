//! Procedures that were drawn here: written as a library and read again they are what they were.

use super::{exported, imported};
use crate::exchange::{What, civento::Remark};
use crate::model::*;

/// A procedure in lines: what lies in something stands further in.
///
/// `person`, `dienst`, `setze`, `werfe` are steps; `wenn` splits, each `[Bedingung] Antwort` beneath it is a way and `[] …` that for all
/// other cases; `solange` repeats, `liste` is a sub-process.
pub(super) fn drawn(text: &str) -> Document {
    let mut document = Document::empty("probe", "Probe");
    let object: ObjectTypeId = document.new_id();
    document.objects.insert(object, ObjectType::new(object, "antrag", "Antrag"));
    for (key, kind) in [("betrag", FieldKind::Decimal), ("eilig", FieldKind::YesNo), ("zweck", FieldKind::Text)] {
        let id: DataFieldId = document.new_id();
        document.fields.insert(id, DataField::new(id, object, key, key, kind));
        document.objects.get_mut(object).unwrap().fields.push(id);
    }
    let lines: Vec<(usize, &str)> = text.lines().filter(|line| !line.trim().is_empty()).map(|line| (indent(line), line.trim())).collect();
    let mut drawing = Drawing { document, lines, next: 0, parent: None };
    drawing.whole(0);
    drawing.document
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

struct Drawing<'t> {
    document: Document,
    lines: Vec<(usize, &'t str)>,
    next: usize,
    parent: Option<NodeId>,
}

/// Where the flow goes on.
struct Tail {
    from: NodeId,
    condition: String,
    name: String,
    is_default: bool,
}

impl<'t> Drawing<'t> {
    fn whole(&mut self, least: usize) {
        let begin = self.node(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "");
        let mut tail = Tail::behind(begin);
        self.steps(least, &mut tail);
        let end = self.node(NodeKind::EndEvent(Event::None), "");
        self.lead(&mut tail, end);
    }

    fn peek(&self, least: usize) -> Option<&'t str> {
        self.lines.get(self.next).filter(|(indent, _)| *indent >= least).map(|(_, line)| *line)
    }

    fn steps(&mut self, least: usize, tail: &mut Tail) {
        while let Some(line) = self.peek(least) {
            let own = self.lines[self.next].0;
            self.next += 1;
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "wenn" => self.choice(own, rest, tail),
                "solange" | "liste" => self.inside(own, word, rest, tail),
                _ => {
                    let node = self.step(word, rest);
                    self.lead(tail, node);
                }
            }
        }
    }

    fn step(&mut self, word: &str, rest: &str) -> NodeId {
        match word {
            "person" => {
                let (name, due) = rest.split_once(" in ").unwrap_or((rest, ""));
                let node = self.node(NodeKind::UserTask, name);
                let due = (!due.is_empty()).then(|| Duration { iso: format!("P{due}D"), in_working_days: false });
                self.document.nodes.get_mut(node).unwrap().details.due = due;
                node
            }
            "dienst" => {
                let (service, name) = rest.split_once(' ').unwrap();
                let node = self.node(NodeKind::ServiceTask, name);
                let service = ServiceUse { service: service.to_owned(), answer: Vec::new() };
                self.document.nodes.get_mut(node).unwrap().details.service = Some(service);
                node
            }
            "setze" => {
                let (target, value) = rest.split_once(" = ").unwrap();
                let assignment = Assignment { target: target.to_owned(), value: value.to_owned() };
                self.node(NodeKind::ScriptTask(vec![assignment]), "Rechnen")
            }
            "werfe" => self.node(NodeKind::ThrowEvent(Event::Signal(rest.to_owned())), "Melden"),
            other => panic!("{other}"),
        }
    }

    fn choice(&mut self, own: usize, question: &str, tail: &mut Tail) {
        let split = self.node(NodeKind::ExclusiveGateway, question);
        self.lead(tail, split);
        let join = self.node(NodeKind::ExclusiveGateway, "");
        let mut has_default = false;
        while let Some(line) = self.peek(own + 1) {
            let inner = self.lines[self.next].0;
            self.next += 1;
            let (condition, name) = line.strip_prefix('[').unwrap().split_once(']').unwrap();
            let is_default = condition.is_empty();
            has_default |= is_default;
            let mut way = Tail { from: split, condition: condition.to_owned(), name: name.trim().to_owned(), is_default };
            self.steps(inner + 1, &mut way);
            self.lead(&mut way, join);
        }
        if !has_default {
            self.lead(&mut Tail { is_default: true, ..Tail::behind(split) }, join);
        }
        *tail = Tail::behind(join);
    }

    fn inside(&mut self, own: usize, word: &str, rest: &str, tail: &mut Tail) {
        let (condition, name) = rest.split_once(": ").unwrap_or(("", rest));
        let node = self.node(NodeKind::SubProcess { is_event: false }, name);
        if word == "solange" {
            let repetition = Repetition::Loop { condition: condition.to_owned(), tests_before: true, maximum: Some(50) };
            self.document.nodes.get_mut(node).unwrap().repetition = repetition;
        }
        self.lead(tail, node);
        let around = self.parent.replace(node);
        self.whole(own + 1);
        self.parent = around;
    }

    fn node(&mut self, kind: NodeKind, name: &str) -> NodeId {
        let id: NodeId = self.document.new_id();
        let (process, parent, key) = (self.document.main_process, self.parent, format!("n{}", id.0));
        let (name, repetition, details) = (name.to_owned(), Repetition::Once, StepDetails::default());
        self.document.nodes.insert(id, FlowNode { id, key, name, process, parent, lane: None, kind, repetition, details });
        id
    }

    fn lead(&mut self, tail: &mut Tail, to: NodeId) {
        let id: FlowId = self.document.new_id();
        let Tail { from, condition, name, is_default } = std::mem::replace(tail, Tail::behind(to));
        self.document.flows.insert(id, SequenceFlow { id, key: format!("f{}", id.0), name, from, to, condition, is_default });
    }
}

impl Tail {
    fn behind(from: NodeId) -> Self {
        Self { from, condition: String::new(), name: String::new(), is_default: false }
    }
}

/// What a process is, without identities and keys.
pub(super) fn described(document: &Document, process: ProcessId) -> Vec<String> {
    let flows = FlowIndex::of(document);
    let blocks = blocks_of(document, &flows, process, None);
    assert_eq!(blocks.obstacles, []);
    let mut lines = Vec::new();
    describe(document, &flows, &blocks.blocks, 0, &mut lines);
    lines
}

fn describe(document: &Document, flows: &FlowIndex, blocks: &[Block], depth: usize, lines: &mut Vec<String>) {
    let pad = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Step(id) => {
                let node = document.nodes.get(*id).unwrap();
                let role = node.details.role.and_then(|role| document.roles.get(role)).map(|role| &role.name);
                let more = (&node.repetition, &node.details.due, &node.details.service, &node.details.note, role);
                lines.push(format!("{pad}{:?} {:?} {more:?}", node.kind, node.name));
                if matches!(node.kind, NodeKind::SubProcess { .. }) {
                    let inner = blocks_of(document, flows, node.process, Some(*id));
                    describe(document, flows, &inner.blocks, depth + 1, lines);
                }
            }
            Block::Choice { split, join, ways } => {
                lines.push(format!("{pad}wenn {:?}, kommt zusammen: {}", document.name_of(Subject::Node(*split)), join.is_some()));
                for way in ways {
                    let flow = document.flows.get(way.flow).unwrap();
                    lines.push(format!("{pad}- {:?} {:?} {}", flow.condition, flow.name, flow.is_default));
                    describe(document, flows, &way.blocks, depth + 1, lines);
                }
            }
            Block::Loop { .. } | Block::Repeat { .. } => lines.push(format!("{pad}loop")),
        }
    }
}

#[track_caller]
fn check(text: &str) {
    let document = drawn(text);
    assert_eq!(violations(&document), []);
    let written = exported(&document);
    let again = imported(&written).document;
    assert_eq!(described(&again, again.main_process), described_named(&document), "{written}");
}

/// As described, where the start has the name that it gets.
fn described_named(document: &Document) -> Vec<String> {
    let mut document = document.clone();
    let start = document.start_events(document.main_process).next().unwrap().id;
    document.nodes.get_mut(start).unwrap().name = "Antrag wird gestellt".to_owned();
    described(&document, document.main_process)
}

#[test]
fn a_flow_of_blocks_is_read_as_it_was_written() {
    check("person Antrag prüfen\nperson Bescheid schreiben in 14");
    check("dienst ePayment Zahlen\nsetze antrag.betrag = antrag.betrag + 5\nwerfe Bezahlt\nwerfe Vorgangsstatus: AG, Abgeschlossen");
    check("wenn Eilig?\n [antrag.eilig = true] ja\n  person Sofort\n [] nein\n  person Später\n  person Noch später\nperson Ende");
    check("wenn Teuer?\n [(antrag.betrag > 100) = true] ja\n  person Prüfen");
    check("wenn A?\n [antrag.zweck = \"a\"] a\n  wenn B?\n   [antrag.zweck = \"b\"] b\n    person B\n [antrag.zweck = \"c\"] c\n");
    check(
        "solange antrag.eilig = true: Nachfragen\n person Fragen\n wenn Genug?\n  [(antrag.betrag > 3) = true] ja\n   setze antrag.eilig = false",
    );
    check("liste Vorbereiten\n person Eins\n liste Genauer\n  person Zwei\nperson Drei");
}

#[test]
fn what_is_done_at_the_same_time_is_written_one_after_the_other() {
    let mut document = drawn("wenn \n [] a\n  person A\n [antrag.eilig = true] b\n  person B");
    for node in document.nodes.keys().collect::<Vec<_>>() {
        let node = document.nodes.get_mut(node).unwrap();
        if node.kind == NodeKind::ExclusiveGateway {
            node.kind = NodeKind::ParallelGateway;
        }
    }
    let report = super::super::export(&document).unwrap().report;
    assert!(report.iter().any(|note| note.what == What::Civento(Remark::OneAfterTheOther)), "{report:?}");
    let again = imported(&exported(&document)).document;
    let names: Vec<&str> = again.nodes.values().filter(|node| node.kind == NodeKind::UserTask).map(|node| node.name.as_str()).collect();
    assert_eq!(names, ["A", "B"]);
}

#[test]
fn a_shared_tail_is_written_for_each_way_and_named() {
    let mut document =
        drawn("wenn X?\n [antrag.eilig = true] a\n  person A\n  person Ende A\n [antrag.zweck = \"b\"] b\n  person B\n [] c\n  person C");
    let node = |document: &Document, name: &str| document.nodes.values().find(|node| node.name == name).unwrap().id;
    let (b, tail) = (node(&document, "B"), node(&document, "Ende A"));
    let flow = document.outgoing(b).next().unwrap().id;
    document.flows.get_mut(flow).unwrap().to = tail;
    let index = FlowIndex::of(&document);
    let blocks = blocks_of(&document, &index, document.main_process, None);
    let until = document.outgoing(tail).next().map(|flow| flow.to);
    assert_eq!(blocks.obstacles, [Obstacle { flow, kind: ObstacleKind::SharedTail { from: tail, until } }]);
    let report = super::super::export(&document).unwrap().report;
    assert_eq!(report.iter().filter(|note| note.what == What::Civento(Remark::WrittenTwice)).count(), 1);
    assert_eq!(exported(&document).matches("\"Ende A\"").count(), 2);
}

/// Elements with what is in every one of them in public exports.
const ALWAYS: [(&str, &str); 30] = [
    ("Bibliothek", "Vorgang"),
    (
        "Vorgang",
        "Name Klasse Belegtext Authentifizierungsart EPaymentModus Zustaendigkeit FullWidth KeineSeqNumGenerierung \
         KeineFachlicheNummerngenerierung Metadatendefinition Erfassungsworkflow",
    ),
    ("Metadatendefinition", "EsIndexing Objekt"),
    ("Objekt", "Objektfeld Metadatenfeld"),
    ("Objektfeld", "Darstellung Titel FeldlaengeDesktopInProzent FeldlaengeTabletInProzent FeldlaengeMobilInProzent"),
    (
        "Textfeld",
        "Darstellung Titel FeldlaengeDesktopInProzent FeldlaengeTabletInProzent FeldlaengeMobilInProzent Vorbelegung AnzahlZeilen IsPasswort",
    ),
    ("JaNeinFeld", "Darstellung Titel FeldlaengeDesktopInProzent FeldlaengeTabletInProzent FeldlaengeMobilInProzent"),
    ("Zahlenfeld", "Darstellung Titel FeldlaengeDesktopInProzent FeldlaengeTabletInProzent FeldlaengeMobilInProzent"),
    (
        "Auswahlfeld",
        "Darstellung Titel FeldlaengeDesktopInProzent FeldlaengeTabletInProzent FeldlaengeMobilInProzent Werteliste Darstellungsart Ausrichtung \
         Wertelisteeingabe",
    ),
    (
        "Datumsfeld",
        "Darstellung Titel vorbelegungHeute PruefungDarfNichtInDerVergangenheitLiegen PruefungDarfNichtInDerZukunftLiegen WithDatePicker",
    ),
    ("Adressdatensatz", "Darstellung Titel LandAnzeigen"),
    (
        "Personendatensatz",
        "Darstellung Titel Art DarstellungASDatenUerbernahme DarstellungAnrede DarstellungName DarstellungGeschlecht DarstellungTelefonnummer \
         DarstellungEmail DarstellungGeburtsname DarstellungGeburtsort DarstellungGeburtsdatum DarstellungAdressdaten DarstellungLand \
         darstellungPrimaereKontaktadresse DarstellungNationalitaet darstellungBankdaten",
    ),
    ("Anlagen", "Darstellung Titel FileCountLimit DateiUpload"),
    ("DateiUpload", "Typ Kriterien"),
    ("Kriterien", "Dateiformate Gesichtserkennung BiometrieService Maximalgroesse"),
    ("Liste", "Darstellung Titel FeldlaengeDesktopInProzent FeldlaengeTabletInProzent FeldlaengeMobilInProzent ShowId"),
    ("Metadatenobjekt", "Objektfeld"),
    ("Startelement", "Active Expanded"),
    ("Entscheidungselement", "Active Entscheidungszweig Expanded"),
    ("Entscheidungszweig", "Active Ausdruck Expanded"),
    ("Schleife", "Active Ausdruck NameDerZaehlervariable Expanded"),
    ("SequenzielleListe", "Active Expanded"),
    ("DatenvariableSetzen", "Active Ausdruck Datenverweis"),
    ("BefehlAusfuehren", "Active Befehl"),
    ("EreignisAusloesen", "Active NameDesEreignisses"),
    ("VorgangsstatusSetzen", "Active Status"),
    ("ProzessAnhaltenSystemaufgabe", "Name Standardfaelligkeit Zustaendigkeit Ausfuehrungsbedingung AusfuherungNurInZustaendigerOeErlaubt"),
    ("MeldungAnzeigen", "Active Titel ProzessName Fehlermeldung IsEinverstaendnis"),
    ("DokumentAnzeigen", "Active Titel ProzessName DynamischesFormular ZurAkteHinzufuegen"),
    ("DynamischesFormular", "Name Klassifizierung DokumentverweisVorlage"),
];

#[test]
#[expect(clippy::too_many_lines, reason = "one library that has everything")]
fn a_new_library_has_all_elements_that_exports_have() {
    let mut document = drawn(
        "person A in 14\ndienst ePayment Zahlen\nsetze antrag.betrag = 5\nwerfe Los\nwerfe Vorgangsstatus: AG, Zu\nwenn B?\n [antrag.eilig = true] ja\n  \
         person C\nliste D\n person E\nsolange antrag.eilig = true: F\n setze antrag.eilig = false\nperson G\nperson H",
    );
    let object = document.objects.keys().next().unwrap();
    let inner: ObjectTypeId = document.new_id();
    document.objects.insert(inner, ObjectType::new(inner, "tag", "Tag"));
    let list: CodeListId = document.new_id();
    let entries = vec![CodeEntry::new("a", "A")];
    document
        .code_lists
        .insert(list, CodeList { id: list, key: "l".into(), name: "L".into(), version: String::new(), uri: String::new(), entries });
    let kinds = [
        FieldKind::Person,
        FieldKind::Address,
        FieldKind::File,
        FieldKind::Date,
        FieldKind::WholeNumber,
        FieldKind::Choice(list),
        FieldKind::List(inner),
    ];
    let mut shown = Vec::new();
    for (number, kind) in kinds.into_iter().enumerate() {
        let id: DataFieldId = document.new_id();
        document.fields.insert(id, DataField::new(id, object, &format!("feld{number}"), "Feld", kind));
        document.objects.get_mut(object).unwrap().fields.push(id);
        shown.push(id);
    }
    for (step, fields) in [("G", shown.get(..4).unwrap_or_default()), ("H", &[])] {
        let (form, page): (FormId, _) = (document.new_id(), document.new_id());
        let mut page = Page::new(page, "Seite");
        for field in fields {
            let id = document.new_id();
            page.elements.push(FormElement::new(id, ElementKind::Field(FormField::of(DataPath::field(*field)))));
        }
        document.forms.insert(form, Form::new(form, &format!("form{}", form.0), "Formular", vec![page]));
        let node = document.nodes.values().find(|node| node.name == step).unwrap().id;
        document.nodes.get_mut(node).unwrap().details.form = Some(form);
    }
    let written = exported(&document);
    let root = crate::exchange::xml::read(&written).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    let mut open = vec![&root];
    let mut missing = Vec::new();
    while let Some(element) = open.pop() {
        if let Some((name, inside)) = ALWAYS.iter().find(|(name, _)| *name == element.name.local) {
            seen.insert(*name);
            missing.extend(inside.split_whitespace().filter(|inner| element.first(inner).is_none()).map(|inner| format!("{name}/{inner}")));
        }
        open.extend(element.elements());
    }
    missing.sort();
    missing.dedup();
    assert_eq!(missing, Vec::<String>::new());
    let unseen: Vec<&str> = ALWAYS.iter().map(|(name, _)| *name).filter(|name| !seen.contains(name)).collect();
    assert_eq!(unseen, Vec::<&str>::new());
    assert!(written.contains("<EPaymentModus>Payment anbieten</EPaymentModus>"));
    let report = super::super::export(&document).unwrap().report;
    let open = report.iter().filter(|note| note.what.weight() == crate::exchange::Weight::Todo).count();
    assert_eq!(open, 4, "what the authority decides");
    assert_eq!(exported(&imported(&written).document), written);
}
