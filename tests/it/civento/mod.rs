//! Libraries of blocks: every workflow is played to its end, and nothing is lost, whatever lies in it.

mod asked;
mod mutants;
mod mutation;
mod nasty;
mod random;
mod repeat;

use dienstweg::exchange::{File, civento, import};
use dienstweg::model::{Document, NodeKind, Process, Repetition, violations};
use dienstweg::sim::{Ending, Happening, Program, Run, play_alone};
use jiff::civil::date;
use std::sync::Arc;

/// The library with every kind of step.
const STREET: &str = include_str!("../../data/civento/sondernutzung.xml");

fn imported(text: &str) -> Document {
    import(&[File { name: "bibliothek.xml", bytes: text.as_bytes() }]).unwrap().document
}

fn exported(document: &Document) -> String {
    String::from_utf8(civento::export(document).unwrap().files.remove(0).1).unwrap()
}

/// Plays all processes to their ends; what each executed, by name.
#[track_caller]
pub fn all_end(document: &Document) -> Vec<(String, Vec<String>)> {
    assert_eq!(violations(document), []);
    let play = |process: &Process| {
        let program = Arc::new(Program::compile(document, process.id).unwrap());
        let (run, ending) = play_alone(program, date(2026, 3, 2).at(9, 0, 0, 0), Vec::new()).unwrap();
        assert_eq!(ending, Ending::Ended, "{}: {:?}", process.name, stuck(&run));
        assert_eq!(stuck(&run), Vec::<String>::new(), "{}", process.name);
        let names = run.executed().into_iter().filter_map(|node| document.nodes.get(node)).map(|node| node.name.clone());
        (process.name.clone(), names.filter(|name| !name.is_empty()).collect())
    };
    let has_flow = |process: &&Process| document.nodes.values().any(|node| node.process == process.id);
    document.processes.values().filter(has_flow).map(play).collect()
}

fn stuck(run: &Run) -> Vec<String> {
    let stuck = |what: &Happening| match what {
        Happening::Stuck { .. } | Happening::ErrorUncaught { .. } => Some(format!("{what:?}")),
        _ => None,
    };
    run.trace().iter().filter_map(|event| stuck(&event.what)).collect()
}

#[test]
fn every_workflow_of_the_library_ends() {
    let document = imported(STREET);
    let played = all_end(&document);
    let of = |name: &str| played.iter().find(|(own, _)| own == name).map(|(_, steps)| steps.join(" | ")).unwrap();
    assert_eq!(played.len(), 7);
    assert_eq!(
        of("Sondernutzung einer Straße"),
        "Antrag wird gestellt | Antragstellerdaten angeben | Zuerst ist nichts eilig | So geht es nicht weiter"
    );
    assert_eq!(of("Bei Status „EG, Eingegangen“"), "Status ist „EG, Eingegangen“ | Auslegung abwarten | Status „AG, Abgeschlossen“ setzen");
    assert_eq!(of("Ruht"), "Sachbearbeitung beginnt");
    assert_eq!(
        of("Tage auflisten"),
        "Sachbearbeitung beginnt | Vorbereiten | Liste beginnt leer | i setzen | V.Z.antrag.zweck setzen | k beginnt bei 0 | Wiederholen | \
         leer setzen | k zählen | Wiederholen | leer setzen | k zählen | Wiederholen | leer setzen | k zählen | Befehl ausführen"
    );
}

#[test]
fn what_is_switched_off_is_there_and_never_done() {
    let document = imported(STREET);
    let off = document.nodes.values().filter(|node| matches!(&node.repetition, Repetition::Loop { condition, .. } if condition == "false"));
    let mut names: Vec<&str> = off.map(|node| node.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Abgeschaltet", "Abgeschaltet", "Abgeschaltet", "Leer", "Ortstermin anlegen", "Zum Testen", "debug"]);
    let loops = document.nodes.values().filter_map(|node| match (&node.kind, &node.repetition) {
        (NodeKind::SubProcess { .. }, Repetition::Loop { condition, maximum, .. }) if condition != "false" => {
            Some((condition.as_str(), *maximum))
        }
        _ => None,
    });
    let mut loops: Vec<_> = loops.collect();
    loops.sort_unstable();
    assert_eq!(
        loops,
        [
            ("(ablauf.i < count(antrag.tage)) = true", None),
            ("(ablauf.j < ablauf.i) = true", None),
            ("(ablauf.k < 3) = true", None),
            ("false and ((ablauf.m < 2) = true)", None),
        ]
    );
}
