//! Pictures for other programs: what is in them, that they are what they claim to be, and that the same document gives the same bytes.

use dienstweg::bundle::read_model;
use dienstweg::drawing::colouring::Colouring;
use dienstweg::drawing::lettering::{missing, outline, pictogram, rows, width};
use dienstweg::drawing::{Align, Drawing, Palette, Pictogram, Picture, Primitive, ThemeName, Wanted};
use dienstweg::edit::{Command, Editor, FlowCommand, Line, Record, reading_order};
use dienstweg::exchange::picture::{Caption, MOST_PIXELS, png, size, svg};
use dienstweg::exchange::{File, bpmn, import, xml};
use dienstweg::i18n::{Language, Texts};
use dienstweg::model::{Bounds, Document, Event, FlowIndex, NodeKind, Point, Subject};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn picture(document: Document) -> Picture {
    let plane = document.main_process.into();
    let document = Arc::new(document);
    Picture { document, plane, subjects: BTreeSet::new(), colouring: Colouring::Role, theme: ThemeName::Light, has_notes: false }
}

fn drawn(document: Document) -> Drawing {
    picture(document).drawn().unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All samples, MIWG's files and FIM's process, by their names.
fn documents() -> Vec<(String, Document)> {
    let folder = |name: &str| std::fs::read_dir(root().join(name)).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = folder("sample-models").chain(folder("tests/data/miwg")).chain(folder("tests/data/fim")).collect();
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let read = |path: PathBuf| match path.extension()?.to_str()? {
        "ron" => Some((name(&path), read_model(&std::fs::read(&path).unwrap()).unwrap().document)),
        "bpmn" => Some((name(&path), bpmn::read(&std::fs::read(&path).unwrap()).unwrap().document)),
        _ => None,
    };
    paths.into_iter().filter_map(read).collect()
}

/// A process of these nodes in a row, with an editor to go on.
fn row(nodes: &[(NodeKind, &str)]) -> (Editor, Vec<Subject>) {
    let mut editor = Editor::new(Document::empty("probe", "Probe"));
    let process = editor.document().main_process;
    let add = |(number, (kind, name)): (usize, &(NodeKind, &str))| {
        let at = Point::new(100.0 + 200.0 * number as f64, 100.0);
        let command = FlowCommand::AddNode { process, kind: kind.clone(), name: (*name).to_owned(), at };
        editor.apply(Command::Flow(command)).unwrap().created[0]
    };
    let made = nodes.iter().enumerate().map(add).collect();
    (editor, made)
}

fn with_note(editor: &mut Editor, step: Subject, note: &str) {
    let mut node = editor.document().nodes.get(step.node().unwrap()).unwrap().clone();
    note.clone_into(&mut node.details.note);
    editor.apply(Command::Put(Record::Node(node))).unwrap();
}

fn texts(drawing: &Drawing) -> String {
    let text = |primitive: &Primitive| match primitive {
        Primitive::Text(text) => text.rows.iter().flat_map(|row| [row.text.as_str(), " "]).collect(),
        _ => String::new(),
    };
    drawing.groups.iter().flat_map(|group| &group.primitives).map(text).collect()
}

#[test]
fn every_document_gives_an_svg_that_names_its_steps_and_a_png_of_its_size() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in documents() {
        let steps: Vec<(Subject, String)> = document
            .nodes
            .values()
            .filter(|node| node.kind.is_activity())
            .map(|node| (Subject::Node(node.id), node.name.clone()))
            .collect();
        let drawing = drawn(document.clone());
        let text = svg(&drawing, 1.0, &Texts::new(Language::German).picture_caption(&document, &drawing.title, &drawing.nodes()));
        let tree = xml::read(&text).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        let described = tree.first("desc").unwrap().text().into_owned();
        let shown = |(step, _): &&(Subject, String)| drawing.groups.iter().any(|group| group.subject == Some(*step));
        for (_, step) in steps.iter().filter(shown).filter(|(_, step)| !step.trim().is_empty()) {
            assert!(described.contains(step.trim()), "{name}: {step}");
        }
        assert_eq!(tree.attribute("lang"), Some("de"), "{name}");
        for outside in ["<script", "<image", "<style", "url(", "href=\"http", "@import", "<foreignObject"] {
            assert!(!text.contains(outside), "{name}: {outside}");
        }
        let bytes = png(&drawing, 1.0).unwrap();
        let info = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap().info().clone();
        assert_eq!((info.width, info.height), size(&drawing, 1.0).unwrap(), "{name}");
        std::fs::write(folder.join(format!("{name}.svg")), &text).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), &bytes).unwrap();
    }
}

#[test]
fn every_node_is_read_exactly_once() {
    for (name, document) in documents() {
        let flows = FlowIndex::of(&document);
        for process in document.processes.keys() {
            let lines = reading_order(&document, process, &flows);
            let mut read: Vec<_> =
                lines.iter().filter_map(|line| if let Line::Node { node, .. } = line { Some(*node) } else { None }).collect();
            read.sort_unstable();
            let all: Vec<_> = document.nodes.values().filter(|node| node.process == process).map(|node| node.id).collect();
            assert_eq!(read, all, "{name}");
        }
    }
}

#[test]
fn those_who_cannot_see_a_picture_hear_kinds_and_names_in_the_order_of_the_flow() {
    let (_, document) = documents().into_iter().find(|(name, _)| name == "A.1.0").unwrap();
    let drawing = drawn(document.clone());
    let said = |language| Texts::new(language).picture_caption(&document, &drawing.title, &drawing.nodes());
    let german = said(Language::German);
    let names = ["Start", "Task 1", "Task 2", "Task 3", "End"];
    assert_eq!((german.language, said(Language::English).language), ("de", "en"));
    let mut rest = german.description.as_str();
    for name in names {
        rest = rest.split_once(name).unwrap_or_else(|| panic!("{name}: {}", german.description)).1;
    }
    assert!(german.description.contains("Schritt: Task 1; Schritt: Task 2"), "{}", german.description);
    let text = svg(&drawing, 1.0, &german);
    let tree = xml::read(&text).unwrap();
    assert_eq!((tree.attribute("role"), tree.attribute("aria-labelledby")), (Some("img"), Some("title desc")));
    assert_eq!(tree.first("desc").unwrap().text(), german.description);
    let part = Picture { subjects: [step(&document, "Task 2")].into(), ..picture(document.clone()) }.drawn().unwrap();
    let part = Texts::new(Language::German).picture_caption(&document, &part.title, &part.nodes()).description;
    assert!(part.contains("mit einem Element: Schritt: Task 2") && !part.contains("Task 1"), "{part}");
}

fn step(document: &Document, name: &str) -> Subject {
    Subject::Node(document.nodes.values().find(|node| node.name == name).unwrap().id)
}

#[test]
fn the_command_line_draws_a_selection_by_id_key_or_name() {
    let folder = tempfile::tempdir().unwrap();
    let source = root().join("tests/data/miwg/A.1.0.bpmn");
    let bytes = std::fs::read(&source).unwrap();
    let document = import(&[File { name: "A.1.0.bpmn", bytes: &bytes }]).unwrap().document;
    let Subject::Node(node) = step(&document, "Task 2") else { panic!() };
    let (id, key) = (document.origins.get(Subject::Node(node)).unwrap().id.clone(), document.nodes.get(node).unwrap().key.clone());
    let run = |selection: &str, name: &str| {
        let out = folder.path().join(name);
        let arguments =
            ["convert", source.to_str().unwrap(), out.to_str().unwrap(), "--to", "svg", "--lang", "de", "--selection", selection];
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_dienstweg")).args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        (done.status.code(), std::fs::read_to_string(out).unwrap_or_default(), said)
    };
    let (code, by_id, _) = run(&id, "a.svg");
    assert_eq!(code, Some(0));
    assert!(by_id.contains("Task 2") && !by_id.contains("Task 1"));
    assert_eq!(run(&key, "b.svg").1, by_id);
    assert_eq!(run("Task 2", "c.svg").1, by_id);
    let (_, two, _) = run("Task 1, Task 2", "d.svg");
    assert!(two.contains("Task 1") && two.contains("Task 2") && !two.contains("Task 3"));
    let (code, nothing, said) = run("Gibt es nicht", "e.svg");
    assert!(code != Some(0) && nothing.is_empty() && said.contains("„Gibt es nicht“"), "{said}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (_, document) = documents().into_iter().find(|(name, _)| name.starts_with("hundesteuer")).unwrap();
    let (one, other) = (drawn(document.clone()), drawn(document));
    assert_eq!(svg(&one, 1.0, &Caption::default()), svg(&other, 1.0, &Caption::default()));
    assert_eq!(png(&one, 2.0).unwrap(), png(&other, 2.0).unwrap());
    let (small, large) = (size(&one, 1.0).unwrap(), size(&one, 3.0).unwrap());
    assert_eq!(large, (3 * small.0, 3 * small.1));
}

#[test]
fn each_kind_of_node_looks_different() {
    let event = || NodeKind::CatchEvent(Event::Timer(dienstweg::model::Timer::Date(String::new())));
    let kinds = [
        NodeKind::StartEvent { trigger: Event::None, is_interrupting: true },
        NodeKind::StartEvent { trigger: Event::None, is_interrupting: false },
        NodeKind::EndEvent(Event::None),
        NodeKind::EndEvent(Event::Terminate),
        NodeKind::EndEvent(Event::Error(String::new())),
        event(),
        NodeKind::CatchEvent(Event::Message(String::new())),
        NodeKind::ThrowEvent(Event::Message(String::new())),
        NodeKind::CatchEvent(Event::Signal(String::new())),
        NodeKind::CatchEvent(Event::Conditional(String::new())),
        NodeKind::ThrowEvent(Event::Escalation(String::new())),
        NodeKind::ThrowEvent(Event::Link(String::new())),
        NodeKind::Task,
        NodeKind::UserTask,
        NodeKind::ManualTask,
        NodeKind::ServiceTask,
        NodeKind::ScriptTask(Vec::new()),
        NodeKind::BusinessRuleTask(None),
        NodeKind::SendTask { message: String::new() },
        NodeKind::ReceiveTask { message: String::new() },
        NodeKind::CallActivity(None),
        NodeKind::SubProcess { is_event: false },
        NodeKind::SubProcess { is_event: true },
        NodeKind::ExclusiveGateway,
        NodeKind::InclusiveGateway,
        NodeKind::ParallelGateway,
        NodeKind::EventBasedGateway,
    ];
    let look = |kind: &NodeKind| {
        let (editor, _) = row(&[(kind.clone(), "Name")]);
        let drawing = drawn(editor.document().as_ref().clone());
        assert!(texts(&drawing).contains("Name"), "{kind:?}");
        svg(&drawing, 1.0, &Caption::default())
    };
    let looks: Vec<String> = kinds.iter().map(look).collect();
    for (place, (kind, one)) in kinds.iter().zip(&looks).enumerate() {
        for (other_kind, other) in kinds.iter().zip(&looks).skip(place + 1) {
            assert_ne!(one, other, "{kind:?} and {other_kind:?}");
        }
    }
}

#[test]
fn a_selection_shows_nothing_else() {
    let (editor, made) = row(&[(NodeKind::UserTask, "Eins"), (NodeKind::UserTask, "Zwei"), (NodeKind::UserTask, "Drei")]);
    let whole = picture(editor.document().as_ref().clone());
    let part = Picture { subjects: [made[1]].into(), ..whole.clone() }.drawn().unwrap();
    assert_eq!(texts(&part).trim(), "Zwei");
    let bounds = editor.document().diagram.shapes.get(made[1]).unwrap().bounds;
    assert_eq!(part.area, bounds.grown(16.0), "with a margin of 16 all round");
    assert!(whole.drawn().unwrap().area.encloses(part.area));
    assert_eq!(Picture { subjects: [Subject::Role(dienstweg::model::RoleId(7))].into(), ..whole }.drawn(), None);
}

#[test]
fn dark_pictures_are_light_on_dark() {
    let (editor, _) = row(&[(NodeKind::UserTask, "Schritt")]);
    let light = picture(editor.document().as_ref().clone());
    let dark = Picture { theme: ThemeName::Dark, ..light.clone() }.drawn().unwrap();
    let light = light.drawn().unwrap();
    assert_eq!(dark.ground, Palette::named(ThemeName::Dark).canvas);
    assert_eq!(light.ground.channels, [255; 4], "on paper light pictures have no tint");
    let [light, dark] = [light, dark].map(|drawing| svg(&drawing, 1.0, &Caption::default()));
    assert!(light.contains("fill=\"#1b2430\"") && !dark.contains("#1b2430"), "the colour of text");
}

#[test]
fn notes_are_written_out_only_where_they_are_wanted() {
    let (mut editor, made) = row(&[(NodeKind::UserTask, "Eins"), (NodeKind::UserTask, "Zwei")]);
    with_note(&mut editor, made[1], "Mit Frau Vorlage absprechen");
    with_note(&mut editor, made[0], "Nur montags");
    let without = picture(editor.document().as_ref().clone());
    let with = Picture { has_notes: true, ..without.clone() }.drawn().unwrap();
    let without = without.drawn().unwrap();
    assert!(!texts(&without).contains("montags"));
    let notes = |drawing: &Drawing| {
        let signs = drawing.groups.iter().flat_map(|group| &group.primitives);
        signs.filter(|primitive| matches!(primitive, Primitive::Pictogram { pictogram: Pictogram::Note, .. })).count()
    };
    assert_eq!((notes(&without), notes(&with)), (0, 2), "without them there is no sign of them either");
    assert!(texts(&with).ends_with("1 Eins Nur montags 2 Zwei Mit Frau Vorlage absprechen "), "{}", texts(&with));
    assert!(with.area.height > without.area.height + 30.0 && with.area.encloses(without.area));
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile = "<script>alert(1)</script> & \"']]>\u{1}\u{0}\u{fffe}</svg>";
    let (mut editor, made) = row(&[(NodeKind::UserTask, hostile), (NodeKind::ExclusiveGateway, hostile)]);
    with_note(&mut editor, made[0], hostile);
    let drawing = Picture { has_notes: true, ..picture(editor.document().as_ref().clone()) }.drawn().unwrap();
    let text = svg(&drawing, 1.0, &Texts::new(Language::German).picture_caption(editor.document(), &drawing.title, &drawing.nodes()));
    let tree = xml::read(&text).unwrap();
    assert!(!text.contains("<script") && text.matches("</svg>").count() == 1);
    assert!(tree.first("desc").unwrap().text().contains("<script>alert(1)</script>"), "it can still be read");
    let long = "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(200);
    let (editor, _) = row(&[
        (NodeKind::UserTask, &long),
        (NodeKind::UserTask, "漢字かな交じり文書を検査する工程の名前"),
        (NodeKind::Task, "😀\u{202e}اسم"),
    ]);
    let drawing = drawn(editor.document().as_ref().clone());
    assert!(drawing.area.width < 1_000.0 && png(&drawing, 1.0).is_ok());
    xml::read(&svg(&drawing, 1.0, &Caption::default())).unwrap();
}

#[test]
fn a_picture_that_no_program_could_open_is_refused() {
    let (editor, made) = row(&[(NodeKind::UserTask, "Nah"), (NodeKind::UserTask, "Fern")]);
    let place = Bounds::new(900_000.0, 900_000.0, 140.0, 80.0);
    let mut document = editor.document().as_ref().clone();
    let mut shape = document.diagram.shapes.get(made[1]).unwrap().clone();
    shape.bounds = place;
    document.diagram.shapes.insert(made[1], shape);
    let drawing = drawn(document);
    let fault = png(&drawing, 1.0).unwrap_err();
    assert!(fault.width * fault.height > MOST_PIXELS && fault.width > 900_000);
    assert!(svg(&drawing, 1.0, &Caption::default()).len() < 100_000, "an SVG of it does no harm");
}

#[test]
fn the_font_of_pictograms_has_them_all_and_that_of_texts_has_the_german_ones() {
    for sign in Pictogram::ALL {
        assert!(!pictogram(*sign).is_empty(), "{sign:?}");
    }
    assert_eq!(missing("ÄÖÜäöüßẞéçñ§€„“‚‘–—…×½“”’").count(), 0);
    assert_eq!(missing("漢").collect::<Vec<_>>(), ['漢']);
    assert!(!outline(dienstweg::drawing::lettering::Cut::Strong, 20).is_empty());
    assert!(width("Antrag", 13.0, true) > width("Antrag", 13.0, false));
}

#[test]
fn texts_break_at_spaces_and_syllables_and_end_in_an_ellipsis() {
    let wanted = |text, width, rows| Wanted { text, size: 13.0, width, rows, align: Align::Middle, is_strong: false };
    let broken = |text, width, most| rows(&wanted(text, width, most)).into_iter().map(|row| row.text).collect::<Vec<_>>();
    assert_eq!(broken("Antrag auf Vollständigkeit prüfen", 118.0, 3), ["Antrag auf", "Vollständigkeit", "prüfen"]);
    assert_eq!(broken("Bescheinigung", 60.0, 3), ["Beschei-", "nigung"]);
    assert_eq!(broken("eins\nzwei", 118.0, 3), ["eins", "zwei"]);
    let cut = broken("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 60.0, 2);
    assert!(cut.len() == 2 && cut[1].ends_with('…'), "{cut:?}");
    for text in ["iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "漢字かな交じり文", "a b c d e f g h i j k l m n o p"] {
        for row in rows(&wanted(text, 40.0, 9)) {
            assert!(row.width <= 41.0, "{text}: {row:?}");
        }
    }
}
